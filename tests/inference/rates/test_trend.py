"""Trends against numpy's and scipy's own fits, by hand, and by simulation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import linregress, t

from stakeholder_graph.inference.rates.trend import trend

points = st.integers(4, 12).flatmap(
    lambda m: st.tuples(
        st.lists(st.floats(-50, 50), min_size=m, max_size=m), st.lists(st.floats(0.1, 10), min_size=m, max_size=m)
    )
)


@given(points)
def test_a_weighted_slope_and_its_error_are_those_of_numpy(drawn: tuple[list[float], list[float]]) -> None:
    values, weights = map(np.array, drawn)
    times = np.arange(len(values), dtype=float)
    line = trend(times, values, weights)
    assert line is not None
    # numpy's weights multiply residuals; it scales by the residuals, too, unless cov is "unscaled".
    (slope, _), covariance = np.polyfit(times, values, 1, w=np.sqrt(weights), cov=True)
    assert line.slope.value == pytest.approx(slope, abs=1e-7)
    half = t.isf(0.025, len(values) - 2) * np.sqrt(covariance[0, 0])
    assert line.slope.high - line.slope.value == pytest.approx(half, abs=1e-6)


def test_without_weights_it_is_linregress() -> None:
    times, values = np.array([0.0, 1, 2, 3, 5]), np.array([40.0, 41.5, 41, 44, 47])
    line, theirs = trend(times, values), linregress(times, values)
    assert line is not None
    assert line.slope.value == pytest.approx(theirs.slope)
    assert line.slope.high - line.slope.value == pytest.approx(t.isf(0.025, 3) * theirs.stderr)
    # The prediction by hand: s^2 (1 + 1/m + (x - mean)^2 / Sxx), with five points of mean 2.2 and Sxx 14.8.
    residuals = values - theirs.intercept - theirs.slope * times
    variance = residuals @ residuals / 3 * (1 + 1 / 5 + (6 - 2.2) ** 2 / 14.8)
    ahead = line.at(6)
    assert ahead.value == pytest.approx(theirs.intercept + 6 * theirs.slope)
    assert ahead.high - ahead.value == pytest.approx(t.isf(0.025, 3) * np.sqrt(variance))


def test_under_four_points_there_is_no_trend() -> None:
    assert trend(np.arange(3.0), np.array([1.0, 2.0, 3.0])) is None
    assert trend(np.zeros(4), np.arange(4.0)) is None


def test_coverage_where_years_differ_by_more_than_sampling() -> None:
    """With noise of years of .03 the t interval covers .95; one from known sampling variances covers .87 (methods)."""
    rng = np.random.default_rng(20261128)
    times, n, slope = np.arange(6.0), 400, 0.01
    held = 0
    for _ in range(2000):
        shares = np.clip(0.5 + slope * times + rng.normal(0, 0.03, 6), 0, 1)
        values = rng.binomial(n, shares) / n
        line = trend(times, values, n / (values * (1 - values)))
        assert line is not None
        held += line.slope.low <= slope <= line.slope.high
    assert held / 2000 == pytest.approx(0.95, abs=0.015)
