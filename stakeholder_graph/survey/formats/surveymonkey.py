"""SurveyMonkey: CSV and XLSX with two header rows, and the condensed export with one."""

import re
from dataclasses import dataclass

import numpy as np

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.options.cells import are_ticks, kind_of, split
from stakeholder_graph.survey.formats.options.other import asks_who, is_other
from stakeholder_graph.survey.formats.options.typed import respondents_beside, with_added
from stakeholder_graph.survey.formats.responses import AnswerColumn, FilledColumn, Responses, responses
from stakeholder_graph.survey.formats.source import Signature, Source, plain
from stakeholder_graph.tabular.columns import CodedTexts, body

_NOTED = re.compile(
    "respondent ?id|collector ?id|date (created|modified)|(start|end) ?date|ip address|email( address)?|first name|"
    r"last name|custom ?(data|value) ?\d*|collector( title)?|language|"
    "((response|completion|respondent|survey) ?)?status",
    re.IGNORECASE,
)
#: Where the export has a column of the status, what it says of who did not come to the end.
_NOT_FINISHED = frozenset(["partial", "partially completed", "incomplete", "in progress", "not completed"])
_ONE = re.compile("response|réponse|respuesta|antwort|resposta|risposta", re.IGNORECASE)
_OPEN = re.compile(
    "open-ended response|réponse ouverte|respuesta abierta|offene antwort|resposta aberta", re.IGNORECASE
)


#: The respondent's id stands first, and what stands below it is blank or already an id.
SIGNATURES = (Signature(opening=("respondent ?id",), below=r"\d+(\.\d+)?(E\+\d+)?"),)


@dataclass(frozen=True, eq=False, slots=True)
class _GridColumn:
    place: int
    below: str
    cells: CodedTexts
    respondents: frozenset[str] = frozenset()


def read(source: Source, inspection: Inspection) -> Responses:
    """Read the export: the header of a question is carried to the right over its options."""
    second = source.rows[1] if len(source.rows) > 1 else []
    two = bool(second) and not second[0]
    width = max(len(source.headers), len([*second]) if two else 0)
    while two and width > len(source.headers) and not second[width - 1]:
        width -= 1
    data = body(source.rows, 2 if two else 1, width)
    beside = respondents_beside(data.cells)
    filled: list[FilledColumn] = []
    group: list[_GridColumn] = []
    unfinished = np.zeros(len(data.rows), dtype=bool)
    question, number = "", dict[str, int]()
    for place in range(width):
        header = plain(source.rows[0][place]) if place < len(source.rows[0]) else ""
        below = plain(second[place]) if two and place < len(second) else ""
        if header and _NOTED.fullmatch(header) and not below:
            filled += _filled(question, group, source, inspection)
            group = []
            if header.casefold().endswith("status"):
                cells = data.cells[place]
                unfinished |= cells.among(text.casefold() in _NOT_FINISHED for text in cells.different)
            filled.append((AnswerColumn(header, header, header, kind="meta"), data.cells[place]))
            continue
        if header or not group:
            filled += _filled(question, group, source, inspection)
            group, question = [], header or f"Column {place + 1}"
            number[question] = number.get(question, 0) + 1
            question += f" ({number[question]})" if number[question] > 1 else ""
        group.append(_GridColumn(place, below, data.cells[place], beside(place)))
    filled += _filled(question, group, source, inspection)
    everyone = np.ones(len(data.rows), dtype=bool)
    return responses("SurveyMonkey", source, data.rows, filled, unfinished=unfinished, partial=everyone)


def _filled(question: str, group: list[_GridColumn], source: Source, inspection: Inspection) -> list[FilledColumn]:
    if not group:
        return []
    if len(group) == 1:
        part = group[0]
        item = "" if not part.below or _ONE.fullmatch(part.below) or _OPEN.fullmatch(part.below) else part.below
        kind = "text" if _OPEN.fullmatch(part.below) else kind_of([part.cells])
        header = f"{question} [{item}]" if item else question
        column = AnswerColumn(header, question, question, item, kind=kind)
        # A condensed export puts the options of a list into one cell.
        if part.below:
            return [(column, part.cells)]
        apart = split((column, part.cells), ",", source, inspection, respondents=part.respondents, typed_in=True)
        return with_added(apart, part.cells)
    if _ONE.fullmatch(group[0].below):
        others = [_words(question, part) for part in group[1:]]
        return [*_filled(question, group[:1], source, inspection), *others]
    # A column, mostly the last, may hold the words of those who chose "other".
    listed = [part for part in group if not _is_write_in(part)]
    options = _options(listed)
    if not are_ticks([part.cells for part in listed], options) and len(listed) == len(group) > 2:
        listed = group[:-1]
        options = _options(listed)
    if not are_ticks([part.cells for part in listed], options):
        return _grid(question, group)
    many: list[FilledColumn] = []
    for part, option in zip(listed, options, strict=True):
        row = part.below.removesuffix(option).removesuffix(" - ")
        item, choice = (row, option) if row else (option, "")
        column = AnswerColumn(f"{question} [{part.below}]", question, question, item, choice, "many")
        many.append((column, part.cells))
    return many + [_words(question, part, question) for part in group if part not in listed]


def _grid(question: str, group: list[_GridColumn]) -> list[FilledColumn]:
    """The rows of a grid; beside one called "other" respondents may have written words, and no answer of the others."""
    said = {text for part in group if not is_other(part.below) for text in part.cells.used()}
    words = [part for part in group if _is_write_in(part) and said.isdisjoint({*part.cells.used()} - {""})]
    rows = [part for part in group if part not in words]
    kind = kind_of([part.cells for part in rows])
    named = [(AnswerColumn(f"{question} [{p.below}]", question, question, p.below, kind=kind), p.cells) for p in rows]
    return [*named, *(_words(question, part, question) for part in words)]


def _is_write_in(part: _GridColumn) -> bool:
    """Whether a column called "other" holds words, and no tick."""
    written = {plain(text) for text in part.cells.used() if text}
    return is_other(part.below) and bool(written - {part.below, "0", "1"})


def _words(question: str, part: _GridColumn, listed: str = "") -> FilledColumn:
    """What respondents wrote in their own words; beside an option of a list where it asks for another."""
    header = f"{question} [{part.below}]"
    listed = listed if asks_who(part.below) else ""
    return AnswerColumn(header, header, f"{question} {part.below}", kind="text", write_in_of=listed), part.cells


def _options(group: list[_GridColumn]) -> list[str]:
    """The option of each column: what its ticks repeat, which after a row is the end of ``"Row - Option"``."""
    ticked = {plain(text) for part in group for text in part.cells.used() if text}
    ends = sorted((f" - {text}" for text in ticked), key=len, reverse=True)
    options = []
    for part in group:
        end = next((end for end in ends if part.below.endswith(end) and part.below not in ticked), "")
        options.append(end.removeprefix(" - ") or part.below)
    return options
