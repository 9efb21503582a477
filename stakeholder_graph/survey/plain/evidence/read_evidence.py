"""Reads what people decided of the rows of rubrics: evidence.csv, the evidence sheet, or both."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import COLUMNS
from stakeholder_graph.survey.context import ReadingContext
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _

#: Words for one and the same status, in lower case.
_SAME = {"met": "shown", "yes": "shown", "evidenced": "shown", "no": "not met", "unmet": "not met"}
#: The last columns of the frame, which say where a row stands.
_WHERE = ("file", "row")
#: The header that evidence.csv may have instead of “by”.
_DECIDED_BY = "decided_by"


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
    if table is not None:
        table = _with_by(table)
        table.require(context.inspection, "evidence", "by", "date")
        table.require_text(context.inspection, "rubric", "benchmark", "status")
        tables.append(table)
    names = COLUMNS["evidence"]
    read = [_columns(said, context) for said in tables]
    if len(read) == 2:
        _note_contradictions(tables, read, context.inspection)
    said: dict[tuple[str, ...], tuple[str, ...]] = {}
    for columns in read:
        for row in zip(*(columns[name] for name in names), strict=True):
            said.setdefault(row[: -len(_WHERE)], row)
    return {name: [row[place] for row in said.values()] for place, name in enumerate(names)}


def _columns(table: SourceTable, context: ReadingContext) -> dict[str, list[str]]:
    where = {"file": [table.file] * len(table), "row": [str(row) for row in table.rows]}
    return {**{name: table.texts(name) for name in COLUMNS["evidence"]}, "wave": context.wave(table), **where}


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
    (sheet, table), (ours, theirs) = tables, read
    said: dict[tuple[str, ...], tuple[int, str]] = {}
    for row, key, status in _statuses(table, theirs):
        said[key] = (row, status)
    for row, key, status in _statuses(sheet, ours):
        other, before = said.get(key, (0, status))
        if before != status:
            inspection.wrong(
                _(
                    "The row “{benchmark}” is “{here}” here and “{there}” in row {row} of {file}.",
                    benchmark=sheet.texts("benchmark")[sheet.rows.index(row)],
                    here=status,
                    there=before,
                    row=str(other),
                    file=table.file,
                ),
                _("Keep the decision that is right, and take the other one out."),
                sheet.file,
                row,
                "Status",
            )


def _statuses(table: SourceTable, columns: Mapping[str, list[str]]) -> Iterable[tuple[int, tuple[str, ...], str]]:
    """Of each row its number, what it is about, and its status in one of the words for it."""
    for place, row in enumerate(table.rows):
        status = " ".join(columns["status"][place].casefold().split())
        about = tuple(columns[name][place].casefold() for name in ("rubric", "benchmark", "wave"))
        yield row, about, _SAME.get(status, status)
