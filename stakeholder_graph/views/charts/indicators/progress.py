"""Small multiples of indicators, by outcome: each over time, with its verdict."""

from collections.abc import Iterator

from markupsafe import Markup

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row
from stakeholder_graph.text import _
from stakeholder_graph.views.charts.figure import figure, key_figure
from stakeholder_graph.views.charts.indicators.rows import indicator_row
from stakeholder_graph.views.charts.kinds.line_row import LineRow
from stakeholder_graph.views.charts.kinds.small_multiples import SmallMultiples
from stakeholder_graph.views.charts.picture import Looks, Picture


def progress(finding: Finding, looks: Looks, source: str = "") -> Picture | None:
    """Draw each indicator over time.

    Parameters
    ----------
    finding : Finding
        With one row an indicator, and the tables `figures` and `trends`.
    looks : mapping of str to Look
        Not needed here.
    source : str
        Not needed here: the figures are the partnership's own lists.

    Returns
    -------
    Picture or None
        None without indicators.
    """
    if finding.table is None or not len(finding.table):
        return None
    rows = list(drawn_indicators(finding))
    by_outcome: dict[str, list[LineRow]] = {}
    for outcome, row in rows:
        by_outcome.setdefault(outcome, []).append(row)
    several = len(by_outcome) > 1
    drawn = [
        figure(SmallMultiples(outcome or (_("Without an outcome") if several else ""), tuple(panels)))
        for outcome, panels in by_outcome.items()
    ]
    key = key_figure([row for _outcome, row in rows])
    return Picture(key + Markup("").join(drawn), frozenset({"", "figures", "trends"}))


def drawn_indicators(finding: Finding) -> Iterator[tuple[str, LineRow]]:
    """The row of each indicator, with its outcome; blank for none.

    Parameters
    ----------
    finding : Finding
        With one row an indicator, and the tables `figures` and `trends`.
    """
    figures, trends = (_by_indicator(finding, name) for name in ("figures", "trends"))
    for row in finding.table.rows if finding.table is not None else ():
        name = str(row["indicator"])
        trend = next(iter(trends.get(name, ())), None)
        yield str(row.get("outcome") or ""), indicator_row(row, figures.get(name, []), trend, titled=True)


def _by_indicator(finding: Finding, table: str) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for row in finding.tables[table].rows if table in finding.tables else ():
        rows.setdefault(str(row["indicator"]), []).append(row)
    return rows
