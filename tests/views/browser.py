"""Waiting for what is expected of a page, however busy the machine is."""

import time
from typing import Any

from playwright.sync_api import Error, Page, expect

#: Seconds for what takes a fraction of one on a machine that does nothing else.
PATIENCE = 90.0

expect.set_options(timeout=PATIENCE * 1000)

#: Whether nothing moves any more and all that was to be drawn is drawn, as large as there is room for.
_STILL = """document.fonts.status === "loaded" && !arranged.moving && !fading.moving
  && !canvas.network.renderer.redrawRequested
  && (stage.clientWidth === 0 || canvas.size === `${stage.clientWidth} x ${stage.clientHeight}`)"""
#: Resolves once the page has followed an address; its own listener comes first.
_FOLLOWED = """(to) => new Promise((done) => {
  if (location.hash === new URL(to, location.href).hash) { done(); return; }
  addEventListener("hashchange", () => done(), { once: true });
  location.hash = to;
})"""


def sees(page: Page, expression: str, value: Any, argument: Any = None) -> None:
    """Wait until an expression has a value in a page.

    Parameters
    ----------
    page : Page
        To ask again and again: its policy lets the browser's own wait look only once.
    expression : str
        What to ask for.
    value : Any
        What it has to become.
    argument : Any
        Given to the expression if it is a function.

    Raises
    ------
    AssertionError
        If it has another value at the end of `PATIENCE`.
    """
    end = time.monotonic() + PATIENCE
    while (last := page.evaluate(expression, argument)) != value:
        assert time.monotonic() < end, f"{expression} is {last!r}, never {value!r}"
        page.wait_for_timeout(50)


def until(page: Page, expression: str) -> None:
    """Wait until an expression is true in a page."""
    sees(page, f"Boolean({expression})", True)


def still(page: Page) -> Page:
    """Wait until a map has drawn whatever it was asked to draw, and give it back to be read."""
    sees(page, _STILL, True)
    return page


def goes_to(page: Page, address: str) -> None:
    """Change what stands after # in a page's address, and wait until the page has followed it."""
    page.evaluate(_FOLLOWED, address)


def shot_of(page: Page) -> bytes:
    """Take a picture of what is on the screen: a browser that is busy drawing refuses one now and then.

    Parameters
    ----------
    page : Page
        To ask again and again.
    """
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return page.screenshot()
        except Error:
            if time.monotonic() > end:
                raise
            page.wait_for_timeout(50)
