"""Reads a text as a network, for the tests of formats."""

from pathlib import Path

from stakeholder_graph.exchange import GraphFile
from stakeholder_graph.exchange.network_source import open_network
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.networks.locate import format_of


def read_text(folder: Path, name: str, content: str | bytes) -> tuple[GraphFile | None, Inspection]:
    """The graph, or None where the file cannot be opened or is of no format, and what was noted."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    inspection = Inspection()
    opened = open_network(path, name, inspection)
    graph_format = format_of(opened) if opened else None
    if opened is None or graph_format is None:
        return None, inspection
    return graph_format.read(opened, inspection), inspection


def pairs(graph: GraphFile | None) -> list[tuple[str, str]]:
    """The ends of each edge."""
    assert graph is not None
    return [(edge.origin, edge.target) for edge in graph.edges]


def said(inspection: Inspection) -> list[tuple[int | None, str]]:
    """The row and the sentence of each problem."""
    return [(problem.row, problem.what) for problem in inspection.problems]
