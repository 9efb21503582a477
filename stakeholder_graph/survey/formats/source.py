"""An export opened, before anyone knows which tool wrote it: rows of text, sheet by sheet."""

import json
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.archive import opened_archive, too_large
from stakeholder_graph.tabular.delimited import Rows, all_visible, split
from stakeholder_graph.tabular.encoding import decode
from stakeholder_graph.tabular.workbook import workbook_rows

_ZIP = b"PK\x03\x04"
_HTML = re.compile(rb"\s*<(!doctype|html|head|body|table|\?xml)", re.IGNORECASE)
_JSON = re.compile(r"\s*[\[{]\s*([\[{\"\]}]|$)")
#: What a table of a repeated part calls the column that says whose it is.
_PARENT = frozenset({"parent_key", "_parent_index"})
_TABLES = (".csv", ".tsv", ".tab", ".txt", ".xlsx", ".json")


@dataclass(frozen=True, eq=False)
class Source:
    """An export, opened.

    Parameters
    ----------
    file : str
        How problems name it.
    spelling : str
        ``"CSV"``, ``"TSV"``, ``"XLSX"`` or ``"JSON"``.
    sheets : dict of str to list of list of str
        Rows as written, from row 1 on, by name of the sheet; a CSV file has one. Text is NFC and trimmed.
    decimal_comma : bool
        Whether ``3,5`` may mean three and a half.
    data : object
        What a JSON file holds.
    beside : Path or None
        The folder whose files may explain this one.
    known : frozenset of str
        Options that lists of the form are known to hold.
    """

    file: str
    spelling: str
    sheets: dict[str, Rows]
    decimal_comma: bool = False
    data: object = None
    beside: Path | None = None
    known: frozenset[str] = field(default=frozenset())

    @property
    def rows(self) -> Rows:
        """The rows of the first sheet."""
        return next(iter(self.sheets.values()), [])

    @cached_property
    def first(self) -> list[str]:
        """The first row of the first sheet, without blanks at its end."""
        return trimmed(self.rows[0]) if self.rows else []

    def neighbours(self, *endings: str) -> list[Path]:
        """Files in the same folder with one of these endings, by name."""
        if self.beside is None:
            return []
        files = (path for path in self.beside.iterdir() if path.is_file() and not path.name.startswith("~$"))
        return sorted(path for path in files if path.name.casefold().endswith(endings))


def open_source(path: Path, file: str, inspection: Inspection, known: frozenset[str] = frozenset()) -> Source | None:
    """Open a CSV, TSV, XLSX or JSON file, or an archive of them; what it is, its bytes say.

    Parameters
    ----------
    path : Path
        The file.
    file : str
        How problems name it.
    inspection : Inspection
        Takes the problems.
    known : frozenset of str
        As in `Source`.

    Returns
    -------
    Source or None
        None where it cannot be opened.
    """
    try:
        if too_large(path.stat().st_size, file, inspection):
            return None
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        inspection.wrong(f"The file cannot be read: {reason}.", "Check its name and its rights.", file)
        return None
    return _open(data, path.name, file, inspection, path.parent, known)


def _open(
    data: bytes, name: str, file: str, inspection: Inspection, beside: Path | None, known: frozenset[str]
) -> Source | None:
    if data.startswith(_ZIP):
        archive = opened_archive(data, file, inspection)
        if archive is None:
            return None
        if "[Content_Types].xml" not in archive.namelist():
            return _archived(data, file, inspection, beside, known)
    if data.startswith((_ZIP, b"\xd0\xcf\x11\xe0")) or (name.casefold().endswith(".xlsx") and data):
        sheets = workbook_rows(data, file, inspection)
        if sheets is None:
            return None
        for rows in sheets.values():
            rows[:] = all_visible(rows)
        if not any(any(map(any, rows)) for rows in sheets.values()):
            _empty(file, inspection)
            return None
        return Source(file, "XLSX", sheets, beside=beside, known=known)
    if _HTML.match(data.removeprefix(b"\xef\xbb\xbf")):
        inspection.wrong(
            "This is a web page, not an export: perhaps the page that asks to log in.",
            "Log in, download the export again and open it once to see that it is a table.",
            file,
        )
        return None
    before = len(inspection.problems)
    text = decode(data, file, inspection)
    if not text.strip("\ufeff \r\n\t;,\x00"):
        _empty(file, inspection)
        return None
    if _JSON.match(text):
        try:
            return Source(file, "JSON", {}, data=json.loads(text), beside=beside, known=known)
        except (ValueError, RecursionError):
            if name.casefold().endswith(".json"):
                inspection.wrong("The file breaks off or is not JSON.", "Download it again.", file)
                return None
    rows, separator = split(text, file, inspection)
    if len(inspection.problems) > before:
        return None
    spelling = "TSV" if separator == "\t" else "CSV"
    return Source(file, spelling, {"": rows}, separator == ";", beside=beside, known=known)


def _empty(file: str, inspection: Inspection) -> None:
    inspection.wrong("The file is empty.", "Download the export again, or remove the file.", file)


def _archived(
    data: bytes, file: str, inspection: Inspection, beside: Path | None, known: frozenset[str]
) -> Source | None:
    """The table in an archive; several CSV files are the sheets of one export."""
    archive = opened_archive(data, file, inspection)
    if archive is None:
        return None
    names = [name for name in archive.namelist() if name.casefold().endswith(_TABLES)]
    names = [name for name in names if not PurePosixPath(name).name.startswith((".", "~$"))]
    tables = [name for name in names if not name.startswith("__MACOSX/")]
    if not tables:
        inspection.wrong("The archive holds no table.", "Unpack it and use the CSV or XLSX file of the export.", file)
        return None
    opened = []
    for name in tables:
        try:
            content = archive.read(name)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, NotImplementedError):
            inspection.wrong(f'"{name}" in the archive cannot be unpacked.', "Download it again.", file)
            return None
        if too_large(len(content), file, inspection):
            return None
        source = _open(content, name, f"{file}/{name}" if len(tables) > 1 else file, inspection, beside, known)
        if source is None:
            return None
        opened.append(source)
    if len(opened) == 1:
        return opened[0]
    # The table of the respondents has the shortest name: those of repeated parts are called after it.
    order = sorted(range(len(tables)), key=lambda place: (len(tables[place]), tables[place]))
    if not all(_PARENT & {header.casefold() for header in opened[place].first} for place in order[1:]):
        inspection.wrong(
            f"The archive holds several tables ({', '.join(sorted(tables))}).",
            "Unpack it and name the one with the answers.",
            file,
        )
        return None
    sheets = {PurePosixPath(tables[place]).stem: opened[place].rows for place in order}
    main = opened[order[0]]
    return Source(file, main.spelling, sheets, main.decimal_comma, beside=beside, known=known)


def trimmed(row: list[str]) -> list[str]:
    """Give a row without the blanks at its end.

    Examples
    --------
    >>> trimmed(["a", "", "b", "", ""])
    ['a', '', 'b']
    """
    last = len(row)
    while last and not row[last - 1]:
        last -= 1
    return row[:last]


@dataclass(frozen=True, eq=False, slots=True)
class Body:
    """The rows below the headers of a sheet.

    Parameters
    ----------
    rows : array of int, shape (n,)
        The row of each as the spreadsheet numbers it. Blank rows are left out.
    cells : array of str, shape (columns, n)
        A column is one piece of memory.
    """

    rows: NDArray[np.int64]
    cells: NDArray[np.object_]


def body(rows: Rows, header_rows: int, width: int) -> Body:
    """Give the rows below the headers, cut or filled up to `width` columns.

    Examples
    --------
    >>> body([["a", "b"], ["1"], [""], ["2", "3"]], 1, 2).cells.tolist()
    [['1', '2'], ['', '3']]
    """
    kept = [number for number in range(header_rows, len(rows)) if any(rows[number])]
    cells = np.full((width, len(kept)), "", dtype=object)
    for place, number in enumerate(kept):
        row = rows[number][:width]
        cells[: len(row), place] = row
    return Body(np.array(kept, dtype=np.int64) + 1, cells)
