"""Opens the workbook: its sheets as tables under the names of the settings."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.settings.workbook.open_elsewhere import is_open_elsewhere
from stakeholder_graph.survey.settings.workbook.sheets import ESSENTIAL, SHEETS, START, sheet_file
from stakeholder_graph.tabular import TextRows
from stakeholder_graph.tabular.delimited import visible
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.tabular.workbook import workbook_rows
from stakeholder_graph.text import LANGUAGES, _

#: How a file begins that Excel protects with a password, or that is of the old kind.
OLD_OR_PROTECTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def open_sheets(path: Path, inspection: Inspection) -> dict[str, SourceTable]:
    """Open the sheets of the workbook.

    Parameters
    ----------
    path : Path
        The file.
    inspection : Inspection
        Takes the problems, and advice where a spreadsheet has the workbook open.

    Returns
    -------
    dict of str to SourceTable
        By name of the sheet; headers are the names of `SHEETS`, rows are those of the sheet.

    Raises
    ------
    SurveyError
        If the workbook cannot be read or has no sheet with questions.
    """
    if is_open_elsewhere(path):
        inspection.advise(
            _("The workbook is open in a spreadsheet; we do not see what is not saved there."),
            _("Save it."),
            path.name,
        )
    spelled = {sheet.casefold(): sheet for sheet in [START, *SHEETS]}
    sheets = {}
    for name, rows in _rows(path, inspection).items():
        sheet = spelled.get(name.strip().casefold())
        if sheet == START:
            sheets[START] = _under([["", ""], *rows], ["label", "value"], sheet_file(START, path.name), first=0)
        elif sheet:
            sheets[sheet] = _table(rows, sheet, sheet_file(sheet, path.name), inspection)
    if "Questions" not in sheets:
        inspection.wrong(
            _("There is no sheet “{sheet}”.", sheet="Questions"),
            _("Bring it back, or draft the workbook anew."),
            path.name,
        )
        inspection.verdict()
    return sheets


def _rows(path: Path, inspection: Inspection) -> dict[str, TextRows]:
    """The cells of every sheet."""
    try:
        data = path.read_bytes()
    except OSError as error:
        is_locked = isinstance(error, PermissionError)
        inspection.wrong(
            _("The workbook cannot be read: it is open elsewhere.")
            if is_locked
            else _("The workbook cannot be read: {reason}.", reason=error.strerror or str(error)),
            _("Save and close it, then try again."),
            path.name,
        )
        inspection.verdict()
    if not zipfile.is_zipfile(io.BytesIO(data)) and not data.startswith(OLD_OR_PROTECTED):
        inspection.wrong(
            _("The workbook is damaged or incomplete."),
            _("Close it in Excel, or delete it and run start again (the decisions in it are then lost)."),
            path.name,
        )
        inspection.verdict()
    rows = workbook_rows(data, path.name, inspection)
    if rows is None:
        inspection.verdict()
    return rows or {}


def _table(rows: TextRows, sheet: str, file: str, inspection: Inspection) -> SourceTable:
    fields = SHEETS[sheet]
    names = {field.header.casefold(): field.name for field in fields} | {field.name: field.name for field in fields}
    heads = [_text(cell) for cell in (rows[0] if rows else [])]
    headers = [names.get(head.casefold(), head) for head in heads] if any(heads) else [field.name for field in fields]
    _check_columns(headers, sheet, file, inspection)
    for head in sorted({head for head in headers if head and headers.count(head) > 1}):
        inspection.wrong(
            _("Two columns have the header “{header}”.", header=head), _("Rename or remove one."), file, 1, head
        )
    return _under(rows, headers, file, first=1)


def _check_columns(headers: Sequence[str], sheet: str, file: str, inspection: Inspection) -> None:
    """Note columns that were renamed or deleted: a sheet means nothing without some, and loses what others said."""
    known = {field.name for field in SHEETS[sheet]}
    # `name_es` is no misspelling of `name`.
    known |= {f"{field.name}_{language}" for field in SHEETS[sheet] for language in LANGUAGES}
    own = [head for head in headers if head and head not in known]
    for missing in (field for field in SHEETS[sheet] if field.name not in headers):
        what = _("There is no column “{column}”.", column=missing.header)
        if missing.name in ESSENTIAL[sheet]:
            todo = suggestion(missing.header, own, _("Bring it back."))
            inspection.wrong(what, todo, file, 1)
        elif near := suggestion(missing.header, own):
            inspection.advise(what, " ".join((near, _("Then rename it."))), file, 1)


def _under(rows: TextRows, headers: Sequence[str], file: str, first: int) -> SourceTable:
    """Rows with any text under headers; of columns with one header the first, and none without a header."""
    columns = {head: headers.index(head) for head in headers if head}
    cells = {
        number: [_text(row[place]) if place < len(row) else "" for place in columns.values()]
        for number, row in enumerate(rows[1:], start=first + 1)
    }
    filled = {number: row for number, row in cells.items() if any(row)}
    texts = {head: [row[place] for row in filled.values()] for place, head in enumerate(columns)}
    return SourceTable(file, texts, list(filled))


def _text(cell: str) -> str:
    return visible(cell)
