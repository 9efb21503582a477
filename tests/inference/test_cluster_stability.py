from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray
from sklearn.metrics import adjusted_rand_score

from stakeholder_graph.inference.two_mode.cluster_stability import (
    Clustering,
    adjusted_rand,
    best_jaccard,
    choose_number,
    shared_members,
)
from stakeholder_graph.measures.outcomes._two_mode import cluster


def planted(groups: int, rng: np.random.Generator, n: int = 45) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
    """Groups with two outcomes of their own each, and one outcome that most name."""
    group = np.arange(n) % groups
    own = np.arange(2 * groups) // 2 == group[:, None]
    table = rng.random(own.shape) < np.where(own, 0.8, 0.1)
    return np.column_stack([table, rng.random(n) < 0.8]), group


def test_adjusted_rand_is_scikit_learns() -> None:
    rng = np.random.default_rng(1)
    labels, others = rng.integers(3, size=30), rng.integers(4, size=(20, 30))
    others[0] = labels
    expected = [adjusted_rand_score(labels, other) for other in others]
    assert adjusted_rand(shared_members(labels, others)) == pytest.approx(expected)


def test_jaccard_by_hand() -> None:
    # {0, 1, 2} meets {0, 1} (2/3) and {3} comes back in {2, 3} (1/2); the second time both come back whole.
    labels = np.array([0, 0, 0, 1])
    others = np.array([[0, 0, 1, 1], [1, 1, 1, 0]])
    assert best_jaccard(shared_members(labels, others)) == pytest.approx([(2 / 3 + 1) / 2, (1 / 2 + 1) / 2])


@pytest.mark.parametrize("groups", [2, 3])
def test_planted_groups_are_found(groups: int) -> None:
    table, group = planted(groups, np.random.default_rng(11))
    chosen = choose_number(table, cluster, range(2, 6), tables=59)
    assert chosen.structure
    assert chosen.number == groups
    assert adjusted_rand_score(group, chosen.labels) > 0.6
    assert chosen.returns.min() > 0.75
    assert chosen.agreement > 0.6


def test_same_seed_same_answer() -> None:
    table, _ = planted(3, np.random.default_rng(3), n=20)
    one, other, third = (choose_number(table, cluster, range(2, 5), seed=seed, tables=9) for seed in (4, 4, 5))
    assert (one.p, one.number, one.returns.tolist(), one.held.tolist()) == (
        other.p,
        other.number,
        other.returns.tolist(),
        other.held.tolist(),
    )
    assert one.held.tolist() != third.held.tolist()


def test_it_tests_any_clustering_and_p_is_never_0() -> None:
    def all_alike(table: NDArray[np.bool_], weights: NDArray[np.intp], numbers: Sequence[int]) -> Clustering:
        halves = np.arange(len(table)) % 2
        shape = len(weights), len(numbers)
        return Clustering(np.broadcast_to(halves, (*shape, len(table))), np.ones(shape))

    table = np.eye(6, dtype=bool)
    chosen = choose_number(table, all_alike, [2, 3], tables=19)
    # Nothing differs between the table and chance: every table stands out as much.
    assert chosen.p == 1.0
    assert not chosen.structure
    assert chosen.agreement == 1.0

    blocks = np.repeat(np.array([[1, 1, 0, 0], [0, 0, 1, 1]], dtype=bool), 3, axis=0)

    def only_this(table: NDArray[np.bool_], weights: NDArray[np.intp], numbers: Sequence[int]) -> Clustering:
        quality = all_alike(table, weights, numbers).quality * (len(np.unique(table, axis=0)) == 2)
        return Clustering(all_alike(table, weights, numbers).labels, quality)

    assert choose_number(blocks, only_this, [2], tables=19).p == 1 / 20
    # Where the first tables show nothing at the level no more are drawn; where they do, all have to agree: here the
    # first 39 by 1 / 40, and all 99 by 4 / 100 no longer.
    assert choose_number(table, all_alike, [2, 3], tables=39, more=60).tables == 39
    chosen = choose_number(blocks, only_this, [2], tables=39, more=60, seed=5)
    assert (chosen.p, chosen.tables, chosen.structure) == (4 / 100, 99, False)


def test_the_order_of_organizations_does_not_matter() -> None:
    table, _ = planted(2, np.random.default_rng(3), n=20)
    turned = np.random.default_rng(1).permutation(20)
    one, other = (choose_number(each, cluster, range(2, 5), tables=19) for each in (table, table[turned]))
    assert (one.p, one.number, one.held.tolist()) == (other.p, other.number, other.held.tolist())
    assert one.labels[turned].tolist() == other.labels.tolist()


def test_p_is_uniform_under_chance_whatever_the_seed() -> None:
    # Tables at random: with their margins, each is as likely as any other, and one seed serves them all.
    rng = np.random.default_rng(8)
    tables = [rng.random((16, 4)) < [0.5, 0.4, 0.4, 0.3] for _ in range(80)]
    p = [choose_number(table, cluster, [2, 3], resamples=5, tables=19).p for table in tables]
    assert np.mean(np.array(p) <= 0.05) <= 0.12
    assert np.mean(np.array(p) <= 0.5) == pytest.approx(0.5, abs=0.15)


def test_of_a_long_table_a_sample_of_rows_decides_and_all_rows_are_labelled() -> None:
    table, group = planted(3, np.random.default_rng(3), 600)
    chosen = choose_number(table, cluster, range(2, 5), seed=0, tables=49, most=150)
    assert chosen.number == 3
    assert chosen.structure
    assert len(chosen.labels) == 600
    assert adjusted_rand_score(group, chosen.labels) > 0.7
    whole = choose_number(table, cluster, range(2, 5), seed=0, tables=49)
    assert adjusted_rand_score(whole.labels, chosen.labels) > 0.9


def test_a_sample_of_all_rows_is_the_table() -> None:
    table, _ = planted(2, np.random.default_rng(4))
    whole, sample = (choose_number(table, cluster, range(2, 4), tables=19, most=most) for most in (None, len(table)))
    assert np.array_equal(whole.labels, sample.labels)
    assert (whole.p, whole.agreement) == (sample.p, sample.agreement)
