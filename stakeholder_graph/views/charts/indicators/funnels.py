"""Funnels of places: how much better than expected each does, by its size; only who stands out has a name."""

from collections.abc import Iterator

from markupsafe import Markup

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row
from stakeholder_graph.text import _
from stakeholder_graph.views.charts.figure import figure
from stakeholder_graph.views.charts.kinds.funnel import Funnel, FunnelDot, FunnelLimit
from stakeholder_graph.views.charts.picture import Looks, Picture


def funnels(finding: Finding, looks: Looks, source: str = "") -> Picture | None:
    """Draw a funnel for each indicator.

    Parameters
    ----------
    finding : Finding
        With the tables `funnel` and `limits`.
    looks : mapping of str to Look
        Not needed here.
    source : str
        Not needed here: the figures are the partnership's own lists.

    Returns
    -------
    Picture or None
        None where it is not known of how many people places are.
    """
    drawn = [figure(plot) for plot in _plots(finding)]
    return Picture(Markup("").join(drawn), frozenset({"funnel", "limits"})) if drawn else None


def _plots(finding: Finding) -> Iterator[Funnel]:
    if "funnel" not in finding.tables:
        return
    rows = finding.tables["funnel"].rows
    for indicator in dict.fromkeys(row["indicator"] for row in rows):
        dots = tuple(
            FunnelDot(_value(row, "n"), _value(row, "apart"), str(row["place"] or ""))
            for row in rows
            if row["indicator"] == indicator
        )
        limits = tuple(
            FunnelLimit(_value(row, "n"), _value(row, "within_95"), _value(row, "within_998"))
            for row in (finding.tables["limits"].rows if "limits" in finding.tables else ())
            if row["indicator"] == indicator
        )
        yield Funnel(_("{indicator}: how much better than expected", indicator=indicator), dots, limits)


def _value(row: Row, name: str) -> float:
    return float(row[name] or 0)
