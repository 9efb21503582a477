"""Gephi's spreadsheets: one of nodes and one of edges, to be imported one after the other."""

from stakeholder_graph.exchange.network import NetworkFile
from stakeholder_graph.exchange.writing.network_writer import Files, NetworkWriter
from stakeholder_graph.exchange.writing.tables._tables import ColumnNames, edge_rows, node_rows
from stakeholder_graph.exchange.writing.tables.csv_text import csv_text
from stakeholder_graph.text import N_

_SPELLED = ColumnNames(
    key="Id",
    name="Label",
    origin="Source",
    target="Target",
    directed="Type",
    way="Directed",
    both="Undirected",
    layer="ValueKind",
    weight="Weight",
    by_key=True,
)


def write(network: NetworkFile, stem: str) -> Files:
    r"""Write both tables.

    Parameters
    ----------
    network : NetworkFile
        Of any waves.
    stem : str
        The beginning of the names of both.

    Examples
    --------
    >>> from stakeholder_graph.exchange.network import NetworkNode
    >>> write(NetworkFile("Ours", (NetworkNode("Zoo"),), (), (), ("2025",)), "ours")["ours-nodes.csv"]
    'Id,Label\nn1,Zoo\n'
    """
    return {
        f"{stem}-nodes.csv": csv_text(node_rows(network, _SPELLED)),
        f"{stem}-edges.csv": csv_text(edge_rows(network, _SPELLED)),
    }


WRITER = NetworkWriter(
    "csv", N_("Gephi's tables (CSV)"), "", write, waves=True, types=False, positions=True, colours=True
)
