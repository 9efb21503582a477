"""Ties between sectors: counts of what is drawn, linked to the map."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from stakeholder_graph.editions import Copy
from tests.views.browser import sees, still

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]
Found = Callable[..., Copy]

FIELDS = """[...document.querySelectorAll('.matrix button')]
  .map((field) => [+field.dataset.row, +field.dataset.column, parseInt(field.textContent)])"""


def counted(page: Page) -> dict[tuple[int, int], int]:
    return {(row, column): count for row, column, count in still(page).evaluate(FIELDS)}


def test_counts_are_those_of_the_ties_drawn_whatever_is_filtered(opens: Opens, found: Found) -> None:
    page = opens(release=found(), at="#matrix=open")
    steps: list[Callable[[], object]] = [
        lambda: None,
        # The table takes the place of the controls, so that the map keeps its size: what was filtered stays so.
        lambda: page.evaluate("change({ least: 3 })"),
        lambda: page.evaluate("change({ wave: 0 })"),
        lambda: page.evaluate("change({ off: new Set([2]) })"),
    ]
    totals = []
    for step in steps:
        step()
        counts = counted(page)
        assert all(counts[b, a] == count for (a, b), count in counts.items())
        totals.append(sum(count for (a, b), count in counts.items() if a <= b))
        assert totals[-1] == page.evaluate("scene.visible.length")
    assert len(set(totals)) == len(totals)
    assert {a for a, _ in counts} == {0, 1, 3, 4, 5, 6}


@pytest.mark.parametrize(("ties", "said"), [("reported", True), ("either", False), (None, False)])
@pytest.mark.parametrize("edition", ["backbone", "partners"])
def test_that_pairs_are_counted_is_said_where_the_report_counts_namings(
    opens: Opens, found: Found, edition: Any, ties: Any, said: bool
) -> None:
    release = found(edition)
    scoped = tuple(replace(each, scope=replace(each.scope, ties=ties)) for each in release.findings)
    page = opens(release=replace(release, findings=scoped), at="#matrix=open")
    pairs = (
        "Counted are pairs: two organizations that named each other are one pair here, and two mentions in the report."
    )
    details = expect(page.locator("#details"))
    (details.to_contain_text if said else details.not_to_contain_text)(pairs)
    for row, column, count in page.evaluate(FIELDS):
        joined = f"scene.visible.filter((tie) => joins(network, tie, [{row}, {column}]))"
        sees(page, f"new Set({joined}.map((tie) => endsOf(tie, 60))).size", count)


def test_a_field_lights_its_ties_by_keys_alone(opens: Opens, found: Found) -> None:
    page = opens(release=found())
    page.focus("#matrix")
    page.keyboard.press("Enter")
    expect(page.locator("#matrix")).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".matrix button[tabindex='0']")).to_have_count(1)
    page.focus(".matrix button[tabindex='0']")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    sees(page, "state.between", [1, 0])
    sees(page, "document.activeElement.dataset.key", "field-1-0")
    ends = "[tie.from, tie.to].map((id) => organizations[id].sectorNumber).sort()"
    lit = page.evaluate(f"scene.visible.filter(scene.litTie).map((tie) => {ends})")
    assert lit
    assert all(pair == [0, 1] for pair in lit)
    count = counted(page)[1, 0]
    assert count == len(lit)
    expect(page.locator("#details [role=status]")).to_contain_text(
        f"Sector 2 and Sector 1: {count} connections, joining "
    )
    expect(page).to_have_url(re.compile("between=Sector[+]2&between=Sector[+]1"))
    page.keyboard.press("Escape")
    sees(page, "[state.between, scene.focused]", [None, False])


def test_verdicts_stand_where_they_were_found_and_nowhere_else(opens: Opens, found: Found) -> None:
    page = opens(release=found(), at="#matrix=open&between=Sector+1&between=Sector+2")
    marks = "[...document.querySelectorAll('.matrix i')].map((mark) => [mark.parentNode.dataset.key, mark.textContent])"
    sees(page, marks, [["field-0-1", "▼"], ["field-2-2", "▲"]])
    expect(page.locator("#details [role=status]")).to_contain_text(
        "From Sector 1 to Sector 2 there are fewer than usual."
    )
    expect(page.locator(".matrix [data-key=field-2-2]")).to_have_accessible_name(
        "Within Sector 3: " + page.evaluate("pairsOf(mixing()[2][2])") + ", more than usual"
    )
    page.evaluate("change({ wave: 0 })")
    sees(page, marks, [])
