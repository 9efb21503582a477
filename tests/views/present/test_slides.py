"""Slides that can be edited, and hold few shapes."""

import io
from dataclasses import replace

from pptx import Presentation

from stakeholder_graph.views.present.scene import Thread
from stakeholder_graph.views.present.screens import Deck
from stakeholder_graph.views.present.slides import draw_slides
from tests.views.present.decks import clear, response, slide_texts, small


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
