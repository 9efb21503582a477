"""In a browser: the picture that fits is shown, and a chart's data are copied and saved, with no style blocked."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from stakeholder_graph.editions import Copy
from stakeholder_graph.model.finding import Finding, Message, Scope
from stakeholder_graph.model.table import Disclosure, Row
from stakeholder_graph.views.report.report_page import draw_report
from tests.tables import table_of

pytestmark = pytest.mark.browser

ROWS: tuple[Row, ...] = (
    {"outcome": "=1+1, or more", "organizations": 8},
    {"outcome": "Lectura — niños", "organizations": 3},
    {"outcome": "-2 apples", "organizations": 0},
)


@pytest.fixture
def page_url(reported: Callable[..., Copy], tmp_path: Path) -> str:
    copy = reported()
    table = table_of(ROWS, Disclosure.NETWORK)
    reading = Message("all_carried", {})
    scope = Scope((copy.wave,))
    finding = Finding("outcome_coverage", scope, 0.0, "outcomes", (0, None), table=table, reading=reading)
    path = tmp_path / "report.html"
    html = draw_report(Copy("backbone", copy.partnership, (finding,), copy.wave))
    path.write_text(html, "utf-8", newline="\n")
    return path.as_uri()


def test_data_are_copied_and_saved(chromium: Browser, page_url: str) -> None:
    context = chromium.new_context(accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(page_url)
    twin = page.locator("details.twin").filter(has=page.locator("button[data-saves^=outcome_coverage]")).first
    twin.locator("summary").click()
    twin.get_by_role("button", name="Copy").click()
    twin.get_by_text("Copied.").wait_for()
    copied = [line.split("\t") for line in page.evaluate("navigator.clipboard.readText()").splitlines()]
    assert copied[0] == ["Outcome", "Organizations"]
    # By name, as the table stands; what a spreadsheet would take for a formula is text.
    assert sorted(copied[1:]) == sorted([["'=1+1, or more", "8"], ["Lectura — niños", "3"], ["'-2 apples", "0"]])
    with page.expect_download() as saving:
        twin.get_by_role("button", name="Download").click()
    assert saving.value.suggested_filename == "outcome_coverage-2.csv"
    text = Path(saving.value.path()).read_text("utf-8-sig")
    assert list(csv.reader(io.StringIO(text))) == [
        ["outcome", "organizations"],
        ["'=1+1, or more", "8"],
        ["Lectura — niños", "3"],
        ["'-2 apples", "0"],
    ]
    assert said == []
    context.close()


def test_where_a_page_may_not_copy_the_table_is_selected(chromium: Browser, page_url: str) -> None:
    page = chromium.new_page()
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(page_url)
    twin = page.locator("details.twin").filter(has=page.locator("button[data-saves^=outcome_coverage]")).first
    twin.locator("summary").click()
    twin.get_by_role("button", name="Copy").click()
    twin.get_by_text("Selected: copy it with Ctrl+C.").wait_for()
    assert "Lectura — niños" in page.evaluate("getSelection().toString()")
    page.close()


@pytest.mark.parametrize(("width", "kind"), [(1440, "wide"), (390, "narrow")])
def test_the_picture_that_fits_is_shown_within_the_page(
    chromium: Browser, page_url: str, width: int, kind: str
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900})
    page.goto(page_url)
    chart = page.locator("figure.chart:has(svg.wide)").first
    shown = [svg.get_attribute("class") for svg in chart.locator("svg").all() if svg.is_visible()]
    assert shown == [kind]
    box = chart.locator(f"svg.{kind}").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    # Its colours are the page's.
    bar = chart.locator(f"svg.{kind} .value path").first
    assert page.evaluate("bar => getComputedStyle(bar).fill", bar.element_handle()) not in ("rgb(0, 0, 0)", "none")
    page.close()
