"""The story for a room: its screens, and the same ones as posters, slides and a workbook."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import openpyxl
import pandas as pd
import pytest
from pptx import Presentation
from pypdf import PdfReader

from stakeholder_graph.editions import Release, release_for
from stakeholder_graph.editions.publish import LeakError, withheld, write_folders
from stakeholder_graph.graph import PartnerGraph, Partnership, from_networkx, to_partnership
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding, Message, Scope, Test, Tone
from stakeholder_graph.model.survey import NO_SECTOR, LayerInfo, Wave
from stakeholder_graph.model.table import Cell, Disclosure, Row
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.views.layout.positions import LINE_HEIGHT
from stakeholder_graph.views.present.corrections import draw_corrections
from stakeholder_graph.views.present.draw import draw_present, initial
from stakeholder_graph.views.present.letters import runs, wrapped
from stakeholder_graph.views.present.outline import outline
from stakeholder_graph.views.present.scene import MOST_PARTNERS, Thread, scene
from stakeholder_graph.views.present.screens import MOST_LINES, MOST_SCREENS, Deck, deck
from stakeholder_graph.views.present.slides import draw_slides
from stakeholder_graph.views.present.stations import draw_stations
from stakeholder_graph.views.present.wording import SAID
from stakeholder_graph.views.style import SHAPES
from stakeholder_graph.views.words import WORDS
from tests.tables import table_of

Reported = Callable[..., Release]
ORDER = ("us", "read", "strength", "across", "missing", "meet", "questions", "next")
SCOPE = Scope(("1",), ("collaboration",))


def small(*findings: Finding, names: tuple[str, ...] = ("Ada", "Ben", "Cem", "Dia"), sectors: str = "xxyy") -> Deck:
    """Four organizations in a ring, two of each sector."""
    graph = from_networkx(nx.relabel_nodes(nx.cycle_graph(4), dict(enumerate(names))))
    people = graph.organizations.assign(sector=list(sectors))
    frames = {**graph.frames, "organizations": people}
    partnership = Partnership("Ours", {"1": PartnerGraph(graph.wave, graph.layers, frames, directed=False)}, {})
    return deck(Release("partners", release_for("partners", partnership, [], "1").partnership, findings, "1"))


def response(answered: int, silent: int) -> Finding:
    fields = {"answered": answered, "listed": answered + silent, "silent": silent}
    share = answered / (answered + silent)
    reading = Message("some" if silent else "everyone", fields)
    return Finding("response", Scope(("1",)), share, "share", (0, 1), reading=reading)


def clear(**fields: object) -> Finding:
    """More ties across sectors than by chance."""
    test = Test("labels", 999, 0.0, 0.1, 0.002, 0)
    reading = Message("across", {"across": 70, "chance": 50}, "strength")
    return Finding("ei_index", SCOPE, 0.4, "index", (-1, 1), test=test, reading=reading, **fields)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def room(reported: Reported) -> Deck:
    return deck(reported("partners", hostile=True))


def test_the_screens_stand_in_their_order_and_are_few(room: Deck) -> None:
    ids = [screen.id for screen in room.screens]
    assert ids == [id for id in ORDER if id in ids]
    assert {"us", "read", "across", "questions", "next"} <= set(ids)
    assert len(ids) <= MOST_SCREENS
    for screen in room.screens:
        assert screen.title
        assert len(screen.lines) <= MOST_LINES
        assert screen.notes


def test_what_there_is_nothing_to_say_of_has_no_screen(room: Deck) -> None:
    bare = small(sectors="xxxx").screens
    assert [screen.id for screen in bare] == ["us", "read", "next"]
    assert not any("question" in line for line in bare[-1].lines)
    assert "question" in room.screens[-1].lines[-1]


def test_the_backbone_s_edition_is_not_presented(reported: Reported) -> None:
    with pytest.raises(ValueError, match="not to be presented"):
        deck(reported("backbone"))


@pytest.mark.parametrize(
    ("silent", "first", "asked"),
    [
        (0, "Every one of us answered the survey.", "Find your organization"),
        (1, "3 of 4 answered the survey.", "one answer is still to come"),
        (2, "2 of 4 answered the survey.", "2 answers are still to come"),
    ],
)
def test_how_many_answered_is_told_and_nobody_named(silent: int, first: str, asked: str) -> None:
    told = small(response(4 - silent, silent))
    assert told.screens[0].title == "We are 4 organizations from two sectors"
    assert told.screens[0].lines[0] == first
    assert asked in told.screens[-1].lines[0]
    said = " ".join(
        " ".join((screen.title, *screen.lines, *(note.text for note in screen.notes))) for screen in told.screens
    )
    assert not [name for name in ("Ada", "Ben", "Cem", "Dia") if name in said]


def test_lines_across_sectors_are_counted_on_the_map() -> None:
    """A ring of x, x, y, y: two of its four lines join x and y."""
    across = next(screen for screen in small().screens if screen.id == "across")
    assert across.title == "2 of the 4 lines on this map join two sectors"
    assert across.ties == "across"


def test_a_strength_says_how_it_was_found_and_how_sure_it_is() -> None:
    told = small(clear(range=(0.1, 0.6), range_like=(0.2, 0.5)), response(3, 1))
    strength = next(screen for screen in told.screens if screen.id == "strength")
    notes = {note.heading: note.text for note in strength.notes}
    assert strength.lines[-1] == "Chance alone would hardly give this (collaboration)."
    assert notes["If asked: is that more than chance?"].startswith("Yes.")
    assert "One has not answered yet" in notes["If asked: and what about those who did not answer?"]
    assert "between 60 and 75 of 100 ties" in notes["How sure we are"]
    # What is told as a strength is not told again as what lies across sectors.
    across = next(screen for screen in told.screens if screen.id == "across")
    assert across.title == "2 of the 4 lines on this map join two sectors"


def test_a_missing_sector_comes_first_and_may_have_a_name_with_a_full_stop() -> None:
    rows: tuple[Row, ...] = (
        {"sector": "x", "expected": True, "listed": 2, "state": "at the table"},
        {"sector": "St. Mary: all. Of it", "expected": True, "listed": 0, "state": "missing"},
        {"sector": "y", "expected": False, "listed": 2, "state": "at the table"},
    )
    reading = Message("missing", {"missing": "St. Mary: all. Of it"}, "concern")
    found = Finding("sector_coverage", Scope(("1",)), 0.5, "share", (0, 1), table=table_of(rows), reading=reading)
    missing = next(screen for screen in small(found).screens if screen.id == "missing")
    assert missing.title == "Missing at the table: St. Mary: all. Of it"
    assert [(row.name, row.said) for row in missing.tally] == [("St. Mary: all. Of it", "missing"), ("x", "2")]


def test_a_long_reading_is_a_title_and_a_line() -> None:
    strength = next(screen for screen in small(clear()).screens if screen.id == "strength")
    assert len(strength.title) <= 110
    assert not strength.title.endswith(".")


def test_no_sentence_uses_a_word_that_only_analysts_use() -> None:
    thought = re.compile(rf"\b({'|'.join(WORDS)})\b", re.IGNORECASE)
    assert {name: text for name, text in SAID.items() if thought.search(text)} == {}


@pytest.mark.parametrize("path", SHAPES.values(), ids=SHAPES)
def test_an_outline_has_about_the_area_of_a_circle(path: str) -> None:
    """As the symbols of the map do; by the shoelace formula."""
    x, y = np.array(outline(path)).T
    assert 1.3 < abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2 < 3.7


@pytest.mark.parametrize(
    ("name", "letter"), [("Élan", "E"), ("211", "#"), ("«Ñandú»", "N"), ("健康", "健"), ("...", "#"), ("ßa", "S")]
)
def test_a_name_is_found_under_its_first_letter(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_letters_of_every_alphabet_have_a_font_that_has_them() -> None:
    assert {run.font for run in runs("Café Niños — “Ça va” Łódź Ελπίδα Здоровье")} == {"Lato-Regular"}
    assert runs("שלום", bold=True) == [("Lato-Bold", "□□□□")]
    assert [run.font for run in runs("안녕 ひらがな 健康")] == [
        "HYGothic-Medium",
        "Lato-Regular",
        "STSong-Light",
        "Lato-Regular",
        "STSong-Light",
    ]
    assert "".join(run.text for run in runs("a\x00b\x1fc")) == "a b c"


def test_letters_that_no_font_has_are_boxes_and_a_poster_says_so() -> None:
    told = small(names=("مركز الأمل", "मदद", "😀 Fun", "Plain"))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(draw_stations(told).content)).pages]
    note = SAID["no_letters"]
    assert [page.count(note) for page in pages] == [1 if "Plain" in page else 0 for page in pages]
    assert any("□ Fun" in page for page in pages)
    assert "مركز الأمل" in {shape.name for shape in Presentation(io.BytesIO(draw_slides(told))).slides[1].shapes}
    assert note not in pdf_text(draw_stations(small()).content)


def test_fonts_stand_in_the_poster_s_file() -> None:
    fonts: dict[str, Any] = {}
    for page in PdfReader(io.BytesIO(draw_stations(small()).content)).pages:
        resources: Any = page["/Resources"]
        fonts |= {font["/BaseFont"]: font["/FontDescriptor"] for font in resources["/Font"].values()}
    assert {str(name).partition("+")[2] for name in fonts} == {"Lato-Regular", "Lato-Bold"}
    assert all("/FontFile2" in descriptor for descriptor in fonts.values())


def groups() -> Finding:
    rows: tuple[Row, ...] = (
        {"cluster": "A", "size": 12, "outcomes": "Reading, Math"},
        {"cluster": "B", "size": 9, "outcomes": "Attendance"},
    )
    said: dict[str, Cell] = {"size": 9, "outcomes": "Attendance", "layer": "contact", "ties": 3, "expected": 15.4}
    reading = Message("to_convene", said, "concern")
    tables = {"clusters": table_of(rows, Disclosure.NETWORK), "fit": table_of(({"p": 0.01, "p_adjusted": 0.01},))}
    return Finding("outcome_clusters", Scope(("1",)), 2, "clusters", (0, 8), tables=tables, reading=reading)


def test_groups_that_could_meet_are_told_whatever_else_is_a_strength() -> None:
    strength = Finding(
        "outcome_coverage", Scope(("1",)), 0, "outcomes", (0, None), reading=Message("all_carried", {}, "strength")
    )
    meet = next(screen for screen in small(groups(), strength).screens if screen.id == "meet")
    assert meet.title == "9 organizations work on the same outcomes (Attendance) and hardly tie with each other"
    assert [(row.name, row.long) for row in meet.tally] == [("Reading, Math", 12), ("Attendance", 9)]


def test_without_a_list_of_sectors_nobody_is_called_missing() -> None:
    rows: tuple[Row, ...] = ({"sector": "x", "expected": False, "listed": 2},)
    found = Finding(
        "sector_coverage",
        Scope(("1",)),
        None,
        "share",
        (0, 1),
        table=table_of(rows),
        reading=Message("no_list", {"listed": 2}),
    )
    assert "missing" not in [screen.id for screen in small(found).screens]


def test_a_strength_without_a_map_is_a_number_in_large_type() -> None:
    found = Finding(
        "reciprocity", SCOPE, 0.66, "share", (0, 1), reading=Message("mutual", {"of_hundred": 66}, "strength")
    )
    told = small(found)
    strength = next(screen for screen in told.screens if screen.id == "strength")
    assert (strength.large, strength.shows, [row.long for row in strength.tally]) == ("66 of 100", "tally", [66])
    for text in (draw_present(told), pdf_text(draw_stations(told).content), "".join(slide_texts(draw_slides(told)))):
        assert "66 of 100" in text


def test_the_lines_that_a_headline_is_about_stand_out() -> None:
    kept = replace(clear(), reading=Message("within", {"inside": 50, "chance": 20}, "concern"))
    shown = small(kept)
    screen = next(screen for screen in shown.screens if screen.id == "across")
    assert screen.ties == "within"
    assert "the lines that stay within a sector are in colour" in " ".join(screen.lines)
    bright = shown.scene.bright(screen.lit, screen.ties)
    assert len(bright) == 2
    assert bright.isdisjoint(shown.scene.across)


def test_what_sentence_and_map_count_is_told_apart() -> None:
    across = next(screen for screen in small(tied_less()).screens if screen.id == "across")
    assert not [line for line in across.lines if "2 of" in line]
    notes = {note.heading: note.text for note in across.notes}
    assert notes["What is counted"].endswith("2 of 4 lines join two sectors.")


def tied_less() -> Finding:
    test = Test("labels", 999, 0.0, 0.1, 0.002, 0)
    return Finding(
        "ei_index",
        SCOPE,
        -0.3,
        "index",
        (-1, 1),
        test=test,
        reading=Message("within", {"inside": 65, "chance": 50}, "concern"),
    )


def test_a_word_wider_than_a_line_is_cut() -> None:
    lines = wrapped("x" * 300, 12, 100)
    assert "".join(lines) == "x" * 300
    assert len(lines) > 10


# Each of the three carriers.


def pdf_text(data: bytes) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())


def slide_texts(data: bytes) -> list[str]:
    texts = []
    for slide in Presentation(io.BytesIO(data)).slides:
        texts.append("\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame))
    return texts


def test_the_posters_say_each_station_and_two_questions() -> None:
    told = small(clear(), response(3, 1))
    data = draw_stations(told).content
    pages = PdfReader(io.BytesIO(data)).pages
    stations = [screen for screen in told.screens if screen.asks]
    assert len(pages) == len(stations) + 1
    for page, screen in zip(pages, stations, strict=False):
        said = " ".join(page.extract_text().split())
        assert screen.title in said
        for question in screen.asks[:2]:
            assert question in said
        assert float(page.mediabox.width) > float(page.mediabox.height)
    assert "This is wrong" in pages[-1].extract_text()
    assert PdfReader(io.BytesIO(data)).metadata.title == "Ours: stations for a data walk"  # type: ignore[union-attr]


def test_names_in_other_alphabets_show_on_posters_and_slides() -> None:
    told = small(names=("Café Ñandú", "Łódź Wspólnota", "Ελπίδα", "Здоровье"))
    on_paper = pdf_text(draw_stations(told).content)
    on_slides = "\n".join(slide_texts(draw_slides(told)))
    for word in ("Ñandú", "Łódź", "Ελπίδα", "Здоровье"):
        assert word in on_paper
        assert word in on_slides


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
    many = Deck(told.release, replace(told.scene, dots=dots, threads=threads), told.screens)
    show = Presentation(io.BytesIO(draw_slides(many)))
    assert max(len(slide.shapes) for slide in show.slides) < 15
    # All lines of one shape are equally wide.
    assert many.scene.has_widths
    assert SAID["key_width"] not in "".join(slide_texts(draw_slides(many)))


@pytest.mark.parametrize(
    "draw",
    [draw_present, lambda told: draw_stations(told).content, draw_slides, draw_corrections],
    ids=["page", "posters", "slides", "corrections"],
)
def test_the_same_story_has_the_same_bytes(draw: Callable[[Deck], str | bytes]) -> None:
    assert draw(small(clear())) == draw(small(clear()))


def secretive() -> tuple[Partnership, Release]:
    names = [f"Organization {k:02}" for k in range(12)]
    ties = pd.DataFrame({"layer": "contact", "from": names, "to": names[1:] + names[:1], "value": 1.0})
    remark = [f"we would rather not say {k}" for k in range(12)]
    people = pd.DataFrame({"organization": names, "sector": ["x", "y"] * 6, "remark": remark})
    graph = PartnerGraph(Wave("1"), {"contact": LayerInfo("contact")}, {"organizations": people, "ties": ties})
    partnership = Partnership("Ours", {"1": graph}, {})
    return partnership, release_for("partners", partnership, [], "1")


def test_no_file_says_what_the_room_may_not_see() -> None:
    partnership, release = secretive()
    forbidden = withheld(partnership, release)
    assert len(forbidden) == 12
    told = deck(release)
    stations = draw_stations(told)
    workbook = openpyxl.load_workbook(io.BytesIO(draw_corrections(told)))
    cells = "\n".join(str(cell.value) for sheet in workbook for row in sheet.iter_rows() for cell in row)
    slides = draw_slides(told)
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in Presentation(io.BytesIO(slides)).slides)
    for text in (draw_present(told), pdf_text(stations.content), stations.shows, *slide_texts(slides), notes, cells):
        assert not [secret for secret in forbidden if secret in text]


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
            {"room": [told.screens[0].title]},
            {"room": {"stations.pdf": stations.shows}},
        )


def test_corrections_can_be_copied_over(tmp_path: Path) -> None:
    """A tie and another spelling, noted in the room, are there when the files are read again."""
    files = {
        "organizations": ["organization,sector", "Ada,x", "Ben,x", "Cem,y"],
        "ties": ["from,to,layer,value", "Ada,Ben,collaboration,1"],
        "names": ["written,organization", "Adda,Ada"],
    }

    def pairs() -> set[tuple[str, str]]:
        for name, rows in files.items():
            (tmp_path / f"{name}.csv").write_text("\n".join(rows) + "\n", "utf-8")
        ties = to_partnership(read_partnership(tmp_path)).graph()["ties"]
        return set(ties[["from", "to"]].itertuples(index=False, name=None))

    assert pairs() == {("Ada", "Ben")}
    partnership = to_partnership(read_partnership(tmp_path))
    data = draw_corrections(deck(release_for("partners", partnership, [], partnership.latest)))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert [row[0].value for row in book["organizations"].iter_rows(min_row=2)] == ["Ada", "Ben", "Cem"]
    noted = {"names": ["Benn", "Ben", "Ada"], "ties": ["Cem", "Benn", "collaboration", "1", "is missing", "Cem"]}
    for sheet, row in noted.items():
        heads = [str(cell.value) for cell in book[sheet][1]]
        copied = len(files[sheet][0].split(","))
        assert heads[:copied] == files[sheet][0].split(",")
        assert len(heads) == len(row)
        files[sheet].append(",".join(row[:copied]))
    assert pairs() == {("Ada", "Ben"), ("Cem", "Ben")}


def test_a_single_sector_or_none_is_not_spoken_of() -> None:
    told = small(sectors="xxxx")
    assert told.screens[0].title == "We are 4 organizations"
    assert told.screens[0].shows == "map"
    assert not told.scene.by_sector
    assert NO_SECTOR not in draw_present(told)


def along(what: str = "sector") -> Finding:
    said: dict[str, Cell] = {"what": what, "inside": 24, "chance": 13}
    return Finding("silo_sources", SCOPE, 0.11, "share", (0, 1), reading=Message("along", said))


@pytest.mark.parametrize("what", ["sector", "iPlace: all. Of it"])
def test_a_title_is_not_cut_before_the_name_it_speaks_of(what: str) -> None:
    across = next(screen for screen in small(along(what), sectors="xxxx").screens if screen.id == "across")
    assert across.title == f"Of all that is known of organizations, ties run along this most: {what}"
    assert across.lines[0].startswith("24 of 100 ")


@pytest.mark.parametrize(("said", "ask"), [("teams", "ask_kinds"), ("along", "")])
def test_what_is_not_about_sectors_lights_no_sectors(said: str, ask: str) -> None:
    fields: dict[str, Cell] = {"what": "team" if said == "teams" else "place", "inside": 31, "chance": 14}
    tone: Tone = "strength" if said == "teams" else "concern"
    test = Test("qap", 999, 0.1, 0.1, 0.002, 0)
    # The first strength is told before: this one is told after it.
    found = replace(along(), reading=Message(said, fields, tone), test=test)
    told = small(replace(clear(), test=replace(test, p=0.001)), found)
    screen = next(screen for screen in told.screens if screen.id == "across")
    assert (screen.kind, screen.ties, screen.shows) == ("What ties run along", "", "tally")
    assert (screen.large, [row.long for row in screen.tally]) == ("31 of 100", [31, 14])
    assert screen.asks == ((SAID[ask],) if ask else measures()["silo_sources"].questions)
    assert not [text for text in (*screen.lines, *screen.asks) if "sector" in text]


def everything_asked(told: Deck) -> str:
    asked = [text for screen in told.screens for text in (screen.title, *screen.lines, *screen.asks)]
    return "\n".join((*asked, *slide_texts(draw_slides(told)), pdf_text(draw_stations(told).content)))


def test_nothing_asks_the_room_who_has_not_answered(room: Deck) -> None:
    """Twelve of 42 still silent: a table would soon have named them."""
    for told in (room, small(response(30, 12), clear(), groups())):
        said = everything_asked(told)
        assert "who have not answered" not in said
        assert not re.search(r"(?i)\bwho\b[^.?]*\bnot (yet )?answered", said)


def test_questions_speak_of_what_a_screen_showed() -> None:
    """No outcome that hangs on one organization, no two camps; what a worry would ask is not asked of a strength."""
    camps = Finding(
        "agenda_agreement",
        Scope(("1",)),
        0.6,
        "share",
        (0, 1),
        reading=Message("camps", {"camps": "Goals", "agreed": 1, "all": 3}, "concern"),
    )
    carried = Finding(
        "outcome_coverage", Scope(("1",)), 0, "outcomes", (0, None), reading=Message("all_carried", {}, "strength")
    )
    told = small(camps, carried, along(), tied_less())
    asked = next(screen for screen in told.screens if screen.id == "questions").lines
    shown = {"across": tied_less().name, "strength": carried.name}
    assert set(shown) == {screen.id for screen in told.screens} - {"us", "read", "questions", "next"}
    assert asked == (
        "Which work within a sector is just right, and where does it cost the people we serve that we do not talk?",
        SAID["ask_talk"],
    )
    mixed = next(screen for screen in small(along()).screens if screen.id == "across")
    assert mixed.asks == (SAID["ask_sectors"],)


def test_notes_are_true_of_the_page_and_of_the_slides(room: Deck) -> None:
    for screen in room.screens:
        for text in (*screen.lines, *(note.text for note in screen.notes)):
            assert "letter" not in text or "in the page present.html" in text


def test_corrections_say_which_wave_they_belong_to(tmp_path: Path) -> None:
    """Two waves and a scale with names: what is chosen from the lists is read as it was meant."""
    files = {
        "organizations": ["organization,sector", "Ada,x", "Ben,x", "Cem,y"],
        "scales": ["scale,value,name,tie", "help,0,Never,no", "help,1,=Monthly,yes", "help,2,Weekly,yes"],
        "ties": ["from,to,layer,value,wave", "Ada,Ben,help,1,2024", "Ada,Ben,help,2,2025"],
        "affiliations": ["organization,kind,item,wave", "Ada,outcome,Reading,2024", "Ada,outcome,Reading,2025"],
        "items": ["kind,item", "outcome,Reading", "team,Told in confidence"],
    }

    def read() -> Partnership:
        for name, rows in files.items():
            (tmp_path / f"{name}.csv").write_text("\n".join(rows) + "\n", "utf-8")
        return to_partnership(read_partnership(tmp_path))

    rows: tuple[Row, ...] = ({"outcome": "Reading", "organizations": 1},)
    found = Finding(
        "outcome_coverage", Scope(("2025",)), 0, "outcomes", (0, None), table=table_of(rows, Disclosure.NETWORK)
    )
    data = draw_corrections(deck(release_for("partners", read(), [found], "2025")))
    book = openpyxl.load_workbook(io.BytesIO(data))
    lists = {cells[0].value: [cell.value for cell in cells[1:] if cell.value] for cells in book["Lists"].columns}
    assert lists["value"] == ["Never", "=Monthly", "Weekly"]
    assert lists["wave"] == ["2024", "2025"]
    assert lists["item"] == ["Reading"]
    assert {"outcome", "team"} <= set(lists["kind"])
    assert all(cell.data_type == "s" for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)
    words = [str(row[0].value) for row in book["This is wrong"].iter_rows()]
    assert any("Never (0); =Monthly (1); Weekly (2)" in text for text in words)
    assert not [text for text in words if "csv" in text]
    chosen = {"from": "Cem", "to": "Ben", "organization": "Cem", "layer": "help", "value": "=Monthly"}
    chosen |= {"kind": "outcome", "item": "Reading"}
    for sheet in ("ties", "affiliations"):
        heads = [str(cell.value) for cell in book[sheet][1]]
        first = [str(cell.value or "") for cell in book[sheet][2]]
        assert first[heads.index("wave")] == "2025"
        assert heads[: len(files[sheet][0].split(","))] == files[sheet][0].split(",")
        allowed = {str(choice.sqref)[0] for choice in book[sheet].data_validations.dataValidation}
        assert len(allowed) == len(files[sheet][0].split(",")) + 1
        files[sheet].append(
            ",".join(chosen.get(head, cell) for head, cell in zip(heads, first, strict=True) if head in files[sheet][0])
        )
    graph = read().graph("2025")
    ties = graph["ties"]
    assert ("Cem", "Ben", 1.0) in set(ties[["from", "to", "value"]].itertuples(index=False, name=None))
    assert set(graph["affiliations"]["organization"]) == {"Ada", "Cem"}


def test_who_finds_itself_is_named_whole_and_so_are_up_to_fifteen_partners(reported: Reported) -> None:
    drawn = scene(reported("partners", hostile=True))
    for k, partners in enumerate(drawn.partners):
        assert "".join(drawn.dots[k].lines).replace(" ", "") == "".join(drawn.dots[k].name.split())
        view = drawn.found(k)
        named = {spot.number for spot in view.spots}
        assert k in named
        assert named == {k, *partners} if len(partners) <= MOST_PARTNERS else named <= {k, *partners}
        left, top, wide, high = view.frame
        boxes = []
        for spot in view.spots:
            dot = drawn.dots[spot.number]
            half, tall = dot.width * view.names / 2, LINE_HEIGHT * len(dot.lines) * view.names
            assert left <= spot.x - half, dot.name
            assert spot.x + half <= left + wide, dot.name
            assert top <= spot.top, dot.name
            assert spot.top + tall <= top + high + 0.1, dot.name
            boxes.append((spot.x - half, spot.top, spot.x + half, spot.top + tall))
        for n, one in enumerate(boxes):
            for other in boxes[:n]:
                apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
                assert apart, (drawn.dots[k].name, one, other)


def test_a_ring_and_thick_lines_are_explained_where_they_are(reported: Reported) -> None:
    told = deck(reported("partners"))
    ring, thick = SAID["key_ring"], SAID["key_width"]
    assert told.scene.has_widths
    for text in (draw_present(told), pdf_text(draw_stations(told).content), "".join(slide_texts(draw_slides(told)))):
        assert (ring in text) is told.scene.has_ring
        assert thick in text
    plain = small()
    assert ring not in draw_present(plain)
    assert thick not in draw_present(plain)


def test_names_on_a_poster_are_eighteen_points_or_not_there(room: Deck) -> None:
    """What is not named for want of room is told to be elsewhere; no name is cut."""
    pages = PdfReader(io.BytesIO(draw_stations(room).content)).pages
    lines = {line for dot in room.scene.dots for line in dot.lines}
    sizes: list[float] = []

    def visit(text: str, _: object, __: object, font: object, size: float) -> None:
        if text.strip() in lines:
            sizes.append(size)

    read = next(page for page in pages if "each line a tie" in page.extract_text())
    said = read.extract_text(visitor_text=visit)
    assert min(sizes) >= 18
    assert "…" not in said
    named = [dot for dot in room.scene.dots if all(line in said for line in dot.lines)]
    assert len(named) > len(room.scene.dots) / 4
    assert (SAID["names_elsewhere"] in said) is (len(named) < len(room.scene.dots))
    assert SAID["names_elsewhere"] not in pdf_text(draw_stations(small()).content)
