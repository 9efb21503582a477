"""Bars are as long as what they count, from one line, with their numbers at their ends."""

import pytest

from stakeholder_graph.views.charts.figure import figure, small_figure
from stakeholder_graph.views.charts.kinds.bars import BarRow, Bars
from stakeholder_graph.views.charts.kinds.diverging import Diverging, DivergingRow
from stakeholder_graph.views.charts.kinds.small_multiples import SmallMultiples
from tests.views.charts.drawn import picture_of, pictures, proportional

ROWS = (
    BarRow("Schools", 7, "7 of 8", whole=8),
    BarRow("Houses of worship", 2, "2 of 6", whole=6, stands_out=True, beside="few"),
    BarRow("Public safety", 0, "0 of 3", whole=3),
    BarRow("Residents", None, "no answer yet"),
)


@pytest.mark.parametrize("kind", ["wide", "narrow"])
def test_bars_and_their_wholes_are_to_scale(kind: str) -> None:
    drawn = picture_of(figure(Bars("Who answered", ROWS, "answered", "not yet")), kind)
    spans = drawn.spans("value") + drawn.spans("whole")
    assert len({left for left, _right in spans}) == 1
    assert proportional([right - left for left, right in spans], [7, 2, 0, 8, 6, 3])


def test_only_what_stands_out_is_coloured_and_numbers_follow_their_bars() -> None:
    drawn = picture_of(figure(Bars("Who answered", ROWS, "answered", "not yet")))
    assert drawn.colours("value") == ["fill-quiet", "fill-accent", "fill-quiet"]
    for row, (_left, right) in zip(ROWS, drawn.spans("whole"), strict=False):
        assert 5 < float(drawn.text(row.written).get("x", "")) - right < 12
    assert {"no answer yet", "few", "answered", "not yet"} <= set(drawn.texts)


def test_a_bar_of_all_and_one_of_nothing() -> None:
    rows = BarRow("A", 1, "8 of 8", whole=1), BarRow("B", 0, "0 of 8", whole=1)
    drawn = picture_of(figure(Bars("Shares", rows, whole=1)))
    (all_left, all_right), (none_left, none_right) = drawn.spans("value")
    assert (all_left, all_right) == drawn.spans("whole")[0]
    assert none_left == none_right


def test_panels_of_small_multiples_have_one_scale() -> None:
    few, many = Bars("Few", (BarRow("A", 2, "2"),)), Bars("Many", (BarRow("B", 8, "8"), BarRow("C", 4, "4")))
    first, second = pictures(figure(SmallMultiples.of("Both", (few, many))), "panel")
    lengths = [right - left for drawn in (first, second) for left, right in drawn.spans("value")]
    assert proportional(lengths, [2, 8, 4])


def test_no_lies_to_the_left_of_the_line_and_yes_to_the_right() -> None:
    rows = DivergingRow("Schools", 7, 0, "7 no", "0 yes", True), DivergingRow("Health", 1, 4, "1 no", "4 yes")
    drawn = picture_of(figure(Diverging("Share data?", rows)))
    no, yes = drawn.spans("no"), drawn.spans("yes")
    assert len({right for _left, right in no} | {left for left, _right in yes}) == 1
    assert proportional([right - left for left, right in no + yes], [7, 1, 0, 4])
    assert drawn.colours("no") == ["fill-fewer", "fill-line"]
    assert drawn.colours("yes") == ["fill-accent", "fill-quiet"]
    assert {"7 no", "0 yes", "1 no", "4 yes"} <= set(drawn.texts)


def test_where_all_say_yes_or_nobody_answers_there_is_a_picture() -> None:
    agreed = picture_of(figure(Diverging("T", (DivergingRow("A", 0, 1, "0%", "100%"),))))
    assert agreed.spans("no")[0][0] == agreed.spans("no")[0][1]
    assert picture_of(figure(Diverging("T", ()))).marks("yes") == []
    assert picture_of(figure(Bars("T", ()))).marks("value") == []


def test_a_small_chart_says_all_its_numbers_to_those_who_do_not_see_it() -> None:
    rows = BarRow("As it is", 3, "3", stands_out=True), BarRow("Would be usual, for a name of some length", 15, "15")
    drawn = picture_of(small_figure(Bars("", rows)), "small")
    assert drawn.root.get("aria-label") == "As it is 3; Would be usual, for a name of some length 15"
    assert proportional([right - left for left, right in drawn.spans("value")], [3, 15])
    assert drawn.colours("value") == ["fill-accent", "fill-quiet"]


def test_a_long_name_beside_a_sentence_takes_one_line_where_there_is_room() -> None:
    """What is drawn for a narrow column, as on a phone, wraps it; both drawings have the same numbers."""
    rows = BarRow("Salud mental de niñas y niños", 10, "10", stands_out=True), BarRow("Primer empleo", 8, "8")
    figured = small_figure(Bars("Organizations", rows))
    small, medium = picture_of(figured, "small"), picture_of(figured, "medium")
    assert "Salud mental de niñas y niños" in medium.texts
    assert "Salud mental de niñas y niños" not in small.texts
    assert {"10", "8", "Primer empleo"} <= set(small.texts) & set(medium.texts)
    # A label that needs no second line changes nothing of what a page is made of.
    assert len(pictures(small_figure(Bars("Organizations", rows[1:])), "medium")) == 1
