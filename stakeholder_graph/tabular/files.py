"""Opens a file of tables, whatever it is: delimited text, a workbook, JSON, or an archive of these."""

import json
import re
import zipfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Literal

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular import TextRows
from stakeholder_graph.tabular.archive import UNPACKING_ERRORS, opened_archive
from stakeholder_graph.tabular.delimited import all_visible, decode, split
from stakeholder_graph.tabular.sheet import MOST_CELLS
from stakeholder_graph.tabular.workbook import note_unread, note_unseen, workbook_sheets
from stakeholder_graph.text import _

Spelling = Literal["CSV", "TSV", "XLSX", "JSON", "XML", "text"]

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_HTML = re.compile(rb"\s*<(!doctype|html|head|body|table|\?xml)", re.IGNORECASE)
_JSON = re.compile(r"\s*[\[{]\s*([\[{\"\]}]|$)")
#: How the names of workbooks end.
WORKBOOKS = (".xlsx", ".xlsm", ".ods", ".xls", ".xlsb")
_TABLES = (".csv", ".tsv", ".tab", ".txt", ".json", *WORKBOOKS)
#: Columns by which the table of a repeated part of a form says whose each row is.
_PARENT = frozenset({"parent_key", "_parent_index"})
#: What a file may have, in bytes.
MOST_BYTES = 100_000_000
#: Bytes that are read of a text file of which only the first rows are wanted.
_HEAD = 200_000
#: In so many rows the headers are looked for, where a title stands above them.
_MOST_ABOVE = 20


@dataclass(frozen=True, eq=False)
class TableFile:
    """A file of tables, opened: rows of text, sheet by sheet.

    Parameters
    ----------
    file : str
        How problems name it.
    spelling : {"CSV", "TSV", "XLSX", "JSON", "XML", "text"}
        What its bytes are.
    sheets : dict of str to list of list of str
        Rows as written, from row 1 on, by name of the sheet; delimited text has one. Text is NFC and trimmed.
    decimal_comma : bool
        Whether ``3,5`` may mean three and a half.
    data : object
        What a JSON file holds; whole numbers are text, as they are written.
    """

    file: str
    spelling: Spelling
    sheets: dict[str, TextRows]
    decimal_comma: bool = False
    data: object = None

    @property
    def rows(self) -> TextRows:
        """The rows of the first sheet."""
        return next(iter(self.sheets.values()), [])

    @cached_property
    def headers(self) -> list[str]:
        """The first row of the first sheet, without blanks at its end."""
        return trimmed(self.rows[0]) if self.rows else []


def open_file(
    path: Path, file: str, inspection: Inspection, most_rows: int | None = None, encoding: str = ""
) -> TableFile | None:
    """Open a CSV, TSV, XLSX or JSON file, or a ZIP archive of them; what it is, its bytes say.

    Parameters
    ----------
    path : Path
        The file.
    file : str
        How problems name it.
    inspection : Inspection
        Takes the problems.
    most_rows : int, optional
        How many rows of each sheet are wanted; a file is not read much further. All of them if not given.
    encoding : str
        Of a text that is not UTF-8; blank where the text tells it.

    Returns
    -------
    TableFile or None
        None where it cannot be opened.
    """
    data = read_bytes(path, file, inspection)
    return None if data is None else _opened(data, path.name, file, inspection, most_rows, encoding)


def open_plain_file(
    path: Path, file: str, inspection: Inspection, encoding: str = "", headers: Collection[str] = ()
) -> TableFile | None:
    """Open a CSV file or a workbook; what it is, its bytes say.

    Parameters
    ----------
    path : Path
        The file.
    file : str
        How problems name it.
    inspection : Inspection
        Takes the problems.
    encoding : str
        Of a text that is not UTF-8; blank where the text tells it.
    headers : collection of str
        Those by which the sheet that is meant is known, in lower case.

    Returns
    -------
    TableFile or None
        None where nothing can be read. What can be read in spite of a problem is there.
    """
    data = read_bytes(path, file, inspection)
    if data is None:
        return None
    if data.startswith((_ZIP, _OLE)) or (path.suffix.casefold() in WORKBOOKS and (not data or b"\0" in data)):
        return _workbook(data, file, inspection, headers=headers, one_sheet=True)
    if _is_web_page(data, file, inspection):
        return None
    opened = _delimited(decode(data, file, inspection, encoding), file, inspection)
    return None if _too_wide([opened.rows], file, inspection) else opened


def read_bytes(path: Path, file: str, inspection: Inspection) -> bytes | None:
    """Read a file whole, unless it has more than `MOST_BYTES`.

    Parameters
    ----------
    path : Path
        The file.
    file : str
        How problems name it.
    inspection : Inspection
        Takes the problem.

    Returns
    -------
    bytes or None
        None where it is too large or cannot be read.
    """
    try:
        return None if _too_large(path.stat().st_size, file, inspection) else path.read_bytes()
    except OSError as error:
        reason = error.strerror or _("it cannot be opened")
        inspection.wrong(
            _("The file cannot be read: {reason}.", reason=reason), _("Check its name and its permissions."), file
        )
        return None


def _opened(
    data: bytes, name: str, file: str, inspection: Inspection, most_rows: int | None, encoding: str = ""
) -> TableFile | None:
    if data.startswith(_ZIP):
        archive = opened_archive(data, file, inspection)
        if archive is None:
            return None
        if not {"[Content_Types].xml", "content.xml"} & set(archive.namelist()):
            return _archived(archive, file, inspection, most_rows, encoding)
    if data.startswith((_ZIP, _OLE)) or (name.casefold().endswith(".xlsx") and data):
        opened = _workbook(data, file, inspection, most_rows=most_rows)
        if opened and not any(any(map(any, rows)) for rows in opened.sheets.values()):
            _note_empty(file, inspection)
            return None
        return opened
    if _is_web_page(data, file, inspection):
        return None
    before = len(inspection.problems)
    whole = most_rows is None or len(data) <= _HEAD
    text = decode(data if whole else data[: data.rfind(b"\n", 0, _HEAD)], file, inspection, encoding)
    if not text.strip("\ufeff \r\n\t;,\x00"):
        _note_empty(file, inspection)
        return None
    if _JSON.match(text):
        try:
            # Numbers stay as they are written: one of 5,000 digits is text to us, and a name may be one.
            content = json.loads(text if whole else decode(data, file, inspection, encoding), parse_int=str)
            return TableFile(file, "JSON", {}, data=content)
        except (ValueError, RecursionError):
            if name.casefold().endswith(".json"):
                inspection.wrong(_("The file breaks off or is not JSON."), _("Download it again."), file)
                return None
    opened = _delimited(text, file, inspection)
    if not any(map(any, opened.rows)):
        _note_empty(file, inspection)
    elif len(inspection.problems) == before:
        _too_wide([opened.rows], file, inspection)
    return None if len(inspection.problems) > before else opened


def _note_empty(file: str, inspection: Inspection) -> None:
    inspection.wrong(_("The file is empty."), _("Download it again, or remove it if it is not needed."), file)


def _is_web_page(data: bytes, file: str, inspection: Inspection) -> bool:
    if not _HTML.match(data.removeprefix(b"\xef\xbb\xbf")):
        return False
    if data.lower().count(b"<tr") > 1:
        inspection.wrong(
            _("This is a web page that holds a table, under the name of another kind of file."),
            _("Open it in Excel or LibreOffice, and save it as .xlsx."),
            file,
        )
        return True
    inspection.wrong(
        _("This is a web page and not a table; it may be the page that asks you to log in."),
        _("Log in, download the file again and open it once to see that it is a table."),
        file,
    )
    return True


def _delimited(text: str, file: str, inspection: Inspection) -> TableFile:
    rows, separator = split(text, file, inspection)
    return TableFile(file, "TSV" if separator == "\t" else "CSV", {"": rows}, separator == ";")


def _workbook(
    data: bytes,
    file: str,
    inspection: Inspection,
    most_rows: int | None = None,
    headers: Collection[str] = (),
    one_sheet: bool = False,
) -> TableFile | None:
    """The sheets of a workbook, first the one with the headers, or the first that a person sees and that is filled."""
    sheets = workbook_sheets(data, file, inspection, most_rows)
    if sheets is None:
        return None
    sheets.sort(key=lambda sheet: (not _has_headers(sheet.rows, headers), sheet.hidden, not any(map(any, sheet.rows))))
    shown = {sheet.name: list(all_visible(sheet.rows)) for sheet in sheets}
    if _too_wide(shown.values(), file, inspection):
        return None
    if most_rows is None and sheets:
        note_unseen(sheets[0], file, inspection)
    if one_sheet:
        note_unread(sheets, file, inspection)
    return TableFile(file, "XLSX", shown)


def _has_headers(rows: TextRows, headers: Collection[str]) -> bool:
    """Whether one of the first rows of a sheet has all these headers."""
    return any(set(headers) <= {cell.strip().casefold() for cell in row} for row in rows[:_MOST_ABOVE])


def _archived(
    archive: zipfile.ZipFile, file: str, inspection: Inspection, most_rows: int | None, encoding: str
) -> TableFile | None:
    """The only table in an archive, or the respondents' table with those of the repeated parts of the form."""
    tables = [name for name in archive.namelist() if _is_table(name)]
    if not tables:
        inspection.wrong(
            _("The archive holds no table."), _("Unpack it and use the CSV or XLSX file of the export."), file
        )
        return None
    opened: dict[str, TableFile] = {}
    for name in tables:
        try:
            content = archive.read(name)
        except UNPACKING_ERRORS:
            inspection.wrong(
                _("“{name}” in the archive cannot be unpacked.", name=name), _("Download the archive again."), file
            )
            return None
        shown = f"{file}/{name}" if len(tables) > 1 else file
        if _too_large(len(content), file, inspection):
            return None
        table = _opened(content, name, shown, inspection, most_rows, encoding)
        if table is None:
            return None
        opened[name] = table
    if len(tables) == 1:
        return opened[tables[0]]
    # The table of the respondents has the shortest name: those of repeated parts are called after it.
    main, *parts = sorted(tables, key=lambda name: (len(name), name))
    if not all(_PARENT & {header.casefold() for header in opened[name].headers} for name in parts):
        inspection.wrong(
            _("The archive holds several tables: {tables}.", tables=", ".join(sorted(tables))),
            _("Unpack it and use the table that holds the answers."),
            file,
        )
        return None
    return replace(opened[main], file=file, sheets={PurePosixPath(n).stem: opened[n].rows for n in [main, *parts]})


def _is_table(name: str) -> bool:
    """Whether a member of an archive is a table, and nothing that an operating system or an open file left there."""
    hidden = PurePosixPath(name).name.startswith((".", "~$")) or name.startswith("__MACOSX/")
    return name.casefold().endswith(_TABLES) and not hidden


def trimmed(row: Collection[str]) -> list[str]:
    """Give a row without the blanks at its end.

    Parameters
    ----------
    row : collection of str
        Cells.

    Examples
    --------
    >>> trimmed(["a", "", "b", "", ""])
    ['a', '', 'b']
    """
    cells = list(row)
    while cells and not cells[-1]:
        cells.pop()
    return cells


def header_row(rows: TextRows, file: str, inspection: Inspection, headers: Collection[str] = ()) -> int:
    """Find the row of headers, which a title may stand above, and say so.

    Parameters
    ----------
    rows : list of list of str
        The sheet, with some text in it.
    file : str
        How problems name it.
    inspection : Inspection
        Takes the advice.
    headers : collection of str
        Some that have to be there, in lower case; where there are none, headers are what stands above the table.

    Returns
    -------
    int
        Its place, counted from 0.

    Examples
    --------
    >>> inspection = Inspection()
    >>> header_row([["Survey of 2025"], [], ["organization", "sector"], ["Gem", "Arts"]], "x.xlsx", inspection)
    2
    >>> print(inspection.advice[0])
    x.xlsx, row 3: The headers stand in this row, and what stands above them is not read. You need do nothing.
    """
    filled = [place for place, row in enumerate(rows[: 10 * _MOST_ABOVE]) if any(row)][:_MOST_ABOVE]
    first = next((place for place, row in enumerate(rows) if any(row)), 0)
    place = first
    named = next((place for place in filled if headers and _has_headers([rows[place]], headers)), None)
    if named is not None:
        place = named
    elif filled and sum(map(bool, rows[first])) == 1:
        widths = {place: sum(map(bool, rows[place])) for place in filled}
        usual = sorted(widths.values())[len(widths) // 2]
        wide = (place for place in filled if widths[place] >= max(2, usual) and _may_be_headers(rows[place]))
        place = next(wide, first)
    if place != first:
        inspection.advise(
            _("The headers stand in this row, and what stands above them is not read."),
            _("You need do nothing."),
            file,
            place + 1,
        )
    return place


def _may_be_headers(row: Sequence[str]) -> bool:
    texts = [text.casefold() for text in row if text]
    return len(set(texts)) == len(texts) and not any(text.replace(".", "").isdigit() for text in texts)


def check_headers(names: Sequence[str], rows: TextRows, header: int, file: str, inspection: Inspection) -> None:
    """Note headers that are missing or stand twice, and rows that are longer than the headers.

    Parameters
    ----------
    names : sequence of str
        The headers.
    rows : list of list of str
        The whole sheet.
    header : int
        The place of the headers in it, counted from 0.
    file : str
        How problems name it.
    inspection : Inspection
        Takes the problems.
    """
    width, below = len(names), range(header + 1, len(rows))
    long = [number for number in below if any(rows[number][width:])]
    inspection.wrong_rows(
        [number + 1 for number in long],
        file,
        lambda place: _(
            "The row has more cells ({cells}) than there are headers ({headers}).",
            cells=len(rows[long[place]]),
            headers=width,
        ),
        _("Put quotation marks around a text that holds the separator, or give the column a header."),
    )
    for place in [place for place, name in enumerate(names) if not name]:
        row = next((number + 1 for number in below if "".join(rows[number][place : place + 1])), None)
        if row is not None:
            what = _("Column {number} has answers but no header.", number=place + 1)
            inspection.wrong(what, _("Give the column a header."), file, row)
    seen = set[str]()
    for name in filter(None, names):
        if name.casefold() in seen:
            what = _("Two columns have the header “{header}”.", header=name)
            inspection.wrong(what, _("Rename or remove one of them."), file, header + 1, name)
        seen.add(name.casefold())


def _too_wide(sheets: Collection[TextRows], file: str, inspection: Inspection) -> bool:
    """Note a problem if a sheet would have too many cells once its short rows are filled up to the longest."""
    if all(len(rows) * max(map(len, rows), default=0) <= MOST_CELLS for rows in sheets):
        return False
    inspection.wrong(
        _("One row is so long that the table would have more than {cells:,} cells.", cells=MOST_CELLS),
        _("Delete whatever stands beside and below the table."),
        file,
    )
    return True


def _too_large(size: int, file: str, inspection: Inspection) -> bool:
    """Note a problem if a file has more bytes than can be read."""
    if size <= MOST_BYTES:
        return False
    inspection.wrong(
        _(
            "The file has {size:,.0f} MB; not more than {most:,.0f} MB can be read.",
            size=size / 1e6,
            most=MOST_BYTES / 1e6,
        ),
        _("Export fewer columns, or one wave at a time."),
        file,
    )
    return True
