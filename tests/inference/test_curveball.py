from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from scipy.stats import chisquare

from stakeholder_graph.inference.two_mode.curveball import curveball


def same_margins(table: NDArray[np.bool_]) -> list[bytes]:
    """All tables with the margins of this one, one by one."""
    every = (np.array(cells, dtype=bool).reshape(table.shape) for cells in product((0, 1), repeat=table.size))
    return [
        one.tobytes()
        for one in every
        if (one.sum(axis=0) == table.sum(axis=0)).all() and (one.sum(axis=1) == table.sum(axis=1)).all()
    ]


@pytest.mark.parametrize(
    "rows",
    [["100", "010", "001"], ["110", "011", "100", "101"], ["1100", "0110", "1011"]],
    ids=["permutations", "tall", "wide"],
)
def test_all_tables_with_the_same_margins_are_equally_likely(rows: list[str]) -> None:
    # Carstens (2015) proves it; here every such table is written out and counted.
    table = np.array([[cell == "1" for cell in row] for row in rows])
    possible = same_margins(table)
    rng = np.random.default_rng(20140)
    drawn = [curveball(table, rng).tobytes() for _ in range(100 * len(possible))]
    counts = [drawn.count(one) for one in possible]
    assert sum(counts) == len(drawn)
    assert chisquare(counts).pvalue > 0.001


@given(arrays(bool, st.tuples(st.integers(0, 9), st.integers(0, 9))), st.integers(0, 1000))
def test_margins_stay(table: NDArray[np.bool_], seed: int) -> None:
    before = table.copy()
    drawn = curveball(table, np.random.default_rng(seed))
    assert drawn.shape == table.shape
    assert (drawn.sum(axis=0) == table.sum(axis=0)).all()
    assert (drawn.sum(axis=1) == table.sum(axis=1)).all()
    assert (table == before).all()


def test_it_forgets_where_it_started() -> None:
    # Cells that agree with the start no longer change in number once trades are many.
    rng = np.random.default_rng(5)
    table = rng.random((60, 8)) < rng.uniform(0.1, 0.8, size=8)
    usual, long = (
        np.mean([(curveball(table, rng, trades=trades) == table).mean() for _ in range(40)]) for trades in (None, 400)
    )
    assert usual == pytest.approx(long, abs=0.02)
