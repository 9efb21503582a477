"""What can be read on posters: everybody's name, large enough, and no text on another."""

import io
from collections.abc import Sequence
from dataclasses import replace

import pytest
from pypdf import PdfReader

from stakeholder_graph.views.in_short.bars import Bar
from stakeholder_graph.views.present.paper import draw_stations
from stakeholder_graph.views.present.screens import Deck
from stakeholder_graph.views.present.screens.screen import Seat
from tests.views.present.decks import clear, pdf_text, response, small, spanish
from tests.views.present.pdf_boxes import TextBox, overlaps, text_boxes

#: The least size of what is read on a wall, that of names on a map, that of its key, and that of the foot.
BODY, NAMES, KEY, FOOT = 24, 18, 19, 14


def pages_of(told: Deck) -> list[list[TextBox]]:
    return [text_boxes(page) for page in PdfReader(io.BytesIO(draw_stations(told).content)).pages]


def outside(boxes: Sequence[TextBox]) -> list[str]:
    return [box.text for box in boxes if min(box.left, box.bottom) < 20 or box.right > 1170 or box.top > 822]


@pytest.mark.parametrize("count", [4, 30, 60, 150])
def test_everybody_is_named_and_no_text_stands_on_another(count: int) -> None:
    told = spanish(count, clear(), response(count - 1, 1)) if count > 4 else small(clear())
    data = draw_stations(told).content
    said = pdf_text(data)
    for dot in told.scene.dots:
        assert dot.name in said
    names = {word for dot in told.scene.dots for word in dot.name.split()} | {str(k) for k in range(count + 1)}
    sectors = set(told.scene.sectors)
    for boxes in pages_of(told):
        assert overlaps(boxes) == []
        assert outside(boxes) == []
        for box in boxes:
            named, key = set(box.text.split()) <= names, box.text in sectors
            foot = box.text == told.copy.partnership.name
            assert box.size >= (NAMES if named else KEY if key else FOOT if foot else BODY) - 0.01, box


def test_real_names_of_a_room_stand_beside_each_other(room: Deck) -> None:
    for boxes in pages_of(room):
        assert overlaps(boxes) == []
        assert outside(boxes) == []


def test_names_that_one_sheet_cannot_hold_stand_on_several_that_hang_side_by_side() -> None:
    one, several = (pages_of(spanish(count)) for count in (12, 60))
    assert not [box for box in one[0] if "hang them side by side" in box.text]
    sheets = [page for page in several if any("hang them side by side" in box.text for box in page)]
    assert 2 <= len(sheets) <= 4
    words = sorted(word for dot in spanish(60).scene.dots for word in dot.name.split())
    written = [
        word for page in sheets for box in page if set(box.text.split()) <= set(words) for word in box.text.split()
    ]
    # No word of a name is lost, and none is cut.
    assert sorted(written) == words


def test_where_names_would_need_a_wall_of_sheets_the_map_has_the_numbers_of_the_list() -> None:
    told = spanish(150)
    map_sheet, *rest = pages_of(told)
    numbers = {box.text for box in map_sheet if box.text.isdigit()}
    assert numbers == {str(k) for k in range(1, 151)}
    listed = "\n".join(" ".join(box.text for box in page) for page in rest)
    for number in (1, 75, 150):
        assert f" {number} " in listed


def test_a_title_of_several_lines_stands_above_what_is_said_and_asked() -> None:
    told = small()
    across = next(screen for screen in told.screens if screen.id == "across")
    title = "Organizations keep to their own sector more than chance alone would have it " * 3
    long = replace(across, title=title.strip(), asks=("Which two sectors would gain most from one shared meeting?",))
    boxes = pages_of(replace(told, screens=(long,)))[2]
    above = [box for box in boxes if box.text in long.title and box.size > BODY]
    below = [box for box in boxes if box.text and any(box.text in line for line in (*long.lines, *long.asks))]
    assert len(above) >= 3
    assert below
    assert max(box.top for box in below) < min(box.bottom for box in above)
    assert overlaps(boxes) == []


def test_a_chart_is_the_report_s_and_its_numbers_stand_behind_its_bars() -> None:
    told = small(clear(), response(3, 1))
    screen = next(screen for screen in told.screens if screen.tally)
    bars = (Bar("Public safety", 0, "missing"), Bar("Health", 8, "8 of 8"), Bar("Schools", 3, "3 of 8"))
    boxes = pages_of(replace(told, screens=(replace(screen, tally=bars, large="", caption="Who is there"),)))[2]
    at = {box.text: box for box in boxes}
    for bar in bars:
        name, number = at[bar.name], at[bar.label]
        assert abs(name.bottom - number.bottom) < 2
        assert name.right < number.left
    # A longer bar ends farther right.
    assert at["missing"].left < at["3 of 8"].left < at["8 of 8"].left


def test_without_outcomes_there_is_one_sheet_to_write_commitments_on() -> None:
    said = " ".join(box.text for box in pages_of(small())[-1])
    for heading in ("Who", "With whom", "First step", "By when"):
        assert heading in said


def test_each_table_that_the_wall_names_has_a_sheet_though_nothing_is_known_of_its_outcome() -> None:
    told, tables = small(), ("Asistencia escolar", "Primer empleo")
    screens = [replace(screen, listed=tables) if screen.id == "questions" else screen for screen in told.screens]
    pages = [" ".join(box.text for box in page) for page in pages_of(replace(told, screens=tuple(screens)))]
    assert [sum(f"Table {outcome}" in page for page in pages) for outcome in tables] == [1, 1]
    assert not any("What we take on" in page for page in pages)


def test_seats_where_nobody_sits_say_so_on_a_poster() -> None:
    told = small(clear())
    seats = tuple(Seat(f"Sector of {name} with a long name", name != "Faith") for name in ("Faith", "Health", "Work"))
    screen = replace(told.screens[0], shows="seats", tally=(), seats=seats, asks=("Who knows them?",))
    boxes = pages_of(replace(told, screens=(screen,)))[2]
    said = " ".join(box.text for box in boxes)
    assert "Sector of Faith with a long name: nobody yet" in said
    assert said.count("nobody yet") == 1
    assert overlaps(boxes) == []
