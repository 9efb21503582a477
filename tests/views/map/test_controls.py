"""The map as a person uses it, in a real browser."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import Partnership
from stakeholder_graph.views.layout.text_width import text_width
from stakeholder_graph.views.map.map_page import draw_map
from tests.views.browser import goes_to, sees, still, until
from tests.views.probe import probed

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]
Invents = Callable[..., Partnership]


BOXES = "names.boxes.map(({id, left, right, top, bottom}) => [id, left, right, top, bottom])"


def overlapping(boxes: list[list[float]]) -> list[tuple[float, float]]:
    return [
        (a[0], b[0])
        for k, a in enumerate(boxes)
        for b in boxes[:k]
        if a[1] < b[2] and b[1] < a[2] and a[3] < b[4] and b[3] < a[4]
    ]


@pytest.mark.parametrize(("n", "density", "named"), [(30, 0.15, 30), (60, 0.1, 60), (150, 0.04, 90)])
def test_names_do_not_overlap_at_the_opening_zoom(opens: Opens, n: int, density: float, named: int) -> None:
    boxes = opens(n, density).evaluate(BOXES)
    assert len(boxes) >= named
    assert overlapping(boxes) == []


def test_names_can_be_read_at_the_opening_zoom(opens: Opens) -> None:
    page = opens(60)
    assert page.evaluate("names.boxes[0].size * canvas.network.getScale()") >= 11


def test_hostile_names_run_nothing(opens: Opens) -> None:
    page = opens(60, hostile=True)
    page.fill("#find", "<img")
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_have_text("<img src=x onerror=alert(1)>")
    page.click("#as-table")
    expect(page.locator("#table-view tbody tr").first).to_be_visible()
    expect(page.locator("img")).to_have_count(0)
    page.click("#as-map")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#paper > svg")).to_have_count(1)
    expect(page.locator("#paper img, #paper script")).to_have_count(0)


def test_search_finds_without_accents_and_focuses(opens: Opens) -> None:
    page = opens(60)
    page.fill("#find", "ninos scho")
    expect(page.locator("#found li")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(page.locator("#find")).to_have_attribute("aria-activedescendant", "found-0")
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_have_text("Niños School District")
    lit = still(page).evaluate("scene.lit.size")
    assert lit == page.locator("#details .partners li").count() + 1 < 60
    until(page, f"names.boxes.length <= {lit}")
    page.click("text=And theirs")
    until(page, f"scene.lit.size > {lit}")
    page.keyboard.press("Escape")
    expect(page.locator("#details")).to_be_hidden()
    sees(page, "scene.lit.size", 60)


def test_two_steps_away_lines_step_back(opens: Opens) -> None:
    page = opens(60)
    page.evaluate("change({ chosen: 7, steps: 2 })")
    inks = page.evaluate(
        "[true, false].map((own) => [...new Set(scene.visible.filter(scene.litTie)"
        ".filter((tie) => touches(tie, 7) === own).map((tie) => lineLook(tie, true))"
        ".map(({ colour, ink }) => `${colour} ${ink}`))])"
    )
    assert inks == [["#0b5cad 0.75"], ["#5b6f82 0.3"]]


def test_search_lists_all_that_it_finds_and_says_where_it_does_not(
    opens: Opens, axe: Callable[[Page], list[str]]
) -> None:
    page = opens(60)
    page.fill("#find", "c")
    hits = still(page).evaluate("search.matches.length")
    assert 8 < hits == page.locator("#found li[data-at]").count()
    expect(page.locator("#found li").last).to_have_text(f"{hits} found")
    height = page.evaluate("[byId('found').clientHeight, byId('found').scrollHeight]")
    assert height[0] < height[1]
    for _ in range(hits + 3):
        page.keyboard.press("ArrowDown")
    last = page.locator("#found li[data-at]").last
    expect(last).to_have_attribute("aria-selected", "true")
    expect(last).to_be_in_viewport()
    assert axe(page) == []
    name = last.inner_text().strip()
    last.click()
    expect(page.locator("#details h2")).to_have_text(name)
    many = opens(150, 0.04)
    many.fill("#find", "n")
    hits = still(many).evaluate("search.matches.length")
    assert hits > 60
    expect(many.locator("#found li").last).to_have_text(f"and {hits - 60} more: type on")
    assert axe(many) == []
    many.locator("#found li").last.click(force=True)
    expect(many.locator("#details")).to_be_hidden()
    expect(many.locator("#found")).to_be_visible()


def test_a_click_on_a_symbol_chooses_it(opens: Opens) -> None:
    page = opens(60, motion="no-preference")
    at = page.evaluate("canvas.network.canvasToDOM(organizations[7])")
    box = page.locator("#canvas").bounding_box()
    assert box
    page.mouse.move(box["x"] + at["x"], box["y"] + at["y"])
    until(page, "canvas.hover === 7")
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
    expect(page.locator("#details h2")).to_have_text(page.evaluate("organizations[7].name"))


def test_legend_filters_and_counts_follow(opens: Opens) -> None:
    page = opens(60)
    page.uncheck("#sector-2")
    left = still(page).evaluate("organizations.filter((one) => one.sectorNumber !== 2).length")
    ties = page.evaluate("scene.visible.length")
    expect(page.locator("#count")).to_have_text(
        f"{left} organizations · {ties} connections · collaboration · 2 · 42 of 60 have answered"
    )
    sees(page, "dots.length", left)
    sees(page, "threads.length", ties)
    page.hover("#sectors .row >> nth=0")
    page.click("#sectors .row >> nth=0 >> .only")
    sees(page, "new Set([...scene.shown].map((id) => organizations[id].sectorNumber)).size", 1)
    page.click("#reset")
    sees(page, "scene.shown.size", 60)


def test_slider_keeps_ties_of_unknown_strength(opens: Opens) -> None:
    page = opens(60)
    page.focus("#least")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#least-name")).to_have_text("collaboration")
    expect(page.locator("#least")).to_have_attribute("aria-valuetext", "collaboration")
    steps = set(page.evaluate("scene.visible.map((tie) => tie.step)"))
    assert steps == {-1, 4}


def test_wave_changes_ties_and_leaves_places(opens: Opens) -> None:
    page = opens(60)
    places = "canvas.network.getPositions()"
    before, ties = page.evaluate(places), page.evaluate("scene.visible.length")
    page.fill("#wave", "0")
    expect(page.locator("#wave-name")).to_have_text("1")
    sees(page, places, before)
    until(page, f"scene.visible.length !== {ties}")
    sees(page, "new Set(scene.visible.map((tie) => tie.wave)).size", 1)


def test_arrow_keys_go_through_organizations_and_partners(opens: Opens) -> None:
    page = opens(60)
    page.focus("#stage")
    page.keyboard.press("ArrowDown")
    first = page.evaluate("nameOf(byName[0])")
    expect(page.locator("#details h2")).to_have_text(first)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("nameOf(scene.partners.get(scene.chosen)[1].other)")
    expect(page.locator("#said")).to_contain_text(f"Partner 2 of {page.locator('.partners li').count()}: {second}")
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_have_text(second)
    page.keyboard.press("Escape")
    sees(page, "document.activeElement.id", "stage")


def test_table_holds_the_same_and_goes_by_keys(opens: Opens) -> None:
    page = opens(60)
    page.click("#as-table")
    expect(page.locator("#table-view tbody tr")).to_have_count(60)
    cells = page.locator("#table-view td.number").all_inner_texts()
    assert sum(int(cell) for cell in cells) == 2 * page.evaluate("scene.visible.length")
    page.focus("#table-view tbody button >> nth=0")
    page.keyboard.press("ArrowDown")
    name = page.evaluate("nameOf(byName[1])")
    sees(page, "document.activeElement.textContent", name)
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_have_text(name)


def test_the_table_s_caption_speaks_of_the_rows_below_it(opens: Opens) -> None:
    page = opens(60, at="#view=table", drawn="canvas.open")
    caption, said = page.locator("#table-view caption"), []
    for wave, only in (("0", None), ("1", None), ("1", "Show Sector 2 only")):
        page.fill("#wave", wave)
        if only:
            page.get_by_role("button", name=only, exact=True).click()
        rows, ties = still(page).evaluate("[scene.shown.size, scene.visible.length]")
        expect(caption).to_contain_text(f"{rows} organizations · {ties} connections · collaboration · ")
        expect(page.locator("#table-view tbody tr")).to_have_count(rows)
        said.append(caption.inner_text())
        expect(page.locator("#count")).to_have_text(said[-1])
    assert len(set(said)) == 3


def test_address_holds_the_view(opens: Opens) -> None:
    page = opens(60)
    page.uncheck("#sector-1")
    page.fill("#find", "wrenfield clinic")
    page.keyboard.press("Enter")
    page.click("text=And theirs")
    said = still(page).evaluate("[state.chosen, state.steps, [...state.off]]")
    page.reload()
    until(page, "names.boxes.length > 0")
    sees(page, "[state.chosen, state.steps, [...state.off]]", said)
    goes_to(page, "#organization=nobody&least=x&wave=%22&steps=9")
    sees(page, "[state.chosen, state.least, state.steps]", [-1, 0, 1])


def test_backbone_sees_who_has_not_answered_and_the_room_does_not(opens: Opens) -> None:
    page = opens(60)
    expect(page.locator("#key")).to_contain_text("has not answered yet")
    sees(page, "organizations.filter(isSilent).length", 18)
    room = opens(60, edition="partners")
    expect(room.locator("#key")).not_to_contain_text("answered")
    sees(room, "organizations.filter(isSilent).length", 0)
    sees(room, "ties.some((tie) => 'named' in tie)", False)
    expect(room.locator("#size-control")).to_be_hidden()


def test_pictures_to_take_along(opens: Opens, tmp_path: Path) -> None:
    page = opens(60, hostile=True)
    with page.expect_download() as picked:
        page.click("#save-svg")
    picked.value.save_as(tmp_path / "map.svg")
    root = ElementTree.parse(tmp_path / "map.svg").getroot()
    texts = " ".join(element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "Backbone only: do not share" in texts
    assert "<img src=x" in texts
    fonts = (tmp_path / "map.svg").read_text("utf-8")
    assert fonts.count("@font-face") == 2  # regular and bold leave the page with it
    assert "http" not in fonts.replace("http://www.w3.org/2000/svg", "")
    assert picked.value.suggested_filename == "wren-county-b-cradle-b-to-career-map.svg"
    with page.expect_download() as picked:
        page.click("#save-png")
    picked.value.save_as(tmp_path / "map.png")
    assert (tmp_path / "map.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_prints_on_one_landscape_page(opens: Opens) -> None:
    pdf = opens(60).pdf(prefer_css_page_size=True, format="A4", landscape=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844)])
def test_nothing_runs_over_the_window_s_width(opens: Opens, size: tuple[int, int]) -> None:
    page = opens(60, size=size)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_every_control_has_a_name_and_a_visible_focus(opens: Opens) -> None:
    page = opens(60)
    for control in page.locator("button:visible, input:visible, select:visible").all():
        named = "(e) => e.ariaLabel || e.textContent.trim() || e.labels?.[0]?.textContent.trim()"
        assert control.evaluate(named)
    page.focus("#find")
    page.keyboard.press("Tab")
    sees(page, "getComputedStyle(document.activeElement).outlineStyle", "solid")


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("The quick brown fox, (JUMPS) over 13 lazy dogs & [waits] at Niños' #7 @ 100%!", 0.01),  # kerning
        # The page's font is cut to Latin letters; others are the reader's, and nearly as wide.
        ("Здоровье и семья", 0.05),
        ("Ελπίδα για όλους", 0.05),
        ("Łódź Wspólnota “Œuvre”", 0.05),
    ],
)
def test_widths_are_those_of_the_font(opens: Opens, text: str, within: float) -> None:
    page = opens(30, 0.15)

    def measured(words: str) -> float:
        width = page.evaluate(
            "(text) => { const pen = document.createElement('canvas').getContext('2d');"
            "pen.font = '100px ' + type.family; return pen.measureText(text).width; }",
            words,
        )
        return float(width)

    assert measured("Clinic") == pytest.approx(text_width("Clinic", 100), rel=0.001)
    assert measured(text) == pytest.approx(text_width(text, 100), rel=within)


def test_an_edition_without_organizations_still_opens(
    chromium: Browser, page_file: Callable[[str], str], invents: Invents
) -> None:
    """The community's copy names nobody: a map of it is empty, not broken."""
    partnership = invents(30, 0.15)
    page = chromium.new_page()
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(page_file(probed(draw_map(make_copy("community", partnership, (), partnership.latest)))))
    expect(page.locator("#count")).to_contain_text("0 organizations")
    until(page, "drawPicture().svg.startsWith('<svg')")
    page.close()
    assert trouble == []
