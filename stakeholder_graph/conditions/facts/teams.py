"""Facts of teams and strategies: whether teams cross sectors, residents have seats, and tests end in decisions."""

from datetime import timedelta

from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.facts._context import FactContext
from stakeholder_graph.conditions.quantity import Quantity, does_not_apply, share
from stakeholder_graph.measures.representation._voices import Voices, voices_in
from stakeholder_graph.measures.representation.sector_coverage import steering_seats
from stakeholder_graph.model.days import days_of
from stakeholder_graph.model.strategies import DECISIONS, status_of
from stakeholder_graph.model.survey import NO_SECTOR

#: Teams of fewer sectors do not cross them.
SECTORS = 3
#: Changes of the last twelve months count.
YEAR = 366


def teams_across_sectors(context: FactContext, looked: FindingField) -> Quantity:
    """The share of teams with members of three sectors or more."""
    seats = context.graph["affiliations"].merge(
        context.graph.organizations[["organization", "sector"]], on="organization"
    )
    seats = seats[(seats["kind"] == "team") & (seats["value"] != 0)]
    items = context.partnership.lists.get("items")
    listed = set() if items is None else set(items.loc[items["kind"] == "team", "item"])
    teams = (listed | set(seats["item"])) - _steering_teams(context)
    if not len(seats) or not teams:
        return does_not_apply("no_teams", file="affiliations.csv")
    sectors = seats[seats["sector"] != NO_SECTOR].groupby("item")["sector"].nunique()
    return share(sum(sectors.get(team, 0) >= SECTORS for team in teams), len(teams))


def residents_seated(context: FactContext, looked: FindingField) -> Quantity:
    """The share of teams and steering, together, on which residents, parents or youth have a seat."""
    people = context.graph.organizations[["organization"]]
    listed = context.partnership.lists.get("sectors")
    residents = Voices(context.graph).by_organization
    if not residents and not any(is_residents(str(sector)) for sector in (() if listed is None else listed["sector"])):
        return does_not_apply("no_residents", file="organizations.csv")
    seats = context.graph["affiliations"].merge(people, on="organization")
    teams = seats[(seats["kind"] == "team") & (seats["value"] != 0)]
    if teams.empty:
        return does_not_apply("no_teams", file="affiliations.csv")
    steering = steering_seats(seats, context.partnership)
    teams = teams[~teams["item"].isin(_steering_teams(context))]
    there = teams["organization"].isin(list(residents)).groupby(teams["item"]).any().tolist()
    if steering is not None:
        there.append(bool(steering["organization"].isin(list(residents)).any()))
    return share(sum(there), len(there))


def _steering_teams(context: FactContext) -> set[str]:
    """Teams that are listed as steering: they are that, and no teams beside it."""
    items = context.partnership.lists.get("items")
    return set() if items is None else set(items.loc[(items["kind"] == "team") & items["steering"], "item"])


def is_residents(sector: str) -> bool:
    """Whether a sector stands for those whom the work is about.

    Parameters
    ----------
    sector : str
        Its name.

    Examples
    --------
    >>> is_residents("Parents"), is_residents("Youth"), is_residents("Youth-serving organizations")
    (True, True, False)
    """
    return bool(voices_in(sector).voices)


def tested_and_decided(context: FactContext, looked: FindingField) -> Quantity:
    """Two where a strategy is tested and one was scaled, shifted or stopped; one for either of these."""
    strategies = context.partnership.lists.get("strategies")
    if strategies is None or strategies.empty:
        return does_not_apply("no_strategies", file="strategies.csv")
    stands = {status_of(str(text)) for text in strategies["status"]} - {""}
    if not stands:
        return does_not_apply("no_statuses", file="strategies.csv")
    count = ("test" in stands) + bool(stands & set(DECISIONS))
    return Quantity(float(count), numerator=count, denominator=2, step=1.0, fact=True)


def systems_changed(context: FactContext, looked: FindingField) -> Quantity:
    """How many policies, practices or flows of money changed in the twelve months before this wave, or since."""
    changes = context.partnership.lists.get("changes")
    if changes is None or changes.empty:
        return does_not_apply("no_changes", file="changes.csv")
    asked = days_of(context.graph.wave.date or context.graph.wave.name)
    dated = [days_of(str(text)) for text in changes["date"]]
    since = None if asked is None else asked.first - timedelta(days=YEAR)
    count = sum(1 for days in dated if days is not None and (since is None or days.last >= since))
    return Quantity(float(count), numerator=count, denominator=len(dated), step=1.0, fact=True)
