"""Whom everybody reaches in how many steps, against networkx."""

import networkx as nx
import numpy as np
import pytest
from scipy.sparse import csr_array

from stakeholder_graph.inference.paths.steps import reached_within


def ties(graph: "nx.Graph[int]") -> csr_array:
    return csr_array(nx.to_numpy_array(graph, nodelist=sorted(graph)))


def by_hand(graph: "nx.Graph[int]") -> list[list[int]]:
    """Others within 0, 1, 2, ... steps of each."""
    lengths = dict(nx.all_pairs_shortest_path_length(graph))
    most = max(max(of.values()) for of in lengths.values())
    return [
        [sum(0 < length <= step for length in lengths[node].values()) for node in sorted(graph)]
        for step in range(most + 1)
    ]


@pytest.mark.parametrize(("n", "p"), [(30, 0.1), (30, 0.03), (64, 0.05), (150, 0.02), (5, 0.0)])
def test_steps_are_those_of_networkx(n: int, p: float) -> None:
    graphs = [nx.gnp_random_graph(n, p, seed=seed, directed=True) for seed in range(150 if n == 30 else 3)]
    networks = [ties(graph) for graph in graphs]
    assert [found.tolist() for found in reached_within(networks)] == [by_hand(graph) for graph in graphs]
    either = [found.tolist() for found in reached_within(networks, both_ways=True)]
    assert either == [by_hand(graph.to_undirected()) for graph in graphs]


def test_whoever_has_left_is_on_no_way() -> None:
    graph = nx.gnp_random_graph(70, 0.04, seed=1)
    gone = np.zeros((3, 70), dtype=bool)
    gone[1, 0], gone[2, [3, 65]] = True, True
    for found, left in zip(reached_within([ties(graph)] * 3, gone), gone, strict=True):
        without = graph.copy()
        without.remove_edges_from([tie for tie in graph.edges if left[list(tie)].any()])
        assert found.tolist() == by_hand(without)
