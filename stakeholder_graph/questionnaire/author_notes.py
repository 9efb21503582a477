"""What the author of a questionnaire has to know of it: what it leaves out, promises unasked, or cannot translate."""

from collections.abc import Iterable, Iterator, Sequence

from stakeholder_graph.questionnaire.earlier_questions import wording_of
from stakeholder_graph.questionnaire.item_questions import promise_of_kind
from stakeholder_graph.questionnaire.survey_question import Questionnaire, SurveyQuestion
from stakeholder_graph.questionnaire.wording.languages import LANGUAGE_NAMES
from stakeholder_graph.questionnaire.wording.standard_questions import QUESTIONS
from stakeholder_graph.questionnaire.write import QuestionnaireFormat
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.words.common_steps import is_common_step
from stakeholder_graph.text import _, _n, in_every_language

_MOST_WORDS = 12


def author_notes(versions: Sequence[Questionnaire], output_format: QuestionnaireFormat) -> list[str]:
    """Say what a questionnaire leaves out, promises unasked, and cannot translate.

    Parameters
    ----------
    versions : sequence of Questionnaire
        The same questionnaire in every language, as `language_versions` gives it.
    output_format : {"xlsform", "qualtrics", "print", "invitation"}
        An XLSForm holds all languages; the others hold the first.

    Returns
    -------
    list of str
        Plain sentences; none where there is nothing to say.

    Examples
    --------
    >>> from stakeholder_graph.questionnaire import language_versions, read_plan
    >>> author_notes(language_versions(read_plan("surveys/wren-county")), "print")
    []
    """
    first = versions[0]
    translated = output_format == "xlsform" or first.language != "en"
    return [
        *_undecided_promises(first),
        *_dropped(first),
        *(_chosen_only(first) if output_format != "invitation" else ()),
        *(_untranslated(versions, output_format) if translated else ()),
    ]


def _undecided_promises(survey: Questionnaire) -> Iterator[str]:
    plan, settings = survey.plan, survey.plan.settings
    promises = [(info.name, info.promise) for info in plan.layers if info.name in plan.undecided]
    stated = {question.kind for question in settings.question if question.promise}
    stated |= {"rating"} if settings.promises.ratings else set()
    silent = {question.kind for question in settings.question} - stated
    asked = dict.fromkeys(question.kind for question in survey.questions if question.kind in plan.promises)
    promises += [(kind, promise_of_kind(plan, kind)) for kind in asked if kind in silent]
    for subject, promise in promises:
        yield _(
            "Your settings do not say what to promise for “{subject}”. The survey promises: {promise}.",
            subject=subject,
            promise=promise,
        )


def _dropped(survey: Questionnaire) -> Iterator[str]:
    ours = set(map(normal, in_every_language(QUESTIONS["missing"])))
    dropped = [question for question in survey.plan.dropped if normal(question.wording) not in ours]
    if dropped:
        yield "\n".join(
            [
                _n(
                    "The questionnaire leaves out {count} question of your last survey:",
                    "The questionnaire leaves out {count} questions of your last survey:",
                    len(dropped),
                ),
                *("  " + _("“{question}”: {why}.", question=asked.wording, why=asked.why) for asked in dropped),
            ]
        )


def _chosen_only(survey: Questionnaire) -> Iterator[str]:
    lines = [
        "  "
        + _(
            "“{question}”: {answers}.",
            question=wording_of(repeated.question),
            answers=_quoted([step.name for step in repeated.steps] or repeated.items),
        )
        for repeated in survey.plan.repeated
        if repeated.chosen_only
    ]
    if lines:
        start = _("These questions offer only answers that somebody chose last time; add the others in the form:")
        yield "\n".join([start, *lines])


def _untranslated(versions: Sequence[Questionnaire], output_format: QuestionnaireFormat) -> Iterator[str]:
    words = dict.fromkeys(
        texts[0]
        for texts in zip(*(_own_words(version, output_format) for version in versions), strict=True)
        if len(set(texts)) == 1 and any(map(str.isalpha, texts[0])) and not is_common_step(texts[0])
    )
    if not words:
        return
    if output_format == "xlsform":
        column = f"label::{LANGUAGE_NAMES['es']}"
        todo = _("Write the Spanish in the column “{column}” of the form.", column=column)
    else:
        todo = _("Write them in Spanish in columns of your lists such as {column}.", column="item_es")
    yield _("These words of yours have no translation: {words}. {todo}", words=_quoted(list(words)), todo=todo)


def _own_words(survey: Questionnaire, output_format: QuestionnaireFormat) -> Iterator[str]:
    """Texts that may be the partnership's own, without names of organizations."""
    yield survey.until
    for question in survey.questions:
        yield question.text
        if output_format != "invitation":
            yield from _answers(question)


def _answers(question: SurveyQuestion) -> Iterator[str]:
    if not question.is_about_partners:
        yield from (row.text for row in question.rows)
    if question.kind != "identity":
        yield from (option.text for option in question.options)


def _quoted(words: Iterable[str]) -> str:
    quoted = [_("“{text}”", text=word) for word in words]
    listed = ", ".join(quoted[:_MOST_WORDS])
    more = len(quoted) - _MOST_WORDS
    return _("{words} and {count} more", words=listed, count=more) if more > 0 else listed
