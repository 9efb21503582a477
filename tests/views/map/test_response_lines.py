"""How many have answered stands on the map, on paper and in pictures: counts, and never who."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from stakeholder_graph.editions import Copy, make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.views.map.response_lines import response_lines

Opens = Callable[..., Page]
Invents = Callable[..., Partnership]

#: 42 of the 60 that are invented answered in each wave; see `invents`.
SAID = "42 of 60 have answered; connections among the others are not known."


def answering(partnership: Partnership, **count: int) -> Partnership:
    """The same with that many organizations answering in each wave."""
    graphs = {}
    for graph, many in zip(partnership.graphs.values(), count.values(), strict=True):
        frames = {name: graph[name] for name in ("organizations", "ties", "affiliations")}
        who = set(graph.names[:many])
        frames["ties"] = frames["ties"][frames["ties"]["from"].isin(who)]
        asked = graph["asked"]
        frames["asked"] = asked.assign(answered=asked["organization"].isin(who))
        graphs[graph.wave.name] = PartnerGraph(graph.wave, graph.layers, frames)
    return replace(partnership, graphs=graphs)


def release(partnership: Partnership, edition: Any) -> Copy:
    findings = assess(partnership, ["response"])
    return make_copy(edition, partnership, findings, partnership.latest)


def said(partnership: Partnership, edition: Any) -> list[str]:
    return [each["said"] for each in response_lines(release(partnership, edition), ties=True)]


@pytest.mark.parametrize(
    ("then", "now", "desk", "room"),
    [
        (25, 30, ["25 of 30", "All 30 have answered."], ["25 of 30", "All 30 have answered."]),
        (30, 29, ["All 30 have", "29 of 30 have answered; what"], ["All 30 have", "29 of 30 have answered; what"]),
        # Where a single one answered the room has no lines, not of the wave before either, and no count.
        (30, 1, ["All 30 have", "1 of 30 has answered; connections"], ["Few have answered; connections"]),
    ],
)
def test_counts_are_those_of_the_reports_unless_few_have_answered(
    invents: Invents, then: int, now: int, desk: list[str], room: list[str]
) -> None:
    partnership = answering(invents(30, 0.12), then=then, now=now)
    for edition, wanted in (("backbone", desk), ("partners", room)):
        assert [got[: len(each)] for got, each in zip(said(partnership, edition), wanted, strict=True)] == wanted


def test_where_nothing_says_who_answered_that_is_said(invents: Invents) -> None:
    invented = invents(30, 0.12)
    unknown = replace(invented, info=replace(invented.info, answered_known=False))
    for edition in ("backbone", "partners"):
        assert said(unknown, edition) == ["Nothing says who answered, so all are taken to have answered."] * 2


@pytest.mark.browser
@pytest.mark.parametrize("edition", ["backbone", "partners"])
def test_it_stands_on_the_page_on_paper_and_in_pictures(opens: Opens, invents: Invents, edition: Any) -> None:
    page = opens(release=release(invents(60, 0.1), edition))
    expect(page.locator("#count")).to_have_text(
        re.compile(r"^60 organizations · \d+ connections · collaboration · 2 · 42 of 60 have answered$")
    )
    expect(page.locator("#how p")).to_contain_text(SAID)
    expect(page.locator("#summary")).to_contain_text(SAID)
    picture = ElementTree.fromstring(page.evaluate("drawPicture().svg"))
    texts = [text.text or "" for text in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert SAID in texts
    assert any("42 of 60 have answered" in text for text in texts[:4])
    page.emulate_media(media="print")
    expect(page.locator("#paper")).to_contain_text(SAID)
    page.emulate_media(media="screen")
    page.click("#as-table")
    expect(page.locator("#table-view caption")).to_contain_text("42 of 60 have answered")
    page.click("#as-map")
    page.fill("#wave", "0")
    expect(page.locator("#answers")).to_contain_text("42 of 60 have")


@pytest.mark.browser
def test_that_the_closer_of_two_answers_is_shown_is_said(opens: Opens, invents: Invents) -> None:
    closer = "Where two partners answered differently the closer answer is shown."
    partnership = invents(30, 0.12)
    # The room sees how close ties are only where respondents were told so.
    room = opens(release=make_copy("partners", partnership, (), "2"), at="#how=open")
    expect(room.locator("#how p")).not_to_contain_text(closer)
    expect(room.locator("#least-control")).to_be_hidden()
    expect(room.locator("#how p")).not_to_contain_text("the thicker", use_inner_text=True)
    graphs = {}
    for wave, graph in partnership.graphs.items():
        layers = {name: replace(layer, promise="named with strength") for name, layer in graph.layers.items()}
        graphs[wave] = PartnerGraph(graph.wave, layers, graph.frames)
    page = opens(release=make_copy("partners", replace(partnership, graphs=graphs), (), "2"))
    expect(page.locator("#how p")).to_contain_text(closer)
    assert closer in page.evaluate("drawPicture().svg")
    # The room's map draws no change; on the desk's lines of change have no strength.
    desk = opens(release=make_copy("backbone", partnership, (), "2"), at="#how=open")
    expect(desk.locator("#how p")).to_contain_text(closer)
    desk.select_option("#since", label="Since 1")
    expect(desk.locator("#how p")).not_to_contain_text(closer)


@pytest.mark.browser
def test_it_is_not_said_of_ties_that_are_all_alike(opens: Opens, invents: Invents) -> None:
    partnership = invents(30, 0.12)
    graphs = {}
    for wave, graph in partnership.graphs.items():
        frames = {name: graph[name] for name in ("organizations", "asked", "affiliations")}
        ties = graph["ties"].assign(value=1.0)
        layers = {"collaboration": LayerInfo("collaboration")}
        graphs[wave] = PartnerGraph(graph.wave, layers, {**frames, "ties": ties})
    page = opens(release=make_copy("partners", replace(partnership, graphs=graphs), (), "2"))
    expect(page.locator("#closer-said")).to_have_text("")
