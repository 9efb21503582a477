"""The page of introductions: what stands on its cards, and that everybody can use it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page

import stakeholder_graph as sg
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Message
from stakeholder_graph.model.table import Cell
from stakeholder_graph.studies.introductions import Introduced, Introduction, Proposals
from stakeholder_graph.studies.what_to_stop import Candidate
from stakeholder_graph.views.introductions import draw_introductions, introductions_csv, introductions_text, stop_text
from stakeholder_graph.views.introductions.card_words import load_in_words, opening, through_in_words
from stakeholder_graph.views.introductions.introductions_page import _mail
from tests.text.pseudo import speaking_pseudo, untranslated
from tests.views.visible import visible_texts

if TYPE_CHECKING:
    from stakeholder_graph.model.table import Cell

ZOO = Introduced("Zoo", "Arts", 3, 12.5, 20.0, True, "zoo@example.org, (555) 010-0123")
MUSEUM = Introduced("Museum", "Health", 0, None, None, False, "museum@example.org")
NEED = Message("pair_need", {"offers": "Zoo", "needs": "Museum", "item": "Rooms"})
PAIR = Introduction(
    ZOO, MUSEUM, 1.25, ("Reading, early", "Math"), (NEED, Message("share_outcomes")), ("Bank",), hours=2
)


@pytest.fixture(scope="module")
def ours() -> Partnership:
    return sg.read(Path(__file__).resolve().parents[3] / "surveys" / "wren-county")


def proposals(*pairs: Introduction, **changed: object) -> Proposals:
    return replace(Proposals("2025", "collaboration", "shared", pairs, 10, usual=9), **changed)  # type: ignore[arg-type]


def test_a_card_says_why_through_whom_what_it_takes_and_how_to_begin(ours: Partnership) -> None:
    page = draw_introductions(ours, proposals(PAIR))
    for text in (
        "Zoo offers what Museum needs: Rooms.",
        "Both work on Reading, early and Math.",
        "Museum did not say whether the two work together: ask first.",
        "About 2 hours a month of each. Zoo gives 12.5 hours now and can give 20. What Museum gives now is not known.",
        "Dear Zoo, dear Museum: Zoo can offer what Museum is looking for, Rooms, so I would like you to meet.",
        "tel:5550100123",
    ):
        assert text in page


def test_the_link_begins_the_email_to_both() -> None:
    assert _mail(PAIR).startswith(
        "mailto:zoo@example.org,museum@example.org?subject=Zoo%20and%20Museum&body=Dear%20Zoo"
    )
    assert _mail(replace(PAIR, a=replace(ZOO, contact=""), b=replace(MUSEUM, contact="Ana"))) == ""


def test_what_was_promised_to_stay_is_not_in_the_email() -> None:
    assert opening(replace(PAIR, open=False)) == (
        "Dear Zoo, dear Museum: I think you have something to talk about, so I would like you to meet."
    )


def test_who_introduces() -> None:
    assert through_in_words(PAIR) == "Bank."
    assert through_in_words(replace(PAIR, through=("Ann’s Co.", "Bank"))) == "Ann’s Co. or Bank."
    assert through_in_words(replace(PAIR, through=())).startswith("Nobody who answered works with both")
    assert through_in_words(replace(PAIR, in_touch="contact")).endswith("connected already by contact.")


def test_what_it_takes_without_hours() -> None:
    pair = replace(PAIR, hours=None, a=replace(ZOO, connections=1))
    assert load_in_words(pair) == "Zoo works with 1 other, and Museum with nobody."


def test_what_could_stop_is_asked(ours: Partnership) -> None:
    fields: dict[str, Cell] = {"team": "Books", "other": "Reading", "both": 3, "either": 4, "outcome": "Literacy"}
    candidate = Candidate("teams", ("Books", "Reading"), Message("stop_teams_of", fields), ("A", "B", "C"))
    page = draw_introductions(ours, proposals(could_stop=(candidate,)))
    assert "Could they meet as one?" in page
    assert "Nobody has said how many hours it takes." in page
    assert "Nothing stands out." not in page


def test_who_gives_too_much_is_asked_too() -> None:
    message = Message("stop_budget", {"name": "Zoo", "gives": 10.5, "budget": 4.0})
    said = stop_text(proposals(could_stop=(Candidate("budget", ("Zoo",), message, ("Zoo",), 6.5),)))
    assert "Zoo gives 10.5 hours a month and can give 4. What could it do less of? 6.5 hours a month too" in said


def test_text_stays_text(ours: Partnership) -> None:
    mean = replace(PAIR, a=replace(ZOO, name="<img src=x onerror=alert(1)>", contact="javascript:alert(1)"))
    page = draw_introductions(ours, proposals(mean))
    assert "<img" not in page
    assert 'href="javascript' not in page
    assert "'=1+1" in introductions_csv(proposals(replace(PAIR, a=replace(ZOO, name="=1+1"))))


def test_the_text_says_the_notes(ours: Partnership) -> None:
    said = introductions_text(ours.name, proposals(notes=(Message("nobody_free"),)))
    assert "Nobody has hours left for a new connection." in said
    assert "weight" not in said  # there is nothing to explain


@pytest.mark.browser
def test_everybody_can_use_the_page(
    ours: Partnership, chromium: Browser, axe: Callable[[Page], list[str]], tmp_path: Path
) -> None:
    path = tmp_path / "introductions.html"
    path.write_text(draw_introductions(ours, sg.introductions(ours, 4, permutations=99)), encoding="utf-8")
    page, trouble = chromium.new_page(), list[str]()
    page.on("console", lambda message: trouble.append(message.text))
    page.on("request", lambda asked: None if asked.url == path.as_uri() else trouble.append(asked.url))
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(path.as_uri())
        trouble += axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(color_scheme="dark")
    trouble += axe(page)
    page.close()
    assert trouble == []


def test_page_and_text_are_translated_as_a_whole(ours: Partnership) -> None:
    found = sg.introductions(ours, 10, permutations=99)
    fields: dict[str, Cell] = {"name": "Zoo", "gives": 10.5, "budget": 4.0}
    candidate = Candidate("budget", ("Zoo",), Message("stop_budget", fields), ("Zoo",), 6.5)
    notes = (Message("nobody_free"), Message("hours_unknown", {"count": 2, "layer": "collaboration"}))
    found = replace(found, could_stop=(*found.could_stop, candidate), notes=notes, capacity="hours")
    graph = ours.graph()
    data = [
        ours.name,
        "Zoo",
        "collaboration",
        *("who,with whom,first step,expected,expected_by", "yes"),  # as commitments.csv has them
        *graph.names,
        *graph.organizations["sector"],
        *graph["affiliations"]["item"],
    ]
    with speaking_pseudo():
        page, text = draw_introductions(ours, found), introductions_text(ours.name, found)
    assert untranslated(visible_texts("introductions.html", page), data) == []
    # Lines are broken anywhere, so that names are known by their words.
    words = [word.strip(".,:“”") for name in data for word in name.split()]
    assert untranslated(text.splitlines(), [*data, *words]) == []
