"""What stands in a page of the pseudo language without being translated: the survey's own words, and names of files."""

import re
from collections.abc import Iterable
from typing import get_args

from stakeholder_graph.conditions import read_rubric, shipped_rubrics
from stakeholder_graph.conditions.settling.rows_to_call_for import with_open_rows
from stakeholder_graph.editions import Copy
from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import COLUMNS
from stakeholder_graph.model.table import Column, ColumnKind, Table
from stakeholder_graph.views.call_list import calls_of
from stakeholder_graph.views.workbook import every_table
from stakeholder_graph.views.workbook.dictionary import has_words
from tests.views.visible import visible_texts

#: Tables with sentences of ours in them, and the columns of these that hold names which a program reads.
IN_WORDS = frozenset(
    {
        "about",
        "left_out",
        "notes_of_reading",
        "rules",
        "findings",
        "measures",
        "calls",
        "rubric_rows",
        "rubric_settlers",
    }
)
KEYS = frozenset({"finding", "measure", "id", "rubric", "link", "file", "because"})
#: Kinds of tables' cells and of affiliations that the files of a survey spell so.
_KINDS = ("outcome", "indicator", "activity", "team", "meeting", "asset", "need")


def tables_of(findings: Iterable[Finding]) -> list[Table]:
    return [table for finding in findings for table in (finding.table, *finding.tables.values()) if table is not None]


def columns_of(findings: Iterable[Finding]) -> list[Column]:
    return [column for table in tables_of(findings) for column in table.columns]


def data_of(partnership: Partnership, findings: Iterable[Finding] = ()) -> list[str]:
    """All texts that are the survey's, and names that programs read."""
    texts = [partnership.name, partnership.info.sector_called, *COLUMNS, *_KINDS, "written", "names"]
    texts += [column for columns in COLUMNS.values() for column in columns]
    frames = [frame for graph in partnership.graphs.values() for frame in graph.frames.values()]
    for frame in [*frames, *partnership.lists.values()]:
        texts += [column.replace("_", " ") for column in frame.columns]
        texts += [text for column in frame for text in frame[column] if isinstance(text, str)]
    read = partnership.info.read_from
    texts += [table.file for table in read.tables]
    texts += [*read.digests, *read.digests.values(), *(name.written for name in read.names)]
    rubrics = [read_rubric(name) for name in shipped_rubrics()]
    texts += [text for rubric in rubrics for text in (rubric.id, rubric.edition, *(row.id for row in rubric.rows))]
    for wave, graph in partnership.graphs.items():
        texts.append(wave)
        for layer in graph.layers.values():
            texts += [layer.name, *(step.name for step in layer.steps)]
    for finding in findings:
        texts.append(finding.id)
    for table in tables_of(findings):
        texts += [column.name for column in table.columns]
        named = [column.name for column in table.columns if column.kind in ("text", "organization", "sector")]
        texts += [text for name in named for text in table[name] if isinstance(text, str)]
    texts += [source for info in measures().values() for source in (info.name, *info.references)]
    return list(dict.fromkeys(texts))


def codes_of(copy: Copy) -> list[str]:
    """What tables say as JSON does, in every language: names of tables and columns, kinds, units, and cells."""
    tables = every_table(copy, with_open_rows(calls_of(copy), copy.ledgers) if copy.confidential else ())
    columns = [column for named in tables for column in named.table.columns]
    cells = [
        cell
        for named in tables
        for column, of_column in zip(named.table.columns, named.table.cells, strict=True)
        if (named.name not in IN_WORDS and not has_words(column)) or column.name in KEYS
        for cell in of_column
        if isinstance(cell, str)
    ]
    units = [column.unit for column in columns]
    words = [*units, *get_args(ColumnKind), "dictionary", "stakeholder-graph"]
    return [*words, *(named.name for named in tables), *(column.name for column in columns), *cells]


def of_sheets(book: bytes) -> list[str]:
    """The texts of a workbook of tables, but for names of sheets and findings, which begin with a measure."""
    texts = visible_texts("a.xlsx", book)
    return [text for text in texts if re.split("[ /,]", text)[0] not in measures() and " = " not in text]
