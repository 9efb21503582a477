"""What the team of an outcome may do next: one step for each thing that its sheet shows to be missing."""

from collections.abc import Iterator

from stakeholder_graph.measures.outcomes._outcome_facts import NOT_SEATED
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
        if tried.stands_still:
            yield _("Settle whether “{strategy}” goes on.", strategy=tried.name)
        if tried.apart and tried.pairs == 1:
            yield _("Bring {names} together.", names=listing(tried.partners))
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
            "Connect some of the {apart} pairs that do not work together yet: the call list names the nearest.",
            apart,
            apart=number(apart),
        )
    if "no funder" in sheet.lacks:
        yield _("Ask a funder.")
