"""Bars: how often something occurs, one line a level, an outcome, an activity, a number of kinds of tie and more."""

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Cell, Column, Row
from stakeholder_graph.text import percent, translate
from stakeholder_graph.views.charts.cells import said
from stakeholder_graph.views.charts.figure import Basis, figure
from stakeholder_graph.views.charts.kinds.bars import BarRow, Bars
from stakeholder_graph.views.charts.picture import Looks, Picture, counted_ties, namings

#: With more lines than this nobody reads them all.
MOST = 40


def bars(finding: Finding, looks: Looks, source: str = "") -> Picture | None:
    """Draw a bar for each row of a finding's main table.

    Parameters
    ----------
    finding : Finding
        Of a measure whose `Chart` says which columns are drawn: ``label`` says what is counted, ``length`` how many,
        ``beside``, if any, what else stands there, and ``stands_out`` which row is the one to look at. Rows that are
        counted apart, such as pairs without a tie, have no bar: they stand in the table below.
    looks : mapping of str to Look
        Not needed here.
    source : str
        Where the numbers come from.

    Returns
    -------
    Picture or None
        None without rows, or with more than `MOST`.
    """
    columns, table = measures()[finding.name].chart.columns, finding.table
    if table is None:
        return None
    label, length, beside = columns["label"], columns["length"], columns.get("beside", "")
    # A copy beyond the backbone's desk may have the count alone.
    beside = beside if beside in table else ""
    rows = [row for row in table.rows if not beside or row.get(beside) is not None]
    if not rows or len(rows) > MOST:
        return None
    # What is the same in every row says nothing.
    varies = beside if len({row[beside] for row in rows} if beside else ()) > 1 else ""
    drawn = tuple(
        BarRow(
            said(row[label], table.column(label)),
            _count(row, length),
            said(row[length], table.column(length)),
            stands_out=not _count(row, length) or row[label] == columns.get("stands_out"),
            beside=_beside(row[varies], table.column(varies)) if varies else "",
        )
        for row in rows
    )
    info = measures()[finding.name]
    plot = Bars(translate(info.chart.title or info.title), drawn)
    counted = counted_ties(finding, int(sum(_count(row, length) for row in rows))) if length == "ties" else ""
    return Picture(figure(plot, Basis(counted, namings(finding) if counted else ()), source), frozenset({""}))


def _beside(cell: Cell, column: Column) -> str:
    """A part of all as a percentage, all else in words."""
    return percent(cell) if isinstance(cell, float) else said(cell, column)


def _count(row: Row, length: str) -> float:
    return float(row[length] or 0)
