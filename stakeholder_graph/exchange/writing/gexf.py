"""GEXF 1.3 for Gephi: a kind of tie is the ``kind`` of its edges, and a wave is a slice.

networkx writes GEXF 1.2, which knows neither. A slice is a file: Gephi appends one to the other, and each wave keeps
its own strengths, which edges of one file with several times would not.
"""

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from stakeholder_graph.exchange.network import TYPES, NetworkFile, NetworkNode, Value, as_text, kinds_of
from stakeholder_graph.exchange.writing._xml import document
from stakeholder_graph.exchange.writing.network_writer import Files, NetworkWriter

_VIZ = "http://gexf.net/1.3/viz"


def write(network: NetworkFile, stem: str) -> Files:
    """Write one wave; a wave whose name is a year or another number is a slice of that time.

    Parameters
    ----------
    network : NetworkFile
        Of one wave.
    stem : str
        The name of the file without its ending.

    Examples
    --------
    >>> 'timestamp="2025"' in write(NetworkFile("Ours", (), (), (), ("2025",)), "ours")["ours.gexf"]
    True
    """
    root = ET.Element("gexf", {"xmlns": "http://gexf.net/1.3", "xmlns:viz": _VIZ, "version": "1.3"})
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "creator").text = "stakeholder-graph"
    ET.SubElement(meta, "description").text = " ".join(filter(None, (network.title, network.notice)))
    graph = ET.SubElement(root, "graph", _opening(network))
    nodes, edges = [node.attributes for node in network.nodes], [edge.attributes for edge in network.edges]
    of_nodes, of_edges = _declared(graph, "node", nodes), _declared(graph, "edge", edges)
    listed = ET.SubElement(graph, "nodes")
    for place, node in enumerate(network.nodes):
        element = ET.SubElement(listed, "node", id=f"n{place}", label=node.name)
        _values(element, node.attributes, of_nodes)
        _drawn(element, node)
    listed = ET.SubElement(graph, "edges")
    for number, edge in enumerate(network.edges):
        ends = {"id": f"e{number}", "source": f"n{edge.origin}", "target": f"n{edge.target}"}
        how = {"type": "directed" if edge.directed else "undirected", "kind": edge.layer}
        weight = {} if edge.weight is None else {"weight": as_text(edge.weight)}
        _values(ET.SubElement(listed, "edge", ends | how | weight), edge.attributes, of_edges)
    return {f"{stem}.gexf": document(root)}


WRITER = NetworkWriter("gexf", "Gephi (GEXF 1.3)", ".gexf", write, positions=True, colours=True)


def _opening(network: NetworkFile) -> dict[str, str]:
    opening = {"defaultedgetype": "undirected" if network.directions == {False} else "directed", "idtype": "string"}
    (wave,) = network.waves
    if not wave.isascii() or not wave.isdecimal():
        return {**opening, "mode": "static"}
    return {**opening, "mode": "slice", "timerepresentation": "timestamp", "timeformat": "double", "timestamp": wave}


def _declared(graph: ET.Element, about: str, items: Iterable[Mapping[str, Value]]) -> dict[str, str]:
    kinds = kinds_of(items)
    if kinds:
        declared = ET.SubElement(graph, "attributes", {"class": about, "mode": "static"})
        for number, (name, kind) in enumerate(kinds.items()):
            ET.SubElement(declared, "attribute", id=str(number), title=name, type=TYPES[kind])
    return {name: str(number) for number, name in enumerate(kinds)}


def _values(element: ET.Element, attributes: Mapping[str, Value], keys: Mapping[str, str]) -> None:
    if attributes:
        values = ET.SubElement(element, "attvalues")
        for name, value in attributes.items():
            ET.SubElement(values, "attvalue", {"for": keys[name], "value": as_text(value)})


def _drawn(element: ET.Element, node: NetworkNode) -> None:
    if node.colour:
        red, green, blue = (str(int(node.colour[k : k + 2], 16)) for k in (1, 3, 5))
        ET.SubElement(element, "viz:color", r=red, g=green, b=blue)
    if node.x is not None and node.y is not None:
        # Gephi's y runs upwards.
        ET.SubElement(element, "viz:position", x=as_text(node.x), y=as_text(-node.y), z="0")
