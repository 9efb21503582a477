"""Consent: which organizations agreed that others see their answers. Who did not counts beyond the desk as silent."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.questions import LocatedQuestion
from stakeholder_graph.survey.names.consent_words import agrees
from stakeholder_graph.survey.names.resolution import NameResolution
from stakeholder_graph.text import _, listing

WaveAndOrganization = tuple[str, str]
"""A round of the survey, and an organization that answered in it."""


def did_not_agree(
    questions: Sequence[LocatedQuestion], resolution: NameResolution, inspection: Inspection
) -> frozenset[WaveAndOrganization]:
    """Give the organizations that answered and did not agree: whoever left the question blank has not agreed either.

    Parameters
    ----------
    questions : sequence of LocatedQuestion
        Those of all kinds, with the answers that count.
    resolution : NameResolution
        The roster.
    inspection : Inspection
        Takes an open decision where nobody can tell whether an answer agrees; it counts as a no.

    Returns
    -------
    frozenset of (str, str)
        Wave and organization; of several people who answered for one, all have to agree.
    """
    refused: set[WaveAndOrganization] = set()
    for located in (located for located in questions if located.question.kind == "consent"):
        unclear: dict[str, int] = {}
        for row, answers in _answers(located).items():
            organization = resolution.organization(located.respondents.names[row], located.wave)
            said = {answer: agrees(answer, located.question.agree) for answer in answers}
            unclear |= {answer: row for answer, agreed in said.items() if agreed is None}
            if organization and not (said and all(said.values())):
                refused.add((located.wave, organization))
        if unclear:
            at = located.question.location
            inspection.decide(
                _(
                    "Nothing says whether {answers} to “{wording}” means yes. Until you decide it counts as a no: "
                    "beyond your desk, whoever gave it looks like somebody who has not answered.",
                    answers=listing((_("“{name}”", name=text) for text in sorted(unclear)), "or"),
                    wording=located.about,
                ),
                _(
                    "Say which answers agree: {set_agree}.",
                    set_agree=inspection.to_set("agree", next(iter(sorted(unclear)))),
                ),
                at.file,
                at.row,
                about="answers",
            )
    return frozenset(refused)


def agreed_in_answers(questions: Sequence[LocatedQuestion], resolution: NameResolution) -> frozenset[str]:
    """Give those who said in an answer of their own that they may be named, and in none that they may not.

    Parameters
    ----------
    questions : sequence of LocatedQuestion
        Those of all kinds, with the answers that count.
    resolution : NameResolution
        The roster.
    """
    refused = did_not_agree(questions, resolution, Inspection())
    asked = [located for located in questions if located.question.kind == "consent"]
    answered = {
        resolution.organization(located.respondents.names[row], located.wave)
        for located in asked
        for row, answers in _answers(located).items()
        if answers
    }
    return frozenset(answered - {name for _wave, name in refused} - {""})


def _answers(located: LocatedQuestion) -> dict[int, list[str]]:
    """What each respondent who counts said: the answer, or the options that were ticked."""
    table = located.table
    said: dict[int, list[str]] = {row: [] for row in located.respondents.names}
    for column in located.columns:
        for row, text in zip(table.respondents, table.texts(column), strict=True):
            ticked = (located.items[column.header] or "yes") if text == "1" else ""
            shown = ticked if column.kind == "many" else text
            if row in said and shown:
                said[row].append(shown)
    return said


def without_answers(
    questions: Sequence[LocatedQuestion], organizations: Collection[WaveAndOrganization], resolution: NameResolution
) -> list[LocatedQuestion]:
    """Leave out all answers of some organizations, as if they had not answered.

    Parameters
    ----------
    questions : sequence of LocatedQuestion
        With their waves, and with answers that are set aside.
    organizations : collection of (str, str)
        Wave and organization.
    resolution : NameResolution
        The roster.
    """
    left = []
    for located in questions:
        wave, known = located.wave, located.respondents
        rows = {
            row for row, name in known.names.items() if (wave, _organization(name, wave, resolution)) in organizations
        }
        left.append(replace(located, respondents=known.without(rows)))
    return left


def _organization(name: str, wave: str, resolution: NameResolution) -> str:
    """Who a name stands for, also that of somebody whose answer is set aside, which nobody has looked up."""
    if (wave, name) in resolution.exact or (wave, name) in resolution.matches:
        return resolution.organization(name, wave)
    return resolution.names.find(name, wave)
