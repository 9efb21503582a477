"""One reader of tables: CSV and XLSX become text with positions."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.tabular.archive import too_large
from stakeholder_graph.tabular.delimited import Rows, all_visible, split
from stakeholder_graph.tabular.encoding import decode
from stakeholder_graph.tabular.workbook import sheet_rows

_HTML = re.compile(rb"\s*<(!doctype|html|head|table|\?xml)", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class SourceTable:
    """A table as its author sees it.

    Parameters
    ----------
    file : str
        Name relative to the partnership's folder.
    cells : DataFrame of str
        Columns are the headers as written; the index is the row in the spreadsheet. Blank is ``""``.
    decimal_comma : bool
        Whether ``3,5`` may mean three and a half.
    """

    file: str
    cells: pd.DataFrame
    decimal_comma: bool = False

    @cached_property
    def headers(self) -> dict[str, str]:
        """Header as written, by header in lower case."""
        return {str(header).casefold(): str(header) for header in self.cells.columns}

    def __contains__(self, column: str) -> bool:
        return column.casefold() in self.headers

    def __getitem__(self, column: str) -> "pd.Series[str]":
        """A column by header in any case; blank throughout where there is none."""
        if column not in self:
            return pd.Series("", index=self.cells.index, dtype="str")
        return self.cells[self.headers[column.casefold()]]

    def __len__(self) -> int:
        return len(self.cells)

    def require(self, inspection: Inspection, *columns: str) -> None:
        """Note every column that is not there."""
        for column in columns:
            if column not in self:
                add = f'Add a column with the header "{column}".'
                near = suggestion(column, list(self.headers.values()), add)
                inspection.wrong(f'There is no column "{column}".', near, self.file, column=column)

    def require_text(self, inspection: Inspection, *columns: str) -> None:
        """Note every column that is not there, and every blank in one that is."""
        self.require(inspection, *columns)
        for column in columns:
            if column in self:
                for row in self.cells.index[self[column] == ""]:
                    inspection.wrong("The cell is blank.", "Fill it in.", self.file, row, column)


def read_table(path: Path, file: str, inspection: Inspection) -> SourceTable | None:
    """Read a CSV file or the first sheet of a workbook as text.

    Parameters
    ----------
    path : Path
        The file.
    file : str
        How problems name it.
    inspection : Inspection
        Takes the problems.

    Returns
    -------
    Table or None
        None where nothing can be read. Text is NFC, trimmed and without control characters; rows without
        any text are left out, and the others keep their row numbers.
    """
    try:
        if too_large(path.stat().st_size, file, inspection):
            return None
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        inspection.wrong(f"The file cannot be read: {reason}.", "Check its name and its rights.", file)
        return None
    if path.suffix.casefold() == ".xlsx":
        sheet = sheet_rows(data, file, inspection)
        rows, comma = None if sheet is None else list(all_visible(sheet)), False
    else:
        rows, comma = _csv_rows(data, file, inspection)
    return None if rows is None else _table(rows, file, comma, inspection)


def _csv_rows(data: bytes, file: str, inspection: Inspection) -> tuple[Rows | None, bool]:
    if data.startswith(b"PK\x03\x04"):
        inspection.wrong("This is a workbook, not a CSV file.", "Give it a name that ends in .xlsx.", file)
        return None, False
    if _HTML.match(data.removeprefix(b"\xef\xbb\xbf")):
        inspection.wrong("This is a web page, not a CSV file.", "Download the export as CSV again.", file)
        return None, False
    rows, separator = split(decode(data, file, inspection), file, inspection)
    return rows, separator == ";"


def _table(rows: Rows, file: str, comma: bool, inspection: Inspection) -> SourceTable | None:
    filled = [number for number, row in enumerate(rows) if any(row)]
    if not filled:
        inspection.wrong("The file is empty.", "Fill it, or remove it if it is not needed.", file)
        return None
    header, *body = filled
    names = rows[header]
    while not names[-1]:
        names.pop()
    width = len(names)
    kept, long = [], []
    for number in body:
        row = rows[number]
        if any(row[width:]):
            long.append(number + 1)
        kept.append(row[:width] + [""] * (width - len(row)))
    inspection.wrong_rows(
        long,
        file,
        lambda place: f"The row has more cells ({len(rows[long[place] - 1])}) than there are headers ({width}).",
        "Put quotation marks around a text that holds the separator, or give the column a header.",
    )
    cells = pd.DataFrame(kept, columns=range(width), index=[number + 1 for number in body], dtype="str")
    unnamed = [place for place, name in enumerate(names) if not name]
    for place in unnamed:
        if (cells[place] != "").any():
            row = cells.index[cells[place] != ""][0]
            inspection.wrong(f"Column {place + 1} has answers but no header.", "Give the column a header.", file, row)
    cells = cells.drop(columns=unnamed)
    first: dict[str, str] = {}
    for name in filter(None, names):
        if name.casefold() in first:
            inspection.wrong(f'Two columns have the header "{name}".', "Rename or remove one.", file, header + 1, name)
        first.setdefault(name.casefold(), name)
    cells.columns = pd.Index([name for name in names if name], dtype="str")
    folded = cells.columns.str.casefold()
    return SourceTable(file, cells.loc[:, ~folded.duplicated()], comma)
