"""A network that no page can hold whole: groups, some of their members, and counts of all others."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd
import pytest
from playwright.sync_api import Page, expect

import stakeholder_graph as sg
from stakeholder_graph.editions import Edition, make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.views.map.map_page import draw_map
from tests.views.browser import sees, still, until
from tests.views.map.test_map_page import data, packaged_scripts

condensing = import_module("stakeholder_graph.studies.condensed.condense")
Invents = Callable[..., Partnership]
Opens = Callable[..., Page]


@pytest.fixture
def few_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixty organizations in seven sectors are too many, and five of a sector are held."""
    monkeypatch.setattr(condensing, "MOST", 50)
    monkeypatch.setattr(condensing, "OF_GROUP", 5)


def drawn(partnership: Partnership, edition: Edition = "backbone") -> str:
    return draw_map(make_copy(edition, partnership, (), partnership.latest))


def between_sectors(block: dict[str, Any], wave: int) -> Counter[tuple[str, str]]:
    """Lines and counts of the page, by the sectors of their ends."""
    people, sectors = block["organizations"], [sector["name"] for sector in block["about"]["sectors"]]
    at = [person["sector"] for person in people] + sectors
    found: Counter[tuple[str, str]] = Counter()
    for tie in block["ties"]:
        if tie["wave"] == wave:
            found[tuple(sorted((at[tie["from"]], at[tie["to"]])))] += 1
    for a, b, _layer, of_wave, *counts in block["about"]["condensed"]["tallies"]:
        if of_wave == wave:
            found[tuple(sorted((at[a], at[b])))] += sum(counts)
    return found


def test_a_group_too_small_to_be_seen_at_its_size_is_said_to_be_drawn_larger(
    invents: Invents, few_fit: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = import_module("stakeholder_graph.views.layout.group_ring")
    for least, sentences in ((0.07, 0), (0.999, 1)):
        monkeypatch.setattr(ring, "LEAST", least)
        assert drawn(invents(60, 0.1)).count("is drawn larger than that, so that it can be seen.") == sentences


@pytest.mark.parametrize("edition", ["backbone", "partners"])
def test_connections_between_groups_are_those_of_the_table(invents: Invents, few_fit: None, edition: Edition) -> None:
    """Counted again with pandas from the reports."""
    partnership = invents(60, 0.1)
    block = data(drawn(partnership, edition))
    assert len(block["organizations"]) == 35
    for k, graph in enumerate(partnership.graphs.values()):
        sector = dict(zip(graph.names, graph.organizations["sector"], strict=True))
        pairs = pd.DataFrame(np.sort(graph["ties"][["from", "to"]].to_numpy(dtype=object), axis=1)).drop_duplicates()
        expected = Counter(tuple(sorted((sector[a], sector[b]))) for a, b in pairs.itertuples(index=False))
        assert between_sectors(block, k) == expected
        listed = [group["listed"][k] for group in block["about"]["condensed"]["groups"]]
        assert listed == list(graph.organizations["sector"].value_counts().sort_index())


def test_those_who_are_counted_only_are_not_in_the_page(invents: Invents, few_fit: None) -> None:
    partnership = invents(60, 0.1)
    html = drawn(partnership, "partners")
    names = {person["name"] for person in data(html)["organizations"]}
    assert not [name for name in partnership.graph().names if name not in names and f'"{name}"' in html]


def test_the_desk_says_how_many_of_a_group_answered_and_the_room_does_not(invents: Invents, few_fit: None) -> None:
    partnership = invents(60, 0.1)
    graph = partnership.graph("2")
    groups = data(drawn(partnership))["about"]["condensed"]["groups"]
    answered = pd.Series(graph.answered, dtype=int).groupby(graph.organizations["sector"].to_numpy()).sum()
    assert [group["answered"][1] for group in groups] == answered.sort_index().tolist()
    room = drawn(partnership, "partners")
    assert '"answered"' not in room.replace(packaged_scripts(room), "")


def test_the_room_s_large_map_does_not_depend_on_who_reported(invents: Invents, few_fit: None) -> None:
    """Reversing every report leaves the undirected ties, and so every byte, as they are."""
    invented = invents(60, 0.1)

    def everybody(ends: dict[str, str]) -> Partnership:
        graphs = {}
        for wave, graph in invented.graphs.items():
            frames = {"organizations": graph.organizations, "ties": graph["ties"].rename(columns=ends)}
            frames["asked"] = graph["asked"].assign(answered=True)
            graphs[wave] = PartnerGraph(graph.wave, graph.layers, frames)
        return replace(invented, graphs=graphs)

    turned = everybody({"from": "to", "to": "from"})
    assert drawn(everybody({}), "partners") == drawn(turned, "partners")


def test_without_lines_the_room_sees_groups_and_the_first_of_their_members_by_name(
    invents: Invents, few_fit: None
) -> None:
    """Of answers that were promised to be counted only, nothing tells who has many connections."""
    whole = invents(60, 0.1)
    graphs = {
        wave: replace(graph, layers={name: replace(info, promise="aggregate") for name, info in graph.layers.items()})
        for wave, graph in whole.graphs.items()
    }
    block = data(drawn(replace(whole, graphs=graphs), "partners"))
    assert (block["ties"], block["about"]["condensed"]["tallies"]) == ([], [])
    first = sorted(name for name, sector in zip(*_people(whole), strict=True) if sector == "Sector 1")[:5]
    assert sorted(p["name"] for p in block["organizations"] if p["sector"] == "Sector 1") == first


@pytest.mark.parametrize("edition", ["backbone", "partners"])
def test_a_network_of_one_sector_is_written_in_groups_that_are_found(
    invents: Invents, few_fit: None, tmp_path: Path, edition: Literal["backbone", "partners"]
) -> None:
    """In the room a group called after a member would tell of others that they go with it: the file was refused."""
    whole = invents(60, 0.1)
    graphs = {}
    for wave, graph in whole.graphs.items():
        frames = {"organizations": graph.organizations.assign(sector="Schools"), "ties": graph["ties"]}
        graphs[wave] = PartnerGraph(graph.wave, graph.layers, {**frames, "asked": graph["asked"]})
    path = tmp_path / "map.html"
    sg.draw_map(replace(whole, graphs=graphs), path, edition=edition)
    groups = [sector["name"] for sector in data(path.read_text("utf-8"))["about"]["sectors"]]
    after_members = [name.startswith("Around ") for name in groups if name != "Without connections"]
    assert len(after_members) >= 2
    assert set(after_members) == {edition == "backbone"}


def _people(partnership: Partnership) -> tuple[list[str], list[str]]:
    people = partnership.graph().organizations
    return list(people["organization"]), list(people["sector"])


@pytest.mark.browser
def test_groups_open_into_those_who_are_held_and_all_else_is_said(
    invents: Invents, few_fit: None, opens: Opens, axe: Any
) -> None:
    page = opens(60, 0.1, drawn="groups.boxes.length > 0")
    pairs = between_sectors(data(drawn(invents(60, 0.1))), 1)
    expect(page.locator("#count")).to_contain_text(f"60 organizations · {pairs.total()} connections")
    expect(page.locator("#held")).to_contain_text("35 in all; 25 more are counted")
    expect(page.locator("#arranged-control")).to_be_hidden()
    sees(page, "dots.length", 7)
    size = page.evaluate("listedIn(0)")
    areas = page.evaluate("groups.list.map((group) => circleOf(group) ** 2 / listedIn(group.k))")
    assert areas == pytest.approx([areas[0]] * 7, rel=0.02)
    page.click("#opens-0")
    sees(page, "dots.length", 7 + 5)
    expect(page.locator("#details")).to_contain_text(f"{size - 5} more are counted only")
    within = pairs["Sector 1", "Sector 1"]
    expect(page.locator("#details")).to_contain_text(f"{within} connection{'s' if within != 1 else ''} within it")
    assert axe(page) == []
    still(page).focus("#stage")
    page.keyboard.press("ArrowRight")
    sees(page, "organizations[scene.chosen].sectorNumber", 0)
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#said")).to_contain_text("counted only")
    page.click("#as-table")
    expect(page.locator("#table-view tbody tr")).to_have_count(7 + 5)
    expect(page.locator("#table-view")).to_contain_text(f"{size - 5} organizations, counted only")
    page.click("#as-map")
    name = page.evaluate("organizations[0].name")
    page.fill("#find", name)
    page.keyboard.press("Enter")
    partners = page.evaluate("partnerCount(scene.chosen)")
    shown = page.evaluate("partnersOf(scene.chosen).length")
    expect(page.locator("#details")).to_contain_text(f"Works with {partners} organizations")
    assert page.evaluate("scene.beyond.get(scene.chosen) ?? 0") == partners - shown
    svg = page.evaluate("drawPicture().svg")
    assert "counted with their group" in svg
    page.fill("#find", "nobody of this name")
    until(page, "!document.getElementById('found').hidden")
    expect(page.locator("#found")).to_contain_text("Not among those who are drawn")


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1440])
def test_no_title_of_a_group_lies_on_another_or_on_its_symbol(
    invents: Invents, few_fit: None, opens: Opens, width: int
) -> None:
    page = opens(60, 0.1, size=(width, 844), drawn="groups.boxes.length > 0")
    boxes = still(page).evaluate("groups.boxes"), page.evaluate("groupBoxes()")
    for k, a in enumerate(boxes[0]):
        for b in [*boxes[0][:k], *(symbol for symbol in boxes[1] if symbol["id"] != a["id"])]:
            beside = a["right"] <= b["left"] or b["right"] <= a["left"]
            assert beside or a["bottom"] <= b["top"] or b["bottom"] <= a["top"], (a["lines"], b)
    if width == 390:
        assert all(len(title["lines"]) == title["strong"] for title in boxes[0])


@pytest.mark.browser
def test_keys_go_from_a_group_to_its_members_and_who_is_chosen_is_on_the_stage(
    invents: Invents, few_fit: None, opens: Opens
) -> None:
    page = opens(60, 0.1, drawn="groups.boxes.length > 0")
    page.focus("#stage")
    for key in ("ArrowRight", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    names = "names.boxes.map(({ id }) => organizations[id].sectorNumber)"
    until(page, f"names.boxes.length && {names}.every((sector) => sector === 1)")
    # Of names that have no room together those of the best connected are written.
    counts = "organizations.filter(({ id }) => stands(id)).map(({ id }) => partnerCount(id))"
    until(page, f"partnerCount(names.boxes[0].id) === Math.max(...{counts})")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
        sees(page, "organizations[scene.chosen].sectorNumber", 1)
        still(page)
        until(page, "inside(organizations[scene.chosen], viewOnScreen())")


@pytest.mark.browser
def test_connections_within_a_group_are_not_said_to_be_none_where_nobody_there_answered(
    invents: Invents, few_fit: None, opens: Opens
) -> None:
    whole = invents(60, 0.1)
    graph = whole.graph()
    frames = {"organizations": graph.organizations, "ties": graph["ties"].iloc[:0]}
    frames["asked"] = graph["asked"].assign(answered=False)
    silent = replace(whole, graphs={"2": PartnerGraph(graph.wave, graph.layers, frames)})
    page = opens(release=make_copy("backbone", silent, (), "2"), drawn="groups.boxes.length > 0")
    further = page.evaluate("groupLines(0, 9).further")
    assert further == ["9 organizations", "0 have answered"]
    assert "within it" not in page.evaluate("groupWords(0)")
