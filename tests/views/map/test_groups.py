"""A large network starts from its sectors, which open into their members."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from stakeholder_graph.views.map import map_page
from tests.views.browser import sees, still, until

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch, opens: Opens) -> Page:
    """Sixty organizations count as many."""
    monkeypatch.setattr(map_page, "MANY", 50)
    return opens(60, 0.1, drawn="groups.boxes.length > 0")


def test_starts_from_sectors_as_large_as_they_have_members(large: Page) -> None:
    sees(large, "[dots.length, sectors.length]", [7, 7])
    sees(large, "names.boxes.length", 0)
    areas = large.evaluate("groups.list.map(({ radius, members }) => radius ** 2 / members.length)")
    assert max(areas) == pytest.approx(min(areas))
    between = {
        frozenset(pair)
        for pair in large.evaluate(
            "scene.visible.map((tie) => [organizations[tie.from].sector, organizations[tie.to].sector])"
        )
        if pair[0] != pair[1]
    }
    sees(large, "threads.length", len(between))
    sees(
        large,
        "bundles().reduce((sum, { count }) => sum + count, 0)",
        large.evaluate(
            "scene.visible.filter((tie) => organizations[tie.from].sector !== organizations[tie.to].sector).length"
        ),
    )


def test_a_click_opens_one_group_in_place_and_escape_closes_it(large: Page) -> None:
    before = large.evaluate("[groups.list[3].x, groups.list[3].y]")
    at = large.evaluate("canvas.network.canvasToDOM(groups.list[3])")
    box = large.locator("#canvas").bounding_box()
    assert box
    large.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
    members = large.evaluate("groups.list[3].members.length")
    until(large, "state.opened.has(3)")
    sees(large, "dots.length", 6 + members)
    until(large, "names.boxes.every(({ id }) => organizations[id].sectorNumber === 3)")
    middle = still(large).evaluate(
        "['x', 'y'].map((side) => groups.list[3].members.reduce((sum, one) => sum + one[side], 0)"
        " / groups.list[3].members.length)"
    )
    assert middle == pytest.approx(before, abs=120)
    large.focus("#stage")
    large.keyboard.press("Escape")
    sees(large, "dots.length", 7)


def test_keys_and_buttons_open_groups(large: Page) -> None:
    large.focus("#stage")
    large.keyboard.press("ArrowRight")
    large.keyboard.press("ArrowRight")
    second = large.evaluate("groups.list[1].sector.name")
    expect(large.locator("#said")).to_contain_text(f"{second}: ")
    large.keyboard.press("Enter")
    sees(large, "[...state.opened]", [1])
    expect(large.locator("#opens-1")).to_have_attribute("aria-expanded", "true")
    large.click("#open-all")
    sees(large, "dots.length", 60)
    large.click("#opens-2")
    sees(large, "state.opened.has(2)", False)
    large.click("#close-all")
    sees(large, "dots.length", 7)


def test_search_opens_the_right_group(large: Page) -> None:
    name = large.evaluate("organizations[40].name")
    large.fill("#find", name)
    large.keyboard.press("Enter")
    expect(large.locator("#details h2")).to_have_text(name)
    sees(large, "[...state.opened]", [large.evaluate("organizations[40].sectorNumber")])
    until(large, "names.boxes.some(({ id }) => id === 40)")


def test_the_table_goes_by_groups(large: Page) -> None:
    large.click("#as-table")
    expect(large.locator("#table-view tbody tr")).to_have_count(7)
    large.click("#table-view tbody button >> nth=0")
    expect(large.locator("#table-view tbody tr")).to_have_count(6 + large.evaluate("groups.list[0].members.length"))


def test_by_ties_all_stand_and_the_address_keeps_what_is_open(large: Page) -> None:
    large.click("#opens-4")
    large.reload()
    until(large, "groups.boxes.length > 0")
    sees(large, "[...state.opened]", [4])
    large.select_option("#arranged", "ties")
    sees(large, "dots.length", 60)
    large.select_option("#arranged", "sector")
    sees(large, "dots.length", 6 + large.evaluate("groups.list[4].members.length"))


def test_no_title_lies_on_another_and_pictures_show_groups(large: Page, axe: Any) -> None:
    titles = still(large).evaluate("groups.boxes.map(({ left, right, top, bottom }) => [left, right, top, bottom])")
    for k, a in enumerate(titles):
        for b in titles[:k]:
            assert not (a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3])
    svg = large.evaluate("drawPicture().svg")
    assert all(name in svg for name in large.evaluate("sectors.map(({ name }) => name)"))
    sees(large, "names.boxes.length", 0)
    assert axe(large) == []
    large.click("#opens-0")
    assert axe(large) == []
