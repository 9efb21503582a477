"""With a logo, pale colours and a full introduction a page still fits, can be used by all, and asks for nothing."""

import io
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from stakeholder_graph.editions import Copy, Edition
from stakeholder_graph.model.own_pages import Logo, OwnPages, Paragraph
from stakeholder_graph.survey.settings.own.spelled import LONGEST_INTRODUCTION
from stakeholder_graph.views.map.map_page import draw_map
from stakeholder_graph.views.present.present_page import draw_present
from stakeholder_graph.views.present.screens import deck
from stakeholder_graph.views.report import draw_first_page, draw_report
from tests.facts.own_survey import picture
from tests.facts.partnerships import findings_of
from tests.views.report.test_long_names import ENDS, SCREEN

pytestmark = pytest.mark.browser

LONG = ("We asked everybody in October and talked about it in May. " * 6)[:LONGEST_INTRODUCTION].strip()
UNBROKEN = "Donaudampfschifffahrtsgesellschaft" * 12


@pytest.fixture(scope="module")
def given() -> OwnPages:
    """A logo as tall as any, all sectors in colours that are hardly seen, and paragraphs for everybody."""
    sectors = sorted(set(findings_of("wren-county").partnership.graph().organizations["sector"]))
    pale = tuple((sector, f"#e{k}e{k}{k}{k}") for k, sector in enumerate(sectors))
    return OwnPages(
        Logo(b64encode(picture((160, 160))).decode(), 160, 160),
        pale,
        ("missing",),
        (
            Paragraph(LONG, "introduction", title="What we hope for", readers="community"),
            Paragraph(UNBROKEN, "before", "outcomes", UNBROKEN[:120], "community"),
        ),
    )


@pytest.fixture(scope="module")
def copies(given: OwnPages) -> Callable[[Edition], Copy]:
    def make(edition: Edition) -> Copy:
        copy = findings_of("wren-county").copy(edition)
        info = replace(copy.partnership.info, own_pages=given)
        return replace(copy, partnership=replace(copy.partnership, info=info))

    return make


def opened(chromium: Browser, address: str, width: int = 1440) -> tuple[Page, list[str]]:
    page, trouble = chromium.new_page(viewport={"width": width, "height": SCREEN}), list[str]()
    page.on("console", lambda message: trouble.append(message.text))
    page.on("request", lambda asked: trouble.append(asked.url) if asked.url.startswith("http") else None)
    page.goto(address)
    return page, trouble


@pytest.mark.parametrize("edition", ["backbone", "partners"])
def test_page_one_ends_on_the_first_screen_with_all_of_it(
    chromium: Browser, page_file: Callable[[str], str], copies: Callable[[Edition], Copy], edition: Edition
) -> None:
    page, trouble = opened(chromium, page_file(draw_report(copies(edition), "map.html", "call-list.html")))
    ends, logo = page.evaluate(ENDS), page.locator("img.logo").evaluate("(logo) => [logo.naturalWidth, logo.height]")
    page.close()
    assert 600 < ends <= SCREEN
    assert logo == [160, 46]
    assert trouble == []


def test_page_one_alone_is_one_sheet(
    chromium: Browser, page_file: Callable[[str], str], copies: Callable[[Edition], Copy]
) -> None:
    page, _trouble = opened(chromium, page_file(draw_first_page(copies("partners"))))
    for paper in ("A4", "Letter"):
        assert len(PdfReader(io.BytesIO(page.pdf(format=paper))).pages) == 1
    page.close()


def test_nothing_runs_over_the_edge_of_a_phone(
    chromium: Browser, page_file: Callable[[str], str], copies: Callable[[Edition], Copy]
) -> None:
    for edition in ("backbone", "partners"):
        page, _trouble = opened(chromium, page_file(draw_report(copies(edition))), 390)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        page.close()


@pytest.mark.parametrize("name", ["report", "map", "present"])
def test_pale_colours_break_no_rule(
    chromium: Browser,
    page_file: Callable[[str], str],
    copies: Callable[[Edition], Copy],
    axe: Callable[[Page], list[str]],
    name: str,
) -> None:
    copy = copies("partners")
    draws: dict[str, Callable[[], str]] = {
        "report": lambda: draw_report(copy),
        "map": lambda: draw_map(copy),
        "present": lambda: draw_present(deck(copy)),
    }
    page, trouble = opened(chromium, page_file(draws[name]()))
    assert axe(page) == []
    page.close()
    assert trouble == []
