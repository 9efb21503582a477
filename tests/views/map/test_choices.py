"""Choices: each can be undone by itself, by the browser's Back, or all at once; counts follow what is shown."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from stakeholder_graph.editions import Copy
from tests.views.browser import goes_to, sees, still, until

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]
Found = Callable[..., Copy]

#: How much of the width or the height of the stage is filled by what is shown.
FILLED = """() => { const box = boxAround(scene.shown), scale = canvas.network.getScale();
  return Math.max((box.right - box.left) * scale / stage.clientWidth,
    (box.bottom - box.top) * scale / stage.clientHeight); }"""


def test_one_button_undoes_every_control(opens: Opens, found: Found) -> None:
    page = opens(release=found())
    opening = page.evaluate("addressOf(network, state, opening, null)")
    expect(page.locator("#reset")).to_be_hidden()
    page.select_option("#arranged", "team")
    page.select_option("#together", "clusters")
    page.select_option("#size", "ties")
    page.fill("#wave", "0")
    page.uncheck("#sector-2")
    page.select_option("#item", index=1)
    page.fill("#find", "clinic")
    expect(page.locator("#chips li")).to_have_count(6)
    page.click("#reset")
    expect(page.locator("#reset")).to_be_hidden()
    expect(page.locator("#nothing-chosen")).to_have_text("Everything is shown.")
    sees(page, "addressOf(network, state, opening, null)", opening)
    expect(page.locator("#find")).to_have_value("")
    sees(page, "[search.matches.length, canvas.home]", [0, True])


def test_a_slider_that_is_moved_by_hand_moves_no_map(opens: Opens, found: Found) -> None:
    page = opens(release=found())
    where = "Object.values(stage.getBoundingClientRect().toJSON())"
    before = page.evaluate(where)
    for slider in ("#wave", "#least"):
        page.focus(slider)
        page.keyboard.press("ArrowRight" if slider == "#least" else "ArrowLeft")
        expect(page.locator("#chips li")).not_to_have_count(0)
        assert page.evaluate(where) == before
        page.click("#reset")


def test_what_is_chosen_lies_over_the_map_and_on_no_title_or_ground(opens: Opens) -> None:
    page = opens(150, 0.04)
    where = "Object.values(stage.getBoundingClientRect().toJSON())"
    before = page.evaluate(where)
    page.uncheck("#sector-2")
    assert still(page).evaluate(where) == before
    highest = """() => {
      const grounds = together.hulls.flatMap(({ pieces }) => pieces.map(({ box }) => box));
      const tops = [...grounds, ...titles.boxes].map(({ top }) => top);
      const { y } = canvas.network.getViewPosition(), { top, height } = stage.getBoundingClientRect();
      return (Math.min(...tops) - y) * canvas.network.getScale() + height / 2 + top; }"""
    row = page.locator("#chips").bounding_box()
    assert row is not None
    assert row["y"] + row["height"] <= page.evaluate(highest)
    # Whoever drags the map between the buttons drags the map.
    assert page.evaluate("document.elementFromPoint(800, 120).closest('#stage') === stage")


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_the_ground_of_no_group_touches_the_frame(opens: Opens, size: tuple[int, int]) -> None:
    page = opens(60, size=size)
    page.select_option("#arranged", "sector")
    outer = """() => { const scale = canvas.network.getScale(), { x, y } = canvas.network.getViewPosition();
      const boxes = together.hulls.flatMap(({ pieces }) => pieces.map(({ box }) => box));
      const left = Math.min(...boxes.map((box) => box.left)), right = Math.max(...boxes.map((box) => box.right));
      const top = Math.min(...boxes.map((box) => box.top)), bottom = Math.max(...boxes.map((box) => box.bottom));
      return [stage.clientWidth / 2 + (left - x) * scale, stage.clientWidth / 2 - (right - x) * scale,
        stage.clientHeight / 2 + (top - y) * scale, stage.clientHeight / 2 - (bottom - y) * scale]; }"""
    assert min(still(page).evaluate(outer)) >= 13  # pixels, of the 14 that are left around everything


def test_a_chip_undoes_its_choice_and_leaves_the_others(opens: Opens) -> None:
    page = opens(60)
    page.uncheck("#sector-2")
    page.uncheck("#sector-4")
    page.select_option("#size", "ties")
    expect(page.locator("#chips li")).to_have_text(
        ["Without Sector 3×", "Without Sector 5×", "Size: Number of connections×"]
    )
    page.focus("#chips button >> nth=0")
    page.keyboard.press("Enter")
    sees(page, "[[...state.off], state.size]", [[4], "ties"])
    sees(page, "document.activeElement.dataset.chip", "off-4")


def test_back_undoes_the_last_choice_and_forward_makes_it_again(opens: Opens) -> None:
    page = opens(60)
    page.select_option("#arranged", "ties")
    page.evaluate("choose(7)")
    page.click("text=And theirs")
    page.go_back()
    sees(page, "[state.chosen, state.steps]", [7, 1])
    page.go_back()
    sees(page, "[state.chosen, state.arranged]", [-1, "ties"])
    page.go_forward()
    sees(page, "state.chosen", 7)
    page.go_back()
    page.go_back()
    sees(page, "state.arranged", "sector")


def test_a_look_around_and_a_slider_on_its_way_are_no_steps_back(opens: Opens) -> None:
    page = opens(60)
    before = page.evaluate("history.length")
    page.click("#closer")
    page.focus("#least")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    sees(page, "state.least", 4)
    assert page.evaluate("history.length") <= before + 2  # four steps within a second are one


def test_a_filter_shows_what_is_left_as_large_as_can_be(opens: Opens) -> None:
    page = opens(60)
    page.hover("#sectors .row >> nth=3")
    page.click("#sectors .row >> nth=3 >> .only")
    sees(page, "new Set([...scene.shown].map((id) => organizations[id].sectorNumber)).size", 1)
    assert still(page).evaluate(FILLED) > 0.6 or page.evaluate("canvas.network.getScale()") == pytest.approx(1.6, 0.01)
    expect(page.locator("#chips li")).to_have_text(["Only Sector 4×"])


def test_counts_and_shares_are_those_of_what_is_shown(opens: Opens) -> None:
    page = opens(60)
    within = "scene.visible.filter(({ from, to }) => organizations[from].sector === organizations[to].sector).length"
    for change in ("{}", "{ off: new Set([0, 1]) }", "{ off: new Set(), least: 3 }", "{ least: 0, wave: 0 }"):
        page.evaluate(f"() => change({change})")
        inside, ties = still(page).evaluate(f"[{within}, scene.visible.length]")
        share = page.evaluate("([a, b]) => Math.round(100 * a / b)", [inside, ties])
        expect(page.locator("#point")).to_have_text(
            f"{inside} of {ties} connections ({share} %) stay within one sector, each counted once even if both sides "
            "name it."
        )


def test_those_who_work_on_something_are_counted_with_their_pairs(opens: Opens) -> None:
    page = opens(60)
    page.select_option("#item", index=1)
    lit, connected = still(page).evaluate("[scene.lit.size, scene.visible.filter(scene.litTie).length]")
    name = page.evaluate("items[state.item].name")
    pairs = lit * (lit - 1) // 2
    verb = "is" if connected == 1 else "are"
    expect(page.locator("#point")).to_have_text(
        f"{lit} organizations: {name}. {connected} of their {pairs} pairs {verb} connected."
    )
    counts = page.locator("#sectors .count").all_inner_texts()
    assert sum(int(text.split(" of ")[0]) for text in counts) == lit


def test_the_table_sorts_by_the_column_that_is_pressed_and_back(opens: Opens) -> None:
    page = opens(60, at="#view=table", drawn="canvas.open")
    expect(page.locator("#save-png")).to_be_hidden()
    expect(page.locator("#print")).to_be_visible()
    numbers = page.locator("#table-view td.number")
    page.focus("#table-view [data-sorts=ties]")
    for sort, back in (("ascending", False), ("descending", True)):
        page.keyboard.press("Enter")
        expect(page.locator("#table-view th.number[aria-sort]")).to_have_attribute("aria-sort", sort)
        listed = [int(text) for text in numbers.all_inner_texts()]
        assert listed == sorted(listed, reverse=not back)
        sees(page, "document.activeElement.dataset.sorts", "ties")
    page.click("#table-view [data-sorts=sector]")
    rows = page.locator("#table-view tbody td:nth-child(2)").all_inner_texts()
    assert rows == sorted(rows)


def test_details_open_with_partners_and_numbers_are_folded(opens: Opens, found: Found) -> None:
    page = opens(release=found())
    page.evaluate("choose(7)")
    assert page.evaluate("document.querySelector('#details h3').textContent").startswith("Works with ")
    expect(page.locator("#details .figures dl")).to_be_hidden()
    page.click("#details .figures summary")
    expect(page.locator("#details .figures dl")).to_be_visible()


def test_the_matrix_leaves_the_map_two_thirds_of_the_window(opens: Opens, found: Found) -> None:
    page = opens(release=found(), at="#matrix=open")
    until(page, "canvas.open")
    assert page.evaluate("stage.clientWidth / innerWidth") > 0.66
    goes_to(page, "#")
    expect(page.locator("#controls")).to_be_visible()
