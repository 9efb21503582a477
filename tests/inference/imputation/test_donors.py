"""Large networks completed after donors: the answers stay, and ranges hold the truth of networks that are known."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from scipy.sparse import csr_array

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.graph import Layer, Observed
from stakeholder_graph.inference.imputation.donors import DonorImputations, draws_of
from stakeholder_graph.inference.imputation.dyads import without_answers
from stakeholder_graph.inference.imputation.impute import ranges

SECTORS, RECIPROCITY = 5, 0.4


def network(n: int, seed: int, *, directed: bool = True, degree: float = 8.0) -> Layer:
    """Unequal activity, ties within sectors twice as likely, and two fifths of ties returned."""
    rng = np.random.default_rng(seed)
    sector = rng.integers(0, SECTORS, n)
    activity = rng.gamma(3.0, size=n)
    active = rng.choice(n, int(2 * degree * n), p=activity / activity.sum())
    other = rng.integers(0, n, len(active))
    kept = (active != other) & (rng.random(len(active)) < np.where(sector[active] == sector[other], 0.8, 0.4))
    ends = np.stack([active[kept], other[kept]])
    back = rng.random(ends.shape[1]) < RECIPROCITY / 2
    rows, columns = np.append(ends, ends[::-1, back], axis=1)
    if not directed:
        rows, columns = np.append(rows, columns), np.append(columns, rows)
    adjacency = csr_array((np.ones(len(rows)), (rows, columns)), shape=(n, n))
    adjacency.data[:] = 1.0
    names = tuple(f"Org {number:05}" for number in range(n))
    sectors = tuple(f"Sector {number}" for number in range(SECTORS))
    everybody = Observed.all_of(n)
    if directed:
        return Layer("work", "1", names, sectors, sector, adjacency, everybody, "reported", None)
    return Layer("work", "1", names, sectors, sector, adjacency, everybody, None, "one end")


def density(layer: Layer) -> float:
    return layer.n_ties / layer.n_possible_dyads


def ei(layer: Layer) -> float:
    return 1 - 2 * float(np.trace(layer.mixing)) / layer.n_ties


def reciprocity(layer: Layer) -> float:
    return float(layer.returned.mean())


STATISTICS = {"density": density, "ei": ei, "reciprocity": reciprocity}


def hidden(layer: Layer, seed: int, share: float = 0.3) -> Layer:
    return without_answers(layer, np.random.default_rng(seed).random(layer.n) < share)


@pytest.mark.parametrize("directed", [True, False])
def test_answers_stay_and_only_what_is_open_is_drawn(directed: bool) -> None:
    layer = hidden(network(400, 1, directed=directed), 2)
    for shift in range(3):
        (whole,) = DonorImputations(layer, 1, seed=3).completed(shift)
        assert whole.complete
        senders, receivers = whole.edge_index
        keys = senders * layer.n + receivers
        known = layer.edge_index[0] * layer.n + layer.edge_index[1]
        assert np.isin(known, keys).all()
        assert not layer.observes(senders, receivers)[~np.isin(keys, known)].any()
        assert not (senders == receivers).any()


def test_the_same_seed_draws_the_same() -> None:
    layer = hidden(network(300, 1), 2)
    one, other = (next(DonorImputations(layer, 1, seed=9).completed()) for _ in range(2))
    assert (one.strength.toarray() == other.strength.toarray()).all()


def test_ranges_hold_the_truth() -> None:
    """Of nominal 90 % if those who did not answer are like the others, over 20 networks of 300 organizations."""
    inside = dict.fromkeys(STATISTICS, 0)
    for seed in range(20):
        truth = network(300, seed)
        drawn = DonorImputations(hidden(truth, 100 + seed), 40, seed=seed, shifts=(0.0,))
        for name, statistic in STATISTICS.items():
            like = ranges(drawn, statistic).range_like
            assert like is not None
            inside[name] += like[0] <= statistic(truth) <= like[1]
    assert {name: count >= 15 for name, count in inside.items()} == dict.fromkeys(STATISTICS, True), inside


@pytest.mark.parametrize("directed", [True, False])
def test_estimates_have_no_bias(directed: bool) -> None:
    error: dict[str, list[float]] = {name: [] for name in STATISTICS if directed or name != "reciprocity"}
    for seed in range(6):
        truth = network(600, seed, directed=directed)
        drawn = DonorImputations(hidden(truth, 50 + seed), 5, seed=seed, shifts=(0.0,))
        for name in error:
            estimate = ranges(drawn, STATISTICS[name]).estimate
            assert estimate is not None
            error[name].append(estimate - STATISTICS[name](truth))
    assert np.mean(error["density"]) == pytest.approx(0, abs=0.02 * density(truth))
    assert np.mean(error["ei"]) == pytest.approx(0, abs=0.015)
    if directed:
        assert np.mean(error["reciprocity"]) == pytest.approx(0, abs=0.015)


def test_half_and_twice_as_active() -> None:
    """A tie is so rare that odds are shares: 3 of 10 who send half, or twice, as many ties."""
    layer = hidden(network(2_000, 4), 5)
    drawn = DonorImputations(layer, 2, seed=6)
    counts = [np.mean([whole.n_ties for whole in drawn.completed(shift)]) - layer.n_ties for shift in range(3)]
    assert counts[1] / counts[0] == pytest.approx(0.5, abs=0.05)
    assert counts[2] / counts[0] == pytest.approx(2.0, abs=0.1)


def test_few_answers_are_too_few() -> None:
    layer = network(40, 1)
    assert ranges(DonorImputations(without_answers(layer, np.arange(40) > 5), 10), density).reason == "too_few_answers"


def test_there_are_fewer_draws_of_more_ties() -> None:
    layer = network(5_000, 1)
    assert draws_of(network(1_000, 1), 200) == 200
    assert draws_of(layer, 5) == 5
    assert draws_of(layer, 1_000) == 2_500_000 // layer.n_ties


class Numbers:
    """Completions of which only a statistic is known: as many shifts as rows, as many draws as columns."""

    layer, reason, nothing_missing = network(20, 1), None, False

    def __init__(self, values: Floats) -> None:
        self.values, self.shifts = values, (0.0,) * len(values)

    def __len__(self) -> int:
        return int(self.values.shape[1])

    def completed(self, shift: int = 0) -> Iterator[Any]:
        return iter(self.values[shift])


def test_the_error_of_an_end_is_what_it_differs_by_from_draw_to_draw() -> None:
    """Of 400 sets of 40 draws each the ends scatter as much as the error says."""
    drawn = np.random.default_rng(3).normal(size=(400, 1, 40))
    as_it_is: Callable[[Any], float] = float
    sets = [ranges(Numbers(values), as_it_is) for values in drawn]
    ends = np.array([drawn.range for drawn in sets])
    said = np.array([drawn.error for drawn in sets]) * np.diff(ends).ravel()
    assert np.sqrt((said**2).mean()) == pytest.approx(ends.std(axis=0).mean(), rel=0.15)
