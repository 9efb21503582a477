"""A workbook for anybody: what it is, organizations, connections."""

from stakeholder_graph.exchange.network import NetworkFile
from stakeholder_graph.exchange.writing.network_writer import Files, NetworkWriter
from stakeholder_graph.exchange.writing.tables._tables import MOST_EDGES, ColumnNames, TableCell, edge_rows, node_rows
from stakeholder_graph.tabular.write_xlsx import workbook
from stakeholder_graph.text import N_

_SPELLED = ColumnNames()


def write(network: NetworkFile, stem: str) -> Files:
    """Write three sheets; numbers are numbers, and no text becomes a formula.

    Parameters
    ----------
    network : NetworkFile
        Of any waves.
    stem : str
        The name of the file without its ending.

    Examples
    --------
    >>> list(write(NetworkFile("Ours", (), (), (), ("2025",)), "ours"))
    ['ours.xlsx']
    """
    about: list[list[TableCell]] = [["partnership", network.title], ["surveys", ", ".join(network.waves)]]
    about += [["who may read it", network.notice]] if network.notice else []
    sheets = {
        "about": about,
        "nodes": node_rows(network, _SPELLED),
        "edges": edge_rows(network, _SPELLED),
    }
    return {f"{stem}.xlsx": workbook(sheets, network.notice)}


WRITER = NetworkWriter(
    "xlsx", N_("A workbook (XLSX)"), ".xlsx", write, waves=True, positions=True, colours=True, most_edges=MOST_EDGES
)
