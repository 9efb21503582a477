"""The odds ratio of a tie within a sector against one across sectors."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.observed_mixing import expected_mixing
from stakeholder_graph.measures._columns import EXPECTED, MENTION_COUNT, SHARE, TIE_COUNT
from stakeholder_graph.measures._declaration import Chart, LabelPermutation
from stakeholder_graph.measures._needs import TIES, TWO_SECTORS
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.model.finding import Finding, Measured, Message
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.text import N_

WITHIN, ACROSS = N_("within one sector"), N_("across sectors")

WHERE = Column("where", N_("Where"), "term")
POSSIBLE = Column("possible", N_("Pairs that were asked about"), "count")


def _pairs(layer: Layer) -> tuple[int, int]:
    """How many observed dyads lie within a sector, and how many across."""
    return layer.n_dyads_within, layer.n_dyads - layer.n_dyads_within


def cells_of(layer: Layer, mixing: NDArray[Any]) -> NDArray[np.float64]:
    """Ties within a sector and across, of mixing matrices, shape (..., S, S) to (..., 2).

    Parameters
    ----------
    layer : Layer
        Says whether ties have a direction.
    mixing : ndarray, shape (..., S, S)
        Counts of ties from each sector to each.

    Returns
    -------
    ndarray of float, shape (..., 2)
        Ties within one sector, and across.

    Notes
    -----
    With the number of ties and of dyads given, the odds ratio rises with the first and falls with the second: the p of
    these counts is its p, also where it has no upper limit.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> cells_of(layer, layer.mixing).tolist()
    [2.0, 1.0]
    """
    inside = np.trace(mixing, axis1=-2, axis2=-1)
    return np.stack([inside, mixing.sum(axis=(-2, -1)) - inside], axis=-1).astype(float)


def of_mixing(layer: Layer, mixing: NDArray[Any]) -> NDArray[np.float64]:
    """The odds ratio of mixing matrices, shape (..., S, S) to (...).

    Parameters
    ----------
    layer : Layer
        Says whether ties have a direction.
    mixing : ndarray, shape (..., S, S)
        Counts of ties from each sector to each.

    Returns
    -------
    ndarray of float, shape (...)
        At least 0.

    Notes
    -----
    0 without ties within, infinite without ties across or with every tie within; NaN without ties, with all ties, and
    where no dyad within sectors or none across is observed.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> float(of_mixing(layer, layer.mixing))
    inf
    """
    inside, outside = _pairs(layer)
    cells = cells_of(layer, mixing)
    within, across = cells[..., 0], cells[..., 1]
    with np.errstate(divide="ignore", invalid="ignore"):
        odds = within * (outside - across) / ((inside - within) * across)
    return np.asarray(odds if inside and outside else np.full_like(odds, np.nan))


def of_layer(layer: Layer) -> float:
    """The odds ratio of a whole layer.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    float
        At least 0, infinite, or NaN.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> of_layer(layer)
    inf
    """
    return float(of_mixing(layer, layer.mixing))


def _reading(finding: Finding) -> Message | None:
    if finding.table is None:
        return None
    shares = [float(row["share"] or 0) for row in finding.table.rows]
    return Message("shares", {"within": round(100 * shares[0]), "across": round(100 * shares[1])})


@measure(
    supporting=True,
    section="silos",
    title=N_("Chances of a connection within a sector and across"),
    question=N_(
        "How much likelier is a connection between two organizations of one sector than between two of different ones?"
    ),
    how_to_read=N_(
        "1: a tie is as likely across sectors as within one. 3: the odds are three times as high within. 0: no tie "
        "lies within a sector. It has no upper limit where no tie crosses sectors."
    ),
    formula=N_(
        "I (P_E - E) / (E (P_I - I)): I and E ties within sectors and across, P_I and P_E the observed dyads there. p "
        "of I and of E by dealing out labels among those who answered and apart among the others; with ties and dyads "
        "given it is the p of the odds ratio."
    ),
    undefined=N_(
        "Without ties, with all ties, with one sector, or where no dyad within or across sectors is observed. Infinite "
        "is given as no value, and said."
    ),
    unit=N_("odds ratio"),
    bounds=(0, None),
    references=(
        "Moody, J. (2001). Race, school integration, and friendship segregation in America. American Journal of "
        "Sociology, 107(3), 679-716.",
        "Bojanowski, M., & Corten, R. (2014). Measuring segregation in social networks. Social Networks, 39, 14-32.",
    ),
    messages={
        "shares": N_(
            "Of 100 possible connections within a sector {within} are there; of 100 across sectors, {across}."
        ),
        "shares_mentions": N_(
            "Of 100 partners of their own sector that organizations were asked about they mention {within}; of 100 of "
            "other sectors, {across}."
        ),
        "all_ties": N_("Every possible connection is there, so there is nothing to compare."),
        "one_kind": N_("All that was asked lies within sectors, or all across, so there is nothing to compare."),
    },
    reading=_reading,
    needs=(TWO_SECTORS, TIES),
    statistic=of_layer,
    null=LabelPermutation(statistic=of_mixing, cells=cells_of, inside_alone=True),
    group=True,
    chart=Chart(
        "dumbbell",
        {"label": "where", "value": "ties", "usual": "expected"},
        N_("Within one sector and across"),
        N_("by chance"),
    ),
)
def odds_ratio(layer: Layer) -> Measured:
    """Measure the odds of a tie within a sector over those of a tie across sectors.

    Parameters
    ----------
    layer : Layer
        With at least two sectors, some ties, and not all.

    Returns
    -------
    Measured
        `value` is infinite where no tie crosses sectors. `table` has where, ties, possible, share and expected, for
        ties within one sector and across; the runner adds p and p_adjusted.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> odds_ratio(from_networkx(path).layer("collaboration")).value
    inf
    """
    if layer.n_ties == layer.n_dyads:
        return Measured(None, caveats=[Message("all_ties")])
    possible = _pairs(layer)
    if not all(possible):
        return Measured(None, caveats=[Message("one_kind")])
    ties, expected = cells_of(layer, layer.mixing), cells_of(layer, expected_mixing(layer))
    table = {
        WHERE: [WITHIN, ACROSS],
        MENTION_COUNT if layer.directed else TIE_COUNT: ties.astype(np.intp),
        POSSIBLE: possible,
        SHARE: ties / possible,
        EXPECTED: expected,
    }
    return Measured(of_layer(layer), Table.of(table, Disclosure.NETWORK))
