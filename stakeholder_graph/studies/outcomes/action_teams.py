"""Action teams: of each, who names its outcome, sits there, is in its strategies and works together, side by side."""

from collections.abc import Sequence

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.representation._attendance import attendance_tables
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Cell, Disclosure, Table
from stakeholder_graph.studies.context import MeasureSettings, Shared, StudyContext
from stakeholder_graph.studies.outcomes._team_facts import SEVERAL_SECTORS, TeamFacts
from stakeholder_graph.studies.outcomes._team_pairs import LARGEST, PairStates, between_teams, within_teams
from stakeholder_graph.studies.outcomes._team_tables import summary, team_tables
from stakeholder_graph.text import N_


def _reading(finding: Finding) -> Message | None:
    if finding.quotient is None:
        return None
    fields: dict[str, Cell] = {
        "count": int(finding.quotient.numerator),
        "teams": int(finding.quotient.denominator),
        "sectors": SEVERAL_SECTORS,
    }
    if fields["teams"] == 1:
        crosses = bool(fields["count"])
        return Message("only_team_crosses" if crosses else "only_team", fields, "strength" if crosses else "neutral")
    if not fields["count"]:
        return Message("no_team_crosses", fields)
    if fields["count"] == fields["teams"]:
        return Message("every_team_crosses", fields, "strength")
    return Message("one_crosses" if fields["count"] == 1 else "some_cross", fields)


@measure(
    section="outcomes",
    title=N_("Who is in the action teams"),
    question=N_(
        "Of each team: who names its outcome, who sits there, who is in its strategies, and who works together?"
    ),
    how_to_read=N_(
        "A team need not hold everybody who works on its outcome, nor need all its members work with each other. Look "
        "for those who try something for the outcome and have no seat, and for members whom nobody else in the team "
        "works with. Whether two work together is not known where nobody who was asked has answered."
    ),
    how_to_read_copy=N_("Teams, and who sits there, are as the backbone’s list has them."),
    how_to_read_lists=N_(
        "A team need not hold everybody who works on its outcome. Look for those who try something for the outcome and "
        "have no seat."
    ),
    formula_lists=N_(
        "Teams in which organizations of at least three stated sectors sit / teams of which it is known whether they "
        "do; teams that steer are left out. A team without known members is not known, nor is a team of fewer sectors "
        "where a member’s sector is not stated. Overlap: who sits in both / who sits in either (Jaccard). Meetings: "
        "how many an organization came to / how many were held of its own."
    ),
    formula=N_(
        "Teams in which organizations of at least three stated sectors sit / teams of which it is known whether they "
        "do; teams that steer are left out. A team without known members is not known, nor is a team of fewer sectors "
        "where a member’s sector is not stated, or where answers alone say who sits there and some are missing. Within "
        "teams and between them: pairs of which at least one names the other / pairs of which both answered about the "
        "other. Overlap: who sits in both / who sits in either (Jaccard). Meetings: how many an organization came to / "
        "how many were held of its own, that is of its team, of a body it has a seat in, or that it came to at least "
        "once; held: the meetings listed one by one, or the most that anybody came to."
    ),
    undefined=N_("Without teams of which it is known who sits there, and with fewer than three sectors in all."),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Kania, J., & Kramer, M. (2011). Collective impact. Stanford Social Innovation Review, 9(1), 36-41.",
        "Breiger, R. L. (1974). The duality of persons and groups. Social Forces, 53(2), 181-190.",
        "Jaccard, P. (1912). The distribution of the flora in the alpine zone. New Phytologist, 11(2), 37-50.",
    ),
    messages={
        "every_team_crosses": N_("In each of the {teams} teams at least {sectors} sectors sit together."),
        "only_team_crosses": N_("In the team whose members are known at least {sectors} sectors sit together."),
        "only_team": N_("In the team whose members are known fewer than {sectors} sectors sit together."),
        "some_cross": N_("In {count} of {teams} teams at least {sectors} sectors sit together."),
        "one_crosses": N_("In one of {teams} teams at least {sectors} sectors sit together."),
        "no_team_crosses": N_("In none of the {teams} teams do {sectors} sectors sit together."),
        "within_known": N_(
            "Of {pairs} pairs of members of the same team it is known of {known} whether they work together; {tied} do."
        ),
        "in_several": N_("Organizations that sit in several teams: {count}."),
        "attended": N_(
            "Of {organizations} organizations that came to a meeting or have a seat in what met, {at_half} came to at "
            "least half of their own meetings; {not_counted} others are not counted."
        ),
        "no_attendance": N_(
            "How many meetings organizations attended is not counted. Give each meeting a row with its date, or write "
            "into the column value how many each attended."
        ),
        "held_at_least": N_(
            "Of some meetings it is only known how many each attended: at least as many were held as the most anybody "
            "attended, so that the shares may be lower."
        ),
        "teams_not_known": N_(
            "Teams of which it is not known whether {sectors} sectors sit there, left out of the share: {names}."
        ),
        "no_teams": N_("There are no teams."),
        "few_sectors": N_("With fewer than {sectors} sectors no team can hold so many."),
        "people": N_("Who names its outcome, sits there, is in its strategies, and works with members"),
        "sectors": N_("The sectors of each team, beside the community and all organizations"),
        "within": N_("Pairs of members of the same team"),
        "between": N_("Pairs of members of two teams, of whom neither sits in both"),
        "overlap": N_("Who sits in two teams"),
        "in_several_teams": N_("Who sits in several teams"),
        "tests": N_("What is tried for the outcomes of each team"),
        "attendance": N_("Who came to how many meetings"),
        "meetings": N_("Meetings, and how many came to half of theirs"),
        "attended_by": N_("How many organizations came to half of their meetings"),
    },
    reading=_reading,
    chart=Chart("none"),
    supporting=True,
    questions=(N_("Who tries something for this outcome and should have a seat in its team?"),),
    reads=("team", "outcome", "meeting"),
    counts="seats",
    no_range=N_("Who sits where is taken from lists, and pairs of which it is not known are not counted."),
)
def action_teams(graph: PartnerGraph, partnership: Partnership, contexts: Sequence[StudyContext] = ()) -> Measured:
    """Put side by side, for each team, who names its outcome, sits there, is in its strategies and works together.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; its affiliations of the kinds team, outcome and meeting.
    partnership : Partnership
        Its lists `items` (teams, which outcome each is there for, which steer), `strategies` and `sectors`.
    contexts : sequence of StudyContext
        The layers in which pairs are counted, the main one first; by default all that everybody was asked about.

    Returns
    -------
    Measured
        `value` is the share of teams with three sectors or more. `table` has team, outcome, steering, members,
        off_roster, no_sector, sectors, crosses, named, seated, trying, trying_seated, all_three, strategies and
        testing; None where it is not known. `tables`, as far as there is anything in them: people (team, organization,
        sector, sits, names, tries, together, known, others), sectors (team, sector, members, of_members, share,
        reference_share, roster_share), within (layer, team, pairs, known, together, both_answered,
        both_answered_together, share), between (the same and other_team), overlap (team, other_team, shared, either,
        jaccard), in_several_teams (organization, teams), tests (team, outcome, strategy, status, tested, started,
        learned), attendance (meeting, team, organization, attended, held), meetings (meeting, team, held,
        listed_meetings, organizations, at_half, median) and attended_by (organizations, at_half, share, median,
        not_counted), which has one row.

    Examples
    --------
    >>> import networkx as nx
    >>> import pandas as pd
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(3)
    >>> nx.set_node_attributes(path, {0: "Schools", 1: "Health", 2: "Residents"}, "sector")
    >>> plain = from_networkx(path)
    >>> seats = pd.DataFrame({"organization": ["0", "1", "2"], "kind": "team", "item": "Reading"})
    >>> graph = PartnerGraph(plain.wave, plain.layers, {**plain.frames, "affiliations": seats}, plain.directed)
    >>> measured = action_teams(graph, Partnership("P", {"1": graph}, {}))
    >>> measured.value, [(row["pairs"], row["together"]) for row in measured.tables["within"].rows]
    (1.0, [(3, 2)])
    """
    teams = TeamFacts(graph, partnership)
    if not teams.teams:
        return Measured(None, caveats=[Message("no_teams")])
    contexts = contexts or _contexts(graph, partnership)
    too_large = teams.involved.sum() > LARGEST
    states = [] if too_large else [PairStates.of(context, teams.involved) for context in contexts]
    tables = team_tables(teams, states)
    tables |= {"within": within_teams(teams, states), "between": between_teams(teams, states)}
    tables |= attendance_tables(graph, partnership, teams.teams)
    caveats = [*_caveats(tables), *_of_attendance(graph, tables)]
    caveats += [Message("too_large", {"most": LARGEST})] if too_large else []
    tables = {name: table for name, table in tables.items() if len(table)}
    known = {team: crosses for team in _acting(teams) if (crosses := teams.crosses(team)) is not None}
    table = summary(teams)
    if len(teams.reference.sectors) < SEVERAL_SECTORS:
        return Measured(None, table, tables, caveats=[Message("few_sectors", {"sectors": SEVERAL_SECTORS}), *caveats])
    if open_teams := [team for team in _acting(teams) if team not in known]:
        fields: dict[str, Cell] = {"sectors": SEVERAL_SECTORS, "names": "; ".join(open_teams)}
        caveats = [Message("teams_not_known", fields), *caveats]
    if not known:
        return Measured(None, table, tables, caveats=caveats)
    return Measured.of(Quotient(sum(known.values()), len(known)), table, tables, caveats=caveats)


def _acting(teams: TeamFacts) -> list[str]:
    """Teams that do not steer."""
    return [team for team in teams.teams if team not in teams.steering]


def _contexts(graph: PartnerGraph, partnership: Partnership) -> tuple[StudyContext, ...]:
    shared, settings = Shared(), MeasureSettings()
    names = [name for name, info in graph.layers.items() if not info.asked_of]
    return tuple(StudyContext(partnership, graph, name, settings, shared) for name in names)


def _caveats(tables: dict[str, Table]) -> list[Message]:
    """What the tables say in a sentence, for the desk."""
    within, several = tables["within"].rows, tables["in_several_teams"]
    said = []
    if main := [row for row in within if row["layer"] == within[0]["layer"]]:
        pairs, known, tied = (sum(int(row[name] or 0) for row in main) for name in ("pairs", "known", "together"))
        fields: dict[str, Cell] = {"pairs": pairs, "known": known, "tied": tied}
        said.append(Message("within_known", fields, discloses=Disclosure.ORGANIZATION))
    if len(several):
        said.append(Message("in_several", {"count": len(several)}))
    return said


def _of_attendance(graph: PartnerGraph, tables: dict[str, Table]) -> list[Message]:
    kinds, counted = graph["affiliations"]["kind"], tables["attended_by"].rows
    if not len(counted):
        here = Message("no_attendance", discloses=Disclosure.ORGANIZATION)
        return [here] if (kinds == "meeting").any() else []
    fields = {name: counted[0][name] for name in ("organizations", "at_half", "not_counted")}
    said = [Message("attended", fields, discloses=Disclosure.ORGANIZATION)]
    if any(not row["listed_meetings"] for row in tables["meetings"].rows):
        said.append(Message("held_at_least", discloses=Disclosure.ORGANIZATION))
    return said
