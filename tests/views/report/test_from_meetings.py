"""What meetings left stands on the desk's page: commitments by name, corrections beside the answers they are about."""

import re
from collections.abc import Callable

import pandas as pd
import pytest
from playwright.sync_api import Browser, Page

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.survey import COLUMNS
from stakeholder_graph.views.report.from_meetings import from_meetings
from stakeholder_graph.views.report.report_page import draw_report
from tests.editions.hand_made import affiliations, partnership

PROMISED = pd.DataFrame(
    [
        ("Health 0", "", "", "Call <b>them</b>", "", True),
        ("Faith 0", "Schools 0; Sheriff", "Reading", "Ask", "May", False),
    ],
    columns=list(COLUMNS["commitments"]),
)
WRONG = pd.DataFrame(
    [
        ("connection", "Health 0", "Schools 0", "", "we have never met", "Ann", "Schools 0"),
        ("connection", "Health 0", "Faith 2", "", "we share an office", "Ann", ""),
        ("outcome", "Health 1", "Reading", "", "we do not", "", ""),
        ("sector", "Faith 1", "", "Faith", "Health", "Cy", "Cy"),
    ],
    columns=list(COLUMNS["corrections"]),
)


def whole() -> Partnership:
    named = affiliations(("Health 1", "outcome", "Reading", "answer"))
    return partnership(frames=named, lists={"commitments": PROMISED, "corrections": WRONG})


def test_open_commitments_come_first_and_corrections_stand_beside_what_was_answered() -> None:
    left = from_meetings(make_copy("backbone", whole(), [], "1"))
    assert left
    assert left.taken_on == (
        ("Faith 0", "Schools 0; Sheriff (not on the list)", "Reading", "Ask", "May", "open"),
        ("Health 0", "", "", "Call <b>them</b>", "", "done"),
    )
    assert [row[3] for row in left.corrections] == [
        "a connection is reported",
        "no connection is reported",
        "it is named",
        "Faith",
    ]
    page = draw_report(make_copy("backbone", whole(), [], "1"))
    assert "we have never met" in page
    assert "Call &lt;b&gt;them" in page


def test_beyond_the_desk_nothing_of_it_is_in_the_report() -> None:
    copy = make_copy("partners", whole(), [], "1")
    assert from_meetings(copy) is None
    page = draw_report(copy)
    assert not [text for text in ("we have never met", "we share an office", "What meetings left") if text in page]


def test_a_correction_changes_nothing_that_is_drawn_of_the_answers() -> None:
    plain = make_copy("backbone", partnership(), [], "1")
    assert from_meetings(plain) is None
    corrected = draw_report(make_copy("backbone", partnership(lists={"corrections": WRONG}), [], "1"))
    without, cut = re.subn(r'<section class="page" id="page-meetings".*?</section>', "", corrected, flags=re.DOTALL)
    assert cut == 1
    # The letters that a page carries are those that it shows.
    bare = (re.sub(r"base64,[^)]*|\s+", "", page) for page in (without, draw_report(plain)))
    assert len(set(bare)) == 1


@pytest.mark.browser
def test_on_a_phone_each_cell_stands_under_the_other_with_its_heading(
    chromium: Browser, page_file: Callable[[str], str], axe: Callable[[Page], list[str]]
) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.goto(page_file(draw_report(make_copy("backbone", whole(), [], "1"))))
    for table, heading in enumerate(("Is it done?", "Checked by:")):
        cell = page.locator(".from-meetings table").nth(table).locator(f'td[data-head="{heading}"]').first
        box = cell.bounding_box()
        assert box
        assert 0 <= box["x"] < box["x"] + box["width"] <= 390
        assert cell.evaluate("(cell) => getComputedStyle(cell, '::before').content") == f'"{heading} "'
        assert cell.evaluate("(cell) => cell.closest('.wide').scrollWidth - cell.closest('.wide').clientWidth") == 0
    assert axe(page) == []
    page.close()
