"""What a file says, statement by statement, without what is the program's own and the same for everybody.

A statement is what a reader takes together: a paragraph, a row of a table, an object of a page's data. Its cells are
the texts in it. Removed is exactly what the program ships: its style sheets and scripts, the script that draws the
map, and the attributes that stand in its templates.
"""

import csv
import html
import io
import json
import re
import unicodedata
import zipfile
from base64 import b64decode
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from stakeholder_graph.editions.checks.office_parts import read_part
from stakeholder_graph.editions.checks.png_texts import PNG, texts_in_png

Statement = tuple[str, ...]

#: Elements whose whole content is one statement: rows, and paragraphs of office documents.
_WHOLE = frozenset({"tr", "row", "si", "a:p", "a:tr", "text"})
#: Elements within a statement that begin another cell of it.
_CELLS = frozenset({"td", "th", "c", "a:tc"})
#: Elements that part words without ending a statement, and those that do not even do that.
_SPACES = frozenset({"br", "tspan", "a:br"})
_INLINE = frozenset({"a", "b", "i", "em", "strong", "small", "span", "wbr", "t", "r", "is", "v", "a:t", "a:r"})
#: How archives begin.
_ARCHIVE = b"PK"
#: Where a workbook keeps texts that cells refer to by number, one of these, and a cell that does.
_SHARED_STRINGS = "xl/sharedStrings.xml"
_SHARED = re.compile(r"<si>(.*?)</si>", re.DOTALL)
_SHARED_CELL = re.compile(r'<c\b[^>]*\bt="s"[^>]*>\s*<v>(\d+)</v>\s*</c>')
#: A picture within a page.
_PICTURE = re.compile(r"data:image/png;base64,(.*)", re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"{}]*)"')


def statements(content: str | bytes) -> list[Statement] | None:
    """What a file says.

    Parameters
    ----------
    content : str or bytes
        A page, JSON, plain text, or an office document, which is unpacked.

    Returns
    -------
    list of tuple of str, or None
        Each statement's cells, a statement that is repeated once. None where it is neither text nor an office document.

    Examples
    --------
    >>> statements("<!doctype html><p>Two <b>words</b></p><table><tr><td>A</td><td>B</td></tr></table>")
    [('Two words',), ('A', 'B')]
    """
    if isinstance(content, str):
        return _distinct(_of_text(content))
    if zipfile.is_zipfile(io.BytesIO(content)):
        return _distinct(_of_archive(content))
    try:
        return statements(content.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def lines(text: str) -> list[Statement]:
    r"""What a picture or a print says, told line by line: it is no markup, whatever the names in it begin with.

    Parameters
    ----------
    text : str
        A line for each text that it shows.

    Returns
    -------
    list of tuple of str

    Examples
    --------
    >>> lines("<b>Ours</b>\nA clinic")
    [('<b>Ours</b>',), ('A clinic',)]
    """
    return _distinct((line,) for line in text.splitlines())


def plain(text: str) -> str:
    """A text as it is compared: composed letters, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _distinct(parts: Iterable[Statement]) -> list[Statement]:
    """The statements in order, each once: most of a document's are widths and colours that are repeated."""
    return list(dict.fromkeys(filter(None, map(_tidy, dict.fromkeys(parts)))))


def _tidy(cells: Statement) -> Statement:
    return tuple(filter(None, map(plain, cells)))


def _of_archive(content: bytes) -> Iterator[Statement]:
    """What the parts of an office document say; a workbook behind a chart and the texts of a picture are among them."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
        yield tuple(parts)
        yield (archive.comment.decode("utf-8", "replace"),)
    shared = _SHARED.findall(parts.get(_SHARED_STRINGS, b"").decode("utf-8", "replace"))
    for part in parts.values():
        if part.startswith(_ARCHIVE) and zipfile.is_zipfile(io.BytesIO(part)):
            yield from _of_archive(part)
        elif part.startswith(PNG):
            yield from ((text,) for text in texts_in_png(part))
        else:
            yield from _of_part(_with_shared(part.decode("utf-8", "replace"), shared))


def _of_part(text: str) -> Iterable[Statement]:
    page = _Markup()
    if not read_part(text, page):
        return _of_text(text)
    page.close()
    return page.said


def _with_shared(sheet: str, shared: Sequence[str]) -> str:
    """A sheet with the texts of its cells in their rows, which a workbook may keep in a part of their own."""

    def cell(match: re.Match[str]) -> str:
        number = int(match[1])
        return f"<c><is>{shared[number]}</is></c>" if number < len(shared) else match[0]

    return _SHARED_CELL.sub(cell, sheet) if shared else sheet


def _of_text(text: str) -> Iterator[Statement]:
    start = text.lstrip("\ufeff \n\r\t")[:1]
    if start == "<":
        page = _Markup()
        page.feed(text)
        page.close()
        yield from page.said
    elif start in ("{", "["):
        yield from _of_json(text)
    elif _NETWORK.match(text):
        # GML writes other letters than those of ASCII as entities.
        yield from ((html.unescape(line),) for line in text.splitlines())
    else:
        yield from ((line,) for line in text.splitlines())
        if '"' in text:
            yield from _of_csv(text)


#: How the text of a network program begins: GML, Pajek, UCINET. Their quotation marks and commas are not those of CSV.
_NETWORK = re.compile(r"graph \[|\*|dl ")


def _of_csv(text: str) -> Iterator[Statement]:
    """Rows of CSV, in whose cells a quotation mark is written twice and a line may end."""
    with suppress(csv.Error):
        yield from map(tuple, csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def _of_json(text: str) -> Iterator[Statement]:
    try:
        value = json.loads(text)
    except ValueError:
        yield from ((line,) for line in text.splitlines())
    else:
        yield from _of_value(value)


def _of_value(value: Any) -> Iterator[Statement]:
    """An object's own texts are one statement, keys among them that no script of ours asks for."""
    if isinstance(value, dict):
        yield tuple(key for key in value if key not in _script_words()) + tuple(map(_text, value.values()))
        nested = list(value.values())
    elif isinstance(value, list):
        yield (_text(value),)
        nested = value
    else:
        yield (_text(value),)
        nested = []
    for inner in nested:
        if isinstance(inner, (dict, list)):
            yield from _of_value(inner)


def _text(value: Any) -> str:
    """A string, or the strings of a list, such as the lines of a name."""
    if isinstance(value, list):
        return " ".join(item for item in value if isinstance(item, str))
    return value if isinstance(value, str) else ""


class _Markup(HTMLParser):
    """Collects the statements of a page, or of a part of an office document."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[Statement] = []
        self._cells = [""]
        self._whole = 0
        self._code = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and (name, value) not in _template_attributes():
                self.said += _of_attribute(value)
        self._at(tag)
        self._whole += tag in _WHOLE
        if tag in ("script", "style"):
            self._code = "json" if ("type", "application/json") in attrs else tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _WHOLE:
            self._whole = max(0, self._whole - 1)
        self._at(tag)
        self._code = ""

    def handle_data(self, data: str) -> None:
        if self._code == "json":
            self.said += _of_json(data)
        elif self._code:
            self.said += [(line,) for line in _without_ours(data).splitlines()]
        else:
            self._cells[-1] += data

    def handle_comment(self, data: str) -> None:
        self.said.append((data,))

    def handle_pi(self, data: str) -> None:
        self.said.append((data,))

    def unknown_decl(self, data: str) -> None:
        self.said.append((data,))

    def close(self) -> None:
        super().close()
        self._end()

    def _at(self, tag: str) -> None:
        if tag in _SPACES:
            self._cells[-1] += " "
        elif tag in _CELLS:
            self._cells.append("")
        elif not self._whole and tag not in _INLINE:
            self._end()

    def _end(self) -> None:
        self.said.append(tuple(self._cells))
        self._cells = [""]


def _of_attribute(value: str) -> list[Statement]:
    """What an attribute says; of a picture within the page, the texts that it carries, not its bytes as letters."""
    picture = _PICTURE.fullmatch(value)
    if picture is None:
        return [(value,)]
    try:
        content = b64decode(picture[1], validate=True)
    except ValueError:
        return [(value,)]
    return [(text,) for text in texts_in_png(content)] if content.startswith(PNG) else [(value,)]


def _without_ours(code: str) -> str:
    for text in _own_code():
        code = code.replace(text, "")
    return code


@cache
def _own_code() -> tuple[str, ...]:
    """The style sheets and bundled scripts that are written into pages, and the script of vis-network."""
    ours = [path.read_text("utf-8") for path in _walk(files("stakeholder_graph"), (".css", ".bundle.js"))]
    # Found and not imported, which would take longer than all the rest.
    pyvis = find_spec("pyvis")
    folders = (pyvis and pyvis.submodule_search_locations) or ()
    drawn = [path.read_text("utf-8") for folder in folders for path in _walk(Path(folder), ("vis-network.min.js",))]
    # The longest first: one may be a part of another.
    return tuple(sorted(filter(str.strip, map(_unix, [*ours, *drawn])), key=len, reverse=True))


@cache
def _template_attributes() -> frozenset[tuple[str, str]]:
    pages = (path.read_text("utf-8") for path in _walk(files("stakeholder_graph"), (".html",)))
    return frozenset(pair for page in pages for pair in _ATTRIBUTE.findall(page))


@cache
def _script_words() -> frozenset[str]:
    scripts = (path.read_text("utf-8") for path in _walk(files("stakeholder_graph"), (".bundle.js",)))
    return frozenset(word for script in scripts for word in re.findall(r"\w+", script))


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _walk(folder: Traversable, endings: tuple[str, ...]) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _walk(entry, endings)
        elif entry.name.endswith(endings):
            yield entry
