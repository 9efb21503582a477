"""What every format reads: an export that is opened, its headers as plain words, and the rows below them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from html import unescape
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular import TextRows
from stakeholder_graph.tabular.files import TableFile, open_file
from stakeholder_graph.text import _

_TAG = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|</?[a-z][^<>]*>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, eq=False)
class Source(TableFile):
    """An export, opened, before anyone knows which tool wrote it.

    Parameters
    ----------
    folder : Path, optional
        Whose files may explain this one.
    known : frozenset of str
        Options that lists of the form are known to hold.
    """

    folder: Path | None = None
    known: frozenset[str] = field(default=frozenset())

    def neighbours(self, *endings: str) -> list[Path]:
        """Give the files in the same folder with one of these endings, by name."""
        if self.folder is None:
            return []
        files = (path for path in self.folder.iterdir() if path.is_file() and not path.name.startswith("~$"))
        return sorted(path for path in files if path.name.casefold().endswith(endings))


def open_source(
    path: Path,
    file: str,
    inspection: Inspection,
    known: frozenset[str] = frozenset(),
    most_rows: int | None = None,
) -> Source | None:
    """Open an export, or a file beside one.

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
    most_rows : int, optional
        How many rows of each sheet are wanted; all of them if not given.

    Returns
    -------
    Source or None
        None where it cannot be opened.
    """
    opened = open_file(path, file, inspection, most_rows)
    if opened is None:
        return None
    return Source(**{part.name: getattr(opened, part.name) for part in fields(opened)}, folder=path.parent, known=known)


@dataclass(frozen=True, slots=True)
class Signature:
    """What the first rows of an export say by which its format is recognized.

    Headers are compared whole, as plain text and in any case.

    Parameters
    ----------
    opening : tuple of str
        Patterns of the first headers, one for each.
    among : tuple of str
        Patterns of headers wherever they stand; of one that is given several times as many headers have to be there.
    header_rows : int
        In how many rows at the top those may stand.
    below : str
        The pattern of what stands below the first header, unless it is blank.
    rows_below : int
        In how many rows, without blank ones.

    Examples
    --------
    >>> source = Source("answers.csv", "CSV", {"": [["Timestamp", "Organization"], ["2025-03-31", "City Library"]]})
    >>> Signature(opening=("timestamp",), below="[0-9-]+").fits(source), Signature(among=("token",)).fits(source)
    (True, False)
    """

    opening: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    header_rows: int = 1
    below: str = ""
    rows_below: int = 1

    def fits(self, source: "Source") -> bool:
        """Whether an export has all that is said here.

        Parameters
        ----------
        source : Source
            As opened.
        """
        opening = [plain(header) for header in source.headers[: len(self.opening)]]
        if len(opening) < len(self.opening) or not all(map(_is, self.opening, opening)):
            return False
        headers = [plain(cell) for row in source.rows[: self.header_rows] for cell in row]
        for pattern, times in Counter(self.among).items():
            if sum(_is(pattern, header) for header in headers) < times:
                return False
        below = islice((row[0] for row in source.rows[1:] if any(row)), self.rows_below)
        return not self.below or all(_is(self.below, cell) for cell in below if cell)


def _is(pattern: str, text: str) -> bool:
    return re.fullmatch(pattern, text, re.IGNORECASE | re.DOTALL) is not None


def note_unreadable(file: str, inspection: Inspection) -> None:
    """Advise that a file which may explain the export is not used because it cannot be read."""
    inspection.advise(
        _("This file may explain the export, but it is damaged or incomplete and is not used."),
        _("Download it again, or remove it."),
        file,
    )


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


def body(rows: TextRows, header_rows: int, width: int) -> Body:
    """Give the rows below the headers, cut or filled up to `width` columns.

    Parameters
    ----------
    rows : list of list of str
        The sheet.
    header_rows, width : int
        How many rows and columns of it hold headers.

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


def plain(text: str) -> str:
    """Give a text without HTML, on one line.

    Parameters
    ----------
    text : str
        As a tool wrote it.

    Examples
    --------
    >>> plain("How <b>often</b>&nbsp;are you<br/>in contact?")
    'How often are you in contact?'
    >>> plain("fewer than < 3")
    'fewer than < 3'
    """
    if "<" in text or "&" in text:
        text = unescape(_TAG.sub(" ", text))
    return " ".join(text.split())


def shared(texts: Sequence[str], separator: str = " - ") -> tuple[str, list[str]]:
    """Split the headers of one question into what they share and what each says of its own.

    Parameters
    ----------
    texts : sequence of str
        At least one.
    separator : str
        Stands between the two.

    Returns
    -------
    (str, list of str)
        Blank where nothing is shared.

    Examples
    --------
    >>> shared(["Trust - Food - Bank", "Trust - YMCA"])
    ('Trust', ['Food - Bank', 'YMCA'])
    >>> shared(["Trust - YMCA"])
    ('Trust', ['YMCA'])
    """
    split = [text.split(separator) for text in texts]
    least = min(map(len, split)) - 1
    same = 0
    while same < least and len({parts[same] for parts in split}) == 1:
        same += 1
    if len(texts) == 1:
        same = min(same, least)
    return separator.join(split[0][:same]), [separator.join(parts[same:]) for parts in split]


def bracketed(header: str) -> tuple[str, str] | None:
    """Split ``"Question [Row]"``, where the row may have brackets of its own; None where it is not of that kind.

    Parameters
    ----------
    header : str
        Of a column.

    Examples
    --------
    >>> bracketed("Do you work with [Food Bank [North]]")
    ('Do you work with', 'Food Bank [North]')
    >>> bracketed("Sector [optional]?") is None
    True
    """
    if not header.endswith("]"):
        return None
    depth = 0
    for place in range(len(header) - 1, -1, -1):
        depth += {"]": 1, "[": -1}.get(header[place], 0)
        if depth == 0:
            question, item = header[:place].strip(), header[place + 1 : -1].strip()
            return (question, item) if question and item else None
    return None
