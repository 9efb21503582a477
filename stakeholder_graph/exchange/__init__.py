"""Graph files of other tools: one format a file, and the table of them all.

A format is one module here that defines a `GraphFormat`; it is listed in `GRAPH_FORMATS` and knows nothing of surveys.
"""

from stakeholder_graph.exchange.graph_file import Edge, GraphFile, GraphFormat, Node
from stakeholder_graph.exchange.kumu import KUMU

#: Every format, by name.
GRAPH_FORMATS: dict[str, GraphFormat] = {graph_format.name: graph_format for graph_format in (KUMU,)}

__all__ = ["GRAPH_FORMATS", "Edge", "GraphFile", "GraphFormat", "Node"]
