"""Bars: how often something occurs, one line a level, an outcome, an activity, a number of kinds of tie and more."""

from collections.abc import Mapping

from markupsafe import Markup

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row
from stakeholder_graph.text import _, number
from stakeholder_graph.views.charts.marks import Looks, Picture, namings

#: For each measure the columns of its main table: what is counted, how many, and what else stands beside.
SHOWN: Mapping[str, tuple[str, str, str]] = {
    "collaboration_levels": ("level", "ties", "share_of_ties"),
    "multiplexity": ("kinds", "ties", "share"),
    "outcome_coverage": ("outcome", "organizations", "state"),
    "aligned_pairs": ("kind", "pairs", ""),
    "tie_predictors": ("predictor", "tied_alike", "verdict"),
    "activity_overlap": ("activity", "organizations", ""),
    "silo_sources": ("attribute", "share", "share_by_chance"),
}
#: With more lines than this nobody reads them all.
MOST = 40

_TABLE = Markup(
    '<table class="counts split bars"><caption class="for-ears">{caption}</caption><thead><tr>'
    '<th scope="col">{what}</th>'
    '<th scope="col" class="number">{many}</th><td></td>{beside}</tr></thead><tbody>{rows}</tbody></table>'
)
_HEAD = Markup('<th scope="col">{}</th>')
_ROW = Markup(
    '<tr class="{kind}"><th scope="row">{what}</th><td class="number">{many}</td>'
    '<td class="bar"><svg width="100%" height="16" aria-hidden="true"><rect class="across" width="{width:.2f}%" '
    'height="16"/></svg></td>{beside}</tr>'
)
_CELL = Markup("<td>{}</td>")


def bars(finding: Finding, looks: Looks) -> Picture | None:
    """Draw a bar for each row of a finding's main table.

    Parameters
    ----------
    finding : Finding
        Of a measure in `SHOWN`. Rows that are counted apart, such as pairs without a tie, have no bar: they stand in
        the table below.
    looks : mapping of str to Look
        Not needed here.

    Returns
    -------
    Picture or None
        None without rows, or with more than `MOST`.
    """
    what, many, beside = SHOWN[finding.name]
    table = finding.table
    if table is None:
        return None
    rows = [row for row in table.rows if "share_of_ties" not in row or row["share_of_ties"] is not None]
    if not rows or len(rows) > MOST:
        return None
    largest = max(_count(row, many) for row in rows) or 1
    drawn = Markup("").join(
        _ROW.format(
            kind="" if _count(row, many) else "absent",
            what=number(row[what]).replace("_", " "),
            many=_said(row[many]) if table.column(many).kind == "share" else f"{_count(row, many):.0f}",
            width=100 * _count(row, many) / largest,
            beside=_CELL.format(_said(row[beside])) if beside else "",
        )
        for row in rows
    )
    heading = {name: _(table.column(name).heading) for name in (what, many, beside) if name}
    heads = _HEAD.format(heading[beside]) if beside else ""
    caption = f"{heading[what]}: {heading[many]}"
    html = _TABLE.format(caption=caption, what=heading[what], many=heading[many], beside=heads, rows=drawn)
    return Picture(html + (namings(finding) if many == "ties" else Markup("")), frozenset({""}))


def _count(row: Row, many: str) -> float:
    return float(row[many] or 0)


def _said(cell: object) -> str:
    """A share as a percentage, a text as it is."""
    return f"{100 * cell:.0f}%" if isinstance(cell, float) else str(cell)
