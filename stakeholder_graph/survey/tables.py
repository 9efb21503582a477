"""One reader of tables: CSV and XLSX become text with positions."""

import csv
import io
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

import pandas as pd

from stakeholder_graph.survey.archive import too_large
from stakeholder_graph.survey.encoding import decode
from stakeholder_graph.survey.inspection import Inspection, suggestion
from stakeholder_graph.survey.workbook import sheet_rows

#: What a spreadsheet or a form may leave in a text without anyone seeing it; tabs and line ends stay.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\u200b\u200e\u200f\u202a-\u202e]")
_HTML = re.compile(rb"\s*<(!doctype|html|head|table|\?xml)", re.IGNORECASE)
_MAX_CELL = 10_000_000


@dataclass(frozen=True, eq=False)
class Table:
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


def read_table(path: Path, file: str, inspection: Inspection) -> Table | None:
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
        rows, comma = _sheet(data, file, inspection), False
    else:
        rows, comma = _csv_rows(data, file, inspection)
    return None if rows is None else _table(rows, file, comma, inspection)


def _csv_rows(data: bytes, file: str, inspection: Inspection) -> tuple[list[list[str]] | None, bool]:
    if data.startswith(b"PK\x03\x04"):
        inspection.wrong("This is a workbook, not a CSV file.", "Give it a name that ends in .xlsx.", file)
        return None, False
    if _HTML.match(data.removeprefix(b"\xef\xbb\xbf")):
        inspection.wrong("This is a web page, not a CSV file.", "Download the export as CSV again.", file)
        return None, False
    text = _CONTROL.sub("", decode(data, file, inspection))
    separator = _separator(text)
    csv.field_size_limit(_MAX_CELL)
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        inspection.wrong(
            f"The row cannot be split into cells ({error}).",
            'Look for a quotation mark " that is never closed.',
            file,
            len(rows) + 1,
        )
    return rows, separator == ";"


def _sheet(data: bytes, file: str, inspection: Inspection) -> list[list[str]] | None:
    rows = sheet_rows(data, file, inspection)
    return None if rows is None else [[_CONTROL.sub("", cell) for cell in row] for row in rows]


def _separator(text: str) -> str:
    """The separator that both the header and the next line have most of; of two alike, that which the header has."""
    filled = (line for line in text.splitlines() if line.strip())
    first = [re.sub(r'"[^"]*"', "", line) for line in islice(filled, 2)]
    counts = {separator: [line.count(separator) for line in first] for separator in ",;\t"}
    return max(counts, key=lambda separator: (min(counts[separator], default=0), counts[separator]))


def _table(rows: list[list[str]], file: str, comma: bool, inspection: Inspection) -> Table | None:
    cleaned = [_clean(row) for row in rows]
    filled = [number for number, row in enumerate(cleaned) if any(row)]
    if not filled:
        inspection.wrong("The file is empty.", "Fill it, or remove it if it is not needed.", file)
        return None
    header, *body = filled
    names = cleaned[header]
    while not names[-1]:
        names.pop()
    width = len(names)
    kept, long = [], []
    for number in body:
        row = cleaned[number]
        if any(row[width:]):
            long.append(number + 1)
        kept.append(row[:width] + [""] * (width - len(row)))
    inspection.wrong_rows(
        long,
        file,
        lambda place: f"The row has more cells ({len(cleaned[long[place] - 1])}) than there are headers ({width}).",
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
    return Table(file, cells.loc[:, ~folded.duplicated()], comma)


def _clean(row: list[str]) -> list[str]:
    text = [cell.strip() for cell in row]
    if all(map(str.isascii, text)):
        return text
    return [unicodedata.normalize("NFC", cell) for cell in text]


def visible(text: str) -> str:
    r"""Give a text as tables are read: without characters that cannot be seen, and each letter written one way.

    Examples
    --------
    >>> visible("spring\u200b 2025 ")
    'spring 2025'
    """
    return _clean([_CONTROL.sub("", text)])[0]
