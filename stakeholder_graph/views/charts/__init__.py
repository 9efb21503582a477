"""Pictures of findings: one module for each kind of picture, chosen by the measure's name."""

from collections.abc import Callable, Mapping

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.views.charts.across import across
from stakeholder_graph.views.charts.agreement import agreement
from stakeholder_graph.views.charts.answered import answered
from stakeholder_graph.views.charts.bars import SHOWN, bars
from stakeholder_graph.views.charts.clusters import clusters
from stakeholder_graph.views.charts.coverage import coverage
from stakeholder_graph.views.charts.marks import Looks, Picture
from stakeholder_graph.views.charts.range_line import line
from stakeholder_graph.views.charts.sector_grid import grid

__all__ = ["PICTURES", "Looks", "Picture", "picture"]

Draw = Callable[[Finding, Looks], Picture | None]

#: Where a share of what is open, or of seats, is no place on a line to compare with others, nothing is drawn.
PICTURES: Mapping[str, Draw] = {
    "response": answered,
    "ei_index": across,
    "sector_mixing": grid,
    "sector_coverage": coverage,
    "outcome_clusters": clusters,
    "whom_to_call": lambda finding, looks: None,
    "team_coverage": lambda finding, looks: None,
    "agenda_agreement": agreement,
    **dict.fromkeys(SHOWN, bars),
}


def picture(finding: Finding, looks: Looks) -> Picture | None:
    """The picture of a finding: its measure's own, else where its value lies between its bounds.

    Parameters
    ----------
    finding : Finding
        Any.
    looks : mapping of str to Look
        Colour and shape of each sector.

    Returns
    -------
    Picture or None
        None where there is nothing to draw.
    """
    return PICTURES.get(finding.name, line)(finding, looks)
