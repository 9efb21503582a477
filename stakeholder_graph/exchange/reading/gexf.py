"""GEXF, the file of Gephi: versions 1.1 to 1.3.

networkx's own reader stops where ties with and without direction stand in one file, and loses an attribute of edges
that is called ``type``; this one does neither.
"""

from dataclasses import dataclass, field

from stakeholder_graph.exchange.graph_builder import GraphBuilder, empty_graph, within_limits
from stakeholder_graph.exchange.graph_format import RELATION, GraphFile, GraphFormat
from stakeholder_graph.exchange.network_source import NetworkSource, name_attribute_of, program_of
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.files import TableFile
from stakeholder_graph.tabular.xml_elements import read_elements

_HEADERS = ("label", "source", "target")


def recognize(opened: TableFile) -> bool:
    """Whether the root of the file is ``gexf``.

    Parameters
    ----------
    opened : TableFile
        Any file.
    """
    return program_of(opened) == "gexf"


@within_limits
def read(opened: TableFile, inspection: Inspection) -> GraphFile:
    """Read nodes and edges; how they are drawn is left out.

    Parameters
    ----------
    opened : TableFile
        A `NetworkSource`.
    inspection : Inspection
        Takes the problems.
    """
    raw = opened.raw if isinstance(opened, NetworkSource) else b""
    reader = _GEXFReader(opened.file, inspection, name_attribute_of(opened))
    if not read_elements(raw, opened.file, inspection, reader.start, reader.end):
        return empty_graph(_HEADERS)
    return reader.builder.graph(_HEADERS)


FORMAT = GraphFormat("GEXF", (".gexf",), recognize, read, several_values=False, parallel_edges=True)


@dataclass
class _GEXFItem:
    tag: str
    row: int
    ends: dict[str, str]
    values: dict[str, list[str]] = field(default_factory=dict)


class _GEXFReader:
    """Takes the elements of a file in turn."""

    def __init__(self, file: str, inspection: Inspection, name: str) -> None:
        self.builder = GraphBuilder(file, inspection, name)
        self.titles: dict[tuple[str, str], str] = {}
        self.defaults: dict[tuple[str, str], str] = {}
        self.about, self.attribute = "", ""
        self.open: list[_GEXFItem] = []
        self.directed: bool | None = False

    def start(self, tag: str, attributes: dict[str, str], line: int) -> None:
        """Take the start of an element."""
        if tag == "graph":
            self.directed = {"directed": True}.get(attributes.get("defaultedgetype", ""), False)
        elif tag == "attributes":
            self.about = attributes.get("class", "")
        elif tag == "attribute":
            self.attribute = attributes.get("id", "")
            self.titles[self.about, self.attribute] = attributes.get("title") or self.attribute
        elif tag in ("node", "edge"):
            self.open.append(_GEXFItem(tag, line, attributes))
        elif tag == "attvalue" and self.open:
            item = self.open[-1]
            key = attributes.get("for") or attributes.get("id", "")
            item.values[self.titles.get((item.tag, key), key)] = [attributes.get("value", "")]

    def end(self, tag: str, text: str) -> None:
        """Take the end of an element and its text."""
        if tag == "default":
            self.defaults[self.about, self.attribute] = text
        elif tag in ("node", "edge") and self.open:
            self._close(self.open.pop())

    def _close(self, item: _GEXFItem) -> None:
        for (about, key), default in self.defaults.items():
            if about == item.tag:
                item.values.setdefault(self.titles[about, key], [default])
        ends = item.ends
        if item.tag == "node":
            self.builder.add_node(ends.get("id", ""), item.row, item.values, ends.get("label", ""))
            return
        item.values.setdefault("weight", [ends.get("weight", "")])
        if ends.get("kind"):
            item.values.setdefault(RELATION, [ends["kind"]])
        if ends.get("label"):
            item.values.setdefault("label", [ends["label"]])
        directed = {"directed": True, "undirected": False, "mutual": False}.get(ends.get("type", ""), self.directed)
        self.builder.add_edge(ends.get("source", ""), ends.get("target", ""), item.row, item.values, directed=directed)
