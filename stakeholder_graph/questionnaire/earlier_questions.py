"""What the settings' questions offered beside ties, where only the export they were drafted from says so."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.columns import Part, parts_of
from stakeholder_graph.survey.formats import Column, Responses, read_export
from stakeholder_graph.survey.names.roster import Names, natural, normal
from stakeholder_graph.survey.plain.items import RATED
from stakeholder_graph.survey.settings.drafting.answer_order import ladder
from stakeholder_graph.survey.settings.layers import steps_of
from stakeholder_graph.survey.settings.model import AffiliationKind, Question, Settings
from stakeholder_graph.survey.settings.scales import Steps, step
from stakeholder_graph.survey.settings.template import Template, partner

#: More different answers than this are words of people's own.
_MOST_OPTIONS = 12
#: Tools whose export names no option that nobody ticked.
_TICKED_ONLY = ("Google Forms", "Microsoft Forms")
_DEFAULT_NUMBERS = (1, 5)
_MOST_NUMBERS = 11


@dataclass(frozen=True, eq=False)
class Asked:
    """A question that can be asked again.

    Parameters
    ----------
    question : Question
        As in the settings.
    form : {"one", "many", "grid", "words"}
        One of several, any of several, one of several in each row, or words of the respondent's own.
    items : tuple of str
        Its options, or the rows of a grid, as respondents read them.
    steps : tuple of Step
        How the rows of a grid are answered.
    met : bool
        Whether options or steps are known from answers only, so that what nobody chose is not among them.
    """

    question: Question
    form: Literal["one", "many", "grid", "words"]
    items: tuple[str, ...] = ()
    steps: Steps = ()
    met: bool = False


@dataclass(frozen=True, slots=True)
class NotAsked:
    """A question that cannot be asked again, and why.

    Parameters
    ----------
    wording, why : str
    """

    wording: str
    why: str


def asked_before(
    folder: Path, settings: Settings, listed: Iterable[str], scales: Mapping[str, Steps]
) -> tuple[tuple[Asked, ...], tuple[NotAsked, ...]]:
    """Find what the questions of the settings offered, but for ties and for who answers.

    Parameters
    ----------
    folder : Path
        Where the exports stand, if they do.
    settings : Settings
        Its questions; of several about the same thing in several waves the last counts.
    listed : iterable of str
        Kinds of item whose items a list has already; questions about them are left to that list.
    scales : mapping of str to tuple of Step
        By normal name.

    Returns
    -------
    (tuple of Asked, tuple of NotAsked)
        In the order of the settings.
    """
    opened: dict[str, Responses | None] = {}

    def responses(file: str) -> Responses | None:
        if file not in opened:
            # What is wrong with old answers is no matter of the next survey.
            path = folder / file
            opened[file] = read_export(path, file, Inspection()) if path.is_file() else None
        return opened[file]

    kinds = set(listed)
    if kinds & set(RATED):
        kinds |= set(RATED)
    found: dict[tuple[str, str], Asked | NotAsked] = {}
    for question in _with_attributes(settings):
        if question.kind in ("tie", "identity") or _kind(question) in kinds:
            continue
        told = _again(question, settings, responses, scales)
        key = (question.kind, normal(wording_of(question)))
        if key not in found or isinstance(told, Asked):
            found[key] = told
    return (
        tuple(each for each in found.values() if isinstance(each, Asked)),
        tuple(each for each in found.values() if isinstance(each, NotAsked)),
    )


def wording_of(question: Question) -> str:
    """What was asked, as far as the settings say it."""
    return question.wording or question.question or question.columns


def _kind(question: Question) -> str:
    return question.about if question.kind == "rating" else question.kind


def _with_attributes(settings: Settings) -> Iterable[Question]:
    """The questions, and those that another one only names as a column that describes the organization."""
    for question in settings.question:
        yield question
        for name in question.attributes:
            yield Question(kind="attribute", question=name, item=name, file=question.file, wave=question.wave)


def _again(
    question: Question,
    settings: Settings,
    responses: Callable[[str], Responses | None],
    scales: Mapping[str, Steps],
) -> Asked | NotAsked:
    wording = wording_of(question)
    if question.kind == "ignore":
        why = "the settings leave it out" if question.decided else "nobody has decided yet what it asks about"
        return NotAsked(wording, why)
    if question.kind == "indicator":
        return NotAsked(wording, "indicators are figures, not answers")
    files = _files(question, settings)
    for file in files:
        read = responses(file)
        for part in parts_of(read) if read else ():
            columns = _columns(question, part)
            if columns:
                ticked_only = read is not None and read.format.startswith(_TICKED_ONLY)
                return _offered(question, part, columns, scales, ticked_only)
    if question.kind == "attribute":
        return Asked(question, "words")
    return NotAsked(
        wording, f"its answers to choose from stand in no list, and not in {' or '.join(files) or 'a file'}"
    )


def _files(question: Question, settings: Settings) -> list[str]:
    """Where it may stand, the latest first."""
    if question.file:
        return [question.file]
    waves = [wave for wave in settings.wave if question.wave in ("", wave.name)]
    named = [file for wave in reversed(waves) for file in wave.files]
    return named or sorted({each.file for each in settings.question} - {""})


def _columns(question: Question, part: Part) -> list[tuple[Column, str]]:
    """The columns of a question, each with the item that it is about."""
    if not question.columns:
        columns = part.question(question.question)
        if question.choice:
            columns = tuple(each for each in columns if normal(each.choice) == normal(question.choice))
        return [(column, column.item) for column in columns]
    template, respondent = Template(question.columns), Template(question.respondent)
    named = [(column, template.parts(column.header)) for column in part.columns]
    return [(column, partner(parts, respondent)) for column, parts in named if parts is not None]


def _offered(
    question: Question,
    part: Part,
    columns: list[tuple[Column, str]],
    scales: Mapping[str, Steps],
    ticked_only: bool,
) -> Asked | NotAsked:
    items = tuple(Names(item for _, item in columns if item).shown.values())
    answers, whole = _answers(question, part, [column for column, _ in columns])
    if question.kind == "attribute":
        if items:
            return NotAsked(wording_of(question), "what describes an organization has one answer, and it has several")
        options = _options(columns[0][0], answers)
        return Asked(question, "one" if options else "words", options, met=bool(options) and not whole)
    if question.kind in get_args(AffiliationKind):
        if items and all(column.kind == "many" for column, _ in columns):
            return Asked(question, "many", items, met=ticked_only)
        if not items:
            options = _options(columns[0][0], answers)
            why = "it was answered in people's own words"
            return Asked(question, "one", options, met=not whole) if options else NotAsked(wording_of(question), why)
    steps = _stated(question, scales)
    met = not steps and not whole
    if not steps:
        steps = _steps(answers, whole)
    if not steps:
        return NotAsked(wording_of(question), f"nothing says in which order its answers stand ({_some(answers)})")
    return Asked(question, "grid", items or (question.item or columns[0][0].wording,), steps, met)


def _answers(question: Question, part: Part, columns: list[Column]) -> tuple[list[str], bool]:
    """Answers that say something, and whether these are all that could be chosen."""
    labels = list(dict.fromkeys(label for column in columns for label in column.labels.values()))
    met = {text for column in columns for text in part.texts(column).unique()} - {""}
    silent = {normal(text) for text in question.not_known}
    return [text for text in labels or sorted(met, key=natural) if normal(text) not in silent], bool(labels)


def _options(column: Column, answers: list[str]) -> tuple[str, ...]:
    """What could be chosen; nothing where people wrote words of their own."""
    few = bool(column.labels) or (column.kind == "single" and len(answers) <= _MOST_OPTIONS)
    return tuple(answers) if few else ()


def _stated(question: Question, scales: Mapping[str, Steps]) -> Steps:
    return steps_of(question.scale, "", scales, Inspection()) if question.scale else ()


def _steps(answers: list[str], whole: bool) -> Steps:
    """Answers in their order; nothing where it is not known."""
    found = ladder(answers, in_order=whole)
    if not found.ordered or not found.answers:
        return ()
    if found.name != "numbers":
        return tuple(step(value, text) for value, text in zip(found.values, found.answers, strict=True))
    low, high = min(*found.values, _DEFAULT_NUMBERS[0]), max(*found.values, _DEFAULT_NUMBERS[1])
    if high - low >= _MOST_NUMBERS or any(value != int(value) for value in found.values):
        return ()
    return tuple(step(value, str(value)) for value in range(int(low), int(high) + 1))


def _some(answers: list[str]) -> str:
    return ", ".join(f'"{text}"' for text in answers[:3]) + (" and others" if len(answers) > 3 else "")
