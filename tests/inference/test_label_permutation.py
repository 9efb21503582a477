"""The label null: closed forms check the simulation, and nobody's sector goes to somebody of the other kind."""

from functools import partial
from itertools import permutations

import numpy as np
import pytest
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.mixing import inside_and_across, mixing_of
from stakeholder_graph.inference.imputation.dyads import without_answers
from stakeholder_graph.inference.label_permutation import PermutedMixing, permuted_labels, under_labels
from stakeholder_graph.inference.observed_mixing import expected_mixing
from stakeholder_graph.measures._registry import find_measure, measures
from tests.calibration.networks import layer_of, network
from tests.known import karate, knoki

Floats = NDArray[np.float64]


def inside(mixing: NDArray[np.number]) -> Floats:
    return np.asarray(np.trace(mixing, axis1=-2, axis2=-1), dtype=float)


def second_moment(a: Floats, b: Floats) -> float:
    """Mean square of sum a[i, j] b[p[i], p[j]] over all permutations p, diagonals 0.

    Mantel, N. (1967). Cancer Research, 27(2), 209-220; of 0 and 1 the join count of Cliff and Ord.
    """
    n = len(a)
    patterns = []
    for m in (a, b):
        rows, columns = m.sum(axis=1), m.sum(axis=0)
        square, turned = (m**2).sum(), (m * m.T).sum()
        one, other, chain = (rows**2).sum() - square, (columns**2).sum() - square, rows @ columns - turned
        patterns.append(
            [square, turned, one, other, 2 * chain, m.sum() ** 2 - square - turned - one - other - 2 * chain]
        )
    two, three, four = n * (n - 1), n * (n - 1) * (n - 2), n * (n - 1) * (n - 2) * (n - 3)
    # A chain of a meets one of b in two of the four ways that 2 x 2 would count.
    ways = np.array([1, 1, 1, 1, 0.5, 1]) / np.array([two, two, three, three, three, four])
    return float(np.sum(np.array(patterns[0]) * np.array(patterns[1]) * ways))


@pytest.mark.parametrize("layer", [knoki(), knoki("either"), knoki("both"), karate()], ids=lambda one: str(one.ties))
def test_mean_and_variance_of_ties_inside_are_those_of_the_closed_forms(layer: Layer) -> None:
    simulated = under_labels(layer, inside, 9999)
    ties = layer.adjacency.toarray() / (1 if layer.directed else 2)
    same = np.equal.outer(layer.sector_codes, layer.sector_codes) & ~np.eye(layer.n, dtype=bool)
    mean = float(np.trace(expected_mixing(layer)))
    variance = second_moment(ties, same.astype(float)) - mean**2
    assert simulated.mean() == pytest.approx(mean, abs=4 * np.sqrt(variance / 9999))
    assert simulated.var() == pytest.approx(variance, rel=0.08)


def test_the_closed_forms_are_those_of_all_permutations() -> None:
    rng = np.random.default_rng(1)
    layer = layer_of(rng.random((6, 6)) < 0.4, np.array([0, 0, 0, 1, 1, 2]))
    every = np.array([layer.sector_codes[list(order)] for order in permutations(range(6))])
    mixing = mixing_of(every, layer.edge_index, 3, directed=True)
    assert expected_mixing(layer) == pytest.approx(mixing.mean(axis=0))
    same = np.equal.outer(layer.sector_codes, layer.sector_codes) & ~np.eye(6, dtype=bool)
    assert second_moment(layer.adjacency.toarray(), same.astype(float)) == pytest.approx((inside(mixing) ** 2).mean())


def test_with_silent_organizations_the_mean_is_that_of_all_permutations_within_either_kind() -> None:
    rng = np.random.default_rng(2)
    silent = np.array([False, False, False, False, True, True, True])
    layer = without_answers(layer_of(rng.random((7, 7)) < 0.5, np.array([0, 0, 1, 2, 1, 1, 2])), silent)
    every = np.array([[*one, *other] for one in permutations((0, 0, 1, 2)) for other in permutations((1, 1, 2))])
    mixing = mixing_of(every, layer.edge_index, 3, directed=True)
    assert expected_mixing(layer) == pytest.approx(mixing.mean(axis=0))


def test_sectors_are_dealt_among_those_who_answered_and_apart_among_the_others() -> None:
    tied, sector = network(np.random.default_rng(0), n=40)
    silent = np.arange(40) % 3 == 0
    layer = without_answers(layer_of(tied, sector), silent)
    for batch in permuted_labels(layer, 50, 0, 1):
        for some in (silent, ~silent):
            assert (np.sort(batch[:, some], axis=1) == np.sort(sector[some])).all()


def test_the_same_seed_gives_the_same_labels_and_each_seed_others() -> None:
    one, same, other = (np.concatenate(list(permuted_labels(knoki(), 20, seed, 1))) for seed in (0, 0, 1))
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)


@pytest.mark.parametrize("by_cell", [False, True])
def test_statistics_that_share_their_draws_see_what_each_would_draw(by_cell: bool) -> None:
    drawn = PermutedMixing(karate(), 499, 3)
    first = under_labels(drawn, inside, observed=10.0, by_cell=by_cell)  # may stop before the end
    for _ in range(2):
        assert np.array_equal(
            under_labels(drawn, inside, by_cell=by_cell), under_labels(karate(), inside, 499, 3, by_cell=by_cell)
        )
    assert np.array_equal(first, under_labels(karate(), inside, 499, 3, observed=10.0, by_cell=by_cell))


@pytest.mark.parametrize("organizations", [9, 40, 300])
def test_counting_ties_inside_alone_gives_trace_and_sum_of_the_mixing_matrices(organizations: int) -> None:
    rng = np.random.default_rng(organizations)
    labels = rng.integers(0, 300, (1_203, organizations))
    ends = rng.integers(0, organizations, (2, 5 * organizations))
    edge_index = (ends[0], ends[1])
    for directed in (True, False):
        whole = mixing_of(labels[:20], edge_index, 300, directed=directed)
        alone = inside_and_across(labels[:20], edge_index)
        assert np.array_equal(np.trace(alone, axis1=1, axis2=2), np.trace(whole, axis1=1, axis2=2))
        assert np.array_equal(alone.sum(axis=(1, 2)), whole.sum(axis=(1, 2)))
    # Cut into batches it counts the same.
    assert np.array_equal(inside_and_across(labels, edge_index)[-3:], inside_and_across(labels[-3:], edge_index))


@pytest.mark.parametrize("name", ["ei_index", "freeman_segregation", "odds_ratio"])
def test_measures_of_ties_inside_alone_have_the_same_values_either_way(name: str) -> None:
    layer = layer_of(*network(np.random.default_rng(3), n=40, silos=1.0))
    null = find_measure(name).permutes_labels
    assert null is not None
    assert null.inside_alone
    assert null.statistic is not None
    statistic = partial(null.statistic, layer)
    whole, alone = (under_labels(layer, statistic, 999, inside_alone=flag) for flag in (False, True))
    assert np.array_equal(whole, alone)


def test_no_statistic_of_ties_inside_alone_looks_at_more() -> None:
    mixing = np.array([[[4, 1], [2, 3]], [[1, 6], [0, 3]]])
    collapsed = np.array([[[7, 3], [0, 0]], [[4, 6], [0, 0]]])
    layer = karate()
    for info in measures().values():
        null = info.permutes_labels
        if null is not None and null.inside_alone:
            for look in filter(None, (null.statistic, null.cells)):
                assert np.array_equal(look(layer, mixing), look(layer, collapsed)), info.name


def test_whoever_asks_for_ties_inside_alone_gets_whole_matrices_that_are_there() -> None:
    drawn = PermutedMixing(layer_of(*network(np.random.default_rng(3), n=40, silos=1.0)), 99)
    alone = next(drawn.batches(inside_alone=True))
    whole = next(drawn.batches())
    assert alone.shape[1:] == (2, 2)
    assert next(drawn.batches(inside_alone=True)) is whole
    assert np.array_equal(np.trace(alone, axis1=1, axis2=2), np.trace(whole, axis1=1, axis2=2))
