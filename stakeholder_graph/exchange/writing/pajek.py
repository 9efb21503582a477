"""Pajek: the network, and a partition of organizations for each column with few values, each with its key."""

from collections.abc import Iterator

from stakeholder_graph.exchange.network import NetworkEdge, NetworkFile, NetworkNode, as_text, kinds_of
from stakeholder_graph.exchange.writing._file_names import for_a_file
from stakeholder_graph.exchange.writing._quoted_label import quoted_label
from stakeholder_graph.exchange.writing.network_writer import Files, NetworkWriter
from stakeholder_graph.exchange.writing.tables.csv_text import csv_text

#: A column with more values than this groups nobody.
_MOST_GROUPS = 60


def write(network: NetworkFile, stem: str) -> Files:
    """Write the network, and what groups organizations.

    Parameters
    ----------
    network : NetworkFile
        Of one wave.
    stem : str
        The name of the files without their endings.

    Examples
    --------
    >>> from stakeholder_graph.exchange.network import NetworkNode
    >>> files = write(NetworkFile("Ours", (NetworkNode("Zoo", {"sector": "Arts"}),), (), (), ("2025",)), "ours")
    >>> list(files)
    ['ours.net', 'ours-sector.clu', 'ours-sector.csv']
    """
    lines = [f"*Network {quoted_label(network.title)[1:-1] or 'network'}", f"*Vertices {len(network.nodes)}"]
    frame = _frame(network)
    lines += [_vertex(number, node, frame) for number, node in enumerate(network.nodes, 1)]
    for number, layer in enumerate(network.layers, 1):
        of_layer = [edge for edge in network.edges if edge.layer == layer]
        for section, directed in (("*Arcs", True), ("*Edges", False)):
            if edges := [edge for edge in of_layer if edge.directed == directed]:
                lines += [f"{section} :{number} {quoted_label(layer)}", *map(_edge, edges)]
    files: dict[str, str | bytes] = {f"{stem}.net": "\n".join(lines) + "\n"}
    for name in kinds_of(node.attributes for node in network.nodes):
        files |= _partition(network, name, f"{stem}-{for_a_file(name)}")
    return files


WRITER = NetworkWriter("pajek", "Pajek", ".net", write, edge_attributes=False, types=False, positions=True)


def _frame(network: NetworkFile) -> tuple[float, float, float]:
    """The left, the top and the extent of the picture, which Pajek has between 0 and 1."""
    xs = [node.x for node in network.nodes if node.x is not None]
    ys = [node.y for node in network.nodes if node.y is not None]
    if not xs or not ys:
        return 0.0, 0.0, 1.0
    return min(xs), min(ys), max(max(xs) - min(xs), max(ys) - min(ys)) or 1.0


def _vertex(number: int, node: NetworkNode, frame: tuple[float, float, float]) -> str:
    left, top, extent = frame
    if node.x is None or node.y is None:
        return f"{number} {quoted_label(node.name)}"
    x, y = (0.05 + 0.9 * (place - start) / extent for place, start in ((node.x, left), (node.y, top)))
    return f"{number} {quoted_label(node.name)} {x:.4f} {y:.4f} 0.5"


def _edge(edge: NetworkEdge) -> str:
    weight = "" if edge.weight is None else f" {as_text(edge.weight)}"
    return f"{edge.origin + 1} {edge.target + 1}{weight}"


def _partition(network: NetworkFile, name: str, stem: str) -> Iterator[tuple[str, str]]:
    """The number of each organization's group, 0 for none, and beside it what the numbers stand for."""
    texts = [as_text(node.attributes[name]) if name in node.attributes else "" for node in network.nodes]
    groups = {text: number for number, text in enumerate(sorted(set(texts) - {""}), 1)}
    if len(groups) > _MOST_GROUPS:
        return
    lines = [f"*Vertices {len(texts)}", *(str(groups.get(text, 0)) for text in texts)]
    yield f"{stem}.clu", "\n".join(lines) + "\n"
    yield f"{stem}.csv", csv_text([("number", name), *((number, text) for text, number in groups.items())])
