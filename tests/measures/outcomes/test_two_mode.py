import networkx as nx
import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.cluster.hierarchy import average, fcluster
from sklearn.metrics import adjusted_rand_score

from stakeholder_graph.inference.two_mode.cluster_stability import best_jaccard, shared_members
from stakeholder_graph.measures.outcomes._two_mode import barber_modularity, cluster, excess, outcome_groups

Davis = tuple[list[str], NDArray[np.bool_]]


@pytest.fixture(scope="module")
def davis() -> Davis:
    """Eighteen women at fourteen events (Davis, Gardner & Gardner 1941), in the order of networkx."""
    graph = nx.davis_southern_women_graph()
    women, events = graph.graph["top"], graph.graph["bottom"]
    return women, nx.bipartite.biadjacency_matrix(graph, women, events).toarray().astype(bool)


def test_barber_modularity_of_the_southern_women(davis: Davis) -> None:
    # Women 1-9 | 10-18 with events 1-8 | 9-14: .318394, from the definition in Barber (2007) by reference software.
    _, table = davis
    women, events = np.repeat([0, 1], 9), np.repeat([0, 1], [8, 6])
    assert barber_modularity(table, women, events) == pytest.approx(0.318394, abs=5e-7)


def test_evelyn_and_laura_share_six_events(davis: Davis) -> None:
    # Six events of the nine that either went to, by the Jaccard with which clusters are compared.
    women, table = davis
    evelyn, laura = (table[women.index(name)].astype(int) for name in ("Evelyn Jefferson", "Laura Mandeville"))
    shared = shared_members(evelyn, laura[None])
    assert shared[0, 1, 1] == 6
    assert best_jaccard(shared)[1] == pytest.approx(0.6667, abs=5e-5)


def test_two_clusters_of_the_southern_women(davis: Davis) -> None:
    # Davis, Gardner & Gardner saw two groups around 1-9 and 10-18; the clustering finds nearly these.
    _, table = davis
    found = cluster(table, np.ones((1, 18), dtype=int), [2])
    assert adjusted_rand_score(np.repeat([0, 1], 9), found.labels[0, 0]) > 0.7
    assert found.quality[0, 0] >= 0.318394


def test_the_trees_are_scipys() -> None:
    rng = np.random.default_rng(8)
    table = rng.random((50, 7)) < 0.4
    weights = rng.multinomial(50, np.full(50, 1 / 50), size=10)
    found = outcome_groups(table, weights, [2, 3, 5])
    for counts, cuts in zip(weights, found, strict=True):
        phi = np.asarray(np.corrcoef(np.repeat(table, counts, axis=0).T))
        tree = average((1 - phi)[np.triu_indices(7, 1)])
        for number, cut in zip([2, 3, 5], cuts, strict=True):
            assert adjusted_rand_score(fcluster(tree, number, "maxclust"), cut) == 1


def test_quality_is_barbers_modularity() -> None:
    table = np.random.default_rng(2).random((30, 6)) < 0.4
    once = np.ones((1, 30), dtype=int)
    found, groups = cluster(table, once, [2, 4]), outcome_groups(table, once, [2, 4])
    for at in range(2):
        expected = barber_modularity(table, found.labels[0, at], groups[0, at])
        assert found.quality[0, at] == pytest.approx(expected)


def test_a_popular_outcome_draws_nobody_together() -> None:
    # Half name one rare outcome, half another, all but one a third: the third has next to no say.
    table = np.array([[True, False, True], [False, True, True]] * 10)
    table[0, 2] = False
    beyond = excess(table)
    assert np.abs(beyond[2:, 2]).max() < 0.1 < np.abs(beyond[2:, :2]).min()
    labels = cluster(table, np.ones((1, 20), dtype=int), [2]).labels[0, 0]
    assert adjusted_rand_score(np.arange(20) % 2, labels) == 1
