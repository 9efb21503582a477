"""Team coverage: which sectors sit in no team, and carry none of an outcome; above all whether residents do."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._columns import LISTED, ORGANIZATIONS, SECTOR
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.representation._sector_lists import first_list
from stakeholder_graph.measures.representation._voices import voices_in
from stakeholder_graph.measures.representation.sector_coverage import steering_seats
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient, Tone
from stakeholder_graph.model.table import Cell, Column, Disclosure, Row, Table
from stakeholder_graph.text import N_

BY_SECTOR = (
    SECTOR,
    LISTED,
    Column("residents", N_("Stands for residents"), "flag"),
    Column("teams", N_("Teams"), "count"),
    Column("outcomes", N_("Outcomes carried"), "count"),
    Column("steering", N_("On steering"), "count"),
)
BY_ITEM = (
    Column("item", N_("Which"), "text"),
    ORGANIZATIONS,
    Column("nobody_from", N_("Nobody from"), "text"),
    Column("not_known", N_("Not known"), "text"),
)
#: Residents who sit in fewer than this share of teams are hardly there.
HARDLY = 1 / 3
#: What a sector does not carry is not known where a smaller share of it answered.
MOST = 0.5


@dataclass(frozen=True, eq=False)
class _Carried:
    """Who carries the items of one kind, and of which sectors nobody has said so."""

    kind: str
    items: list[str]
    seats: pd.DataFrame
    unheard: frozenset[str]

    def sectors_of(self, item: str) -> set[str]:
        return set(self.seats.loc[self.seats["item"] == item, "sector"])


def _reading(finding: Finding) -> Message | None:
    if finding.table is None or finding.value is None:
        return None
    rows = finding.table.rows
    teams = len(finding.tables["teams"].rows)
    lacking = [row for row in finding.tables["teams"].rows if row["nobody_from"]]
    residents = [row for row in rows if row["residents"]]
    if not residents:
        if not lacking:
            return Message("everywhere", {"teams": teams})
        most = max(lacking, key=lambda row: len(str(row["nobody_from"]).split(", ")))
        where = {"teams": teams, "count": len(lacking), "team": most["item"], "sectors": most["nobody_from"]}
        return Message("one_lacks" if len(lacking) == 1 else "some_missing", where, discloses=Disclosure.SECTOR)
    row = max(residents, key=lambda row: int(row["teams"] or 0))
    sits, steers = int(row["teams"] or 0), row.get("steering")
    seats = "none" if not sits else "one" if sits == 1 else "all" if sits == teams else "several"
    steering = "" if steers is None else "_steer" if steers else "_not"
    good = sits > HARDLY * teams and steers != 0
    fields: dict[str, Cell] = {"sector": row["sector"], "sits": sits, "teams": teams}
    others = [
        str(other["sector"])
        for other in rows
        if other["sector"] != row["sector"] and other["listed"] and other["teams"] == 0
    ]
    also = "" if sits or not others else "_nor" if len(others) == 1 else "_nor_several"
    if also:
        fields |= {"others": others[0], "count": len(others)}
    tone: Tone = "strength" if good and 2 * sits >= teams else "neutral" if good else "concern"
    return Message(seats + steering + also, fields, tone, Disclosure.SECTOR)


@measure(
    section="missing",
    page="missing",
    title=N_("Who sits in teams and on steering"),
    question=N_("Which sectors have nobody in a team, on steering, or on an outcome? Are residents there?"),
    how_to_read=N_(
        "Not every sector has to sit in every team. Look at where those whom the work is about are missing, and at the "
        "sectors that a team's outcome needs. Residents and community members with lived experience count as a sector "
        "of their own."
    ),
    formula_lists=N_(
        "Pairs of a team and a sector with at least one organization of the sector in the team / all such pairs."
    ),
    formula=N_(
        "Pairs of a team and a sector with at least one organization of the sector in the team / all such pairs. Where "
        "only those who answered say what they carry, a sector of which fewer than half answered is not known."
    ),
    undefined=N_("Without teams, or without sectors."),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Arnstein, S. R. (1969). A ladder of citizen participation. Journal of the American Institute of Planners, "
        "35(4), 216-224.",
        "Raderstrong, J., & Boyea-Robinson, T. (2016). The why and how of working with communities through collective "
        "impact. Community Development, 47(2), 181-193.",
    ),
    messages={
        "none": N_("Nobody of {sector} sits in a team."),
        "none_steer": N_("Nobody of {sector} sits in a team, but somebody is on steering."),
        "none_not": N_("Nobody of {sector} sits in a team or on steering."),
        "none_nor": N_("Nobody of {sector} sits in a team, nor of {others}."),
        "none_steer_nor": N_(
            "Nobody of {sector} sits in a team, nor of {others}, but somebody of {sector} is on steering."
        ),
        "none_not_nor": N_("Nobody of {sector} sits in a team or on steering; of {others} nobody sits in a team."),
        "none_nor_several": N_("Nobody of {sector} sits in a team, nor of {count} other sectors."),
        "none_steer_nor_several": N_(
            "Nobody of {sector} sits in a team, nor of {count} other sectors, but somebody of {sector} is on steering."
        ),
        "none_not_nor_several": N_(
            "Nobody of {sector} sits in a team or on steering; of {count} other sectors nobody sits in a team."
        ),
        "one": N_("Somebody of {sector} sits in one of {teams} teams."),
        "one_steer": N_("Somebody of {sector} sits in one of {teams} teams and on steering."),
        "one_not": N_("Somebody of {sector} sits in one of {teams} teams, but nobody on steering."),
        "several": N_("Somebody of {sector} sits in {sits} of {teams} teams."),
        "several_steer": N_("Somebody of {sector} sits in {sits} of {teams} teams and on steering."),
        "several_not": N_("Somebody of {sector} sits in {sits} of {teams} teams, but nobody on steering."),
        "all": N_("Somebody of {sector} sits in each of the {teams} teams."),
        "all_steer": N_("Somebody of {sector} sits in each of the {teams} teams and on steering."),
        "all_not": N_("Somebody of {sector} sits in each of the {teams} teams, but nobody on steering."),
        "one_lacks": N_("Sectors with nobody in the team {team}: {sectors}."),
        "some_missing": N_(
            "In {count} of {teams} teams some sector has nobody. Most are missing in {team}: {sectors}."
        ),
        "everywhere": N_("Every sector sits in every team."),
        "teams": N_("Each team"),
        "steering": N_("Steering"),
        "outcomes": N_("Each outcome"),
        "no_teams": N_("The survey has no teams."),
        "no_residents": N_(
            "No sector stands for residents or community members with lived experience. If they take part, give them a "
            "sector of their own."
        ),
        "from_answers": N_("Who carries an outcome is known of those only who answered."),
    },
    reading=_reading,
    chart=Chart("none"),
    questions=(N_("In which team would residents change what we do, and what would it take for them to sit there?"),),
    no_range=N_(
        "Who sits where is taken from the lists and answers there are; a sector that nobody speaks for is left open."
    ),
    reads=("team", "meeting", "outcome"),
    counts="seats",
    group=True,
)
def team_coverage(graph: PartnerGraph, partnership: Partnership) -> Measured:
    """Find which sectors sit in no team, not on steering, and carry none of an outcome.

    Parameters
    ----------
    graph : PartnerGraph
        One wave, with affiliations of the kinds team, outcome, and whatever steers.
    partnership : Partnership
        Its lists `sectors` and `items` say which sectors and teams there are, and which of these steer.

    Returns
    -------
    Measured
        `value` is the share of pairs of team and sector with somebody; None without teams. `table` has sector, listed,
        residents (whether it stands for them), teams and outcomes (in how many of these it has somebody), steering (how
        many organizations); columns of which nothing is known are left out. ``tables["teams"]``, ``["steering"]`` and
        ``["outcomes"]`` have item, organizations, nobody_from and not_known: sectors, as text.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(2)
    >>> nx.set_node_attributes(path, {0: "Schools", 1: "Residents"}, "sector")
    >>> plain = from_networkx(path)
    >>> seats = pd.DataFrame({"organization": ["0"], "kind": "team", "item": "Reading"})
    >>> graph = PartnerGraph(plain.wave, plain.layers, {**plain.frames, "affiliations": seats})
    >>> team_coverage(graph, Partnership("P", {"1": graph}, {})).tables["teams"].rows[0]["nobody_from"]
    'Residents'
    """
    reference = first_list(graph, partnership)
    people = pd.DataFrame({"sector": reference.members})
    seats = graph["affiliations"].merge(people, left_on="organization", right_index=True)
    steering = steering_seats(seats, partnership)
    carried = {
        "teams": _carried("team", graph, partnership, seats[seats["kind"] == "team"], reference.members),
        "outcomes": _carried("outcome", graph, partnership, seats[seats["kind"] == "outcome"], reference.members),
    }
    if steering is not None:
        carried["steering"] = _carried("steering", graph, partnership, steering, reference.members)
    carried = {name: items for name, items in carried.items() if items.items}
    caveats = [] if any(voices_in(sector).voices for sector in reference.sectors) else [Message("no_residents")]
    if "outcomes" in carried and not graph.answered.all():
        caveats.append(Message("from_answers"))
    tables = {
        name: Table.from_rows(BY_ITEM, _by_item(items, reference.sectors), Disclosure.ORGANIZATION)
        for name, items in carried.items()
    }
    if "teams" not in carried or not reference.sectors:
        return Measured(None, None, tables, caveats=[Message("no_teams"), *caveats])
    rows: list[Row] = []
    for sector, listed in reference.listed.items():
        row: dict[str, Cell] = {"sector": str(sector), "listed": int(listed)}
        row["residents"] = bool(voices_in(str(sector)).voices)
        rows.append({**row, **{name: _where(items, str(sector)) for name, items in carried.items()}})
    teams = carried["teams"]
    there = sum(len(teams.sectors_of(item)) for item in teams.items)
    covered = Quotient(there, len(teams.items) * len(reference.sectors))
    columns = [column for column in BY_SECTOR if column.name in rows[0]]
    return Measured.of(covered, Table.from_rows(columns, rows, Disclosure.SECTOR), tables, caveats=caveats)


def _carried(
    kind: str, graph: PartnerGraph, partnership: Partnership, seats: pd.DataFrame, members: "pd.Series[str]"
) -> _Carried:
    """Items of a kind, listed or carried; what those who did not answer carry is known only from a list."""
    listed = partnership.lists.get("items")
    items = set(seats["item"])
    if listed is not None:
        of_kind = listed["steering"] if kind == "steering" else listed["kind"] == kind
        items |= set(listed.loc[of_kind.astype(bool), "item"])
    answered = {name for name, yes in zip(graph.names, graph.answered, strict=True) if yes}
    spoke = pd.Series(members.index.isin(list(answered)), index=members.index).groupby(members).mean()
    from_answers = set(seats["organization"]) <= answered
    return _Carried(
        kind, sorted(items, key=natural), seats, frozenset(spoke.index[spoke < MOST] if from_answers else ())
    )


def _where(carried: _Carried, sector: str) -> int | None:
    """In how many of the items a sector has somebody; on steering, how many organizations; None where not known."""
    mine = carried.seats[carried.seats["sector"] == sector]
    count = int(mine["organization" if carried.kind == "steering" else "item"].nunique())
    return None if not count and sector in carried.unheard else count


def _by_item(carried: _Carried, sectors: list[str]) -> Iterator[Row]:
    for item in carried.items:
        there = carried.sectors_of(item)
        absent = [sector for sector in sectors if sector not in there]
        yield {
            "item": item,
            "organizations": int(carried.seats.loc[carried.seats["item"] == item, "organization"].nunique()),
            "nobody_from": ", ".join(sector for sector in absent if sector not in carried.unheard),
            "not_known": ", ".join(sector for sector in absent if sector in carried.unheard),
        }
