"""Whatever is seen stands in the address, and what stands in an address is seen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from stakeholder_graph.editions import Copy
from tests.views.browser import goes_to, sees, still, until

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]
Found = Callable[..., Copy]

SAID = "JSON.stringify({ ...state, off: [...state.off] })"


def test_every_state_comes_back_from_the_address(opens: Opens, found: Found) -> None:
    page = opens(release=found())
    size = page.evaluate("about.sizes[0]")
    for patch in (
        "{ off: new Set([1, 3]), least: 2, wave: 0 }",
        "{ since: 0, arranged: 'sector', together: 'sectors' }",
        "{ together: 'teams', group: 2, item: items.length - 1, how: true }",
        "{ chosen: 4, beside: 9, size: '" + size + "' }",
        "{ chosen: 7, steps: 2, size: 'ties' }",
        "{ matrix: true, between: [2, 5] }",
        "{ view: 'table' }",
    ):
        page.evaluate(f"() => change({{ ...opening, ...{patch} }})")
        said = page.evaluate(SAID)
        page.reload()
        until(page, "canvas.open")
        sees(page, SAID, said)


def test_where_one_looks_comes_back_too(opens: Opens) -> None:
    page = opens(60)
    page.click("#closer")
    page.mouse.move(800, 400)
    page.mouse.down()
    page.mouse.move(700, 350, steps=4)
    page.mouse.up()
    until(page, "location.hash.includes('at=')")
    where = still(page).evaluate("whereabouts()")
    page.reload()
    until(page, f"canvas.open && whereabouts() === '{where}'")
    page.click("#whole")
    until(page, "(rememberNow(), !location.hash.includes('at='))")


def test_nonsense_in_an_address_is_ignored(opens: Opens, found: Found) -> None:
    page = opens(release=found("partners"))
    usual = page.evaluate(SAID)
    nonsense = "#since=x&arranged=up&together=clusters%22&group=99&size=ties&beside=nobody&matrix=1&how=1"
    nonsense += "&between=Sector+1&at=1,x,2"
    goes_to(page, nonsense)
    sees(page, SAID.replace("[...state.off]", "[...state.off], group: -1"), usual)


def test_how_to_read_is_folded_at_first_and_unfolds_within_reach(opens: Opens) -> None:
    page = opens(30, 0.15, size=(1024, 768))
    expect(page.locator("#how p")).to_be_hidden()
    page.focus("#how summary")
    page.keyboard.press("Enter")
    expect(page.locator("#how p")).to_be_visible()
    until(page, "location.hash.includes('how=open')")
    still(page)
    height = page.evaluate("stage.clientHeight")
    page.keyboard.press("Enter")
    expect(page.locator("#how p")).to_be_hidden()
    until(page, f"stage.clientHeight > {height} && canvas.network.canvas.frame.clientHeight === stage.clientHeight")
    until(page, "!location.hash.includes('how')")


def test_summary_says_who_has_most_ties_on_the_desk_only(opens: Opens) -> None:
    desk, room = opens(30, 0.15), opens(30, 0.15, edition="partners")
    expect(desk.locator("#summary")).to_contain_text("Most connections: ")
    expect(room.locator("#summary")).not_to_contain_text("Most connections")
    expect(room.locator("#summary")).to_contain_text("30 organizations in 7 sectors.")
