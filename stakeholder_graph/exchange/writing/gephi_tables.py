"""Gephi's spreadsheets: one of nodes and one of edges, to be imported one after the other."""

from stakeholder_graph.exchange.network import Network
from stakeholder_graph.exchange.writing._tables import Spelling, edge_rows, node_rows
from stakeholder_graph.exchange.writing.network_writer import Files, NetworkWriter
from stakeholder_graph.tabular.write_csv import csv_text

_SPELLED = Spelling(
    key="Id",
    name="Label",
    origin="Source",
    target="Target",
    directed="Type",
    way="Directed",
    both="Undirected",
    layer="Kind",
    weight="Weight",
    by_key=True,
)


def write(network: Network, stem: str) -> Files:
    r"""Write both tables.

    Parameters
    ----------
    network : Network
        Of any waves.
    stem : str
        The beginning of the names of both.

    Examples
    --------
    >>> from stakeholder_graph.exchange.network import NetworkNode
    >>> write(Network("Ours", (NetworkNode("Zoo"),), (), (), ("2025",)), "ours")["ours-nodes.csv"]
    'Id,Label\nn1,Zoo\n'
    """
    return {
        f"{stem}-nodes.csv": csv_text(node_rows(network, _SPELLED)),
        f"{stem}-edges.csv": csv_text(edge_rows(network, _SPELLED)),
    }


WRITER = NetworkWriter("csv", "Gephi's tables (CSV)", "", write, waves=True, types=False, positions=True, colours=True)
