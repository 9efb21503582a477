"""Sheets of a map: everybody on one of them, no box on another, and who stood left of whom still does."""

from itertools import combinations, pairwise

import numpy as np
import pytest

from stakeholder_graph.views.layout.boxes import GAP
from stakeholder_graph.views.layout.sheets import MapSheet, on_sheets

FRAME = (1000.0, 500.0)


def laid(count: int, sheets: int, *, in_rows: bool) -> tuple[list[tuple[float, float]], tuple[MapSheet, ...]]:
    rng = np.random.default_rng(count)
    points = [(float(x), float(y)) for x, y in rng.normal(size=(count, 2))]
    sizes = [(float(wide), float(high)) for wide, high in rng.uniform((60, 30), (140, 70), size=(count, 2))]
    made = on_sheets(points, sizes, FRAME, sheets, in_rows=in_rows)
    assert made is not None
    for sheet in made:
        boxes = [(*middle, *sizes[k]) for k, middle in zip(sheet.numbers, sheet.middles, strict=True)]
        for x, y, wide, high in boxes:
            assert wide / 2 <= x + 0.1
            assert x - 0.1 <= FRAME[0] - wide / 2
            assert high / 2 <= y + 0.1
            assert y - 0.1 <= FRAME[1] - high / 2
        for one, other in combinations(boxes, 2):
            apart = abs(one[0] - other[0]) - (one[2] + other[2]) / 2, abs(one[1] - other[1]) - (one[3] + other[3]) / 2
            # Where they stand is rounded to tenths.
            assert apart[0] >= GAP[0] - 0.2 or apart[1] >= GAP[1] - 0.2
    return points, made


@pytest.mark.parametrize(("count", "sheets", "in_rows"), [(20, 1, False), (20, 1, True), (60, 3, False), (90, 3, True)])
def test_everybody_stands_once_and_no_box_lies_on_another(count: int, sheets: int, *, in_rows: bool) -> None:
    points, made = laid(count, sheets, in_rows=in_rows)
    assert sorted(k for sheet in made for k in sheet.numbers) == list(range(count))
    assert max(len(sheet.numbers) for sheet in made) - min(len(sheet.numbers) for sheet in made) <= 1
    # Sheets run from left to right.
    for left, right in pairwise(made):
        assert max(points[k][0] for k in left.numbers) <= min(points[k][0] for k in right.numbers)


def test_in_rows_whoever_stood_left_stands_left() -> None:
    """Spearman's rank correlation between before and after; in rows it cannot be 1."""
    points, (sheet,) = laid(30, 1, in_rows=True)
    before = np.argsort(np.argsort([points[k][0] for k in sheet.numbers]))
    after = np.argsort(np.argsort([x for x, _y in sheet.middles], kind="stable"))
    count = len(before)
    assert 1 - 6 * int(((before - after) ** 2).sum()) / (count * (count**2 - 1)) > 0.8


def test_rows_hold_what_does_not_fit_when_it_is_pushed_apart() -> None:
    points = [(float(k % 7), float(k // 7)) for k in range(28)]
    sizes = [(125.0, 100.0)] * 28
    assert on_sheets(points, sizes, FRAME, 1) is None
    assert on_sheets(points, sizes, FRAME, 1, in_rows=True) is not None
    assert on_sheets(points, [(125.0, 130.0)] * 28, FRAME, 1, in_rows=True) is None
