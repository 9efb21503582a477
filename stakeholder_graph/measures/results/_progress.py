"""Whether an indicator is better, about the same or worse than at its baseline, and what that rests on."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import stdtrit

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.inference.rates.trend import Trend, trend
from stakeholder_graph.measures.results._figures import Figure, Indicator, Series
from stakeholder_graph.measures.results._periods import point_in_time
from stakeholder_graph.text import N_

#: As files call the verdicts, and as pages do.
BETTER, SAME, WORSE, NO_DATA = "better", "same", "worse", "no data"
VERDICTS = {BETTER: N_("better"), SAME: N_("about the same"), WORSE: N_("worse"), NO_DATA: N_("no data")}
#: What a verdict rests on, or why there is none.
MATTERS, NOISE, SPREAD, ENDPOINTS = (
    N_("the change that matters"), N_("what numbers of this size vary by"), N_("how the years vary"),
    N_("first and latest figure alone"),
)  # fmt: skip
NO_FIGURES, ONE_FIGURE, NO_BASELINE = N_("no figures"), N_("one figure only"), N_("no baseline")
PARTS_ONLY, NO_DIRECTION = N_("figures of groups or places only"), N_("nobody has said which way is good")
#: Standard errors of its change within which an indicator is about the same: a one-sided level of .05.
NOISE_ERRORS = 1.645
_EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class Progress:
    """How an indicator stands.

    Parameters
    ----------
    indicator : Indicator
        Which.
    verdict : str
        `BETTER`, `SAME`, `WORSE` or `NO_DATA`.
    judged_by : str
        What the verdict rests on or, without data, why there is none.
    first, last : Figure or None
        Those compared; of an indicator without a verdict its only or latest figure.
    change : float
        In the unit of the figures; NaN where nothing is compared.
    margin : float
        Changes within it count as about the same.
    """

    indicator: Indicator
    verdict: str
    judged_by: str
    first: Figure | None = None
    last: Figure | None = None
    change: float = float("nan")
    margin: float = float("nan")

    @property
    def surely_better(self) -> bool:
        """Whether its noise leaves no doubt that it is better."""
        return self.verdict == BETTER

    @property
    def maybe_better(self) -> bool:
        """Whether it is better, or its noise does not rule that out; where nothing is known nothing is ruled out."""
        return self.verdict in (BETTER, NO_DATA) or (self.verdict == SAME and self.judged_by in (NOISE, SPREAD))


def usual_halfway(indicators: Sequence[Indicator]) -> float:
    """Give the middle between the usual first and the usual latest year; an indicator begun later has no baseline.

    Parameters
    ----------
    indicators : sequence of Indicator
        The whole list; medians say what is usual.

    Returns
    -------
    float
        Infinity where periods name no years.
    """
    ends = []
    for indicator in indicators:
        series = indicator.of()
        figures = (*series.earlier, *series.figures)
        points = [point for figure in figures if (point := point_in_time(figure.period)) is not None]
        if points:
            ends.append((min(points), max(points)))
    if not ends:
        return math.inf
    return float(np.median(np.array(ends), axis=0).mean())


def progress(indicator: Indicator, halfway: float = math.inf, series: Series | None = None) -> Progress:
    """Judge an indicator against its baseline.

    Parameters
    ----------
    indicator : Indicator
        Which.
    halfway : float
        As of `usual_halfway`.
    series : Series, optional
        Of a group or place; by default of everybody.

    Returns
    -------
    Progress
        Where it is stated what change matters, that decides. Else a change within 1.645 standard errors is none: from
        the numbers of people, or from how the years lie around their line. With neither, any change counts.
    """
    series = indicator.of() if series is None else series
    figures = series.figures
    if not figures:
        parts = any(cells.figures for cells in (indicator.series or {}).values())
        return Progress(indicator, NO_DATA, PARTS_ONLY if parts else NO_FIGURES)
    last = figures[-1]
    first = series.at(indicator.baseline) if indicator.baseline else figures[0]
    if len(figures) == 1:
        return Progress(indicator, NO_DATA, ONE_FIGURE, last=last)
    started = point_in_time(figures[0].period)
    late = not indicator.baseline and not series.earlier and started is not None and started > halfway
    if first is None or first is last or late:
        return Progress(indicator, NO_DATA, NO_BASELINE, last=last)
    change = last.value - first.value
    if not indicator.direction:
        return Progress(indicator, NO_DATA, NO_DIRECTION, first, last, change)
    judged_by, margin = _margin(indicator, series, first, last)
    gain = indicator.direction * change
    beyond = abs(gain) >= margin - _EPSILON if judged_by == MATTERS else abs(gain) > margin + _EPSILON
    moved = beyond and abs(gain) > _EPSILON
    verdict = SAME if not moved else BETTER if gain > 0 else WORSE
    return Progress(indicator, verdict, judged_by, first, last, change, margin)


def run_of_changes(indicator: Indicator) -> int:
    """Count the latest changes from period to period in one direction: above 0 for better, below for worse."""
    values = indicator.of().values
    steps: Sequence[float] = (indicator.direction * np.sign(np.diff(values))).tolist() if len(values) > 1 else ()
    run = 0
    for step in reversed(steps):
        if not step or (run and (step > 0) != (run > 0)):
            break
        run += int(step)
    return run


def variances(figures: Sequence[Figure], scale: float) -> Floats:
    """Sampling variance of rates, by the binomial distribution; NaN where it is not known of how many they are.

    Parameters
    ----------
    figures : sequence of Figure
        Of one indicator.
    scale : float
        As of `Indicator.scale`.
    """
    values, sizes = (np.array([getattr(figure, name) for figure in figures]) for name in ("value", "n"))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(sizes > 0, values * (scale - values) / sizes, np.nan))


def trend_of(indicator: Indicator) -> Trend | None:
    """The weighted line through its figures, from four of them on; by their sampling variances where all are known."""
    series = indicator.of()
    sampling = variances(series.figures, indicator.scale)
    # Of none or all of n people the variance is estimated as 0, and such a figure would pin the line down.
    known = len(sampling) and np.isfinite(sampling).all() and (sampling > _EPSILON * indicator.scale**2).all()
    return trend(series.times, series.values, 1 / sampling if known else None)


def _margin(indicator: Indicator, series: Series, first: Figure, last: Figure) -> tuple[str, float]:
    if not math.isnan(indicator.margin):
        return MATTERS, indicator.margin
    error = math.sqrt(float(variances((first, last), indicator.scale).sum()))
    if not math.isnan(error):
        return NOISE, NOISE_ERRORS * error
    if line := trend(series.times, series.values):
        return SPREAD, -float(stdtrit(line.points - 2, 0.05)) * line.spread * math.sqrt(2)
    return ENDPOINTS, 0.0
