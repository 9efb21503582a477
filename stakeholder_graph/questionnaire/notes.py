"""What the one who writes a questionnaire is to know of it: what is not in it, and what is not translated."""

from collections.abc import Iterable
from typing import Literal

from stakeholder_graph.questionnaire.earlier_questions import wording_of
from stakeholder_graph.questionnaire.questions import Question, Questionnaire, promised
from stakeholder_graph.questionnaire.translation import is_translated
from stakeholder_graph.questionnaire.wording import LANGUAGES, WHAT_WE_ASK, Language, Text
from stakeholder_graph.survey.names.roster import normal

_MOST_WORDS = 12


def notes(
    survey: Questionnaire, form: Literal["xlsform", "qualtrics", "print", "invitation"], language: Language
) -> list[str]:
    """Say what a questionnaire leaves out, promises unasked, and cannot translate.

    Parameters
    ----------
    survey : Questionnaire
        As written.
    form : {"xlsform", "qualtrics", "print", "invitation"}
        An XLSForm holds both languages; the others only `language`.
    language : {"en", "es"}

    Returns
    -------
    list of str
        Plain sentences; none where there is nothing to say.
    """
    return [
        *_promises(survey),
        *_not_asked(survey),
        *(_met(survey) if form != "invitation" else ()),
        *(_untranslated(survey, form) if form == "xlsform" or language == "es" else ()),
    ]


def _promises(survey: Questionnaire) -> Iterable[str]:
    for layer in survey.plan.undecided:
        promise = next(info.promise for info in survey.plan.layers if info.name == layer)
        yield f'nothing says what to promise for "{layer}"; the survey promises: {promise}.'
    entries = survey.plan.settings.question
    told = {each.kind for each in entries if each.promise}
    told |= {"rating"} if survey.plan.settings.promises.ratings else set()
    silent = {each.kind for each in entries} - told
    for kind in dict.fromkeys(each.kind for each in survey.questions if each.kind in survey.plan.promises):
        if kind in silent:
            yield f'nothing says what to promise for "{kind}"; the survey promises: {promised(survey.plan, kind)}.'


def _not_asked(survey: Questionnaire) -> Iterable[str]:
    ours = {normal(text) for text in WHAT_WE_ASK["missing"].values()}
    left = [each for each in survey.plan.not_asked if normal(each.wording) not in ours]
    if left:
        count = "1 question" if len(left) == 1 else f"{len(left)} questions"
        start = f"{count} of your last survey {'is' if len(left) == 1 else 'are'} not in it:"
        yield "\n".join([start, *(f'  "{each.wording}": {each.why}.' for each in left)])


def _met(survey: Questionnaire) -> Iterable[str]:
    lines = [
        f'  "{wording_of(each.question)}": {_listed([step.name for step in each.steps] or each.items)}.'
        for each in survey.plan.asked
        if each.met
    ]
    if lines:
        start = "only what somebody answered last time can be chosen; add in the form what nobody chose:"
        yield "\n".join([start, *lines])


def _untranslated(survey: Questionnaire, form: str) -> Iterable[str]:
    words = list(dict.fromkeys(text["en"] for text in _theirs(survey, form) if not is_translated(text)))
    if words:
        where = "write them in Spanish in your settings"
        if form == "xlsform":
            where = f'give Spanish ones in the column "label::{LANGUAGES["es"]}" of the form'
        yield f"These words are yours and stand untranslated: {_listed(words)}; {where}."


def _theirs(survey: Questionnaire, form: str) -> Iterable[Text]:
    """The words that are the partnership's own, without names."""
    yield survey.until
    for each in survey.questions:
        yield each.text
        if form != "invitation":
            yield from _words_of(each)


def _words_of(question: Question) -> Iterable[Text]:
    if not question.of_roster:
        yield from (row.text for row in question.rows)
    if question.kind != "identity":
        yield from (option.text for option in question.options)


def _listed(words: Iterable[str]) -> str:
    quoted = [f'"{word}"' for word in words]
    more = len(quoted) - _MOST_WORDS
    return ", ".join(quoted[:_MOST_WORDS]) + (f" and {more} more" if more > 0 else "")
