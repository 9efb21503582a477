"""A scenario and what follows from it in plain sentences."""

from collections.abc import Iterator, Sequence

from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.studies.whatif import Consequences, Scenario
from stakeholder_graph.text import N_, _, _n, listing, number
from stakeholder_graph.views.amounts import hours_said

#: So many names stand in a sentence; of more, how many more there are.
MOST_NAMES = 8

VALUES_ALONE = N_(
    "No p-value is given: chance has no part in a change that you suppose. What is lost here, others may take up."
)


def title_of(scenario: Scenario) -> str:
    """What changes, in a line.

    Parameters
    ----------
    scenario : Scenario
        Any.

    Examples
    --------
    >>> title_of(Scenario("2025", ("Clinic", "Library"), connect=(("School", "Shelter"),)))
    'Without Clinic and Library; School and Shelter connected'
    """
    joined = (name if sector == NO_SECTOR else f"{name} ({sector})" for name, sector in scenario.join)
    lines = [_("without {names}", names=listing(scenario.without))] if scenario.without else []
    lines += [_("{name} joins", name=name) for name in joined]
    lines += [_("{names} connected", names=listing(pair)) for pair in scenario.connect]
    lines += [_("{names} no longer connected", names=listing(pair)) for pair in scenario.disconnect]
    said = "; ".join(lines) or _("as it is")
    return said[:1].upper() + said[1:]


def sentences(scenario: Scenario, seen: Consequences) -> tuple[str, ...]:
    """What changes first, most telling first.

    Parameters
    ----------
    scenario : Scenario
        What changes.
    seen : Consequences
        What anybody can see of it.

    Examples
    --------
    >>> sentences(Scenario("1", ("Backbone",)), Consequences((3, 1), alone=("Clinic",), outcomes=("Reading",)))[0]
    'Without Backbone, 1 organization has no connection left: Clinic.'
    """
    return tuple(_sentences(scenario, seen))


def _sentences(scenario: Scenario, seen: Consequences) -> Iterator[str]:
    gone = listing(scenario.without)
    if seen.alone and gone:
        yield _n(
            "Without {gone}, {count} organization has no connection left: {names}.",
            "Without {gone}, {count} organizations have no connection left: {names}.",
            len(seen.alone),
            gone=gone,
            names=_some(seen.alone),
        )
    elif seen.alone:
        yield _n(
            "{count} organization has no connection left: {names}.",
            "{count} organizations have no connection left: {names}.",
            len(seen.alone),
            names=_some(seen.alone),
        )
    for group in seen.cut_off:
        yield _n(
            "{count} organization loses its way to the others: {names}.",
            "{count} organizations stay connected with each other and lose their way to the others: {names}.",
            len(group),
            names=_some(group),
        )
    before, after = seen.connections
    if gone and before and not (seen.alone or seen.cut_off):
        yield _("Without {gone}, everybody who has a connection keeps one, and nobody is cut off.", gone=gone)
    if seen.reached:
        yield _n(
            "{count} organization gets a way to the others: {names}.",
            "{count} organizations get a way to the others: {names}.",
            len(seen.reached),
            names=_some(seen.reached),
        )
    if not (before or after):
        yield _("No connection is known here, as it is or as it would be, so nobody can lose one.")
    elif before == after:
        yield _n(
            "There is {count} connection, as many as before.",
            "There are {count} connections, as many as before.",
            before,
        )
    else:
        change = number(after - before)
        yield _(
            "Connections of any kind: {before} before, {after} after ({change}).",
            before=number(before),
            after=number(after),
            change="+" + change if after > before else change,
        )
    yield from _hours(scenario, seen)
    for names, words in (
        (seen.sectors, N_("Nobody is left of {names}.")),
        (seen.outcomes, N_("Nobody is left who works on {names}.")),
        (seen.teams, N_("Nobody is left in the team {names}.")),
        (seen.strategies, N_("No partner is left in the strategy {names}.")),
    ):
        if names:
            yield _(words, names=_some(names))


def _hours(scenario: Scenario, seen: Consequences) -> Iterator[str]:
    if seen.hours is None:
        return
    if seen.hours.before != seen.hours.after:
        yield _(
            "Hours a month that those who stay give to their connections in {layer}: {before} before, {after} after.",
            layer=seen.hours.layer,
            before=hours_said(seen.hours.before),
            after=hours_said(seen.hours.after),
        )
    if scenario.connect:
        yield _(
            "A new connection takes about {hours} hours a month of each.",
            hours=hours_said(seen.hours.new_tie),
        )


def _some(names: Sequence[str]) -> str:
    """The names, and of many how many more there are."""
    if len(names) <= MOST_NAMES:
        return listing(names)
    more = len(names) - MOST_NAMES
    return listing((*names[:MOST_NAMES], _n("{count} more", "{count} more", more)))
