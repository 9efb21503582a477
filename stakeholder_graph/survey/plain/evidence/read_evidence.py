"""Reads what people decided of the rows of rubrics: evidence.csv, the evidence sheet, or both."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from stakeholder_graph.model.days import days_of
from stakeholder_graph.model.evidence_words import STATUS_WORDS, header_in
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import COLUMNS
from stakeholder_graph.survey.context import ReadingContext
from stakeholder_graph.survey.plain.evidence.evidence_sheet import WHERE
from stakeholder_graph.survey.plain.evidence.repeated_decisions import Decided, note_repeated
from stakeholder_graph.survey.plain.evidence.written_dates import date_written
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _

#: The header that evidence.csv may have instead of “by”.
_DECIDED_BY = "decided_by"
#: How every date is written that can be one day only.
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
#: So many years after the year of its wave a decision is taken for a typing error.
_YEARS_AFTER = 1


def read_evidence(
    table: SourceTable | None, sheet: SourceTable | None, context: ReadingContext
) -> dict[str, list[Any]]:
    """Read evidence.csv and the evidence sheet: what is known of each benchmark of a rubric.

    Parameters
    ----------
    table : SourceTable or None
        The file evidence.csv.
    sheet : SourceTable or None
        What was decided in the evidence sheet; it is of the latest wave.
    context : ReadingContext
        The waves.

    Returns
    -------
    dict of str to list
        Columns of the frame `evidence`; rows that say the same stand there once, that of the sheet first.
    """
    tables = []
    if sheet is not None:
        latest = [context.waves[-1]] * len(sheet)
        tables.append(replace(sheet, columns={**sheet.columns, "wave": latest}))
    decided_by = table is not None and "by" not in table and _DECIDED_BY in table
    if table is not None:
        table = _with_by(table)
        table.require(context.inspection, "evidence", "by", "date")
        table.require_text(context.inspection, "rubric", "benchmark", "status")
        tables.append(table)
    names = COLUMNS["evidence"]
    by_header = _DECIDED_BY if decided_by else "by"
    read = [_columns(said, context, by_header) for said in tables]
    if sheet is not None:
        # What was accepted by condition stands on another sheet.
        read[0] |= {name: sheet.texts(name) for name in WHERE}
    years = _years(context)
    for source, columns in zip(tables, read, strict=True):
        decided = list(_decided(source, columns))
        if len({said.about for said in decided}) < len(decided):
            note_repeated(decided, context.inspection)
        _note_dates(columns, years, context.inspection)
    if len(read) == 2:
        _note_contradictions(tables, read, context.inspection)
    said: dict[tuple[str, ...], tuple[str, ...]] = {}
    for columns in read:
        for row in zip(*(columns[name] for name in names), strict=True):
            said.setdefault(row[: -len(WHERE)], row)
    return {name: [row[place] for row in said.values()] for place, name in enumerate(names)}


def _note_dates(columns: Mapping[str, list[str]], years: Mapping[str, int], inspection: Inspection) -> None:
    """Note what is no date, or is long after its wave: what was decided on it counts all the same."""
    places = zip(*(columns[name] for name in ("file", "row", "wave", "date")), strict=True)
    for file, row, wave, date in dict.fromkeys(places):
        days = days_of(date)
        if date and days is None:
            what, how = _("“{text}” is not a date.", text=date), _("Write year, month and day, as in 2026-03-20.")
        elif days and wave in years and days.first.year > years[wave] + _YEARS_AFTER:
            what = _("The date {date} is years after the wave “{wave}”.", date=date, wave=wave)
            how = _("Check the year.")
        else:
            continue
        inspection.advise(what, how, file, row, header_in(file, "date"))


def _columns(table: SourceTable, context: ReadingContext, by_header: str) -> dict[str, list[str]]:
    where = {"file": [table.file] * len(table), "row": [str(row) for row in table.rows]}
    where["by_header"] = [by_header] * len(table)
    said = {name: table.texts(name) for name in COLUMNS["evidence"]}
    # A date that can be one day only is written like all others; any other stays as it is.
    said["date"] = [text if _ISO.fullmatch(text) else date_written(text) or text for text in said["date"]]
    return {**said, "wave": context.wave(table), **where}


def _years(context: ReadingContext) -> dict[str, int]:
    """The last year of each wave that says when it was."""
    dates = {wave.name: str(wave.date or "") for wave in context.settings.wave}
    read = {name: days_of(dates.get(name, "")) or days_of(name) for name in context.waves}
    return {name: days.last.year for name, days in read.items() if days}


def _with_by(table: SourceTable) -> SourceTable:
    """The table with the column that says who decided under its usual header."""
    if "by" in table or _DECIDED_BY not in table:
        return table
    decided = table.headers[_DECIDED_BY]
    return replace(
        table, columns={"by" if header == decided else header: texts for header, texts in table.columns.items()}
    )


def _note_contradictions(
    tables: Sequence[SourceTable], read: Sequence[Mapping[str, list[str]]], inspection: Inspection
) -> None:
    """Note each row of the sheet of which evidence.csv says something else."""
    ours, theirs = (_decided(table, columns) for table, columns in zip(tables, read, strict=True))
    said = {there.about: there for there in theirs}
    for here in ours:
        there = said.get(here.about, here)
        if there.status != here.status:
            inspection.wrong(
                _(
                    "The row “{benchmark}” is “{here}” here and “{there}” in row {row} of {file}.",
                    benchmark=here.benchmark,
                    here=here.status,
                    there=there.status,
                    row=str(there.row),
                    file=there.file,
                ),
                _("Keep the decision that is right, and take the other one out."),
                here.file,
                here.row,
                header_in(here.file, "status"),
            )


def _decided(table: SourceTable, columns: Mapping[str, list[str]]) -> Iterator[Decided]:
    """What each row decides, its status in one of the words for it."""
    for place, row in enumerate(table.rows):
        status = " ".join(columns["status"][place].casefold().split())
        about = tuple(columns[name][place].casefold() for name in ("rubric", "benchmark", "wave"))
        date = columns["date"][place] if _ISO.fullmatch(columns["date"][place]) else ""
        yield Decided(table.file, row, about, columns["benchmark"][place], STATUS_WORDS.get(status, status), date)
