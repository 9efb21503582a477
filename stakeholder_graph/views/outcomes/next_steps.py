"""What the team of an outcome may do next: one step for each thing that its sheet shows to be missing."""

from collections.abc import Iterator, Sequence

from stakeholder_graph.measures.improvement._board import NO_DATE
from stakeholder_graph.measures.outcomes._outcome_facts import NOT_SEATED
from stakeholder_graph.studies.outcomes._needed import Needed
from stakeholder_graph.studies.outcomes.sheets import OutcomeSheet
from stakeholder_graph.text import _, _n, listing, number
from stakeholder_graph.views.sentences import count

#: So many names stand in one step; more are counted.
NAMED = 3


def next_steps(sheet: OutcomeSheet) -> tuple[str, ...]:
    """The steps of one sheet, the nearest first.

    Parameters
    ----------
    sheet : OutcomeSheet
        Of any outcome.

    Returns
    -------
    tuple of str
        Empty where nothing is missing.
    """
    return tuple(_steps(sheet))


def _steps(sheet: OutcomeSheet) -> Iterator[str]:
    if "nobody" in sheet.lacks:
        yield _("Find out who works on it, or settle whether it stays an outcome.")
    if "no team" in sheet.lacks:
        yield _("Settle who calls a first meeting.")
    for tried in sheet.tried:
        if tried.overdue or tried.decision == NO_DATE:
            yield _("Decide on “{strategy}”: scale, shift or stop.", strategy=tried.name)
        elif tried.blocks and tried.apart and tried.pairs == 1:
            yield _("Settle whether “{strategy}” goes on, and bring its partners together.", strategy=tried.name)
            continue
        elif tried.blocks:
            yield _("Settle whether “{strategy}” goes on.", strategy=tried.name)
        if tried.apart and tried.pairs == 1:
            yield _("Bring {names} together.", names=listing(tried.partners))
    yield from list(map(_meet, (needed for needed in sheet.needed if needed.could_meet)))[:NAMED]
    invited = [str(row["organization"]) for row in sheet.people.get(NOT_SEATED, ())]
    if invited and "seats" in sheet.lacks:
        if len(invited) <= NAMED:
            yield _("Invite to the team: {names}.", names=listing(invited))
        else:
            many = count(len(invited))
            yield _("Invite to the team some of the {count} who work on it and do not sit there.", count=many)
    if sheet.pairs and "hardly tied" in sheet.lacks:
        apart = sheet.pairs.pairs - sheet.pairs.together - sheet.pairs.unknown
        yield _n(
            "Connect {apart} pair that does not work together yet.",
            "Connect some of the {apart} pairs that do not work together: the call list names the nearest.",
            apart,
            apart=number(apart),
        )
    if "no funder" in sheet.lacks:
        yield _("Ask a funder.")


def _meet(needed: Needed) -> str:
    """Whom to bring together for what is needed, first two of which one needs it itself."""
    if not needed.apart:
        return _("Offered and not used yet: {item} ({names}).", item=needed.item, names=_some(needed.outside))
    offers = needed.apart[0][0]
    needs = [other for name, other in needed.apart if name == offers]
    return _(
        "{offers} offers {item}: bring it together with {names}.", offers=offers, item=needed.item, names=_some(needs)
    )


def _some(names: Sequence[str]) -> str:
    """Names, or the first of many and how many more."""
    if len(names) <= NAMED:
        return listing(names)
    return _("{names} and {count} more", names=", ".join(names[: NAMED - 1]), count=number(len(names) - NAMED + 1))
