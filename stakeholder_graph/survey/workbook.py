"""The first sheet of an XLSX workbook as rows of text, as a person sees them."""

import datetime as dt
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from stakeholder_graph.survey.inspection import Inspection

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    ParseError,
    KeyError,
    ValueError,
    IndexError,
    EOFError,
    OSError,
)


def sheet_rows(data: bytes, file: str, inspection: Inspection) -> list[list[str]] | None:
    """Read the first sheet of a workbook.

    Parameters
    ----------
    data : bytes
        The file as it is.
    file : str
        Its name, for the problems.
    inspection : Inspection
        Takes the problems.

    Returns
    -------
    list of list of str or None
        The rows, from row 1 on. None where the workbook cannot be opened. A formula is the value that was
        last computed for it; one that was never computed stays the text it is.
    """
    if data.startswith(_OLE):
        inspection.wrong(
            "The workbook is protected by a password, or is of the old .xls kind.",
            "Open it, remove the password and save it as .xlsx.",
            file,
        )
        return None
    try:
        rows = list(_cells(data, computed=False))
        if any(isinstance(cell, str) and cell.startswith("=") for row in rows for cell in row):
            computed = list(_cells(data, computed=True))
            rows = [
                tuple(_value(cell, value) for cell, value in zip(row, values, strict=True))
                for row, values in zip(rows, computed, strict=True)
            ]
    except _DAMAGE:
        inspection.wrong(
            "The workbook is damaged or incomplete and cannot be opened.",
            "Download it again, or open it and save it as .xlsx.",
            file,
        )
        return None
    return [[_seen(cell) for cell in row] for row in rows]


def _cells(data: bytes, computed: bool) -> Iterator[tuple[object, ...]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl speaks of styles and dropdowns it leaves out
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=computed)
        try:
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # some tools write a wrong size, which would cut rows off
            yield from sheet.iter_rows(values_only=True)
        finally:
            book.close()


def _value(cell: object, computed: object) -> object:
    return cell if computed is None else computed


def _seen(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.15g}"
    if isinstance(cell, dt.datetime):
        midnight = cell.time() == dt.time()
        return cell.date().isoformat() if midnight else cell.isoformat(" ")
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return str(cell)
