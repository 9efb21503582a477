"""GraphML [1]_, as networkx, igraph, Gephi, yEd and Visone write it.

networkx's own reader stops where ties with and without direction stand in one file, and says no line; this one goes on.

References
----------
.. [1] Brandes, U., Eiglsperger, M., Lerner, J., & Pich, C. (2013). Graph markup language (GraphML). In R. Tamassia
   (Ed.), Handbook of graph drawing and visualization (pp. 517-541). CRC Press.
"""

from collections import Counter
from dataclasses import dataclass, field

from stakeholder_graph.exchange.graph_builder import GraphBuilder, empty_graph, within_limits
from stakeholder_graph.exchange.graph_format import RELATION, GraphFile, GraphFormat
from stakeholder_graph.exchange.network_source import NetworkSource, name_attribute_of, program_of
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.files import TableFile
from stakeholder_graph.tabular.xml_elements import read_elements
from stakeholder_graph.text import _

#: What programs call every graph.
_NO_TITLE = frozenset({"g", "graph", "network"})


def recognize(opened: TableFile) -> bool:
    """Whether the root of the file is ``graphml``.

    Parameters
    ----------
    opened : TableFile
        Any file.
    """
    return program_of(opened) == "graphml"


@within_limits
def read(opened: TableFile, inspection: Inspection) -> GraphFile:
    """Read nodes and edges; keys of a multigraph, written as ids of edges, are kinds of tie.

    Parameters
    ----------
    opened : TableFile
        A `NetworkSource`.
    inspection : Inspection
        Takes the problems.
    """
    raw = opened.raw if isinstance(opened, NetworkSource) else b""
    reader = _GraphMLReader(opened.file, inspection, name_attribute_of(opened))
    if not read_elements(raw, opened.file, inspection, reader.start, reader.end):
        return empty_graph(("id", "source", "target"))
    return reader.graph()


FORMAT = GraphFormat("GraphML", (".graphml", ".xml"), recognize, read, several_values=False, parallel_edges=True)


@dataclass
class _GraphMLItem:
    """A node or an edge while it is read."""

    tag: str
    row: int
    ends: dict[str, str]
    data: dict[str, list[str]] = field(default_factory=dict)
    label: str = ""
    is_group: bool = False


@dataclass
class _GraphMLKey:
    """What a key of the file stands for."""

    name: str
    about: str
    default: str = ""


class _GraphMLReader:
    """Takes the elements of a file in turn."""

    def __init__(self, file: str, inspection: Inspection, name: str) -> None:
        self.builder = GraphBuilder(file, inspection, name)
        self.keys: dict[str, _GraphMLKey] = {}
        self.key = ""
        self.data_key: str | None = None
        self.open: list[_GraphMLItem] = []
        self.directed: list[bool] = []
        self.edges: list[tuple[_GraphMLItem, bool]] = []
        self.groups: dict[str, int] = {}
        self.title = ""
        self.hyperedges: list[int] = []

    def start(self, tag: str, attributes: dict[str, str], line: int) -> None:
        """Take the start of an element."""
        if tag == "key":
            self.key = attributes.get("id", "")
            name = attributes.get("attr.name") or self.key
            if attributes.get("yfiles.type"):
                name = ""  # how yEd draws it; its labels are read from within
            self.keys[self.key] = _GraphMLKey(name, attributes.get("for", "all"))
        elif tag == "graph":
            before = self.directed[-1] if self.directed else True
            self.directed.append({"directed": True, "undirected": False}.get(attributes.get("edgedefault", ""), before))
            if self.open:
                self.open[-1].is_group = True
            elif not self.title and (title := attributes.get("id", "")).casefold() not in _NO_TITLE:
                self.title = title
        elif tag in ("node", "edge"):
            self.open.append(_GraphMLItem(tag, line, attributes))
        elif tag == "hyperedge":
            self.hyperedges.append(line)
        elif tag == "data":
            self.data_key = attributes.get("key", "")

    def end(self, tag: str, text: str) -> None:
        """Take the end of an element and its text."""
        if tag == "default":
            if self.key in self.keys:
                self.keys[self.key].default = text
        elif tag == "graph":
            if self.directed:
                self.directed.pop()
        elif tag == "data":
            key = self.keys.get(self.data_key or "", _GraphMLKey(self.data_key or "", "all"))
            if self.open and key.name and text.strip():
                self.open[-1].data.setdefault(key.name, []).append(text)
            self.data_key = None
        elif tag in ("NodeLabel", "EdgeLabel") and self.open:
            self.open[-1].label = self.open[-1].label or " ".join(text.split())
        elif tag in ("node", "edge") and self.open:
            self._close(self.open.pop())

    def _close(self, item: _GraphMLItem) -> None:
        for key in self.keys.values():
            if key.default.strip() and key.about in (item.tag, "all") and key.name:
                item.data.setdefault(key.name, [key.default])
        if item.tag == "node":
            key_of_node = item.ends.get("id", "")
            self.builder.add_node(key_of_node, item.row, item.data, item.label)
            if item.is_group:
                self.groups[key_of_node] = item.row
            return
        default = self.directed[-1] if self.directed else True
        directed = {"true": True, "false": False}.get(item.ends.get("directed", ""), default)
        if item.label:
            item.data.setdefault("label", [item.label])
        self.edges.append((item, directed))

    def graph(self) -> GraphFile:
        """Give the graph, once the file is read to its end."""
        ids = Counter(item.ends.get("id", "") for item, _directed in self.edges)
        repeated = any(count > 1 for key, count in ids.items() if key)
        for item, directed in self.edges:
            key = item.ends.get("id", "")
            if repeated and key and not key.isdigit():
                item.data.setdefault(RELATION, [key])
            ends = (item.ends.get("source", ""), item.ends.get("target", ""))
            self.builder.add_edge(*ends, item.row, item.data, directed=directed)
        self._note_what_is_left_out()
        return self.builder.graph(("id", "source", "target"), self.title)

    def _note_what_is_left_out(self) -> None:
        inspection, file = self.builder.inspection, self.builder.file
        tied = {end for edge in self.builder.edges for end in (edge.origin, edge.target)}
        empty = [key for key in self.groups if key not in tied]
        for key in empty:
            self.builder.nodes.pop(key, None)
        if empty:
            inspection.advise(
                _("Groups that hold other nodes and have no tie are left out: {count}.", count=len(empty)),
                _("You need do nothing, unless a group is an organization itself."),
                file,
                self.groups[empty[0]],
            )
        if self.hyperedges:
            inspection.wrong(
                _("A hyperedge joins several nodes at once, and a tie joins two."),
                _("Save it as edges between two nodes."),
                file,
                self.hyperedges[0],
            )
