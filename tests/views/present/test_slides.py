"""Slides that can be edited, and hold few shapes."""

import io
from dataclasses import replace

import openpyxl
from pptx import Presentation

from stakeholder_graph.views.in_short.bars import Bar
from stakeholder_graph.views.layout.text_width import wrap
from stakeholder_graph.views.present.present_page import moments
from stakeholder_graph.views.present.screens import Deck
from stakeholder_graph.views.present.screens.screen import Guess, Seat
from stakeholder_graph.views.present.slides import draw_slides
from stakeholder_graph.views.scene import Thread
from tests.views.present.decks import all_shapes, clear, groups, response, slide_texts, small, tied_less


def test_the_slides_can_be_edited_and_have_notes() -> None:
    told = small(clear(), response(3, 1))
    show = Presentation(io.BytesIO(draw_slides(told)))
    for slide, (screen, asking) in zip(show.slides, moments(told), strict=True):
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text == (
            screen.guess.question if asking and screen.guess else screen.title
        )
        notes = slide.notes_slide.notes_text_frame
        assert notes is not None
        assert screen.notes[0].text in notes.text
    (drawn,) = (shape for shape in show.slides[1].shapes if shape.name == "The map")
    inside = list(all_shapes([drawn]))
    named = {shape.name: str(shape.shape_id) for shape in inside}
    assert {"Ada", "Ben", "Cem", "Dia"} <= set(named)
    # Lines follow the symbols that they join when these are moved.
    tied = [shape._element.xpath(".//a:stCxn/@id | .//a:endCxn/@id") for shape in inside if shape.shape_type == 9]
    assert len(tied) == 4
    assert all(len(ends) == 2 and set(ends) <= set(named.values()) for ends in tied)


def test_a_map_is_one_thing_to_move_and_says_what_it_shows(room: Deck) -> None:
    show = Presentation(io.BytesIO(draw_slides(room)))
    shown = zip(show.slides, moments(room), strict=True)
    maps = [(slide, screen) for slide, (screen, asking) in shown if screen.shows == "map" and not asking]
    assert maps
    for slide, screen in maps:
        assert len(slide.shapes) <= 8
        (drawn,) = (shape for shape in slide.shapes if shape.name == "The map")
        assert drawn._element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr") == [screen.title]
        assert len(list(all_shapes([drawn]))) > len(room.scene.dots)
        assert min(drawn.left, drawn.top) >= 0
        assert drawn.left + drawn.width <= (show.slide_width or 0)
        assert drawn.top + drawn.height <= (show.slide_height or 0)


def test_what_is_read_in_a_room_has_eighteen_points_or_more_in_a_font_that_every_office_has(room: Deck) -> None:
    long = replace(room.screens[0], title="Organizations keep to their own sector more than chance would have it " * 2)
    for told in (small(clear(), response(3, 1), groups()), room, replace(room, screens=(long, *room.screens[1:]))):
        show = Presentation(io.BytesIO(draw_slides(told)))
        for slide, (screen, _asking) in zip(show.slides, moments(told), strict=True):
            outside = [shape for shape in slide.shapes if shape.name != "The map"]
            runs = [
                (run.text, run.font)
                for shape in all_shapes(outside)
                if shape.has_text_frame
                for paragraph in shape.text_frame.paragraphs
                for run in paragraph.runs
            ]
            assert {font.name for _text, font in runs} == {"Arial"}
            small_print = [text for text, font in runs if font.size.pt < 18]
            assert len(small_print) <= 1
            assert all(told.copy.partnership.name in text for text in small_print)
            said = [font.size.pt for text, font in runs if text in screen.lines]
            assert all(size >= 18 for size in said)


def test_titles_and_words_have_the_room_that_they_need() -> None:
    """By the widths of Arial's letters, none runs out of its box or into the next."""
    told = small(clear(), response(3, 1), groups())
    title = "Organizations keep to their own sector more than chance would have it, as far as anybody has answered"
    for slide in Presentation(
        io.BytesIO(draw_slides(replace(told, screens=tuple(replace(s, title=title) for s in told.screens))))
    ).slides:
        heading = slide.shapes.title
        assert heading is not None
        frames = [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]
        for shape in frames:
            needed = 0.0
            for paragraph in shape.text_frame.paragraphs:
                size = paragraph.runs[0].font.size.pt
                bold = 1.08 if paragraph.runs[0].font.bold else 1
                lines = wrap(paragraph.text, size * bold, shape.width / 12700, most=99)
                needed += len(lines) * size * 1.2 + (paragraph.space_after.pt if paragraph.space_after else 0)
            assert needed <= shape.height / 12700 + 12, shape.text_frame.text
        below = [shape for shape in slide.shapes if shape.top > heading.top and shape is not heading]
        assert all(shape.top >= heading.top + heading.height for shape in below if shape.shape_id != heading.shape_id)


def test_a_chart_says_its_numbers_to_those_who_do_not_see_it() -> None:
    told = small(clear(), response(3, 1), groups())
    show = Presentation(io.BytesIO(draw_slides(told)))
    charts = [shape for slide in show.slides for shape in slide.shapes if shape.has_chart]
    assert charts
    for chart in charts:
        (described,) = chart._element.xpath("./p:nvGraphicFramePr/p:cNvPr/@descr")
        for name in chart.chart.plots[0].categories:
            assert name in described


def test_many_organizations_are_a_few_shapes() -> None:
    told = small()
    dots = tuple(
        replace(told.scene.dots[k % 4], name=f"{k}", x=60.0 * (k % 20), y=60.0 * (k // 20)) for k in range(200)
    )
    threads = tuple(Thread(k, (7 * k) % 199, k % 2) for k in range(1, 199))
    many = Deck(told.copy, replace(told.scene, dots=dots, threads=threads), told.screens)
    show = Presentation(io.BytesIO(draw_slides(many)))
    assert max(len(slide.shapes) for slide in show.slides) < 15
    # All lines of one shape are equally wide.
    assert many.scene.has_widths
    assert "The thicker a line, the stronger the connection." not in "".join(slide_texts(draw_slides(many)))


def test_bars_are_a_chart_with_the_screen_s_numbers_that_can_be_edited() -> None:
    told = small(clear(), response(3, 1), groups())
    bars = (Bar("=1+1, or &<b>", 3, "3"), Bar("Public safety", 0, "missing"), Bar("Health", 8, "8"))
    screen = next(screen for screen in told.screens if screen.tally)
    deck = Deck(told.copy, told.scene, (replace(screen, tally=bars, large="", caption="Organizations"),))
    data = draw_slides(deck)
    (slide,) = Presentation(io.BytesIO(data)).slides
    (chart,) = (shape.chart for shape in slide.shapes if shape.has_chart)
    assert list(chart.plots[0].categories) == [bar.name for bar in bars]
    (series,) = chart.plots[0].series
    assert (series.name, list(series.values)) == ("Organizations", [3, 0, 8])
    assert [point.data_label.text_frame.text for point in map(series.points.__getitem__, range(3))] == [
        "3",
        "missing",
        "8",
    ]
    # What "edit data" opens is a workbook in which a name stays a text.
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert [[cell.value for cell in row] for row in book["Sheet1"]] == [
        [None, "Organizations"],
        *([bar.name, bar.length] for bar in bars),
    ]
    assert book["Sheet1"]["A2"].data_type == "s"
    assert draw_slides(deck) == data


def test_what_the_room_guesses_is_a_slide_before_the_answer_with_the_time_it_takes() -> None:
    told = small(clear(), response(3, 1))
    screen = replace(told.screens[0], guess=Guess("How many?", ("1 to 3", "4 to 6", "7 or more")))
    asked, answered = Presentation(io.BytesIO(draw_slides(replace(told, screens=(screen,))))).slides
    said = [shape.text_frame.text for shape in asked.shapes if shape.has_text_frame]
    assert "1.  1 to 3\n2.  4 to 6\n3.  7 or more" in said
    assert screen.title not in said
    assert asked.notes_slide.notes_text_frame is not None
    assert answered.notes_slide.notes_text_frame is not None
    assert asked.notes_slide.notes_text_frame.text.startswith(screen.notes[0].heading)
    assert "minutes" in screen.notes[0].heading
    for note in screen.notes:
        assert note.text in answered.notes_slide.notes_text_frame.text


def test_seats_where_nobody_sits_say_so_in_words() -> None:
    told = small(clear())
    screen = replace(told.screens[0], shows="seats", tally=(), seats=(Seat("Faith", False), Seat("Health", True)))
    (text,) = slide_texts(draw_slides(replace(told, screens=(screen,))))
    assert "Faith: nobody yet" in text
    assert "Health: nobody yet" not in text
    assert "Health" in text


def test_what_is_taken_on_is_typed_into_a_table() -> None:
    told = small()
    assert told.screens[-1].id == "next"
    last = list(Presentation(io.BytesIO(draw_slides(told))).slides)[-1]
    (table,) = (shape.table for shape in last.shapes if shape.has_table)
    assert [cell.text for cell in table.rows[0].cells] == ["Who", "With whom", "First step", "By when"]
    assert len(table.rows) > 4


def test_sectors_have_their_names_on_the_map_that_is_arranged_by_them() -> None:
    told = small(tied_less())
    slide = next(text for text in slide_texts(draw_slides(told)) if "stay within one sector; 50 would" in text)
    legend_and_block = [line for line in slide.split("\n") if line == "x"]
    assert len(legend_and_block) == 2
