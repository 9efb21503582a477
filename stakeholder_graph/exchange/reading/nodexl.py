"""NodeXL's workbook: sheets Edges and Vertices, their headers in row 2 below what groups of columns are about."""

from dataclasses import replace

from stakeholder_graph.exchange.graph_format import GraphFile, GraphFormat
from stakeholder_graph.exchange.reading.node_edge_tables import grid, read_tables
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.files import TableFile

#: Columns that say how something is drawn, or what NodeXL computed.
_DRAWN = frozenset(
    {
        "color", "width", "style", "opacity", "visibility", "label text color", "label font size", "shape", "size",
        "image file", "image uri", "label fill color", "label position", "tooltip", "layout order", "x", "y", "locked?",
        "polar r", "polar angle", "degree", "in-degree", "out-degree", "betweenness centrality", "closeness centrality",
        "eigenvector centrality", "pagerank", "clustering coefficient", "reciprocated vertex pair ratio",
        "reciprocated?", "custom menu item text", "custom menu item action", "add your own columns here", "id",
        "dynamic filter", "static",
    }
)  # fmt: skip
_SHEETS = {"edges", "vertices"}


def recognize(opened: TableFile) -> bool:
    """Whether the sheet Edges has the columns Vertex 1 and Vertex 2.

    Parameters
    ----------
    opened : TableFile
        Any file.
    """
    edges = next((rows for name, rows in opened.sheets.items() if name.casefold() == "edges"), None)
    return edges is not None and {"vertex 1", "vertex 2"} <= {h.casefold() for h in grid("", edges).headers}


def read(opened: TableFile, inspection: Inspection) -> GraphFile:
    """Read vertices and edges; whether the network has a direction, the workbook does not say in its sheets.

    Parameters
    ----------
    opened : TableFile
        As recognized.
    inspection : Inspection
        Takes the problems.
    """
    sheets = {name: rows for name, rows in opened.sheets.items() if name.casefold() in _SHEETS}
    return read_tables(replace(opened, sheets=sheets), inspection, _DRAWN)


FORMAT = GraphFormat("NodeXL", (".xlsx",), recognize, read, several_values=False, parallel_edges=True)
