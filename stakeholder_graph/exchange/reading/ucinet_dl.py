"""UCINET's data language (DL) [1]_: matrices, whole or half, lists of edges and lists of neighbours.

References
----------
.. [1] Borgatti, S. P., Everett, M. G., & Freeman, L. C. (2002). UCINET for Windows: Software for social network
   analysis. Analytic Technologies.
"""

import re
from dataclasses import dataclass, field

from stakeholder_graph.exchange.graph_builder import (
    MOST_NODES,
    GraphBuilder,
    TooLargeError,
    within_limits,
)
from stakeholder_graph.exchange.graph_format import RELATION, GraphFile, GraphFormat
from stakeholder_graph.exchange.network_source import NetworkSource, program_of
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.tabular.files import TableFile
from stakeholder_graph.text import _

_TOKEN = re.compile(r'"([^"]*)"|([^\s,="]+)')
_SIZE = re.compile(r"\b(n[rcm]?)\s*=\s*(\d{1,9})\b", re.IGNORECASE)
_FORMAT = re.compile(r"\bformat\s*=\s*([a-z]+[12]?b?)\b", re.IGNORECASE)
_LISTED = re.compile(
    r"^\s*(?P<what>row|col(?:umn)?|matrix|level|)\s*labels?\s*(?P<embedded>embedded)?\s*(?P<colon>:|$)(?P<rest>.*)$",
    re.IGNORECASE,
)
_COMMAND = re.compile(r"\b(?:(?:row|col(?:umn)?|matrix|level)\s+)?labels?\b|\bdata\s*:", re.IGNORECASE)
_DATA = re.compile(r"^\s*data\s*:(.*)$", re.IGNORECASE)
_ABSENT = re.compile(r"\bdiagonal\s*=?\s*absent\b", re.IGNORECASE)
#: Other names of the same layouts.
_LAYOUTS = {
    "fm": "fullmatrix", "full": "fullmatrix", "fullmatrix": "fullmatrix", "matrix": "fullmatrix",
    "uh": "upperhalf", "upperhalf": "upperhalf", "lh": "lowerhalf", "lowerhalf": "lowerhalf",
    "el1": "edgelist", "edgelist": "edgelist", "edgelist1": "edgelist", "edgearray1": "edgelist",
    "nl1": "nodelist", "nodelist": "nodelist", "nodelist1": "nodelist", "nl1b": "nodelistb", "nodelist1b": "nodelistb",
    "el2": "two modes", "edgelist2": "two modes", "nl2": "two modes", "nodelist2": "two modes",
}  # fmt: skip
_HEADERS = ("label", "from", "to")


def recognize(opened: TableFile) -> bool:
    """Whether the text begins with ``dl``.

    Parameters
    ----------
    opened : TableFile
        Any file.
    """
    return program_of(opened) == "dl"


@within_limits
def read(opened: TableFile, inspection: Inspection) -> GraphFile:
    """Read one network, or several matrices as kinds of tie.

    Parameters
    ----------
    opened : TableFile
        A `NetworkSource`.
    inspection : Inspection
        Takes the problems.
    """
    text = opened.text if isinstance(opened, NetworkSource) else ""
    reader = _DLReader(opened.file, inspection)
    if reader.head(text.splitlines()) and not reader.refused():
        reader.ties()
    return reader.builder.graph(_HEADERS, implied=True)


FORMAT = GraphFormat("UCINET DL", (".dl", ".txt"), recognize, read, several_values=False, parallel_edges=True)


def _commands(line: str) -> list[str]:
    """The commands of a line, several where they share one, as in ``dl n=3 labels embedded data:``.

    Examples
    --------
    >>> _commands("dl n=3 row labels embedded data: 0 1")
    ['dl n=3 ', 'row labels embedded ', 'data: 0 1']
    >>> _commands('"Data: a center"')
    ['"Data: a center"']
    """
    if "=" not in line and not line.lstrip().casefold().startswith("dl"):
        return [line]
    starts = [0, *(command.start() for command in _COMMAND.finditer(line) if command.start())]
    return [line[start:end] for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]


@dataclass
class _DLHeader:
    """What the lines above the data say."""

    sizes: dict[str, int] = field(default_factory=dict)
    layout: str = "fullmatrix"
    labels: dict[str, list[str]] = field(default_factory=dict)
    embedded: set[str] = field(default_factory=set)
    diagonal: bool = True


class _DLReader:
    """Takes a file apart into header and data."""

    def __init__(self, file: str, inspection: Inspection) -> None:
        self.file, self.inspection = file, inspection
        self.builder = GraphBuilder(file, inspection)
        self.header = _DLHeader()
        self.lines: list[tuple[int, list[str]]] = []
        self.size = 0

    def head(self, lines: list[str]) -> bool:
        """Read the header, and part the data into lines of words; say whether there are data."""
        listing = ""
        commands = [(number, command) for number, line in enumerate(lines, 1) for command in _commands(line)]
        for number, line in commands:
            if data := _DATA.match(line):
                rest = [(number, data[1]), *enumerate(lines[number:], number + 1)]
                parted = ((at, [quoted or bare for quoted, bare in _TOKEN.findall(text)]) for at, text in rest)
                self.lines = [(at, words) for at, words in parted if words]
                break
            listing = self._header_line(re.sub(r"^\s*dl\b", "", line, flags=re.IGNORECASE), listing)
        else:
            self.inspection.wrong(
                _("There is no line “data:”."), _("Save it again in the program it comes from."), self.file
            )
            return False
        sizes = self.header.sizes
        if max(sizes.values(), default=0) > MOST_NODES:
            raise TooLargeError
        self.size = sizes.get("n") or sizes.get("nr", 0)
        return True

    def _header_line(self, line: str, listing: str) -> str:
        """Read a line above the data; give the kind of labels that the next line goes on with."""
        if labels := _LISTED.match(line):
            what = {"": "all", "col": "column"}.get(labels["what"].casefold(), labels["what"].casefold())
            if labels["embedded"]:
                self.header.embedded.add(what)
                return ""
            self._add_labels(what, labels["rest"])
            return what
        sizes, layout = _SIZE.findall(line), _FORMAT.search(line)
        for name, size in sizes:
            self.header.sizes[name.casefold()] = int(size)
        if layout:
            self.header.layout = _LAYOUTS.get(layout[1].casefold(), layout[1])
        if _ABSENT.search(line):
            self.header.diagonal = False
        if sizes or layout or "diagonal" in line.casefold():
            return ""
        if listing:
            self._add_labels(listing, line)
        return listing

    def _add_labels(self, what: str, text: str) -> None:
        words = [quoted or bare for quoted, bare in _TOKEN.findall(text)]
        self.header.labels.setdefault(what, []).extend(words)

    def refused(self) -> bool:
        """Note what cannot be read as ties among organizations."""
        header = self.header
        sizes = header.sizes
        row, column = (header.labels.get(what, []) for what in ("row", "column"))
        oblong = sizes.get("nr", 0) != sizes.get("nc", sizes.get("nr", 0))
        two_modes = header.layout == "two modes" or oblong or bool(row and column and row != column)
        if two_modes:
            self.inspection.wrong(
                _("This is a network of two modes, such as people and events."),
                _("Give who takes part in what as affiliations.csv, with the columns organization, kind and item."),
                self.file,
            )
        elif header.layout not in _LAYOUTS.values():
            self.inspection.wrong(
                _("The layout “{layout}” is not known.", layout=header.layout),
                _("Save it as fullmatrix or edgelist1."),
                self.file,
            )
            return True
        return two_modes

    def ties(self) -> None:
        """Read the data."""
        labels = self.header.labels.get("all") or self.header.labels.get("row") or []
        labels = labels or self.header.labels.get("column", [])
        for place in range(max(self.size, len(labels)) if not self.header.embedded or labels else 0):
            label = labels[place] if place < len(labels) else str(place + 1)
            if label in self.builder.nodes:
                self.inspection.wrong(
                    _("Two nodes are called “{name}”.", name=label), _("Rename one of them."), self.file
                )
                continue
            self.builder.add_node(label, 0, {})
        if self.header.layout == "edgelist":
            self._edge_list(labels)
        elif self.header.layout.startswith("nodelist"):
            self._node_list(labels)
        else:
            self._matrices()

    def _name(self, word: str, labels: list[str]) -> str:
        """The name of a node that data give by number, or by name where labels are embedded."""
        if self.header.embedded:
            return word
        if word.isdigit() and 0 < int(word[:12]) <= max(self.size, len(labels)):
            return labels[int(word) - 1] if int(word) <= len(labels) else word
        return word if word in self.builder.nodes else ""

    def _edge_list(self, labels: list[str]) -> None:
        for at, words in self.lines:
            ends = [self._name(word, labels) for word in words[:2]]
            if len(ends) < 2 or not all(ends):
                self._wrong_end(at, words)
                continue
            weight = {"weight": words[2:3]} if len(words) > 2 else {}
            self.builder.add_edge(ends[0], ends[1], at, weight)

    def _node_list(self, labels: list[str]) -> None:
        counted = self.header.layout == "nodelistb"
        for place, (at, words) in enumerate(self.lines):
            origin = str(place + 1) if counted and not self.header.embedded else words[0]
            ends = [self._name(word, labels) for word in [origin, *words[1:]]]
            if not all(ends):
                self._wrong_end(at, words)
                continue
            for target in ends[1:]:
                self.builder.add_edge(ends[0], target, at, {})

    def _wrong_end(self, at: int, words: list[str]) -> None:
        self.inspection.wrong(
            _("The line names no pair of nodes: “{line}”.", line=" ".join(words[:6])),
            _("The nodes have the numbers 1 to {count}. Correct the line.", count=self.size),
            self.file,
            at,
        )

    def _matrices(self) -> None:
        """Read whole or half matrices, one after the other; their words may break into lines anywhere."""
        count = max(self.header.sizes.get("nm", 1), 1)
        levels = self.header.labels.get("matrix") or self.header.labels.get("level") or []
        words = [(at, word) for at, line in self.lines for word in line]
        place = 0
        for number in range(min(count, len(words) + 1)):
            relation = (levels[number] if number < len(levels) else str(number + 1)) if count > 1 else ""
            place = self._matrix(words, place, relation)
        if place < len(words):
            self._wrong_number(words[place][0])

    def _matrix(self, words: list[tuple[int, str]], place: int, relation: str) -> int:
        embedded = self.header.embedded
        names = list(self.builder.nodes)
        if embedded & {"all", "column"}:
            names = [word for _at, word in words[place : place + self.size]]
            place += self.size
            for name in names:
                if name not in self.builder.nodes:
                    self.builder.add_node(name, 0, {})
        for row in range(self.size):
            if embedded & {"all", "row"}:
                place += 1
            low, high = {"upperhalf": (row, self.size), "lowerhalf": (0, row + 1)}.get(
                self.header.layout, (0, self.size)
            )
            for column in range(low, high):
                if column == row and not self.header.diagonal:
                    continue
                if place >= len(words) or column >= len(names) or row >= len(names):
                    self._wrong_number(words[-1][0] if words else None)
                    return len(words)
                self._cell(names[row], names[column], words[place], relation)
                place += 1
        return place

    def _cell(self, origin: str, target: str, cell: tuple[int, str], relation: str) -> None:
        at, word = cell
        value = as_number(word)
        if value is None:
            self.inspection.wrong(_("“{text}” is not a number.", text=word), _("Correct the matrix."), self.file, at)
        elif value != 0 and origin != target:
            attributes = {"weight": [word], **({RELATION: [relation]} if relation else {})}
            half = self.header.layout != "fullmatrix"
            self.builder.add_edge(origin, target, at, attributes, directed=False if half else None)

    def _wrong_number(self, at: int | None) -> None:
        self.inspection.wrong(
            _("The matrix has more or fewer cells than {size} organizations need.", size=self.size),
            _("Correct the number of nodes, or the matrix."),
            self.file,
            at,
        )
