"""Gaps between groups: both lines and the band between them, of all places together, then place by place."""

from collections.abc import Iterator

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row
from stakeholder_graph.text import _
from stakeholder_graph.views.charts.figure import figure, key_figure
from stakeholder_graph.views.charts.indicators.rows import gap_row
from stakeholder_graph.views.charts.kinds.line_row import LineRow
from stakeholder_graph.views.charts.kinds.small_multiples import SmallMultiples
from stakeholder_graph.views.charts.picture import Looks, Picture

#: Of more places than this nobody looks at all: the table has them.
MOST_PLACES = 24


def gaps(finding: Finding, looks: Looks, source: str = "") -> Picture | None:
    """Draw each gap over time.

    Parameters
    ----------
    finding : Finding
        With a table of gaps, the table `by_place`, and `figures` of both sides.
    looks : mapping of str to Look
        Not needed here.
    source : str
        Not needed here: the figures are the partnership's own lists.

    Returns
    -------
    Picture or None
        None where no two groups have figures of the same period.
    """
    whole, local = (
        list(_drawn(finding, finding_rows(finding))),
        list(_drawn(finding, finding_rows(finding, "by_place"))),
    )
    local = local if len(local) <= MOST_PLACES else []
    if not whole and not local:
        return None
    drawn = key_figure([*whole, *local])
    if whole:
        drawn += figure(SmallMultiples("", tuple(whole)))
    if local:
        drawn += figure(SmallMultiples(_("In each place"), tuple(local)))
    return Picture(drawn, frozenset({"", "figures"} | ({"by_place"} if local else set())))


def finding_rows(finding: Finding, name: str = "") -> tuple[Row, ...]:
    """The rows of a table of a finding; none where it has no such table."""
    table = finding.tables.get(name) if name else finding.table
    return tuple(table.rows) if table is not None else ()


def _drawn(finding: Finding, rows: tuple[Row, ...]) -> Iterator[LineRow]:
    for row in rows:
        figures = gap_figures(row, finding_rows(finding, "figures"))
        if figures:
            names = (str(row.get("place") or ""), str(row["indicator"]))
            yield gap_row(row, figures, name=": ".join(filter(None, names)), titled=True)


def gap_figures(row: Row, figures: tuple[Row, ...]) -> list[Row]:
    """The figures of both sides of one gap.

    Parameters
    ----------
    row : Row
        Of a table of gaps.
    figures : tuple of Row
        Of all gaps.
    """
    about = ("indicator", "group", "reference")
    place = str(row.get("place") or "")
    return [
        figure
        for figure in figures
        if str(figure.get("place") or "") == place and all(figure[name] == row[name] for name in about)
    ]
