"""JSON of nodes and links, as D3 and networkx have it, for everything that reads JSON."""

import json

from stakeholder_graph.exchange.network import NetworkFile, as_plain
from stakeholder_graph.exchange.writing.network_writer import Files, NetworkWriter


def write(network: NetworkFile, stem: str) -> Files:
    """Write nodes and links; what is not known is left out.

    Parameters
    ----------
    network : NetworkFile
        Of any waves.
    stem : str
        The name of the file without its ending.

    Examples
    --------
    >>> json.loads(write(NetworkFile("Ours", (), (), (), ("2025",)), "ours")["ours.json"])["graph"]["waves"]
    ['2025']
    """
    nodes = [
        {
            "id": node.name,
            **{name: as_plain(value) for name, value in node.attributes.items()},
            **({} if node.x is None or node.y is None else {"x": node.x, "y": node.y}),
            **({"colour": node.colour} if node.colour else {}),
        }
        for node in network.nodes
    ]
    links = [
        {
            "source": network.nodes[edge.origin].name,
            "target": network.nodes[edge.target].name,
            "layer": edge.layer,
            "wave": edge.wave,
            "directed": edge.directed,
            **({} if edge.weight is None else {"weight": edge.weight}),
            **{name: as_plain(value) for name, value in edge.attributes.items()},
        }
        for edge in network.edges
    ]
    about = {"name": network.title, "notice": network.notice, "layers": network.layers, "waves": network.waves}
    opening = {"directed": network.directions != {False}, "multigraph": True, "graph": about}
    content = {**opening, "nodes": nodes, "links": links}
    return {f"{stem}.json": json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"}


WRITER = NetworkWriter("json", "JSON (node-link)", ".json", write, waves=True, positions=True, colours=True)
