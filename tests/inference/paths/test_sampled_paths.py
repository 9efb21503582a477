"""Paths from some organizations: from all of them they are exact, and from some the stated error holds."""

import networkx as nx
import numpy as np
import pytest
import rustworkx as rx

from stakeholder_graph.graph import Layer, from_networkx
from stakeholder_graph.inference.paths.sampled_paths import ratio_of, sampled_betweenness, sampled_steps


def layer_of(graph: "nx.Graph[int]") -> Layer:
    return from_networkx(graph).layer("collaboration")


def values(graph: "nx.Graph[int]", layer: Layer) -> list[float]:
    exact = nx.betweenness_centrality(graph, normalized=False)
    return [exact[int(name)] for name in layer.organizations]


@pytest.mark.parametrize("directed", [False, True])
def test_from_all_organizations_betweenness_is_that_of_networkx(directed: bool) -> None:
    graph = nx.gnp_random_graph(60, 0.07, seed=3, directed=directed)
    layer = layer_of(graph)
    found = sampled_betweenness(layer, 60)
    assert found.value == pytest.approx(values(graph, layer), abs=1e-9)
    assert not found.error.any()


def test_florentine_families_of_freeman() -> None:
    """Wasserman & Faust (1994), table 5.4, give the Medici .522 of 91 pairs."""
    graph = nx.florentine_families_graph()
    layer = from_networkx(graph).layer("collaboration")
    medici = layer.organizations.index("Medici")
    assert sampled_betweenness(layer).value[medici] / 91 == pytest.approx(0.522, abs=5e-4)


def test_the_stated_error_covers_the_exact_value() -> None:
    """Of nominal 95 %, over 20 samples and the half of organizations with more paths than the others."""
    graph = nx.gnp_random_graph(200, 0.03, seed=1, directed=True)
    layer = layer_of(graph)
    exact = np.array(values(graph, layer))
    many = exact > np.median(exact)
    hits = []
    for seed in range(20):
        found = sampled_betweenness(layer, 64, seed)
        hits.append((np.abs(found.value - exact) <= 1.96 * found.error)[many])
    assert 0.90 <= np.mean(hits) <= 0.98


def test_steps_are_those_of_the_distance_matrix() -> None:
    graph = nx.gnp_random_graph(50, 0.05, seed=2, directed=True)
    layer = layer_of(graph)
    counts, steps = sampled_steps(layer)
    of_rustworkx = rx.PyDiGraph()
    of_rustworkx.add_nodes_from(range(50))
    senders, receivers = layer.edge_index
    of_rustworkx.add_edges_from_no_data(list(zip(senders.tolist(), receivers.tolist(), strict=True)))
    exact = rx.distance_matrix(of_rustworkx, null_value=0.0)
    assert counts.sum() == (exact > 0).sum()
    assert (counts @ steps).tolist() == exact.sum(axis=1).tolist()


def test_nobody_reaches_anybody_without_ties() -> None:
    graph = nx.empty_graph(4, create_using=nx.DiGraph)
    layer = layer_of(graph)
    assert sampled_steps(layer)[0].shape == (4, 0)
    assert sampled_betweenness(layer).value.tolist() == [0, 0, 0, 0]


def test_a_mean_of_everybody_has_no_error() -> None:
    assert ratio_of(np.array([2, 4]), np.array([1, 1]), 2) == (3.0, 0.0)
