"""Page one of the desk ends on the first screen: of the example, of two real surveys and of generated ones.

The two surveys have what lengthens it most: fewer than half of the answers, and open decisions.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from stakeholder_graph.views.report import draw_report
from tests.facts.partnerships import PARTNERSHIPS, findings_of
from tests.views.report.test_long_names import ENDS, SCREEN

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", sorted(PARTNERSHIPS))
def test_page_one_ends_on_the_first_screen(chromium: Browser, page_file: Callable[[str], str], name: str) -> None:
    page = chromium.new_page(viewport={"width": 1440, "height": SCREEN})
    page.goto(page_file(draw_report(findings_of(name).copy("backbone"), "map.html", "call-list.html")))
    ends = page.evaluate(ENDS)
    page.close()
    assert 600 < ends <= SCREEN
