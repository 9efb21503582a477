"""The sheets of a workbook as rows of text, as a person sees them, and what of them a person does not see."""

from collections.abc import Iterable, Sequence

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.archive import opened_archive
from stakeholder_graph.tabular.other_workbooks import read_elsewhere
from stakeholder_graph.tabular.sheet import (
    MOST_CELLS,
    MOST_ROWS,
    DamagedWorkbookError,
    Sheet,
    TooManyCellsError,
    TooManyRowsError,
)
from stakeholder_graph.tabular.texts.date_like import BESIDE_DATES, as_written_again
from stakeholder_graph.tabular.xlsx import read_sheets
from stakeholder_graph.text import N_, _, _n, listing

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: What a workbook with a password says in its directory.
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MOST_ROWS = 5
#: What to do about formulas without a value.
_COMPUTE = N_("Open the workbook in a spreadsheet, save it, and read it again.")


def workbook_sheets(data: bytes, file: str, inspection: Inspection, most_rows: int | None = None) -> list[Sheet] | None:
    """Read the sheets of a workbook, whichever program wrote it.

    Parameters
    ----------
    data : bytes
        The file as it is.
    file : str
        Its name, for the problems.
    inspection : Inspection
        Takes the problems.
    most_rows : int, optional
        How many of the first rows of each; all of them if not given.

    Returns
    -------
    list of Sheet, or None
        Those that a person sees come first. None where the workbook cannot be opened.
    """
    if data.startswith(_OLE):
        if _LOCKED in data:
            inspection.wrong(
                _("The workbook is protected by a password."),
                _("Open it, remove the password and save it as .xlsx."),
                file,
            )
            return None
        return read_elsewhere(data, file, inspection)
    archive = opened_archive(data, file, inspection)
    if archive is None:
        return None
    if {"content.xml", "xl/workbook.bin"} & set(archive.namelist()):
        return read_elsewhere(data, file, inspection)
    try:
        written = read_sheets(archive, most_rows)
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
        written = []
    if not written:
        inspection.wrong(
            _("The workbook is damaged or incomplete and cannot be opened."),
            _("Download it again, or open it and save it as .xlsx."),
            file,
        )
        return None
    return written


def workbook_rows(data: bytes, file: str, inspection: Inspection) -> dict[str, list[list[str]]] | None:
    """Read the rows of each sheet of a workbook, by its name.

    Parameters
    ----------
    data : bytes
        The file as it is.
    file : str
        Its name, for the problems.
    inspection : Inspection
        Takes the problems.
    """
    sheets = workbook_sheets(data, file, inspection)
    return None if sheets is None else {sheet.name: sheet.rows for sheet in sheets}


def stop_at_uncomputed(inspection: Inspection) -> None:
    """Stop where a formula has no value: whatever rests on its cell would be a second problem for one fault.

    Parameters
    ----------
    inspection : Inspection
        Of files that have been opened.

    Raises
    ------
    SurveyError
        With every problem of opening them.
    """
    if any(problem.todo == _(_COMPUTE) for problem in inspection.problems):
        inspection.verdict()


def note_unseen(sheet: Sheet, file: str, inspection: Inspection) -> None:
    """Say what of a sheet counts and is not seen, or is seen otherwise: what is hidden, merged, a date or a formula.

    Parameters
    ----------
    sheet : Sheet
        One that is used.
    file : str
        How problems name the workbook.
    inspection : Inspection
        Takes a problem for formulas without a value, and advice.
    """
    if sheet.uncomputed:
        cells = [f"{_letters(column)}{row}" for row, column in sheet.uncomputed]
        row, column = sheet.uncomputed[0]
        inspection.wrong(
            _n(
                "The formula in cell {cells} has no value: no spreadsheet has computed it.",
                "{count} formulas have no value, since no spreadsheet has computed them: cells {cells}.",
                len(cells),
                cells=_first(cells),
            ),
            _(_COMPUTE),
            file,
            row,
            _header(sheet, row, column),
        )
    if sheet.hidden_rows:
        inspection.advise(
            _n(
                "{count} row is hidden, by hand or by a filter, and was read: row {rows}.",
                "{count} rows are hidden, by hand or by a filter, and were read: rows {rows}.",
                len(sheet.hidden_rows),
                rows=_first(map(str, sheet.hidden_rows)),
            ),
            _("Delete what should not count."),
            file,
            sheet.hidden_rows[0],
        )
    hidden = [column for column in sheet.hidden_columns if _header(sheet, len(sheet.rows) + 1, column)]
    if hidden:
        inspection.advise(
            _n(
                "{count} column is hidden and was read: {columns}.",
                "{count} columns are hidden and were read: {columns}.",
                len(hidden),
                columns=_first(
                    f"{_letters(column)} (“{_header(sheet, len(sheet.rows) + 1, column)}”)" for column in hidden
                ),
            ),
            _("Delete what should not count."),
            file,
        )
    _note_merged(sheet, file, inspection)
    _note_dates(sheet, file, inspection)


def note_unread(sheets: Sequence[Sheet], file: str, inspection: Inspection) -> None:
    """Say which sheet is read, where a person sees others that are not.

    Parameters
    ----------
    sheets : sequence of Sheet
        The one that is read comes first.
    file : str
        How problems name the workbook.
    inspection : Inspection
        Takes the advice.
    """
    unread = [sheet.name for sheet in sheets[1:] if any(map(any, sheet.rows)) and not sheet.hidden]
    if unread:
        inspection.advise(
            _n(
                "The sheet “{read}” is read; the sheet {unread} is not.",
                "The sheet “{read}” is read; the sheets {unread} are not.",
                len(unread),
                read=sheets[0].name,
                unread=listing(f"“{name}”" for name in unread),
            ),
            _("If another one is meant, make it the first."),
            file,
        )


def _note_merged(sheet: Sheet, file: str, inspection: Inspection) -> None:
    spread = [
        (top, left, bottom) for top, left, bottom, _right in sheet.merged if bottom > top and _cell(sheet, top, left)
    ]
    if spread:
        cells = [f"{_letters(left)}{top}:{_letters(left)}{bottom}" for top, left, bottom in spread]
        inspection.advise(
            _("Cells that are merged ({cells}) count for each of their rows.", cells=_first(cells)),
            _("You need do nothing if that is right; else unmerge them."),
            file,
            spread[0][0],
        )


def _note_dates(sheet: Sheet, file: str, inspection: Inspection) -> None:
    for column, dates in sorted(sheet.dates.items()):
        texts = [_cell(sheet, row, column) for row in range(dates[0] + 1, len(sheet.rows) + 1) if row not in dates]
        texts += [_cell(sheet, row, column) for row in range(2, dates[0])]
        others = [text for text in texts if text]
        if len(others) < len(dates) or not any(map(BESIDE_DATES.fullmatch, others)):
            continue
        inspection.advise(
            _n(
                "{count} cell of this column is a date ({dates}) where the others are none, such as “{other}”. "
                "Spreadsheets take a range such as 1-10 for a date.",
                "{count} cells of this column are dates ({dates}) where the others are none, such as “{other}”. "
                "Spreadsheets take a range such as 1-10 for a date.",
                len(dates),
                dates=_first(f"{_letters(column)}{row}: {_cell(sheet, row, column)}" for row in dates),
                other=next(text for text in others if BESIDE_DATES.fullmatch(text)),
            ),
            as_written_again(),
            file,
            dates[0],
            _header(sheet, dates[0], column),
        )


def _cell(sheet: Sheet, row: int, column: int) -> str:
    cells = sheet.rows[row - 1] if row <= len(sheet.rows) else []
    return cells[column - 1] if column <= len(cells) else ""


def _header(sheet: Sheet, row: int, column: int) -> str | None:
    """The text that stands highest in a column, above a cell."""
    return next((text for above in range(1, row) if (text := _cell(sheet, above, column))), None)


def _letters(column: int) -> str:
    """What a spreadsheet calls a column.

    Examples
    --------
    >>> _letters(1), _letters(28)
    ('A', 'AB')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _first(cells: Iterable[str]) -> str:
    shown = list(cells)
    return listing(shown[:_MOST_ROWS]) + (_(" and others") if len(shown) > _MOST_ROWS else "")
