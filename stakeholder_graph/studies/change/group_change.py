"""Group change: between which sectors, and from which team to which sector, ties changed more than luck would do."""

from collections.abc import Iterable

import numpy as np

from stakeholder_graph.frames import natural
from stakeholder_graph.frames.arrays import Flags
from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.measures._columns import P_ADJUSTED, P
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.model.finding import LEVEL, Finding, Measured, Message
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.model.table import Cell, Column, Disclosure, Table
from stakeholder_graph.studies.change.earlier import compared
from stakeholder_graph.studies.change.groups import group_changes
from stakeholder_graph.studies.change.panel_change import FEWEST_PANEL
from stakeholder_graph.studies.context import StudyContext
from stakeholder_graph.text import N_

COLUMNS = (
    Column("from_group", N_("From"), "text"),
    Column("to_group", N_("To"), "text"),
    Column("before", N_("Before"), "count"),
    Column("after", N_("Now"), "count"),
    P,
    P_ADJUSTED,
)


def _reading(finding: Finding) -> Message | None:
    if finding.value is None or finding.table is None or any(caveat.id == "zero_rows" for caveat in finding.caveats):
        return None
    if not finding.value:
        return Message("none")
    row = finding.table.rows[0]
    fields: dict[str, Cell] = {"one": row["from_group"], "other": row["to_group"]}
    fields |= {"before": row["before"], "after": row["after"]}
    rose = int(row["after"] or 0) > int(row["before"] or 0)
    return Message("rose" if rose else "fell", fields, "strength" if rose else "concern", Disclosure.SECTOR)


def _headline_p(finding: Finding) -> float | None:
    rows = finding.table.rows if finding.table is not None else ()
    return min((float(row["p_adjusted"] or 0) for row in rows), default=None)


@measure(
    section="change",
    role="group change",
    title=N_("Between whom it changed"),
    question=N_("Between which sectors, or from which team to which sector, did connections change?"),
    how_to_read=N_(
        "Only what was answered both times is compared. A pair of groups is named where its change stands out among "
        "all pairs of groups; organizations that name more partners than before with everybody make none stand out."
    ),
    formula=N_(
        "Ties from one group to another, before and now, on the dyads known in both waves: sectors with sectors, and "
        "of each team those who are not in the sector with that sector. p: how often the change lies as far from its "
        "mean, in either direction, if organizations trade places, each with all that it gained and lost: those who "
        "answered both times among each other, the others among each other. p_adjusted by max-T (Westfall & Young "
        "1993), the largest change in its own standard deviations, over all pairs of groups between which at least 4 "
        "ties would be expected if all dyads were tied alike. Value: pairs of groups with adjusted p at most .05."
    ),
    undefined=N_(
        "Without an earlier survey that asked about the same, and with fewer than 20 that answered both times."
    ),
    unit=N_("pairs of groups that changed"),
    bounds=(0, None),
    references=("Westfall, P. H., & Young, S. S. (1993). Resampling-Based Multiple Testing. Wiley.",),
    messages={
        "rose": N_("Connections from {one} to {other} rose from {before} to {after}."),
        "rose_mentions": N_("Mentions from {one} to {other} rose from {before} to {after}."),
        "fell": N_("Connections from {one} to {other} fell from {before} to {after}."),
        "fell_mentions": N_("Mentions from {one} to {other} fell from {before} to {after}."),
        "none": N_("No pair of groups changed more than luck could do."),
        "one_wave": N_("No earlier survey asked about these connections."),
        "nobody_asked": N_("Nobody was asked, so nobody answered twice."),
        "few": N_("Too few answered both times ({panel}) to say whether anything changed."),
        "zero_rows": N_(
            "Nothing says who answered, so whoever names nobody in one of the surveys is left out: say in asked.csv "
            "who answered."
        ),
        "other_scale": N_(
            "The surveys of {before} and {after} had other answers to choose from, so that some of the change may be "
            "theirs."
        ),
    },
    reading=_reading,
    claims=("rose", "fell"),
    headline_p=_headline_p,
    null="attribute permutation",
    chart=Chart("none"),
    no_range=N_("It speaks of those alone who answered both times."),
    reads=("team",),
)
def group_change(context: StudyContext, *, seed: int = 0) -> Measured:
    """Compare two waves between groups.

    Parameters
    ----------
    context : StudyContext
        Of the later wave, whose sectors and teams count.
    seed : int
        Of the permutations.

    Returns
    -------
    Measured
        `value` is how many pairs of groups changed; `table` has from_group, to_group, before, after, p and p_adjusted
        of those that are judged, the clearest first.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> graph = from_networkx(nx.path_graph(4))
    >>> group_change(StudyContext(Partnership("P", {"1": graph}, {}), graph, "collaboration")).caveats[0].id
    'one_wave'
    """
    beside = compared(context)
    if isinstance(beside, Message):
        return Measured(None, caveats=[beside])
    panel = int(beside.waves.panel.sum())
    if panel < FEWEST_PANEL:
        return Measured(None, caveats=[Message("few", {"panel": panel})])
    names = beside.waves.organizations
    people = context.graph.organizations
    sector_of = dict(zip(people["organization"].astype(str), people["sector"].astype(str), strict=True))
    sectors = _members(((sector_of[name], name) for name in names), names)
    teams = _members(_listed_seats(context.graph), names)
    permutations = context.settings.permutations
    changes = group_changes(beside.waves, sectors, teams, permutations, seed)
    if not changes:
        return Measured(None, caveats=beside.caveats)
    rows = [
        {name: getattr(change, name) for name in ("from_group", "to_group", "before", "after", "p", "p_adjusted")}
        for change in changes
        if NO_SECTOR not in (change.from_group, change.to_group)
    ]
    clear = sum(float(row["p_adjusted"]) <= LEVEL for row in rows)
    return Measured(float(clear), Table.from_rows(COLUMNS, rows, Disclosure.SECTOR), caveats=beside.caveats)


def _members(held: Iterable[tuple[str, str]], names: tuple[str, ...]) -> dict[str, Flags]:
    """Who is in each group, in natural order of the groups."""
    members: dict[str, set[str]] = {}
    for group, name in held:
        members.setdefault(group, set()).add(name)
    return {group: np.array([name in members[group] for name in names]) for group in sorted(members, key=natural)}


def _listed_seats(graph: PartnerGraph) -> Iterable[tuple[str, str]]:
    """Who sits in which team, by the list that the backbone keeps."""
    seats = graph["affiliations"]
    seats = seats[(seats["kind"] == "team") & (seats["source"] == "list") & (seats["value"] != 0)]
    return zip(seats["item"].astype(str), seats["organization"].astype(str), strict=True)
