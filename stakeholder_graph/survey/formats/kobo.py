"""KoboToolbox and ODK: CSV and XLSX, headed by names or labels, with repeats in sheets of their own."""

import re
from collections import Counter
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.options.cells import kind_of, split
from stakeholder_graph.survey.formats.responses import (
    NOT_TICKED,
    AnswerColumn,
    AnswerTable,
    FilledColumn,
    Mask,
    Responses,
    repeat,
    responses,
)
from stakeholder_graph.survey.formats.source import Signature, Source, plain
from stakeholder_graph.survey.formats.xlsform import XlsField, xlsform_beside
from stakeholder_graph.tabular import TextRows
from stakeholder_graph.tabular.columns import CodedTexts, body
from stakeholder_graph.tabular.files import trimmed
from stakeholder_graph.text import _

#: The tool's own columns.
SIGNATURES = (
    Signature(among=("_index|_uuid|_submission_time|_parent_index",)),
    Signature(among=("key", "submissiondate")),
)
_NOTED = re.compile(
    "_.*|start|end|today|deviceid|phonenumber|username|simserial|subscriberid|audit|meta[-/].*|formhub/uuid|.*instanceid|"
    "submissiondate|key|parent_key|set-of-.*|submitterid|submittername|attachments(present|expected)|status|reviewstate|"
    "edits|formversion|device ?id",
    re.IGNORECASE,
)
#: What KoboToolbox offers between groups; the first is usual.
_SEPARATORS = ("/", ".", "~", ":")
_TICKS = frozenset({"", "0", "1", "0.0", "1.0", "true", "false"})


def read(source: Source, inspection: Inspection) -> Responses:
    """Read the export with its repeats."""
    fields = xlsform_beside(source, inspection)
    (_, rows), *others = source.sheets.items()
    headers = trimmed(rows[0])
    data = body(rows, 1, len(headers))
    filled = _filled(headers, list(data.cells), fields, source, inspection)
    place = {header.casefold(): number for number, header in enumerate(headers)}
    respondent_of: dict[tuple[str, str], int] = {}
    main = next(iter(source.sheets))
    _remember(respondent_of, main, headers, list(data.cells), data.rows)
    repeats = []
    for name, sheet in others:
        part = _repeat(name, sheet, main, respondent_of, fields, source, inspection)
        if part is not None:
            repeats.append(part)
    apart: dict[str, Mask] = {}
    for header, reason in (("_validation_status", "not approved"), ("reviewstate", "rejected")):
        if header in place:
            said = [re.sub("[_ ]+", " ", text.casefold()) for text in data.cells[place[header]].tolist()]
            apart[reason] = np.array([text.endswith(reason) for text in said], dtype=bool)
    return responses("KoboToolbox", source, data.rows, filled, apart=apart, repeats=tuple(repeats))


def _repeat(
    name: str,
    sheet: TextRows,
    main: str,
    respondent_of: dict[tuple[str, str], int],
    fields: Mapping[str, XlsField],
    source: Source,
    inspection: Inspection,
) -> AnswerTable | None:
    headers = trimmed(sheet[0]) if sheet else []
    place = {header.casefold(): number for number, header in enumerate(headers)}
    link = place.get("_parent_index", place.get("parent_key"))
    if link is None:
        return None
    data = body(sheet, 1, len(headers))
    cells = list(data.cells)
    tables = cells[place["_parent_table_name"]] if "_parent_table_name" in place else [main] * len(data.rows)
    keys = [(table, _number(key)) for table, key in zip(tables, cells[link], strict=True)]
    owners = [respondent_of.get(key, respondent_of.get(("", key[1]))) for key in keys]
    lost = [int(row) for row, respondent in zip(data.rows, owners, strict=True) if respondent is None]
    inspection.wrong_rows(
        lost,
        f"{source.file}, {name}",
        lambda number: _("The row belongs to no respondent of the first sheet."),
        _("Download the export again with all of its sheets."),
    )
    kept = np.array([respondent is not None for respondent in owners], dtype=bool)
    respondents = np.array([respondent for respondent in owners if respondent is not None], dtype=np.int64)
    cells = [texts[kept] for texts in cells]
    _remember(respondent_of, name, headers, cells, respondents)
    filled = _filled(headers, cells, fields, source, inspection)
    return repeat(name, source, data.rows[kept], filled, respondents)


def _remember(
    respondent_of: dict[tuple[str, str], int],
    table: str,
    headers: list[str],
    cells: list[CodedTexts],
    rows: NDArray[np.int64],
) -> None:
    """Note which respondent the rows of a sheet belong to, by the keys that repeats call them by."""
    for header, texts in zip(headers, cells, strict=True):
        if header.casefold() in ("_index", "key"):
            kind = table if header.casefold() == "_index" else ""
            for text, row in zip(texts.tolist(), rows.tolist(), strict=True):
                respondent_of.setdefault((kind, _number(text)), row)


def _filled(
    headers: list[str], cells: list[CodedTexts], fields: Mapping[str, XlsField], source: Source, inspection: Inspection
) -> list[FilledColumn]:
    between = _group_separator(headers, cells)
    lists = _lists(headers, cells, fields, between)
    joined = {question for question, _ in lists.values()}
    filled: list[FilledColumn] = []
    for place, (header, texts) in enumerate(zip(headers, cells, strict=True)):
        if not header or header in joined:
            continue  # the columns of its options say the same, and say it without doubt
        if place in lists:
            question, option = lists[place]
            name = _name(question, fields)
            known = fields.get(name)
            item = known.choices.get(option, option) if known else plain(option)
            wording = known.label if known else plain(question.rpartition(between)[2])
            filled.append((AnswerColumn(header, name, wording, item, kind="many"), texts))
            continue
        if _NOTED.fullmatch(header):
            filled.append((AnswerColumn(header, header, header, kind="meta"), texts))
            continue
        name = _name(header, fields)
        known = fields.get(name)
        if known and known.grid:
            row = AnswerColumn(header, known.grid, known.wording, known.label, kind="single", labels=known.choices)
            filled.append((row, texts))
            continue
        wording = known.label if known else plain(header.rpartition(between)[2]) or header
        kind = known.kind if known and known.kind != "many" else kind_of([texts])
        column = AnswerColumn(header, name, wording, kind=kind, labels=known.choices if known else {})
        if known and known.kind == "many":
            filled += split((column, texts), " ", source, inspection, list(known.choices))
        else:
            filled.append((column, texts))
    return filled


def _group_separator(headers: list[str], cells: list[CodedTexts]) -> str:
    """What stands between groups, questions and options: a slash, unless columns of ticks share another beginning."""
    ticks = [
        header
        for header, texts in zip(headers, cells, strict=True)
        if not _NOTED.fullmatch(header) and {text.casefold() for text in texts.used()} <= _TICKS
    ]
    known = set(headers)
    counts = dict.fromkeys(_SEPARATORS, 0)
    for between in _SEPARATORS:
        stems = Counter(stem for header in ticks for stem in _stems(header, between, known))
        counts[between] = max(stems.values(), default=0)
    best = max(_SEPARATORS, key=lambda between: counts[between])
    return best if counts[best] > max(1, counts["/"]) else "/"


def _stems(header: str, between: str, known: set[str]) -> list[str]:
    """What may be the question of an option: what stands before the separator; one that is a column counts first."""
    cuts = [header[:place] for place in range(len(header)) if header.startswith(between, place)]
    return [cut for cut in cuts if cut in known] or cuts[-1:]


def _lists(
    headers: list[str], cells: list[CodedTexts], fields: Mapping[str, XlsField], between: str
) -> dict[int, tuple[str, str]]:
    """Question and option of each column that stands for an option; the separator may stand in both."""
    lists: dict[int, tuple[str, str]] = {}
    loose: dict[str, list[int]] = {}
    known = set(headers)
    for place, header in enumerate(headers):
        cuts = [cut.start() for cut in re.finditer(re.escape(between), header)]
        parent = next((header[:cut] for cut in reversed(cuts) if header[:cut] in known), None)
        if parent is not None:
            lists[place] = (parent, header[len(parent) + 1 :])
        elif cuts and not _NOTED.fullmatch(header) and _name(header, fields) not in fields:
            loose.setdefault(header[: cuts[-1]], []).append(place)
    for parent, places in loose.items():
        said = {text.casefold() for place in places for text in cells[place].used()}
        if len(places) > 1 and said <= _TICKS and said & (_TICKS - NOT_TICKED):
            lists |= {place: (parent, headers[place][len(parent) + 1 :]) for place in places}
    return lists


def _name(header: str, fields: Mapping[str, XlsField]) -> str:
    """The name that the form gives a question, without the groups it stands in; else the header as it is."""
    inner = (re.split(cut, header)[-1] for cut in ("/", "[/-]", "[/.]"))
    return next((name for name in inner if name in fields), header)


def _number(text: str) -> str:
    return text.removesuffix(".0")
