"""Closed forms of chance against every way it could fall, in networks small enough to try them all."""

from dataclasses import replace
from itertools import combinations, permutations, product

import networkx as nx
import numpy as np
import pytest

from stakeholder_graph.communities.by_chance import returned_ties, ties_between, ties_within
from stakeholder_graph.graph import Layer, from_networkx
from stakeholder_graph.graph.observed import Observed


def tied(graph: "nx.Graph[int]") -> np.ndarray:
    return np.array([degree for _node, degree in sorted(graph.degree)])


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("size", [2, 3, 5, 6])
def test_ties_within_a_group_over_all_groups_of_its_size(seed: int, size: int) -> None:
    graph = nx.gnm_random_graph(6, 8, seed=seed)
    counts = [graph.subgraph(group).number_of_edges() for group in combinations(range(6), size)]
    found = ties_within(tied(graph), size)
    assert found.expected == pytest.approx(np.mean(counts))
    assert found.sd == pytest.approx(np.std(counts), abs=1e-7)


@pytest.mark.parametrize("sizes", [(1, 1), (1, 4), (2, 3), (3, 3)])
def test_ties_between_two_groups_over_all_such_groups(sizes: tuple[int, int]) -> None:
    graph = nx.gnm_random_graph(6, 7, seed=3)
    first, second = sizes
    counts = []
    for order in permutations(range(6)):
        a, b = order[:first], order[first : first + second]
        counts.append(sum(graph.has_edge(i, j) for i in a for j in b))
    found = ties_between(tied(graph), first, second)
    assert found.expected == pytest.approx(np.mean(counts))
    assert found.sd == pytest.approx(np.std(counts), abs=1e-7)


@pytest.mark.parametrize("silent", [(), (3,), (0, 3)])
def test_returned_ties_over_all_choices_of_as_many(silent: tuple[int, ...]) -> None:
    """Rows of 2, 1, 2 and 1 names among three others: 3 * 3 * 3 * 3 ways, fewer where somebody did not answer."""
    chosen = {0: [1, 2], 1: [0], 2: [0, 3], 3: [2]}
    rows = {node: names for node, names in chosen.items() if node not in silent}
    made = layer(rows)
    ways = [
        [set(group) for group in combinations([other for other in range(4) if other != node], len(names))]
        for node, names in rows.items()
    ]
    counts = []
    for choice in product(*ways):
        named = dict(zip(rows, choice, strict=True))
        counts.append(sum(j in named[i] and i in named[j] for i, j in combinations(rows, 2)))
    found = returned_ties(made)
    assert found.expected == pytest.approx(np.mean(counts))
    assert found.sd == pytest.approx(np.std(counts), abs=1e-7)


def layer(rows: dict[int, list[int]]) -> Layer:
    """Four organizations, of which only these answered."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(4))
    graph.add_edges_from((node, name) for node, names in rows.items() for name in names)
    made = from_networkx(graph).layer("collaboration")
    whole = Observed.all_of(4)
    answered = np.array([0 if node in rows else -1 for node in range(4)])
    return replace(made, observed=replace(whole, roster_of=answered))


def test_with_too_few_to_choose_from_there_is_nothing() -> None:
    assert ties_within(np.array([1, 1]), 1).expected == 0
    assert ties_between(np.array([1, 1]), 1, 1) == (1.0, 0.0)
