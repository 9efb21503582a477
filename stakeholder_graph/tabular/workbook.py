"""The sheets of an XLSX workbook as rows of text, as a person sees them."""

import zipfile
import zlib
from xml.parsers.expat import ExpatError

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.archive import opened_archive
from stakeholder_graph.tabular.xlsx import MOST_CELLS, TooManyCellsError, read_sheets

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    ExpatError,
    KeyError,
    ValueError,
    IndexError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
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
        found = read_sheets(archive, sheets)
    except TooManyCellsError:
        inspection.wrong(
            f"The workbook has more than {MOST_CELLS:,} cells.",
            "Delete what lies beside and below the table, or save the table as CSV.",
            file,
        )
        return None
    except _DAMAGE:
        found = {}
    if not found:
        inspection.wrong(
            "The workbook is damaged or incomplete and cannot be opened.",
            "Download it again, or open it and save it as .xlsx.",
            file,
        )
        return None
    return found
