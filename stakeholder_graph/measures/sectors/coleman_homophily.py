"""Coleman's homophily index: which sectors keep to themselves, each for itself."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._columns import (
    AS_EXPECTED,
    EXPECTED,
    MENTION_COUNT,
    NOT_KNOWN,
    SECTOR,
    SHARE_BY_CHANCE,
    TIE_COUNT,
    TOO_CLOSE,
)
from stakeholder_graph.measures._declaration import Chart, LabelPermutation
from stakeholder_graph.measures._needs import TIES, TWO_SECTORS
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.sectors._two_nulls import by_both, by_labels, clearest_of
from stakeholder_graph.model.finding import Finding, Measured, Message
from stakeholder_graph.model.table import Cell, Column, Disclosure, Table
from stakeholder_graph.text import N_

KEEPS, REACHES = N_("keeps to itself"), N_("reaches out")

INSIDE = Column("inside", N_("Ties inside"), "count")
MENTIONS_INSIDE = Column("inside", N_("Mentions inside"), "count")
INDEX = Column("index", N_("Index from −1 to 1"), "index")


def index(
    ties: NDArray[np.float64], inside: NDArray[np.float64], by_chance: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The index of sectors.

    Parameters
    ----------
    ties, inside : ndarray of float, shape (..., S)
        Ties of each sector, and how many of them stay inside.
    by_chance : ndarray of float, shape (S,)
        The share that chance would keep inside.

    Returns
    -------
    ndarray of float, shape (..., S)
        NaN without ties, and where chance would keep all of them inside, or none.

    Examples
    --------
    >>> index(np.array([60.0, 40.0]), np.array([45.0, 20.0]), np.array([59 / 99, 39 / 99])).round(5)
    array([0.38125, 0.175  ])
    """
    usual = ties * by_chance
    above = inside > usual
    most = np.where(above, ties - usual, usual)
    return np.asarray((inside - usual) / np.where((most > 0) & (by_chance > 0) & (by_chance < 1), most, np.nan))


def counts(layer: Layer, mixing: NDArray[Any]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Ties of each sector, sent where directed, else both ends; and those inside, shape (..., S) each.

    Parameters
    ----------
    layer : Layer
        Says whether ties have a direction.
    mixing : ndarray, shape (..., S, S)
        Counts of ties from each sector to each.

    Returns
    -------
    pair of ndarray of float, shape (..., S)
        Ties of each sector, and those inside.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> [counted.tolist() for counted in counts(layer, layer.mixing)]
    [[3.0, 3.0], [2.0, 2.0]]
    """
    whole = (mixing if layer.directed else mixing + np.swapaxes(mixing, -1, -2)).astype(float)
    return whole.sum(axis=-1), np.diagonal(whole, axis1=-2, axis2=-1)


@lru_cache(maxsize=8)  # every batch of permutations asks for it
def share_by_chance(layer: Layer) -> NDArray[np.float64]:
    """Share of each sector's observed dyads that lie inside it, shape (S,); (n_g - 1)/(N - 1) if all are observed.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    ndarray of float, shape (S,)
        NaN for a sector of which no dyad is observed.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> share_by_chance(layer).round(4).tolist()
    [0.3333, 0.3333]
    """
    sent = layer.observed.row_counts()
    shares = np.full(len(layer.sectors), np.nan)
    for sector in range(len(layer.sectors)):
        here = layer.sector_codes == sector
        inside = layer.subset(here).n_dyads
        if layer.directed:
            every = int(sent[here].sum())
        else:
            every = layer.n_dyads - layer.subset(~here).n_dyads
            inside, every = 2 * inside, every + inside
        if every:
            shares[sector] = inside / every
    shares.setflags(write=False)
    return shares


def cells_of(layer: Layer, mixing: NDArray[Any]) -> NDArray[np.float64]:
    """Ties inside each sector beyond its usual number, w - w*, shape (..., S, S) to (..., S); 0 without ties.

    Parameters
    ----------
    layer : Layer
        Says whether ties have a direction.
    mixing : ndarray, shape (..., S, S)
        Counts of ties from each sector to each.

    Returns
    -------
    ndarray of float, shape (..., S)
        Below 0 where fewer stay inside than usual.

    Notes
    -----
    The index has the same sign, but other units on either side of 0: a sector that should keep a tenth inside falls to
    -1 for a tenth of its ties, and rises to .1 for as many. Its standard deviation is that of the low side, so that no
    sector that keeps to itself could stand out by it.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> cells_of(layer, layer.mixing).tolist()
    [1.0, 1.0]
    """
    ties, inside = counts(layer, mixing)
    return np.asarray(np.nan_to_num(inside - ties * share_by_chance(layer)))


def _verdict(row: Mapping[str, Any]) -> str:
    """What can be said of one sector, once its p under both null models are known."""
    if row["ties"] is None:
        return NOT_KNOWN
    if row["p_adjusted"] is None:
        return TOO_CLOSE
    if not by_labels(row):
        return AS_EXPECTED
    if not by_both(row):
        return TOO_CLOSE
    return KEEPS if row["index"] > 0 else REACHES


def _keeping(rows: Sequence[Mapping[str, Any]]) -> float:
    """How many sectors keep to themselves."""
    return float(sum(row["verdict"] == KEEPS for row in rows))


def _reading(finding: Finding) -> Message | None:
    if finding.value is None or finding.table is None:
        return None
    kept = [row for row in finding.table.rows if row["verdict"] == KEEPS]
    if not kept:
        return Message("none")
    clearest = clearest_of(kept, "inside")
    name = str(clearest["sector"])
    numbers: dict[str, Cell] = {
        "inside": round(100 * float(clearest["inside"] or 0) / float(clearest["ties"] or 1)),
        "chance": round(100 * float(clearest["share_by_chance"] or 0)),
    }
    return Message("keeps", {"sector": name, **numbers}, "neutral", Disclosure.SECTOR)


def _headline_p(finding: Finding) -> float | None:
    """The smallest corrected p of the sectors that keep to themselves by both null models; 1 where none does."""
    rows = finding.table.rows if finding.table is not None else ()
    tested = [row for row in rows if row.get("p_adjusted") is not None]
    kept = [float(row["p_adjusted"] or 0) for row in tested if row["verdict"] == KEEPS]
    return min(kept, default=1.0) if tested else None


@measure(
    supporting=True,
    section="silos",
    title=N_("Each sector: with its own or with others"),
    question=N_("Which sectors keep to themselves more than their size would have it?"),
    how_to_read=N_(
        "For each sector. 0: as many of its ties stay inside as its size alone would give. 1: all of them do. −1: none "
        "does. Only sectors that stand out among all, and not only by how many partners they have, are named."
    ),
    formula=N_(
        "w* = d s: d the ties a sector sends (both ends where undirected), s the share of its observed dyads that lie "
        "inside, (n_g - 1)/(N - 1) with all observed. If more than w* stay inside (w): (w - w*)/(d - w*), else (w - "
        "w*)/w*. p of w - w* by permuting labels among those who answered and apart among the others; p_adjusted by "
        "step-down min-P over all sectors, which takes 40 permutations or more for each. p_rewired, two-sided, by "
        "rewiring the ties with all degrees and "
        "reciprocity kept; p_rewired_adjusted by Benjamini and Hochberg's procedure over the sectors with p at most "
        ".05. A sector is named where both adjusted p are at most .05."
    ),
    undefined=N_(
        "Without ties or with one sector; for a sector without ties, of one organization, or from which nobody "
        "answered."
    ),
    unit=N_("sectors that keep to themselves"),
    bounds=(0, None),
    references=(
        "Coleman, J. S. (1958). Relational analysis: The study of social organizations with survey methods. Human "
        "Organization, 17(4), 28-36.",
        "Westfall, P. H., & Young, S. S. (1993). Resampling-Based Multiple Testing. Wiley.",
    ),
    messages={
        "keeps": N_(
            "{sector} keeps to itself more than its size would have it: {inside} of 100 of its connections "
            "stay inside, where luck would give {chance}."
        ),
        "keeps_mentions": N_(
            "{sector} keeps to itself more than its size would have it: of 100 mentions that its organizations "
            "make, {inside} stay inside, where luck would give {chance}."
        ),
        "none": N_("No sector clearly keeps to itself more than its size would have it."),
    },
    reading=_reading,
    headline_p=_headline_p,
    claims=("keeps",),
    needs=(TWO_SECTORS, TIES),
    no_range=N_("A count of sectors that stand out has no range; each sector has its own test."),
    null=LabelPermutation(cells=cells_of, verdict=_verdict, value=_keeping),
    group=True,
    chart=Chart(
        "dumbbell",
        {"label": "sector", "value": "inside", "of": "ties", "usual": "share_by_chance", "verdict": "verdict"},
        N_("What stays within each sector"),
        N_("by chance"),
    ),
)
def coleman_homophily(layer: Layer) -> Measured:
    """Measure for each sector how far it keeps to itself, given its size.

    Parameters
    ----------
    layer : Layer
        With at least two sectors and one tie.

    Returns
    -------
    Measured
        `table` has sector, ties, inside, share_by_chance, index and expected (0 where index is defined); the
        runner adds p, p_adjusted, p_rewired, p_rewired_adjusted and verdict, and with them `value`, the number of
        sectors that keep to themselves.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> pairs = nx.Graph([("a", "b"), ("b", "c"), ("c", "d")])
    >>> nx.set_node_attributes(pairs, {"a": "x", "b": "x", "c": "y", "d": "y"}, "sector")
    >>> [row["index"] for row in coleman_homophily(from_networkx(pairs).layer("collaboration")).table.rows]
    [0.5, 0.5]
    """
    by_chance = share_by_chance(layer)
    ties, inside = counts(layer, layer.mixing)
    homophily = index(ties, inside, by_chance)
    table = {
        SECTOR: layer.sectors,
        MENTION_COUNT if layer.directed else TIE_COUNT: np.where(np.isnan(by_chance), np.nan, ties),
        MENTIONS_INSIDE if layer.directed else INSIDE: np.where(np.isnan(by_chance), np.nan, inside),
        SHARE_BY_CHANCE: by_chance,
        INDEX: homophily,
        EXPECTED: np.where(np.isnan(homophily), np.nan, 0.0),
    }
    return Measured(None, Table.of(table, Disclosure.SECTOR))
