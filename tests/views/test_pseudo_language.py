"""In a language made of the catalogue no page, workbook, slide or command says a word of ours that is not translated.

Names and terms of the survey stay as they are, and so do names that a program reads: of measures, columns and files.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from stakeholder_graph.cli import main
from stakeholder_graph.conditions.ledgers import report_ledgers
from stakeholder_graph.editions import Copy, Edition, make_copy
from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.questionnaire import read_plan
from stakeholder_graph.questionnaire.build import build_questionnaire
from stakeholder_graph.questionnaire.formats.invitation import invitation
from stakeholder_graph.questionnaire.formats.paper import paper
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.views.explain import explain, list_measures
from stakeholder_graph.views.findings_data import SUMMARY, to_text
from stakeholder_graph.views.layout.positions import positions
from stakeholder_graph.views.map.map_page import draw_map
from stakeholder_graph.views.present.paper import draw_stations
from stakeholder_graph.views.present.present_page import draw_present
from stakeholder_graph.views.present.screens import deck
from stakeholder_graph.views.report_folders import FOLDERS, publish
from stakeholder_graph.views.terminal.survey_check import survey_check
from stakeholder_graph.views.workbook import to_workbook
from tests.facts.partnerships import findings_of
from tests.folders import files_in
from tests.text.pseudo import LANGUAGE, speaking_pseudo, untranslated
from tests.views.browser import until
from tests.views.probe import probed
from tests.views.pseudo_data import codes_of, data_of, of_sheets
from tests.views.visible import texts_now, visible_texts

EXAMPLE = Path(__file__).parents[2] / "surveys" / "wren-county"
EDITIONS: tuple[Edition, ...] = ("backbone", "partners", "community")
#: What click says itself, in English or in the language of the system, and what is typed as it stands.
_CLICK = re.compile(
    r"\[OPTIONS\]|COMMAND \[ARGS\]\.\.\.|"
    r"--?[a-z][a-z-]*|\b[A-Z]{2,}\b|\[[^\]]*\]|stakeholder-graph( [a-z]+)?|outputs?\S*"
)
_PRESS = """() => {
  const all = [...document.querySelectorAll("button:not([data-pressed]), summary:not([data-pressed])")];
  const next = all.find((element) => element.checkVisibility() && !/print|save-/.test(element.id));
  if (!next) return false;
  next.dataset.pressed = "yes";
  next.click();
  return true;
}"""
_CHOICES = """() => [...document.querySelectorAll("select")].flatMap((select) =>
  [...select.options].slice(0, 8).map((option) => [select.id, option.value]))"""
_CHOOSE = """([id, value]) => {
  const select = document.getElementById(id);
  if (!select) return;
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}"""
_MAP_STATES = (
    "state.wave = waves.length - 1",
    "change({ chosen: 1 }); describe(); nextPartner(1)",
    "change({ chosen: 1, steps: 2 })",
    "change({ chosen: 1, beside: 2 })",
    "change({ chosen: -1, beside: -1, matrix: true, between: [0, 1] })",
    "change({ between: [0, 0] })",
    "change({ matrix: false, between: null, view: 'table' })",
    "change({ view: 'map', together: 'teams' })",
    "change({ together: 'clusters' })",
    "change({ together: 'sectors', least: layers[state.layer].steps.length > 1 ? 1 : 0 })",
    "change({ together: '', item: items.length ? 0 : -1 })",
    "change({ item: -1, since: waves.length > 1 ? 0 : -1 })",
    "change({ off: new Set([0]) }); stepBack()",
    "byId('find').value = 'e'; showFound()",
)


@pytest.fixture(scope="module")
def example() -> tuple[Partnership, tuple[Finding, ...]]:
    found = findings_of("wren-county")
    return found.partnership, tuple(found)


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_file_of_an_edition_says_what_is_not_translated(
    example: tuple[Partnership, tuple[Finding, ...]], edition: Edition, tmp_path: Path
) -> None:
    partnership, findings = example
    with speaking_pseudo():
        settings = MeasureSettings(permutations=99, draws=20)
        # They are for the desk alone.
        ledgers = report_ledgers(partnership, findings, partnership.latest, settings) if edition == "backbone" else ()
        publish(partnership, findings, partnership.latest, tmp_path, (edition,), ledgers=lambda: ledgers)
        release = make_copy(edition, partnership, findings, partnership.latest, ledgers=ledgers)
        shown = {"stations.pdf": draw_stations(deck(release)).shows} if edition == "partners" else {}
    files = files_in(tmp_path / FOLDERS[edition])
    data, codes = [*data_of(partnership, findings), "tables", *(path.name for path in files)], codes_of(release)
    for path in files:
        if path.suffix in (".json", ".csv"):
            continue
        if path.suffix == ".html":
            content: str | bytes = path.read_text("utf-8")
            assert f'<html lang="{LANGUAGE}">' in content
        else:
            content = shown.get(path.name, path.read_bytes())
        of_tables = path.name == "tables.xlsx"
        texts = of_sheets(path.read_bytes()) if of_tables else visible_texts(path.name, content)
        assert len(texts) > 20
        assert untranslated(texts, [*data, *codes] if of_tables else data) == [], path.name


def test_what_is_not_marked_is_noticed() -> None:
    with speaking_pseudo():
        translated = visible_texts("a.html", f'<p title="{"Tïés"}">Wörks with Zoo</p>')
    assert untranslated(translated, ["Zoo"]) == ["Wörks with Zoo"]
    assert untranslated(["Wörks wîth Zoo", "42 %", "A"], ["Zoo"]) == []


def live_texts(
    browser: Browser, page_file: Callable[[str], str], html: str, ready: str, states: Sequence[str]
) -> list[str]:
    """All texts that a page shows in some states, and with each of its buttons pressed and each choice made."""
    page = browser.new_page(reduced_motion="reduce")
    page.add_init_script("window.print = () => {}")
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(page_file(probed(html)))
    until(page, ready)
    seen = dict.fromkeys(texts_now(page))
    for state in states:
        page.evaluate(f"() => {{ {state} }}")
        seen |= dict.fromkeys(texts_now(page))
    for choice in page.evaluate(_CHOICES):
        page.evaluate(_CHOOSE, choice)
        seen |= dict.fromkeys(texts_now(page))
    for _ in range(60):
        if not page.evaluate(_PRESS):
            break
        seen |= dict.fromkeys(texts_now(page))
    page.close()
    assert trouble == []
    return list(seen)


@pytest.mark.browser
@pytest.mark.parametrize("edition", ["backbone", "partners"])
@pytest.mark.parametrize("grouped", [False, True], ids=["organizations", "groups"])
def test_no_state_of_the_map_says_what_is_not_translated(
    chromium: Browser,
    page_file: Callable[[str], str],
    found: Callable[..., Copy],
    edition: Edition,
    grouped: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    release, whole = found(edition), found(edition).partnership
    # A short name, which no picture breaks into lines.
    renamed = Partnership(replace(whole.info, name="Wren"), whole.graphs, whole.lists)
    release = replace(release, partnership=renamed)
    if grouped:
        monkeypatch.setattr("stakeholder_graph.views.map.map_page.MANY", 10)
    with speaking_pseudo():
        html = draw_map(release)
    texts = live_texts(chromium, page_file, html, "canvas.open", _MAP_STATES)
    assert len(texts) > 100
    lines = [line for place in positions(release.partnership).values() for line in place.lines]
    data = [*data_of(release.partnership, release.findings), *lines]
    assert untranslated(texts, data) == []


@pytest.mark.browser
def test_no_state_of_the_presentation_says_what_is_not_translated(
    chromium: Browser, page_file: Callable[[str], str], example: tuple[Partnership, tuple[Finding, ...]]
) -> None:
    partnership, findings = example
    with speaking_pseudo():
        story = deck(make_copy("partners", partnership, findings, partnership.latest))
        html = draw_present(story)
    states = [f"go({{ screen: {k}, notes: true }})" for k in range(len(story.screens))]
    states += ["go({ organization: 3 })", "go({ organization: -1 }); offer(['A'], [0, 1])"]
    texts = live_texts(chromium, page_file, html, "screens.length > 0", states)
    assert untranslated(texts, data_of(partnership, findings)) == []


def test_the_questionnaire_is_translated_as_a_whole() -> None:
    plan = read_plan(EXAMPLE)
    partnership = to_partnership(read_partnership(EXAMPLE))
    with speaking_pseudo():
        survey = build_questionnaire(plan, LANGUAGE, "Ada Reed", "2027-01-31")  # type: ignore[arg-type]
        pages = [paper(survey), invitation(survey)]
    for page in pages:
        assert f'<html lang="{LANGUAGE}">' in page
        assert untranslated(visible_texts("a.html", page), [*data_of(partnership), "Ada Reed"]) == []


def test_measures_are_explained_in_the_language() -> None:
    names = [text for info in measures().values() for text in (info.name, *info.references)]
    with speaking_pseudo():
        assert untranslated(list_measures().splitlines(), [*names, "stakeholder-graph explain NAME"]) == []
        for name in measures():
            # Lines are broken anywhere: the words of sources are known one by one.
            words = [word.strip(".,()&:;") for text in names for word in text.split()]
            assert untranslated(explain(name).splitlines(), [*names, *words]) == [], name


def test_the_check_of_a_survey_is_translated(example: tuple[Partnership, tuple[Finding, ...]]) -> None:
    partnership, _ = example
    with speaking_pseudo():
        said = survey_check(partnership)
    assert untranslated(said.splitlines(), data_of(partnership)) == []


def test_findings_as_text_and_as_a_workbook_are_translated(example: tuple[Partnership, tuple[Finding, ...]]) -> None:
    partnership, findings = example
    release = make_copy("backbone", partnership, findings, partnership.latest)
    with speaking_pseudo():
        text, book = to_text(release), to_workbook(release)
    data = [*data_of(partnership, findings), *SUMMARY]
    assert untranslated(text.splitlines(), [*data, *(finding.unit for finding in findings)]) == []
    assert untranslated(of_sheets(book), [*data, *codes_of(release)]) == []


def test_help_is_translated() -> None:
    with speaking_pseudo():
        for command in ("", *main.list_commands(click.Context(main))):
            # So wide that what click adds, such as the default, stands on one line.
            asked = [*filter(None, [command]), "--help"]
            done = CliRunner().invoke(main, asked, catch_exceptions=False, terminal_width=1000)
            assert done.exit_code == 0
            lines = [_CLICK.sub("", line) for line in done.output.splitlines()]
            assert untranslated(lines, [*main.list_commands(click.Context(main)), "FOLDER", "main"]) == [], command
