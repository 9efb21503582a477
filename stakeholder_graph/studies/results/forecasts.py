"""Forecasts scored: what was expected of indicators, strategies and commitments beside what came."""

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.results._figures import Figure, Indicator, indicators_of
from stakeholder_graph.measures.results._periods import point_in_time
from stakeholder_graph.measures.results._progress import NOISE_ERRORS, variances
from stakeholder_graph.model.days import days_of
from stakeholder_graph.studies.in_common.known_ties import heard_about, open_layers, partners_of

#: How what came stands to what was expected; without a direction of the indicator it is only more or less.
Outcome = Literal["as expected", "better", "worse", "more", "less", "not known yet"]
#: Rounding of numbers as they are written.
_EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class ScoredForecast:
    """One forecast.

    Parameters
    ----------
    about : str
        ``indicator``, ``strategy`` or ``commitment``.
    name : str
        Of the indicator or the strategy; of a commitment its first step.
    indicator, subgroup, place : str
        Whose figure is expected; blank for a commitment.
    who, partner : str
        Of a commitment the two organizations; else blank.
    expected, before, came : float or None
        Of a commitment 1 where the two are connected and 0 where they are not; None where that is not known.
    expected_by : str
        As it is written; blank for the next survey.
    margin : float
        How far from what is expected still counts as expected.
    outcome : str
        How what came stands to what was expected.
    """

    about: str
    name: str
    indicator: str
    subgroup: str
    place: str
    who: str
    partner: str
    expected: float
    expected_by: str
    before: float | None = None
    came: float | None = None
    margin: float = 0.0
    outcome: Outcome = "not known yet"

    @property
    def met(self) -> bool:
        """Whether it came as expected, or better."""
        return self.outcome in ("as expected", "better")


def scored_forecasts(partnership: Partnership) -> tuple[ScoredForecast, ...]:
    """Hold what was expected against what came.

    Parameters
    ----------
    partnership : Partnership
        Its list `forecasts` says what was expected. Connections are those of its latest wave, before that of the one
        before.

    Returns
    -------
    tuple of ScoredForecast
        In the order of the lists.

    Notes
    -----
    A figure counts as expected within the change that the list says matters; without such a statement within 1.645
    standard errors of a rate whose number of people is known; else only where it is the same number. Two organizations
    count as not connected only where both answered and neither names the other.

    Examples
    --------
    >>> import pandas as pd
    >>> figures = {"indicator": "Reading", "period": ["2024", "2025"], "value": [60.0, 64.0], "n": [400.0, 400.0]}
    >>> expected = {"about": "indicator", "name": "Reading", "indicator": "Reading", "value": [70.0, 80.0]}
    >>> expected |= {"subgroup": "", "place": "", "who": "", "partner": "", "expected_by": ["2025", "2026"]}
    >>> lists = {"indicators": pd.DataFrame(figures | {"good": "up"}), "forecasts": pd.DataFrame(expected)}
    >>> [row.outcome for row in scored_forecasts(Partnership("Ours", {}, lists))]
    ['worse', 'not known yet']
    """
    frame = partnership.lists.get("forecasts")
    if frame is None or frame.empty:
        return ()
    indicators = {indicator.name: indicator for indicator in indicators_of(partnership)}
    graphs = list(partnership.graphs.values())
    return tuple(
        _of_commitment(forecast, partnership, graphs)
        if forecast.about == "commitment"
        else _of_figure(forecast, indicators.get(forecast.indicator, Indicator(forecast.indicator)))
        for forecast in map(_as_read, frame.to_dict("records"))
    )


def _as_read(row: Mapping[Hashable, object]) -> ScoredForecast:
    about, name, indicator, subgroup, place, who, partner = (
        str(row[column]) for column in ("about", "name", "indicator", "subgroup", "place", "who", "partner")
    )
    expected, by = float(str(row["value"])), str(row["expected_by"])
    return ScoredForecast(about, name, indicator, subgroup, place, who, partner, expected, by)


def _of_figure(forecast: ScoredForecast, indicator: Indicator) -> ScoredForecast:
    figures = indicator.of(forecast.subgroup, forecast.place).figures
    last = _figure_of(figures, forecast.expected_by)
    if last is None:
        return forecast
    earlier = [figure.value for figure in figures if _is_before(figure.period, forecast.expected_by)]
    margin = _margin(indicator, last)
    outcome = _outcome(last.value - forecast.expected, margin, indicator.direction)
    before = earlier[-1] if earlier else None
    return replace(forecast, before=before, came=last.value, margin=margin, outcome=outcome)


def _of_commitment(
    forecast: ScoredForecast, partnership: Partnership, graphs: Sequence[PartnerGraph]
) -> ScoredForecast:
    pair = (forecast.who, forecast.partner)
    before, came = (_connected(partnership, graph, *pair) for graph in _waves_of(graphs, forecast.expected_by))
    if came is None:
        return replace(forecast, before=before)
    outcome = _outcome(came - forecast.expected, 0.0, 1 if forecast.expected else -1)
    return replace(forecast, before=before, came=came, outcome=outcome)


def _figure_of(figures: Sequence[Figure], by: str) -> Figure | None:
    """The figure of the period in question, however that is written."""
    time = point_in_time(by)
    same = (figure for figure in figures if figure.period == by)
    alike = (figure for figure in figures if time is not None and point_in_time(figure.period) == time)
    return next(same, None) or next(alike, None)


def _is_before(period: str, by: str) -> bool:
    time, due = point_in_time(period), point_in_time(by)
    return time is not None and due is not None and time < due


def _margin(indicator: Indicator, figure: Figure | None) -> float:
    if figure is None:
        return 0.0
    if not math.isnan(indicator.margin):
        return max(indicator.margin - _EPSILON, 0.0)  # a change that matters is one of that size, too
    error = math.sqrt(max(float(variances([figure], indicator.scale)[0]), 0.0) if figure.n > 0 else 0.0)
    return 0.0 if math.isnan(error) else NOISE_ERRORS * error


def _outcome(beyond: float | None, margin: float, direction: int) -> Outcome:
    if beyond is None:
        return "not known yet"
    if abs(beyond) <= margin + _EPSILON * (margin == 0):
        return "as expected"
    if direction:
        return "better" if beyond * direction > 0 else "worse"
    return "more" if beyond > 0 else "less"


def _waves_of(graphs: Sequence[PartnerGraph], by: str) -> tuple[PartnerGraph | None, PartnerGraph | None]:
    """The wave before, and the one in which a connection is expected; None where it is not there yet."""
    names = [graph.wave.name for graph in graphs]
    at = names.index(by) if by in names else len(names) - 1
    if at < 1:
        return (graphs[at] if graphs else None), None
    due, day = days_of(by) if by not in names else None, days_of(graphs[at].wave.date or graphs[at].wave.name)
    if due is not None and day is not None and day.last < due.first:
        return graphs[at], None
    return graphs[at - 1], graphs[at]


def _connected(partnership: Partnership, graph: PartnerGraph | None, who: str, partner: str) -> float | None:
    """1 where either names the other; 0 where both answered and neither does."""
    if graph is None or not {who, partner} <= set(graph.names):
        return None
    layers = open_layers(graph)
    if partner in partners_of(graph, layers).get(who, ()):
        return 1.0
    if not layers:
        return None
    heard = heard_about(graph, answered_known=partnership.info.answered_known)
    a, b = graph.names.index(who), graph.names.index(partner)
    known = (heard[a, b], heard[b, a])
    return 0.0 if all(known) or (any(known) and not graph.has_direction(layers[0])) else None
