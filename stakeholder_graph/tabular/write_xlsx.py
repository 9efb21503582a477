"""Workbooks whose bytes depend on what is in them and on nothing else."""

import io
import re
from collections.abc import Mapping, Sequence

import openpyxl
from openpyxl.styles import Alignment, Font

from stakeholder_graph.tabular.reproducible import without_clock

#: What XML cannot hold.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDEST = 60


def workbook(sheets: Mapping[str, Sequence[Sequence[str]]]) -> bytes:
    """Write tables of text as an XLSX workbook.

    Parameters
    ----------
    sheets : mapping of str to sequence of sequence of str
        Rows by name of the sheet; the first row holds the headers and stays in sight.

    Returns
    -------
    bytes
        The same for the same sheets. Every cell is text, also one that begins with ``=``.

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
        for number, row in enumerate(rows, start=1):
            for place, text in enumerate(row, start=1):
                if text:
                    cell = sheet.cell(number, place, _CONTROL.sub("", text))
                    cell.data_type = "s"
                    cell.alignment = Alignment(vertical="top", wrap_text=True)
                    cell.font = Font(bold=number == 1)
        for place, texts in enumerate(zip(*rows, strict=True), start=1):
            width = min(_WIDEST, 2 + max(map(len, texts), default=0))
            sheet.column_dimensions[openpyxl.utils.get_column_letter(place)].width = width
    written = io.BytesIO()
    book.save(written)
    return without_clock(written.getvalue())
