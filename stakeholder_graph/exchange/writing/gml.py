"""GML, by networkx's writer: names of attributes become letters and digits, and a file has a direction or none.

GML is ASCII: all else stands as character references, of which igraph reads those with a name.
"""

from collections.abc import Mapping
from typing import Any

from stakeholder_graph.exchange.network import NetworkFile, NetworkNode, Value, as_text, kinds_of
from stakeholder_graph.exchange.writing.network_writer import Files, NetworkWriter
from stakeholder_graph.frames.simple_names import simple_names


def write(network: NetworkFile, stem: str) -> Files:
    """Write nodes and edges; where some ties have a direction, those without one stand both ways.

    Parameters
    ----------
    network : NetworkFile
        Of one wave.
    stem : str
        The name of the file without its ending.

    Examples
    --------
    >>> from stakeholder_graph.exchange.network import NetworkNode
    >>> write(NetworkFile("Ours", (NetworkNode("Zoo"),), (), (), ("2025",)), "ours")["ours.gml"].split()[-4:]
    ['label', '"Zoo"', ']', ']']
    """
    import networkx as nx

    directed = network.directions != {False}
    graph: Any = nx.MultiDiGraph() if directed else nx.MultiGraph()
    graph.graph["name"] = network.title
    of_nodes = simple_names(kinds_of(node.attributes for node in network.nodes))
    of_edges = simple_names(kinds_of(edge.attributes for edge in network.edges), taken=("layer", "weight"))
    for node in network.nodes:
        graph.add_node(node.name, **_plain(node.attributes, of_nodes), **_drawn(node))
    for number, edge in enumerate(network.edges):
        weight = {} if edge.weight is None else {"weight": edge.weight}
        attributes = {"layer": edge.layer, **weight, **_plain(edge.attributes, of_edges)}
        origin, target = network.nodes[edge.origin].name, network.nodes[edge.target].name
        # Two people may have reported one tie: a key for every edge keeps both.
        graph.add_edge(origin, target, number, **attributes)
        if directed and not edge.directed:
            graph.add_edge(target, origin, number, **attributes)
    text = "\n".join(nx.generate_gml(graph)) + "\n"
    return {f"{stem}.gml": text.replace("&#34;", "&quot;").replace("&#38;", "&amp;")}


WRITER = NetworkWriter("gml", "GML", ".gml", write, mixed_direction=False, positions=True, colours=True)


def _drawn(node: NetworkNode) -> dict[str, dict[str, float | str]]:
    if node.x is None or node.y is None:
        return {}
    return {"graphics": {"x": node.x, "y": node.y, **({"fill": node.colour} if node.colour else {})}}


def _plain(attributes: Mapping[str, Value], names: Mapping[str, str]) -> dict[str, str | int | float]:
    """Values as GML has them: numbers are numbers, and all else is text."""
    return {
        names[name]: value if isinstance(value, int | float) and not isinstance(value, bool) else as_text(value)
        for name, value in attributes.items()
    }
