"""The best choice of pairs: against published networks, every choice there is, and another library."""

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from networkx.algorithms import bipartite
from numpy.typing import NDArray

from stakeholder_graph.measures.outcomes.outcome_similarity import jaccard
from stakeholder_graph.studies.introductions.matching import WeightedPairs, heaviest_of_each, heaviest_pairs


def pairs_of(weights: NDArray[np.float64]) -> WeightedPairs:
    first, second = np.nonzero(np.triu(weights, 1))
    return WeightedPairs(first, second, weights[first, second])


def women_by_events() -> NDArray[np.float64]:
    graph = nx.davis_southern_women_graph()
    women, events = graph.graph["top"], graph.graph["bottom"]
    return np.asarray(bipartite.biadjacency_matrix(graph, women, events).toarray(), dtype=np.float64)


def test_davis_women_by_jaccard() -> None:
    # 18 women and 14 events (Davis, Gardner & Gardner 1941); value by networkx.max_weight_matching.
    weights = np.nan_to_num(jaccard(women_by_events() > 0))
    chosen = heaviest_pairs(pairs_of(weights), np.ones(18, dtype=np.intp), 9)
    assert len(chosen) == 9
    assert chosen.weight.sum() == pytest.approx(6.088889, abs=5e-7)


def test_davis_women_by_newman() -> None:
    # Each event that two attend counts 1 / (attendants - 1) (Newman 2001).
    by = women_by_events()
    weights = (by / (by.sum(axis=0) - 1)) @ by.T
    chosen = heaviest_pairs(pairs_of(weights), np.ones(18, dtype=np.intp), 9)
    assert chosen.weight.sum() == pytest.approx(6.806560, abs=5e-7)


def best_by_trying(pairs: WeightedPairs, capacity: NDArray[np.intp], at_most: int) -> float:
    """The value of the best of all choices of pairs."""
    best = 0.0
    for size in range(1, at_most + 1):
        for chosen in combinations(range(len(pairs)), size):
            load = np.bincount(
                np.concatenate([pairs.first[list(chosen)], pairs.second[list(chosen)]]), minlength=len(capacity)
            )
            if (load <= capacity).all():
                best = max(best, float(pairs.weight[list(chosen)].sum()))
    return best


@pytest.mark.parametrize("seed", range(60))
def test_no_choice_is_better_in_small_networks(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n, at_most = int(rng.integers(3, 9)), int(rng.integers(1, 5))
    weights = np.triu(rng.random((n, n)) * (rng.random((n, n)) < 0.7), 1)
    if seed % 3 == 0:  # many pairs of one weight
        weights = np.ceil(weights * 3) / 3
    capacity = rng.integers(0, 4, n)
    pairs = pairs_of(weights)
    chosen = heaviest_pairs(pairs, capacity, at_most)
    load = np.bincount(np.concatenate([chosen.first, chosen.second]), minlength=n)
    assert (load <= capacity).all()
    assert len(chosen) <= at_most
    assert chosen.weight.sum() == pytest.approx(best_by_trying(pairs, capacity, at_most), abs=1e-9)


@pytest.mark.parametrize("seed", range(8))
def test_one_pair_each_agrees_with_networkx(seed: int) -> None:
    rng = np.random.default_rng(seed)
    weights = np.triu(rng.random((40, 40)), 1)
    graph = nx.from_numpy_array(weights)
    other = nx.max_weight_matching(graph)
    chosen = heaviest_pairs(pairs_of(weights), np.ones(40, dtype=np.intp), 20)
    assert chosen.weight.sum() == pytest.approx(sum(graph.edges[pair]["weight"] for pair in other), abs=1e-9)


def test_leaving_out_light_pairs_loses_nothing() -> None:
    # The proof at the top of the module, tried: the whole program against the one that is solved.
    from stakeholder_graph.studies.introductions.matching import _solved

    rng = np.random.default_rng(1)
    for _ in range(10):
        pairs = pairs_of(np.triu(np.ceil(rng.random((30, 30)) * 8) / 8, 1))
        capacity = rng.integers(1, 3, 30)
        whole = pairs.weight[_solved(pairs, capacity, 3)].sum()
        assert heaviest_pairs(pairs, capacity, 3).weight.sum() == pytest.approx(whole)


def test_the_order_of_the_pairs_does_not_matter() -> None:
    rng = np.random.default_rng(5)
    pairs = pairs_of(np.triu(np.ceil(rng.random((25, 25)) * 3) / 3, 1))  # many of one weight
    capacity = np.ones(25, dtype=np.intp)
    first, second = (
        heaviest_pairs(pairs.take(order), capacity, 6) for order in (np.arange(len(pairs)), rng.permutation(len(pairs)))
    )
    assert first.first.tolist() == second.first.tolist()
    assert first.second.tolist() == second.second.tolist()


def test_nothing_to_choose() -> None:
    none = WeightedPairs(np.array([], dtype=np.intp), np.array([], dtype=np.intp), np.array([]))
    assert len(heaviest_pairs(none, np.ones(3, dtype=np.intp), 2)) == 0
    pair = WeightedPairs(np.array([0]), np.array([1]), np.array([1.0]))
    assert len(heaviest_pairs(pair, np.array([1, 0]), 2)) == 0
    assert len(heaviest_pairs(pair, np.array([1, 1]), 0)) == 0


def test_only_the_heaviest_of_both_ends_are_kept() -> None:
    # 0 is in three pairs, of which (0, 3) is its lightest although it is the heaviest of 3.
    pairs = WeightedPairs(np.array([0, 0, 0, 3]), np.array([1, 2, 3, 4]), np.array([4.0, 3.0, 2.0, 1.0]))
    kept = heaviest_of_each(pairs, 2)
    assert list(zip(kept.first.tolist(), kept.second.tolist(), strict=True)) == [(0, 1), (0, 2), (3, 4)]
