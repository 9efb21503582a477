"""The page for an ethics board says what came of checks: another result gives another sentence."""

import re
from dataclasses import replace
from html import unescape
from itertools import combinations, pairwise

import pytest

from stakeholder_graph.editions.checks.what_was_checked import LookedAt, what_was_checked
from stakeholder_graph.editions.community.community_release import community_release
from stakeholder_graph.editions.make_copy import copy_of
from stakeholder_graph.editions.release import Line, Member, Release, WaveRelease, Word
from stakeholder_graph.model.survey import LayerInfo
from stakeholder_graph.views.cannot_tell import draw_cannot_tell

NAMES = tuple(f"Place {k}" for k in range(1, 10))
#: A path of nine: five of them have no line between any two, and three without any one are found for two silent.
PATH = tuple(Line("work", one, other) for one, other in pairwise(NAMES))
ROOM = Release(
    "partners",
    "Ours",
    "2025",
    tuple(Member(name, "Health") for name in NAMES),
    (WaveRelease("2025", roster=NAMES, listed=9, answered=7, lines=PATH),),
    layers=(LayerInfo("work", promise="named"),),
    words=(Word("named_by_both", "work"),),
)
FILES = (LookedAt("report.html", 120), LookedAt("map.html", 30))


def said(room: Release, files: tuple[LookedAt, ...] = FILES) -> str:
    page = draw_cannot_tell(copy_of(room, names=["reciprocity"]), what_was_checked(room, files))
    body = re.sub(r"<style.*?</style>", " ", page[page.index("<body") :], flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def with_wave(**fields: object) -> Release:
    return replace(ROOM, waves=(replace(ROOM.of_wave(), **fields),))  # type: ignore[arg-type]


def test_what_the_copy_holds_is_counted_on_its_release() -> None:
    text = said(ROOM)
    assert (
        "9 organizations by name, with their sectors. That 7 of 9 organizations answered. 8 connections of work."
        in text
    )
    assert "1 verdict in words, listed below." in text
    assert "8 lines stand for as many pairs, each once, whoever of the two named it." in text
    assert "We searched 2 files, 150 passages in all" in text
    assert "report.html (120 passages), map.html (30 passages)" in text


def test_each_verdict_stands_beside_what_it_could_tell() -> None:
    assert (
        "work: Most connections are seen from both sides. That more than half of the connections between organizations "
        "that both answered are named by both."
    ) in said(ROOM)


def test_who_is_silent_follows_of_nobody_where_others_could_be() -> None:
    text = said(ROOM)
    assert "2 have not answered" in text
    assert "we found 3 others of whom no two are connected" in text
    assert "Guesses: an organization with few connections" in text


def test_where_it_could_follow_the_page_says_so() -> None:
    """All of nine are connected with all but two: these two are the only ones that can be silent."""
    lines = tuple(Line("work", *pair) for pair in combinations(NAMES, 2) if pair != NAMES[:2])
    text = said(with_wave(lines=lines))
    assert "Somebody may be able to work it out" in text
    assert "follows of nobody" not in text


@pytest.mark.parametrize(
    ("room", "sentence"),
    [
        (with_wave(answered=9), "Everybody answered, so there is nothing to work out."),
        (with_wave(answered=None), "The copy does not say how many answered."),
        (with_wave(lines=None), "The copy draws no connection of this survey"),
        (replace(ROOM, response_named=True), "Respondents were told that it is shown who answered"),
        (replace(ROOM, surveyed=False), "Nothing in this copy says who was asked"),
        (replace(ROOM, layers=(LayerInfo("work", promise="backbone"),)), "Respondents were not told that these"),
        (with_wave(lines=(*PATH, Line("work", "Place 2", "Place 1"))), "9 lines stand for 8 pairs"),
    ],
)
def test_each_result_of_a_check_has_its_own_sentence(room: Release, sentence: str) -> None:
    text = said(room)
    assert sentence in text
    assert sentence not in said(ROOM)


def test_the_communitys_page_speaks_of_counts_and_of_no_line() -> None:
    release = community_release(ROOM)
    page = draw_cannot_tell(copy_of(release), what_was_checked(release, FILES[:1]))
    assert "by name" not in page
    assert "The copy draws no connection between two organizations." in page
    assert not any(name in page for name in NAMES)


def test_it_is_for_copies_beyond_the_desk() -> None:
    copy = replace(copy_of(ROOM, names=[]), release=None)
    with pytest.raises(ValueError, match="holds everything"):
        draw_cannot_tell(copy, what_was_checked(ROOM, ()))
