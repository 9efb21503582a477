"""The three states of a dyad: what is kept compactly is what writing every dyad out would say."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from stakeholder_graph.graph import Observed


@st.composite
def observed(draw: st.DrawFn) -> tuple[Observed, np.ndarray]:
    n, k = draw(st.integers(0, 7)), draw(st.integers(0, 3))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    rosters = rng.random((n, k)) < 0.7
    roster_of = rng.integers(-1, k, n) if k else np.full(n, -1)
    added, removed = (rng.random((n, n)) < 0.15 for _ in range(2))
    removed &= ~added
    full = np.zeros((n, n), dtype=bool)
    for i in range(n):
        for j in range(n):
            on = roster_of[i] >= 0 and bool(rosters[j, roster_of[i]])
            full[i, j] = i != j and ((on or added[i, j]) and not removed[i, j])
    return Observed(roster_of, rosters, csr_array(added), csr_array(removed)), full


@given(observed())
@settings(max_examples=200, deadline=None)
def test_counts_agree_with_every_dyad_written_out(case: tuple[Observed, np.ndarray]) -> None:
    compact, full = case
    assert np.array_equal(compact.mask(), full)
    assert np.array_equal(compact.row_counts(), full.sum(axis=1))
    assert compact.count == full.sum()
    assert np.array_equal(compact.column_counts(), full.sum(axis=0))
    assert np.array_equal(compact.mutual_counts(), (full & full.T).sum(axis=1))
    assert compact.mutual_count() == (full & full.T).sum() // 2
    keep = np.arange(compact.n)[::2]
    assert np.array_equal(compact.subset(keep).mask(), full[np.ix_(keep, keep)])


def test_ten_thousand_organizations_take_no_square_of_memory() -> None:
    n = 10_000
    compact = Observed.all_of(n)
    assert compact.count == n * (n - 1)
    kept = compact.roster_of.nbytes + compact.rosters.nbytes + compact.added.data.nbytes
    assert kept < 20 * n
