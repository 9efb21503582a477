"""Draws stop where the rule says, p stays valid, and neither depends on batches or cores."""

from collections.abc import Iterator

import networkx as nx
import numpy as np
import pytest

from stakeholder_graph.concurrency.cores import CORES
from stakeholder_graph.graph import from_networkx
from stakeholder_graph.inference import early_stopping
from stakeholder_graph.inference.dyad_permutation import PermutedDyads
from stakeholder_graph.inference.early_stopping import ENOUGH, LEAST, sequential, stops_at, until_clear
from stakeholder_graph.inference.label_permutation import under_labels
from stakeholder_graph.inference.mrqap import mrqap
from stakeholder_graph.inference.p_values import two_sided
from stakeholder_graph.inference.qap import qap


@pytest.mark.parametrize("spread", [1e6, 4])
def test_p_is_valid_by_simulation_of_a_null_that_is_known(monkeypatch: pytest.MonkeyPatch, spread: float) -> None:
    """Besag & Clifford (1991): P(p <= u) <= u; here for all u that occur, with few values alike and with many."""
    monkeypatch.setattr(early_stopping, "LEAST", 19)
    monkeypatch.setattr(early_stopping, "ENOUGH", 5)
    runs, rng = 20_000, np.random.default_rng(4)
    values = np.floor(rng.normal(size=(100, runs)) * spread)
    observed, simulated = values[0], values[1:]
    stopped = stops_at(observed, simulated)
    assert 0.5 < np.mean(stopped > 0) < 1
    p = sequential(observed, simulated)
    for u in np.unique(p):
        assert np.mean(p <= u) <= u + 4 * np.sqrt(u / runs)


def test_the_stop_is_that_of_a_plain_loop() -> None:
    rng = np.random.default_rng(1)
    simulated, observed = rng.normal(size=5000), 1.2
    below = above = 0
    for draw, value in enumerate(simulated, start=1):
        below, above = below + (value <= observed), above + (value >= observed)
        if draw >= LEAST and min(below, above) >= ENOUGH:
            break
    assert LEAST < draw < 5000
    assert stops_at(np.array(observed), simulated) == draw
    p = two_sided(np.array(observed), simulated[:draw])
    assert p == pytest.approx(2 * (1 + ENOUGH) / (1 + draw))
    # Never below that of the paper.
    assert p >= 2 * ENOUGH / draw
    for size in (1, 64, 5000):
        batches = (simulated[begin : begin + size] for begin in range(0, 5000, size))
        assert np.array_equal(until_clear(np.array(observed), batches), simulated[:draw])


def test_what_is_clearly_unlike_chance_is_drawn_to_the_end() -> None:
    simulated = np.random.default_rng(2).normal(size=9999)
    assert stops_at(np.array(2.4), simulated) == 0
    assert sequential(np.array([2.4]), simulated[:, None]) == two_sided(np.array(2.4), simulated)


def test_no_more_batches_are_asked_for_than_are_needed() -> None:
    asked: list[int] = []

    def batches() -> Iterator[np.ndarray]:
        for index in range(1000):
            asked.append(index)
            yield np.random.default_rng(index).normal(size=100)

    assert len(until_clear(np.array(0.0), batches())) == LEAST
    assert len(asked) == 10


def test_each_predictor_stops_by_itself_whatever_the_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(2, 12, 12))
    y = x[0] + rng.normal(size=(12, 12))
    dyads, found = PermutedDyads.among(np.ones((12, 12), dtype=bool)), []
    for limit in ("1", "4"):
        monkeypatch.setenv(CORES, limit)
        regression, correlation = mrqap(y, x, dyads, seed=3), qap(y, x[1], dyads, seed=3)
        found.append((regression.simulated.tobytes(), regression.p.tobytes(), correlation.simulated.tobytes()))
    assert found[0] == found[1]
    assert regression.draws[0] == 9999
    assert LEAST <= regression.draws[1] < 9999
    assert regression.p[1] == two_sided(regression.t[1:], regression.simulated[: regression.draws[1], 1:])[0]


def test_permuted_labels_stop_where_everything_drawn_would() -> None:
    layer = from_networkx(nx.karate_club_graph(), sector="club").layer("collaboration")

    def inside(mixing: np.ndarray) -> np.ndarray:
        return np.asarray(np.trace(mixing, axis1=1, axis2=2), dtype=float)

    every = under_labels(layer, inside)
    some = under_labels(layer, inside, observed=float(np.median(every)))
    assert len(some) == LEAST
    assert np.array_equal(every[:LEAST], some)
