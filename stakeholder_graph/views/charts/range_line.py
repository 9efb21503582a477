"""A line between a measure's bounds: where the value lies, where chance would put it, how far it could move."""

from collections.abc import Callable

from markupsafe import Markup

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding, Test
from stakeholder_graph.text import _, translate
from stakeholder_graph.views.amounts import amount, display, displayed
from stakeholder_graph.views.charts.marks import KEY, Looks, Picture

#: The ends of the line, in percent of the width, leave room for the mark.
LEFT, RIGHT = 2.0, 98.0

_SVG = Markup('<svg class="line" width="100%" height="84" role="img" aria-label="{label}">{drawn}</svg>{key}')
_BAR = Markup('<rect class="{kind}" x="{x:.2f}%" width="{width:.2f}%" y="{y}" height="{height}" rx="3"/>')
_CHANCE = Markup(
    '<line class="chance" x1="{x:.2f}%" x2="{x:.2f}%" y1="22" y2="50"/>'
    '<text class="chance-text" x="{x:.2f}%" y="63" text-anchor="{anchor}">{text}</text>'
)
_VALUE = Markup(
    '<circle class="value" cx="{x:.2f}%" cy="36" r="7"/>'
    '<text class="value-text" x="{x:.2f}%" y="18" text-anchor="{anchor}">{text}</text>'
)
_ENDS = Markup(
    '<text class="end" x="{left}%" y="80">{low}</text>'
    '<text class="end" x="{right}%" y="80" text-anchor="end">{high}</text>'
)


def line(finding: Finding, looks: Looks) -> Picture | None:
    """Draw where a value lies between its bounds.

    Parameters
    ----------
    finding : Finding
        With a value and two bounds.
    looks : mapping of str to Look
        Not needed here.

    Returns
    -------
    Picture or None
        None without a value, or where the measure has no upper or lower limit.
    """
    least, most = finding.bounds
    if finding.value is None or least is None or most is None:
        return None
    # What readers are told may count the other way round.
    left, right = sorted((least, most), key=lambda end: displayed(finding, end))
    low, high = displayed(finding, left), displayed(finding, right)

    def place(value: float) -> float:
        return LEFT + (RIGHT - LEFT) * (min(max(displayed(finding, value), low), high) - low) / (high - low)

    drawn = Markup("").join(_parts(finding, place, left, right))
    return Picture(_SVG.format(label=_label(finding), drawn=drawn, key=KEY.format(_key(finding))))


def _parts(finding: Finding, place: Callable[[float], float], low: float, high: float) -> list[Markup]:
    def bar(kind: str, ends: tuple[float, float], height: int) -> Markup:
        left, right = sorted(map(place, ends))
        return _BAR.format(kind=kind, x=left, width=right - left, y=36 - height / 2, height=height)

    assert finding.value is not None
    parts = [bar("bounds", (low, high), 2)]
    if finding.attainable:
        parts.append(bar("attainable", finding.attainable, 6))
    if _uncertain(finding) and finding.range:
        parts.append(bar("range", finding.range, 22))
    if _uncertain(finding) and finding.range_like:
        parts.append(bar("range-like", finding.range_like, 22))
    if finding.test:
        x = place(finding.test.expected)
        parts.append(_CHANCE.format(x=x, anchor=_anchor(x), text=_by_chance(finding, finding.test)))
    x = place(finding.value)
    parts.append(_VALUE.format(x=x, anchor=_anchor(x), text=display(finding, finding.value)))
    return [*parts, _ENDS.format(left=LEFT - 1, right=RIGHT + 1, low=_end(finding, low), high=_end(finding, high))]


def _end(finding: Finding, end: float) -> str:
    """What stands at an end of the line: its number, and what it means where the measure says so."""
    messages = measures()[finding.name].messages
    means = messages.get("low_end" if end == finding.bounds[0] else "high_end", "")
    means = translate(means)
    return means if "displayed" in messages else f"{amount(end, finding.unit)} {means}".strip()


def _uncertain(finding: Finding) -> bool:
    return finding.range is not None and finding.range[0] != finding.range[1]


def _anchor(x: float) -> str:
    # On a phone half a text is as wide as a quarter of the line.
    return "start" if x < 25 else "end" if x > 75 else "middle"


def _label(finding: Finding) -> str:
    assert finding.value is not None
    said = [f"{translate(measures()[finding.name].title)}: {display(finding, finding.value)}"]
    if finding.test:
        said.append(_by_chance(finding, finding.test))
    if _uncertain(finding) and finding.range:
        low, high = sorted(finding.range, key=lambda end: displayed(finding, end))
        said.append(
            _("likely between {low} and {high}", low=display(finding, low, what=False), high=display(finding, high))
        )
    return "; ".join(said)


def _by_chance(finding: Finding, test: Test) -> str:
    return _("by chance {value}", value=display(finding, test.expected))


def _counted(finding: Finding) -> str:
    if not finding.released:
        return _("Dot: what was reported.")
    return _("Dot: as counted on the map.") if finding.scope.layers else _("Dot: as counted from the lists.")


def _key(finding: Finding) -> str:
    said = [_counted(finding)]
    if _uncertain(finding):
        said.append(_("Band: where it would lie with all the answers."))
        said.append(_("Darker: if those who have not answered yet are about as active as the others."))
    if finding.attainable:
        said.append(_("Thick line: from the least to the most that these sectors and this many ties allow."))
    return " ".join(said)
