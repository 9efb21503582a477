"""GraphML, which most tools read: networkx's writer keeps no direction of single edges, so this is our own."""

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from stakeholder_graph.exchange.network import TYPES, NetworkFile, NetworkNode, Value, as_text, kinds_of
from stakeholder_graph.exchange.writing._xml import document
from stakeholder_graph.exchange.writing.network_writer import Files, NetworkWriter


def write(network: NetworkFile, stem: str) -> Files:
    """Write nodes and edges; what is not known has no ``data``.

    Parameters
    ----------
    network : NetworkFile
        Of one wave.
    stem : str
        The name of the file without its ending.

    Examples
    --------
    >>> from stakeholder_graph.exchange.network import TYPES, NetworkNode
    >>> write(NetworkFile("Ours", (NetworkNode("Zoo"),), (), (), ("2025",)), "ours")["ours.graphml"].count("<node")
    1
    """
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    nodes: list[dict[str, Value]] = [{"label": node.name, **node.attributes, **_drawn(node)} for node in network.nodes]
    edges: list[dict[str, Value]] = [
        {"layer": edge.layer, **({} if edge.weight is None else {"weight": edge.weight}), **edge.attributes}
        for edge in network.edges
    ]
    about_nodes, about_edges = _keys(root, "node", nodes), _keys(root, "edge", edges)
    _keys(root, "graph", [{"name": network.title}])
    graph = ET.SubElement(root, "graph", edgedefault="undirected" if network.directions == {False} else "directed")
    _data(graph, {"name": network.title}, {"name": "graph0"})
    for place, attributes in enumerate(nodes):
        _data(ET.SubElement(graph, "node", id=f"n{place}"), attributes, about_nodes)
    for edge, attributes in zip(network.edges, edges, strict=True):
        ends = {"source": f"n{edge.origin}", "target": f"n{edge.target}"}
        element = ET.SubElement(graph, "edge", ends, directed="true" if edge.directed else "false")
        _data(element, attributes, about_edges)
    return {f"{stem}.graphml": document(root)}


WRITER = NetworkWriter("graphml", "GraphML", ".graphml", write, positions=True, colours=True)


def _drawn(node: NetworkNode) -> dict[str, Value]:
    """Place and colour, by the names under which igraph, Gephi and Gephi Lite draw by them."""
    drawn = {"x": node.x, "y": node.y, "color": node.colour}
    return {name: value for name, value in drawn.items() if value is not None and value != ""}


def _keys(root: ET.Element, about: str, items: Iterable[Mapping[str, Value]]) -> dict[str, str]:
    """Declare the attributes, and give the key of each."""
    keys = {}
    for number, (name, kind) in enumerate(kinds_of(items).items()):
        keys[name] = f"{about}{number}"
        declared = {"id": keys[name], "for": about, "attr.name": name, "attr.type": TYPES[kind]}
        ET.SubElement(root, "key", declared)
    return keys


def _data(element: ET.Element, attributes: Mapping[str, Value], keys: Mapping[str, str]) -> None:
    for name, value in attributes.items():
        ET.SubElement(element, "data", key=keys[name]).text = as_text(value)
