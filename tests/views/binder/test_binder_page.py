"""The binder's page: a row as it stands, its proof, and who decided it; readable by all, and printed whole."""

import io
from collections.abc import Callable
from dataclasses import replace

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from stakeholder_graph.conditions import Decision, Ledger, read_rubric
from stakeholder_graph.conditions.ledger import make_ledger
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import Partnership, from_networkx
from stakeholder_graph.model.finding import Message
from stakeholder_graph.views.binder import Documents, draw_binder
from stakeholder_graph.views.binder.binder_rows import desk_row

OURS = Partnership("Ours", {"1": from_networkx(nx.path_graph(6))}, {})


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return make_ledger(OURS, [], read_rubric("five-conditions"))


def page(ledger: Ledger) -> str:
    return draw_binder(Copy("backbone", OURS, (), "1"), ledger, Documents())


def test_a_decision_against_what_lists_say_stands_with_its_reason(ledger: Ledger) -> None:
    row = ledger["data-agreement"]
    row = replace(row, judgement=replace(row.judgement, verdict="not met"))
    decision = Decision("data-agreement", "shown", decided_by="steering", decided_on="2026-01-02", reason="We saw it")
    said = desk_row(replace(row, decision=decision), {}).decided
    assert said == ("Decided by steering on 2026-01-02.", "Reason: We saw it", "Lists and answers say: not met.")


def test_p_values_are_said_with_their_correction(ledger: Ledger) -> None:
    row = ledger["no-sector-to-itself"]
    tested = replace(row, judgement=replace(row.judgement, verdict="too close", p=0.0004, p_adjusted=0.25))
    assert "p: below 0.001; corrected for the other tested rows: 0.25." in desk_row(tested, {}).proof


def test_a_row_that_is_shown_has_no_p_of_falling_short(ledger: Ledger) -> None:
    """Tested rows are corrected for "not met": beside what is shown, a corrected p of 1 would read as a refutation."""
    made = replace(ledger["no-sector-to-itself"].judgement, verdict="shown", p=0.05, p_adjusted=1.0)

    def said(because: str) -> tuple[str, ...]:
        row = replace(ledger["no-sector-to-itself"], judgement=replace(made, because=Message(because)))
        return tuple(text for text in desk_row(row, {}).proof if text.startswith("p: "))

    assert said("above_chance") == ("p: 0.05.",)
    assert said("within_margin") == ()


def test_it_is_drawn_of_the_backbones_copy_alone(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="backbone's desk"):
        draw_binder(Copy("partners", OURS, (), "1"), ledger, Documents())


@pytest.mark.browser
def test_it_breaks_no_rule_at_any_width_and_prints_every_row(
    ledger: Ledger, chromium: Browser, page_file: Callable[[str], str], axe: Callable[[Page], list[str]]
) -> None:
    tab = chromium.new_page()
    for width in (1440, 390):
        tab.set_viewport_size({"width": width, "height": 900})
        tab.goto(page_file(page(ledger)))
        assert axe(tab) == []
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    printed = PdfReader(io.BytesIO(tab.pdf(format="A4", prefer_css_page_size=True)))
    text = "".join("".join(sheet.extract_text().split()) for sheet in printed.pages)
    tab.close()
    assert [row.criterion.id for row in ledger.rows if f"({row.criterion.id})" not in text] == []
