"""The sheets of an XLSX workbook as rows of text, as a person sees them."""

import datetime as dt
import io
import warnings
import zipfile
import zlib
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from stakeholder_graph.survey.archive import opened_archive
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
    sheets = workbook_rows(data, file, inspection, sheets=1)
    return None if sheets is None else next(iter(sheets.values()))


def workbook_rows(
    data: bytes, file: str, inspection: Inspection, sheets: int | None = None
) -> dict[str, list[list[str]]] | None:
    """Read the sheets of a workbook.

    Parameters
    ----------
    data, file, inspection
        As for `sheet_rows`.
    sheets : int, optional
        How many of the first sheets; all unless told.

    Returns
    -------
    dict of str to list of list of str, or None
        The rows of each sheet, as for `sheet_rows`, by the name of the sheet.
    """
    if data.startswith(_OLE):
        inspection.wrong(
            "The workbook is protected by a password, or is of the old .xls kind.",
            "Open it, remove the password and save it as .xlsx.",
            file,
        )
        return None
    archive = opened_archive(data, file, inspection)
    if archive is None:
        return None
    try:
        return _read(data, sheets)
    except _DAMAGE:
        inspection.wrong(
            "The workbook is damaged or incomplete and cannot be opened.",
            "Download it again, or open it and save it as .xlsx.",
            file,
        )
        return None


def _read(data: bytes, sheets: int | None) -> dict[str, list[list[str]]]:
    found, formulas = _sheets(data, sheets, computed=False)
    if formulas:
        computed, _ = _sheets(data, sheets, computed=True)
        for name in formulas:
            for row, values in zip(found[name], computed[name], strict=True):
                row[:] = [value or cell for cell, value in zip(row, values, strict=True)]
    return found


def _sheets(data: bytes, sheets: int | None, computed: bool) -> tuple[dict[str, list[list[str]]], set[str]]:
    """The rows of each sheet, and the names of those that hold formulas."""
    found, formulas = dict[str, list[list[str]]](), set[str]()
    known = dict[str, str]()  # one text that stands in many cells is kept once
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl speaks of styles and dropdowns it leaves out
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=computed)
        try:
            for sheet in book.worksheets[:sheets]:
                sheet.reset_dimensions()  # some tools write a wrong size, which would cut rows off
                rows = found.setdefault(sheet.title, [])
                for row in sheet.iter_rows(values_only=True):
                    texts = [_seen(cell) for cell in row]
                    if any(text[:1] == "=" for text in texts):
                        formulas.add(sheet.title)
                    rows.append([known.setdefault(text, text) for text in texts])
        finally:
            book.close()
    return found, formulas


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
