"""The window of notes on a second screen: it follows the wall and moves it, and what is typed in it becomes a file."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from stakeholder_graph.editions import Copy
from stakeholder_graph.editions.make_copy import copy_of
from stakeholder_graph.editions.release import Commitment
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.views.present.present_page import draw_present
from stakeholder_graph.views.present.screens import Deck, deck
from tests.views.browser import sees
from tests.views.present.decks import small
from tests.views.probe import probed

pytestmark = pytest.mark.browser

Axe = Callable[[Page], list[str]]
#: As a clumsy or a nasty person would type it.
TYPED = '=HYPERLINK("x") <img src=x onerror=alert(1)>, ok'
SWIPE = """([from, to]) => {
  const stage = byId("stage"), at = (x) => new Touch({ identifier: 1, target: stage, clientX: x, clientY: 300 });
  stage.dispatchEvent(new TouchEvent("touchstart", { touches: [at(from)], bubbles: true }));
  stage.dispatchEvent(new TouchEvent("touchend", { changedTouches: [at(to)], bubbles: true }));
}"""
FORM, SAVE = "#commitments form", "Save commitments.csv"


def promising() -> Deck:
    release = small().copy.release
    assert release
    made = Commitment("Ben", ("Cem", "Dia"), "", "Call the clinic", "May")
    return deck(copy_of(replace(release, commitments=(made,))))


@pytest.fixture
def windows(chromium: Browser, page_file: Callable[[str], str]) -> Iterator[tuple[Page, Page]]:
    """The wall on its second screen, and the notes that it opened; at the end nothing may have gone wrong on either."""
    address = page_file(probed(draw_present(promising(), "map.html", "report.html")))
    trouble: list[str] = []
    context = chromium.new_context(reduced_motion="reduce", accept_downloads=True)

    def watched(page: Page) -> Page:
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on(
            "request", lambda asked: trouble.append(asked.url) if not asked.url.startswith(("file:", "blob:")) else None
        )
        return page

    wall = watched(context.new_page())
    wall.goto(f"{address}#screen=2")
    with wall.expect_popup() as opened:
        wall.keyboard.press("n")
    yield wall, watched(opened.value)
    context.close()
    assert trouble == []


def test_the_wall_shows_no_notes_and_both_turn_together(windows: tuple[Page, Page]) -> None:
    wall, notes = windows
    expect(notes.locator("#now-title")).to_have_text("We are 4 organizations from two sectors")
    expect(notes.locator("#now-notes")).to_contain_text("What to do here: minutes 3 to 5 of 45")
    expect(wall.locator("#notes")).to_be_hidden()
    notes.keyboard.press("ArrowRight")
    sees(wall, "state.screen", 2)
    wall.keyboard.press("PageDown")
    sees(notes, "location.hash", "#notes&screen=4")
    notes.click("#turn-back")
    sees(wall, "state.screen", 2)
    expect(notes.locator("#wall-lost")).to_be_hidden()


def test_notes_find_the_wall_again_after_it_was_opened_anew(windows: tuple[Page, Page]) -> None:
    wall, notes = windows
    wall.reload()
    sees(wall, "notesWindow !== null", True)
    wall.keyboard.press("PageDown")
    sees(notes, "location.hash", "#notes&screen=3")


def test_the_clock_runs_from_where_it_is_started(windows: tuple[Page, Page]) -> None:
    _wall, notes = windows
    expect(notes.locator("#clock-here")).to_have_text("0:00")
    expect(notes.locator("#clock-all")).to_have_text("until 5:00")
    notes.click("#clock-start")
    expect(notes.locator("#clock-here")).to_have_text(re.compile("0:0[1-9]"))
    notes.click("#clock-start")
    expect(notes.locator("#clock-here")).to_have_text("0:00")


def add(notes: Page, **cells: str) -> None:
    for name, text in cells.items():
        notes.fill(f'{FORM} [name="{name.replace("_", " ")}"]', text)
    notes.click(f"{FORM} button")


def test_what_is_typed_stands_on_the_wall_and_in_one_file_that_is_read(
    windows: tuple[Page, Page], tmp_path: Path
) -> None:
    wall, notes = windows
    add(notes, who="nobody", first_step="Go")
    expect(notes.locator("#commitments .wrong")).to_have_text(
        "Who: “nobody” is not on the list. Choose a name from it."
    )
    add(notes, who="ada", with_whom="cem; Dia", first_step=TYPED, by_when="2027-01-31")
    expect(notes.locator("#commitments .wrong")).to_have_text("")
    wall.keyboard.press("End")
    expect(wall.locator("#taken-on tr")).to_have_count(6)
    expect(wall.locator("#taken-on tr").first.locator("td")).to_have_text(["Ada", "Cem; Dia", TYPED, "2027-01-31"])
    notes.reload()
    expect(notes.locator("#commitments tbody tr")).to_have_count(1)
    notes.check("#commitments details input")
    with notes.expect_download() as saved:
        notes.click(f"text={SAVE}")
    assert saved.value.suggested_filename == "commitments.csv"
    saved.value.save_as(tmp_path / "commitments.csv")
    (tmp_path / "organizations.csv").write_text("organization\nAda\nBen\nCem\nDia\n", "utf-8")
    (tmp_path / "ties.csv").write_text("from,to\nAda,Ben\nBen,Ada\n", "utf-8")
    rows = read_partnership(tmp_path)["commitments"].to_numpy().tolist()
    assert rows == [
        ["Ben", "Cem; Dia", "", "Call the clinic", "May", True],
        ["Ada", "Cem; Dia", "", TYPED, "2027-01-31", False],
    ]


def test_nothing_that_was_typed_is_lost_when_it_is_saved_before_it_is_added(
    windows: tuple[Page, Page], tmp_path: Path
) -> None:
    _wall, notes = windows
    notes.fill('#corrections [name="organization"]', "Ada")
    notes.click("text=Save corrections.csv")
    expect(notes.locator("#corrections .wrong")).to_contain_text("These are blank: About, Partners say.")
    notes.select_option('#corrections [name="about"]', "name")
    notes.fill('#corrections [name="partners say"]', "Adah")
    notes.fill(f'{FORM} [name="who"]', "Ben")
    notes.fill(f'{FORM} [name="with whom"]', "Sheriff's Office; Ciem")
    notes.fill(f'{FORM} [name="first step"]', "Call")
    notes.click(f"text={SAVE}")
    expect(notes.locator("#commitments .wrong")).to_contain_text("“Ciem” is not on the list. Did you mean “Cem”?")
    notes.fill(f'{FORM} [name="with whom"]', "Sheriff's Office; Cem")
    for button, place in (("Save corrections.csv", "corrections"), (SAVE, "commitments")):
        with notes.expect_download() as saved:
            notes.click(f"text={button}")
        saved.value.save_as(tmp_path / f"{place}.csv")
        expect(notes.locator(f"#{place} .wrong")).to_have_text("")
    expect(notes.locator("#commitments tbody td").nth(1)).to_have_text("Sheriff's Office (not on the list); Cem")
    (tmp_path / "organizations.csv").write_text("organization\nAda\nBen\nCem\nDia\n", "utf-8")
    (tmp_path / "ties.csv").write_text("from,to\nAda,Ben\nBen,Ada\n", "utf-8")
    read = read_partnership(tmp_path)
    assert read["corrections"].to_numpy().tolist() == [["name", "Ada", "", "", "Adah", "", ""]]
    assert read["commitments"]["with whom"].tolist() == ["Cem; Dia", "Sheriff's Office; Cem"]


def test_the_wall_ends_with_a_table_that_waits_to_be_filled(windows: tuple[Page, Page], axe: Axe) -> None:
    wall, _notes = windows
    wall.keyboard.press("End")
    expect(wall.locator(".taken-on th")).to_have_text(["Who", "With whom", "First step", "By when"])
    expect(wall.locator("#taken-on td")).to_have_text([""] * 24)
    box = wall.locator(".taken-on table").bounding_box()
    assert box
    assert box["height"] >= 200
    assert axe(wall) == []


def test_the_file_of_the_folder_loses_nothing(windows: tuple[Page, Page], tmp_path: Path) -> None:
    _wall, notes = windows
    there = tmp_path / "corrections.csv"
    headers = "about,organization,with,the survey says,partners say,said by,confirmed by"
    there.write_text(f"{headers}\nname,Ben,,Ben,Benn,Cem,\n", "utf-8")
    notes.set_input_files("#corrections input[type=file]", there)
    expect(notes.locator("#corrections [role=status]")).to_contain_text("1")
    notes.select_option('#corrections [name="about"]', "connection")
    for name, text in {"organization": "Ada", "with": "Ben", "partners say": "we met", "confirmed by": "Ben"}.items():
        notes.fill(f'#corrections [name="{name}"]', text)
    notes.click("#corrections form button")
    with notes.expect_download() as saved:
        notes.click("text=Save corrections.csv")
    saved.value.save_as(there)
    (tmp_path / "organizations.csv").write_text("organization\nAda\nBen\nCem\nDia\n", "utf-8")
    (tmp_path / "ties.csv").write_text("from,to\nAda,Cem\nCem,Ada\n", "utf-8")
    assert read_partnership(tmp_path)["corrections"].to_numpy().tolist() == [
        ["name", "Ben", "", "Ben", "Benn", "Cem", ""],
        ["connection", "Ada", "Ben", "", "we met", "", "Ben"],
    ]


def test_axe_finds_nothing_in_the_notes(windows: tuple[Page, Page], axe: Axe) -> None:
    _wall, notes = windows
    add(notes, who="Ada", first_step="Go")
    assert axe(notes) == []
    notes.set_viewport_size({"width": 390, "height": 844})
    assert axe(notes) == []
    assert notes.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_swipe_turns_the_screens_and_a_long_list_of_partners_ends_on_the_screen(
    chromium: Browser, page_file: Callable[[str], str], reported: Callable[..., Copy]
) -> None:
    told = deck(reported("partners"))
    address = page_file(probed(draw_present(told)))
    context = chromium.new_context(viewport={"width": 1920, "height": 1080}, has_touch=True, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    page.evaluate(SWIPE, [900, 500])
    sees(page, "state.screen", 1)
    page.evaluate(SWIPE, [500, 900])
    sees(page, "state.screen", 0)
    most = max(range(len(told.scene.dots)), key=lambda k: len(told.scene.partners[k]))
    page.evaluate("(id) => go({ organization: id })", most)
    last = page.locator("#found-partners li").last
    expect(last).to_be_in_viewport(ratio=0.99)
    over = "(one) => one.scrollHeight - one.clientHeight"
    assert page.locator("#found .lines").evaluate(over) <= 1
    assert page.locator("#found-partners").evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)") >= 12
    context.close()
