"""The page of what-if: what it holds, and how a departure is looked up on it."""

import json
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

import stakeholder_graph as sg
from stakeholder_graph.cli import main
from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import Partnership
from stakeholder_graph.studies.whatif import WhatIf, departures, make_scenario
from stakeholder_graph.views.amounts import bare, title_and_count
from stakeholder_graph.views.whatif.whatif_page import MOST_DRAWN, draw_whatif
from stakeholder_graph.views.whatif.whatif_text import value_text
from stakeholder_graph.views.whatif.whatif_words import sentences

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"
HOSTILE = "</script><script>alert(1)</script>"


def data_of(page: str) -> dict[str, object]:
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert block is not None
    data: dict[str, object] = json.loads(block[1])
    return data


@pytest.fixture(scope="module")
def wren() -> Partnership:
    return sg.read(WREN)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of the example, as the command writes it: alone, and opening with a change."""
    folder = tmp_path_factory.mktemp("whatif")
    change = ["--join", "New Clinic", "Health", "--connect", "New Clinic", "Wren Forward"]
    change += ["--disconnect", "Eastgate High School", "Wren Forward", "--measure", "density", "--permutations", "99"]
    for name, options in (("alone", []), ("change", change)):
        asked = ["whatif", str(WREN), "-o", str(folder / f"{name}.html"), "--quiet", *options]
        assert CliRunner().invoke(main, asked, catch_exceptions=False).exit_code == 0
    return {name: folder / f"{name}.html" for name in ("alone", "change")}


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page; afterwards it must have complained of nothing and asked for nothing."""
    trouble: list[str] = []
    pages: list[Page] = []

    def open_page(path: Path, width: int = 1440) -> Page:
        page = chromium.new_page(viewport={"width": width, "height": 900})
        pages.append(page)
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("request", lambda asked: None if asked.url == path.as_uri() else trouble.append(asked.url))
        page.goto(path.as_uri())
        return page

    yield open_page
    for page in pages:
        page.close()
    assert trouble == []


def recomputed_values(supposed: WhatIf) -> dict[str, list[str]]:
    """Both values of each measure, by what the page calls it."""
    return {
        title_and_count(bare(change.name, change.ties)): [
            value_text(change.name, value) for value in (change.before, change.after)
        ]
        for change in supposed.changes
    }


def test_every_departure_says_what_the_study_says(wren: Partnership) -> None:
    copy, without = make_copy("backbone", wren, [], wren.latest), departures(wren)
    data = data_of(draw_whatif(copy, without))
    names, held = data["names"], data["departures"]
    assert isinstance(names, list)
    assert isinstance(held, dict)
    for row in without.rows:
        departure = held[str(names.index(row.organization))]
        scenario = make_scenario(wren, [row.organization])
        assert departure["said"] == list(sentences(scenario, row.consequences))
        assert departure["values"] == [value_text(name, value) for name, value in row.values.items()]


def test_no_other_edition_has_such_a_page(wren: Partnership) -> None:
    with pytest.raises(ValueError, match="desk"):
        draw_whatif(make_copy("partners", wren, [], wren.latest), departures(wren))


def test_names_that_mean_harm_stay_text() -> None:
    ours = sg.from_networkx(nx.path_graph([HOSTILE, "b", "c"]))
    page = draw_whatif(make_copy("backbone", ours, [], "1"), departures(ours))
    assert HOSTILE not in page
    assert data_of(page)["names"] == list(ours.graph().names)


def test_a_large_partnership_has_no_map_and_the_most_connected_departures() -> None:
    ours = sg.from_networkx(nx.cycle_graph(MOST_DRAWN + 1))
    page = draw_whatif(make_copy("backbone", ours, [], "1"), departures(ours))
    data = data_of(page)
    assert data["map"] is None
    assert len(data["departures"]) == 200  # type: ignore[arg-type]
    assert "201 more organizations have fewer connections" in page


@pytest.mark.browser
def test_a_departure_is_looked_up(wren: Partnership, written: dict[str, Path], opened: Callable[..., Page]) -> None:
    page = opened(written["alone"])
    expect(page.locator("#what-changes")).to_have_text("Everybody stays")
    page.get_by_label("Wren Forward", exact=True).check()
    expect(page.locator("#what-changes")).to_have_text("Without Wren Forward")
    expect(page.locator("#said")).to_contain_text("8 organizations have no connection left")
    supposed = sg.whatif(wren, "Wren Forward", layers="collaboration", permutations=99, draws=20)
    rows = page.locator("#values tbody tr").all_inner_texts()
    shown = {row.split("\t")[0]: row.split("\t")[2:] for row in rows}
    recomputed = {
        title_and_count(bare(change.name, change.ties)): [
            value_text(change.name, value) for value in (change.before, change.after)
        ]
        for change in supposed.changes
    }
    assert len(shown) == 10
    assert shown == {title: recomputed[title] for title in shown}


@pytest.mark.browser
def test_the_departed_fade_and_who_is_left_alone_is_seen(written: dict[str, Path], opened: Callable[..., Page]) -> None:
    page = opened(written["alone"])
    assert page.locator("#after circle.alone").count() == 0
    page.get_by_label("Wren Forward", exact=True).check()
    assert page.locator("#after circle.alone").count() == 8
    assert page.locator("#after circle.gone:not(.ring)").count() == 1
    assert page.locator("#after line.gone").count() == 40
    assert page.locator("#before line.gone").count() == 0
    expect(page.locator(".key li:visible")).to_have_count(2)
    page.get_by_role("button", name="Nobody").click()
    assert page.locator("#after line.gone").count() == 0


@pytest.mark.browser
def test_several_name_the_command_that_computes_them(written: dict[str, Path], opened: Callable[..., Page]) -> None:
    page = opened(written["alone"])
    gone = ["Wren Forward", "Harlan State University, Wrenfield Campus"]
    for name in gone:
        page.get_by_label(name, exact=True).check()
    expect(page.locator("#what-changes")).to_have_text(f"Without {gone[0]} and {gone[1]}")
    command = shlex.split(page.locator("#command").inner_text())
    assert command[:2] == ["stakeholder-graph", "whatif"]
    assert command[3:] == ["--without", gone[0], "--without", gone[1]]
    assert page.locator("#after circle.alone").count() == 8
    result = CliRunner().invoke(main, [*command[1:], "--measure", "density", "--quiet"], catch_exceptions=False)
    assert result.stdout.splitlines()[0] == f"Without {gone[0]} and {gone[1]}"


@pytest.mark.browser
def test_a_proposed_introduction_is_looked_up(
    wren: Partnership, written: dict[str, Path], opened: Callable[..., Page]
) -> None:
    page = opened(written["alone"])
    proposed = sg.introductions(wren)
    first = proposed.introductions[0]
    pair = (first.a.name, first.b.name)
    page.get_by_label(f"{pair[0]} and {pair[1]}", exact=True).check()
    expect(page.locator("#what-changes")).to_have_text(f"{pair[0]} and {pair[1]} connected")
    assert page.locator("#after line.made").count() == 1
    supposed = sg.whatif(wren, connect=[pair], layers=proposed.layer, permutations=99, draws=20)
    rows = [row.split("\t") for row in page.locator("#values tbody tr").all_inner_texts()]
    recomputed = {
        title_and_count(bare(change.name, change.ties)): [
            value_text(change.name, value) for value in (change.before, change.after)
        ]
        for change in supposed.changes
    }
    assert {row[0]: row[2:] for row in rows} == {row[0]: recomputed[row[0]] for row in rows}
    page.get_by_label("Wren Forward", exact=True).check()
    command = shlex.split(page.locator("#command").inner_text())
    assert command[3:] == ["--without", "Wren Forward", "--connect", *pair, "--layer", proposed.layer]


@pytest.mark.browser
def test_the_page_opens_with_the_change_asked_for(written: dict[str, Path], opened: Callable[..., Page]) -> None:
    page = opened(written["change"])
    expect(page.locator("#what-changes")).to_contain_text("New Clinic (Health) joins")
    assert page.locator("#after circle.joined").count() == 1
    assert page.locator("#before circle.joined").count() == 0
    assert page.locator("#after line.made").count() == page.locator("#after line.ended").count() == 1
    page.get_by_label("Millrace Mentors", exact=True).check()
    expect(page.locator("#what-changes")).to_have_text("Without Millrace Mentors")
    assert page.locator("#after circle title", has_text="New Clinic").count() == 0


@pytest.mark.browser
def test_the_list_is_searched_without_accents(written: dict[str, Path], opened: Callable[..., Page]) -> None:
    page = opened(written["alone"])
    page.locator("#find").fill("ninos")
    expect(page.locator(".who tbody tr:visible")).to_have_count(1)
    expect(page.locator(".who tbody tr:visible")).to_contain_text("Casa de los Niños")


@pytest.mark.browser
@pytest.mark.parametrize("width", [1440, 390])
def test_the_page_breaks_no_rule_and_fits(
    written: dict[str, Path], opened: Callable[..., Page], axe: Callable[[Page], list[str]], width: int
) -> None:
    page = opened(written["alone"], width)
    page.get_by_label("Wren Forward", exact=True).check()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
