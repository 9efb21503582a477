"""Workbooks whose bytes depend on what is in them and on nothing else."""

import io
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import openpyxl
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from stakeholder_graph.tabular.reproducible import without_clock

#: What a cell holds; nothing is written for None or a blank text.
XlsxCell = str | int | float | None

#: What XML cannot hold, and what turns the direction of a line.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
#: A text that begins with one of these becomes a formula when a person edits its cell.
_FORMULA = frozenset("=+-@")
_WIDEST = 60
_MORE_ROWS = 200


def cell_text(text: str) -> str:
    r"""Give a text as a cell holds it: without what XML cannot hold and without marks that turn a line around.

    Parameters
    ----------
    text : str
        What somebody may have written in a survey.

    Examples
    --------
    >>> cell_text("Zoo\x00")
    'Zoo'
    """
    return _CONTROL.sub("", text)


def write_text(cell: Cell, text: str) -> None:
    """Write a text into a cell so that it stays text, also where somebody edits the cell and presses Enter.

    Parameters
    ----------
    cell : Cell
        Takes the text, without what XML cannot hold and without marks that turn the direction of a line.
    text : str
        What somebody may have written in a survey.
    """
    cell.value = cell_text(text)
    cell.data_type = "s"
    if text.lstrip()[:1] in _FORMULA:
        cell.quotePrefix = True


def workbook(
    sheets: Mapping[str, Sequence[Sequence[XlsxCell]]],
    page_header: str = "",
    choices: Mapping[str, Mapping[str, Sequence[str]]] = MappingProxyType({}),
) -> bytes:
    """Write tables as an XLSX workbook.

    Parameters
    ----------
    sheets : mapping of str to sequence of rows
        Rows by name of the sheet, all as long as the first, which holds the headers and stays in sight.
    page_header : str
        What is printed above every page of every sheet.
    choices : mapping of str to mapping of str to sequence of str
        What to choose from in a column, by sheet and header: the cells below it have a drop-down.

    Returns
    -------
    bytes
        The same for the same sheets. Text stays text, also where it begins with ``=``; numbers are numbers.

    Examples
    --------
    >>> workbook({"a": [["header"], ["=1+1"]]}) == workbook({"a": [["header"], ["=1+1"]]})
    True
    """
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        if page_header:
            sheet.oddHeader.center.text = page_header.replace("&", "&&")
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                if isinstance(value, str) and value:
                    cell = sheet.cell(number, column)
                    write_text(cell, value)
                elif value is not None and value != "":
                    cell = sheet.cell(number, column, value)
                else:
                    continue
                cell.alignment = Alignment(vertical="top", wrap_text=True)
                cell.font = Font(bold=number == 1)
        for column, cells in enumerate(zip(*rows, strict=True), start=1):
            longest = max((len(str(value)) for value in cells if value is not None), default=0)
            letter = openpyxl.utils.get_column_letter(column)
            sheet.column_dimensions[letter].width = min(_WIDEST, 2 + longest)
            if offered := choices.get(name, {}).get(str(cells[0])):
                # Beyond the last row too, for those that people add.
                _offer(sheet, f"{letter}2:{letter}{len(rows) + _MORE_ROWS}", offered)
    written = io.BytesIO()
    book.save(written)
    return without_clock(written.getvalue())


def _offer(sheet: Worksheet, cells: str, offered: Sequence[str]) -> None:
    """Let people choose from a few words; other words are taken too."""
    validation = DataValidation(type="list", formula1=f'"{",".join(offered)}"', allow_blank=True)
    validation.errorStyle = "information"
    validation.add(cells)
    sheet.add_data_validation(validation)
