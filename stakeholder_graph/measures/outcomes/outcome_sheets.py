"""Outcome sheets: of each outcome who works on it, who sits on its team, who is missing, what is tried."""

from collections.abc import Iterator

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._columns import ORGANIZATION, ORGANIZATIONS, OUTCOME, SECTOR
from stakeholder_graph.measures._declaration import Chart, as_whole_number
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.outcomes._indicators import indicator_rows
from stakeholder_graph.measures.outcomes._outcome_facts import ANSWERS, LIST, NOBODY, OutcomeFacts
from stakeholder_graph.model.finding import Finding, Measured, Message
from stakeholder_graph.model.strategies import STANDINGS
from stakeholder_graph.model.table import Column, Disclosure, Row, Table
from stakeholder_graph.text import N_

STANDING = Column("standing", N_("Works on it, sits on its team"), "term")
FUNDER = Column("funder", N_("Funder"), "flag")
TEAM = Column("team", N_("Team"), "text")
STATE = Column("state", N_("Who works on it"), "term")
SUMMARY = (
    OUTCOME,
    ORGANIZATIONS,
    Column("sectors", N_("Sectors"), "count"),
    Column("teams", N_("Teams for it"), "count"),
    Column("seats", N_("On these teams"), "count"),
    Column("seated", N_("Work on it and sit on its team"), "count"),
    Column("funders", N_("Funders that name it"), "count"),
    Column("strategies", N_("Strategies"), "count"),
    Column("standing_still", N_("Of these paused or stopped"), "count"),
)
ASSET = Column("asset", N_("What it can offer"), "text")
PLACE = Column("place", N_("Place"), "text")
OF_FUNDERS = (
    Column("funders_listed", N_("Funders on the list"), "count"),
    Column("known_from", N_("Who works on it is known from"), "term"),
)
FUNDERS_HEARD = Column("funders_known", N_("Funders of which it is known"), "count", of_answers=True)
STRATEGIES = (
    OUTCOME,
    Column("strategy", N_("Strategy"), "text"),
    Column("started", N_("Since"), "text"),
    Column("status", N_("Status"), "text", labels=STANDINGS),
    Column("stands_still", N_("Paused or stopped"), "flag"),
    Column("learned", N_("What was learned"), "text"),
    Column("indicator", N_("Indicator"), "text"),
)
INDICATORS = (
    OUTCOME,
    Column("indicator", N_("Indicator"), "text"),
    Column("group", N_("Group"), "text"),
    Column("good", N_("Which way is good"), "text"),
    Column("unit", N_("Unit"), "text"),
    Column("first_period", N_("From"), "text"),
    Column("first", N_("First value"), "number"),
    Column("last_period", N_("Until"), "text"),
    Column("last", N_("Latest value"), "number"),
)


def _reading(finding: Finding) -> Message | None:
    if finding.table is None:
        return None
    rows = finding.table.rows
    without = [str(row["outcome"]) for row in rows if not row["teams"]]
    if finding.value is None:
        return Message("outcomes", {"count": len(rows)})
    mark = "; " if any("," in outcome for outcome in without) else ", "
    return Message("without_team", {"outcomes": mark.join(without)}) if without else Message("every_team")


@measure(
    section="outcomes",
    title=N_("Who works on each outcome, and who sits on its team"),
    question=N_("Of each outcome: who works on it, who sits on its team, who is missing, and what is tried?"),
    how_to_read=N_(
        "Not everybody who works on an outcome has to sit on its team. Look at outcomes where most of those who work "
        "on them do not, and at outcomes without a team. Whoever has not answered yet may well work on an outcome."
    ),
    how_to_read_copy=N_(
        "Teams are as the backbone’s list has them. Who works on an outcome stands here only where a list says it of "
        "everybody."
    ),
    how_to_read_lists=N_(
        "Not everybody who works on an outcome has to sit on its team. Look at outcomes where most of those who work "
        "on them do not, and at outcomes without a team."
    ),
    formula_lists=N_(
        "Outcomes for which no team is there, of those that are listed, or that a team or a strategy is there for. The "
        "list of items says which outcome a team is there for; of a team of which it says none, its name may, where it "
        "holds the whole name of an outcome. A sector or a place has nobody where none of its organizations carries "
        "the outcome. Funders are organizations whose role or sector says so. A strategy stands still where its status "
        "says paused, stopped, on hold or the like."
    ),
    formula=N_(
        "Outcomes for which no team is there, of those that are listed, named, or that a team or a strategy is there "
        "for. The list of items says which outcome a team is there for; of a team of which it says none, its name may, "
        "where it holds the whole name of an outcome. A sector or a place has nobody where none of its organizations "
        "carries the outcome; that is not known where fewer than half of them answered and answers alone say who does. "
        "Funders are organizations whose role or sector says so. A strategy stands still where its status says paused, "
        "stopped, on hold or the like."
    ),
    undefined=N_(
        "The number, where it is said of no team which outcome it is there for. Everything, without outcomes."
    ),
    unit=N_("outcomes without a team"),
    bounds=(0, None),
    references=(
        "Kania, J., & Kramer, M. (2011). Collective impact. Stanford Social Innovation Review, 9(1), 36-41.",
        "Breiger, R. L. (1974). The duality of persons and groups. Social Forces, 53(2), 181-190.",
    ),
    messages={
        "outcomes": N_("It is not said which of the {count} outcomes a team is there for."),
        "without_team": N_("No team is there for: {outcomes}."),
        "every_team": N_("A team is there for every outcome."),
        "no_outcomes": N_("There are no outcomes that organizations work on."),
        "not_named": N_("Who works on which outcome is not known."),
        "charters_not_stated": N_(
            "Nothing says which outcome a team is for, so that outcomes without a team are not counted."
        ),
        "organizations": N_("Who works on it, and who sits on its team"),
        "teams": N_("The teams of each outcome"),
        "members": N_("Who sits in each team"),
        "missing_sectors": N_("Sectors without anybody"),
        "missing_places": N_("Places without anybody"),
        "strategies": N_("What is tried for each outcome"),
        "strategy_partners": N_("Who tries it"),
        "assets": N_("What those who work on it can offer"),
        "indicators": N_("Its indicators"),
    },
    reading=_reading,
    chart=Chart("none"),
    supporting=True,
    displayed=as_whole_number,
    questions=(N_("Who works on this outcome and should have a seat on its team?"),),
    reads=("outcome", "team", "asset"),
    counts="seats",
    no_range=N_("Who sits where is taken from lists; only those who have not answered could say what they work on."),
)
def outcome_sheets(graph: PartnerGraph, partnership: Partnership) -> Measured:
    """Put side by side, for each outcome, all that lists and answers say of it.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; its affiliations of the kinds outcome, team and asset.
    partnership : Partnership
        Its lists `items` (which outcome a team, an indicator or an asset is there for), `strategies` and `indicators`.

    Returns
    -------
    Measured
        `value` is the number of outcomes for which no team is there. `table` has outcome, organizations (that work on
        it; None where nobody says of any outcome who does), sectors, teams, seats, seated (who work on it and sit on
        its team), funders, strategies, standing_still (None of both where a copy does not say), funders_listed,
        known_from and funders_known. `tables` has
        organizations (outcome, organization, sector, standing, funder) or, where nobody says who works on any outcome,
        members (team, organization, sector, funder); teams, missing_sectors, missing_places, strategies,
        strategy_partners, assets and indicators (first and latest value, of everybody together and of each group), as
        far as there are any.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import LayerInfo, Wave
    >>> named = {"organization": ["A", "B"], "kind": ["outcome", "team"], "item": ["Math", "Math crew"]}
    >>> frames = {"organizations": pd.DataFrame({"organization": ["A", "B"]}), "affiliations": pd.DataFrame(named)}
    >>> graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    >>> items = pd.DataFrame({"kind": ["outcome", "team"], "item": ["Math", "Math crew"]})
    >>> found = outcome_sheets(graph, Partnership("P", {"1": graph}, {"items": items}))
    >>> found.value, [row["standing"] for row in found.tables["organizations"].rows]
    (0, ['works on it, not on its team', 'on its team, does not name it'])
    """
    facts = OutcomeFacts(graph, partnership)
    if not facts.outcomes:
        return Measured(None, caveats=[Message("no_outcomes")])
    rows = [_summary(facts, outcome) for outcome in facts.outcomes]
    tables = {
        "organizations": Table.from_rows(
            (OUTCOME, ORGANIZATION, SECTOR, STANDING, FUNDER), _organizations(facts), Disclosure.ORGANIZATION
        ),
        "members": Table.from_rows(
            (TEAM, ORGANIZATION, SECTOR, FUNDER), () if facts.named else _members(facts), Disclosure.ORGANIZATION
        ),
        "teams": Table.from_rows((OUTCOME, TEAM, *SUMMARY[4:6]), _teams(facts), Disclosure.NETWORK),
        "missing_sectors": Table.from_rows((OUTCOME, SECTOR, STATE), _missing(facts, "sector"), Disclosure.SECTOR),
        "missing_places": Table.from_rows((OUTCOME, PLACE, STATE), _missing(facts, "place"), Disclosure.SECTOR),
        "strategies": Table.from_rows(STRATEGIES, _strategies(facts), Disclosure.ORGANIZATION),
        "strategy_partners": Table.from_rows(
            (OUTCOME, STRATEGIES[1], ORGANIZATION), _strategy_partners(facts), Disclosure.ORGANIZATION
        ),
        "assets": Table.from_rows(
            (OUTCOME, ORGANIZATION, ASSET),
            facts.assets,
            Disclosure.ORGANIZATION,
        ),
        "indicators": Table.from_rows(
            INDICATORS, indicator_rows(partnership, facts.outcomes, facts.tried), Disclosure.NETWORK
        ),
    }
    return Measured(
        sum(not row["teams"] for row in rows) if facts.charters_stated else None,
        Table.from_rows((*SUMMARY, *OF_FUNDERS, FUNDERS_HEARD), rows, Disclosure.NETWORK),
        {name: table for name, table in tables.items() if len(table)},
        caveats=[
            *([] if facts.named else [Message("not_named")]),
            *([] if facts.charters_stated else [Message("charters_not_stated")]),
        ],
    )


def _summary(facts: OutcomeFacts, outcome: str) -> Row:
    works, sits, named = facts.works(outcome), facts.sits(outcome), facts.named
    strategies, standing_still = facts.count_strategies(outcome)
    return {
        "outcome": outcome,
        "organizations": int(works.sum()) if named else None,
        "sectors": len(facts.groups("sector")[works].dropna().unique()) if named else None,
        "teams": len(facts.teams_of(outcome)),
        "seats": int(sits.sum()),
        "seated": int((works & sits).sum()) if named else None,
        "funders": int((works & facts.funders).sum()) if named else None,
        "strategies": strategies,
        "standing_still": standing_still,
        "funders_listed": int(facts.funders.sum()),
        "known_from": (LIST if facts.by_list else ANSWERS) if named else None,
        "funders_known": int((facts.funders & facts.heard).sum()) if named else None,
    }


def _organizations(facts: OutcomeFacts) -> Iterator[Row]:
    for outcome in facts.outcomes if facts.named else ():
        works, sits = facts.works(outcome), facts.sits(outcome)
        everything = zip(facts.graph.names, facts.sectors, works, sits, facts.heard, facts.funders, strict=True)
        for name, sector, working, sitting, heard, funder in everything:
            if working or sitting:
                standing = facts.standing(outcome, works=bool(working), sits=bool(sitting), heard=bool(heard))
                cells = {"organization": name, "sector": sector, "standing": standing, "funder": bool(funder)}
                yield {"outcome": outcome, **cells}


def _members(facts: OutcomeFacts) -> Iterator[Row]:
    """Who sits in a team, where it is of nobody known who works on its outcome."""
    for team in dict.fromkeys(team for outcome in facts.outcomes for team in facts.teams_of(outcome)):
        for name, sector, sits, funder in zip(
            facts.graph.names, facts.sectors, facts.seats_of(team), facts.funders, strict=True
        ):
            if sits:
                yield {"team": team, "organization": name, "sector": sector, "funder": bool(funder)}


def _teams(facts: OutcomeFacts) -> Iterator[Row]:
    for outcome in facts.outcomes:
        for team in facts.teams_of(outcome):
            sits = facts.seats_of(team)
            seated = int((facts.works(outcome) & sits).sum()) if facts.named else None
            yield {"outcome": outcome, "team": team, "seats": int(sits.sum()), "seated": seated}


def _missing(facts: OutcomeFacts, attribute: str) -> Iterator[Row]:
    """Sectors or places without anybody, where there are several; of an outcome that nobody carries that is all."""
    groups = facts.groups(attribute)
    known = facts.known_groups(attribute)
    if not facts.named or len(known) < 2:
        return
    for outcome in facts.outcomes:
        there = set(groups[facts.works(outcome)].dropna())
        for group in known if there else ():
            if group not in there:
                yield {"outcome": outcome, attribute: group, "state": facts.silence_of(attribute, group) or NOBODY}


def _strategies(facts: OutcomeFacts) -> Iterator[Row]:
    for outcome in facts.outcomes:
        for tried in facts.strategies_for(outcome):
            yield {
                "outcome": outcome,
                "strategy": tried.name,
                "started": tried.started,
                "status": tried.status,
                "stands_still": tried.stands_still,
                "learned": tried.learned,
                "indicator": tried.indicator,
            }


def _strategy_partners(facts: OutcomeFacts) -> Iterator[Row]:
    for outcome in facts.outcomes:
        for tried in facts.strategies_for(outcome):
            for name in tried.partners:
                yield {"outcome": outcome, "strategy": tried.name, "organization": name}
