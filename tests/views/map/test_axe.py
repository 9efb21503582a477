"""Nothing that axe-core knows stands in anybody's way, in any state of the map."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from stakeholder_graph.editions import Copy
from tests.views.browser import goes_to, still

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]
Axe = Callable[[Page], list[str]]

STATES = (
    "",
    "#view=table",
    "#organization=Wrenfield+Clinic&steps=2",
    "#organization=Wrenfield+Clinic&beside=Valley+Clinic",
    "#organization=Wrenfield+Clinic&since=1",
    "#matrix=open&between=Sector+1&between=Sector+2",
    "#since=1&how=open",
    "#arranged=sector&together=sectors",
    "#arranged=ties&size=ties",
    "#arranged=outcome&without=Sector+2",
    "#together=teams&group=2&without=Sector+1&item=Reading&kind=team",
)


@pytest.mark.parametrize("edition", ["backbone", "partners"])
@pytest.mark.parametrize("size", [(1440, 900), (1024, 768)])
def test_axe_finds_nothing_in_any_state(
    opens: Opens, axe: Axe, found: Callable[..., Copy], edition: Any, size: tuple[int, int]
) -> None:
    page = opens(release=found(edition), size=size)
    wrong = {}
    for state in STATES if size[0] > 1200 or edition == "backbone" else STATES[:1]:
        goes_to(page, state or "#")
        wrong[state] = axe(still(page))
    goes_to(page, "#")
    page.fill("#find", "wren")
    wrong["search"] = axe(page)
    assert {state: each for state, each in wrong.items() if each} == {}


def test_axe_finds_what_is_wrong(opens: Opens, axe: Axe) -> None:
    """The look itself works: a button without a name is found."""
    page = opens(30, 0.15)
    page.evaluate("document.querySelector('#print').textContent = ''")
    assert any(each.startswith("button-name") for each in axe(page))
