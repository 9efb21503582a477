"""Delimited text: the cells of a CSV file, whoever wrote it."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.xlsx import MOST_CELLS

Rows = list[list[str]]

#: What a spreadsheet or a form may leave in a text without anyone seeing it; tabs and line ends stay.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\u200b\u200e\u200f\u202a-\u202e]")
_SEPARATOR_SAID = re.compile(r"sep=([,;\t|])\s*\Z")
_MOST_COLUMNS = 20_000
_MOST_CELL = 1_000_000


def visible(text: str) -> str:
    r"""Give a text trimmed and in NFC, without what nobody sees.

    Examples
    --------
    >>> visible("spring\u200b 2025 ")
    'spring 2025'
    """
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text)).strip()


def all_visible(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """Give rows with `visible` texts; a text that stands in many cells is kept once."""
    known = dict[str, str]()
    for row in rows:
        texts = []
        for cell in row:
            clean = known.get(cell)
            if clean is None:
                clean = visible(cell)
                if len(cell) < 200:
                    known[cell] = clean
            texts.append(clean)
        yield texts


def split(text: str, file: str, inspection: Inspection) -> tuple[Rows, str]:
    """Split a text into rows of cells.

    Parameters
    ----------
    text : str
        Separated by commas, semicolons or tabs, whichever both the header and the next line have most of; or as a first
        line ``sep=;`` says, which Excel reads too.
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
    rows: Rows = []
    cells = 0
    try:
        for row in all_visible(csv.reader(_lines(text, start), delimiter=separator, strict=True)):
            rows.append(row)
            cells += len(row)
            if len(row) > _MOST_COLUMNS or cells > MOST_CELLS:
                inspection.wrong(
                    f"The table has more than {MOST_CELLS:,} cells, or more than {_MOST_COLUMNS:,} columns.",
                    "Check that this is the right file; delete what lies beside and below the table.",
                    file,
                    len(rows),
                )
                break
    except csv.Error as error:
        inspection.wrong(
            f"The row cannot be split into cells ({error}).",
            'Look for a quotation mark " that is never closed, or download the file again.',
            file,
            len(rows) + 1,
        )
    return rows, separator


def _lines(text: str, start: int) -> Iterator[str]:
    """The lines of a text with their ends, one at a time."""
    end = re.compile(r"\r\n|\n|\r")
    while start < len(text):
        found = end.search(text, start)
        stop = found.end() if found else len(text)
        yield text[start:stop]
        start = stop


def _separator(text: str) -> tuple[str, int]:
    """The separator, and where the table begins."""
    said = _SEPARATOR_SAID.match(next(_lines(text, 0), "").removeprefix("\ufeff"))
    if said:
        return said[1], text.index("\n") + 1 if "\n" in text else len(text)
    filled = (line for line in _lines(text, 0) if line.strip())
    bare = [re.sub(r'"[^"]*"', "", line) for line in islice(filled, 2)]
    counts = {separator: [line.count(separator) for line in bare] for separator in ",;\t"}
    return max(counts, key=lambda separator: (min(counts[separator], default=0), counts[separator])), 0
