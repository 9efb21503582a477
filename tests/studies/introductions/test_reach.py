"""Distance-weighted fragmentation of Zachary's karate club (1977), and the ties that lower it."""

import networkx as nx
import numpy as np
import pytest
from numpy.typing import NDArray

from stakeholder_graph.studies.introductions.matching import WeightedPairs
from stakeholder_graph.studies.introductions.reach import closest_pairs, distances, fragmentation, with_tie

Flags = NDArray[np.bool_]


@pytest.fixture(scope="module")
def karate() -> Flags:
    return tied_in(nx.karate_club_graph())


def tied_in(graph: "nx.Graph[int]") -> Flags:
    return np.asarray(nx.to_numpy_array(graph) > 0)


def untied(tied: Flags) -> WeightedPairs:
    first, second = np.nonzero(np.triu(~tied, 1))
    return WeightedPairs(first, second, np.ones(len(first)))


def after(tied: Flags, chosen: WeightedPairs) -> float:
    more = tied.copy()
    more[chosen.first, chosen.second] = more[chosen.second, chosen.first] = True
    return fragmentation(distances(more))


def test_karate_before(karate: Flags) -> None:
    assert fragmentation(distances(karate)) == pytest.approx(0.507992, abs=5e-7)
    # The same by plain loops over networkx.
    ways = dict(nx.all_pairs_shortest_path_length(nx.karate_club_graph()))
    near = sum(1 / ways[a][b] for a in ways for b in ways if a < b)
    assert fragmentation(distances(karate)) == pytest.approx(1 - 2 * near / (34 * 33), abs=1e-12)


def test_the_best_single_tie_joins_the_two_hubs(karate: Flags) -> None:
    pairs = untied(karate)
    chosen = closest_pairs(pairs, distances(karate), np.full(34, 34), 1)
    assert (chosen.first.tolist(), chosen.second.tolist()) == ([0], [33])
    assert after(karate, chosen) == pytest.approx(0.491533, abs=5e-7)
    # No other tie does as much.
    values = [
        fragmentation(with_tie(distances(karate), int(a), int(b)))
        for a, b in zip(pairs.first, pairs.second, strict=True)
    ]
    assert min(values) == pytest.approx(0.491533, abs=5e-7)


@pytest.mark.parametrize(("each", "expected"), [(34, 0.467617), (1, 0.474153)])
def test_five_ties_one_after_another(karate: Flags, each: int, expected: float) -> None:
    chosen = closest_pairs(untied(karate), distances(karate), np.full(34, each), 5)
    assert len(chosen) == 5
    assert after(karate, chosen) == pytest.approx(expected, abs=5e-7)
    assert np.bincount(np.concatenate([chosen.first, chosen.second])).max() <= each


def test_parts_that_nothing_joins_are_infinitely_far() -> None:
    tied = tied_in(nx.Graph([(0, 1), (2, 3)]))
    assert fragmentation(distances(tied)) == pytest.approx(1 - 4 / 12)
    assert np.isnan(fragmentation(distances(np.zeros((1, 1), dtype=bool))))
    chosen = closest_pairs(untied(tied), distances(tied), np.ones(4, dtype=np.intp), 9)
    assert len(chosen) == 2  # whoever is in a pair is in no other


def test_ties_that_do_nothing_are_not_chosen() -> None:
    whole = np.ones((4, 4), dtype=bool)
    np.fill_diagonal(whole, False)
    pair = WeightedPairs(np.array([0]), np.array([1]), np.array([1.0]))
    assert len(closest_pairs(pair, distances(whole), np.ones(4, dtype=np.intp), 3)) == 0
