"""Polinode's workbook: a sheet Nodes with Name first, a sheet Edges with Source and Target."""

from stakeholder_graph.exchange.graph_format import GraphFile, GraphFormat
from stakeholder_graph.exchange.reading.node_edge_tables import ends_of, parted, read_tables
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.files import TableFile


def recognize(opened: TableFile) -> bool:
    """Whether the sheet Nodes begins with Name, and the sheet Edges has Source and Target.

    Parameters
    ----------
    opened : TableFile
        Any file.
    """
    edges, others = parted(opened)
    named = any(table.name.casefold() == "nodes" and [h.casefold() for h in table.headers[:1]] == ["name"]
                for table in others)  # fmt: skip
    return named and any(table.name.casefold() == "edges" and ends_of(table) for table in edges)


def read(opened: TableFile, inspection: Inspection) -> GraphFile:
    """Read nodes and edges with their attributes.

    Parameters
    ----------
    opened : TableFile
        As recognized.
    inspection : Inspection
        Takes the problems.
    """
    return read_tables(opened, inspection)


FORMAT = GraphFormat("Polinode", (".xlsx",), recognize, read, several_values=False, parallel_edges=True)
