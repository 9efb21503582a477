"""Every page of the example can be used by all: axe-core finds nothing, at any width, with all of it unfolded."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from stakeholder_graph.views.report_folders import publish
from tests.facts.partnerships import findings_of
from tests.views.watch import Watch

pytestmark = pytest.mark.browser

#: Rows of a table are alike, and axe takes minutes over thousands of cells.
FEW_ROWS = "document.querySelectorAll('tbody tr:nth-child(n + 3)').forEach((row) => row.remove())"
UNFOLDED = "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"

Axe = Callable[[Page], list[str]]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a report of the example writes, for all three editions."""
    output = tmp_path_factory.mktemp("example")
    found = findings_of("wren-county")
    publish(found.partnership, tuple(found), found.wave, output, ("backbone", "partners", "community"))
    return output


def test_no_page_breaks_a_rule_or_asks_for_anything(folders: Path, chromium: Browser, axe: Axe) -> None:
    pages = sorted(folders.rglob("*.html"))
    assert {"report.html", "map.html"} <= {path.name for path in pages}
    context = chromium.new_context(reduced_motion="reduce")
    watch = Watch(context)
    page, trouble = watch.page, watch.trouble
    for path in pages:
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            watch.open(path)
            page.evaluate(FEW_ROWS)
            if width == 390:  # unfolded it shows whatever it shows folded
                page.evaluate(UNFOLDED)
            where = str(path.relative_to(folders))
            trouble += [f"{where}: {wrong}" for wrong in axe(page)]
            page.evaluate(UNFOLDED)
            if page.evaluate("document.documentElement.scrollWidth") > width:
                trouble.append(f"{where}: wider than {width} pixels")
    context.close()
    assert trouble == []


def test_what_is_handed_out_prints_on_two_sheets(folders: Path, chromium: Browser) -> None:
    """The report for the room on two sheets of A4, the board's page on one; on the desk's, page one is the first."""
    page = chromium.new_page()

    def sheets(name: str) -> list[str]:
        page.goto((folders / name).as_uri())
        printed = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
        return [sheet.extract_text() for sheet in printed.pages[:3]]

    board, room, desk = map(
        sheets, ("for-the-room/for-the-board.html", "for-the-room/report.html", "backbone-only/report.html")
    )
    page.close()
    assert len(board) == 1
    assert len(room) == 2
    assert "Third-grade reading" in room[0]
    assert "The network as a whole" in room[1]
    first, second, *_ = desk
    assert "How sure we are" in first
    assert "An outcome at a time" in second


def test_every_page_says_its_language_its_title_and_where_its_content_is(folders: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    for path in sorted(folders.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.get_attribute("html", "lang")
        assert page.title()
        assert page.locator("h1").count() >= 1
        assert page.locator("main:visible").count() == 1
    page.close()
