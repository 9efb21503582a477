"""Which answers a question offered, as far as the columns of an export show it."""

from collections.abc import Iterable, Mapping, Sequence

from stakeholder_graph.frames import natural
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.questionnaire.earlier_exports import EarlierColumns
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.drafting.answer_order import order_answers
from stakeholder_graph.survey.settings.elements import Steps, step
from stakeholder_graph.survey.settings.layers import steps_of
from stakeholder_graph.survey.settings.model import QuestionSettings

#: Whoever sees more different answers than this sees people's own words.
_MOST_OPTIONS = 12
#: A scale of numbers reaches at least from the one to the other, and has no more steps than that.
_USUAL_NUMBERS = (1, 5)
_MOST_NUMBERS = 11


def answers_in_columns(columns: EarlierColumns, not_known: Iterable[str]) -> tuple[list[str], bool]:
    """Give the answers that columns show.

    Parameters
    ----------
    columns : EarlierColumns
        Those of one question.
    not_known : iterable of str
        Answers that say nothing; they are left out.

    Returns
    -------
    (list of str, bool)
        The answers, and whether these are all that could be chosen: an export may name only what somebody chose.
    """
    labels = list(dict.fromkeys(label for column in columns.columns for label in column.labels.values()))
    chosen = {text for column in columns.columns for text in columns.part.texts(column)} - {""}
    silent = {normal(text) for text in not_known}
    return [text for text in labels or sorted(chosen, key=natural) if normal(text) not in silent], bool(labels)


def response_options(columns: EarlierColumns, answers: Sequence[str]) -> tuple[str, ...]:
    """Give the options of a question; nothing where people answered in their own words.

    Parameters
    ----------
    columns : EarlierColumns
        Those of one question.
    answers : sequence of str
        As `answers_in_columns` gives them.
    """
    first = columns.columns[0]
    offered = bool(first.labels) or (first.kind == "single" and len(answers) <= _MOST_OPTIONS)
    return tuple(answers) if offered else ()


def response_scale(
    question: QuestionSettings, answers: Sequence[str], complete: bool, scales: Mapping[str, Steps]
) -> tuple[Steps, bool]:
    """Give the steps of the scale on which a question was answered.

    Parameters
    ----------
    question : QuestionSettings
        A scale that the settings state comes first.
    answers : sequence of str
        As `answers_in_columns` gives them.
    complete : bool
        Whether these are all that could be chosen, in their order.
    scales : mapping of str to tuple of Step
        By normal name.

    Returns
    -------
    (tuple of Step, bool)
        The steps, none where their order is not known; and whether they are known from answers only.
    """
    stated = steps_of(question, "", scales, Inspection()) if question.scale else ()
    return (stated, False) if stated else (_ordered(answers, complete), not complete)


def _ordered(answers: Sequence[str], complete: bool) -> Steps:
    """Answers in their order; nothing where it is not known."""
    order = order_answers(answers, in_order=complete)
    if not order.ordered or not order.answers:
        return ()
    if order.name != "numbers":
        return tuple(step(value, text) for value, text in zip(order.values, order.answers, strict=True))
    low, high = min(*order.values, _USUAL_NUMBERS[0]), max(*order.values, _USUAL_NUMBERS[1])
    if high - low >= _MOST_NUMBERS or any(value != int(value) for value in order.values):
        return ()
    return tuple(step(value, str(value)) for value in range(int(low), int(high) + 1))
