"""Nothing that axe-core knows stands in anybody's way, in any state of the map."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]
Axe = Callable[[Page], list[str]]


@pytest.mark.parametrize("edition", ["backbone", "partners"])
@pytest.mark.parametrize("state", ["", "#view=table", "#organization=Wrenfield+Clinic&steps=2"])
def test_axe_finds_nothing(opens: Opens, axe: Axe, edition: Any, state: str) -> None:
    page = opens(edition=edition)
    page.goto(page.url.split("#")[0] + state)
    assert axe(page) == []
