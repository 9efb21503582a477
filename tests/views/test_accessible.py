"""The look at pages finds whatever is too pale, though of words that look alike it judges a few."""

import pytest
from playwright.sync_api import Browser

from tests.views.accessible import ALIKE, violations

pytestmark = pytest.mark.browser

PALE = "color: #ccc"
NOT_SEEN = f"<p style='{PALE}'>not seen</p>"


@pytest.mark.parametrize(
    "body",
    [
        f"{'<p>dark enough</p>' * 9}<p style='{PALE}'>pale</p>",
        f"<p style='{PALE}'></p><p style='{PALE}; visibility: hidden'>not seen</p><p style='{PALE}'>pale</p>",
        f"<details><summary>Folded</summary>{NOT_SEEN * ALIKE}</details><p style='{PALE}'>pale</p>",
        f"{'<div><p>dark enough</p></div>' * 9}<div style='background: #333'><p>dark on dark</p></div>",
        f"{'<div><p>dark enough</p></div>' * 9}<div style='opacity: .3'><p>dark enough, but faint</p></div>",
        f"{'<p>dark enough</p>' * 9}<p><b><i style='{PALE}'>pale within</i></b></p>",
        "<p style='position: relative'>" + "<b style='position: absolute; background: #fff'>dark enough</b>" * 9
        + f"<b style='position: absolute; left: 300px; {PALE}'>pale</b></p>",
        f"<label>Name <input style='{PALE}' value='pale'></label>",
    ],
)  # fmt: skip
def test_words_that_are_too_pale_are_found(chromium: Browser, body: str) -> None:
    page = chromium.new_page()
    page.set_content(f"<!doctype html><html lang='en'><title>A page</title><main><h1>Words</h1>{body}</main></html>")
    found = violations(page)
    page.close()
    assert len(found) == 1
    assert found[0].startswith("color-contrast: ")


def test_what_changes_is_judged_again(chromium: Browser) -> None:
    page = chromium.new_page()
    page.set_content(
        "<!doctype html><html lang='en'><title>A page</title><main><h1>Words</h1><p>dark</p></main></html>"
    )
    assert violations(page) == []
    page.evaluate(f"document.querySelector('p').style = '{PALE}'")
    assert [each.split(":")[0] for each in violations(page)] == ["color-contrast"]
    page.close()
