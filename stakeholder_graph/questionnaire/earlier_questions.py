"""Questions of the last survey, beside those about ties: which can be repeated, and which cannot and why.

A partnership that surveys again wants trends, and so the same questions with the same answers to choose from. Its
settings say what was asked; what could be chosen often stands nowhere but in the export of the last survey. It is
read here, and nothing of who answered what.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from stakeholder_graph.model.survey import RATED
from stakeholder_graph.questionnaire.earlier_exports import EarlierColumns, EarlierExports
from stakeholder_graph.questionnaire.offered_answers import answers_in_columns, response_options, response_scale
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.settings.elements import Steps
from stakeholder_graph.survey.settings.model import AffiliationKind, QuestionSettings, Settings
from stakeholder_graph.text import _, listing


@dataclass(frozen=True, eq=False)
class RepeatedQuestion:
    """A question of the last survey that can be repeated.

    Parameters
    ----------
    question : QuestionSettings
        As in the settings.
    response : {"single choice", "multiple choice", "grid", "open"}
        How it is answered.
    items : tuple of str
        Its options, or the rows of a grid, as respondents read them.
    steps : tuple of Step
        How the rows of a grid are answered.
    chosen_only : bool
        Whether options or steps are known from answers only, so that what nobody chose is not among them.
    """

    question: QuestionSettings
    response: Literal["single choice", "multiple choice", "grid", "open"]
    items: tuple[str, ...] = ()
    steps: Steps = ()
    chosen_only: bool = False


@dataclass(frozen=True, slots=True)
class DroppedQuestion:
    """A question of the last survey that cannot be repeated.

    Parameters
    ----------
    wording, why : str
        `why` is a clause, without a full stop.
    """

    wording: str
    why: str


def earlier_questions(
    folder: Path, settings: Settings, listed: Iterable[str], scales: Mapping[str, Steps]
) -> tuple[tuple[RepeatedQuestion, ...], tuple[DroppedQuestion, ...]]:
    """Sort the settings' questions into those that can be repeated and those that cannot.

    Parameters
    ----------
    folder : Path
        Where the exports of the last survey are, if they are kept.
    settings : Settings
        Its questions, but for those about ties and about who answers; of several with the same wording the last
        that can be repeated counts.
    listed : iterable of str
        Kinds of item whose items a list has already; questions about them are asked from that list.
    scales : mapping of str to tuple of Step
        By normal name.

    Returns
    -------
    (tuple of RepeatedQuestion, tuple of DroppedQuestion)
        In the order of the settings.

    Examples
    --------
    >>> settings = Settings.model_validate({"question": [{"kind": "team", "question": "Which teams?"}]})
    >>> repeated, dropped = earlier_questions(Path("surveys"), settings, listed=["outcome"], scales={})
    >>> dropped[0].why
    'no list says which answers it offered, and your settings name no export'
    """
    kinds = set(listed)
    if kinds & set(RATED):
        kinds |= set(RATED)
    exports = EarlierExports(folder, settings)
    outcomes: dict[tuple[str, str], RepeatedQuestion | DroppedQuestion] = {}
    for question in _with_attributes(settings):
        if question.kind in ("tie", "identity") or _kind_of_item(question) in kinds:
            continue
        outcome = _repeated_or_dropped(question, exports, scales)
        key = (question.kind, normal(wording_of(question)))
        if key not in outcomes or isinstance(outcome, RepeatedQuestion):
            outcomes[key] = outcome
    return (
        tuple(outcome for outcome in outcomes.values() if isinstance(outcome, RepeatedQuestion)),
        tuple(outcome for outcome in outcomes.values() if isinstance(outcome, DroppedQuestion)),
    )


def wording_of(question: QuestionSettings) -> str:
    """Give what was asked, as far as the settings say it.

    Parameters
    ----------
    question : QuestionSettings
        As in the settings.

    Examples
    --------
    >>> wording_of(QuestionSettings(kind="team", question="Q7", wording="Which teams are you part of?"))
    'Which teams are you part of?'
    """
    return question.wording or question.question or question.columns


def _kind_of_item(question: QuestionSettings) -> str:
    return question.about if question.kind == "rating" else question.kind


def _with_attributes(settings: Settings) -> Iterator[QuestionSettings]:
    """The questions, and those that another question only names as a column that describes the organization."""
    for question in settings.question:
        yield question
        for name in question.attributes:
            yield QuestionSettings(kind="attribute", question=name, item=name, file=question.file, wave=question.wave)


def _repeated_or_dropped(
    question: QuestionSettings, exports: EarlierExports, scales: Mapping[str, Steps]
) -> RepeatedQuestion | DroppedQuestion:
    wording = wording_of(question)
    if question.kind == "ignore":
        if question.decided:
            return DroppedQuestion(wording, _("your settings leave it out"))
        return DroppedQuestion(wording, _("nobody has decided yet what it asks about"))
    columns = exports.columns(question)
    if columns:
        return _as_offered(question, columns, scales)
    if question.kind == "attribute":
        return RepeatedQuestion(question, "open")
    files = exports.files(question)
    if not files:
        return DroppedQuestion(wording, _("no list says which answers it offered, and your settings name no export"))
    why = _("no list says which answers it offered, and neither does {files}", files=listing(files, "or"))
    return DroppedQuestion(wording, why)


def _as_offered(
    question: QuestionSettings, columns: EarlierColumns, scales: Mapping[str, Steps]
) -> RepeatedQuestion | DroppedQuestion:
    """The question with what its columns show that it offered."""
    items = tuple(Names(item for item in columns.items if item).shown.values())
    answers, complete = answers_in_columns(columns, question.not_known)
    if question.kind == "attribute":
        if items:
            why = _("an organization has one answer to what describes it, and this question takes several")
            return DroppedQuestion(wording_of(question), why)
        options = response_options(columns, answers)
        response: Literal["single choice", "open"] = "single choice" if options else "open"
        return RepeatedQuestion(question, response, options, chosen_only=bool(options) and not complete)
    if question.kind in get_args(AffiliationKind):
        if items and all(column.kind == "many" for column in columns.columns):
            return RepeatedQuestion(question, "multiple choice", items, chosen_only=columns.ticked_only)
        if not items:
            options = response_options(columns, answers)
            if not options:
                return DroppedQuestion(wording_of(question), _("people answered it in their own words"))
            return RepeatedQuestion(question, "single choice", options, chosen_only=not complete)
    steps, chosen_only = response_scale(question, answers, complete, scales)
    if not steps:
        why = _("nothing says in which order its answers stand ({answers})", answers=_examples(answers))
        return DroppedQuestion(wording_of(question), why)
    return RepeatedQuestion(question, "grid", items or (_only_item(question, columns),), steps, chosen_only)


def _only_item(question: QuestionSettings, columns: EarlierColumns) -> str:
    return question.item or columns.columns[0].wording


def _examples(answers: list[str]) -> str:
    quoted = ", ".join(_("“{text}”", text=text) for text in answers[:3])
    return _("{answers} and others", answers=quoted) if len(answers) > 3 else quoted
