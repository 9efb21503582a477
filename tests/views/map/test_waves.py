"""Two waves held against each other: what was gained, kept and ended, and what nobody can tell."""

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from tests.views.browser import sees

Opens = Callable[..., Page]
Found = Callable[..., Copy]

DOUBT = (
    "Not all organizations answered in both surveys, so it is not known whether a connection "
    "that is drawn in one survey only "
    "was gained or ended."
)
#: The colour, width and dashes of a line.
LOOK = "({ colour, width, dashes }) => [colour, String(width), (dashes || []).join(' ')]"
WHY = ": in the other not both sides answered about each other."


def wave(name: str, ties: list[tuple[str, str]], answered: str, listed: str = "ABCDEF") -> PartnerGraph:
    """Who named whom, who answered, who stood on the roster."""
    rows = pd.DataFrame(ties, columns=["from", "to"]).assign(layer="contact", value=1.0)
    asked = pd.DataFrame(
        {"organization": list(listed), "layer": "contact", "answered": [n in answered for n in listed]}
    )
    people = pd.DataFrame({"organization": list(listed), "sector": ["x" if n in "AB" else "y" for n in listed]})
    return PartnerGraph(
        Wave(name), {"contact": LayerInfo("contact")}, {"organizations": people, "ties": rows, "asked": asked}
    )


@pytest.fixture(scope="module")
def panel() -> Partnership:
    """Six organizations; A, B and F answered both times, C the first time only, D the second only, E is new in it.

    A-B was named by both and is named by A still: kept. B-F: B named it and neither does now: ended. A-F: F names it
    now and neither did: gained. B-C: B named it and does no longer, but C is silent and might: nobody can tell. A-C: A
    names it now, and neither did: gained. A-D: A names it now and did not, but D was silent and might have: nobody can
    tell, nor of D-B, which D names now. C-E: E was on no roster before. C-D: each was silent once.
    """
    then = wave("1", [("A", "B"), ("B", "A"), ("B", "C"), ("B", "F"), ("C", "D")], "ABCF", "ABCDF")
    now = wave("2", [("A", "B"), ("A", "C"), ("A", "D"), ("D", "B"), ("E", "C"), ("F", "A")], "ABDEF")
    return Partnership("Panel", {"1": then, "2": now}, {})


@pytest.mark.browser
@pytest.mark.parametrize(
    ("edition", "words"),
    [
        (
            "backbone",
            f"Connections since 1: 2 gained, 1 kept, 1 ended. 5 more are known in one of the two surveys only{WHY}",
        ),
        ("partners", f"Connections since 1: 1 drawn in both, 5 in 2 only, 3 in 1 only. {DOUBT}"),
    ],
)
def test_each_tie_is_told_apart_and_counted(opens: Opens, panel: Partnership, edition: Any, words: str) -> None:
    page = opens(release=make_copy(edition, panel, (), "2"), at="#how=open")
    places = page.evaluate("canvas.network.getPositions()")
    page.select_option("#since", label="Since 1")
    expect(page.locator("#changed")).to_have_text(words)
    expect(page.locator("#summary")).to_contain_text(words)
    sees(page, "canvas.network.getPositions()", places)
    became = dict(
        page.evaluate(
            "[...scene.changes].map(([tie, change]) => [[tie.from, tie.to].map(nameOf).sort().join(''), change])"
        )
    )
    desk = edition == "backbone"
    assert became == {
        "AB": "kept",
        "AC": "gained" if desk else "now",
        "AF": "gained" if desk else "now",
        "BF": "ended" if desk else "then",
        "AD": "now",
        "BC": "then",
        "BD": "now",
        "CE": "now",
        "CD": "then",
    }
    # Told apart by dashes or width as well as by colour; the key shows those that are drawn.
    looks = page.evaluate(
        "CHANGES.filter((each) => changeCounts().get(each)).map(changeLook)"
        ".map(({ width, dashes }) => `${width} ${dashes}`)"
    )
    assert len(set(looks)) == len(looks) == (5 if desk else 3)
    expect(page.locator("#key .change")).to_have_count(len(looks))
    key = ["gained", "kept", "ended", "in 2, not known in 1", "in 1, not known in 2"]
    drawn = ["drawn in both", "drawn in 2, not in 1", "drawn in 1, not in 2"]
    expect(page.locator("#key .change")).to_have_text(key if desk else drawn)
    expect(page.locator("#key-note")).to_have_text("" if desk else DOUBT)
    text = page.inner_text("main")
    assert [word in text.replace(DOUBT, "") for word in ("gained", "ended", "became")] == [desk] * 3
    assert (DOUBT in text) is not desk
    # A tie that is gone is drawn, and counted nowhere else.
    expect(page.locator("#count")).to_contain_text("6 connections")
    sees(page, "threads.length", 9)
    # The map is arranged by sector, yet each line looks as what became of it, within a sector and across alike.
    assert page.evaluate("way().kind") == "sector"
    on_map = page.evaluate(f"threads.map({LOOK})")
    assert sorted(on_map) == sorted(page.evaluate(f"[...scene.changes.values()].map(changeLook).map({LOOK})"))
    # In pictures, too; lines are curved there and on the map where sectors stand in blocks.
    svg = ElementTree.fromstring(page.evaluate("drawPicture().svg"))
    lines = [line for line in svg.iter() if line.get("stroke-opacity") and line.get("d") != "M1 7h40"]
    saved = [[line.get(name, "") for name in ("stroke", "stroke-width", "stroke-dasharray")] for line in lines]
    assert sorted(saved) == sorted(on_map)
    texts = " ".join(text.text or "" for text in svg.iter("{http://www.w3.org/2000/svg}text"))
    assert (DOUBT in texts) is not desk
    page.reload()
    expect(page.locator("#changed")).to_have_text(words)
    page.fill("#wave", "0")
    expect(page.locator("#since-control")).to_be_hidden()
    sees(page, "scene.changes", None)


def test_what_the_other_wave_could_show_is_for_the_backbone_only(panel: Partnership) -> None:
    from stakeholder_graph.views.map.map_page import draw_map

    assert '"unsure"' in draw_map(make_copy("backbone", panel, (), "2"))
    room = draw_map(make_copy("partners", panel, (), "2"))
    assert '"unsure"' not in room


@pytest.mark.browser
@pytest.mark.parametrize(
    ("answered", "listed", "known", "doubt"),
    [
        ("ABCD", "ABCD", True, ""),
        ("ABCD", "ABCDE", True, DOUBT),
        ("ABC", "ABCD", True, DOUBT),
        (
            "ABCD",
            "ABCD",
            False,
            DOUBT.replace("Not all organizations answered in both surveys", "Nothing says who answered"),
        ),
    ],
)
def test_the_room_doubts_only_where_somebody_was_not_heard(
    opens: Opens, answered: str, listed: str, known: bool, doubt: str
) -> None:
    """A roster that has grown is a reason to doubt, too: who is new on it could not be heard before."""
    then, now = wave("2024", [("A", "B")], "ABCD", "ABCD"), wave("2025", [("B", "C")], answered + listed[4:], listed)
    partnership = Partnership(SurveyInfo("Panel", answered_known=known), {"2024": then, "2025": now})
    page = opens(release=make_copy("partners", partnership, (), "2025"), at="#since=2024")
    doubt = doubt.replace("surveys", "years").replace("survey", "year")
    expect(page.locator("#key-note")).to_have_text(doubt)
    expect(page.locator("#changed")).to_have_text(
        f"Connections since 2024: 0 drawn in both, 1 in 2025 only, 1 in 2024 only. {doubt}".strip()
    )
    if not known:  # the backbone can tell no more than the room
        desk = opens(release=make_copy("backbone", partnership, (), "2025"), at="#since=2024")
        expect(desk.locator("#key-note")).to_have_text(doubt)
        expect(desk.locator("#changed")).to_contain_text("1 in 2024 only")


def test_the_room_s_bytes_are_the_same_whoever_answered(panel: Partnership) -> None:
    """That not everyone did is all they tell of the two waves."""
    from stakeholder_graph.views.map.map_page import draw_map

    def answering(names: str) -> Partnership:
        graphs = {}
        for name, graph in panel.graphs.items():
            frames = {each: graph[each] for each in ("organizations", "ties")}
            asked = graph["asked"]
            frames["asked"] = asked.assign(answered=asked["organization"].isin(list(names)))
            graphs[name] = PartnerGraph(graph.wave, graph.layers, frames)
        return Partnership("Panel", graphs, {})

    pages = {draw_map(make_copy("partners", answering(names), (), "2")) for names in ("ABCE", "ABDE", "BCDE")}
    assert len(pages) == 1


@pytest.mark.browser
def test_the_chosen_one_says_what_it_had_before(opens: Opens, panel: Partnership) -> None:
    page = opens(release=make_copy("backbone", panel, (), "2"), at="#since=1&organization=C")
    expect(page.locator("#details")).to_contain_text("Works with 2 organizations")
    expect(page.locator("#details")).to_contain_text("Drawn in 1 only")
    last = page.locator("#details .partners").last
    expect(last.locator(".partner")).to_have_text(["B", "D"])
    sees(page, "[...scene.lit].map(nameOf).sort().join('')", "ABCDE")
