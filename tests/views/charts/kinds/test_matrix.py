"""A matrix puts its weight on what differs; a phone gets the pairs that differ most."""

import math

import pytest

from stakeholder_graph.views.charts.drawing.canvas import width_of
from stakeholder_graph.views.charts.figure import figure
from stakeholder_graph.views.charts.kinds.matrix import MOST_PAIRS, MatrixCell, SectorMatrix
from tests.views.charts.drawn import Drawn, picture_of, proportional

SECTORS = ("Health", "Residents", "Schools")
CELLS = (
    MatrixCell("Schools", "Schools", 29, 9, "more"),
    MatrixCell("Schools", "Health", 3, 10),
    MatrixCell("Health", "Schools", 2, 18, "fewer"),
    MatrixCell("Health", "Health", 8, 7),
    MatrixCell("Residents", "Residents", None, None),
    MatrixCell("Residents", "Schools", 5, 5),
)
PLOT = SectorMatrix("Mentions", SECTORS, CELLS, True, "by chance")


def squares(drawn: Drawn) -> list[tuple[float, str]]:
    sides = [right - left for left, right in drawn.spans("cells")]
    return list(zip(sides, drawn.colours("cells"), strict=True))


def test_squares_are_as_large_as_differences_and_coloured_where_those_are_clear() -> None:
    drawn = squares(picture_of(figure(PLOT)))
    # What is as usual, or not known, has no square.
    assert proportional([side for side, _colour in drawn], [math.sqrt(d) for d in (20, 7, 16, 1)])
    assert [colour for _side, colour in drawn] == ["fill-accent", "fill-paper line-line", "fill-fewer", "fill-soft"]


def test_every_number_is_written_and_what_is_clear_says_what_would_be_usual() -> None:
    texts = picture_of(figure(PLOT)).texts
    assert {"29", "not 9", "3", "2", "not 18", "8", "5", "–"} <= set(texts)
    assert all(texts.count(sector) == 2 for sector in SECTORS)
    assert "not 10" not in texts


def test_numbers_stand_in_the_row_and_column_of_their_sectors() -> None:
    drawn = picture_of(figure(PLOT))
    row, column = (float(node.get(axis, "")) for node, axis in ((drawn.text("3"), "y"), (drawn.text("3"), "x")))
    left, above = ([n for n in drawn.root.iter("text") if n.text == name] for name in ("Schools", "Health"))
    assert any(abs(float(node.get("y", "")) - row) < 3 for node in left if not node.get("transform"))
    assert any(abs(float(node.get("x", "")) - column) < 6 for node in above if node.get("transform"))


def test_a_phone_lists_the_pairs_that_differ_most() -> None:
    drawn = picture_of(figure(PLOT), "narrow")
    pairs = [text for text in drawn.texts if " to " in text]
    assert pairs == [
        "Schools to Schools",
        "Health to Schools",
        "Schools to Health",
        "Health to Health",
        "Residents to Schools",
    ]
    assert drawn.colours("value") == ["fill-accent", "fill-accent", "fill-quiet", "fill-quiet", "fill-quiet"]
    names = [f"S{k:02}" for k in range(16)]
    many = tuple(MatrixCell(a, b, 1, 2) for a in names for b in names)
    listed = picture_of(figure(SectorMatrix("M", tuple(names), many, True, "by chance")), "narrow")
    assert len(listed.dots("value")) == MOST_PAIRS


def test_without_what_is_usual_only_verdicts_have_squares() -> None:
    cells = MatrixCell("A", "B", 3, None, "more"), MatrixCell("A", "A", 1), MatrixCell("B", "B", 0)
    drawn = picture_of(figure(SectorMatrix("M", ("A", "B"), cells, False, "by chance")))
    assert [colour for _side, colour in squares(drawn)] == ["fill-accent"]
    assert "A and B" in picture_of(figure(SectorMatrix("M", ("A", "B"), cells, False, "by chance")), "narrow").texts


@pytest.mark.parametrize("sectors", [1, 2, 4, 7, 16, 20])
@pytest.mark.parametrize("numbers", [(3, 10), (43, 15), (166, 87), (1234, 40), (8, 9876)])
def test_white_letters_stand_wholly_within_a_square_and_others_in_ink(sectors: int, numbers: tuple[int, int]) -> None:
    names = tuple(f"S{k:02}" for k in range(sectors))
    observed, expected = numbers
    cells = [MatrixCell(a, b, observed, expected, "fewer") for a in names for b in names]
    # Beside one that differs by far more, the squares of the others are small.
    cells[0] = MatrixCell(names[0], names[0], 9999, 1, "more")
    drawn = picture_of(figure(SectorMatrix("M", names, tuple(cells), True, "by chance")))
    sides = drawn.spans("cells")
    written = [node for node in drawn.root.iter("text") if "fill-paper" in node.get("class", "")]
    for node in written:
        half = width_of(node.text or "", float(node.get("font-size", "")), bold=node.get("font-weight") == "700") / 2
        middle = float(node.get("x", ""))
        assert any(left <= middle - half and middle + half <= right for left, right in sides)
    texts = [text for text in drawn.texts if text.replace(",", "") == str(observed)]
    assert len(texts) == sectors**2 - 1
    width = float(drawn.root.get("viewBox", "").split()[2])
    cell = [node for node in drawn.root.iter("text") if node.get("text-anchor") == "middle"]
    assert all(
        float(node.get("x", "")) + width_of(node.text or "", float(node.get("font-size", ""))) / 2 <= width
        for node in cell
    )
