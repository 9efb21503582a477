"""Intervals of shares, gaps and their change, against published numbers and by simulation."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from stakeholder_graph.inference.rates.gaps import Estimate, difference, relative_change, wilson

counts = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def gap(x: int, n: int, y: int, m: int) -> Estimate:
    return difference(wilson(x / n, n), wilson(y / m, m))


@given(counts)
def test_wilson_is_that_of_scipy(count: tuple[int, int]) -> None:
    x, n = count
    theirs = binomtest(x, n).proportion_ci(method="wilson")
    ours = wilson(x / n, n)
    assert ours.interval == pytest.approx((theirs.low, theirs.high), abs=1e-12)
    assert 0 <= ours.low <= ours.value <= ours.high <= 1


@pytest.mark.parametrize(
    ("x", "n", "y", "m", "low", "high"),
    [
        # Newcombe (1998), Table II, method 10, rounded to four digits there.
        (56, 70, 48, 80, 0.0524, 0.3339),
        (9, 10, 3, 10, 0.1705, 0.8090),
        (6, 7, 2, 7, 0.0582, 0.8062),
        (5, 56, 0, 29, -0.0381, 0.1926),
        (0, 10, 0, 20, -0.1611, 0.2775),
        (0, 10, 0, 10, -0.2775, 0.2775),
        (10, 10, 0, 20, 0.6791, 1.0000),
        (10, 10, 0, 10, 0.6075, 1.0000),
    ],
)
def test_newcombe(x: int, n: int, y: int, m: int, low: float, high: float) -> None:
    assert gap(x, n, y, m).interval == pytest.approx((low, high), abs=5e-5)


def test_the_change_of_a_gap() -> None:
    """MOVER (Zou & Donner 2008), by hand: the ends of both gaps are those of Newcombe."""
    then, now = gap(56, 70, 48, 80), gap(60, 75, 58, 82)
    change = difference(now, then)
    assert (change.value, *change.interval) == pytest.approx((-0.1073, -0.2981, 0.0892), abs=5e-5)
    relative = relative_change(then, now)
    assert relative is not None
    assert [round(100 * number) for number in (relative.value, *relative.interval)] == [-54, -123, 124]


def test_the_graduation_gap_of_all_hands_raised() -> None:
    """14.3 to 9.5 points: -4.8 points, -33.6 %."""
    change = 9.5 - 14.3
    relative = relative_change(Estimate(14.3, 10, 18), Estimate(9.5, 5, 14))
    assert change == pytest.approx(-4.8)
    assert relative is not None
    assert round(100 * relative.value, 1) == -33.6


def test_a_gap_that_may_be_none_has_no_relative_change() -> None:
    assert relative_change(gap(5, 10, 4, 10), gap(5, 10, 1, 10)) is None


@given(counts, counts)
def test_swapping_both_turns_the_sign(one: tuple[int, int], other: tuple[int, int]) -> None:
    ours, turned = gap(*one, *other), gap(*other, *one)
    assert (turned.value, turned.low, turned.high) == pytest.approx((-ours.value, -ours.high, -ours.low))
    assert ours.low <= ours.value <= ours.high


@given(counts, counts, counts, counts)
def test_a_relative_change_lies_within_its_interval_and_does_not_mind_the_sign(
    a: tuple[int, int], b: tuple[int, int], c: tuple[int, int], d: tuple[int, int]
) -> None:
    ours = relative_change(gap(*a, *b), gap(*c, *d))
    turned = relative_change(gap(*b, *a), gap(*d, *c))
    assert (ours is None) == (turned is None)
    if ours is not None and turned is not None:
        assert ours.low - 1e-9 <= ours.value <= ours.high + 1e-9
        assert turned.value == pytest.approx(ours.value)
        assert turned.interval == pytest.approx(ours.interval)


def test_coverage_of_the_change_of_a_gap() -> None:
    """95 % intervals hold the truth in about 95 of 100 samples: 2,000 draws give .95 with a standard error of .005."""
    rng = np.random.default_rng(20261128)
    shares, sizes = (0.72, 0.55, 0.75, 0.66), (90, 110, 95, 105)
    truth = (shares[2] - shares[3]) - (shares[0] - shares[1])
    held = 0
    for _ in range(2000):
        a, b, c, d = (wilson(rng.binomial(n, p) / n, n) for p, n in zip(shares, sizes, strict=True))
        change = difference(difference(c, d), difference(a, b))
        held += change.low <= truth <= change.high
    assert math.isclose(held / 2000, 0.95, abs_tol=0.015)
