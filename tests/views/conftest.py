"""Partnerships and a browser for the pages' tests."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from stakeholder_graph.editions import Copy, Edition, make_copy
from stakeholder_graph.generators import invent
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Finding, Scope
from stakeholder_graph.model.survey import LayerInfo, Step, SurveyInfo, Wave
from stakeholder_graph.model.table import Disclosure, Row
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.views.map.map_page import draw_map
from tests.tables import table_of
from tests.views.accessible import violations
from tests.views.browser import PATIENCE, still, until
from tests.views.probe import probed

STEPS = ("networking", "cooperation", "coordination", "coalition", "collaboration")
PLACES = ("Wrenfield", "Harbor Flats", "Eastgate", "Millrace", "North Fork", "Valley", "Niños", "Saint Anne")
KINDS = (
    "Clinic",
    "School District",
    "Housing Authority",
    "Community College",
    "Public Library",
    "Food Bank",
    "Chamber of Commerce",
    "Association of Child Care and Early Education Providers",
    "Health Department",
    "Youth Council",
    "Parents' Circle",
    "Foundation",
    "Credit Union",
    "Early Learning Hub",
    "Neighbors Together",
    "Arts",
    "Transit",
    "Bank",
    "YMCA",
)

TEAMS = ("Early Years", "Reading", "Graduation")

#: Names of the first organizations, and of the first sector, of a partnership that means harm.
HOSTILE = ("<img src=x onerror=alert(1)>", "=1+1", "</script><script>alert(2)</script>", "${alert(3)}", "a\u2028b")

#: What a page is looked at without. With each page Chromium draws two more for its address bar, which nobody sees and
#: which take as long as ours. The last list that it gets counts: what Playwright switches off stands here as well.
SWITCHED_OFF = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"),
    *("AimEnabled", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding"),
    *("PreconnectToSearch", "ThirdPartyStoragePartitioning"),
)

Invents = Callable[..., Partnership]
Opens = Callable[..., Page]


@pytest.fixture(scope="session")
def invents() -> Invents:
    """Make a partnership of two waves: ``invents(organizations, density, hostile=False)``."""

    @cache
    def make(n: int, density: float, *, hostile: bool = False) -> Partnership:
        made = invent(n, 7, density=density, within=0.4, response=0.7, waves=2, seed=5)
        written = list(made.tables["organizations"]["organization"])
        names = [f"{PLACES[k % 8]} {KINDS[k // 8]}" for k in range(n)]
        sector = "Sector 1"
        if hostile:
            names[: len(HOSTILE)] = HOSTILE
            sector = "</script><svg onload=alert(4)>"
        called = dict(zip(written, names, strict=True))
        tables = {
            key: frame.replace({"organization": called, "from": called, "to": called})
            for key, frame in made.tables.items()
        }
        people = tables["organizations"].replace({"sector": {"Sector 1": sector}})
        people["role"] = ["backbone"] + [""] * (n - 1)
        people["founded"] = 1990.0
        ties, asked = tables["ties"], tables["asked"].assign(layer="collaboration")
        ties["value"] = ties["value"].astype(float).mask(ties.index % 11 == 0)
        asked["answered"] = asked["answered"] == "yes"
        scale = tuple(Step(float(k), name) for k, name in enumerate(STEPS, start=1))
        graphs = {}
        for wave in ("1", "2"):
            frames = {
                key: frame[frame["wave"] == wave].drop(columns="wave")
                for key, frame in (("ties", ties), ("asked", asked), ("affiliations", tables["affiliations"]))
            }
            layers = {"collaboration": LayerInfo("collaboration", scale)}
            graphs[wave] = PartnerGraph(Wave(wave), layers, {"organizations": people, **frames})
        return Partnership(SurveyInfo("Wren County <b>Cradle</b> to Career", invented=True), graphs)

    return make


@pytest.fixture(scope="session")
def reported(invents: Invents) -> Callable[..., Copy]:
    """What an edition may see of an invented partnership of 60: ``reported(edition, hostile=False)``."""

    @cache
    def assessed(hostile: bool) -> tuple[Partnership, tuple[Finding, ...]]:
        partnership = invents(60, 0.1, hostile=hostile)
        return partnership, assess(partnership, settings=MeasureSettings(permutations=199, draws=10))

    def make(edition: Edition = "backbone", *, hostile: bool = False) -> Copy:
        partnership, findings = assessed(hostile)
        return make_copy(edition, partnership, findings, partnership.latest)

    return make


@pytest.fixture(scope="session")
def found(invents: Invents) -> Callable[..., Copy]:
    """What an edition sees of 60 organizations with teams, clusters, verdicts on sectors and a finding of each.

    ``found(edition)``. The numbers are made up: what is drawn from them is looked at, not they.
    """

    @cache
    def make(edition: Edition = "backbone") -> Copy:
        partnership = invents(60, 0.1)
        names = partnership.graph().names
        graphs = {}
        for wave, graph in partnership.graphs.items():
            teams = pd.DataFrame(
                [(name, "team", TEAMS[(k + turn) % 3]) for k, name in enumerate(names) for turn in range(1 + k % 2)],
                columns=["organization", "kind", "item"],
            )
            frames = {name: graph[name] for name in ("organizations", "ties", "asked")}
            frames["affiliations"] = pd.concat([graph["affiliations"], teams])
            graphs[wave] = PartnerGraph(graph.wave, graph.layers, frames)
        members: tuple[Row, ...] = tuple(
            {"organization": name, "cluster": "AB"[k % 2]} for k, name in enumerate(names[:20])
        )
        called: tuple[Row, ...] = (
            {"cluster": "A", "outcomes": "Healthy start, Attendance"},
            {"cluster": "B", "outcomes": "Reading"},
        )
        table = {"clusters": table_of(called, Disclosure.NETWORK)}
        clusters = Finding(
            "outcome_clusters", Scope(("2",)), 2.0, "x", (0, None), table=table_of(members), tables=table
        )
        pairs: tuple[Row, ...] = (
            {"from_sector": "Sector 1", "to_sector": "Sector 2", "verdict": "fewer"},
            {"from_sector": "Sector 2", "to_sector": "Sector 1", "verdict": "as expected"},
            {"from_sector": "Sector 3", "to_sector": "Sector 3", "verdict": "more"},
        )
        scope = Scope(("2",), ("collaboration",))
        mixing = Finding("sector_mixing", scope, 1.0, "x", (0, None), table=table_of(pairs, Disclosure.SECTOR))
        between: tuple[Row, ...] = tuple({"organization": name, "betweenness": k / 60} for k, name in enumerate(names))
        ways = Finding("betweenness", scope, None, "x", (0, 1), table=table_of(between))
        whole = replace(partnership, graphs=graphs)
        return make_copy(edition, whole, (clusters, mixing, ways), whole.latest)

    return make


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A Chromium without a window."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("there is no Chromium")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    flags.append("--disable-features=" + ",".join(SWITCHED_OFF))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def page_file(tmp_path: Path) -> Callable[[str], str]:
    """Write a page and give its address."""

    def write(html: str) -> str:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8", newline="\n")
        return path.as_uri()

    return write


@pytest.fixture
def opens(chromium: Browser, page_file: Callable[[str], str], invents: Invents) -> Iterator[Opens]:
    """Open the map of an invented partnership; afterwards nothing must have run, been asked for or complained.

    ``opens(organizations, density, edition)``, or ``opens(seen=...)`` for what is to be drawn.
    """
    trouble: list[str] = []
    pages: list[Page] = []

    def open_map(
        n: int = 60,
        density: float = 0.1,
        edition: Any = "backbone",
        *,
        release: Copy | None = None,
        hostile: bool = False,
        size: tuple[int, int] = (1440, 900),
        motion: Any = "reduce",
        at: str = "",
        drawn: str = "names.boxes.length > 0",
    ) -> Page:
        if release is None:
            partnership = invents(n, density, hostile=hostile)
            release = make_copy(edition, partnership, (), partnership.latest)
        address = page_file(probed(draw_map(release)))
        page = chromium.new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion=motion)
        page.set_default_timeout(PATIENCE * 1000)
        pages.append(page)
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: trouble.append(dialog.message))
        # The page itself, and the pictures it has made.
        own = (address, "blob:")
        page.on("request", lambda asked: None if asked.url.startswith(own) else trouble.append(asked.url))
        page.goto(address + at)
        until(page, drawn)
        return still(page)

    yield open_map
    for page in pages:
        page.close()
    assert trouble == []


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """What axe-core finds wrong with a page."""
    return violations
