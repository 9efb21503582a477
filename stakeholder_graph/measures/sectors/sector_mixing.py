"""Sector mixing: which pairs of sectors work together more, or less, than chance would have it."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.observed_mixing import expected_mixing
from stakeholder_graph.measures._columns import (
    AS_EXPECTED,
    EXPECTED,
    FROM_SECTOR,
    MENTIONS_OBSERVED,
    NOT_KNOWN,
    OBSERVED,
    TO_SECTOR,
    TOO_CLOSE,
)
from stakeholder_graph.measures._declaration import Chart, LabelPermutation
from stakeholder_graph.measures._needs import TIES, TWO_SECTORS
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.sectors._two_nulls import by_both, by_labels, clearest_of
from stakeholder_graph.model.finding import LEVEL, Finding, Measured, Message, Tone
from stakeholder_graph.model.table import Cell, Column, Disclosure, Row, Table
from stakeholder_graph.text import N_

#: A pair of sectors is judged only where chance alone would give at least this many ties; how many it would give
#: depends on the sizes of sectors and on who answered, never on where the ties run.
LEAST_EXPECTED = 4.0

DRAWN = Column("drawn", N_("Connections on the map"), "count")
RATIO = Column("ratio", N_("Times chance"), "number")


def _fields(layer: Layer) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Sector and other sector of each row of the table: each pair once where ties have no direction."""
    sectors = len(layer.sectors)
    if layer.directed:
        from_codes, to_codes = np.indices((sectors, sectors)).reshape(2, -1)
        return from_codes, to_codes
    return np.triu_indices(sectors)


def cells_of(layer: Layer, mixing: NDArray[np.number]) -> NDArray[np.float64]:
    """Cells of mixing matrices in the order of the table, shape (..., S, S) to (..., rows).

    Parameters
    ----------
    layer : Layer
        Says whether ties have a direction.
    mixing : ndarray, shape (..., S, S)
        Counts of ties from each sector to each.

    Returns
    -------
    ndarray of float, shape (..., rows)
        Counts of ties.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> cells_of(layer, layer.mixing).tolist()
    [1.0, 1.0, 1.0]
    """
    from_codes, to_codes = _fields(layer)
    return mixing[..., from_codes, to_codes].astype(float)


def _holes(rows: Sequence[Mapping[str, Any]]) -> float:
    """How many pairs of sectors have fewer ties than chance."""
    return float(sum(row["verdict"] == "fewer" for row in rows))


def verdict(row: Mapping[str, Any]) -> str:
    """What can be said of one pair of sectors, once its p under both null models are known.

    Parameters
    ----------
    row : mapping
        Of the main table; `observed` is None where nobody answered.

    Returns
    -------
    str
        ``"more"`` or ``"fewer"`` than chance, ``"as expected"``, ``"too close to call"`` where chance alone would
        give too few ties to tell or where the numbers of partners could explain the difference, or ``"not known"``.

    Examples
    --------
    >>> verdict({"observed": 2, "expected": 9.0, "p_adjusted": 0.01, "p_rewired_adjusted": 0.004})
    'fewer'
    """
    if row["observed"] is None:
        return NOT_KNOWN
    if row["p_adjusted"] is None:
        return TOO_CLOSE
    if not by_labels(row):
        return AS_EXPECTED
    if not by_both(row):
        return TOO_CLOSE
    return N_("more") if row["observed"] > row["expected"] else N_("fewer")


def judged(row: Mapping[str, Any]) -> bool:
    """Whether chance alone would give enough ties for a pair of sectors to be judged at all.

    Parameters
    ----------
    row : mapping
        Of the main table.

    Returns
    -------
    bool
        False where nobody answered.

    Examples
    --------
    >>> judged({"expected": 4.5}), judged({"expected": None})
    (True, False)
    """
    return row["expected"] is not None and row["expected"] >= LEAST_EXPECTED


def _reading(finding: Finding) -> Message | None:
    if finding.value is None or finding.table is None:
        return None
    rows = finding.table.rows
    more = [row for row in rows if row["verdict"] == "more"]
    candidates: tuple[tuple[str, Tone, list[Row]], ...] = (
        ("holes", "concern", [row for row in rows if row["verdict"] == "fewer"]),
        ("inside", "neutral", [row for row in more if row["from_sector"] == row["to_sector"]]),
        ("bridge", "strength", [row for row in more if row["from_sector"] != row["to_sector"]]),
        ("near", "unknown", [row for row in rows if judged(row) and _fewer(row)]),
    )
    for message, tone, pairs in candidates:
        if pairs:
            clearest = clearest_of(pairs, "observed")
            if message == "near" and by_labels(clearest):
                message = "near_partners"
            way = "" if finding.scope.ties == "reported" else "_both"
            return _pair(message + way, clearest, sum(map(judged, rows)), tone)
    return Message("none")


def _fewer(row: Mapping[str, Any]) -> bool:
    return bool(row["observed"] < row["expected"] and row["p"] <= LEVEL)


def _headline_p(finding: Finding) -> float | None:
    """The smallest corrected p of the pairs on which rewired networks agree; 1 where they agree on none."""
    rows = finding.table.rows if finding.table is not None else ()
    judged_rows = [row for row in rows if row.get("p_adjusted") is not None]
    agreed = [float(row["p_adjusted"] or 0) for row in judged_rows if by_both(row)]
    return min(agreed, default=1.0) if judged_rows else None


def _pair(message: str, row: Mapping[str, Any], judged_pairs: int, tone: Tone) -> Message:
    fields: dict[str, Cell] = {"one": row["from_sector"], "other": row["to_sector"], "count": judged_pairs}
    fields |= {"observed": row["observed"], "expected": round(row["expected"]), "drawn": row.get("drawn")}
    return Message(message, fields, tone, Disclosure.SECTOR)


@measure(
    section="silos",
    page="silos",
    title=N_("Which sectors work together"),
    question=N_("Between which sectors are there fewer connections than usual?"),
    how_to_read=N_(
        "Each field compares the ties from one sector to another with what chance alone would give. Only differences "
        "that stand out in the whole table, and that are not owed to how many partners organizations have, are named; "
        "for small sectors chance gives too few ties to tell."
    ),
    how_to_read_copy=N_(
        "Each field counts the lines that join two sectors. A verdict stands beside it only where all answers and the "
        "lines of the map say the same."
    ),
    formula=N_(
        "Expected cell: m_RR r_g (r_h - [g=h]) / (R (R-1)) + m_RQ r_g q_h / (R Q), r answering and q silent in a "
        "sector; where people were asked about different partners, in proportion to the pairs asked about. Two null "
        "models. p by permuting labels among those who answered and apart among the others; "
        "p_adjusted by step-down min-P (Westfall & Young 1993) over all fields with at least 4 ties expected, which "
        "takes 40 permutations or more for each; only these are judged. p_rewired, two-sided, by rewiring the ties "
        "with all degrees and reciprocity kept (McDonald, "
        "Smith & Forster 2007); p_rewired_adjusted by Benjamini and Hochberg's procedure over the judged fields with p "
        "at most .05. A field is named where both adjusted p are at most .05."
    ),
    undefined=N_("Without ties or with one sector; a field from a sector where nobody answered is not known."),
    unit=N_("pairs of sectors with fewer connections than usual"),
    bounds=(0, None),
    references=(
        "Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical "
        "Society B, 57(1), 289-300.",
        "Krackhardt, D., & Stern, R. N. (1988). Informal networks and organizational crises. Social Psychology "
        "Quarterly, 51(2), 123-140.",
        "McDonald, J. W., Smith, P. W. F., & Forster, J. J. (2007). Markov chain Monte Carlo exact inference for "
        "social networks. Social Networks, 29(1), 127-136.",
        "Westfall, P. H., & Young, S. S. (1993). Resampling-Based Multiple Testing. Wiley.",
    ),
    messages={
        "holes": N_(
            "Organizations of {one} mention those of {other} less often than usual: {observed} mentions; if "
            "sector made no difference, about {expected}. Counting both ways, the map draws {drawn} connections."
        ),
        "holes_both": N_(
            "Fewer connections than usual run between {one} and {other}: {observed}; if sector made no "
            "difference, about {expected}."
        ),
        "bridge": N_(
            "Organizations of {one} mention those of {other} more often than usual: {observed} mentions; if "
            "sector made no difference, about {expected}. Counting both ways, the map draws {drawn} connections."
        ),
        "bridge_both": N_(
            "More connections than usual run between {one} and {other}: {observed}; if sector made no "
            "difference, about {expected}."
        ),
        "near": N_(
            "Too close to call: organizations of {one} mention those of {other} less often than usual, but "
            "among {count} pairs of sectors one such difference can be luck: {observed} mentions, against "
            "about {expected}."
        ),
        "near_both": N_(
            "Too close to call: connections between {one} and {other} are fewer than usual, but among {count} "
            "pairs of sectors one such difference can be luck: {observed}, against about {expected}."
        ),
        "near_partners": N_(
            "Too close to call: organizations of {one} mention those of {other} less often than usual, "
            "{observed} times instead of about {expected}, but so seldom could be owed to how many partners "
            "they have with anyone."
        ),
        "near_partners_both": N_(
            "Too close to call: connections between {one} and {other} are fewer than usual, {observed} instead "
            "of about {expected}, but so few could be owed to how many partners their organizations have with "
            "anyone."
        ),
        "on_lines": N_("Lines on the map, by the sectors that they join."),
        "inside": N_(
            "Organizations of {one} mention each other more often than usual: {observed} mentions; if sector "
            "made no difference, about {expected}. The map draws these as {drawn} connections."
        ),
        "inside_both": N_(
            "More connections than usual run within {one}: {observed}; if sector made no difference, about {expected}."
        ),
        "none_mentions": N_("No sector clearly mentions another less often than usual."),
        "none": N_("No pair of sectors has clearly fewer connections than usual."),
    },
    reading=_reading,
    claims=("holes", "bridge", "inside"),
    needs=(TWO_SECTORS, TIES),
    headline=True,
    headline_p=_headline_p,
    role="sector pairs",
    chart=Chart("sector grid"),
    questions=(N_("Who already knows people in both sectors and could introduce them?"),),
    no_range=N_("A count of surprising pairs has no range; each field has its own test."),
    null=LabelPermutation(cells=cells_of, judged=judged, verdict=verdict, value=_holes),
    group=True,
)
def sector_mixing(layer: Layer) -> Measured:
    """Count ties between each pair of sectors and compare them with chance.

    Parameters
    ----------
    layer : Layer
        With at least two sectors and one tie.

    Returns
    -------
    Measured
        `table` has from_sector, to_sector, observed, expected, ratio; the runner adds p, p_adjusted, p_rewired,
        p_rewired_adjusted and verdict, and with them `value`, the number of pairs with fewer ties than chance. Where
        ties have no direction each pair of sectors stands once.

    Notes
    -----
    Null models: sectors permuted among those who answered and, separately, among the others, with ties and who was
    asked about whom fixed; and ties rewired with all degrees and reciprocity kept.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.DiGraph([("a", "b"), ("b", "c")])
    >>> nx.set_node_attributes(path, {"a": "x", "b": "y", "c": "y"}, "sector")
    >>> sector_mixing(from_networkx(path).layer("collaboration")).table.rows[1]["expected"]
    0.6666666666666666
    """
    return Measured(None, mixing_table(layer))


def mixing_table(layer: Layer) -> Table:
    """One row for each field of the mixing matrix, in the order of `cells_of`.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    Table
        from_sector, to_sector, observed, expected and ratio; where ties have a direction, so that `observed` counts
        mentions, also drawn: the ties between the two sectors as the map draws them, one for each pair.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> list(mixing_table(layer)["observed"])
    [1.0, 1.0, 1.0]
    """
    from_codes, to_codes = _fields(layer)
    answering = np.bincount(layer.sector_codes[layer.answered], minlength=len(layer.sectors)) > 0
    known = {None: answering[from_codes], "one end": answering[from_codes] | answering[to_codes]}.get(
        layer.pairing, answering[from_codes] & answering[to_codes]
    )
    observed = np.where(known, cells_of(layer, layer.mixing), np.nan)
    expected = np.where(known, cells_of(layer, expected_mixing(layer)), np.nan)
    names = np.array(layer.sectors, dtype=object)
    cells = {
        FROM_SECTOR: names[from_codes],
        TO_SECTOR: names[to_codes],
        MENTIONS_OBSERVED if layer.directed else OBSERVED: observed,
        EXPECTED: expected,
        RATIO: observed / np.where(expected > 0, expected, np.nan),
    }
    if layer.directed and layer.ties == "reported":
        cells[DRAWN] = np.where(known, _drawn(layer)[from_codes, to_codes], np.nan)
    return Table.of(cells, Disclosure.SECTOR)


def _drawn(layer: Layer) -> NDArray[np.float64]:
    """Pairs with at least one mention by the sectors of both, shape (sectors, sectors)."""
    senders, receivers = layer.edge_index
    pairs = np.unique(np.sort(np.stack([senders, receivers]), axis=0), axis=1)
    first, second = layer.sector_codes[pairs]
    counts = np.zeros((len(layer.sectors), len(layer.sectors)))
    np.add.at(counts, (first, second), 1.0)
    return counts + np.triu(counts, 1).T + np.tril(counts, -1).T
