"""The cells of an XLSX workbook, read in one pass over its XML; as text, as a person sees them.

A streaming reader of our own, since tools write every text into its cell (``inlineStr``), for which openpyxl takes
minutes where this takes seconds. It defines nothing that the XML does: a document type is refused.

References
----------
.. [1] ECMA-376-1:2016, Office Open XML File Formats, part 1, chapter 18 (SpreadsheetML).
"""

import posixpath
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from math import isfinite
from xml.parsers import expat
from zipfile import ZipFile

from stakeholder_graph.tabular.archive import UNPACKING_ERRORS
from stakeholder_graph.tabular.sheet import (
    MOST_CELLS,
    MOST_ROWS,
    DamagedWorkbookError,
    Sheet,
    TooManyCellsError,
    TooManyRowsError,
    cell_range,
    column_number,
    padded,
    spread_headers,
    spread_merged,
)

#: Encodings of XML that expat reads by itself or through a table of 256 letters.
_ENCODING = re.compile(r"utf-?8|utf-?16(le|be)?|us-ascii|ascii|iso-8859-1|iso-8859-15|windows-125[0-8]", re.IGNORECASE)
#: What a number in the attributes of a cell looks like.
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
#: A row without cells, shared by all gaps between rows: a gap of a million rows costs no memory.
_BLANK: list[str] = []
#: So many dates of a column are remembered.
_MOST_DATES = 50
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class _Book:
    """What the cells of all sheets refer to: shared texts, and how the number of a style is shown."""

    texts: list[str]
    shown: list[Callable[[float], object] | None]
    dated: frozenset[str]


class _EnoughRows(Exception):  # noqa: N818 -- no error: it ends the parsing of a sheet
    """All rows that were wanted have been read."""


def read_sheets(archive: ZipFile, most_rows: int | None = None) -> list[Sheet]:
    """Read the worksheets of a workbook.

    Parameters
    ----------
    archive : ZipFile
        The workbook.
    most_rows : int, optional
        How many of the first rows of each sheet; all of them if not given.

    Returns
    -------
    list of Sheet
        Those that a person sees come first, each in the order of the tabs. A formula is the value that was last
        computed for it; one that was never computed stays the text it is.

    Raises
    ------
    TooManyCellsError
        Beyond `MOST_CELLS`.
    TooManyRowsError
        Beyond `MOST_ROWS`.
    DamagedWorkbookError
        Where a part is missing, cannot be unpacked, or breaks the rules of the format.
    """
    # openpyxl takes long to load: whoever reads plain files alone does without it.
    from openpyxl.styles.numbers import is_date_format, is_timedelta_format
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

    whole = {kind: path for kind, path, _ in _relations(archive, "")}
    main = whole.get("officeDocument", "xl/workbook.xml")
    parts = _relations(archive, main)
    paths = {key: path for kind, path, key in parts if kind == "worksheet"}
    texts = [text for kind, path, _ in parts if kind == "sharedStrings" for text in _texts(archive, path)]
    formats = [code for kind, path, _ in parts if kind == "styles" for code in _formats(archive, path)]
    elements = _elements(archive, main)
    old = any(attributes.get("date1904") in ("1", "true") for _, attributes in elements)
    epoch = CALENDAR_MAC_1904 if old else CALENDAR_WINDOWS_1900
    shown: list[Callable[[float], object] | None] = [
        partial(from_excel, epoch=epoch, timedelta=is_timedelta_format(code)) if is_date_format(code) else padded(code)
        for code in formats
    ]
    dated = frozenset(str(style) for style, code in enumerate(formats) if is_date_format(code))
    book = _Book(texts, shown, dated)
    sheets = []
    for entry in (attributes for tag, attributes in elements if tag == "sheet"):
        path = paths.get(next((entry[key] for key in entry if key.endswith(":id")), ""))
        if path is not None:
            sheets.append(Sheet(entry.get("name", ""), [], entry.get("state", "visible") != "visible"))
            _fill(sheets[-1], archive, path, book, most_rows)
    return sorted(sheets, key=lambda sheet: sheet.hidden)


def _fill(sheet: Sheet, archive: ZipFile, path: str, book: _Book, most_rows: int | None) -> None:
    rows = sheet.rows
    row: list[str] = []
    known = dict[str, str]()  # a text that stands in many cells is kept once
    columns = dict[str, int]()
    pieces: list[str] = []
    dates, dated, most = sheet.dates, book.dated, _MOST_DATES
    kind, style, formula = "n", "", ""
    column, cells, spoken = 0, 0, 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal row, kind, style, formula, column, cells, spoken
        if tag == "c":
            pieces.clear()
            kind, style, formula = attributes.get("t", "n"), attributes.get("s", ""), ""
            letters = attributes.get("r", "").rstrip("0123456789")
            column = (
                (columns.get(letters) or columns.setdefault(letters, column_number(letters))) if letters else column + 1
            )
        elif tag == "row":
            number = _whole(attributes["r"]) if "r" in attributes else len(rows) + 1
            if number > MOST_ROWS:
                raise TooManyRowsError(number)
            cells += max(1, number - len(rows)) + len(row)
            if cells > MOST_CELLS:
                raise TooManyCellsError
            if most_rows is not None and number > most_rows:
                raise _EnoughRows
            rows.extend([_BLANK] * (number - 1 - len(rows)))
            row, column = [], 0
            rows.append(row)
            if attributes.get("hidden") in ("1", "true"):
                sheet.hidden_rows.append(number)
        elif tag == "rPh":
            spoken = len(pieces)
        elif tag == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = (_whole(attributes.get(end, "1")) for end in ("min", "max"))
            sheet.hidden_columns += range(first, min(last, 16_384) + 1)
        elif tag == "mergeCell":
            sheet.merged.append(cell_range(attributes.get("ref", "")))

    def end(tag: str) -> None:
        nonlocal formula
        if tag == "c":
            value = "".join(pieces)
            if value:
                text = _shown(kind, style, value, book)
                if kind == "n" and style in dated and len(in_column := dates.setdefault(column, [])) < most:
                    in_column.append(len(rows))
            else:
                text = f"={formula}" if formula else ""
                if formula and len(sheet.uncomputed) < most:
                    sheet.uncomputed.append((len(rows), column))
            if text:
                if len(row) != column - 1:
                    row.extend([""] * (column - 1 - len(row)))
                row[column - 1 :] = (known.setdefault(text, text),)
        elif tag == "f":
            formula = "".join(pieces)
            pieces.clear()
        elif tag == "rPh":  # how it is pronounced
            del pieces[spoken:]

    with suppress(_EnoughRows):
        _parse(archive, path, start, end, pieces.append)
    spread_merged(sheet)
    spread_headers(sheet)
    sheet.hidden_rows = [row for row in sheet.hidden_rows if any(rows[row - 1])]


def _shown(kind: str, style: str, value: str, book: _Book) -> str:
    if kind == "s":
        place = _whole(value)
        if place >= len(book.texts):
            raise DamagedWorkbookError(f"there is no shared text {value}")
        return book.texts[place]
    if kind in ("str", "inlineStr"):
        return _unescaped(value)
    if kind == "b":
        return "yes" if value == "1" else "no"
    if kind != "n":
        return value
    place = _whole(style) if style else len(book.shown)
    shown = book.shown[place] if place < len(book.shown) else None
    if shown is None and _WHOLE.fullmatch(value):
        return str(int(value))
    try:
        number = float(value)
    except ValueError as error:
        raise DamagedWorkbookError(f"“{value[:20]}” is no number") from error
    if not isfinite(number):  # no spreadsheet holds it
        return value
    if shown is None:
        return str(int(number)) if number.is_integer() else f"{number:.15g}"
    return _date(shown, number)


def _date(shown: Callable[[float], object], number: float) -> str:
    try:
        text = str(shown(number))
    except (OverflowError, ValueError):  # a number that no calendar has
        return f"{number:.15g}"
    return text.removesuffix(" 00:00:00")


def _texts(archive: ZipFile, path: str) -> list[str]:
    texts, pieces = list[str](), list[str]()
    spoken = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal spoken
        if tag == "si":
            pieces.clear()
        elif tag == "rPh":
            spoken = len(pieces)

    def end(tag: str) -> None:
        if tag == "si":
            texts.append(_unescaped("".join(pieces)))
            if len(texts) > MOST_CELLS:
                raise TooManyCellsError
        elif tag == "rPh":
            del pieces[spoken:]

    _parse(archive, path, start, end, pieces.append)
    return texts


def _formats(archive: ZipFile, path: str) -> list[str]:
    """The format of the numbers of each style of cells."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    codes, styles, inside = dict(BUILTIN_FORMATS), list[str](), False
    for tag, attributes in _elements(archive, path):
        if tag in ("cellStyleXfs", "cellXfs", "cellStyles"):
            inside = tag == "cellXfs"
        elif tag == "numFmt" and "numFmtId" in attributes:
            codes[_whole(attributes["numFmtId"])] = attributes.get("formatCode", "General")
        elif tag == "xf" and inside:
            styles.append(codes.get(_whole(attributes.get("numFmtId", "0")), "General"))
    return styles


def _relations(archive: ZipFile, part: str) -> list[tuple[str, str, str]]:
    """Kind, path and id of all that a part of the workbook relates to."""
    folder, name = posixpath.split(part)
    relations = []
    for tag, attributes in _elements(archive, posixpath.join(folder, "_rels", f"{name}.rels")):
        if tag == "Relationship":
            target = attributes.get("Target", "")
            absolute = target.startswith("/")
            whole = target.lstrip("/") if absolute else posixpath.normpath(posixpath.join(folder, target))
            relations.append((attributes.get("Type", "").rpartition("/")[2], whole, attributes.get("Id", "")))
    return relations


def _elements(archive: ZipFile, path: str) -> list[tuple[str, dict[str, str]]]:
    elements: list[tuple[str, dict[str, str]]] = []
    _parse(
        archive, path, lambda tag, attributes: elements.append((tag, attributes)), lambda tag: None, lambda text: None
    )
    return elements


def _parse(
    archive: ZipFile,
    path: str,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], object],
) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def first(tag: str, attributes: dict[str, str]) -> None:
        if ":" in tag:  # most files have no prefixes; those that have pay for them
            parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition(":")[2], attributes)
            parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
        else:
            parser.StartElementHandler, parser.EndElementHandler = start, end
        start(tag.rpartition(":")[2], attributes)

    parser.StartElementHandler = first
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    parser.XmlDeclHandler = _check_encoding
    try:
        parser.ParseFile(_Member(archive, path))
    except expat.ExpatError as error:
        raise DamagedWorkbookError(str(error)) from error


class _Member:
    """A member of an archive as a stream; what unpacking raises is told from mistakes in our own handlers."""

    def __init__(self, archive: ZipFile, path: str) -> None:
        if path not in archive.NameToInfo:
            raise DamagedWorkbookError(f"there is no {path}")
        try:
            self._stream = archive.open(path)
        except UNPACKING_ERRORS as error:
            raise DamagedWorkbookError(str(error)) from error

    def read(self, size: int = -1, /) -> bytes:
        try:
            return self._stream.read(size)
        except UNPACKING_ERRORS as error:
            raise DamagedWorkbookError(str(error)) from error


def _refuse(*_: object) -> None:
    raise DamagedWorkbookError("a workbook has no document type")


def _check_encoding(version: str, encoding: str | None, standalone: int) -> None:
    if encoding is not None and not _ENCODING.fullmatch(encoding):
        raise DamagedWorkbookError(f"the encoding {encoding} is not one of a workbook")


def _whole(text: str) -> int:
    """A whole number of nine digits at most.

    Examples
    --------
    >>> _whole("12")
    12
    """
    if not _WHOLE.fullmatch(text):
        raise DamagedWorkbookError(f"“{text[:20]}” is no whole number")
    return int(text)


def _unescaped(text: str) -> str:
    if "_x" not in text:
        return text
    escaped = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    # A letter beyond the first 65,536 is written as two halves; a half without the other is nothing.
    return escaped.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
