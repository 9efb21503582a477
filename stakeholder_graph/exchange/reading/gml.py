"""GML, the graph modelling language [1]_, as networkx, igraph and Gephi write it.

networkx's own reader stops at labels that stand twice, at a file whose lines are not ASCII, and says no line for what
lies between; and it reads nesting by recursion, which a hostile file can exhaust.

References
----------
.. [1] Himsolt, M. (1997). GML: A portable graph file format. Universität Passau.
"""

import re
from collections.abc import Iterator
from html import unescape

from stakeholder_graph.exchange.graph_builder import GraphBuilder, empty_graph, within_limits
from stakeholder_graph.exchange.graph_format import RELATION, GraphFile, GraphFormat
from stakeholder_graph.exchange.network_source import NetworkSource, name_attribute_of, program_of
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.files import TableFile
from stakeholder_graph.text import _

_TOKEN = re.compile(r'(?P<space>\s+)|(?P<comment>\#[^\n]*)|(?P<open>\[)|(?P<close>\])|"(?P<text>[^"]*)"'
                    r"|(?P<word>[^\s\[\]\"]+)|(?P<bad>.)")  # fmt: skip
#: Blocks within blocks, at most.
MOST_DEPTH = 50
_HEADERS = ("label", "source", "target")
#: Blocks that say how something is drawn.
_DRAWN = frozenset({"graphics", "labelgraphics", "edgeanchor", "viz"})

Entry = tuple[str, str, int]
"""A key, with those of the blocks around it before it, its value, and its line."""


class _DamagedGMLError(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def recognize(opened: TableFile) -> bool:
    """Whether the text begins with ``graph [``.

    Parameters
    ----------
    opened : TableFile
        Any file.
    """
    return program_of(opened) == "gml"


@within_limits
def read(opened: TableFile, inspection: Inspection) -> GraphFile:
    """Read nodes and edges; a ``key`` of an edge, as networkx writes it for a multigraph, is a kind of tie.

    Parameters
    ----------
    opened : TableFile
        A `NetworkSource`.
    inspection : Inspection
        Takes the problems.
    """
    text = opened.text if isinstance(opened, NetworkSource) else ""
    builder = GraphBuilder(opened.file, inspection, name_attribute_of(opened))
    directed, title = False, ""
    edges: list[tuple[int, dict[str, list[str]]]] = []
    try:
        for block, line, values in _blocks(text):
            if block == "":
                directed = "".join(values.get("directed", ())) in ("1", "true", "True")
                title = " ".join(values.get("name", ()) or values.get("label", ()))
            elif block == "node":
                key, label = _only(values, "id"), _only(values, "label")
                builder.add_node(key, line, values, label)
            else:
                edges.append((line, values))
        for line, values in edges:
            origin, target = _only(values, "source"), _only(values, "target")
            if (key := _only(values, "key")) and not key.isdigit():
                values.setdefault(RELATION, [key])
            own = {"0": False, "1": True}.get(_only(values, "directed"), directed)
            builder.add_edge(origin, target, line, values, directed=own)
    except _DamagedGMLError as error:
        inspection.wrong(
            _("The file breaks off here, or is not GML."), _("Save it again in the program it comes from."),
            opened.file, error.line,
        )  # fmt: skip
        return empty_graph(_HEADERS)
    return builder.graph(_HEADERS, title)


FORMAT = GraphFormat("GML", (".gml",), recognize, read, several_values=True, parallel_edges=True)


def _only(values: dict[str, list[str]], key: str) -> str:
    return " ".join(values.pop(key, ()))


def _blocks(text: str) -> Iterator[tuple[str, int, dict[str, list[str]]]]:
    """Give each node and edge with its line and values, and those of the graph itself, under a blank name, last."""
    of_graph: dict[str, list[str]] = {}
    values = of_graph
    inside: list[tuple[str, int]] = []
    key, line, item_at = "", 1, 0
    for token in _TOKEN.finditer(text):
        kind, written = token.lastgroup, token[0]
        at, line = line, line + written.count("\n")
        if kind in ("space", "comment"):
            continue
        if kind == "bad":
            raise _DamagedGMLError(at)
        if kind == "close":
            if key or not inside:
                raise _DamagedGMLError(at)
            inside.pop()
            if len(inside) == 1 and item_at:
                yield values.pop("\0")[0], item_at, values
                values, item_at = of_graph, 0
            if not inside:
                break
        elif kind == "open":
            if not key or len(inside) >= MOST_DEPTH:
                raise _DamagedGMLError(at)
            inside.append((key.casefold(), at))
            if len(inside) == 2 and inside[0][0] == "graph" and inside[1][0] in ("node", "edge"):
                values, item_at = {"\0": [inside[1][0]]}, at
            key = ""
        elif not key:
            if kind == "text":
                raise _DamagedGMLError(at)
            key = written
        else:
            names = [name for name, _line in inside[2 if item_at else 1 :]]
            if inside and inside[0][0] == "graph" and not _DRAWN & set(names):
                value = unescape(token["text"]) if kind == "text" else written
                values.setdefault(".".join([*names, key]), []).append(value)
            key = ""
    if inside or key:
        raise _DamagedGMLError(line)
    yield "", 1, of_graph
