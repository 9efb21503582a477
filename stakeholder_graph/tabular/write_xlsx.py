"""Workbooks whose bytes depend on what is in them and on nothing else."""

import io
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import xlsxwriter

from stakeholder_graph.tabular.texts.formula_guard import is_like_formula

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet


class SheetLink(NamedTuple):
    """A text that leads to a sheet of the same workbook."""

    text: str
    sheet: str


#: What a cell holds; nothing is written for None or a blank text.
XlsxCell = str | int | float | bool | SheetLink | None

#: What XML cannot hold, and what turns the direction of a line.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_WIDEST = 60
_MORE_ROWS = 200
#: The most characters that a cell holds.
_LONGEST_TEXT = 32_767
#: In place of the time of writing.
_THEN = datetime(2000, 1, 1, tzinfo=UTC)


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


def write_text(cell: "Cell", text: str) -> None:
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
    if is_like_formula(text):
        cell.quotePrefix = True


def workbook(
    sheets: Mapping[str, Sequence[Sequence[XlsxCell]]],
    page_header: str = "",
    choices: Mapping[str, Mapping[str, Sequence[str]]] = MappingProxyType({}),
    number_formats: Mapping[str, Sequence[str]] = MappingProxyType({}),
    finish: Callable[[xlsxwriter.Workbook], None] = lambda book: None,
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
    number_formats : mapping of str to sequence of str
        How the numbers of each column are shown, by sheet, such as ``"0%"``; blank for as they are. The headers of
        these sheets have a filter.
    finish : callable
        Takes the workbook when all is written, and changes what is particular to it.

    Returns
    -------
    bytes
        The same for the same sheets. Text stays text, also where it begins with ``=``; numbers are numbers.

    Examples
    --------
    >>> workbook({"a": [["header"], ["=1+1"]]}) == workbook({"a": [["header"], ["=1+1"]]})
    True
    """
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    book.set_properties({"created": _THEN})
    formats = _Formats(book)
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        if page_header:
            sheet.set_header(f"&C{page_header.replace('&', '&&')}")
        numbers = number_formats.get(name, ())
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                look = numbers[column] if column < len(numbers) else ""
                _write(sheet, number, column, value, formats, look)
        if numbers and rows:
            sheet.autofilter(0, 0, len(rows) - 1, len(numbers) - 1)
        for column, cells in enumerate(zip(*rows, strict=True)):
            longest = max((len(str(value)) for value in cells if value is not None), default=0)
            sheet.set_column(column, column, min(_WIDEST, 2 + longest))
            if offered := choices.get(name, {}).get(str(cells[0])):
                # Beyond the last row too, for those that people add.
                _offer(sheet, column, len(rows) + _MORE_ROWS, offered)
    finish(book)
    book.close()
    return written.getvalue()


class _Formats:
    """How cells look, each way made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[object, ...], Format] = {}

    def of(self, *, bold: bool = False, quoted: bool = False, link: bool = False, numbers: str = "") -> "Format":
        key = (bold, quoted, link, numbers)
        if key not in self._made:
            look = {"valign": "top", "text_wrap": True, "bold": bold, "quote_prefix": quoted}
            look |= {"num_format": numbers} if numbers else {}
            look |= {"font_color": "#0000EE", "underline": 1} if link else {}
            self._made[key] = self._book.add_format(look)
        return self._made[key]


def _write(sheet: "Worksheet", row: int, column: int, value: XlsxCell, formats: _Formats, numbers: str) -> None:
    if isinstance(value, SheetLink):
        place = f"internal:'{value.sheet.replace(chr(39), chr(39) * 2)}'!A1"
        sheet.write_url(row, column, place, formats.of(link=True), cell_text(value.text))
    elif isinstance(value, str):
        if text := cell_text(value)[:_LONGEST_TEXT]:
            quoted = is_like_formula(text)
            sheet.write_string(row, column, text, formats.of(bold=not row, quoted=quoted))
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, formats.of(bold=not row))
    elif value is not None:
        sheet.write_number(row, column, value, formats.of(bold=not row, numbers=numbers))


def _offer(sheet: "Worksheet", column: int, last: int, offered: Sequence[str]) -> None:
    """Let people choose from a few words; other words are taken too."""
    sheet.data_validation(
        1, column, last - 1, column, {"validate": "list", "source": list(offered), "error_type": "information"}
    )
