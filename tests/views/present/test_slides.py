"""Slides that can be edited, and hold few shapes."""

import io
from dataclasses import replace

import openpyxl
from pptx import Presentation

from stakeholder_graph.views.in_short.bars import Bar
from stakeholder_graph.views.present.screens import Deck
from stakeholder_graph.views.present.slides import draw_slides
from stakeholder_graph.views.scene import Thread
from tests.views.present.decks import clear, groups, response, slide_texts, small


def test_the_slides_can_be_edited_and_have_notes() -> None:
    told = small(clear(), response(3, 1))
    show = Presentation(io.BytesIO(draw_slides(told)))
    assert len(show.slides) == len(told.screens)
    for slide, screen in zip(show.slides, told.screens, strict=True):
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text == screen.title
        notes = slide.notes_slide.notes_text_frame
        assert notes is not None
        assert screen.notes[0].text in notes.text
    read = show.slides[1]
    named = {shape.name: shape.shape_id for shape in read.shapes}
    assert {"Ada", "Ben", "Cem", "Dia"} <= set(named)
    tied = [shape._element.xpath(".//a:stCxn/@id | .//a:endCxn/@id") for shape in read.shapes if shape.shape_type == 9]
    assert len(tied) == 4
    assert all(len(ends) == 2 for ends in tied)


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
    assert "The thicker a line, the stronger the tie." not in "".join(slide_texts(draw_slides(many)))


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
