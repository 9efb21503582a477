"""Cytoscape's older JSON, which Cytoscape.js reads too."""

import json

from stakeholder_graph.exchange.network import NetworkFile, as_plain
from stakeholder_graph.exchange.writing.network_writer import Files, NetworkWriter


def write(network: NetworkFile, stem: str) -> Files:
    """Write nodes and edges with their data; what is not known is left out.

    Parameters
    ----------
    network : NetworkFile
        Of one wave.
    stem : str
        The name of the file without its ending.

    Examples
    --------
    >>> json.loads(write(NetworkFile("Ours", (), (), (), ("2025",)), "ours")["ours.cyjs"])["data"]
    {'name': 'Ours'}
    """
    nodes = []
    for place, node in enumerate(network.nodes):
        data = {key: as_plain(value) for key, value in node.attributes.items()}
        record: dict[str, object] = {"data": {**data, "id": f"n{place}", "name": node.name}}
        if node.x is not None and node.y is not None:
            record["position"] = {"x": node.x, "y": node.y}
        if node.colour:
            record["data"] = {**data, "id": f"n{place}", "name": node.name, "colour": node.colour}
        nodes.append(record)
    edges = []
    for number, edge in enumerate(network.edges):
        known = {"weight": edge.weight} if edge.weight is not None else {}
        data = {key: as_plain(value) for key, value in edge.attributes.items()}
        ends = {"id": f"e{number}", "source": f"n{edge.origin}", "target": f"n{edge.target}"}
        edges.append({"data": {**data, **known, **ends, "layer": edge.layer, "directed": edge.directed}})
    about = {"name": network.title, **({"notice": network.notice} if network.notice else {})}
    whole = {"data": about, "directed": network.directions != {False}, "multigraph": True}
    content = {**whole, "elements": {"nodes": nodes, "edges": edges}}
    return {f"{stem}.cyjs": json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"}


WRITER = NetworkWriter("cytoscape", "Cytoscape JSON", ".cyjs", write, positions=True, colours=True)
