"""The page of a comparison: what it says, that names are escaped, and that all can use it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import stakeholder_graph as sg
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.survey import SurveyInfo
from stakeholder_graph.studies.change.comparison import Comparison
from stakeholder_graph.views.compare import comparison_csv, comparison_json, comparison_text, draw_comparison
from stakeholder_graph.views.compare.measure_lines import measure_lines
from tests.studies.change.test_compare_waves import NAMES, wave

Axe = Callable[[Page], list[str]]


def compared(**waves: float) -> Comparison:
    graphs = {name: wave(name, share) for name, share in waves.items()}
    return sg.compare(Partnership(SurveyInfo("P"), graphs), permutations=99, draws=20)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    comparison = sg.compare(sg.read("surveys/wren-county"), permutations=199, draws=20)
    path = tmp_path_factory.mktemp("compare") / "page.html"
    path.write_text(draw_comparison(comparison), encoding="utf-8")
    return path


def test_it_stays_on_the_desk_and_says_first_what_changed(example: Path) -> None:
    page = example.read_text(encoding="utf-8")
    assert "Backbone only: do not share" in page
    change = "Mentions from Early Years to Health rose from 12 to 24."
    assert page.index(change) < page.index("Who came and who left") < page.index("Every measure side by side")


def test_it_says_whom_to_ask_first(example: Path) -> None:
    """39 answered in 2024, 31 of them again in 2025."""
    page = example.read_text(encoding="utf-8")
    assert "Of those that answered in 2024, 8 have not answered in 2025." in page
    asked = page.split("Whom to ask first")[1].split("</ul>")[0]
    assert asked.count("<li>") == 39 - 31
    assert "<li>Eastgate Office of Youth</li>" in asked


def test_a_number_of_the_table_says_what_it_counts() -> None:
    comparison = compared(a=0.2, b=0.2)
    said = {line.title: line.before for line in measure_lines(comparison)}
    assert 0 <= int(said["Connections across sectors and within them (of 100 mentions across sectors)"]) <= 100
    assert said["How many connections there are"].endswith("%"), "a share says so itself"


def test_where_nothing_changed_it_says_so_and_no_more() -> None:
    comparison = compared(before=0.2, after=0.2)
    for said in (draw_comparison(comparison), comparison_text(comparison)):
        assert "Nothing changed by more than luck would do" in said
        assert "about the same." in said


def test_a_change_of_all_is_said_once() -> None:
    comparison = compared(before=0.12, after=0.4)
    text = comparison_text(comparison)
    assert "more than before." in text
    assert text.count("Among the 36 who answered both times,") == 1 + sum(
        row.name != "density" for row in comparison.measures if row.holds
    )


def test_the_table_says_how_far_a_tested_change_may_reach_in_points() -> None:
    comparison = compared(before=0.12, after=0.4)
    (row,) = (row for row in comparison.measures if (row.name, row.on) == ("density", "panel"))
    assert row.range is not None
    low, high = (round(100 * end) for end in row.range)
    (line,) = (line for line in measure_lines(comparison) if line.title == "How many connections there are")
    assert line.interval == f"+{low} to +{high}"
    assert line.holds
    untested = [line for line in measure_lines(comparison) if not line.p]
    assert untested
    assert {line.interval for line in untested} == {""}


def test_names_are_text_wherever_they_stand() -> None:
    hostile = [f"<script>alert({k})</script>" if k < 3 else name for k, name in enumerate(NAMES)]
    graphs = {"<b>1": wave("<b>1", names=NAMES), "=2": wave("=2", 0.25, names=hostile, layer="work")}
    comparison = sg.compare(Partnership(SurveyInfo("<i>P"), graphs), permutations=99, draws=20)
    page = draw_comparison(comparison)
    assert "<script>alert" not in page
    assert "<b>1" not in page
    assert "&lt;script&gt;alert(0)" in page
    assert "alert(1)" in comparison_json(comparison)
    assert all(not line.startswith(("=", "+", "-", "@")) for line in comparison_csv(comparison).splitlines())


@pytest.fixture(scope="module")
def of_three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    shares = {"1": 0.1, "2": 0.1, "3": 0.4}
    graphs = {name: wave(name, share, names=NAMES[k:]) for k, (name, share) in enumerate(shares.items())}
    partnership = Partnership(SurveyInfo("P"), graphs)
    path = tmp_path_factory.mktemp("three") / "page.html"
    compared, over_time = sg.compare(partnership, permutations=99, draws=20), sg.timeline(partnership, permutations=99)
    page = draw_comparison(compared, over_time)
    path.write_text(page, encoding="utf-8")
    return path


@pytest.mark.browser
@pytest.mark.parametrize("which", ["example", "of_three"])
def test_all_can_use_it(which: str, request: pytest.FixtureRequest, chromium: Browser, axe: Axe) -> None:
    example: Path = request.getfixturevalue(which)
    page, trouble = chromium.new_page(reduced_motion="reduce"), list[str]()
    page.on("console", lambda message: trouble.append(message.text))
    page.on("request", lambda asked: trouble.append(asked.url) if not asked.url.startswith("file:") else None)
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(example.as_uri())
        page.evaluate("document.querySelectorAll('tbody tr:nth-child(n + 3)').forEach((row) => row.remove())")
        trouble += axe(page)
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        trouble += axe(page)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            trouble.append(f"wider than {width} pixels")
    page.close()
    assert trouble == []
