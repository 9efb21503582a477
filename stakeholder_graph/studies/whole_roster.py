"""What is said where what was counted so far lies outside its range: the estimate for the whole roster leads."""

from dataclasses import replace

from stakeholder_graph.graph import Layer
from stakeholder_graph.inference.imputation.impute import ranges
from stakeholder_graph.measures._columns import ATTRIBUTES
from stakeholder_graph.measures._declaration import RewiredTies
from stakeholder_graph.measures._registry import MeasureInfo
from stakeholder_graph.model.finding import Estimated, Finding
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.studies.context import StudyContext
from stakeholder_graph.studies.in_common.groupings import Grouping
from stakeholder_graph.text import N_

#: The share of ties inside groups, and what it would be with everyone's answers.
WHOLE_ROSTER = (
    Column("attribute", N_("What two have in common"), "text", labels=ATTRIBUTES),
    Column("estimate", N_("Estimated for everyone"), "share"),
    Column("low", N_("At least"), "share"),
    Column("high", N_("At most"), "share"),
)


def estimate_first(info: MeasureInfo, finding: Finding) -> Finding:
    """The finding with a reading that says the estimate in place of what was counted, if that lies outside the range.

    Parameters
    ----------
    info : MeasureInfo
        Of its measure.
    finding : Finding
        With its reading.

    Returns
    -------
    Finding
        As it was where the value lies in its range, and where the sentence says no number of it. Where the estimate
        would make it another sentence, or its chance was found for what was counted, it says that it is so far.

    Examples
    --------
    >>> from stakeholder_graph.measures._registry import find_measure
    >>> from stakeholder_graph.model.finding import Message, Scope
    >>> outside = (Message("outside_range"),)
    >>> ends = {"estimate": 0.44, "range": (0.40, 0.47), "caveats": outside}
    >>> counted = Finding("centralization", Scope(("1",), ("contact",)), 0.49, "index", (0, 1), **ends)
    >>> info = find_measure("centralization")
    >>> estimate_first(info, replace(counted, reading=info.reading(counted))).reading.fields["value"]
    0.44
    """
    reading, outside = finding.reading, any(caveat.id == "outside_range" for caveat in finding.caveats)
    if reading is None or finding.value is None or finding.estimate is None or finding.range is None or not outside:
        return finding
    estimated = info.reading(replace(finding, value=finding.estimate))
    if estimated is not None and estimated.id == reading.id and estimated.fields == reading.fields:
        return finding
    leads = estimated is not None and estimated.id == reading.id and not isinstance(info.null, RewiredTies)
    said = estimated if leads and estimated is not None else reading
    return replace(finding, reading=replace(said, estimated=Estimated(finding.value, finding.range, leads)))


def share_of_whole_roster(context: StudyContext, grouping: Grouping) -> dict[str, Table]:
    """Estimate which share of ties would lie inside groups if everyone had answered.

    Parameters
    ----------
    context : StudyContext
        One layer.
    grouping : Grouping
        Of everyone on the roster of whom it is known.

    Returns
    -------
    dict of str to Table
        ``whole_roster`` with attribute, estimate, low and high; empty where nothing is missing, or where nobody can say
        what the missing answers would be. Of the sector it is what the E-I index says of the ties within sectors.
    """
    settings, partners = context.settings, context.graph.layers[context.name].asked_of
    if not settings.draws or not context.partnership.info.surveyed or partners or context.layer.complete:
        return {}

    def share(completed: Layer) -> float:
        senders, receivers = completed.with_ties(settings.ties).edge_index
        counted = grouping.stated[senders] & grouping.stated[receivers]
        return float(grouping.same[senders, receivers][counted].mean()) if counted.any() else float("nan")

    drawn = ranges(context.imputations, share)
    if drawn.estimate is None or drawn.range is None:
        return {}
    row = {"attribute": grouping.name, "estimate": drawn.estimate, "low": drawn.range[0], "high": drawn.range[1]}
    return {"whole_roster": Table.from_rows(WHOLE_ROSTER, [row], Disclosure.NETWORK)}


def leading_share(finding: Finding, share: float) -> tuple[float, Estimated | None]:
    """The share that a headline says: the estimate for the whole roster where what was counted is outside its range.

    Parameters
    ----------
    finding : Finding
        With the table of `share_of_whole_roster`, if there is one.
    share : float
        As counted.

    Returns
    -------
    tuple of (float, Estimated or None)
        The share, and what was counted where that is another one.
    """
    table = finding.tables.get("whole_roster")
    if table is None:
        return share, None
    estimate, low, high = (float(table.rows[0][name] or 0) for name in ("estimate", "low", "high"))
    return (share, None) if low <= share <= high else (estimate, Estimated(share, (low, high)))
