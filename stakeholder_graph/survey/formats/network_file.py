"""Graph files as answers: nodes are the respondents, and each edge is an answer that its origin gives again."""

from collections.abc import Sequence
from typing import get_args

import numpy as np

from stakeholder_graph.exchange import GRAPH_FORMATS
from stakeholder_graph.exchange.graph_format import Attributes, GraphFormat
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.options.cells import kind_of
from stakeholder_graph.survey.formats.responses import (
    AnswerColumn,
    FilledColumn,
    Responses,
    repeat,
    responses,
)
from stakeholder_graph.survey.formats.source import Source
from stakeholder_graph.tabular.columns import CodedTexts
from stakeholder_graph.tabular.files import Spelling

#: Delimited text is a table of answers, and no format of graph files is asked about it.
SPELLINGS = frozenset(get_args(Spelling)) - {"CSV", "TSV"}


def recognize(source: Source) -> bool:
    """Whether the file is of a format of graph files."""
    return _format_of(source) is not None


def read(source: Source, inspection: Inspection) -> Responses:
    """Read the nodes as respondents, and the edges as the repeated part ``connections``."""
    graph_format = _format_of(source) or GRAPH_FORMATS["Kumu"]
    graph = graph_format.read(source, inspection)
    label, origin, target = graph.headers
    row_of = {node.name: node.row for node in graph.nodes}
    respondents = np.array([row_of[edge.origin] for edge in graph.edges], dtype=np.int64)
    rows = [edge.row for edge in graph.edges]
    if len(set(rows)) < len(rows):
        rows = list(range(1, len(rows) + 1))
    edges = _columns(
        [{origin: (edge.origin,), target: (edge.target,), **edge.attributes} for edge in graph.edges], origin
    )
    part = repeat("connections", source, np.array(rows, dtype=np.int64), edges, respondents)
    numbers = np.array([node.row for node in graph.nodes], dtype=np.int64)
    nodes = _columns([{label: (node.name,), **node.attributes} for node in graph.nodes], label)
    return responses(graph_format.name, source, numbers, nodes, repeats=(part,))


def _format_of(source: Source) -> GraphFormat | None:
    """The format of a graph file; a plain table of edges is none here, since it may be a survey."""
    formats = (graph_format for graph_format in GRAPH_FORMATS.values() if not graph_format.table)
    return next((graph_format for graph_format in formats if graph_format.recognize(source)), None)


def _columns(records: Sequence[Attributes], name: str) -> list[FilledColumn]:
    """One column for each attribute, and one for each value of an attribute that has several."""
    filled: list[FilledColumn] = []
    for key in dict.fromkeys(key for record in records for key in record):
        values = [record.get(key, ()) for record in records]
        if key != name and any(len(several) > 1 for several in values):
            for option in dict.fromkeys(option for several in values for option in several):
                ticks = CodedTexts.of("1" if option in several else "" for several in values)
                filled.append((AnswerColumn(f"{key} [{option}]", key, key, option, kind="many"), ticks))
            continue
        cells = CodedTexts.of("".join(several) for several in values)
        filled.append((AnswerColumn(key, key, key, kind="meta" if key == "id" else kind_of([cells])), cells))
    return filled
