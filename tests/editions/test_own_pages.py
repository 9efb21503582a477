"""What a partnership writes itself reaches a copy only if it says so, as a field of the copy's release."""

import zipfile
from base64 import b64encode
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL.PngImagePlugin import PngInfo

import stakeholder_graph as sg
from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.community.community_release import community_release
from stakeholder_graph.editions.room_release import room_release
from stakeholder_graph.editions.statements import statements
from stakeholder_graph.editions.withheld import withheld
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.own_pages import NOTHING_OWN, OwnPages, Paragraph
from stakeholder_graph.views.cannot_tell.held_words import held_in_words
from stakeholder_graph.views.report_folders import publish
from tests.facts.own_survey import own_survey, picture

SETTINGS = """
[pages]
logo = "logo.png"
[colours]
Health = "#00aacc"
Police = "#7b1fa2"
[[paragraph]]
place = "closing"
text = "Kept on the desk."
[[paragraph]]
place = "before"
part = "network"
title = "Read in the room"
text = "Elm Library and Fir Shelter met."
readers = "partners"
[[paragraph]]
place = "closing"
text = "Read by everybody."
readers = "community"
"""
DESK, ROOM, ALL = "Kept on the desk.", "Elm Library and Fir Shelter met.", "Read by everybody."


@pytest.fixture(scope="module")
def partnership(tmp_path_factory: pytest.TempPathFactory) -> Partnership:
    return sg.read(own_survey(tmp_path_factory.mktemp("survey"), SETTINGS, picture()))


def test_a_release_holds_what_is_for_its_readers(partnership: Partnership) -> None:
    room = room_release(partnership, [], "1")
    community = community_release(room)
    assert [said.text for said in room.own_pages.paragraphs] == [ROOM, ALL]
    assert [said.text for said in community.own_pages.paragraphs] == [ALL]
    # A release names no sector that nobody of it is in, nor does the community's name any but by its counts.
    assert (room.own_pages.colours, community.own_pages.colours) == ((("Health", "#00aacc"),), ())
    assert room.own_pages.logo == community.own_pages.logo == partnership.info.own_pages.logo


def test_what_is_for_the_desk_moves_no_other_copy(partnership: Partnership) -> None:
    own = partnership.info.own_pages
    other = replace(own, paragraphs=(Paragraph("Another word.", "introduction"), *own.paragraphs[1:]))
    changed = replace(partnership, info=replace(partnership.info, own_pages=other))
    assert room_release(changed, [], "1") == room_release(partnership, [], "1")


def test_each_folder_has_its_own_paragraphs_and_no_others(partnership: Partnership, tmp_path: Path) -> None:
    publish(partnership, (), "1", tmp_path, ("backbone", "partners", "community"))

    def files_with(folder: str, text: str) -> set[str]:
        return {
            path.name
            for path in (tmp_path / folder).rglob("*")
            if path.is_file() and text.encode() in _unpacked(path.read_bytes())
        }

    assert files_with("backbone-only", DESK) == {"report.html"} == files_with("backbone-only", ROOM)
    assert files_with("for-the-room", DESK) == files_with("for-the-community", DESK) == set()
    assert (files_with("for-the-room", ROOM), files_with("for-the-community", ROOM)) == ({"report.html"}, set())
    assert files_with("for-the-community", ALL) == {"report.html"} == files_with("for-the-room", ALL)


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return b"\n".join(map(archive.read, archive.namelist()))


def test_names_may_stand_together_in_an_own_paragraph_and_nowhere_else(partnership: Partnership) -> None:
    forbidden = withheld(partnership, make_copy("partners", partnership, [], "1"))
    assert forbidden.leaks([(ROOM,)]) == []
    assert forbidden.leaks([("Elm Library and Fir Shelter",)]) == ["Elm Library … Fir Shelter"]
    assert forbidden.leaks([("Elm Library and Fir Shelter met. Fir Shelter",)]) == []
    assert forbidden.leaks([("Fir Shelter. Elm Library and Cedar Church met.",)]) != []
    # In a copy that has no such paragraph they may not.
    without = replace(partnership, info=replace(partnership.info, own_pages=NOTHING_OWN))
    assert withheld(without, make_copy("partners", without, [], "1")).leaks([(ROOM,)]) != []


def test_the_bytes_of_a_picture_are_no_words_and_its_texts_are() -> None:
    texts = PngInfo()
    texts.add_text("Author", "Zoo")
    for content, said in ((picture(), []), (picture(pnginfo=texts), [("Author Zoo",)])):
        page = f'<!doctype html><img src="data:image/png;base64,{b64encode(content).decode()}">'
        assert statements(page) == said
    assert statements('<!doctype html><img src="data:image/png;base64,Zoo">') == [("data:image/png;base64,Zoo",)]
    hidden = b64encode(b"no picture").decode()
    assert statements(f'<!doctype html><img src="data:image/png;base64,{hidden}">')


def test_the_sheet_for_an_ethics_board_counts_them(partnership: Partnership) -> None:
    held = held_in_words(room_release(partnership, [], "1"))
    assert "2 paragraphs that the backbone wrote for this copy, word for word." in held
    assert "A logo, of which only the pixels are kept." in held


def test_nothing_own_is_nothing() -> None:
    assert OwnPages().for_edition("partners") == NOTHING_OWN
