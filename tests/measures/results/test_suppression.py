"""What is not shown cannot be computed from what is: held against linear programs, which know nothing of our lines."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from stakeholder_graph.measures.results._suppression import FEWEST, breakdowns, not_shown

Sizes = dict[tuple[str, str], float]


def table(inner: np.ndarray) -> Sizes:
    """Groups in columns and places in rows, with all their sums."""
    places, groups = inner.shape
    sizes: Sizes = {("", ""): float(inner.sum())}
    sizes |= {("", f"p{k}"): float(inner[k].sum()) for k in range(places)}
    sizes |= {(f"g{k}", ""): float(inner[:, k].sum()) for k in range(groups)}
    return sizes | {(f"g{k}", f"p{row}"): float(inner[row, k]) for row in range(places) for k in range(groups)}


def attack(inner: np.ndarray, hidden: frozenset[tuple[str, str]], target: tuple[str, str]) -> tuple[float, float]:
    """The least and the most that a cell can be, for somebody who knows all cells that are shown and adds up."""
    places, groups = inner.shape
    sizes = table(inner)

    def row(key: tuple[str, str]) -> np.ndarray:
        counted = np.zeros((places, groups))
        rows = slice(None) if not key[1] else int(key[1][1:])
        columns = slice(None) if not key[0] else int(key[0][1:])
        counted[rows, columns] = 1
        return counted.ravel()

    shown = [key for key in sizes if key not in hidden]
    equations = np.array([row(key) for key in shown]).reshape(len(shown), places * groups)
    ends = [
        linprog(
            sign * row(target), A_eq=equations, b_eq=[sizes[key] for key in shown], bounds=(None, None), method="highs"
        )
        for sign in (1, -1)
    ]
    low, high = (
        -sign * np.inf if end.status == 3 else sign * float(end.fun or 0)
        for sign, end in zip((1, -1), ends, strict=True)
    )
    return low, high


tables = st.tuples(st.integers(1, 4), st.integers(2, 4)).flatmap(
    lambda shape: st.lists(st.integers(1, 60), min_size=shape[0] * shape[1], max_size=shape[0] * shape[1]).map(
        lambda cells: np.array(cells).reshape(shape)
    )
)


@settings(max_examples=25, deadline=None)
@given(tables)
def test_no_small_cell_can_be_computed(inner: np.ndarray) -> None:
    sizes = table(inner)
    hidden = not_shown(sizes)
    for key, n in sizes.items():
        if n < FEWEST:
            assert key in hidden
            low, high = attack(inner, hidden, key)
            assert high - low > 1e-6


@settings(max_examples=60)
@given(tables)
def test_what_is_left_of_a_whole_is_nobody_or_ten(inner: np.ndarray) -> None:
    sizes = table(inner)
    hidden = not_shown(sizes)
    for place in {place for _group, place in sizes}:
        parts = [key for key in sizes if key[0] and key[1] == place]
        left = sum(sizes[key] for key in parts if key in hidden)
        assert ("", place) in hidden or left == 0 or left >= FEWEST


@given(tables)
def test_nothing_is_hidden_without_a_small_cell(inner: np.ndarray) -> None:
    assert not_shown(table(inner + FEWEST)) == frozenset()


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        ({"": 100, "a": 97, "b": 3}, "ab"),
        ({"": 100, "a": 50, "b": 43, "c": 4, "d": 3}, "bcd"),  # c and d together would still be seven
        ({"": 100, "a": 60, "b": 34, "c": 6}, "bc"),
        ({"": 100, "a": 6}, "a"),  # the others are not listed: 94 of whom nobody speaks
        ({"a": 60, "b": 34, "c": 6}, "c"),  # no whole to subtract from
        ({"": float("nan"), "a": 60, "b": 34, "c": 6}, "bc"),
    ],
)
def test_one_line_by_hand(sizes: dict[str, float], hidden: str) -> None:
    assert not_shown({(group, ""): n for group, n in sizes.items()}) == {(group, "") for group in hidden}


def test_another_breakdown_is_left_alone() -> None:
    sizes = {"": 100, "girls": 55, "boys": 45, "north": 60, "south": 33, "east": 7}
    assert not_shown({(group, ""): n for group, n in sizes.items()}) == {("south", ""), ("east", "")}
    assert breakdowns({"a": 30, "b": 20}, 100) == [["a", "b"]]
