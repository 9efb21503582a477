"""Gaps between a group and the group that it is compared with: then, now, their change, and which side moved."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from stakeholder_graph.inference.rates.gaps import Estimate, difference, relative_change, wilson
from stakeholder_graph.measures.results._figures import Figure, Indicator, Series
from stakeholder_graph.measures.results._periods import in_time
from stakeholder_graph.measures.results._progress import BETTER, WORSE, progress
from stakeholder_graph.measures.results._suppression import Key, breakdowns, not_shown
from stakeholder_graph.text import N_

NARROWER, SAME, WIDER, NO_DATA = "narrower", "same", "wider", "no data"
VERDICTS = {NARROWER: N_("narrower"), SAME: N_("about the same"), WIDER: N_("wider"), NO_DATA: N_("no data")}
LOWER_ROSE, HIGHER_FELL, BOTH, NEITHER = "lower rose", "higher fell", "both", "neither"
#: In words that hold whichever way is good: of readmissions the group worse off is the higher one.
BECAUSE = {
    LOWER_ROSE: N_("the group worse off got better"),
    HIGHER_FELL: N_("the group better off got worse"),
    BOTH: N_("the group worse off got better and the other worse"),
    NEITHER: N_("neither"),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """The gap of a group in a place.

    Parameters
    ----------
    indicator : Indicator
        Of what.
    group, reference, place : str
        The group, the one it is compared with, and the place, blank for all.
    since, until : str
        The periods compared; blank where there is none.
    first, last : Estimate or None
        The gap then and now, above 0 where the group does worse; without an interval where numbers are not known.
    change, relative : Estimate or None
        Of the gap; `relative` as a part of the first.
    ratios : tuple of float
        How many times as often the group misses what is good as the reference, then and now; NaN where undefined.
    because, verdict : str
        Which side narrowed it, by the way that is good (the lower is the group worse off), and whether it is narrower.
    """

    indicator: Indicator
    group: str
    reference: str
    place: str = ""
    since: str = ""
    until: str = ""
    first: Estimate | None = None
    last: Estimate | None = None
    change: Estimate | None = None
    relative: Estimate | None = None
    ratios: tuple[float, float] = (math.nan, math.nan)
    because: str = NEITHER
    verdict: str = NO_DATA

    @property
    def gone(self) -> bool:
        """Whether there was one that matters and the whole interval of the gap lies within what does not.

        An interval that holds 0 shows no gap to be gone: few people make it wide. Without numbers of people, or where
        nobody has said how many points matter, it is never said.
        """
        margin = self.indicator.margin
        if self.first is None or self.last is None or math.isnan(margin) or math.isnan(self.last.low):
            return False
        return self.first.value > margin and -margin <= self.last.low and self.last.high <= margin

    @property
    def close(self) -> bool:
        """Whether there was a gap beyond doubt and now it may be none, but is not shown to be gone."""
        if self.first is None or self.last is None or self.gone:
            return False
        return self.first.low > 0 and self.last.low <= 0 <= self.last.high


def references(indicator: Indicator) -> dict[str, str]:
    """Say with which group each is compared: always the same, whatever the figures of the day.

    Parameters
    ----------
    indicator : Indicator
        With figures of groups.

    Returns
    -------
    dict of str to str
        By group. The one that the list marks; else, among the groups of one breakdown, the largest or, of two, the one
        that was better off at first. Largest less smallest of many groups would be wide by chance alone.
    """
    keys = indicator.series or {}
    groups = list(dict.fromkeys(group for group, place in keys if group and not place))
    # A list may have groups within places alone: then the places together say how large each is.
    places = [""] if groups else list(dict.fromkeys(place for _group, place in keys if place))
    groups = groups or list(dict.fromkeys(group for group, _place in keys if group))
    if indicator.reference in groups:
        return {group: indicator.reference for group in groups if group != indicator.reference}
    latest = {group: _size_of(indicator, group, places) for group in groups}
    chosen: dict[str, str] = {}
    for breakdown in breakdowns(latest, _size_of(indicator, "", places)):
        if len(breakdown) < 2:
            continue
        two = len(breakdown) == 2
        reference = _better_off(indicator, breakdown, places) if two else max(breakdown, key=latest.__getitem__)
        chosen |= {group: reference for group in breakdown if group != reference}
    return chosen


def shown_figures(indicator: Indicator) -> tuple[dict[Key, Series], int]:
    """Give the series of an indicator without the cells that may not be shown.

    Parameters
    ----------
    indicator : Indicator
        Any.

    Returns
    -------
    tuple of (dict of (str, str) to Series, int)
        By group and place, and how many cells were taken out.
    """
    series = indicator.series or {}
    periods = dict.fromkeys(figure.period for cells in series.values() for figure in cells.figures)
    hidden: set[tuple[Key, str]] = set()
    for period in periods:
        there = {key: figure for key, cells in series.items() if (figure := cells.at(period))}
        hidden |= {(key, period) for key in not_shown({key: figure.n for key, figure in there.items()})}
    shown = {
        key: Series(tuple(figure for figure in cells.figures if (key, figure.period) not in hidden), cells.earlier)
        for key, cells in series.items()
    }
    return shown, len(hidden)


def gap_of(indicator: Indicator, shown: dict[Key, Series], group: str, reference: str, place: str = "") -> Gap:
    """Compare a group with its reference, in the first and the latest period that both have a figure of.

    Parameters
    ----------
    indicator : Indicator
        Which.
    shown : dict of (str, str) to Series
        As of `shown_figures`.
    group, reference, place : str
        Who, with whom, and where.

    Returns
    -------
    Gap
        Newcombe's interval for each gap, MOVER for its change.
    """
    ours, theirs = (shown.get((name, place), Series()) for name in (group, reference))
    common = in_time(figure.period for figure in ours.figures if theirs.at(figure.period) is not None)
    gap = Gap(indicator, group, reference, place)
    if not common or not indicator.direction:
        return gap
    since = indicator.baseline if indicator.baseline in common else common[0]
    first, last = (_gap(indicator, ours.at(period), theirs.at(period)) for period in (since, common[-1]))
    if since == common[-1]:
        return Gap(indicator, group, reference, place, until=since, last=last)
    change = difference(last, first)
    ratios = tuple(_ratio(indicator, ours.at(period), theirs.at(period)) for period in (since, common[-1]))
    pairs = [(series.at(since), series.at(common[-1])) for series in (ours, theirs)]
    return Gap(
        indicator,
        group,
        reference,
        place,
        since,
        common[-1],
        first,
        last,
        change,
        relative_change(first, last),
        (ratios[0], ratios[1]),
        _because(indicator, pairs, change.value, first.value),
        _verdict(indicator, change),
    )


def _better_off(indicator: Indicator, groups: Sequence[str], places: Sequence[str]) -> str:
    """Of two groups, the one better off at first; within places alone, in their mean."""
    firsts = {
        group: [cells.figures[0].value for place in places if (cells := indicator.of(group, place)).figures]
        for group in groups
    }
    if not all(firsts.values()) or not indicator.direction:
        return groups[-1]
    return max(groups, key=lambda group: indicator.direction * math.fsum(firsts[group]) / len(firsts[group]))


def _size_of(indicator: Indicator, group: str, places: Sequence[str]) -> float:
    """How many the latest figures of a group are of, over these places; NaN where none is known."""
    sizes = [cells.figures[-1].n for place in places if (cells := indicator.of(group, place)).figures]
    return math.fsum(sizes) if sizes else math.nan


def _estimate(indicator: Indicator, figure: Figure) -> Estimate:
    scale = indicator.scale
    if math.isnan(scale) or not figure.n > 0:
        return Estimate(figure.value, math.nan, math.nan)
    share = wilson(figure.value / scale, figure.n)
    return Estimate(figure.value, share.low * scale, share.high * scale)


def _gap(indicator: Indicator, ours: Figure | None, theirs: Figure | None) -> Estimate:
    assert ours is not None
    assert theirs is not None
    pair = _estimate(indicator, theirs), _estimate(indicator, ours)
    return difference(*pair) if indicator.direction > 0 else difference(pair[1], pair[0])


def _ratio(indicator: Indicator, ours: Figure | None, theirs: Figure | None) -> float:
    """How many times as often the group misses what is good; NaN for what is no rate, or where nobody else does."""
    assert ours is not None
    assert theirs is not None
    if math.isnan(indicator.scale):
        return math.nan
    missed = [indicator.scale - figure.value if indicator.direction > 0 else figure.value for figure in (ours, theirs)]
    return missed[0] / missed[1] if missed[1] > 0 else math.nan


def _because(
    indicator: Indicator, pairs: Sequence[tuple[Figure | None, Figure | None]], change: float, first: float
) -> str:
    """Which side narrowed a gap: the group worse off, if it is better than then, or the other, if it is worse."""
    if change * (1 if first >= 0 else -1) >= 0:
        return NEITHER
    plain = Indicator(indicator.name, direction=indicator.direction, series=indicator.series)
    verdicts = [
        progress(plain, series=Series(tuple(figure for figure in pair if figure is not None))).verdict for pair in pairs
    ]
    lower, higher = verdicts if first >= 0 else verdicts[::-1]
    if lower == BETTER:
        return BOTH if higher == WORSE else LOWER_ROSE
    return HIGHER_FELL if higher == WORSE else NEITHER


def _verdict(indicator: Indicator, change: Estimate) -> str:
    """Whether a gap is narrower: by the change that matters, else by the interval, else by the figures alone."""
    margin = indicator.margin
    if not math.isnan(margin):
        moved = abs(change.value) >= margin - 1e-9
    elif not math.isnan(change.low):
        moved = not change.low <= 0 <= change.high
    else:
        moved = True
    if not moved or abs(change.value) <= 1e-9:
        return SAME
    return NARROWER if change.value < 0 else WIDER
