"""An export, opened: which format it has, its headers as plain words, and the rows below them."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field, fields
from functools import cache
from html import unescape
from importlib import import_module
from importlib.metadata import entry_points
from itertools import islice
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.naming.column_grids import LEAST, with_column_grids
from stakeholder_graph.survey.formats.responses import Responses
from stakeholder_graph.tabular.files import TableFile, open_file
from stakeholder_graph.text import _

ENTRY_POINTS = "stakeholder_graph.formats"
#: As many rows at the start of a file tell its format.
_MOST_ROWS = 20
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
    encoding: str = "",
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
    encoding : str
        Of a text that is not UTF-8; blank where the text tells it.

    Returns
    -------
    Source or None
        None where it cannot be opened.
    """
    opened = open_file(path, file, inspection, most_rows, encoding)
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


def read_export(
    path: Path, file: str, inspection: Inspection, known: Collection[str] = (), encoding: str = ""
) -> Responses | None:
    """Read the export of a survey tool.

    Parameters
    ----------
    path : Path
        A CSV, TSV, XLSX or JSON file, or a ZIP archive with one of these.
    file : str
        How problems name it.
    inspection : Inspection
        Takes problems and advice.
    known : collection of str
        Options that lists of the form are known to hold, such as the names on the roster. They part options that
        share a cell and have commas of their own.
    encoding : str
        Of a text that is not UTF-8; blank where the text tells it.

    Returns
    -------
    Responses or None
        None where nothing can be read; the inspection then holds why.
    """
    source = open_source(path, file, inspection, frozenset(known), encoding=encoding)
    if source is None:
        return None
    module = _format_of(source) or import_module(f"{__package__}.plain")
    responses: Responses | None = module.read(source, inspection)
    if responses is None or sum(column.kind == "single" and not column.item for column in responses.columns) < LEAST:
        return responses
    return with_column_grids(responses, frozenset(known))


def resembles_export(path: Path, headers: Collection[Collection[str]], share: float) -> bool:
    """Whether a file is an export, as far as its first rows show.

    Parameters
    ----------
    path : Path
        The file.
    headers : collection of collection of str
        Those of exports that are known.
    share : float
        A plain table is an export if it shares more than this part of its headers with one of these.
    """
    source = open_source(path, path.name, Inspection(), most_rows=_MOST_ROWS)
    if source is None:
        return False
    if _format_of(source) is not None:
        return True
    own = set(next((row for row in source.rows if any(row)), [])) - {""}
    return any(len(own & set(known)) > share * len(own | set(known)) for known in headers)


def tool_of(opened: TableFile) -> str:
    """Say which format an opened file has; blank for a plain table.

    Parameters
    ----------
    opened : TableFile
        Any file.

    Examples
    --------
    >>> tool_of(TableFile("a.csv", "CSV", {"": [["Timestamp", "Your organization"], ["2025-03-31", "City Library"]]}))
    'google_forms'
    """
    source = Source(**{part.name: getattr(opened, part.name) for part in fields(TableFile)})
    module = _format_of(source)
    return "" if module is None else str(module.__name__).rpartition(".")[2]


def _format_of(source: Source) -> Any:
    """The module of the format that a source has; None for a plain table."""
    for module in _formats():
        if any(signature.fits(source) for signature in _signatures(module)):
            return module
    for module in _formats():
        asked = hasattr(module, "recognize") and source.spelling in getattr(module, "SPELLINGS", (source.spelling,))
        if asked and module.recognize(source):
            return module
    return None


def _signatures(module: Any) -> tuple[Signature, ...]:
    signatures: tuple[Signature, ...] = getattr(module, "SIGNATURES", ())
    return signatures


@cache
def _formats() -> tuple[Any, ...]:
    """The modules of all formats: ours by name, then those of others."""
    names = sorted(info.name for info in iter_modules([str(Path(__file__).parent)]))
    ours = [import_module(f"{__package__}.{name}") for name in names]
    others = [entry.load() for entry in sorted(entry_points(group=ENTRY_POINTS), key=lambda entry: entry.name)]
    return tuple(module for module in [*ours, *others] if hasattr(module, "recognize") or _signatures(module))


def note_unreadable(file: str, inspection: Inspection) -> None:
    """Advise that a file which may explain the export is not used because it cannot be read."""
    inspection.advise(
        _("This file may explain the export, but it is damaged or incomplete and is not used."),
        _("Download it again, or remove it."),
        file,
    )


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
