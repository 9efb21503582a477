"""Density under a limit on names: plain sums, published counts, and bias and coverage by simulation."""

import math

import numpy as np
import pytest

from stakeholder_graph.inference.censored_out_degrees import BetaBinomial, OutDegrees, density_under_limit, fitted
from stakeholder_graph.inference.imputation.dyads import without_answers
from tests.calibration.networks import layer_of, limited, network


def test_probabilities_are_those_of_the_formula_and_add_up_to_one() -> None:
    """Skellam (1948): C(n, k) B(k + a, n - k + b) / B(a, b), by plain gamma functions."""
    fit, n = BetaBinomial(0.25, 8.0), 9

    def beta(a: float, b: float) -> float:
        return math.gamma(a) * math.gamma(b) / math.gamma(a + b)

    by_hand = [math.comb(n, k) * beta(k + 2.0, n - k + 6.0) / beta(2.0, 6.0) for k in range(n + 1)]
    assert np.exp(fit.log_probabilities(n)) == pytest.approx(by_hand)
    assert sum(by_hand) == pytest.approx(1)
    assert fit.expected_from(n, 0) == pytest.approx(n * 0.25)
    tail = by_hand[4:]
    assert fit.expected_from(n, 4) == pytest.approx(sum(k * p for k, p in enumerate(tail, 4)) / sum(tail))


def test_without_a_limit_the_fit_has_the_mean_that_was_counted() -> None:
    """Skellam's chromosome associations, 337 cells of three: 32, 103, 122, 80; maximum likelihood gives mean .5806."""
    named = np.repeat([0, 1, 2, 3], [32, 103, 122, 80])
    nobody = np.zeros(337, dtype=bool)
    assert fitted(OutDegrees(named, np.full(337, 3), nobody, nobody)).mean == pytest.approx(named.mean() / 3, abs=0.005)


def test_who_is_at_the_limit_is_read_off_what_is_observed() -> None:
    tied, sector = network(np.random.default_rng(2), n=40)
    full = layer_of(tied, sector)
    layer = without_answers(limited(full, 6, np.random.default_rng(3)), np.arange(40) == 7)
    degrees = OutDegrees.of(layer)
    there = np.arange(40) != 7
    assert (degrees.censored[there] == (tied.sum(axis=1) >= 6)[there]).all()
    assert (degrees.named[there] == np.minimum(tied.sum(axis=1), 6)[there]).all()
    assert (degrees.asked[there] == 39).all()
    assert np.flatnonzero(degrees.silent).tolist() == [7]


def test_where_nobody_is_at_the_limit_it_counts() -> None:
    tied, sector = network(np.random.default_rng(2), n=40)
    layer = layer_of(tied, sector)
    found = density_under_limit(layer, 20)
    assert found.estimate == pytest.approx(layer.n_ties / layer.n_possible_dyads)
    assert found.range == pytest.approx((found.estimate, found.estimate))


def test_nothing_is_estimated_where_hardly_anybody_named_fewer() -> None:
    tied, sector = network(np.random.default_rng(2), n=40)
    found = density_under_limit(limited(layer_of(tied, sector), 1, np.random.default_rng(3)), 20)
    assert (found.estimate, found.range, found.reason) == (None, None, "limit_too_few_below")


def test_a_limit_of_five_biases_observed_dyads_and_not_the_estimate() -> None:
    """40 networks of 40 organizations: shares of observed dyads are too high by a third; the range holds the truth."""
    off, observed, held = [], [], 0
    for number in range(40):
        rng = np.random.default_rng([number, 21])
        tied, sector = network(rng, n=40)
        full = layer_of(tied, sector)
        known, truth = limited(full, 5, rng), full.n_ties / full.n_possible_dyads
        found = density_under_limit(known, 60, number)
        if found.estimate is not None and found.range is not None:
            off.append(found.estimate - truth)
            observed.append(known.n_ties / known.n_dyads - truth)
            held += found.range[0] <= truth <= found.range[1]
    assert len(off) >= 36
    assert np.mean(observed) > 0.04
    assert abs(np.mean(off)) < 3 * np.std(off) / np.sqrt(len(off))
    assert abs(np.mean(off)) < 0.012
    assert held >= 0.75 * len(off)


def test_the_same_seed_gives_the_same_range() -> None:
    rng = np.random.default_rng(5)
    tied, sector = network(rng, n=40)
    layer = without_answers(limited(layer_of(tied, sector), 5, rng), np.arange(40) % 5 == 0)
    one, same, other = (density_under_limit(layer, 30, seed) for seed in (1, 1, 2))
    assert one == same
    assert one.range != other.range
    assert one.range is not None
    assert one.range_like is not None
    assert one.range[0] < one.range_like[0] < one.range_like[1] < one.range[1]
