"""Pairs inside groups against rewired networks: p by hand, and stored figures of level and power."""

import json

import numpy as np
import pytest
from scipy.stats import binom

from stakeholder_graph.studies.outcomes._tied_inside import p_inside
from tests.calibration import tied_groups as calibration

STORED = json.loads(calibration.FIGURES.read_text(encoding="utf-8"))["scenarios"]


def test_p_is_the_share_of_rewired_networks_where_enough_go_as_far() -> None:
    simulated = np.repeat(np.arange(10.0), 50)[:, None]  # 0 to 9, fifty times each
    p, error = p_inside(np.array([1.0]), simulated, np.array([45]))
    assert p[0] == pytest.approx(2 * 101 / 501)
    assert error[0] == pytest.approx(np.sqrt(p[0] * (2 - p[0]) / 500))


def test_where_few_do_the_tail_is_that_of_a_binomial_count_over_the_pairs() -> None:
    simulated = np.repeat(np.arange(7.0, 16.0), 50)[:, None]  # 7 to 15, mean 11
    p, error = p_inside(np.array([2.0]), simulated, np.array([36]))
    # P(X <= 2) for 36 pairs, each tied with 11/36: the sum of three terms.
    q = 11 / 36
    by_hand = (1 - q) ** 36 + 36 * q * (1 - q) ** 35 + 630 * q**2 * (1 - q) ** 34
    assert p[0] == pytest.approx(2 * by_hand)
    assert 0 < error[0] < p[0]


def test_no_sum_of_independent_ties_has_a_heavier_tail() -> None:
    """Hoeffding (1956): between mean - 1 and below, of counts with unequal chances."""
    rng = np.random.default_rng(0)
    chances = rng.uniform(0, 0.6, 36)
    counts = (rng.random((200_000, 36)) < chances).sum(axis=1)
    for count in range(int(chances.sum())):
        assert (counts <= count).mean() <= binom.cdf(count, 36, chances.mean()) + 0.002


def test_the_test_holds_its_level_where_the_one_before_did_not() -> None:
    assert set(STORED) <= set(calibration.NAMES)
    for name, figures in STORED.items():
        for kind in calibration.KINDS:
            rejected = figures["rejected"][kind]["rewired"]
            networks = figures["networks"]
            # At most .075 at .05, and no more than two errors above .01 and .002.
            assert rejected[0] <= 0.075 + np.sqrt(0.05 * 0.95 / networks), (name, kind)
            for share, level in zip(rejected[1:], calibration.LEVELS[1:], strict=True):
                assert share <= level + 2 * np.sqrt(level / networks), (name, kind, level)
    assert STORED["no structure, everyone answers"]["rejected"]["busy"]["dealt out"][0] > 0.3


def test_power_is_no_less_than_of_the_one_before_where_everyone_answers() -> None:
    for kind in ("hole", "knot"):
        rejected = STORED["no structure, everyone answers"]["rejected"][kind]
        assert rejected["rewired"][0] >= 0.9 * rejected["dealt out"][0]


def test_stored_examples_come_back() -> None:
    name = calibration.NAMES[0]
    assert calibration.measured(name, 0) == STORED[name]["examples"][0]
