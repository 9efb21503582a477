"""What a page's scripts name stays within them: no page adds a global but those of the drawing library."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from stakeholder_graph.editions import Copy
from stakeholder_graph.views.map.map_page import draw_map
from stakeholder_graph.views.page import render
from stakeholder_graph.views.present.present_page import draw_present
from stakeholder_graph.views.present.screens import deck
from stakeholder_graph.views.report.report_page import draw_report

pytestmark = pytest.mark.browser

#: What vis-network leaves behind: its own name, and those of what it fills in for old browsers.
LIBRARY = {"vis", "__core-js_shared__", "regeneratorRuntime"}


def test_pages_add_no_global_but_the_drawing_library_s(
    chromium: Browser, page_file: Callable[[str], str], reported: Callable[..., Copy]
) -> None:
    copy = reported("partners")

    def globals_of(html: str) -> set[str]:
        page = chromium.new_page()
        page.goto(page_file(html))
        names = set(page.evaluate("Object.getOwnPropertyNames(globalThis)"))
        page.close()
        return names

    plain = globals_of(render(copy, "views/page.html"))
    assert globals_of(draw_map(copy)) - plain == LIBRARY
    assert globals_of(draw_present(deck(copy))) - plain == set()
    assert globals_of(draw_report(copy)) - plain == set()
