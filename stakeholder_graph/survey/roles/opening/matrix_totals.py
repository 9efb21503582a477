"""Totals of a matrix of ties: its last row or column that is called one, also where the sums are not exact."""

from collections.abc import Sequence
from dataclasses import replace

from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.roles.matrices import square_columns
from stakeholder_graph.survey.roles.opening.open_tables import OpenTable
from stakeholder_graph.survey.roles.opening.totals import is_total
from stakeholder_graph.tabular.source_table import SourceTable


def without_named_totals(tables: Sequence[OpenTable], lists: Sequence[SourceTable] = ()) -> list[OpenTable]:
    """Leave totals out of matrices, unless another table lists an organization of that name.

    Parameters
    ----------
    tables : sequence of OpenTable
        Of a folder.
    lists : sequence of SourceTable
        Plain files, which may list organizations, too.
    """
    made = []
    for table in tables:
        others = [other.table for other in tables if other is not table and not square_columns(other)]
        listed = {normal(text) for source in (*others, *lists) for texts in source.columns.values() for text in texts}
        made.append(_without(table, listed))
    return made


def _without(table: OpenTable, listed: set[str]) -> OpenTable:
    source = table.table
    headers = list(source.columns)
    if len(headers) <= 2 or not len(source):
        return table
    width, length = len(headers), len(source)
    while width > 2 and _is_total(headers[width - 1], listed):
        width -= 1
    names = source.columns[headers[0]]
    while length > 1 and _is_total(names[length - 1], listed):
        length -= 1
    if (width, length) == (len(headers), len(source)):
        return table
    columns = {header: list(source.columns[header][:length]) for header in headers[:width]}
    kept = SourceTable(source.file, columns, source.rows[:length], source.decimal_comma)
    left_out = (*table.left_out, *headers[width:], *names[length:])
    inner = replace(table, table=kept, left_out=tuple(dict.fromkeys(left_out)))
    return inner if square_columns(inner) else table


def _is_total(text: str, listed: set[str]) -> bool:
    return is_total(text) and normal(text) not in listed
