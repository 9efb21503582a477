"""A table keeps columns, and hands out rows as they were put in."""

import tracemalloc

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakeholder_graph.model.cells import ABSENT, CompactCells
from stakeholder_graph.model.table import Column, Disclosure, Table

CELLS = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(allow_nan=False, allow_infinity=False), st.text()
)


@given(st.lists(CELLS) | st.lists(st.integers()) | st.lists(st.none() | st.floats(-9, 9)) | st.lists(st.booleans()))
def test_cells_come_back_as_they_were(cells: list[object]) -> None:
    kept = CompactCells.of(cells)
    assert list(kept) == cells
    assert list(map(type, kept)) == list(map(type, cells))
    assert [kept[i] for i in range(len(cells))] == cells


def test_what_is_no_number_is_not_known() -> None:
    values = [1.5, np.nan, np.inf, -np.inf]
    for given_as in (values, np.array(values), pd.Series(values), np.array(values, dtype=object)):
        assert list(CompactCells.of(given_as)) == [1.5, None, None, None]
    assert [type(cell) for cell in CompactCells.of(np.array([1, 2]))] == [int, int]
    assert list(CompactCells.of(np.array([True, False]))) == [True, False]


def test_a_hundred_thousand_rows_take_about_three_megabytes() -> None:
    n, rng = 100_000, np.random.default_rng(0)
    names = tuple(f"Organization {i}" for i in range(n))
    sectors = np.array(["Health", "Schools", "Business"], dtype=object)[np.arange(n) % 3]
    arrays = (names, sectors, rng.poisson(5, n).astype(float), rng.poisson(3, n), rng.random(n))
    columns = [Column(name) for name in ("organization", "sector", "external", "internal", "ei_index")]
    tracemalloc.start()
    table = Table.of(dict(zip(columns, arrays, strict=True)))
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(table) == n
    assert held < 3.3e6


def test_rows_are_mappings_without_what_is_absent() -> None:
    table = Table.from_rows((Column("sector"), Column("ties")), [{"sector": "A", "ties": None}, {"sector": "B"}])
    assert [dict(row) for row in table.rows] == [{"sector": "A", "ties": None}, {"sector": "B"}]
    assert table.rows == ({"sector": "A", "ties": None}, {"sector": "B"})
    assert table["ties"][1] is ABSENT
    assert [dict(row) for row in table.take([1]).rows] == [{"sector": "B"}]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["a", None], "text"),
        ([True, None], "flag"),
        ([1, None], "count"),
        ([1, 0.5], "number"),
        ([True, 1], "text"),
        ([None], "count"),
    ],
)
def test_a_kind_left_open_is_that_of_the_cells(cells: list[object], kind: str) -> None:
    assert Table.of({Column("x"): cells}).columns[0].kind == kind


def test_a_column_may_disclose_more_than_the_rows() -> None:
    named = Column("organizations", discloses=Disclosure.ORGANIZATION)
    assert Table.of({Column("x"): [1]}, Disclosure.SECTOR).disclosed == Disclosure.SECTOR
    assert Table.of({Column("x"): [1], named: ["A"]}, Disclosure.SECTOR).disclosed == Disclosure.ORGANIZATION
    assert Table.of({Column("x"): [1]}).disclosed == Disclosure.PAIR


def test_names_differ_and_lengths_do_not() -> None:
    with pytest.raises(ValueError, match="equal lengths"):
        Table.of({Column("x"): [1], Column("y"): [1, 2]})
    with pytest.raises(ValueError, match="different names"):
        Table.of({Column("x"): [1]}).with_columns({Column("x"): [2]})
