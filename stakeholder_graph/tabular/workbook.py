"""The sheets of an XLSX workbook as rows of text, as a person sees them."""

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.archive import opened_archive
from stakeholder_graph.tabular.xlsx import (
    MOST_CELLS,
    MOST_ROWS,
    DamagedWorkbookError,
    TooManyCellsError,
    TooManyRowsError,
    read_sheets,
)
from stakeholder_graph.text import _

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def workbook_rows(
    data: bytes, file: str, inspection: Inspection, sheets: int | None = None, most_rows: int | None = None
) -> dict[str, list[list[str]]] | None:
    """Read the sheets of a workbook.

    Parameters
    ----------
    data : bytes
        The file as it is.
    file : str
        Its name, for the problems.
    inspection : Inspection
        Takes the problems.
    sheets : int, optional
        How many of the first sheets; all of them if not given.
    most_rows : int, optional
        How many of the first rows of each; all of them if not given.

    Returns
    -------
    dict of str to list of list of str, or None
        The rows of each sheet, from row 1 on, by the name of the sheet. None where the workbook cannot be opened. A
        formula is the value that was last computed for it; one that was never computed stays the text it is.
    """
    if data.startswith(_OLE):
        inspection.wrong(
            _("The workbook is protected by a password, or is an old .xls file."),
            _("Open it, remove the password and save it as .xlsx."),
            file,
        )
        return None
    archive = opened_archive(data, file, inspection)
    if archive is None:
        return None
    try:
        written = read_sheets(archive, sheets, most_rows)
    except TooManyCellsError:
        inspection.wrong(
            _("The workbook has more than {cells} cells.", cells=MOST_CELLS),
            _("Delete whatever stands beside and below the table, or save the table as CSV."),
            file,
        )
        return None
    except TooManyRowsError as error:
        inspection.wrong(
            _(
                "The workbook has a cell in row {row:,}, and a sheet has no more than {most:,} rows.",
                row=error.row,
                most=MOST_ROWS,
            ),
            _("Delete whatever stands below the table, or save the table as CSV."),
            file,
        )
        return None
    except DamagedWorkbookError:
        written = {}
    if not written:
        inspection.wrong(
            _("The workbook is damaged or incomplete and cannot be opened."),
            _("Download it again, or open it and save it as .xlsx."),
            file,
        )
        return None
    return written
