"""Charts of findings: one module for each kind of chart; a measure declares which one draws its findings."""

from collections.abc import Callable, Mapping

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.views.charts.across_sectors import across
from stakeholder_graph.views.charts.agreement import agreement
from stakeholder_graph.views.charts.bars import bars
from stakeholder_graph.views.charts.clusters import clusters
from stakeholder_graph.views.charts.coverage import coverage
from stakeholder_graph.views.charts.dumbbells import dumbbells
from stakeholder_graph.views.charts.indicators.funnels import funnels
from stakeholder_graph.views.charts.indicators.gaps import gaps
from stakeholder_graph.views.charts.indicators.progress import progress
from stakeholder_graph.views.charts.picture import Looks, Picture
from stakeholder_graph.views.charts.range_line import line
from stakeholder_graph.views.charts.response import answered
from stakeholder_graph.views.charts.sector_grid import grid
from stakeholder_graph.views.hedged import hedged

__all__ = ["CHARTS", "Looks", "Picture", "picture"]

Draw = Callable[[Finding, Looks, str], Picture | None]


def nothing(finding: Finding, looks: Looks, source: str = "") -> Picture | None:
    """Draw nothing, where a value is no place on a line to compare with others: such as a share of what is open."""
    return None


#: By the kind that measures declare as their `Chart`.
CHARTS: Mapping[str, Draw] = {
    "across": across,
    "agreement": agreement,
    "answered": answered,
    "bars": bars,
    "cards": clusters,
    "dumbbell": dumbbells,
    "funnel": funnels,
    "gaps": gaps,
    "none": nothing,
    "progress": progress,
    "range": line,
    "seats": coverage,
    "sector grid": grid,
}


def picture(finding: Finding, looks: Looks, source: str = "") -> Picture | None:
    """The picture of a finding: the chart that its measure declares.

    Parameters
    ----------
    finding : Finding
        Any.
    looks : mapping of str to Look
        Colour and shape of each sector.
    source : str
        Where the numbers come from, of `figure.source_line`.

    Returns
    -------
    Picture or None
        None where there is nothing to draw, or where the kind of chart is not known here.
    """
    return CHARTS.get(measures()[finding.name].chart.kind, nothing)(hedged(finding), looks, source)
