"""UCINET's data language (DL) [1]_: a list of edges for each kind of tie.

References
----------
.. [1] Borgatti, S. P., Everett, M. G., & Freeman, L. C. (2002). UCINET for Windows: Software for social network
   analysis. Analytic Technologies.
"""

from stakeholder_graph.exchange.network import NetworkEdge, NetworkFile, as_text
from stakeholder_graph.exchange.writing._quoted_label import quoted_label
from stakeholder_graph.exchange.writing.network_writer import Files, NetworkWriter


def write(network: NetworkFile, stem: str) -> Files:
    """Write one kind of tie; UCINET counts an edge from left to right, so one without direction stands both ways.

    Parameters
    ----------
    network : NetworkFile
        Of one wave and one kind of tie.
    stem : str
        The name of the file without its ending.

    Examples
    --------
    >>> from stakeholder_graph.exchange.network import NetworkNode
    >>> edge = NetworkEdge(0, 1, "contact", "2025", directed=True, weight=2.0)
    >>> network = NetworkFile("Ours", (NetworkNode("Zoo"), NetworkNode("YMCA")), (edge,), ("contact",), ("2025",))
    >>> print(write(network, "ours")["ours.dl"])
    dl n=2
    format=edgelist1
    labels:
    "Zoo"
    "YMCA"
    data:
    1 2 2
    <BLANKLINE>
    """
    lines = [
        f"dl n={len(network.nodes)}",
        "format=edgelist1",  # on a line of its own, since igraph wants it there
        "labels:",
        *(quoted_label(node.name) for node in network.nodes),
    ]
    lines.append("data:")
    for edge in network.edges:
        lines.append(_edge(edge.origin, edge.target, edge))
        if not edge.directed:
            lines.append(_edge(edge.target, edge.origin, edge))
    return {f"{stem}.dl": "\n".join(lines) + "\n"}


WRITER = NetworkWriter(
    "ucinet",
    "UCINET (DL)",
    ".dl",
    write,
    layers=False,
    mixed_direction=False,
    node_attributes=False,
    edge_attributes=False,
    types=False,
)


def _edge(origin: int, target: int, edge: NetworkEdge) -> str:
    # Where the strength is not known UCINET would take what is left out for 1 as well.
    return f"{origin + 1} {target + 1}" + ("" if edge.weight is None else f" {as_text(edge.weight)}")
