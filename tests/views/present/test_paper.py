"""Posters: fonts, names, room, and nothing that is not looked at before it is written."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from stakeholder_graph.editions.publish import LeakError, write_folders
from stakeholder_graph.editions.withheld import Withheld
from stakeholder_graph.views.present.paper import draw_stations, other_scripts
from stakeholder_graph.views.present.paper.other_scripts import Outlined, outlined
from stakeholder_graph.views.present.paper.pdf_fonts import runs, wrapped
from tests.views.present.decks import clear, pdf_text, response, small


@pytest.fixture(autouse=True)
def no_fonts_here(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer with no font but those that are installed with this tool."""
    other_scripts.forget_fonts()
    monkeypatch.setattr(other_scripts, "fonts_here", tuple)
    yield
    other_scripts.forget_fonts()


def test_letters_of_every_alphabet_have_a_font_that_has_them() -> None:
    assert {run.font for run in runs("Café Niños — “Ça va” Łódź Ελπίδα Здоровье")} == {"Lato-Regular"}
    assert runs("שלום", bold=True) == [("outlines", "שלום")]
    assert runs("मदद", bold=True) == [("Lato-Bold", "□□□")]
    assert [run.font for run in runs("안녕 ひらがな 健康")] == [
        "HYGothic-Medium",
        "Lato-Regular",
        "STSong-Light",
        "Lato-Regular",
        "STSong-Light",
    ]
    assert "".join(run.text for run in runs("a\x00b\x1fc")) == "a b c"


def test_letters_that_no_font_has_are_boxes_and_a_poster_says_so() -> None:
    told = small(names=("ሰላም", "मदद", "🎈 Fun", "Plain"))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(draw_stations(told).content)).pages]
    note = "Some letters of this page could not be drawn; a box (□) stands for each."
    assert [page.count(note) for page in pages] == [1 if "Plain" in page else 0 for page in pages]
    assert any("□ Fun" in page for page in pages)
    assert note not in pdf_text(draw_stations(small()).content)


def test_names_from_right_to_left_are_shaped_and_can_be_searched() -> None:
    names = ("مركز الأمل", "עמותת השכונה", "Հույս", "Plain")
    said = pdf_text(draw_stations(small(names=names)).content)
    assert "□" not in said
    for word in " ".join(names).split():
        assert word in said


def test_arabic_letters_are_joined_and_stand_from_right_to_left() -> None:
    """Three letters that join are narrower than the same three apart, and the first stands at the right."""
    joined, apart = outlined("بلد"), outlined("ب\u200cل\u200cد")
    assert joined.width < apart.width
    # What follows an alef stands to its left, where the outline of the two begins.
    first, both = outlined("א"), outlined("אבג")
    assert left_edge(first) < first.width < both.width
    alef = [stroke for stroke in both.strokes if min(stroke.points[::2], default=0) > both.width - first.width]
    assert len(alef) >= len(first.strokes) - 2


def left_edge(line: Outlined) -> float:
    return min(min(stroke.points[::2]) for stroke in line.strokes if stroke.points)


def test_fonts_stand_in_the_poster_s_file() -> None:
    fonts: dict[str, Any] = {}
    for page in PdfReader(io.BytesIO(draw_stations(small()).content)).pages:
        resources: Any = page["/Resources"]
        fonts |= {font["/BaseFont"]: font["/FontDescriptor"] for font in resources["/Font"].values()}
    assert {str(name).partition("+")[2] for name in fonts} == {"Lato-Regular", "Lato-Bold"}
    assert all("/FontFile2" in descriptor for descriptor in fonts.values())


def test_a_word_wider_than_a_line_is_cut() -> None:
    lines = wrapped("x" * 300, 12, 100)
    assert "".join(lines) == "x" * 300
    assert len(lines) > 10


def test_the_posters_say_each_station_and_two_questions() -> None:
    told = small(clear(), response(3, 1))
    data = draw_stations(told).content
    pages = PdfReader(io.BytesIO(data)).pages
    # Everybody's names on the map and in a list, the other stations, a sheet for what is wrong, one a table.
    stations = [screen for screen in told.screens if screen.asks and screen.id != "read"]
    assert len(pages) == 2 + len(stations) + 2
    for page, screen in zip(pages[2:], stations, strict=False):
        said = " ".join(page.extract_text().split())
        assert screen.title in said
        for question in screen.asks[:2]:
            assert question in said
        assert float(page.mediabox.width) > float(page.mediabox.height)
    assert "This is wrong" in pages[-2].extract_text()
    about = PdfReader(io.BytesIO(data)).metadata
    assert about is not None
    assert (about.title, about.author, about.subject) == ("Ours: stations for a data walk", "", "")
    assert str(PdfReader(io.BytesIO(data)).root_object["/Lang"]) == "en"


def test_what_a_poster_shows_is_looked_at_before_it_is_written(tmp_path: Path) -> None:
    """The last look cannot read a PDF: it goes by the texts, and these are all that was drawn."""
    told = small(clear())
    stations = draw_stations(told)
    drawn = pdf_text(stations.content)
    for word in sorted(set(stations.shows.split()), key=len, reverse=True):
        drawn = drawn.replace(word, " ")
    assert drawn.split() == []
    with pytest.raises(LeakError):
        write_folders(
            tmp_path,
            {"room": {"stations.pdf": stations.content}},
            {"room": Withheld(frozenset({told.screens[0].title}))},
            {"room": {"stations.pdf": stations.shows}},
        )
