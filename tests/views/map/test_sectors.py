"""Sectors that nobody stated are not spoken of."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import NO_SECTOR
from tests.views.browser import goes_to

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]
Invents = Callable[..., Partnership]


def unstated(partnership: Partnership, organizations: int) -> Partnership:
    """The same with that many organizations of no stated sector."""
    graphs = {}
    for wave, graph in partnership.graphs.items():
        frames = {name: graph[name] for name in ("organizations", "ties", "asked", "affiliations")}
        people = frames["organizations"].copy()
        people.loc[people.index[:organizations], "sector"] = NO_SECTOR
        graphs[wave] = PartnerGraph(graph.wave, graph.layers, {**frames, "organizations": people})
    return Partnership(partnership.name, graphs, {})


def test_where_none_is_stated_nothing_is_said_of_sectors(opens: Opens, invents: Invents) -> None:
    partnership = unstated(invents(30, 0.15), 30)
    page = opens(release=make_copy("partners", partnership, (), "2"))
    expect(page.locator("#summary")).to_have_text(re.compile(r"^30 organizations\. \d+ connections\. "))
    name = page.evaluate("organizations[7].name").replace(" ", "+")
    for view in ("#", f"#organization={name}", "#view=table", f"#organization={name}&beside=Wrenfield+Clinic"):
        goes_to(page, view)
        text = page.inner_text("body") + page.inner_text("#summary")
        assert "sector" not in text.casefold()
        assert NO_SECTOR not in text
    page.focus("#stage")
    page.keyboard.press("ArrowDown")
    assert NO_SECTOR not in page.inner_text("#said")
    texts = ElementTree.fromstring(page.evaluate("drawPicture().svg")).itertext()
    assert NO_SECTOR not in " ".join(texts)


def test_where_some_are_not_they_are_a_group_but_no_sector(opens: Opens, invents: Invents) -> None:
    page = opens(release=make_copy("backbone", unstated(invents(30, 0.15), 9), (), "2"))
    stated = page.evaluate("sectors.filter(isStated).length")
    assert stated == page.evaluate("sectors.length") - 1
    expect(page.locator("#summary")).to_contain_text(f"30 organizations in {stated} sectors.")
    expect(page.locator("#sectors")).to_contain_text(NO_SECTOR)
    expect(page.locator("#how")).to_contain_text("its colour and shape show its sector")
