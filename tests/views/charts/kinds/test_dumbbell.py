"""Dumbbells stand where their numbers say, write them, and colour only what stands out."""

from itertools import pairwise

import pytest

from stakeholder_graph.views.charts.figure import figure
from stakeholder_graph.views.charts.kinds.dumbbell import Dumbbell, DumbbellRow
from tests.views.charts.drawn import picture_of, proportional

ROWS = (
    DumbbellRow("Attendance", 3, 15, "3", "15", stands_out=True, low=2, high=6),
    DumbbellRow("Graduation", 25, 11, "25", "11", stands_out=True),
    DumbbellRow("Reading", 10, 10.2, "10", "10.2"),
    DumbbellRow("Nobody", None, None, "not known"),
)
PLOT = Dumbbell("Connections in each group", ROWS, "usual")


@pytest.mark.parametrize("kind", ["wide", "narrow"])
def test_marks_lie_where_their_numbers_say(kind: str) -> None:
    drawn = picture_of(figure(PLOT), kind)
    ((zero, full), *_others) = drawn.spans("track")
    values = [x - zero for x in drawn.dots("value")]
    usual = [left - zero for left, _right in drawn.spans("usual")]
    assert proportional([*values, *usual, full - zero], [3, 25, 10, 15, 11, 10.2, 25])
    assert proportional([end - zero for end in drawn.spans("range")[0]], [2, 6])


@pytest.mark.parametrize("kind", ["wide", "narrow"])
def test_every_number_is_written_and_what_is_not_known_is_said(kind: str) -> None:
    texts = picture_of(figure(PLOT), kind).texts
    for row in ROWS:
        assert {row.name, row.written} <= set(texts)
    assert {"15", "11", "10.2", "as it is", "usual", "with everyone’s answers"} <= set(texts)


def test_only_what_stands_out_is_coloured() -> None:
    drawn = picture_of(figure(PLOT))
    assert drawn.colours("value") == ["fill-accent", "fill-accent", "fill-quiet"]
    assert drawn.colours("difference") == ["line-accent", "line-accent", "line-quiet"]
    assert [drawn.text(row.written).get("font-weight") for row in ROWS] == ["700", "700", None, None]


def test_a_value_and_what_is_usual_are_written_on_opposite_sides() -> None:
    drawn = picture_of(figure(PLOT))
    for row in ROWS[:3]:
        assert row.value is not None
        assert row.usual is not None
        value, usual = (float(drawn.text(text).get("x", "")) for text in (row.written, row.usual_written))
        assert (value < usual) == (row.value < row.usual)
        anchors = [drawn.text(text).get("text-anchor", "start") for text in (row.written, row.usual_written)]
        assert sorted(anchors) == ["end", "start"]


def test_without_what_is_usual_there_is_no_tick_and_no_key_for_one() -> None:
    drawn = picture_of(figure(Dumbbell("Shares", (DumbbellRow("A", 0.5, None, "50%"),), "usual")))
    assert drawn.marks("usual") == []
    assert "usual" not in drawn.texts


@pytest.mark.parametrize("value", [0, 1])
def test_the_ends_of_a_scale_are_drawn(value: int) -> None:
    row = DumbbellRow("A", value, 0.5, f"{value:.0%}", "50%")
    drawn = picture_of(figure(Dumbbell("Shares", (row,), "usual", axis=(0, 1))))
    ((left, right),) = drawn.spans("track")
    assert drawn.dots("value") == [(left, right)[value]]


def test_nothing_known_and_nothing_at_all_are_pictures_too() -> None:
    unknown = picture_of(figure(Dumbbell("T", ROWS[3:], "usual")))
    assert "not known" in unknown.texts
    assert picture_of(figure(Dumbbell("T", (), "usual"))).marks("value") == []
    nought = picture_of(figure(Dumbbell("T", (DumbbellRow("A", 0, 0, "0", "0"),), "usual")))
    assert len(nought.dots("value")) == 1


def test_sixty_rows_lie_below_each_other() -> None:
    rows = tuple(DumbbellRow(f"Row {k}", k, 30, str(k), "30") for k in range(60))
    drawn = picture_of(figure(Dumbbell("Many", rows, "usual")))
    heights = [float(node.get("cy", "")) for node in drawn.marks("value")]
    assert len(heights) == 60
    assert all(below - above >= 28 for above, below in pairwise(heights))
    assert float(drawn.root.get("viewBox", "").split()[3]) > heights[-1]
