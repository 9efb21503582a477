"""Tables for Power BI and Tableau: nodes with positions, and each edge as the two points of its line."""

from stakeholder_graph.exchange.network import NetworkFile
from stakeholder_graph.exchange.writing.network_writer import Files, NetworkWriter
from stakeholder_graph.exchange.writing.tables._tables import ColumnNames, TableCell, edge_rows, node_rows
from stakeholder_graph.exchange.writing.tables.csv_text import csv_text
from stakeholder_graph.text import N_

_SPELLED = ColumnNames(name="organization", edge_key="connection")


def write(network: NetworkFile, stem: str) -> Files:
    """Write organizations, connections, and the points that a line is drawn through.

    Parameters
    ----------
    network : NetworkFile
        Of any waves.
    stem : str
        The beginning of the names of the three.

    Examples
    --------
    >>> from stakeholder_graph.exchange.network import NetworkEdge, NetworkNode
    >>> nodes = NetworkNode("Zoo", x=1.0, y=2.0), NetworkNode("YMCA", x=3.0, y=4.0)
    >>> edge = NetworkEdge(0, 1, "contact", "2025", directed=False)
    >>> print(write(NetworkFile("Ours", nodes, (edge,), ("contact",), ("2025",)), "ours")["ours-points.csv"])
    connection,point,organization,x,y,layer,wave
    e1,1,Zoo,1,2,contact,2025
    e1,2,YMCA,3,4,contact,2025
    <BLANKLINE>
    """
    points: list[list[TableCell]] = [["connection", "point", "organization", "x", "y", "layer", "wave"]]
    for number, edge in enumerate(network.edges, 1):
        for point, place in enumerate((edge.origin, edge.target), 1):
            node = network.nodes[place]
            points.append([f"e{number}", point, node.name, node.x, node.y, edge.layer, edge.wave])
    return {
        f"{stem}-organizations.csv": csv_text(node_rows(network, _SPELLED)),
        f"{stem}-connections.csv": csv_text(edge_rows(network, _SPELLED)),
        f"{stem}-points.csv": csv_text(points),
    }


WRITER = NetworkWriter(
    "powerbi", N_("Power BI and Tableau (CSV)"), "", write, waves=True, types=False, positions=True, colours=True
)
