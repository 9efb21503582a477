"""Gephi's spreadsheets: a table of edges with Source and Target, beside it or in the same workbook one of nodes."""

from stakeholder_graph.exchange.graph_format import GraphFile, GraphFormat
from stakeholder_graph.exchange.reading.node_edge_tables import ends_of, nodes_among, parted, read_tables
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.files import TableFile


def recognize(opened: TableFile) -> bool:
    """Whether there is a table with Source and Target, or one of edges and one of the nodes they name.

    Parameters
    ----------
    opened : TableFile
        Any file.
    """
    edges, others = parted(opened)
    if not edges:
        return False
    places = ends_of(edges[0]) or (0, 1)
    ends = [end for place in places for end in edges[0].column(place)]
    folded = [header.casefold() for header in edges[0].headers]
    alone = {"source", "target"} <= set(folded)
    return alone or nodes_among(others, ends) is not None


def read(opened: TableFile, inspection: Inspection) -> GraphFile:
    """Read the edges, and the nodes where there is a table of them.

    Parameters
    ----------
    opened : TableFile
        As recognized.
    inspection : Inspection
        Takes the problems.
    """
    return read_tables(opened, inspection, frozenset({"timeset", "interval"}))


FORMAT = GraphFormat(
    "Gephi tables", (".csv", ".tsv", ".xlsx"), recognize, read, several_values=False, parallel_edges=True, table=True
)
