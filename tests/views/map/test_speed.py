"""How soon the map of a large network is there, and how heavy its page is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from stakeholder_graph.editions import make_copy
from stakeholder_graph.generators import invent, write
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.views.map.map_page import draw_map
from tests.views.browser import until
from tests.views.probe import probed

pytestmark = pytest.mark.browser


def test_five_hundred_open_soon_in_a_page_that_can_be_mailed(
    chromium: Browser, page_file: Callable[[str], str], tmp_path: Path
) -> None:
    """A quarter of a second of the processor until all is drawn; eight times that is for slower machines."""
    made = invent(500, 7, density=0.012, within=0.4, response=0.8, waves=2, seed=5)
    write(made.tables, tmp_path / "survey", made.settings)
    partnership = to_partnership(read_partnership(tmp_path / "survey"))
    html = draw_map(make_copy("partners", partnership, (), partnership.latest))
    assert len(html.encode()) <= 1_100_000
    address, best = page_file(probed(html)), float("inf")
    for _ in range(2):
        page = chromium.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
        clock = page.context.new_cdp_session(page)
        # The page's own time on the processor, however long others make it wait.
        clock.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(address)
        until(page, "performance.getEntriesByName('first drawing').length > 0 && names.boxes.length >= 60")
        spent = {metric["name"]: metric["value"] for metric in clock.send("Performance.getMetrics")["metrics"]}
        best = min(best, spent["TaskDuration"])
        page.close()
        if best <= 2:  # a second look is for a first one that something else slowed down
            break
    print(f"{len(html.encode()) / 1e6:.2f} MB, drawn after {best:.2f} s of the processor")
    assert 0 < best <= 2


def test_figures_of_five_hundred_do_not_weigh_the_desk_s_page_down(tmp_path: Path) -> None:
    """A page that can be mailed holds each title once, and of every organization its numbers."""
    made = invent(500, 7, density=0.012, within=0.4, response=0.8, waves=2, seed=5)
    write(made.tables, tmp_path / "survey", made.settings)
    partnership = to_partnership(read_partnership(tmp_path / "survey"))
    names = ["betweenness", "constraint", "distance", "participation"]
    settings = MeasureSettings(permutations=99, draws=10)
    findings = assess(partnership, names, settings=settings, wave=partnership.latest)
    html = draw_map(make_copy("backbone", partnership, findings, partnership.latest))
    assert html.count('"scores"') >= 400
    assert len(html.encode()) <= 1_150_000
