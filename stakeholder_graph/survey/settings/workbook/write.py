"""Writes a draft as the workbook partnership.xlsx."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from stakeholder_graph.storage.files import write_file_whole
from stakeholder_graph.storage.recovery import beside, free_name
from stakeholder_graph.survey.settings.draft import UNSURE, Draft
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.workbook.additions import has_additions
from stakeholder_graph.survey.settings.workbook.cells import fact_text, sheet_tables
from stakeholder_graph.survey.settings.workbook.open_decisions import is_waiting
from stakeholder_graph.survey.settings.workbook.open_elsewhere import check_closed
from stakeholder_graph.survey.settings.workbook.sheets import (
    FACTS,
    FACTS_ROW,
    HINTS,
    SENTENCES,
    SHEETS,
    START,
    UNDECIDED,
    Dropdown,
    SheetField,
)
from stakeholder_graph.tabular.reproducible import without_clock
from stakeholder_graph.tabular.write_xlsx import write_text
from stakeholder_graph.text import _

_YELLOW = PatternFill("solid", start_color="FFFFEB3B", end_color="FFFFEB3B")
_WHITE = PatternFill("solid", start_color="FFFFFFFF", end_color="FFFFFFFF")
_HEAD = PatternFill("solid", start_color="FFE3E8EC", end_color="FFE3E8EC")
#: Dropdowns reach so far below the last row, for what is added by hand.
_SPARE = 200


def workbook_bytes(draft: Draft) -> bytes:
    """Give a draft as a workbook.

    Parameters
    ----------
    draft : Draft
        Settings, notes and tables.

    Returns
    -------
    bytes
        An XLSX file, the same for the same draft. Every cell is text or a number: none is ever a formula.
    """
    book = Workbook()
    start = book.active
    start.title = START
    _write_start(start, draft.settings)
    tables = sheet_tables(draft)
    for name, fields in SHEETS.items():
        if name in tables:
            _write_sheet(book.create_sheet(name), fields, tables, draft.with_sector)
    book.properties.creator = "stakeholder-graph"
    raw = io.BytesIO()
    book.save(raw)
    return without_clock(raw.getvalue())


def write_workbook(path: Path, draft: Draft) -> Path | None:
    """Write a draft as a workbook.

    Parameters
    ----------
    path : Path
        The file.
    draft : Draft
        What to write.

    Returns
    -------
    Path or None
        The earlier workbook, beside the new one, where people added to it what is no part of the settings: sheets,
        columns, comments.

    Raises
    ------
    SurveyError
        If the workbook is open in a spreadsheet; it is left as it is then.
    StorageError
        If it cannot be written; it is left as it is then, too.
    """
    check_closed(path)
    content, kept = workbook_bytes(draft), None
    if path.is_file() and has_additions(earlier := path.read_bytes(), content):
        kept = free_name(beside(path))
        write_file_whole(kept, earlier)
    write_file_whole(path, content)
    return kept


def kept_in_words(path: Path) -> str:
    """Say that the earlier workbook was kept.

    Parameters
    ----------
    path : Path
        As `write_workbook` gives it.
    """
    return _(
        "{file} is the earlier workbook: it holds sheets, columns or comments of your own, which the new one lacks.",
        file=path.name,
    )


def _write_start(sheet: Worksheet, settings: Settings) -> None:
    _put(sheet.cell(1, 1), _("Survey settings")).font = Font(bold=True, size=14)
    for row, sentence in enumerate(SENTENCES, start=2):
        _put(sheet.cell(row, 1), _(sentence))
    for row, fact in enumerate(FACTS, start=FACTS_ROW):
        _put(sheet.cell(row, 1), fact.header).font = Font(bold=True)
        _put(sheet.cell(row, 2), fact_text(settings, fact.name))
        if fact.choice:
            _offer(sheet, fact.choice, f"B{row}")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 36, 50


def _write_sheet(
    sheet: Worksheet, fields: Sequence[SheetField], tables: Mapping[str, pd.DataFrame], with_sector: frozenset[str]
) -> None:
    table = tables[sheet.title]
    known = {field.name: field for field in fields}
    columns = [known.get(str(name), SheetField(str(name), str(name))) for name in table.columns]
    last = len(table) + 1
    for number, column in enumerate(columns, start=1):
        letter = get_column_letter(number)
        head = _put(sheet.cell(1, number), column.header)
        head.font, head.fill = Font(bold=True), _HEAD
        sheet.column_dimensions[letter].width = column.width
        for row, text in enumerate(table[column.name], start=2):
            _put(sheet.cell(row, number), text).alignment = Alignment(wrap_text=column.width > 30, vertical="top")
        cells = f"{letter}2:{letter}{last + _SPARE}"
        hint = HINTS.get(sheet.title, {}).get(column.name, "")
        hint = _(hint) if hint else ""
        if column.choice:
            _offer(sheet, column.choice, cells, hint)
        elif column.name == "scale" and sheet.title in ("Questions", "Layers"):
            _offer_names(sheet, "Scales", len(tables["Scales"]), cells, hint=hint)
        elif column.name == "decision":
            _offer_names(sheet, "Organizations", len(tables.get("Organizations", ())), cells, hint=hint)
        elif hint:
            _tell(sheet, cells, hint)
        waiting = is_waiting(sheet.title, column.name, table, with_sector)
        _mark(sheet, letter, cells, [row for row, waits in enumerate(waiting, start=2) if waits])
    sheet.freeze_panes = "A2"


def _mark(sheet: Worksheet, letter: str, cells: str, rows: Sequence[int]) -> None:
    """Paint the cells that wait yellow; they turn white once somebody has filled them in."""
    for row in rows:
        sheet[f"{letter}{row}"].fill = _YELLOW
    if rows:
        first = f"{letter}2"
        decided = f'AND({first}<>"",RIGHT({first},1)<>"{UNSURE}",{first}<>"{UNDECIDED}")'
        sheet.conditional_formatting.add(cells, FormulaRule(formula=[decided], fill=_WHITE))


def _put(cell: Cell, text: str) -> Cell:
    """Write text as text: a cell that begins with = would be taken for a formula otherwise."""
    if text:
        write_text(cell, text)
        cell.number_format = "@"
    return cell


def _offer(sheet: Worksheet, choice: Dropdown, cells: str, hint: str = "") -> None:
    _validate(sheet, f'"{",".join(choice.words)}"', cells, others=choice.others, hint=hint)


def _tell(sheet: Worksheet, cells: str, hint: str) -> None:
    """Say what may stand in cells in which anything can be written."""
    shown = DataValidation(allow_blank=True, showInputMessage=True, promptTitle=_("Decision"), prompt=hint)
    sheet.add_data_validation(shown)
    shown.add(cells)


def _offer_names(sheet: Worksheet, source: str, count: int, cells: str, hint: str = "") -> None:
    if not count and hint:
        _tell(sheet, cells, hint)
    elif count:
        _validate(sheet, f"'{source}'!$A$2:$A${count + 1}", cells, others=True, hint=hint)


def _validate(sheet: Worksheet, formula: str, cells: str, others: bool, hint: str = "") -> None:
    offered = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=not others)
    offered.error, offered.errorTitle = _("Choose one of the list."), _("Survey settings")
    if hint:
        offered.prompt, offered.promptTitle, offered.showInputMessage = hint, _("Decision"), True
    sheet.add_data_validation(offered)
    offered.add(cells)
