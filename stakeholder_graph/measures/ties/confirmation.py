"""Confirmation: how many of the pairs that either side names both sides name."""

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph import Layer, PartnerGraph
from stakeholder_graph.measures._columns import SHARE
from stakeholder_graph.measures._needs import DIRECTION
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._tables import organization_table
from stakeholder_graph.measures.ties._unreturned import MORE, unreturned_by_group
from stakeholder_graph.measures.ties.reciprocity import returned_counts
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient, Tone
from stakeholder_graph.model.table import Cell, Column, Disclosure
from stakeholder_graph.text import N_

#: Not clear, and worth a word.
NEAR = 0.1

PAIRS = Column("pairs", N_("Pairs that either side names"), "count")
NAMED_BY_BOTH = Column("named_by_both", N_("Pairs that both sides name"), "count")


def _of_organizations(layer: Layer) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Pairs of each organization that either side, and that both sides, name; shape (n,) each, both having answered."""
    counts = []
    for seen in (layer.with_ties("either"), layer.with_ties("both")):
        senders, receivers = seen.edge_index
        counts.append(np.bincount(np.append(senders, receivers), minlength=layer.n))
    return counts[0], counts[1]


def _confirmed_share(layer: Layer) -> float:
    """Share of named pairs that both sides name; NaN without any, or where ties have no direction."""
    if not layer.directed:
        return float("nan")
    ties, returned = returned_counts(layer)
    return returned / (2 * ties - returned) if ties else float("nan")


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    fields: dict[str, Cell] = {"of_hundred": round(100 * finding.value)}
    part = finding.tables.get("unreturned_by_group")
    rows = part.rows if part else ()
    first = min(rows, key=lambda row: float(row["p_adjusted"] or 1), default=None)
    if first is None or float(first["p_adjusted"] or 1) > NEAR:
        return Message("both", fields)
    named = ("attribute", "within", "from_group", "to_group", "unreturned", "other_way")
    fields |= {key: first[key] for key in named} | {"count": len(rows)}
    clear = first["verdict"] == MORE
    tone: Tone = "neutral" if clear else "unknown"
    return Message("unreturned" if clear else "near", fields, tone, Disclosure.PAIR)


@measure(
    supporting=True,
    section="network",
    title=N_("Pairs that both sides name"),
    question=N_("Where at least one side says that they work together, do both say so?"),
    guess=N_("Of 100 pairs of us that at least one side names, how many do both sides name?"),
    how_to_read=N_(
        "A pair that both sides name is the surest kind of tie. One that a single side names is worth a question, not "
        "a correction: the two may understand the tie, or the survey, differently. Large organizations are often named "
        "by small ones whom they do not think of."
    ),
    formula=N_(
        "Pairs that both sides name / pairs that at least one side names, over pairs where both answered (reciprocity "
        "by dyads). Of each attribute of organizations with two to twelve values in words: ties from one group to "
        "another that are not returned, against those the other way, in all and within each sector; p by dealing the "
        "attributes anew among those who answered, corrected by max-T over all pairs of groups."
    ),
    undefined=N_("Where ties have no direction, or no pair that is named has answered on both sides."),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Marsden, P. V. (1990). Network data and measurement. Annual Review of Sociology, 16, 435-463.",
        "Hanneman, R. A., & Riddle, M. (2005). Introduction to Social Network Methods, ch. 8.",
        "Westfall, P. H., & Young, S. S. (1993). Resampling-Based Multiple Testing. Wiley.",
    ),
    messages={
        "low_end": N_("none named by both"),
        "high_end": N_("all named by both"),
        "both": N_("Of 100 pairs that at least one side names, both sides name {of_hundred}."),
        "unreturned": N_(
            "Of 100 pairs that at least one side names, both sides name {of_hundred}. By {attribute} ({within}) "
            "“{from_group}” names “{to_group}” {unreturned} times without being named back; the other way it is "
            "{other_way} times."
        ),
        "near": N_(
            "Of 100 pairs that at least one side names, both sides name {of_hundred}. Too close to call: by "
            "{attribute} ({within}) “{from_group}” names “{to_group}” {unreturned} times without being named "
            "back, the other way it is {other_way} times, but among {count} comparisons one such difference "
            "can be luck."
        ),
        "no_direction": N_(
            "Connections have no direction here, or both sides' reports were joined, so they cannot be compared."
        ),
        "no_pairs": N_("No connection runs between two organizations that both answered."),
    },
    reading=_reading,
    claims=("unreturned",),
    needs=(DIRECTION,),
    questions=(N_("Where do we see a connection differently from our partner, and what would each side change?"),),
    null="attribute permutation",
    where_limited="withheld",
    statistic=_confirmed_share,
)
def confirmation(layer: Layer, graph: PartnerGraph, *, seed: int = 0) -> Measured:
    """Measure the share of pairs named at all that both sides name.

    Parameters
    ----------
    layer : Layer
        Directed, as reported; pairs count where both sides answered.
    graph : PartnerGraph
        The graph it is of, whose attributes of organizations make groups.
    seed : int
        Of the permutations.

    Returns
    -------
    Measured
        `table` has organization, sector, pairs, named_by_both and share; None for those who did not answer, and share
        also for those whom no pair names. ``tables["unreturned_by_group"]``, for the backbone alone, is as
        `unreturned.unreturned_by_group` gives it, left out where there are no groups.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.DiGraph([(1, 2), (2, 1), (2, 3)]))
    >>> confirmation(graph.layer("collaboration"), graph).value
    0.5
    """
    ties, returned = returned_counts(layer) if layer.directed else (0, 0)
    if not ties:
        return Measured(None, caveats=[Message("no_pairs")])
    either, both = (np.where(layer.answered, count, np.nan) for count in _of_organizations(layer))
    share = both / np.where(either > 0, either, np.nan)
    table = organization_table(layer, {PAIRS: either, NAMED_BY_BOTH: both, SHARE: share})
    by_group = unreturned_by_group(layer, graph, seed)
    tables = {"unreturned_by_group": by_group} if by_group is not None else {}
    caveats = [] if layer.answered.all() else [Message("answered_subgraph")]
    # Both mentions of a pair are returned: as pairs they are half as many.
    return Measured.of(Quotient(returned // 2, ties - returned // 2), table, tables, caveats=caveats)
