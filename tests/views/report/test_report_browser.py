"""The report in a real browser: nothing runs, nothing is asked for, and it fits."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from stakeholder_graph.editions import Copy
from stakeholder_graph.views.report import draw_report

pytestmark = pytest.mark.browser

Reported = Callable[..., Copy]
PageFile = Callable[[str], str]
Axe = Callable[[Page], list[str]]


@pytest.fixture
def trouble() -> list[str]:
    return []


def opened(chromium: Browser, address: str, trouble: list[str], width: int = 1440, height: int = 900) -> Page:
    page = chromium.new_page(viewport={"width": width, "height": height})
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("dialog", lambda dialog: trouble.append(dialog.message))
    page.on("request", lambda asked: None if asked.url == address else trouble.append(asked.url))
    page.goto(address)
    return page


@pytest.mark.parametrize("edition", ["backbone", "partners"])
def test_page_fits_and_asks_for_nothing(
    chromium: Browser, page_file: PageFile, reported: Reported, trouble: list[str], edition: str
) -> None:
    page = opened(chromium, page_file(draw_report(reported(edition, hostile=True), "map.html")), trouble)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    for width in (1440, 1024, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("img").count() == 0
    page.close()
    assert trouble == []


def test_the_table_of_who_is_missing_is_never_cut(
    chromium: Browser, page_file: PageFile, reported: Reported, trouble: list[str]
) -> None:
    page = opened(chromium, page_file(draw_report(reported(hostile=True), "map.html")), trouble)
    seats = page.locator(".seats")
    assert seats.count()
    for width in (390, 640, 760, 1024, 1280, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert seats.first.evaluate("(e) => e.scrollWidth - e.clientWidth") == 0, width
    page.close()


def test_what_was_learned_leads_to_its_section(
    chromium: Browser, page_file: PageFile, reported: Reported, trouble: list[str]
) -> None:
    page = opened(chromium, page_file(draw_report(reported())), trouble)
    page.locator(".learned a").first.click()
    target = page.locator(".learned a").first.get_attribute("href") or ""
    expect(page.locator(target)).to_be_in_viewport()
    page.close()
    assert trouble == []


def test_the_evaluator_s_fold_opens_from_the_keyboard(
    chromium: Browser, page_file: PageFile, reported: Reported, trouble: list[str]
) -> None:
    page = opened(chromium, page_file(draw_report(reported())), trouble)
    fold = page.locator("#density details.evaluator").first
    expect(fold.locator("dl")).to_be_hidden()
    fold.locator("summary").press("Enter")
    expect(fold.locator("dl")).to_contain_text("Ties / observed dyads")
    page.close()
    assert trouble == []


def test_page_one_is_one_page_on_paper(
    chromium: Browser, page_file: PageFile, reported: Reported, trouble: list[str]
) -> None:
    page = opened(chromium, page_file(draw_report(reported("backbone", hostile=True))), trouble, 720, 960)
    page.emulate_media(media="print")
    # A sheet of letter paper less its margins is 8.5 - 1.26 by 11 - 1.18 inches, at 96 pixels each.
    page.set_viewport_size({"width": 695, "height": 942})
    bottom = page.locator(".first").evaluate("first => first.getBoundingClientRect().bottom")
    assert bottom <= 942
    page.close()
    assert trouble == []


@pytest.mark.parametrize("width", [1920, 1440, 1024, 800, 640, 390])
def test_no_title_lies_below_the_bar_of_contents(
    chromium: Browser, page_file: PageFile, reported: Reported, trouble: list[str], width: int
) -> None:
    page = opened(chromium, page_file(draw_report(reported(), "map.html")), trouble, width)
    covered = page.evaluate(
        """async () => {
          const covered = [], bar = document.querySelector(".contents");
          for (const { hash } of document.querySelectorAll(".contents a, .contents-of-appendix a")) {
            const target = document.querySelector(hash), title = target.querySelector("h1, h2, h3, h4, p") ?? target;
            target.scrollIntoView();
            const end = Math.max(0, bar.getBoundingClientRect().bottom);
            if (title.getBoundingClientRect().top < end - 0.5) covered.push(hash);
          }
          return covered;
        }"""
    )
    page.close()
    assert covered == trouble == []


@pytest.mark.parametrize("edition", ["backbone", "partners"])
def test_it_can_be_read_in_the_dark(
    chromium: Browser, page_file: PageFile, reported: Reported, trouble: list[str], axe: Axe, edition: str
) -> None:
    page = opened(chromium, page_file(draw_report(reported(edition), "map.html", "calls.html")), trouble)
    # Rows of a table are alike, and axe takes minutes over thousands of cells.
    page.evaluate("document.querySelectorAll('tbody tr:nth-child(n + 3)').forEach((row) => row.remove())")
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(16, 24, 32)"
    found = axe(page)
    page.close()
    assert found == trouble == []


def test_the_appendix_is_searched_without_accents_by_keyboard(
    chromium: Browser, page_file: PageFile, reported: Reported, trouble: list[str]
) -> None:
    page = opened(chromium, page_file(draw_report(reported(), "map.html")), trouble)
    blocks, rows = page.locator("#appendix .block:visible"), page.locator("#appendix tbody tr:visible")
    before, said = (blocks.count(), rows.count()), page.locator("#found-in-appendix")
    page.get_by_label("Search the appendix").focus()
    page.keyboard.type("NIÑOS clinic")
    assert 0 < blocks.count() < before[0]
    # Rows of a table in which some were found are unfolded, and no other row of it is left.
    kept = page.locator("#appendix tbody:has(tr[hidden]) tr:visible").all_inner_texts()
    assert kept
    assert all("Niños" in row or "Clinic" in row for row in kept)  # the other word may stand in its heading
    expect(said).to_contain_text("finding")
    page.keyboard.press("Escape")
    assert (blocks.count(), rows.count(), said.inner_text()) == (*before, "")
    page.keyboard.type("no such words")
    assert blocks.count() == 0
    expect(said).to_have_text("Nothing in the appendix has these words.")
    page.close()
    assert trouble == []
