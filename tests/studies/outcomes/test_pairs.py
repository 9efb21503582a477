"""Pairs of a group that are counted without writing them out: the same as where each is looked at."""

from typing import Literal

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.graph import Layer, Observed
from stakeholder_graph.measures.representation._connected import Connected
from stakeholder_graph.model.finding import Ties
from stakeholder_graph.studies.outcomes._pairs import PairsOfLayer

N = 12


def layer(seed: int, pairing: Literal["one end", "both ends"] | None) -> Layer:
    """A few rosters, a few who have not answered, exceptions of both kinds, and ties where a pair was asked."""
    rng = np.random.default_rng(seed)
    added, removed = (rng.random((N, N)) < 0.1 for _ in range(2))
    observed = Observed(rng.integers(-1, 3, N), rng.random((N, 3)) < 0.7, csr_array(added), csr_array(removed & ~added))
    ties = observed.mask() & (rng.random((N, N)) < 0.3)
    if pairing:
        ties |= ties.T
    strength, names = csr_array(ties.astype(float)), tuple(f"Organization {k}" for k in range(N))
    counted: Ties | None = None if pairing else "reported"
    return Layer("work", "1", names, ("a",), np.zeros(N, dtype=np.intp), strength, observed, counted, pairing)


KINDS = pytest.mark.parametrize(
    ("pairing", "ties"),
    [(None, "reported"), (None, "either"), (None, "both"), ("one end", "reported"), ("both ends", "reported")],
)


@KINDS
def test_unknown_and_possible_pairs_are_those_of_all_pairs(
    pairing: Literal["one end", "both ends"] | None, ties: Ties
) -> None:
    for seed in range(20):
        pairs = PairsOfLayer.of(layer(seed, pairing), ties)
        members = np.flatnonzero(np.random.default_rng(seed).random(N) < 0.7)
        a, b = members[np.array(np.triu_indices(len(members), 1))]
        asked = pairs.layer.observed.contains(a, b) | pairs.layer.observed.contains(b, a)
        assert pairs.unknown(members) == (~pairs.known(a, b)).sum()
        assert pairs.possible(members) == (asked | pairs.together(a, b)).sum()


@pytest.mark.parametrize("pairing", [None, "one end", "both ends"])
def test_partners_are_counted_as_over_all_pairs(pairing: Literal["one end", "both ends"] | None) -> None:
    for seed in range(20):
        work = layer(seed, pairing)
        ties, known = Connected(work, ()).counts
        of_pair, tied = _known_of(work), (work.adjacency + work.adjacency.T).toarray() > 0
        assert known.tolist() == of_pair.sum(axis=1).tolist()
        assert ties.tolist() == (of_pair & tied).sum(axis=1).tolist()


def _known_of(work: Layer) -> NDArray[np.bool_]:
    """For each organization in the row whether it is known if it works with the one in the column."""
    mask = work.observed.mask()
    if not work.directed:
        return mask & mask.T if work.pairing == "both ends" else mask | mask.T
    return (mask & mask.T) | (mask.T & ~work.answered[:, None])
