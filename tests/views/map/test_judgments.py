"""Kinds of tie that ask how one judges the other: the map speaks of judgments, not of ties."""

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, Step, SurveyInfo, Wave

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]

SCALE = tuple(Step(float(k), name) for k, name in enumerate(("not at all", "a little", "fairly"), start=1))
#: Of contact nothing is known but that it is there.
TIES = "A line joins two when at least one named the other."
JUDGED = "A line joins two of whom at least one judged the other: the thicker, "


@pytest.fixture(scope="module")
def partnership() -> Partnership:
    """A and B judge each other, A judges C, which does not judge it back; all are tied. D has not answered."""
    ties = pd.DataFrame(
        [
            *[(a, b, "contact", 1.0) for a, b in ("AB", "BC", "CA")],
            *[
                (*ends, layer, value)
                for layer in ("trust", "value")
                for ends, value in (("AB", 3), ("BA", 1), ("AC", 1))
            ],
        ],
        columns=["from", "to", "layer", "value"],
    ).astype({"value": float})
    asks: dict[str, Any] = {"contact": "ties", "trust": "trust", "value": "value"}
    asked = pd.DataFrame(
        [(one, layer, one != "D") for layer in asks for one in "ABCD"], columns=["organization", "layer", "answered"]
    )
    people = pd.DataFrame({"organization": list("ABCD"), "sector": list("xxyy")})
    frames = {"organizations": people, "ties": ties, "asked": asked}
    layers = {
        name: LayerInfo(name, SCALE if name != "contact" else (), "named with strength", asks=about)
        for name, about in asks.items()
    }
    return Partnership(SurveyInfo("Panel", who_answered="named"), {"1": PartnerGraph(Wave("1"), layers, frames)}, {})


@pytest.mark.parametrize("edition", ["backbone", "partners"])
def test_a_judgment_is_called_so(opens: Opens, partnership: Partnership, edition: Any) -> None:
    page = opens(release=make_copy(edition, partnership, (), "1"), at="#how=open")
    count, how, key = (page.locator(f"#{name}") for name in ("count", "how p", "key"))
    expect(count).to_contain_text("3 connections · contact")
    assert TIES in how.inner_text()
    assert "judge" not in page.inner_text("main")
    for layer, more in (("trust", "the more trust."), ("value", "the more valuable the other is found.")):
        page.select_option("#layer", label=layer.capitalize())
        expect(count).to_contain_text(f"2 pairs judged · {layer}")
        assert JUDGED + more in how.inner_text()
        assert "named" not in how.inner_text()
        assert "Where both judged each other the higher answer is shown." in how.inner_text()
        expect(page.locator("#least-control label")).to_have_text("Judged at least", use_inner_text=True)
        expect(page.locator("#summary")).to_contain_text("2 pairs judged.")
        texts = ElementTree.fromstring(page.evaluate("drawPicture().svg")).iter("{http://www.w3.org/2000/svg}text")
        on_paper = [text.text or "" for text in texts]
        assert f"2 pairs judged · {layer}" in " ".join(on_paper)
        if edition == "backbone":
            expect(key).to_contain_text("judged by both")
            expect(key).to_contain_text("judged by one side only")
            assert "judged by both" in on_paper
            assert "named by both" not in on_paper
    page.fill("#least", "1")  # "not at all" is a judgment, and the lowest
    expect(count).to_contain_text("1 pair judged")
    page.select_option("#layer", label="Contact")
    expect(page.locator("#least-control")).to_be_hidden()
    assert TIES in how.inner_text()


def test_the_chosen_one_says_who_judged(opens: Opens, partnership: Partnership) -> None:
    page = opens(release=make_copy("backbone", partnership, (), "1"), at="#layer=trust&organization=A")
    notes = page.locator("#details .partners .muted")
    expect(notes).to_have_text(["fairly · judged by both", "not at all · did not judge it back"])
    page.select_option("#layer", label="Contact")
    expect(notes).to_have_text(["1 · did not name it back", "1 · not named back by it"])
