"""Page one with long names: it ends on the first screen all the same."""

import csv
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from stakeholder_graph.conditions.ledgers import report_ledgers
from stakeholder_graph.editions import Copy
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey.read import read_partnership
from stakeholder_graph.views.report import draw_report
from tests.studies.outcomes.test_outcome_ties import WREN

pytestmark = pytest.mark.browser

#: How high a screen is, and how far page one may reach down on it.
SCREEN = 900
PLACES = ("El Cañón", "Las Peñas", "San José Obrero", "Peñón de los Baños", "Señora de los Ángeles")
KINDS = ("Escuela Primaria de", "Centro de Salud Comunitario de", "Asociación de Padres y Madres de", "Fundación de")
OUTCOMES = {
    "third-grade reading": "Lectura en tercer grado de primaria",
    "healthy start": "Salud mental de niñas y niños",
    "kindergarten-ready": "Preparación para el kínder",
}
ENDS = "() => document.getElementById('learned').getBoundingClientRect().bottom + scrollY"


def _long(k: int) -> str:
    return f"{KINDS[k % len(KINDS)]} {PLACES[k // len(KINDS) % len(PLACES)]} Núm. {k}"


@pytest.fixture(scope="module")
def long_names(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The example, each organization and some outcomes under long names."""
    folder = tmp_path_factory.mktemp("long-names")
    with (WREN / "organizations.csv").open(newline="", encoding="utf-8") as lines:
        names = [row["organization"] for row in csv.DictReader(lines)]
    called = {name.casefold(): _long(k) for k, name in enumerate(names)} | OUTCOMES
    every = re.compile("|".join(re.escape(name) for name in sorted(called, key=len, reverse=True)), re.IGNORECASE)
    for file in (*WREN.glob("*.csv"), WREN / "partnership.toml"):
        said = every.sub(lambda name: called[name.group().casefold()], file.read_text(encoding="utf-8"))
        (folder / file.name).write_text(said, encoding="utf-8", newline="\n")
    partnership = to_partnership(read_partnership(folder))
    settings, wave = MeasureSettings(permutations=999, draws=20), partnership.latest
    findings = assess(partnership, settings=settings)
    return Copy("backbone", partnership, findings, wave, ledgers=report_ledgers(partnership, findings, wave, settings))


def test_page_one_ends_on_the_first_screen(
    chromium: Browser, page_file: Callable[[str], str], long_names: Copy
) -> None:
    page = chromium.new_page(viewport={"width": 1440, "height": SCREEN})
    page.goto(page_file(draw_report(long_names, "map.html", "call-list.html")))
    assert "Núm. " in page.locator("#learned").inner_text()
    ends = page.evaluate(ENDS)
    page.close()
    assert 600 < ends <= SCREEN
