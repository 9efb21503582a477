"""How long the desk's report is before its appendix: so many words and screens as a director reads."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from stakeholder_graph.conditions.ledgers import report_ledgers
from stakeholder_graph.editions import Copy
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey.read import read_partnership
from stakeholder_graph.views.report import draw_report
from tests.studies.outcomes.test_outcome_ties import WREN

pytestmark = pytest.mark.browser

MOST_WORDS, MOST_SCREENS = 2200, 8.0
#: Words as they are seen: not what is folded or for ears alone; and what stands in pictures is part of the pictures.
_WORDS = """() => {
  for (const unseen of document.querySelectorAll("main svg, .for-ears")) unseen.style.display = "none";
  const seen = [...document.querySelectorAll("header.masthead, main > *")]
    .filter((part) => part.id !== "appendix" && part instanceof HTMLElement);
  return Object.fromEntries(seen.map((part, at) =>
    [part.id || `${part.tagName} ${at}`, part.innerText.split(/\\s+/).filter(Boolean).length]));
}"""
_SCREENS = "() => (document.getElementById('appendix').getBoundingClientRect().top + scrollY) / innerHeight"


@pytest.fixture(scope="module")
def desk() -> Copy:
    partnership = to_partnership(read_partnership(WREN))
    settings, wave = MeasureSettings(permutations=999, draws=20), partnership.latest
    findings = assess(partnership, settings=settings)
    ledgers = report_ledgers(partnership, findings, wave, settings)
    return Copy("backbone", partnership, findings, wave, ledgers=ledgers)


def test_the_desk_s_report_is_read_at_one_sitting(
    chromium: Browser, page_file: Callable[[str], str], desk: Copy
) -> None:
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.goto(page_file(draw_report(desk, "map.html", "call-list.html")))
    screens, words = page.evaluate(_SCREENS), page.evaluate(_WORDS)
    page.close()
    # The counter counts: page one and the outcomes alone are some hundreds each.
    assert min(words["learned"], words["page-outcomes"]) > 200
    assert sum(words.values()) <= MOST_WORDS, words
    assert screens <= MOST_SCREENS
