"""Bars: how often something occurs, one line a level, an outcome, an activity, a number of kinds of tie and more."""

from markupsafe import Markup

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Cell, Column, Row
from stakeholder_graph.text import _, number
from stakeholder_graph.views.charts.marks import Looks, Picture, namings
from stakeholder_graph.views.sentences import term

#: With more lines than this nobody reads them all.
MOST = 40

_TABLE = Markup(
    '<table class="counts split bars"><caption class="for-ears">{caption}</caption><thead><tr>'
    '<th scope="col">{what}</th>'
    '<th scope="col" class="number">{length}</th><td></td>{beside}</tr></thead><tbody>{rows}</tbody></table>'
)
_HEAD = Markup('<th scope="col">{}</th>')
_ROW = Markup(
    '<tr class="{kind}"><th scope="row">{what}</th><td class="number">{length}</td>'
    '<td class="bar"><svg width="100%" height="16" aria-hidden="true"><rect class="across" width="{width:.2f}%" '
    'height="16"/></svg></td>{beside}</tr>'
)
_CELL = Markup("<td>{}</td>")


def bars(finding: Finding, looks: Looks) -> Picture | None:
    """Draw a bar for each row of a finding's main table.

    Parameters
    ----------
    finding : Finding
        Of a measure whose `Chart` says which columns are drawn: ``label`` says what is counted, ``length`` how many,
        and ``beside``, if any, what else stands there. Rows that are counted apart, such as pairs without a tie,
        have no bar: they stand in the table below.
    looks : mapping of str to Look
        Not needed here.

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
    largest = max(_count(row, length) for row in rows) or 1
    shares = table.column(length).kind == "share"
    drawn = Markup("").join(
        _ROW.format(
            kind="" if _count(row, length) else "absent",
            what=_name(row[label], table.column(label)),
            length=_said(row[length], table.column(length)) if shares else f"{_count(row, length):.0f}",
            width=100 * _count(row, length) / largest,
            beside=_CELL.format(_said(row[beside], table.column(beside))) if beside else "",
        )
        for row in rows
    )
    heading = {name: _(table.column(name).heading) for name in (label, length, beside) if name}
    heads = _HEAD.format(heading[beside]) if beside else ""
    caption = f"{heading[label]}: {heading[length]}"
    html = _TABLE.format(caption=caption, what=heading[label], length=heading[length], beside=heads, rows=drawn)
    return Picture(html + (namings(finding) if length == "ties" else Markup("")), frozenset({""}))


def _name(cell: Cell, column: Column) -> str:
    """What a bar counts: a text or number of the survey, or a term of ours."""
    if column.kind in ("term", "verdict") or cell in column.labels:
        return term(column.labels.get(str(cell), str(cell)))
    return number(cell).replace("_", " ")


def _count(row: Row, length: str) -> float:
    return float(row[length] or 0)


def _said(cell: Cell, column: Column) -> str:
    """A share as a percentage, all else as what a bar counts."""
    return f"{100 * cell:.0f}%" if isinstance(cell, float) else _name(cell, column)
