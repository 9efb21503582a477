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
from stakeholder_graph.studies.change.pairs import pair_changes
from tests.views.browser import sees

Opens = Callable[..., Page]
Found = Callable[..., Copy]

#: The colour, width and dashes of a line.
LOOK = "({ colour, width, dashes }) => [colour, String(width), (dashes || []).join(' ')]"
WORDS = (
    "Connections since 1: 1 gained, 1 newly named by one side, 1 kept, 1 ended, 1 no longer named by one side. "
    "6 more are known in one of the two surveys only: not both sides answered about each other both times."
)


def wave(name: str, ties: list[tuple[str, str]], answered: str, listed: str = "ABCDEFG") -> PartnerGraph:
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
    """Seven organizations; A, B, F and G answered both times, C the first time only, D the second only, E is new in it.

    A-B was named by both and is named by A still: kept. B-F: both named it and neither does now: ended. A-F: both name
    it now and neither did: gained. A-G: A alone names it now; B-G: B alone named it. B-C: B named it and does no
    longer, but C is silent and might: nobody can tell. A-C: A names it now, and neither did, but C is silent. A-D: A
    names it now and did not, but D was silent and might have: nobody can tell, nor of D-B, which D names now. C-E: E
    was on no roster before. C-D: each was silent once.
    """
    before = [("A", "B"), ("B", "A"), ("B", "C"), ("B", "F"), ("F", "B"), ("B", "G"), ("C", "D")]
    then = wave("1", before, "ABCFG", "ABCDFG")
    after = [("A", "B"), ("A", "C"), ("A", "D"), ("D", "B"), ("E", "C"), ("F", "A"), ("A", "F"), ("A", "G")]
    now = wave("2", after, "ABDEFG", "ABCDEFG")
    return Partnership("Panel", {"1": then, "2": now}, {})


@pytest.mark.browser
def test_each_tie_is_told_apart_and_counted(opens: Opens, panel: Partnership) -> None:
    page = opens(release=make_copy("backbone", panel, (), "2"), at="#how=open")
    places = page.evaluate("canvas.network.getPositions()")
    page.select_option("#since", label="Since 1")
    expect(page.locator("#changed")).to_have_text(WORDS)
    expect(page.locator("#summary")).to_contain_text(WORDS)
    sees(page, "canvas.network.getPositions()", places)
    became = dict(
        page.evaluate(
            "[...scene.changes].map(([tie, change]) => [[tie.from, tie.to].map(nameOf).sort().join(''), change])"
        )
    )
    assert became == {
        "AB": "kept",
        "AF": "gained",
        "AG": "newly",
        "BF": "ended",
        "BG": "unnamed",
        "AC": "now",
        "AD": "now",
        "BC": "then",
        "BD": "now",
        "CE": "now",
        "CD": "then",
    }
    # The same as the rule of tables says.
    rule = pair_changes(*(graph.layer("contact") for graph in panel.graphs.values()))
    names = {"newly": "newly named", "unnamed": "no longer named", "now": "not known", "then": "not known"}
    assert {"".join(pair): change for pair, change in rule.items()} == {
        pair: names.get(change, change) for pair, change in became.items()
    }
    # Told apart by dashes or width as well as by colour; the key shows those that are drawn.
    looks = page.evaluate(
        "CHANGES.filter((each) => changeCounts().get(each)).map(changeLook)"
        ".map(({ width, dashes }) => `${width} ${dashes}`)"
    )
    assert len(set(looks)) == len(looks) == 7
    expect(page.locator("#key .change")).to_have_count(len(looks))
    key = ["gained", "newly named by one side", "kept", "ended", "no longer named by one side"]
    expect(page.locator("#key .change")).to_have_text([*key, "in 2, not known in 1", "in 1, not known in 2"])
    # A tie that is gone is drawn, and counted nowhere else.
    expect(page.locator("#count")).to_contain_text("7 connections")
    sees(page, "threads.length", 11)
    # The map is arranged by sector, yet each line looks as what became of it, within a sector and across alike.
    assert page.evaluate("way().kind") == "sector"
    on_map = page.evaluate(f"threads.map({LOOK})")
    assert sorted(on_map) == sorted(page.evaluate(f"[...scene.changes.values()].map(changeLook).map({LOOK})"))
    # In pictures, too; lines are curved there and on the map where sectors stand in blocks.
    svg = ElementTree.fromstring(page.evaluate("drawPicture().svg"))
    lines = [line for line in svg.iter() if line.get("stroke-opacity") and line.get("d") != "M1 7h40"]
    saved = [[line.get(name, "") for name in ("stroke", "stroke-width", "stroke-dasharray")] for line in lines]
    assert sorted(saved) == sorted(on_map)
    page.reload()
    expect(page.locator("#changed")).to_have_text(WORDS)
    page.fill("#wave", "0")
    expect(page.locator("#since-control")).to_be_hidden()
    sees(page, "scene.changes", None)


def test_what_the_other_wave_could_show_is_for_the_backbone_only(panel: Partnership) -> None:
    from stakeholder_graph.views.map.map_page import draw_map

    assert '"unsure"' in draw_map(make_copy("backbone", panel, (), "2"))
    room = draw_map(make_copy("partners", panel, (), "2"))
    assert '"unsure"' not in room


@pytest.mark.browser
@pytest.mark.parametrize(("edition", "known"), [("partners", True), ("partners", False), ("backbone", False)])
def test_nothing_is_drawn_as_changed_where_that_would_take_knowing_who_answered(
    opens: Opens, edition: Any, known: bool
) -> None:
    then, now = wave("2024", [("A", "B")], "ABCD", "ABCD"), wave("2025", [("B", "C")], "ABCD", "ABCD")
    partnership = Partnership(SurveyInfo("Panel", answered_known=known), {"2024": then, "2025": now})
    page = opens(release=make_copy(edition, partnership, (), "2025"), at="#since=2024&how=open")
    expect(page.locator("#since-control")).to_be_hidden()
    sees(page, "scene.changes", None)
    sees(page, "threads.length", 1)
    text = page.inner_text("main")
    assert [word in text for word in ("gained", "ended", "became")] == [False] * 3


def test_the_room_s_map_says_the_verdict_in_words() -> None:
    from stakeholder_graph.editions import make_copy as made
    from stakeholder_graph.model.finding import Finding, Message, Scope
    from stakeholder_graph.views.map.map_page import draw_map

    names = "ABCDEFGHIJKLMNOPQRSTUVWX"
    ties = [(a, b) for a, b in zip(names, names[1:] + names[:1], strict=True)]
    graphs = {name: wave(name, ties, names, names) for name in ("1", "2")}
    change = Finding("panel_change", Scope(("2",), ("contact",)), 0.0, "", (-1, 1), reading=Message("same"))
    said = "Among those who answered both times, there are about as many connections as before."
    room = draw_map(made("partners", Partnership("P", graphs, {}), [change], "2"))
    assert said in room
    assert said not in draw_map(made("partners", Partnership("P", graphs, {}), [], "2"))


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

    pages = {draw_map(make_copy("partners", answering(names), (), "2")) for names in ("ABCEFG", "ABDEFG", "BCDEFG")}
    assert len(pages) == 1


@pytest.mark.browser
def test_the_chosen_one_says_what_it_had_before(opens: Opens, panel: Partnership) -> None:
    page = opens(release=make_copy("backbone", panel, (), "2"), at="#since=1&organization=C")
    expect(page.locator("#details")).to_contain_text("Works with 2 organizations")
    expect(page.locator("#details")).to_contain_text("Drawn in 1 only")
    last = page.locator("#details .partners").last
    expect(last.locator(".partner")).to_have_text(["B", "D"])
    sees(page, "[...scene.lit].map(nameOf).sort().join('')", "ABCDE")
