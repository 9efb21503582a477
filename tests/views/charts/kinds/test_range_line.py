"""A line shows where a value lies between bounds, and its texts stay within the picture."""

import pytest

from stakeholder_graph.views.charts.figure import figure
from stakeholder_graph.views.charts.kinds.range_line import WIDTH, RangeLine
from stakeholder_graph.views.layout.text_width import text_width
from tests.views.charts.drawn import picture_of, proportional


def test_marks_lie_between_the_bounds() -> None:
    plot = RangeLine(
        "Within", 22, "22 of 100", (0, 100), ("none", "all"), 13, "by chance 13", (5, 60), (17, 25), "between 17 and 25"
    )
    drawn = picture_of(figure(plot), "single")
    ((zero, full),) = drawn.spans("bounds")
    places = [
        *drawn.dots("value"),
        drawn.spans("usual")[0][0],
        *drawn.spans("attainable")[0],
        *drawn.spans("likely")[0],
    ]
    assert proportional([x - zero for x in (*places, full)], [22, 13, 5, 60, 17, 25, 100])
    assert {"22 of 100", "by chance 13", "none", "all"} <= set(drawn.texts)
    assert drawn.root.get("aria-label") == "Within: 22 of 100; by chance 13; between 17 and 25"


@pytest.mark.parametrize("value", [-1.0, -0.97, 0.0, 0.9, 1.0])
def test_texts_stay_within_the_picture(value: float) -> None:
    long = "a number in a good many words, here"
    plot = RangeLine("T", value, long, (-1, 1), ("least", "most"), value, long)
    drawn = picture_of(figure(plot), "single")
    for node in (node for node in drawn.root.iter("text") if node.text == long):
        wide = text_width(long, float(node.get("font-size", "")))
        anchor = node.get("text-anchor", "start")
        left = float(node.get("x", "")) - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        assert left >= -1
        assert left + wide <= WIDTH + 1


@pytest.mark.parametrize(("stands_out", "colour"), [(True, "fill-accent"), (False, "fill-quiet")])
def test_a_value_is_coloured_where_it_stands_out(stands_out: bool, colour: str) -> None:
    plot = RangeLine("T", 0.2, "20%", (0, 1), ("0%", "100%"), 0.1, "10%", stands_out=stands_out)
    assert picture_of(figure(plot), "single").colours("value") == [colour]


def test_what_lies_beyond_the_bounds_is_drawn_at_them() -> None:
    drawn = picture_of(figure(RangeLine("T", 1.2, "1.2", (0, 1), ("0", "1"), likely=(0.9, 1.3))), "single")
    ((_left, right),) = drawn.spans("bounds")
    assert drawn.dots("value") == [right]
    assert drawn.spans("likely")[0][1] == right
