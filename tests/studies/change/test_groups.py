"""Pairs of groups that changed: counts by hand, a planted change, and organizations that drift."""

import numpy as np

from stakeholder_graph.frames.arrays import Flags
from stakeholder_graph.studies.change.groups import group_changes
from stakeholder_graph.studies.change.two_waves import TwoWaves

N = 30
SECTOR = {name: np.arange(N) % 3 == code for code, name in enumerate("xyz")}
TEAM = {"Team": np.arange(N) < 9}


def waves(before: Flags, after: Flags, *, directed: bool = True) -> TwoWaves:
    known = ~np.eye(N, dtype=bool)
    return TwoWaves(tuple(map(str, range(N))), before & known, after & known, known, np.ones(N, dtype=bool), directed)


def random_wave(seed: int) -> Flags:
    return np.random.default_rng(seed).random((N, N)) < 0.2


def test_counts_are_those_of_the_matrices() -> None:
    before, after = random_wave(1), random_wave(2)
    changes = {
        (c.from_group, c.to_group): (c.before, c.after)
        for c in group_changes(waves(before, after), SECTOR, TEAM, 99, 0)
    }
    off = ~np.eye(N, dtype=bool)
    for (one, other), counts in changes.items():
        rows = SECTOR.get(one, TEAM["Team"] & ~SECTOR[other])
        block = np.outer(rows, SECTOR[other]) & off
        assert counts == ((before & block).sum(), (after & block).sum())
    assert len(changes) == 12


def test_an_undirected_tie_counts_once() -> None:
    before, after = (np.triu(random_wave(seed), 1) for seed in (1, 2))
    changes = group_changes(waves(before | before.T, after | after.T, directed=False), SECTOR, {}, 99, 0)
    assert sum(change.before for change in changes) == before.sum()
    assert sum(change.after for change in changes) == after.sum()


def test_a_planted_change_stands_out_and_nothing_else() -> None:
    before = random_wave(1)
    after = before.copy()
    block = np.outer(TEAM["Team"] & ~SECTOR["x"], SECTOR["x"])
    after[block] |= np.random.default_rng(3).random(block.sum()) < 0.35
    noise = np.random.default_rng(4).random((N, N)) < 0.02
    clear = [c for c in group_changes(waves(before, after ^ noise), SECTOR, TEAM, 999, 0) if c.clear]
    assert [(clear[0].from_group, clear[0].to_group)] == [("Team", "x")]
    assert clear[0].after > clear[0].before


def test_who_names_more_with_everybody_makes_no_pair_stand_out() -> None:
    before = random_wave(1)
    after = before | (np.random.default_rng(5).random((N, N)) < np.linspace(0, 0.3, N)[:, None])
    order = np.random.default_rng(6).permutation(N)
    moved = waves(before[np.ix_(order, order)], after[np.ix_(order, order)])
    assert not any(change.clear for change in group_changes(moved, SECTOR, TEAM, 499, 0))


def test_nothing_is_judged_without_permutations_or_where_few_ties_would_be() -> None:
    assert group_changes(waves(random_wave(1), random_wave(2)), SECTOR, TEAM, 0, 0) == ()
    empty = np.zeros((N, N), dtype=bool)
    assert group_changes(waves(empty, empty), SECTOR, TEAM, 99, 0) == ()


def test_no_corrected_p_is_below_its_own() -> None:
    for seed in range(5):
        changes = group_changes(waves(random_wave(seed), random_wave(seed + 9)), SECTOR, TEAM, 199, seed)
        assert all(change.p_adjusted >= change.p for change in changes)
