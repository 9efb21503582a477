"""Dumbbells of any table whose measure says which column is what, and what would be usual."""

from collections.abc import Mapping

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row, Table
from stakeholder_graph.text import _, number, translate
from stakeholder_graph.views.charts.cells import of_known, said
from stakeholder_graph.views.charts.figure import figure
from stakeholder_graph.views.charts.kinds.dumbbell import Dumbbell, DumbbellRow
from stakeholder_graph.views.charts.picture import Looks, Picture
from stakeholder_graph.views.hedged import QUIET

#: With more rows than this nobody reads them all.
MOST = 40


def dumbbells(finding: Finding, looks: Looks, source: str = "") -> Picture | None:
    """Draw a dumbbell for each row of a table.

    Parameters
    ----------
    finding : Finding
        Of a measure whose `Chart` says which columns are drawn: ``label``, ``value`` and ``usual``, which a copy beyond
        the backbone's desk may not have; ``of``, if any, is what the value is a part of, and what is usual is then a
        share; ``among`` is the same where what is usual is a count, and ``unknown`` of how many of these nothing is
        known: they are no part of it; ``verdict`` says which rows stand out; ``table`` is the table's name where it is
        not the main one.
    looks : mapping of str to Look
        Not needed here.
    source : str
        Where the numbers come from.

    Returns
    -------
    Picture or None
        None without rows, with more than `MOST`, or where of no row anything is known.
    """
    info = measures()[finding.name]
    name = info.chart.columns.get("table", "")
    table = finding.tables.get(name) if name else finding.table
    if table is None or not 0 < len(table) <= MOST or info.chart.columns["value"] not in table:
        return None
    rows = tuple(dumbbell_row(row, table, info.chart.columns) for row in table.rows)
    if all(row.value is None for row in rows):
        return None
    plot = Dumbbell(translate(info.chart.title or info.title), rows, translate(info.chart.usual))
    return Picture(figure(plot, source=source), frozenset({name}))


def dumbbell_row(row: Row, table: Table, columns: Mapping[str, str]) -> DumbbellRow:
    """One row of a table as a dumbbell.

    Parameters
    ----------
    row : Row
        Of the table.
    table : Table
        Says what its columns hold.
    columns : mapping of str to str
        Which column plays which part, as in `dumbbells`.
    """
    value, usual, whole = (_number(row, columns.get(part, "")) for part in ("value", "usual", "of"))
    written = said(row.get(columns["value"]), table.column(columns["value"]))
    usual_written = "" if usual is None else said(usual, table.column(columns["usual"]))
    if usual is not None and usual >= 1 and table.column(columns["value"]).kind == "count" and "of" not in columns:
        usual_written = number(round(usual))  # a count is held against a count
    if "of" in columns and value is not None:
        written = _("{count} of {all}", count=value, all=whole)
        value = value / whole if whole else None
    elif "among" in columns and value is not None:
        all_of_it = _number(row, columns["among"]) or 0
        known = all_of_it - (_number(row, columns.get("unknown", "")) or 0)
        written = of_known(value, known, all_of_it)
        # Both are placed by their share: a count of few and one of many would not compare.
        value, usual = (None if n is None or not known else n / known for n in (value, usual))
    verdict = str(row.get(columns.get("verdict", ""), "") or "")
    stands_out = bool(verdict) and verdict not in QUIET
    name = said(row[columns["label"]], table.column(columns["label"]))
    return DumbbellRow(name, value, usual, _("not known") if value is None else written, usual_written, stands_out)


def _number(row: Row, column: str) -> float | None:
    cell = row.get(column)
    return float(cell) if isinstance(cell, int | float) else None
