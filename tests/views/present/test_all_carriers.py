"""What holds on page, posters, slides and in the workbook alike."""

import io
import re
from collections.abc import Callable
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest
from pptx import Presentation

from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.editions.withheld import withheld
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Finding, Message
from stakeholder_graph.model.survey import NO_SECTOR, LayerInfo, Wave
from stakeholder_graph.views.present.corrections import draw_corrections
from stakeholder_graph.views.present.paper import draw_stations
from stakeholder_graph.views.present.present_page import draw_present, initial
from stakeholder_graph.views.present.screens import Deck, deck
from stakeholder_graph.views.present.slides import draw_slides
from tests.views.present.decks import SCOPE, clear, groups, pdf_text, response, slide_texts, small

Reported = Callable[..., Copy]


@pytest.mark.parametrize(
    ("name", "letter"), [("Élan", "E"), ("211", "#"), ("«Ñandú»", "N"), ("健康", "健"), ("...", "#"), ("ßa", "S")]
)
def test_a_name_is_found_under_its_first_letter(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_a_strength_without_a_map_is_a_number_in_large_type() -> None:
    found = Finding(
        "reciprocity", SCOPE, 0.66, "share", (0, 1), reading=Message("mutual", {"of_hundred": 66}, "strength")
    )
    told = small(found)
    strength = next(screen for screen in told.screens if screen.id == "strength")
    assert (strength.large, strength.shows, [bar.length for bar in strength.tally]) == ("66 of 100", "tally", [66])
    for text in (draw_present(told), pdf_text(draw_stations(told).content), "".join(slide_texts(draw_slides(told)))):
        assert "66 of 100" in text


def test_names_in_other_alphabets_show_on_posters_and_slides() -> None:
    told = small(names=("Café Ñandú", "Łódź Wspólnota", "Ελπίδα", "Здоровье"))
    on_paper = pdf_text(draw_stations(told).content)
    on_slides = "\n".join(slide_texts(draw_slides(told)))
    for word in ("Ñandú", "Łódź", "Ελπίδα", "Здоровье"):
        assert word in on_paper
        assert word in on_slides


@pytest.mark.parametrize(
    "draw",
    [draw_present, lambda told: draw_stations(told).content, draw_slides, draw_corrections],
    ids=["page", "posters", "slides", "corrections"],
)
def test_the_same_story_has_the_same_bytes(draw: Callable[[Deck], str | bytes]) -> None:
    assert draw(small(clear())) == draw(small(clear()))


def secretive() -> tuple[Partnership, Copy]:
    names = [f"Organization {k:02}" for k in range(12)]
    ties = pd.DataFrame({"layer": "contact", "from": names, "to": names[1:] + names[:1], "value": 1.0})
    remark = [f"we would rather not say {k}" for k in range(12)]
    people = pd.DataFrame({"organization": names, "sector": ["x", "y"] * 6, "remark": remark})
    graph = PartnerGraph(Wave("1"), {"contact": LayerInfo("contact")}, {"organizations": people, "ties": ties})
    partnership = Partnership("Ours", {"1": graph}, {})
    return partnership, make_copy("partners", partnership, [], "1")


def test_no_file_says_what_the_room_may_not_see() -> None:
    partnership, release = secretive()
    forbidden = withheld(partnership, release)
    assert len(forbidden.texts) == 12
    told = deck(release)
    stations = draw_stations(told)
    workbook = openpyxl.load_workbook(io.BytesIO(draw_corrections(told)))
    cells = "\n".join(str(cell.value) for sheet in workbook for row in sheet.iter_rows() for cell in row)
    slides = draw_slides(told)
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in Presentation(io.BytesIO(slides)).slides)
    for text in (draw_present(told), pdf_text(stations.content), stations.shows, *slide_texts(slides), notes, cells):
        assert not [secret for secret in forbidden.texts if secret in text]


def test_a_single_sector_or_none_is_not_spoken_of() -> None:
    told = small(sectors="xxxx")
    assert told.screens[0].title == "We are 4 organizations"
    assert told.screens[0].shows == "map"
    assert not told.scene.by_sector
    assert NO_SECTOR not in draw_present(told)


def everything_asked(told: Deck) -> str:
    asked = [text for screen in told.screens for text in (screen.title, *screen.lines, *screen.asks)]
    return "\n".join((*asked, *slide_texts(draw_slides(told)), pdf_text(draw_stations(told).content)))


def test_nothing_asks_the_room_who_has_not_answered(room: Deck) -> None:
    """Twelve of 42 still silent: a table would soon have named them."""
    for told in (room, small(response(30, 12), clear(), groups())):
        said = everything_asked(told)
        assert "who have not answered" not in said
        assert not re.search(r"(?i)\bwho\b[^.?]*\bnot (yet )?answered", said)


def test_a_ring_and_thick_lines_are_explained_where_they_are(reported: Reported) -> None:
    told = deck(reported("partners"))
    ring, thick = "A ring marks the backbone.", "The thicker a line, the stronger the connection."
    levels = replace(
        told,
        scene=replace(told.scene, threads=tuple(replace(t, strength=k % 2) for k, t in enumerate(told.scene.threads))),
    )
    # Lines carry no level where respondents were not told that they would.
    for drawn, widths in ((told, False), (levels, True)):
        assert drawn.scene.has_widths is widths
        texts = draw_present(drawn), pdf_text(draw_stations(drawn).content), "".join(slide_texts(draw_slides(drawn)))
        for text in texts:
            assert (ring in text) is drawn.scene.has_ring
            assert (thick in text) is widths
    plain = small()
    assert ring not in draw_present(plain)
    assert thick not in draw_present(plain)
