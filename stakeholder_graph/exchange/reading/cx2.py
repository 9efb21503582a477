"""CX2, the exchange format of Cytoscape and NDEx: a JSON list of aspects, of which nodes and edges are read."""

from collections.abc import Mapping
from typing import Any

from stakeholder_graph.exchange.graph_builder import GraphBuilder, within_limits
from stakeholder_graph.exchange.graph_format import RELATION, GraphFile, GraphFormat
from stakeholder_graph.exchange.network_source import name_attribute_of
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.files import TableFile

_HEADERS = ("name", "s", "t")
#: What Cytoscape calls the kind of a tie.
_KIND = "interaction"


def recognize(opened: TableFile) -> bool:
    """Whether the list begins with the version of the format.

    Parameters
    ----------
    opened : TableFile
        Any file.
    """
    aspects = opened.data
    return isinstance(aspects, list) and bool(aspects) and isinstance(aspects[0], dict) and "CXVersion" in aspects[0]


@within_limits
def read(opened: TableFile, inspection: Inspection) -> GraphFile:
    """Read nodes and edges; how they are drawn is left out.

    Parameters
    ----------
    opened : TableFile
        Its `data` is the JSON.
    inspection : Inspection
        Takes the problems.
    """
    aspects = opened.data if isinstance(opened.data, list) else []
    builder = GraphBuilder(opened.file, inspection, name_attribute_of(opened))
    for row, node in enumerate(_records(aspects, "nodes"), 1):
        values = _values(node)
        label = str(values.pop("name", [""])[0])
        builder.add_node(str(node.get("id", "")), row, values, label)
    for row, edge in enumerate(_records(aspects, "edges"), 1):
        values = _values(edge)
        directed = {"true": True, "false": False}.get(str(values.pop("directed", [""])[0]).casefold())
        if _KIND in values:
            values.setdefault(RELATION, values.pop(_KIND))
        builder.add_edge(str(edge.get("s", "")), str(edge.get("t", "")), row, values, directed=directed)
    title = next((str(about.get("name", "")) for about in _records(aspects, "networkAttributes")), "")
    return builder.graph(_HEADERS, title)


FORMAT = GraphFormat("CX2", (".cx2",), recognize, read, several_values=True, parallel_edges=True)


def _records(aspects: list[Any], name: str) -> list[Mapping[str, Any]]:
    """All records of an aspect, which may come in several parts."""
    parts = [aspect.get(name) for aspect in aspects if isinstance(aspect, dict)]
    return [record for part in parts if isinstance(part, list) for record in part if isinstance(record, dict)]


def _values(record: Mapping[str, Any]) -> dict[str, list[object]]:
    """The attributes of a node or an edge, each as a list of values."""
    values = record.get("v")
    known = values if isinstance(values, dict) else {}
    return {str(name): value if isinstance(value, list) else [value] for name, value in known.items()}
