"""Any other table: one row a respondent (wide), or one row a tie (long)."""

import re
from collections import Counter

import numpy as np

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.options.cells import are_ticks, kind_of, split
from stakeholder_graph.survey.formats.options.rows import rows_of_grids
from stakeholder_graph.survey.formats.options.typed import respondents_beside
from stakeholder_graph.survey.formats.responses import (
    AnswerColumn,
    FilledColumn,
    Responses,
    repeat,
    responses,
)
from stakeholder_graph.survey.formats.source import Source, bracketed, plain
from stakeholder_graph.tabular.columns import CodedTexts, body
from stakeholder_graph.tabular.files import check_headers, header_row, trimmed
from stakeholder_graph.text import _

_ENDS = (("from", "to"), ("source", "target"), ("ego", "alter"))
_PARTNERS = re.compile(r"partner|works? with|socio|organi[sz]ation do you", re.IGNORECASE)
_NUMBERED = re.compile(r"(.*?)[ _.-]?(\d{1,9})")
_TICKS_APART = re.compile(r"[;|\r\n,]")
_MOST_STEPS = 12
_LEAST_ROSTER = 3


def read(source: Source, inspection: Inspection) -> Responses | None:
    """Read a table that no tool of ours has written.

    Parameters
    ----------
    source : Source
        As opened.
    inspection : Inspection
        Takes the problems.

    Returns
    -------
    Responses or None
        With columns from and to: long, who reports is a respondent and the ties are what they repeat. Else
        wide. None where headers are missing or stand twice.
    """
    if source.spelling == "JSON":
        inspection.wrong(
            _("The file is JSON, but not of a kind that is known."),
            _("Export the answers as CSV or XLSX."),
            source.file,
        )
        return None
    if not any(map(any, source.rows)):
        inspection.wrong(
            _("The sheets that are not hidden are empty."),
            _("Unhide the sheet with the answers, and save the workbook."),
            source.file,
        )
        return None
    start = header_row(source.rows, source.file, inspection)
    headers = numbered_partners(trimmed([plain(header) for header in source.rows[start]]))
    if not headers:
        inspection.wrong(
            _("The row of headers is blank: it holds only codes for a space, such as &nbsp;."),
            _("Give each column a header."),
            source.file,
            start + 1,
        )
        return None
    before = len(inspection.problems)
    data = body(source.rows, start + 1, len(headers))
    check_headers(headers, source.rows, start, source.file, inspection)
    if len(inspection.problems) > before:
        return None
    cells = [texts for header, texts in zip(headers, data.cells, strict=True) if header]
    headers = list(filter(None, headers))
    folded = [header.casefold() for header in headers]
    ends = next((ends for ends in _ENDS if set(ends) <= set(folded)), None)
    if ends is None:
        return responses("plain wide", source, data.rows, _wide(headers, cells, source, inspection))
    origin = cells[folded.index(ends[0])]
    first: dict[str, int] = {}
    for name, row in zip(origin.tolist(), data.rows.tolist(), strict=True):
        if name:
            first.setdefault(name, row)
    said = origin != ""
    for row in data.rows[~said].tolist():
        inspection.wrong(_("The row does not say who reports the tie."), _("Fill it in."), source.file, row)
    respondents = np.array([first[name] for name in origin[said].tolist()], dtype=np.int64)
    columns = [
        (AnswerColumn(h, h, h, kind=kind_of([texts])), texts[said]) for h, texts in zip(headers, cells, strict=True)
    ]
    part = repeat("ties", source, data.rows[said], columns, respondents)
    header = headers[folded.index(ends[0])]
    names = CodedTexts.of(first)
    who = AnswerColumn(header, header, header, kind="text")
    return responses("plain long", source, np.array(list(first.values())), [(who, names)], repeats=(part,))


def numbered_partners(headers: list[str]) -> list[str]:
    """Number the columns of partners that all have the same header, as people write them who fill in a sheet.

    Parameters
    ----------
    headers : list of str
        As written.

    Examples
    --------
    >>> numbered_partners(["Organization", "Partner", "Partner", "Partner"])
    ['Organization', 'Partner 1', 'Partner 2', 'Partner 3']
    >>> numbered_partners(["who", "Ada", "Ada"])
    ['who', 'Ada', 'Ada']
    """
    times = Counter(headers)
    several = {header for header, count in times.items() if count > 1 and _PARTNERS.search(header)}
    seen = Counter[str]()
    numbered = []
    for header in headers:
        seen[header] += 1
        numbered.append(f"{header} {seen[header]}" if header in several else header)
    return (
        numbered if len(set(numbered)) == len(set(headers)) - len(several) + sum(times[h] for h in several) else headers
    )


def _wide(headers: list[str], cells: list[CodedTexts], source: Source, inspection: Inspection) -> list[FilledColumn]:
    questions = _questions(headers, cells)
    if any(
        not item and _TICKS_APART.search(t) for (_q, item), c in zip(questions, cells, strict=True) for t in c.used()
    ):
        rows = rows_of_grids(headers, source.known | respondents_beside(cells)(len(cells)))
        questions = [rows.get(place, question) for place, question in enumerate(questions)]
    groups: dict[str, list[int]] = {}
    for place, (question, _item) in enumerate(questions):
        groups.setdefault(question, []).append(place)
    filled: dict[int, list[FilledColumn]] = {}
    for question, places in groups.items():
        own = [cells[place] for place in places]
        items = [questions[place][1] for place in places]
        kind = "many" if len(places) > 1 and are_ticks(own, items) else kind_of(own)
        for place, item in zip(places, items, strict=True):
            pair = (AnswerColumn(headers[place], question, question, item, kind=kind), cells[place])
            filled[place] = _apart(pair, place, cells, source, inspection) if len(places) == 1 else [pair]
    return [pair for place in sorted(filled) for pair in filled[place]]


def _apart(
    pair: FilledColumn, place: int, cells: list[CodedTexts], source: Source, inspection: Inspection
) -> list[FilledColumn]:
    """The options of a list that share a cell; the column as it is where no cell holds several."""
    if not any(";" in text for text in cells[place].different):
        return [pair]
    return split(pair, ";", source, inspection, respondents=respondents_beside(cells)(place), typed_in=True)


def _questions(headers: list[str], cells: list[CodedTexts]) -> list[tuple[str, str]]:
    """Question and item of each column: from brackets, from numbers that count up, from a scale that is shared."""
    questions = [bracketed(header) or (header, "") for header in headers]
    series: dict[str, list[tuple[int, int]]] = {}
    for place, header in enumerate(headers):
        numbered = _NUMBERED.fullmatch(header)
        if numbered and numbered[1] and not questions[place][1]:
            series.setdefault(numbered[1], []).append((int(numbered[2]), place))
    for question, places in series.items():
        if len(places) > 1 and [number for number, _ in places] == list(range(1, len(places) + 1)):
            for number, place in places:
                questions[place] = (question, str(number))
    run: list[int] = []
    steps = set[str]()
    rosters = 0
    for place in range(len(headers) + 1):
        own = set(cells[place].used()) - {""} if place < len(headers) else set()
        alone = place < len(headers) and not questions[place][1] and len(own) <= _MOST_STEPS
        if alone and (not run or not own or not steps or _one_scale(steps, own)):
            run.append(place)
            steps |= own
            continue
        rosters += _mark(run, rosters, headers, questions, steps)
        run, steps = ([place], own) if alone else ([], set())
    return questions


def _one_scale(steps: set[str], own: set[str]) -> bool:
    """Whether answers are steps of one scale: they overlap, or are all small whole numbers."""
    numbers = all(re.fullmatch(r"\d{1,2}(\.0)?", text) for text in steps | own)
    return len(steps | own) <= _MOST_STEPS and (numbers or bool(steps & own))


def _mark(run: list[int], rosters: int, headers: list[str], questions: list[tuple[str, str]], steps: set[str]) -> int:
    if len(run) < _LEAST_ROSTER or not steps:
        return 0
    question = "roster" if not rosters else f"roster {rosters + 1}"
    for place in run:
        questions[place] = (question, headers[place])
    return 1
