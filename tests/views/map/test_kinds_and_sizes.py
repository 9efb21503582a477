"""Two kinds of connection at once, by colour and width, and the legend of sizes."""

from collections.abc import Callable

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, Step, SurveyInfo, Wave
from tests.views.browser import sees, still

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]
Found = Callable[..., Copy]


@pytest.fixture
def two_kinds() -> Copy:
    """A-B by both kinds, B-C by work alone, C-D by contact alone; E has neither."""
    names = list("ABCDE")
    ties = pd.DataFrame(
        [("A", "B", "work", 2.0), ("B", "C", "work", 1.0), ("A", "B", "contact", 1.0), ("C", "D", "contact", 1.0)],
        columns=["from", "to", "layer", "value"],
    )
    people = pd.DataFrame({"organization": names, "sector": ["x", "x", "x", "y", "y"]})
    layers = {"work": LayerInfo("work", (Step(1.0, "some"), Step(2.0, "much"))), "contact": LayerInfo("contact")}
    graph = PartnerGraph(Wave("1"), layers, {"organizations": people, "ties": ties})
    return make_copy("backbone", Partnership(SurveyInfo("P"), {"1": graph}, {}), (), "1")


def test_colour_says_which_kinds_and_width_how_strong(opens: Opens, two_kinds: Copy) -> None:
    page = opens(release=two_kinds)
    assert page.evaluate("threads.length") == 2
    page.select_option("#second", label="Contact")
    looks = still(page).evaluate(
        "Object.fromEntries(scene.drawn.map((tie) => [nameOf(tie.from) + nameOf(tie.to), lineLook(tie, true)]))"
    )
    colours = {pair: look["colour"] for pair, look in looks.items()}
    assert len(colours) == len(set(colours.values())) == 3
    assert looks["AB"]["width"] > looks["BC"]["width"]
    expect(page.locator("#key .kinds")).to_have_text([" work and contact", " work only", " contact only"])
    expect(page.locator("#point")).to_have_text("work and contact: 1 · work only: 1 · contact only: 1")
    page.evaluate("choose(2)")
    expect(page.locator("#details")).to_contain_text("Contact only")
    sees(page, "[...scene.lit].map(nameOf).sort()", ["B", "C", "D"])
    page.reload()
    sees(page, "state.second", 1)


def test_the_table_counts_the_second_kind_in_a_column_of_its_own(opens: Opens, two_kinds: Copy) -> None:
    page = opens(release=two_kinds)
    page.click("#as-table")
    expect(page.locator("#table-view th[scope=col]")).to_have_text(
        ["Organization ▾", "Sector", "Connections", "Works with"]
    )
    page.evaluate("change({ second: 1 })")
    expect(page.locator("#table-view th[scope=col]")).to_have_text(
        ["Organization ▾", "Sector", "Work", "Contact", "Works with"]
    )
    rows = page.locator("#table-view tbody tr").evaluate_all(
        "rows => rows.map((row) => [...row.querySelectorAll('.number')].map((cell) => cell.textContent).join(' '))"
    )
    assert rows == ["1 1", "2 1", "1 1", "0 1", "0 0"]
    page.click("[data-sorts=second]")
    expect(page.locator("#table-view tbody tr").last.locator("th")).to_contain_text("E")


def test_changes_and_a_second_kind_are_not_shown_at_once(opens: Opens, two_kinds: Copy) -> None:
    page = opens(release=two_kinds)
    page.evaluate("change({ second: 0 })")
    sees(page, "state.second", -1)  # a kind is no second to itself


def test_every_size_has_a_legend(opens: Opens, found: Found) -> None:
    page = opens(release=found())
    expect(page.locator("#key .size")).to_have_count(0)
    for size in ("ties", page.evaluate("about.sizes[0]")):
        page.select_option("#size", size)
        expect(page.locator("#key .size circle")).to_have_count(3)
        most = page.evaluate("mostOfSize()")
        radius = "Math.max(...[...scene.shown].map((id) => radiusAt(id, 1)))"
        circles = "[...document.querySelectorAll('#key .size circle')].map((one) => +one.getAttribute('r'))"
        drawn = page.evaluate(f"Math.max(...{circles})")
        assert page.evaluate(radius) == pytest.approx(drawn)
        words = page.locator("#key .size").inner_text()
        assert words.split("· ")[-1].strip().startswith(page.evaluate("(most) => threeDigits(most)", most))
    page.select_option("#size", "equal")
    expect(page.locator("#key .size")).to_have_count(0)


def test_the_key_explains_lines_only_where_there_are_any(opens: Opens, two_kinds: Copy) -> None:
    page = opens(release=two_kinds, at="#how=open")
    expect(page.locator("#how")).to_contain_text("A line joins two")
    page.evaluate("change({ off: new Set(sectors.map((_, k) => k)) })")
    expect(page.locator("#how [data-when=plain]")).to_be_hidden()
    expect(page.locator("#how [data-when=changes]")).to_be_hidden()
