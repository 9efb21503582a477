"""Where a measure's value lies between its bounds, against what chance would give and what all answers could change."""

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import LEVEL, Finding, Interval
from stakeholder_graph.text import _, number, translate
from stakeholder_graph.views.amounts import amount, display, displayed
from stakeholder_graph.views.charts.figure import Basis, figure
from stakeholder_graph.views.charts.kinds.range_line import RangeLine
from stakeholder_graph.views.charts.picture import Looks, Picture


def line(finding: Finding, looks: Looks, source: str = "") -> Picture | None:
    """Draw where a value lies between its bounds.

    Parameters
    ----------
    finding : Finding
        With a value and two bounds.
    looks : mapping of str to Look
        Not needed here.
    source : str
        Where the numbers come from.

    Returns
    -------
    Picture or None
        None without a value, where the measure has no upper or lower limit, and where there is nothing to hold the
        value against: one number alone is no chart.
    """
    least, most = finding.bounds
    compared = finding.test or finding.attainable or _uncertain(finding)
    if finding.value is None or least is None or most is None or not compared:
        return None
    # What readers are told may count the other way round.
    left, right = sorted((least, most), key=lambda end: displayed(finding, end))
    test = finding.test
    plot = RangeLine(
        translate(measures()[finding.name].title),
        displayed(finding, finding.value),
        display(finding, finding.value),
        (displayed(finding, left), displayed(finding, right)),
        (_end(finding, left), _end(finding, right)),
        displayed(finding, test.expected) if test else None,
        _("by luck {value}", value=display(finding, test.expected)) if test else "",
        _ends(finding, finding.attainable),
        _ends(finding, finding.range) if _uncertain(finding) else None,
        _likely(finding),
        stands_out=_stands_out(finding),
    )
    counted = "" if finding.quotient is None else number(finding.quotient.denominator)
    return Picture(figure(plot, Basis(counted, _counted_where(finding)), source))


def _ends(finding: Finding, ends: Interval | None) -> tuple[float, float] | None:
    return (displayed(finding, ends[0]), displayed(finding, ends[1])) if ends else None


def _stands_out(finding: Finding) -> bool:
    """Whether its sentence claims a difference from chance: a test alone, of many, does not."""
    if finding.test is None or finding.reading is None:
        return False
    return finding.test.p <= LEVEL and finding.reading.tone in ("strength", "concern")


def _end(finding: Finding, end: float) -> str:
    """What stands at an end of the line: its number, and what it means where the measure says so."""
    messages = measures()[finding.name].messages
    means = messages.get("low_end" if end == finding.bounds[0] else "high_end", "")
    means = translate(means)
    return means if "displayed" in messages else f"{amount(end, finding.unit)} {means}".strip()


def _uncertain(finding: Finding) -> bool:
    return finding.range is not None and finding.range[0] != finding.range[1]


def _likely(finding: Finding) -> str:
    if not _uncertain(finding) or finding.range is None:
        return ""
    low, high = sorted(finding.range, key=lambda end: displayed(finding, end))
    return _("likely between {low} and {high}", low=display(finding, low, what=False), high=display(finding, high))


def _counted_where(finding: Finding) -> tuple[str, ...]:
    if not finding.released:
        return ()
    return (_("Dot: as counted on the map.") if finding.scope.layers else _("Dot: as counted from the lists."),)
