"""On a small screen, or in a window at 200 percent, the title is short and the map is in view."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from stakeholder_graph.editions import Edition, make_copy
from stakeholder_graph.graph import Partnership
from tests.views.browser import sees, still, until

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]
Invents = Callable[..., Partnership]
LONG = "Wren County Cradle to Career Partnership of the Northern Region"
#: How many lines the title has, where the header ends, how much of the map is in view, and how wide all is.
SEEN = """() => {
  const title = document.querySelector(".top h1"), stage = document.querySelector("#stage").getBoundingClientRect();
  const lines = title.getBoundingClientRect().height / parseFloat(getComputedStyle(title).lineHeight);
  const buttons = [...document.querySelectorAll(".top button")].map((one) => one.getBoundingClientRect());
  const top = document.querySelector(".top").getBoundingClientRect();
  return { lines: Math.round(lines), header: top.height / innerHeight, above: top.top,
    map: (Math.min(stage.bottom, innerHeight) - stage.top) / innerHeight, width: stage.width,
    across: document.documentElement.scrollWidth,
    cut: buttons.filter((box) => box.right > innerWidth || box.bottom > top.bottom).length };
}"""


@pytest.mark.parametrize(
    ("size", "least"),
    [((640, 400), 0.55), ((812, 375), 0.55), ((667, 375), 0.55), ((375, 812), 0.6), ((320, 640), 0.55)],
    ids=lambda value: "x".join(map(str, value)) if isinstance(value, tuple) else "",
)
@pytest.mark.parametrize("edition", ["backbone", "partners"])
def test_the_title_is_short_and_the_map_is_in_view(
    opens: Opens, invents: Invents, size: tuple[int, int], least: float, edition: Edition
) -> None:
    made = invents(30, 0.15)
    partnership = Partnership(replace(made.info, name=LONG), made.graphs, made.lists)
    release = make_copy(edition, partnership, (), partnership.latest)
    seen = opens(release=release, size=size, drawn="true").evaluate(SEEN)
    assert seen["lines"] <= 2
    assert seen["header"] < 0.3
    assert seen["map"] >= least
    assert seen["width"] >= min(size[0], 550)
    assert seen["across"] <= size[0]
    assert seen["cut"] == 0


def test_a_phone_shows_the_search_and_the_map_at_once(opens: Opens) -> None:
    page = opens(60, size=(390, 844))
    expect(page.locator("#find")).to_be_in_viewport()
    assert page.evaluate(SEEN)["map"] >= 0.5
    expect(page.locator("#save-png")).to_be_hidden()
    page.click("#more")
    expect(page.locator("#save-png")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_tap_shows_partners_below_the_map(opens: Opens) -> None:
    page = opens(60, size=(390, 844))
    page.evaluate("choose(byName.find((id) => partnersOf(id).length > 4))")
    until(page, "document.querySelector('#details .partners li')")
    stage, details = (still(page).locator(one).bounding_box() for one in ("#stage", "#details"))
    assert stage
    assert details
    assert stage["y"] + stage["height"] <= details["y"] + 1
    seen = "[...document.querySelectorAll('#details .partners li')].filter((row) => row.getBoundingClientRect().bottom"
    assert page.evaluate(f"{seen} <= innerHeight).length") >= 3
    lit = "[...scene.lit].every((id) => inside(organizations[id], viewOnScreen()))"
    sees(page, lit, True)


def test_one_thumb_scrolls_the_page(opens: Opens) -> None:
    page = opens(60, size=(390, 844))
    touch = page.context.new_cdp_session(page)
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    where = page.evaluate("whereabouts()")
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": 200, "y": 600}]})
    for step in range(1, 12):
        at = {"x": 200, "y": 600 - 20 * step}
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [at]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    until(page, "scrollY > 100")
    assert page.evaluate("whereabouts()") == where
