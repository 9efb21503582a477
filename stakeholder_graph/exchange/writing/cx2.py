"""CX2, the exchange format of Cytoscape and NDEx: a list of aspects, with the types of attributes declared first."""

import json
from collections.abc import Iterable, Mapping

from stakeholder_graph.exchange.network import TYPES, NetworkFile, NetworkNode, Value, as_plain, kinds_of
from stakeholder_graph.exchange.writing.network_writer import Files, NetworkWriter
from stakeholder_graph.text import N_


def write(network: NetworkFile, stem: str) -> Files:
    """Write the aspects; what is not known is left out.

    Parameters
    ----------
    network : NetworkFile
        Of one wave.
    stem : str
        The name of the file without its ending.

    Examples
    --------
    >>> json.loads(write(NetworkFile("Ours", (), (), (), ("2025",)), "ours")["ours.cx2"])[0]
    {'CXVersion': '2.0', 'hasFragments': False}
    """
    # Cytoscape calls nodes by the column name.
    nodes: list[dict[str, Value]] = [
        {**node.attributes, "name": node.name, **({"colour": node.colour} if node.colour else {})}
        for node in network.nodes
    ]
    edges: list[dict[str, Value]] = [
        {
            **edge.attributes,
            **({} if edge.weight is None else {"weight": edge.weight}),
            "interaction": edge.layer,
            "directed": edge.directed,
        }
        for edge in network.edges
    ]
    about = {"name": network.title, **({"description": network.notice} if network.notice else {})}
    aspects: dict[str, list[object]] = {
        "attributeDeclarations": [
            {"networkAttributes": _declared([about]), "nodes": _declared(nodes), "edges": _declared(edges)}
        ],
        "networkAttributes": [about],
        "nodes": [
            _node(place, node, values) for place, (node, values) in enumerate(zip(network.nodes, nodes, strict=True))
        ],
        "edges": [
            {"id": number, "s": edge.origin, "t": edge.target, "v": _values(values)}
            for number, (edge, values) in enumerate(zip(network.edges, edges, strict=True))
        ],
    }
    content: list[object] = [
        {"CXVersion": "2.0", "hasFragments": False},
        {"metaData": [{"name": name, "elementCount": len(aspect)} for name, aspect in aspects.items()]},
        *({name: aspect} for name, aspect in aspects.items()),
        {"status": [{"success": True}]},
    ]
    return {f"{stem}.cx2": json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"}


WRITER = NetworkWriter("cx2", N_("Cytoscape and NDEx (CX2)"), ".cx2", write, positions=True, colours=True)


def _declared(items: Iterable[Mapping[str, Value]]) -> dict[str, dict[str, str]]:
    return {name: {"d": TYPES[kind]} for name, kind in kinds_of(items).items()}


def _values(attributes: Mapping[str, Value]) -> dict[str, object]:
    return {name: as_plain(value) for name, value in attributes.items()}


def _node(place: int, node: NetworkNode, attributes: Mapping[str, Value]) -> dict[str, object]:
    where = {} if node.x is None or node.y is None else {"x": node.x, "y": node.y}
    return {"id": place, **where, "v": _values(attributes)}
