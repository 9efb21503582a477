"""The story for a room: which screens there are, and what they say."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from stakeholder_graph.editions import Copy
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding, Message, Scope, Test, Tone
from stakeholder_graph.studies.page_one.story import Learned
from stakeholder_graph.views.present.screens import Deck, deck
from stakeholder_graph.views.present.screens.deck import MOST_SCREENS
from stakeholder_graph.views.present.screens.pictured import pictured
from stakeholder_graph.views.present.screens.room import Room
from stakeholder_graph.views.present.screens.screen import MOST_LINES
from tests.tables import table_of
from tests.views.present.decks import ORDER, SCOPE, clear, groups, response, small, tied_less

if TYPE_CHECKING:
    from stakeholder_graph.model.table import Cell, Row

Reported = Callable[..., Copy]


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
    assert [screen.id for screen in bare] == ["us", "read", "questions", "next"]
    assert room.screens[-2].id == "questions"


def test_the_backbone_s_edition_is_not_presented(reported: Reported) -> None:
    with pytest.raises(ValueError, match="not to be presented"):
        deck(reported("backbone"))


@pytest.mark.parametrize(
    ("silent", "first", "asked"),
    [
        (0, "Every one of us answered the survey.", "This is wrong"),
        (1, "3 of 4 answered the survey.", "one answer is still to come"),
        (2, "Hardly any of the 4 organizations have answered so far.", "This is wrong"),
    ],
)
def test_how_many_answered_is_told_and_nobody_named(silent: int, first: str, asked: str) -> None:
    stated = 4 - silent if silent < 2 else None
    told = small(*([response(stated, silent)] if stated else []), answered=stated)
    assert told.screens[0].title == "We are 4 organizations from two sectors"
    assert told.screens[0].lines[0] == first
    assert asked in told.screens[-1].lines[-1]
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
    told = small(clear(range=(0.1, 0.6), range_like=(0.2, 0.5)), response(3, 1), answered=3)
    strength = next(screen for screen in told.screens if screen.id == "strength")
    notes = {note.heading: note.text for note in strength.notes}
    assert strength.lines[-1] == "Luck would rarely do this (collaboration)."
    assert notes["If asked: is that more than luck?"].startswith("Yes.")
    assert "One has not answered yet" in notes["If asked: and what about those who did not answer?"]
    assert "between 60 and 75 of 100 connections" in notes["How sure we are"]
    # What is told as a strength is not told again as what lies across sectors.
    assert "across" not in [screen.id for screen in told.screens]


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
    assert [(seat.name, seat.taken) for seat in missing.seats] == [("St. Mary: all. Of it", False), ("x", True)]
    assert not missing.tally


def test_a_long_reading_is_a_title_and_a_line() -> None:
    strength = next(screen for screen in small(clear()).screens if screen.id == "strength")
    assert len(strength.title) <= 110
    assert not strength.title.endswith(".")


def test_groups_that_could_meet_are_told_whatever_else_is_a_strength() -> None:
    strength = Finding(
        "outcome_coverage", Scope(("1",)), 0, "outcomes", (0, None), reading=Message("all_carried", {}, "strength")
    )
    meet = next(screen for screen in small(groups(), strength).screens if screen.id == "meet")
    assert meet.title == "9 organizations work on the same outcomes (Attendance) and hardly work with each other"
    assert (meet.shows, meet.tally) == ("words", ())


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


def along(what: str = "sector") -> Finding:
    said: dict[str, Cell] = {"what": what, "inside": 24, "chance": 13}
    return Finding("silo_sources", SCOPE, 0.11, "share", (0, 1), reading=Message("along", said))


def firm(finding: Finding, tone: Tone = "concern", p: float = 0.002) -> Finding:
    """The same as a claim that luck would rarely do."""
    assert finding.reading
    test = Test("qap", 999, 0.1, 0.1, p, 0)
    table = table_of(({"attribute": finding.reading.fields["what"], "p": p, "p_adjusted": p},))
    return replace(finding, reading=replace(finding.reading, tone=tone), test=test, table=table)


@pytest.mark.parametrize("what", ["sector", "iPlace: all. Of it"])
def test_a_title_is_not_cut_before_the_name_it_speaks_of(what: str) -> None:
    across = next(screen for screen in small(firm(along(what)), sectors="xxxx").screens if screen.id == "across")
    assert across.title == f"Of all that is known of organizations, connections run along this most: {what}"
    assert across.lines[0].startswith("24 of 100 ")


@pytest.mark.parametrize(
    ("said", "ask"), [("teams", "Which kinds of organizations should know each other better?"), ("along", "")]
)
def test_what_is_not_about_sectors_lights_no_sectors(said: str, ask: str) -> None:
    fields: dict[str, Cell] = {"what": "team" if said == "teams" else "place", "inside": 31, "chance": 14}
    tone: Tone = "strength" if said == "teams" else "concern"
    # The first strength is told before: this one is told after it.
    found = firm(replace(along(), reading=Message(said, fields)), tone)
    told = small(replace(clear(), test=Test("labels", 999, 0.0, 0.1, 0.001, 0)), found)
    screen = next(screen for screen in told.screens if screen.id == "across")
    assert (screen.kind, screen.ties, screen.shows) == ("What connections run along", "", "tally")
    assert (screen.large, [bar.length for bar in screen.tally]) == ("31 of 100", [31, 14])
    assert screen.asks == ((ask,) if ask else measures()["silo_sources"].questions)
    assert not [text for text in (*screen.lines, *screen.asks) if "sector" in text]


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
    # First what page one asks and no screen does.
    assert asked == (
        "Where there are two camps: what would each need to hear from the other?",
        "Which work within a sector is just right, and where does it cost us that we do not talk across sectors?",
        "Agree on one first step: who, with whom, and by when.",
    )
    mixed = next(screen for screen in small(firm(along(), "neutral")).screens if screen.id == "across")
    assert mixed.asks == ("Which sector would be worth one more contact for each of us?",)


def test_notes_are_true_of_the_page_and_of_the_slides(room: Deck) -> None:
    for screen in room.screens:
        for text in (*screen.lines, *(note.text for note in screen.notes)):
            assert "letter" not in text or "in the page present.html" in text


def reached() -> Finding:
    """Nobody reaches others only through the backbone: a count that page one draws as two bars."""
    rows: tuple[Row, ...] = ({"measure": "largest", "with_backbone": 25, "without_backbone": 20},)
    reading = Message("none", {}, "strength")
    return Finding("backbone_dependence", SCOPE, 0.0, "share", (0, 1), table=table_of(rows), reading=reading)


def test_a_strength_shows_the_picture_of_page_one_and_never_a_map_on_which_nothing_stands_out() -> None:
    strength = next(screen for screen in small(reached()).screens if screen.id == "strength")
    assert (strength.shows, strength.caption) == ("tally", "Others that can reach each other")
    assert [(bar.name, bar.length) for bar in strength.tally] == [("With the backbone", 24), ("Without it", 20)]
    for screen in small(reached(), clear(), tied_less()).screens:
        assert screen.shows != "map" or screen.id == "read" or screen.apart


def test_what_luck_could_have_done_takes_no_time_of_the_room() -> None:
    """As many lines across sectors as luck would give: neither the question nor the answer is on the wall."""
    reading = Message("about", {"across": 71, "chance": 74})
    even = replace(clear(), reading=reading, test=Test("labels", 999, 0.0, 0.1, 0.6, 0))
    assert [screen.id for screen in small(even).screens] == ["us", "read", "questions", "next"]
    assert [screen.id for screen in small(even, reached()).screens] == ["us", "read", "strength", "questions", "next"]


def test_every_finding_of_page_one_that_has_a_picture_has_a_screen() -> None:
    """A number of a hundred that no screen is made for is guessed, and shown as page one shows it."""
    reading = Message("mutual", {"of_hundred": 66})
    returned = Finding("reciprocity", SCOPE, 0.66, "share", (0, 1), reading=reading)
    told = small(reached(), returned, sectors="xxxx")
    screen = next(screen for screen in told.screens if screen.id == "reciprocity")
    assert (screen.kind, screen.large) == ("The network as a whole", "66 of 100")
    assert screen.guess
    assert (
        screen.guess.question
        == "Of 100 times that one of us mentions another, how often does the other mention it, too?"
    )
    assert [screen.id for screen in told.screens] == ["us", "read", "strength", "reciprocity", "questions", "next"]


def test_lines_between_those_who_have_something_in_common_are_in_colour() -> None:
    """A ring of x, x, y, y: two of its four lines join two of one place."""
    reading = Message("go_with_likeness", {"alike": "the same sector"}, "concern")
    alike = Finding("tie_predictors", SCOPE, 1.0, "ratio", (0, None), reading=reading)
    told = small()
    screen = pictured(Room(told.copy, told.scene), Learned(alike, "clear"))
    assert (screen.shows, len(screen.bright or ())) == ("map", 2)
    assert "In colour: the lines between two that have this in common." in screen.lines
