"""Delimited text: from the bytes of a CSV file to its cells and their numbers, whatever program wrote it."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular import TextRows
from stakeholder_graph.tabular.encoding import ENCODED_TWICE, decode_otherwise, decode_unusual
from stakeholder_graph.tabular.sheet import MOST_CELLS
from stakeholder_graph.tabular.texts.not_known import NOT_KNOWN
from stakeholder_graph.text import _

#: What a spreadsheet or a form may leave in a text without anyone seeing it, and halves of letters, which no file can
#: hold; tabs and line ends stay.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"
    "\ud800-\udfff]"
)
_SEPARATOR_SAID = re.compile(r"sep=([,;\t|])\s*\Z")
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_MOST_COLUMNS = 20_000
#: Five times what a spreadsheet can have: a million ties of several kinds, a row for each.
_MOST_ROWS = 5_000_000
_MOST_CELL = 1_000_000
#: A cell in quotation marks, which may hold separators and ends of lines.
_QUOTED = re.compile(r'(?:(?<=[,;\t|\r\n])|\A)"(?:[^"]|"")*"')
#: Only texts shorter than this are kept to be known again: longer ones hardly ever stand in two cells.
_OFTEN = 200
#: So much of a text tells its separator.
_HEAD = 200_000


def visible(text: str) -> str:
    r"""Give a text trimmed and in NFC, without invisible characters.

    Parameters
    ----------
    text : str
        As it is written.

    Examples
    --------
    >>> visible("spring\u200b 2025 ")
    'spring 2025'
    """
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text)).strip()


def all_visible(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """Give rows with `visible` texts; a text that stands in many cells is kept once.

    Parameters
    ----------
    rows : iterable of list of str
        As they are written.
    """
    known = _Visible()
    for row in rows:
        yield list(map(known.__getitem__, row))


class _Visible(dict[str, str]):
    """Texts as written, `visible`: each made once, unless it is too long to stand in many cells."""

    def __missing__(self, text: str) -> str:
        clean = visible(text)
        if len(text) < _OFTEN:
            self[text] = clean
        return clean


def decode(data: bytes, file: str, inspection: Inspection, encoding: str = "") -> str:
    """Decode UTF-8; other encodings are told by how the words read in them.

    Parameters
    ----------
    data : bytes
        The file as it is.
    file : str
        Its name, for the problems.
    inspection : Inspection
        Takes problems; a decision, where more than one encoding makes sense; and advice on what is not UTF-8.
    encoding : str
        What the settings say of files that are not UTF-8; blank where they say nothing.

    Returns
    -------
    str
        The text.

    Examples
    --------
    >>> decode("café".encode("cp1252"), "x.csv", Inspection())
    'café'
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode_otherwise(data, file, inspection, encoding)
    if "\0" not in text[:_HEAD] and (text.isascii() or not ENCODED_TWICE.search(text)):
        return text
    return decode_unusual(text, data, file, inspection, encoding)


def split(text: str, file: str, inspection: Inspection) -> tuple[TextRows, str]:
    """Split a text into rows of cells.

    Parameters
    ----------
    text : str
        Separated by commas, semicolons, tabs or bars, whichever is most frequent in both the header and the next
        line; or by what a first line such as ``sep=;`` says, which Excel understands too.
    file : str
        How problems name it.
    inspection : Inspection
        Takes the problems.

    Returns
    -------
    rows : list of list of str
        `visible` texts; where there is a problem, those before it.
    separator : str
    """
    separator, start = _separator(text)
    csv.field_size_limit(_MOST_CELL)
    rows: TextRows = []
    cells = 0
    try:
        for row in all_visible(csv.reader(_lines(text, start), delimiter=separator, strict=True)):
            rows.append(row)
            cells += len(row)
            if len(rows) > _MOST_ROWS:
                inspection.wrong(
                    _("The table has more than {most:,} rows.", most=_MOST_ROWS),
                    _("Check that this is the right file, or export one wave at a time."),
                    file,
                    len(rows),
                )
                break
            if len(row) > _MOST_COLUMNS or cells > MOST_CELLS:
                inspection.wrong(
                    _(
                        "The table has more than {cells} cells or more than {columns} columns.",
                        cells=MOST_CELLS,
                        columns=_MOST_COLUMNS,
                    ),
                    _("Check that this is the right file, and delete whatever stands beside and below the table."),
                    file,
                    len(rows),
                )
                break
    except csv.Error as error:
        inspection.wrong(
            _("The row cannot be split into cells ({reason}).", reason=str(error)),
            _('Look for a quotation mark " that is never closed, or download the file again.'),
            file,
            len(rows) + 1,
        )
    return rows, separator


def _lines(text: str, start: int) -> Iterator[str]:
    """The lines of a text with their ends, one at a time."""
    end = re.compile(r"\r\n|\n|\r")
    while start < len(text):
        line_end = end.search(text, start)
        stop = line_end.end() if line_end else len(text)
        yield text[start:stop]
        start = stop


def _separator(text: str) -> tuple[str, int]:
    """The separator, and where the table begins."""
    said = _SEPARATOR_SAID.match(next(_lines(text, 0), "").removeprefix("\ufeff"))
    if said:
        return said[1], text.index("\n") + 1 if "\n" in text else len(text)
    bare = _QUOTED.sub("x", text[:_HEAD].removeprefix("\ufeff"))
    lines = [line for line in re.split(r"\r\n|\n|\r", bare) if line.strip()][:2]
    counts = {separator: [line.count(separator) for line in lines] for separator in ",;\t|"}
    return max(counts, key=lambda separator: (min(counts[separator], default=0), counts[separator])), 0


def as_number(text: str, decimal_comma: bool = False) -> float | None:
    """Read a finite number, or None.

    Parameters
    ----------
    text : str
        The cell.
    decimal_comma : bool
        Whether ``3,5`` is three and a half.

    Examples
    --------
    >>> as_number("3,5", decimal_comma=True), as_number("inf"), as_number("1e3")
    (3.5, None, 1000.0)
    """
    if decimal_comma and text.count(",") == 1:
        text = text.replace(",", ".")
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text)
    return number if abs(number) != float("inf") else None


def is_known(text: str) -> bool:
    """Whether a cell says something, rather than that something is not known.

    Parameters
    ----------
    text : str
        The cell.

    Examples
    --------
    >>> is_known("Health"), is_known("n/a"), is_known("#¡REF!"), is_known("")
    (True, False, False, False)
    """
    return bool(text) and " ".join(text.casefold().split()) not in NOT_KNOWN
