"""The meeting of 45 minutes: its script, what the room guesses, who could meet, and what was taken on."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pandas as pd
import pytest

from stakeholder_graph.editions import Copy, make_copy
from stakeholder_graph.editions.make_copy import copy_of
from stakeholder_graph.editions.release import Commitment
from stakeholder_graph.graph import PartnerGraph, Partnership, from_networkx
from stakeholder_graph.model.finding import Finding, Message, Scope
from stakeholder_graph.model.survey import COLUMNS
from stakeholder_graph.studies.page_one.story import questions, story
from stakeholder_graph.text import translate
from stakeholder_graph.views.present.present_page import draw_present, moments
from stakeholder_graph.views.present.screens import Deck, Screen, deck
from stakeholder_graph.views.present.screens.guesses import MOST_GUESSES, guess_of
from stakeholder_graph.views.present.screens.script import ALL
from stakeholder_graph.views.report_folders import publish
from tests.editions import hand_made
from tests.tables import table_of
from tests.views.present.decks import SCOPE, clear, groups, response, slide_texts, small, tied_less

if TYPE_CHECKING:
    from stakeholder_graph.model.table import Row

NAMES = tuple(f"Organization {letter}" for letter in "ABCDEFGH")


def bounds(text: str, whole: int) -> tuple[int, int]:
    """The least and the most that a range allows, as somebody in the room reads it."""
    words = text.replace(",", "").split()
    if words[0] == "All":
        return whole, whole
    first = int(words[0])
    if "fewer" in words:
        return 0, first
    if "more" in words:
        return first, whole
    return first, int(words[-1])


@pytest.mark.parametrize("whole", [5, 10, 36, 100, 363, 5000])
def test_every_number_lies_in_one_range_and_the_three_leave_nothing_out(whole: int) -> None:
    for value in range(0, whole + 1, max(1, whole // 97)):
        guess = guess_of("?", value, whole, f"key {value % 7}")
        assert guess is not None
        limits = [bounds(text, whole) for text in guess.ranges]
        assert (limits[0][0], limits[-1][1]) == (0, whole)
        assert all(low <= high for low, high in limits)
        assert all(before[1] + 1 == after[0] for before, after in pairwise(limits))


def test_neither_the_place_of_a_range_nor_its_middle_tells_the_number() -> None:
    places, distances = Counter[int](), set[int]()
    for value in range(10, 91, 8):
        for key in range(200):
            guess = guess_of("?", value, 100, f"partnership {key}")
            assert guess
            limits = [bounds(text, 100) for text in guess.ranges]
            (place,) = (k for k, (low, high) in enumerate(limits) if low <= value <= high)
            places[place] += 1
            distances.add(value - limits[0][1])
    assert set(places) == {0, 1, 2}
    assert min(places.values()) > 0.25 * places.total()
    assert len(distances) > 20


@pytest.mark.parametrize("whole", [10, 36, 71, 100, 363, 5000])
def test_ranges_do_not_depend_on_the_number_and_none_is_too_narrow_to_be_chosen(whole: int) -> None:
    """Each holds between a fifth and two fifths of what may be guessed, to the next whole number."""
    values = {*range(0, whole + 1, 1 + whole // 400), whole}
    for key in range(40):
        guess = guess_of("?", whole * 71 // 100, whole, f"partnership {key}")
        assert guess
        assert {guess_of("?", value, whole, f"partnership {key}") for value in values} == {guess}
        widths = [high - low + 1 for low, high in (bounds(text, whole) for text in guess.ranges)]
        assert min(widths) >= 0.2 * (whole + 1)
        assert max(widths) < 0.4 * (whole + 1) + 1


def test_where_nobody_would_guess_more_than_half_the_last_range_begins_below_it() -> None:
    for key in range(40):
        guess = guess_of("?", 1, 10, f"partnership {key}", likely=5)
        assert guess
        assert guess.ranges == ("1 or fewer", "2 to 3", "4 or more")
        assert guess_of("?", 9, 10, f"partnership {key}", likely=5) == guess


def test_ranges_are_the_same_whenever_they_are_drawn_and_few_are_not_guessed() -> None:
    assert guess_of("?", 21, 100, "x") == guess_of("?", 21, 100, "x")
    assert guess_of("?", 1, 4, "x") is None


def test_the_meeting_takes_its_minutes_whatever_there_is_to_show(room: Deck) -> None:
    for told in (room, small(), small(clear(), tied_less(), groups(), response(3, 1), answered=3)):
        assert sum(screen.minutes for screen in told.screens) == ALL
        assert sum(step.minutes for step in moments(told)) == ALL
        assert all(step.minutes > 0 for step in moments(told))
        at = 0
        for screen in told.screens:
            assert f"minutes {at} to {at + screen.minutes} of 45" in screen.notes[0].heading
            at += screen.minutes


def notes_of(screen: Screen) -> dict[str, str]:
    return {note.heading.partition(":")[0]: note.text for note in screen.notes}


def test_who_calls_the_meeting_reads_what_to_print_and_when_tables_write(room: Deck) -> None:
    before = notes_of(screen_of(room, "us"))["Before they come"]
    assert "Print stations.pdf on A3" in before
    assert "the sheet of each outcome" in before
    assert "as many as you have tables" in notes_of(screen_of(small(), "us"))["Before they come"]
    for told in (room, small(), small(clear(), groups())):
        end = ALL - screen_of(told, "next").minutes
        assert f"At minute {end - 5} ask every table" in notes_of(screen_of(told, "questions"))["What to do here"]


def test_at_most_three_screens_are_guessed_and_each_before_its_answer(room: Deck) -> None:
    shown = moments(room)
    guessed = [k for k, step in enumerate(shown) if step.asking]
    assert 1 <= len(guessed) <= MOST_GUESSES
    for k in guessed:
        assert (shown[k + 1].screen, shown[k + 1].asking) == (shown[k].screen, False)


def screen_of(told: Deck, id: str) -> Screen:
    return next(screen for screen in told.screens if screen.id == id)


def test_what_is_guessed_is_what_the_answer_says() -> None:
    across = screen_of(small(tied_less()), "across")
    assert across.title.startswith("65 of 100 connections stay within one sector; 50 would")
    assert across.guess
    assert across.guess.question == "Of 100 connections between us, how many stay within one sector?"
    assert any(low <= 65 <= high for low, high in (bounds(text, 100) for text in across.guess.ranges))


def test_the_map_of_sectors_is_arranged_by_sector() -> None:
    across = screen_of(small(tied_less()), "across")
    assert across.by_sector
    told = small(tied_less())
    moved = told.scene.arranged_by_sector
    middle = {
        sector: sum(dot.x for dot in moved.dots if dot.sector == sector) / 2 + 1e3 * (sector == "none")
        for sector in told.scene.sectors
    }
    assert len(set(middle.values())) == 2


def test_no_screen_calls_a_strength_what_another_calls_a_problem() -> None:
    """Both compare sectors: one cheers, one worries."""
    told = small(clear(), tied_less())
    worry = [screen.id for screen in told.screens if "stay within" in screen.title]
    cheer = [screen.id for screen in told.screens if screen.id == "strength"]
    assert not (worry and cheer)


def partnership(source: str = "list", **lists: pd.DataFrame) -> Partnership:
    """Eight organizations in a ring, five of which work on attendance; three sit on its team."""
    graph = from_networkx(nx.relabel_nodes(nx.cycle_graph(8), dict(enumerate(NAMES))))
    rows = [(name, "outcome", "Attendance", source) for name in NAMES[:5]]
    rows += [(name, "team", "Bus team", "list") for name in NAMES[3:6]]
    held = pd.DataFrame(rows, columns=["organization", "kind", "item", "source"]).assign(value=1.0)
    asked = pd.DataFrame({"layer": "collaboration", "organization": NAMES, "answered": [True] * 6 + [False] * 2})
    frames = {**graph.frames, "affiliations": held, "asked": asked}
    items = pd.DataFrame(
        [("outcome", "Attendance", ""), ("outcome", "Reading", ""), ("team", "Bus team", "Attendance")],
        columns=["kind", "item", "outcome"],
    ).assign(scale="", steering=False, public=False)
    made = PartnerGraph(graph.wave, graph.layers, frames, directed=False)
    return Partnership("Ours", {"1": made}, {"items": items, **lists})


def hardly_tied() -> Finding:
    said: dict[str, Any] = {"one": "Attendance", "layer": "collaboration"}
    message = Message("outcome_hardly_tied", said, "concern")
    return Finding("outcome_clusters", SCOPE, None, "clusters", (0, 8), reading=message, in_words=True)


def told_of(whole: Partnership) -> Deck:
    copy = make_copy("partners", whole, [], "1")
    return deck(Copy("partners", copy.partnership, (hardly_tied(),), "1", copy.release))


def test_a_list_of_everybody_s_outcomes_names_who_could_meet_and_counts_their_pairs() -> None:
    """Five in a row of a ring: four of their ten pairs are lines."""
    meet = screen_of(told_of(partnership()), "meet")
    assert meet.title == "5 of us work on Attendance; 4 of their 10 pairs work together"
    assert meet.listed == NAMES[:5]
    assert meet.lit == frozenset(range(5))
    assert meet.guess
    assert "10 pairs" in meet.guess.question


def test_outcomes_that_only_answers_tell_name_nobody() -> None:
    """Whoever names an outcome has answered: the screen shows who sits on its team, which a list says."""
    told = told_of(partnership("answer"))
    meet = screen_of(told, "meet")
    assert notes_of(meet)["What to do here"].startswith("Ask for hands, wait")
    assert meet.title == "5 of us work on Attendance, and hardly with each other"
    assert meet.lit == frozenset({3, 4, 5})
    assert meet.guess is None
    assert not meet.listed
    texts = [*(text for screen in told.screens for text in (screen.title, *screen.lines, *screen.listed))]
    assert not [name for name in NAMES if any(name in text for text in texts)]


def test_who_answered_makes_no_difference_to_any_screen() -> None:
    """The same lists, lines and counts; others answered and others named the outcome."""
    one = partnership("answer")
    graph = one.graph()
    held, asked = graph["affiliations"].copy(), graph["asked"].copy()
    turned = dict(zip(NAMES, NAMES[::-1], strict=True))
    of_answers = held["source"] == "answer"
    held.loc[of_answers, "organization"] = held.loc[of_answers, "organization"].map(turned)
    asked["answered"] = asked["answered"].to_numpy()[::-1]
    frames = {**graph.frames, "affiliations": held, "asked": asked}
    other = Partnership("Ours", {"1": PartnerGraph(graph.wave, graph.layers, frames, directed=False)}, one.lists)
    assert not graph["affiliations"].equals(other.graph()["affiliations"])
    assert draw_present(told_of(one)) == draw_present(told_of(other))


def promising(*made: Commitment, open_named: bool = False) -> Deck:
    release = make_copy("partners", partnership(), [], "1").release
    assert release
    return deck(copy_of(replace(release, commitments=made, open_named=open_named)))


DONE = Commitment(NAMES[0], (NAMES[1], NAMES[2]), "Attendance", "Share the list of late buses", "May", done=True)
OPEN = Commitment(NAMES[4], (), "Reading", "Call the clinic", "June")


def test_the_next_meeting_begins_with_what_was_taken_on_and_names_who_did_it() -> None:
    first = promising(DONE, OPEN).screens[0]
    assert (first.id, first.title) == ("promised", "1 of the 2 things we took on is done")
    assert first.listed == ("Organization A with Organization B and Organization C: Share the list of late buses",)
    assert first.lines[0] == "1 is still open (Reading)."


def test_nobody_s_open_promise_is_on_the_wall_unless_the_partnership_wants_it() -> None:
    told = promising(OPEN)
    said = [text for screen in told.screens for text in (screen.title, *screen.lines, *screen.listed)]
    said += [note.text for screen in told.screens for note in screen.notes]
    assert not [text for text in said if NAMES[4] in text or OPEN.step in text]
    named = promising(OPEN, open_named=True).screens[0]
    assert named.listed == ("Still open: Organization E: Call the clinic",)


def test_without_commitments_there_is_no_such_screen(room: Deck) -> None:
    assert "promised" not in [screen.id for screen in (*room.screens, *promising().screens)]
    assert promising(DONE).screens[0].lines == ("Thank you. What made it work?",)
    many = promising(*(replace(DONE, step=f"Step {k}") for k in range(30)))
    assert many.screens[0].listed[-1] == "and 18 more"


def test_no_two_screens_show_the_same_chart() -> None:
    rows: tuple[Row, ...] = (
        {"sector": "x", "expected": True, "listed": 2, "state": "at the table"},
        {"sector": "z", "expected": True, "listed": 0, "state": "missing"},
    )
    reading = Message("missing", {"missing": "z"}, "concern")
    found = Finding("sector_coverage", Scope(("1",)), 0.5, "share", (0, 1), table=table_of(rows), reading=reading)
    told = small(found, clear(), tied_less(), groups())
    charts = [screen.tally for screen in told.screens if screen.tally]
    assert len(charts) == len(set(charts))


def test_every_file_of_the_room_is_written_with_commitments_and_no_open_one_is_on_a_slide(tmp_path: Path) -> None:
    """Those of two meetings name many organizations: each stands beside those alone that it was made with."""
    made = pd.DataFrame(
        [
            ("Faith 0", "Schools 0; Health 1", "Reading", "Ask Funders 1 for the list", "May", True),
            ("Health 3", "Sheriff's Office", "", "Call <b>them</b>", "", True),
            ("Health 2", "Schools 3", "Reading", "Bring the bus plan", "June", False),
        ],
        columns=list(COLUMNS["commitments"]),
    )
    whole = hand_made.partnership(lists={"commitments": made})
    publish(whole, [], "1", tmp_path, ("backbone", "partners", "community"))
    slides = "\n".join(slide_texts((tmp_path / "for-the-room" / "slides.pptx").read_bytes()))
    assert "Faith 0 with Schools 0 and Health 1: Ask Funders 1 for the list" in slides
    assert "Bring the bus plan" not in slides
    assert "Health 3 with Sheriff's Office" in slides
    for page in ("report.html", "what-this-cannot-tell.html"):
        assert "Sheriff" not in (tmp_path / "for-the-community" / page).read_text("utf-8")
        assert "bus plan" not in (tmp_path / "for-the-community" / page).read_text("utf-8")
    assert "bus plan" in (tmp_path / "backbone-only" / "report.html").read_text("utf-8")


def test_where_nothing_else_is_found_the_room_guesses_what_it_can_count_on_the_map() -> None:
    """A ring of eight: 8 of its 28 pairs are lines, 29 of 100."""
    graph = from_networkx(nx.relabel_nodes(nx.cycle_graph(8), dict(enumerate(NAMES))))
    told = deck(make_copy("partners", Partnership("Ours", {"1": graph}, {}), [], "1"))
    assert [screen.id for screen in told.screens] == ["us", "read", "connected", "questions", "next"]
    connected = screen_of(told, "connected")
    assert connected.title == "Of 100 pairs of us, 29 have a connection (collaboration)"
    assert connected.guess
    assert any(low <= 29 <= high for low, high in (bounds(text, 100) for text in connected.guess.ranges))
    # The tables talk about the two questions of page one, of which no screen asked either.
    asked = [translate(question) for question in questions(story(told.copy.findings))]
    assert len(asked) == 2
    assert screen_of(told, "questions").lines[:2] == tuple(asked)
    assert "connected" not in [screen.id for screen in small().screens]
