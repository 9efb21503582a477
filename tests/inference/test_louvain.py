"""The Louvain method: networkx's search, but one that always ends."""

import networkx as nx
import pytest

from stakeholder_graph.inference.louvain import louvain_communities


def sets(communities: list[set[int]]) -> set[frozenset[int]]:
    return set(map(frozenset, communities))


@pytest.mark.parametrize("directed", [False, True])
def test_where_rounding_plays_no_part_it_finds_what_networkx_finds(directed: bool) -> None:
    """With a power of two as the number of ties, networkx divides without rounding."""
    for seed in range(20):
        graph = nx.gnm_random_graph(12 + seed, 64, seed=seed, directed=directed)
        theirs = nx.community.louvain_communities(graph, weight=None, seed=seed)
        assert sets(louvain_communities(graph, seed=seed)) == sets(theirs)


def test_weights_count_as_that_many_ties() -> None:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_weighted_edges_from([(0, 1, 9), (1, 2, 1), (2, 3, 9), (3, 0, 1)])
    assert sets(louvain_communities(graph, "weight")) == {frozenset({0, 1}), frozenset({2, 3})}


@pytest.mark.parametrize("n", range(3, 16))
def test_the_search_ends_where_all_moves_are_equally_good(n: int) -> None:
    """Rings: in floating point, rounding moves an organization to and fro for ever in some of them."""
    for graph in (nx.cycle_graph(n), nx.cycle_graph(n, create_using=nx.DiGraph), nx.complete_graph(n)):
        for seed in range(5):
            communities = louvain_communities(graph, seed=seed)
            assert sorted(node for community in communities for node in community) == list(range(n))


def test_without_ties_everybody_stands_alone() -> None:
    assert louvain_communities(nx.empty_graph(3)) == [{0}, {1}, {2}]
