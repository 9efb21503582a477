"""NodeXL's workbook: Edges and Vertices, each with what groups of columns are about in the first row."""

from stakeholder_graph.exchange.network import NetworkFile
from stakeholder_graph.exchange.writing.network_writer import Files, NetworkWriter
from stakeholder_graph.exchange.writing.tables._tables import MOST_EDGES, ColumnNames, TableCell, edge_rows, node_rows
from stakeholder_graph.tabular.write_xlsx import workbook

_SPELLED = ColumnNames(
    key="",
    name="Vertex",
    x="X",
    y="Y",
    colour="Color",
    origin="Vertex 1",
    target="Vertex 2",
    directed="Direction",
    layer="Relationship",
    weight="Edge Weight",
)


def write(network: NetworkFile, stem: str) -> Files:
    """Write both sheets; NodeXL counts a workbook as directed or not, which it asks when it opens one.

    Parameters
    ----------
    network : NetworkFile
        Of one wave.
    stem : str
        The name of the file without its ending.

    Examples
    --------
    >>> list(write(NetworkFile("Ours", (), (), (), ("2025",)), "ours"))
    ['ours.xlsx']
    """
    sheets = {
        "Edges": _under("Connection", edge_rows(network, _SPELLED)),
        "Vertices": _under("Organization", node_rows(network, _SPELLED)),
    }
    return {f"{stem}.xlsx": workbook(sheets, network.notice)}


WRITER = NetworkWriter("nodexl", "NodeXL", ".xlsx", write, positions=True, colours=True, most_edges=MOST_EDGES)


def _under(about: str, rows: list[list[TableCell]]) -> list[list[TableCell]]:
    return [[about, *[None] * (len(rows[0]) - 1)], *rows]
