"""Pajek: networks (``.net``) and projects (``.paj``), whose partitions and vectors describe the nodes [1]_.

networkx's own reader gives up what lies beside ``*Arcs`` and ``*Edges``, one relation from another among it, and stops
where labels stand twice.

References
----------
.. [1] de Nooy, W., Mrvar, A., & Batagelj, V. (2018). Exploratory social network analysis with Pajek (3rd ed.).
   Cambridge University Press.
"""

import re
from collections.abc import Sequence

from stakeholder_graph.exchange.graph_builder import (
    MOST_NODES,
    GraphBuilder,
    TooLargeError,
    within_limits,
)
from stakeholder_graph.exchange.graph_format import RELATION, GraphFile, GraphFormat
from stakeholder_graph.exchange.network_source import NetworkSource, name_attribute_of, program_of
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.tabular.files import TableFile
from stakeholder_graph.text import _

_TOKEN = re.compile(r'"([^"]*)"|(\S+)')
_SECTION = re.compile(r"\*\s*([a-z]+)\s*(.*)", re.IGNORECASE)
_RELATION = re.compile(r":\s*(\d+)\s*(?:\"([^\"]*)\"|(.*))")
#: What says how a node or an edge is drawn, each with one value behind it.
_DRAWN = frozenset({
    "x_fact", "y_fact", "phi", "r", "q", "ic", "bc", "bw", "lc", "la", "lp", "lr", "lphi", "fos", "font", "c",
    "p", "a", "s", "w", "h1", "h2", "a1", "a2", "k1", "k2", "ap", "b_type",
})  # fmt: skip
_SHAPES = frozenset({
    "ellipse", "box", "diamond", "triangle", "cross", "empty", "circle", "house", "man", "woman",
})  # fmt: skip
_HEADERS = ("label", "from", "to")


def recognize(opened: TableFile) -> bool:
    """Whether the text begins with ``*Vertices``, ``*Network`` or ``*Partition``.

    Parameters
    ----------
    opened : TableFile
        Any file.
    """
    return program_of(opened) == "pajek"


@within_limits
def read(opened: TableFile, inspection: Inspection) -> GraphFile:
    """Read arcs (one way) and edges (both ways); relations, and networks of one project, are kinds of tie.

    Parameters
    ----------
    opened : TableFile
        A `NetworkSource`.
    inspection : Inspection
        Takes the problems.
    """
    text = opened.text if isinstance(opened, NetworkSource) else ""
    reader = _PajekReader(opened.file, inspection, name_attribute_of(opened))
    for number, line in enumerate(text.splitlines(), 1):
        reader.take(line.strip(), number)
    return reader.graph()


FORMAT = GraphFormat("Pajek", (".net", ".paj"), recognize, read, several_values=False, parallel_edges=True)


class _PajekReader:
    """Takes the lines of a file in turn."""

    def __init__(self, file: str, inspection: Inspection, name: str) -> None:
        self.builder = GraphBuilder(file, inspection, name)
        self.file, self.inspection = file, inspection
        self.section, self.row = "", 0
        self.size = 0
        self.relation, self.relations = "", dict[str, str]()
        self.networks = 0
        self.labels: dict[str, tuple[int, str, dict[str, list[str]]]] = {}
        self.described, self.values = "", list[str]()
        self.edges: list[tuple[str, str, int, dict[str, list[str]], bool]] = []
        self.wrong: list[tuple[int, str]] = []

    def take(self, line: str, row: int) -> None:
        """Take a line."""
        if not line or line.startswith("%"):
            return
        if section := _SECTION.fullmatch(line):
            self._begin(section[1].casefold(), section[2].strip(), row)
            return
        tokens = [quoted or bare for quoted, bare in _TOKEN.findall(line)]
        if self.section == "vertices":
            self._vertex(tokens, row)
        elif self.section in ("arcs", "edges"):
            self._edge(tokens, row)
        elif self.section in ("arcslist", "edgeslist"):
            for target in tokens[1:]:
                self._tie(tokens[0], target, row, {}, self.section == "arcslist")
        elif self.section == "matrix":
            self._matrix(tokens, row)
        elif self.section == "described":
            self.values += tokens

    def _begin(self, name: str, rest: str, row: int) -> None:
        if name == "vertices" and self.described:
            self.section = "described"
            return
        self._end_description()
        self.section, self.row = name, 0
        if name == "network":
            self.networks += 1
            self.relation = rest.removesuffix(".net")
        elif name in ("partition", "vector"):
            self.described, self.section = re.sub(r"\.(clu|vec)$", "", rest) or name, "described"
        elif name == "vertices":
            sizes = rest.split()
            number = as_number(sizes[0]) if sizes else None
            if number is None or not 0 <= number <= MOST_NODES:
                if number is not None and number > MOST_NODES:
                    raise TooLargeError
                self.wrong.append((row, rest))
                return
            if len(sizes) > 1 and (first := as_number(sizes[1])) and first < number:
                self.inspection.wrong(
                    _("This is a network of two modes, such as people and events."),
                    _("Give who takes part in what as affiliations.csv, with the columns organization, kind and item."),
                    self.file,
                    row,
                )
            self.size = max(self.size, int(number))
        elif name in ("arcs", "edges", "arcslist", "edgeslist", "matrix") and (about := _RELATION.match(rest)):
            named = about[2] or (about[3] or "").strip()
            self.relation = self.relations[about[1]] = named or self.relations.get(about[1], about[1])

    def _end_description(self) -> None:
        """Give what a partition or a vector says to the nodes."""
        if self.described:
            for number, value in enumerate(self.values[: self.size], 1):
                self.labels.setdefault(str(number), (0, "", {}))[2].setdefault(self.described, [value])
        self.described, self.values = "", []

    def _vertex(self, tokens: Sequence[str], row: int) -> None:
        key, *rest = tokens
        if not key.isdigit() or not 0 < int(key[:12]) <= self.size:
            self.wrong.append((row, key))
            return
        label = rest[0] if rest else key
        attributes: dict[str, list[str]] = {}
        place = 1
        while place < len(rest) and place < 4 and as_number(rest[place]) is not None:
            place += 1  # coordinates
        while place < len(rest):
            word = rest[place]
            if word.casefold() in _SHAPES or place + 1 >= len(rest):
                place += 1
                continue
            if word.casefold() not in _DRAWN:
                attributes[word] = [rest[place + 1]]
            place += 2
        if key not in self.labels:
            self.labels[key] = (row, label, attributes)

    def _edge(self, tokens: Sequence[str], row: int) -> None:
        if len(tokens) < 2:
            self.wrong.append((row, " ".join(tokens)))
            return
        attributes: dict[str, list[str]] = {}
        rest = list(tokens[2:])
        if rest and as_number(rest[0]) is not None:
            attributes["weight"] = [rest.pop(0)]
        for word, value in zip(rest[::2], rest[1::2], strict=False):
            if word.casefold() not in _DRAWN:
                attributes["label" if word == "l" else word] = [value]
        self._tie(tokens[0], tokens[1], row, attributes, self.section == "arcs")

    def _matrix(self, tokens: Sequence[str], row: int) -> None:
        self.row += 1
        for column, cell in enumerate(tokens[: self.size], 1):
            if as_number(cell) is None:
                self.wrong.append((row, cell))
            elif as_number(cell) != 0:
                self._tie(str(self.row), str(column), row, {"weight": [cell]}, directed=True)

    def _tie(self, origin: str, target: str, row: int, attributes: dict[str, list[str]], directed: bool) -> None:
        for end in (origin, target):
            if not end.lstrip("-").isdigit() or not 0 < abs(int(end[:12])) <= self.size:
                self.wrong.append((row, end))
                return
        if self.relation and "relation" not in {key.casefold() for key in attributes}:
            attributes[RELATION] = [self.relation]
        self.edges.append((origin.lstrip("-"), target.lstrip("-"), row, attributes, directed))

    def graph(self) -> GraphFile:
        """Give the graph, once all lines are read."""
        self._end_description()
        for number in range(1, self.size + 1):
            row, label, attributes = self.labels.get(str(number), (0, "", {}))
            self.builder.add_node(str(number), row, attributes, label or str(number))
        alone = self.networks < 2 and not self.relations
        for origin, target, row, attributes, directed in self.edges:
            if alone:
                attributes.pop(RELATION, None) if self.networks else None
            self.builder.add_edge(origin, target, row, attributes, directed=directed)
        self.inspection.wrong_texts(
            self.wrong,
            self.file,
            None,
            lambda text: _("“{text}” is not the number of a node of the network.", text=text),
            lambda text: _("The nodes have the numbers 1 to {count}. Correct the line.", count=self.size),
        )
        graph = self.builder.graph(_HEADERS)
        # A node's own number says nothing that its name does not.
        return GraphFile(
            tuple(type(node)(node.name, node.row, {k: v for k, v in node.attributes.items() if k != "id"})
                  for node in graph.nodes),
            graph.edges,
            graph.headers,
        )  # fmt: skip
