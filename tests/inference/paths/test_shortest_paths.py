"""Paths followed side by side, against networkx, which follows them one by one."""

from itertools import pairwise

import networkx as nx
import numpy as np
import pytest
from scipy.sparse import csr_array

from stakeholder_graph.inference.paths.shortest_paths import passing


def ties(graph: "nx.Graph[int]") -> csr_array:
    return csr_array(nx.to_numpy_array(graph, nodelist=sorted(graph)))


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize(("n", "p"), [(40, 0.12), (40, 0.03), (200, 0.02), (7, 0.0)])
def test_networks_side_by_side_are_as_each_alone(n: int, p: float, directed: bool) -> None:
    """More than are held together, of several parts, and larger than what is followed at once."""
    graphs = [nx.gnp_random_graph(n, p, seed=seed, directed=directed) for seed in range(18 if n < 100 else 2)]
    passed = passing([ties(graph) for graph in graphs])
    assert passed is not None
    for graph, found in zip(graphs, passed, strict=True):
        expected = nx.betweenness_centrality(graph, normalized=False)
        # Where ties have no direction networkx counts each pair once.
        assert found / (1 if directed else 2) == pytest.approx(np.array([expected[node] for node in range(n)]))


def test_longer_paths_than_asked_for_are_not_counted() -> None:
    path = ties(nx.path_graph(6))
    assert passing([path], most=4) is None
    passed = passing([path], most=5)
    assert passed is not None
    assert passed[0].tolist() == [0, 8, 12, 12, 8, 0]


def test_paths_are_counted_exactly_however_many_there_are() -> None:
    """9 ** 8 from the first of ten rows of nine to the last: more than single precision counts."""
    names = np.arange(90).reshape(10, 9)
    graph = nx.DiGraph([(int(a), int(b)) for row, onward in pairwise(names) for a in row for b in onward])
    graph.add_edge(0, 89)
    passed = passing([ties(graph)])
    assert passed is not None
    expected = nx.betweenness_centrality(graph, normalized=False)
    assert passed[0] == pytest.approx(np.array([expected[node] for node in range(90)]), rel=1e-12)
