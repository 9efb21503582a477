"""JSON of nodes and edges, as programs write it: networkx, D3, vis.js, sigma, graphology, Cytoscape, JSON Graph Format.

All hold two lists. They differ in what they call the edges, in what they call the ends of one, and in whether
attributes stand beside the id or in a part of their own.
"""

from collections.abc import Mapping
from typing import Any

from stakeholder_graph.exchange.graph_builder import GraphBuilder, empty_graph, plain_text, within_limits
from stakeholder_graph.exchange.graph_format import RELATION, GraphFile, GraphFormat
from stakeholder_graph.exchange.network_source import name_attribute_of
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.tabular.files import TableFile
from stakeholder_graph.text import _

#: What programs call the list of edges, the id of a node and the ends of an edge, the likeliest first.
EDGES, IDS = ("links", "edges"), ("id", "key", "name", "label")
ENDS = (("source", "target"), ("from", "to"))
#: Parts in which attributes stand apart from the id and the ends.
_APART = ("data", "attributes", "metadata")
#: What says how a picture is drawn, not what a node or an edge is.
_DRAWN = frozenset({"x", "y", "vx", "vy", "fx", "fy", "px", "py", "index", "position", "color", "colour", "size",
                    "shape", "selected", "group_index", "classes", "suid"})  # fmt: skip
Record = Mapping[str, Any]


def recognize(opened: TableFile) -> bool:
    """Whether there is a list of nodes, and a list of edges that name two of them.

    Parameters
    ----------
    opened : TableFile
        Any file.
    """
    if not isinstance(opened.data, dict):
        return False
    graph = _graph(opened.data)
    edges = _records(graph, EDGES)
    listed = any(isinstance(graph.get(name), list) for name in EDGES)
    return bool(_nodes(graph)) and listed and (not edges or any(map(_ends_of, edges)))


@within_limits
def read(opened: TableFile, inspection: Inspection) -> GraphFile:
    """Read nodes and edges; where nodes have no id, edges name them by their place in the list.

    Parameters
    ----------
    opened : TableFile
        Its `data` is the JSON.
    inspection : Inspection
        Takes the problems.
    """
    graph = _graph(opened.data) if isinstance(opened.data, dict) else {}
    nodes, edges = _nodes(graph), _records(graph, EDGES)
    ends = next((ends for edge in edges if (ends := _ends_of(edge))), ENDS[0])
    keys = _keys(nodes, edges, ends)
    builder = GraphBuilder(opened.file, inspection, name_attribute_of(opened))
    for row, (node, key) in enumerate(zip(nodes, keys, strict=True), 1):
        own = {name: value for name, value in node.items() if name not in ("id", "key") and not _is_drawn(name, value)}
        builder.add_node(key, row, {name: _values(value) for name, value in own.items()})
    stated = _directed(graph)
    for row, edge in enumerate(edges, 1):
        apart = (*ends, "id", "key")
        kept = {name: value for name, value in edge.items() if name not in apart and not _is_drawn(name, value)}
        directed = kept.pop("directed", stated)
        attributes = {RELATION if name == "relation" else name: _values(value) for name, value in kept.items()}
        if isinstance(edge.get("key"), str) and edge["key"]:  # networkx tells parallel edges apart by it
            attributes.setdefault(RELATION, [edge["key"]])
        origin, target = (_text(edge.get(end)) for end in ends)
        builder.add_edge(origin, target, row, attributes, directed=directed if isinstance(directed, bool) else None)
    if not nodes:
        inspection.wrong(_("The file holds no nodes."), _("Save the network again."), opened.file)
        return empty_graph(("id", *ends))
    title = graph.get("name") or graph.get("label") or ""
    return builder.graph(("id", *ends), str(title))


FORMAT = GraphFormat("JSON", (".json", ".cyjs"), recognize, read, several_values=True, parallel_edges=True)


def _graph(data: Record) -> Record:
    """The part that holds the lists: the whole, or what is called elements or graph in it."""
    for name in ("elements", "graph"):
        inner = data.get(name)
        if isinstance(inner, dict) and isinstance(inner.get("nodes"), list | dict):
            return {**inner, **{key: data[key] for key in ("directed", "name") if key in data and key not in inner}}
    if isinstance(elements := data.get("elements"), list) and "connections" not in data:
        parts: dict[str, list[object]] = {"nodes": [], "edges": []}
        for element in elements:
            inner = element.get("data") if isinstance(element, dict) else None
            if isinstance(inner, dict):
                parts["edges" if _ends_of(inner) else "nodes"].append(inner)
        return parts
    return data


def _nodes(graph: Record) -> list[dict[str, Any]]:
    if isinstance(named := graph.get("nodes"), dict):  # JSON Graph Format: nodes by their id
        return [{"id": key, **_flat(value)} for key, value in named.items()]
    return _records(graph, ("nodes",))


def _records(graph: Record, names: tuple[str, ...]) -> list[dict[str, Any]]:
    listed: list[object] = next((graph[name] for name in names if isinstance(graph.get(name), list)), [])
    return [_flat(entry) if isinstance(entry, dict) else {"id": entry} for entry in listed]


def _flat(entry: object) -> dict[str, Any]:
    """A record with its attributes beside its id."""
    record = dict(entry) if isinstance(entry, dict) else {}
    for name in _APART:
        if isinstance(inner := record.get(name), dict):
            del record[name]
            record = {**inner, **record}
    return record


def _ends_of(edge: Record) -> tuple[str, str] | None:
    return next((ends for ends in ENDS if all(end in edge for end in ends)), None)


def _keys(nodes: list[dict[str, Any]], edges: list[dict[str, Any]], ends: tuple[str, str]) -> list[str]:
    """By what edges name the nodes: an id that every node has, else the place of the node in the list."""
    named = {_text(edge.get(end)) for edge in edges for end in ends}
    places = [str(place) for place in range(len(nodes))]
    for field in IDS:
        values = [_text(node.get(field)) for node in nodes]
        if all(values) and (field in ("id", "key") or named <= set(values) or not named <= set(places)):
            return values
    return places


def _directed(graph: Record) -> bool | None:
    if isinstance(stated := graph.get("directed"), bool):
        return stated
    kind = _options(graph).get("type")
    return {"directed": True, "undirected": False}.get(kind) if isinstance(kind, str) else None


def _options(graph: Record) -> Record:
    options = graph.get("options")
    return options if isinstance(options, dict) else {}


def _values(value: object) -> list[str]:
    """The texts of a value, or of several; what is nested deeper says how something is drawn."""
    listed = value if isinstance(value, list) else [value]
    return [_text(single) for single in listed if not isinstance(single, list | dict)]


def _is_drawn(name: str, value: object) -> bool:
    """Whether an attribute says how a picture is drawn; an organization whose size is “small” is not drawn so."""
    words = name == "size" and isinstance(value, str) and as_number(value) is None
    return name in _DRAWN and not words


def _text(value: object) -> str:
    """The text of a value; D3 puts the whole node in place of its id once a picture is drawn."""
    if isinstance(value, dict):
        return next((_text(value[field]) for field in IDS if value.get(field) is not None), "")
    return plain_text(value)
