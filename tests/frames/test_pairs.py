"""Unordered pairs: folding leaves out direction and nothing else."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.frames.pairs import distinct_pairs, fold

DYADS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=20)


@given(DYADS)
@settings(max_examples=50, deadline=None)
def test_pairs_are_those_of_sets(dyads: list[tuple[int, int]]) -> None:
    senders, receivers = np.array(dyads, dtype=np.intp).reshape(-1, 2).T
    low, high = fold(senders, receivers)
    assert [frozenset(pair) for pair in zip(low.tolist(), high.tolist(), strict=True)] == list(map(frozenset, dyads))
    assert (low <= high).all()
    once = list(zip(*(ends.tolist() for ends in distinct_pairs(senders, receivers)), strict=True))
    assert once == sorted({(min(dyad), max(dyad)) for dyad in dyads})


def test_names_are_folded_as_they_sort() -> None:
    low, high = fold(np.array(["b", "a"], dtype=object), np.array(["a", "c"], dtype=object))
    assert (low.tolist(), high.tolist()) == (["a", "a"], ["b", "c"])
