"""Exact tests, intervals and tails of a share: beside those of scipy.stats, over every count of small numbers."""

import numpy as np
import pytest
from scipy.stats import binom, binomtest

from stakeholder_graph.inference.rates.binomial import binomial_interval, binomial_p, binomial_tails


@pytest.mark.parametrize("among", [1, 2, 7, 30, 400])
@pytest.mark.parametrize("share", [0.0, 0.01, 0.25, 0.5, 0.9, 1.0])
def test_p_and_interval_are_those_of_scipy(among: int, share: float) -> None:
    for count in {*range(min(among, 30) + 1), among - 1, among}:
        test = binomtest(count, among, share)
        assert binomial_p(count, among, share) == pytest.approx(test.pvalue, rel=1e-9, abs=1e-300)
        assert binomial_interval(count, among, 0.9) == pytest.approx(tuple(test.proportion_ci(0.9)), rel=1e-9)


def test_tails_are_those_of_scipy_at_both_ends() -> None:
    count, among, share = np.meshgrid([0, 1, 5, 12], [12, 40], [0.0, 0.1, 0.5, 1.0])
    below, above = binomial_tails(count.ravel(), among.ravel(), share.ravel())
    assert below == pytest.approx(np.ravel(binom.cdf(count, among, share)), abs=1e-12)
    assert above == pytest.approx(np.ravel(binom.sf(count - 1, among, share)), abs=1e-12)
