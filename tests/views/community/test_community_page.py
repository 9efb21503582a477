"""The community's page: counts by sector, outcome and team, and nobody by name."""

import re
from dataclasses import replace
from html import unescape

import pytest

from stakeholder_graph.editions.community.community_release import OTHER, community_release
from stakeholder_graph.editions.make_copy import copy_of
from stakeholder_graph.editions.release import Word
from stakeholder_graph.views.community import draw_community
from tests.editions.test_community_release import NAMES, ROOM


def text(html: str) -> str:
    body = re.sub(r"<(style|svg).*?</\1>", " ", html[html.index("<body") :], flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.fixture(scope="module")
def page() -> str:
    return draw_community(copy_of(community_release(ROOM)))


def test_it_says_how_many_take_part_and_answered(page: str) -> None:
    assert "11 organizations take part." in text(page)
    assert "7 of 11 answered" in text(page)


def test_numbers_under_five_are_words(page: str) -> None:
    said = text(page)
    assert "10 of 55 pairs of organizations are connected. Of these, 6 are of two sectors." in said
    assert f"within Health fewer than five 15 Health and {OTHER} 6 30 within {OTHER} fewer than five 10" in said


def test_bars_say_sectors_outcomes_and_teams(page: str) -> None:
    drawn = re.findall(r">([^<>]+)</text>", page)
    for words in (("Health", "6"), (OTHER, "5"), ("Reading", "7"), ("Math", "fewer than five")):
        assert set(words) <= set(drawn)


def test_it_names_no_organization_and_tells_verdicts_that_speak_of_no_small_sector(page: str) -> None:
    assert [name for name in NAMES if re.search(rf"\b{name}\b", text(page)) and name not in ("H1", "H2")] == []
    assert "Most connections are seen from both sides." in text(page)
    schools = community_release(ROOM)
    assert Word("x", "", ("Schools",)) not in schools.words


def test_it_is_for_no_other_copy() -> None:
    with pytest.raises(ValueError, match="the community's copy"):
        draw_community(copy_of(replace(ROOM, words=()), names=[]))
