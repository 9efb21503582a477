"""On a small screen, or in a window at 200 percent, the title is short and the map is in view."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from stakeholder_graph.editions import Edition, make_copy
from stakeholder_graph.graph import Partnership

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
