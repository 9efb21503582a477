"""Graph files of other tools: what they hold, the formats that are read, and those that are written."""

from stakeholder_graph.exchange.graph_format import Edge, GraphFile, GraphFormat, Node
from stakeholder_graph.exchange.reading import GRAPH_FORMATS

__all__ = ["GRAPH_FORMATS", "Edge", "GraphFile", "GraphFormat", "Node"]
