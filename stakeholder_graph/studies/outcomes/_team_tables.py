"""Tables of teams from lists: who is there for what, from which sectors, who sits in two, what they test."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from stakeholder_graph.measures._columns import ORGANIZATION, OUTCOME, SECTOR, SHARE
from stakeholder_graph.measures.outcomes._strategies import Strategy
from stakeholder_graph.model.strategies import STANDINGS, status_of
from stakeholder_graph.model.table import Cell, Column, Disclosure, Row, Table
from stakeholder_graph.studies.outcomes._team_facts import TeamFacts
from stakeholder_graph.studies.outcomes._team_pairs import OTHER_TEAM, TEAM, PairStates
from stakeholder_graph.text import N_

MEMBERS = Column("members", N_("Members"), "count")
NAMED = Column("named", N_("Name its outcome"), "count", of_answers=True)
SEATED = Column("seated", N_("Of these in the team"), "count", of_answers=True)
TRYING = Column("trying", N_("In its strategies"), "count", of_answers=True)
TRYING_SEATED = Column("trying_seated", N_("Of these in the team"), "count", of_answers=True)
ALL_THREE = Column("all_three", N_("Name it, sit there and try it"), "count", of_answers=True)
STRATEGY_COUNT = Column("strategies", N_("Strategies"), "count", of_answers=True)
TESTING = Column("testing", N_("Of these tested"), "count", of_answers=True)
SUMMARY = (
    TEAM,
    Column("outcome", N_("There for"), "text"),
    Column("steering", N_("On steering"), "flag"),
    MEMBERS,
    Column("off_roster", N_("Not on the list of organizations"), "count"),
    Column("no_sector", N_("Sector not stated"), "count"),
    Column("sectors", N_("Sectors"), "count"),
    Column("crosses", N_("From three sectors or more"), "flag"),
    NAMED,
    SEATED,
    TRYING,
    TRYING_SEATED,
    ALL_THREE,
    STRATEGY_COUNT,
    TESTING,
)
BY_SECTOR = (
    TEAM,
    SECTOR,
    MEMBERS,
    Column("of_members", N_("Of members with a sector"), "count"),
    SHARE,
    Column("reference_share", N_("Share in the community"), "share"),
    Column("roster_share", N_("Share of all organizations"), "share"),
)
PEOPLE = (
    TEAM,
    ORGANIZATION,
    SECTOR,
    Column("sits", N_("Sits in the team"), "flag"),
    Column("names", N_("Names its outcome"), "flag"),
    Column("tries", N_("In its strategies"), "flag"),
    Column("together", N_("Members it works with"), "count"),
    Column("known", N_("Of so many it is known"), "count"),
    Column("others", N_("Other members"), "count"),
)
OVERLAP = (
    TEAM,
    OTHER_TEAM,
    Column("shared", N_("Sit in both"), "count"),
    Column("either", N_("Sit in either"), "count"),
    Column("jaccard", N_("Share of these in both"), "share"),
)
TESTS = (
    TEAM,
    OUTCOME,
    Column("strategy", N_("Strategy"), "text"),
    Column("status", N_("Status"), "text", labels=STANDINGS),
    Column("tested", N_("Being tested"), "flag"),
    Column("started", N_("Since"), "text"),
    Column("learned", N_("What was learned"), "text"),
)


def team_tables(teams: TeamFacts, states: Sequence[PairStates]) -> dict[str, Table]:
    """All tables that need no ties, and who works with whom beside them.

    Parameters
    ----------
    teams : TeamFacts
        Who sits where.
    states : sequence of PairStates
        One for each kind of tie; the first is the main one.

    Returns
    -------
    dict of str to Table
        People, sectors, overlap, in_several_teams and tests; some may be empty.
    """
    return {
        "people": Table.from_rows(PEOPLE if states else PEOPLE[:6], _people(teams, states)),
        "sectors": Table.from_rows(BY_SECTOR, _by_sector(teams), Disclosure.SECTOR),
        "overlap": Table.from_rows(OVERLAP, _overlap(teams), Disclosure.NETWORK),
        "in_several_teams": Table.from_rows((ORGANIZATION, Column("teams", N_("Teams"), "text")), _in_several(teams)),
        "tests": Table.from_rows(TESTS, _tests(teams)),
    }


def summary(teams: TeamFacts) -> Table:
    """One row a team; what nothing says is None, never 0.

    Parameters
    ----------
    teams : TeamFacts
        Who sits where.
    """
    return Table.from_rows(SUMMARY, [_row(teams, team) for team in teams.teams], Disclosure.NETWORK)


def _row(teams: TeamFacts, team: str) -> Row:
    sits, works, tries = teams.members(team), teams.works(team), teams.tries(team)
    tried = teams.tried(team)
    seated, off = bool(sits.any()), teams.off_roster(team)
    outcome = team in teams.outcomes
    named = outcome and teams.outcome_facts.named
    strategies = outcome and bool(teams.outcome_facts.tried)
    return {
        "team": team,
        "outcome": "; ".join(teams.outcomes.get(team, ())),
        "steering": team in teams.steering,
        "members": int(sits.sum()) + off if seated or off else None,
        "off_roster": off,
        "no_sector": sum(sector is None for sector in teams.sectors[sits]) if seated else None,
        "sectors": len(teams.sectors_in(team)) if seated else None,
        "crosses": teams.crosses(team),
        "named": int(works.sum()) if named else None,
        "seated": int((works & sits).sum()) if named and seated else None,
        "trying": int(tries.sum()) if strategies else None,
        "trying_seated": int((tries & sits).sum()) if strategies and seated else None,
        "all_three": int((works & sits & tries).sum()) if named and strategies and seated else None,
        "strategies": len(tried) if strategies else None,
        "testing": sum(map(_is_test, tried)) if strategies else None,
    }


def _people(teams: TeamFacts, states: Sequence[PairStates]) -> Iterator[Row]:
    """Whoever sits in a team, names its outcome or is in a strategy for it, and with how many members it works."""
    facts = teams.outcome_facts
    for team in teams.teams:
        sits, works, tries = teams.members(team), teams.works(team), teams.tries(team)
        involved = np.flatnonzero(sits | works | tries)
        partners = list(states[0].partners(involved, sits)) if states else [()] * len(involved)
        for k, counts in zip(involved.tolist(), partners, strict=True):
            heard = bool(works[k] or (facts.named and facts.heard.iloc[k] and team in teams.outcomes))
            row: dict[str, Cell] = {
                "team": team,
                "organization": teams.graph.names[k],
                "sector": teams.sectors[k],
                "sits": bool(sits[k]) if sits[k] or teams.whole else None,
                "names": bool(works[k]) if heard else None,
                "tries": bool(tries[k]) if facts.tried and team in teams.outcomes else None,
            }
            yield row | dict(zip(("together", "known", "others"), counts, strict=False))


def _by_sector(teams: TeamFacts) -> Iterator[Row]:
    listed, shares = teams.reference.listed, teams.reference.shares
    for team in teams.teams:
        there = [sector for sector in teams.sectors[teams.members(team)] if sector is not None]
        for sector in teams.reference.sectors if there else ():
            count = there.count(sector)
            share = shares.get(sector)
            yield {
                "team": team,
                "sector": sector,
                "members": count,
                "of_members": len(there),
                "share": count / len(there),
                "reference_share": None if share is None or share != share else float(share),
                "roster_share": int(listed[sector]) / int(listed.sum()),
            }


def _overlap(teams: TeamFacts) -> Iterator[Row]:
    for team, other in combinations(teams.teams, 2):
        sits, sits_there = teams.members(team), teams.members(other)
        if sits.any() and sits_there.any():
            shared, either = int((sits & sits_there).sum()), int((sits | sits_there).sum())
            cells = {"shared": shared, "either": either, "jaccard": shared / either}
            yield {"team": team, "other_team": other, **cells}


def _in_several(teams: TeamFacts) -> Iterator[Row]:
    seats = {team: teams.members(team) for team in teams.teams}
    for k, name in enumerate(teams.graph.names):
        if len(mine := [team for team, sits in seats.items() if sits[k]]) > 1:
            yield {"organization": name, "teams": "; ".join(mine)}


def _tests(teams: TeamFacts) -> Iterator[Row]:
    for team in teams.teams:
        for strategy in teams.tried(team):
            yield {
                "team": team,
                "outcome": strategy.outcome,
                "strategy": strategy.name,
                "status": strategy.status,
                "tested": _is_test(strategy),
                "started": strategy.started,
                "learned": strategy.learned,
            }


def _is_test(strategy: Strategy) -> bool:
    return status_of(strategy.status) == "test"
