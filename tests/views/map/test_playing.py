"""The map through its waves: what comes and goes fades on stable positions, and the waves can be played."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from tests.views.browser import sees, still, until

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]

#: Notes of each drawing how far the map is, where symbols are, and how opaque the one in the middle of an organization.
WATCH = """(name) => {
  globalThis.drawings = [];
  const copy = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  canvas.network.on("afterDrawing", () => {
    const [pen] = document.querySelectorAll("#canvas canvas"), ratio = pen.width / pen.clientWidth;
    const { x, y } = canvas.network.canvasToDOM(organizations.find((node) => node.name === name));
    copy.clearRect(0, 0, 1, 1);
    copy.drawImage(pen, -Math.round(x * ratio), -Math.round(y * ratio));
    const [red, green, blue, solid] = copy.getImageData(0, 0, 1, 1).data;
    drawings.push([fading.share, solid * (765 - red - green - blue), fading.going.length, [...fading.coming].length]);
  });
}"""
#: Notes the name in large letters, the one that is said, and the wave that is drawn, each time one of them is another.
NAMES = """() => {
  globalThis.played = [];
  const shown = document.getElementById("wave-played");
  const note = () => {
    const seen = [shown.textContent, document.getElementById("said").textContent, waves[state.wave]].join(", ");
    const noted = shown.hidden ? "" : seen;
    if (played.at(-1) !== noted) played.push(noted);
  };
  new MutationObserver(note).observe(shown, { attributes: true, childList: true });
}"""
#: Notes the lines that a fade starts from, and those that it ends with, each with its ends and its look.
LINES = """() => {
  globalThis.lines = [];
  const said = ({ from, to, colour, width, dashes }) =>
    [[from.name, to.name].sort().join(""), [colour, width, dashes || ""].join(" ")];
  canvas.network.on("afterDrawing", () => {
    if (fading.moving) lines.push([fading.before.threads, threads].map((list) => list.map(said)));
  });
}"""
#: Notes where organizations are on the screen, in each drawing of the waves that are played after the first.
VIEWS = """() => {
  globalThis.views = [];
  canvas.network.on("afterDrawing", () => {
    const { top } = stage.getBoundingClientRect();
    if (playing.wave > 0) views.push(organizations.flatMap((node) => {
      const { x, y } = canvas.network.canvasToDOM(node);
      return [Math.round(x), Math.round(y + top)];
    }));
  });
}"""
#: A place on the stage where nothing is.
CORNER = "[stage.getBoundingClientRect().right - 6, stage.getBoundingClientRect().bottom - 6]"
PICTURE = "document.querySelector('#canvas canvas').toDataURL()"
PLACES = "organizations.map(({ x, y }) => [x, y])"


def partnership(*waves: tuple[str, str, str]) -> Partnership:
    """Waves, each with its name, the organizations listed in it, and the pairs that are tied."""
    graphs = {}
    for name, listed, pairs in waves:
        ties = pd.DataFrame([tuple(pair) for pair in pairs.split()], columns=["from", "to"])
        asked = pd.DataFrame({"organization": list(listed), "layer": "contact", "answered": True})
        people = pd.DataFrame({"organization": list(listed), "sector": ["x" if k in "AB" else "y" for k in listed]})
        frames = {"organizations": people, "ties": ties.assign(layer="contact", value=1.0), "asked": asked}
        graphs[name] = PartnerGraph(Wave(name), {"contact": LayerInfo("contact")}, frames)
    return Partnership(SurveyInfo("Panel"), graphs)


THREE = partnership(
    ("Spring 2023", "ABCDEF", "AB BC CD AF"), ("2024", "ABCDE", "AB BC DE"), ("2025", "ABCDEG", "AB DE AG")
)


@pytest.fixture
def copies() -> Callable[..., Any]:
    """What an edition sees of three waves, or of others."""
    return lambda edition="partners", of=THREE: make_copy(edition, of, (), of.latest)


def test_what_goes_fades_and_the_end_is_the_map_without_motion(opens: Opens, copies: Callable[..., Any]) -> None:
    moving = opens(release=copies(), at="#arranged=ties&wave=Spring 2023", motion="no-preference")
    places = moving.evaluate(PLACES)
    moving.evaluate(WATCH, "F")
    shares: list[float] = []
    # A busy machine may draw nothing between the first moment and the last: then it goes back and fades again.
    while not any(0 < share < 1 for share in shares):
        moving.fill("#wave", "0")
        still(moving).evaluate("drawings.length = 0")
        moving.fill("#wave", "1")
        # All that is read, counted, saved and printed is the next wave's at once.
        assert moving.evaluate("[threads.length, scene.shown.size]") == [3, 5]
        until(moving, "drawings.length > 1 && !fading.moving")
        drawn = still(moving).evaluate("drawings.slice(drawings.findIndex(([share]) => share < 1))")
        shares = [share for share, *_ in drawn]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    # F is there, becomes fainter, and is gone.
    inks = [ink for _, ink, *_ in drawn]
    assert inks == sorted(inks, reverse=True)
    assert inks[0] > inks[-1] == 0
    assert {tuple(counts) for share, _, *counts in drawn if 0 < share < 1} == {(1, 0)}
    assert moving.evaluate(PLACES) == places
    faded = moving.evaluate(PICTURE)
    moving.emulate_media(reduced_motion="reduce")
    for wave in "01":
        moving.fill("#wave", wave)
        still(moving)
    assert moving.evaluate(PICTURE) == faded


def test_nobody_who_asked_for_less_motion_sees_any(opens: Opens, copies: Callable[..., Any]) -> None:
    page = opens(release=copies(), at="#arranged=ties&wave=Spring 2023")
    page.evaluate(WATCH, "F")
    page.fill("#wave", "1")
    until(page, "drawings.length > 0")
    assert {tuple(rest) for rest in still(page).evaluate("drawings")} == {(1, 0, 0, 0)}


@pytest.mark.parametrize("edition", ["partners", "backbone"])
@pytest.mark.parametrize(("start", "to"), [("2024", "2"), ("2025", "0")])
def test_lines_that_come_and_lines_that_go_look_alike(
    opens: Opens, copies: Callable[..., Any], edition: Any, start: str, to: str
) -> None:
    page = opens(release=copies(edition), at=f"#wave={start}", motion="no-preference")
    page.evaluate(LINES)
    page.fill("#wave", to)
    until(page, "lines.length > 0 && !fading.moving")
    then, now = page.evaluate("lines[0]")
    ties = {"Spring 2023": ["AB", "AF", "BC", "CD"], "2024": ["AB", "BC", "DE"], "2025": ["AB", "AG", "DE"]}
    assert sorted(pair for pair, _ in then) == ties[start]
    assert sorted(pair for pair, _ in now) == list(ties.values())[int(to)]
    # Within a sector and across, a line has the look that it has in every wave: none is marked as gained or ended.
    looks = {(pair[0] in "AB", pair[1] in "AB", look) for pair, look in [*then, *now]}
    assert len(looks) == len({(one, other) for one, other, _ in looks})
    sees(page, "scene.changes", None)


def test_the_waves_are_played_to_the_last_under_their_names(opens: Opens, copies: Callable[..., Any]) -> None:
    page = opens(release=copies())
    places, steps = page.evaluate(PLACES), page.evaluate("history.length")
    page.evaluate(NAMES)
    page.evaluate(VIEWS)
    page.click("#play")
    expect(page.locator("#play")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#play")).to_have_attribute("aria-pressed", "false")
    # The name that is seen, the one that is heard, the wave that is drawn; at the end the map is as it was.
    assert page.evaluate("played") == [", ".join([name] * 3) for name in THREE.graphs] + [""]
    assert page.evaluate("[waves[state.wave], location.hash, history.length]") == ["2025", "", steps]
    assert page.evaluate(PLACES) == places
    # On the screen, too, nobody moves from wave to wave.
    assert len({tuple(seen) for seen in page.evaluate("views")}) == 1


@pytest.mark.parametrize("end", ["Escape", "a", "Space", "a click on the map", "a click on the button"])
def test_any_key_and_any_click_end_it(opens: Opens, copies: Callable[..., Any], end: str) -> None:
    page = opens(release=copies())
    button, name = page.locator("#play"), page.locator("#wave-played")
    button.focus()
    page.keyboard.press("Enter")
    expect(name).to_have_text("Spring 2023")
    if end == "a click on the map":
        page.mouse.click(*page.evaluate(CORNER))
    elif end == "a click on the button":
        button.click()
    else:
        page.keyboard.press(end)
    expect(name).to_be_hidden()
    expect(button).to_have_attribute("aria-pressed", "false")
    # There it stays, as a step that Back undoes.
    assert page.evaluate("[state.wave, playing.wave, location.hash.startsWith('#wave=Spring+2023')]") == [0, -1, True]
    page.go_back()
    sees(page, "waves[state.wave]", "2025")


def test_a_large_name_is_no_fault_and_one_wave_is_not_played(
    opens: Opens, copies: Callable[..., Any], axe: Callable[[Page], list[str]]
) -> None:
    page = opens(release=copies(), size=(390, 844))
    page.locator("#play").click()
    expect(page.locator("#wave-played")).to_be_in_viewport(ratio=1)
    expect(page.locator("#stage")).to_be_in_viewport()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    single = opens(release=copies(of=partnership(("2024", "ABCDE", "AB BC DE"))))
    expect(single.locator("#play")).to_be_hidden()


def test_changes_that_are_shown_are_shown_while_it_plays(opens: Opens, copies: Callable[..., Any]) -> None:
    page = opens(release=copies("backbone"), at="#since=2024")
    page.evaluate(
        "() => { globalThis.shown = []; canvas.network.on('afterDrawing', () => {"
        " if (isPlaying()) shown.push([state.wave, state.since]); }); }"
    )
    page.click("#play")
    expect(page.locator("#play")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#play")).to_have_attribute("aria-pressed", "false")
    assert {tuple(pair) for pair in page.evaluate("shown")} == {(0, -1), (1, -1), (2, 1)}
    sees(page, "[state.wave, state.since]", [2, 1])
