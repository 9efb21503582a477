"""Whatever state a survey is in, every page of every edition opens, and its map draws all that there is to draw."""

import io
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page

from stakeholder_graph.cli import main
from tests.views.browser import shot_of, until
from tests.views.probe import probed
from tests.views.states import STATES, State
from tests.views.watch import Watch

pytestmark = pytest.mark.browser


EDITIONS = {"backbone": "backbone-only", "partners": "for-the-room", "community": "for-the-community"}
PAGES = {
    "backbone": {"report.html", "map.html", "call-list.html", "data-sheet.html"},
    "partners": {"report.html", "map.html", "present.html", "for-the-board.html", "what-this-cannot-tell.html"},
    "community": {"report.html", "what-this-cannot-tell.html"},
}
#: Moves every scale, chooses from every list, presses every button (and whatever buttons appear), and does so again.
#: Full screen is left out: the button that opens the notes takes the one gesture that a browser asks for.
USED = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const set = (one, value, kind) => { one.value = value; one.dispatchEvent(new Event(kind, { bubbles: true })); };
  const choose = () => {
    const values = (select) => [...select.options].slice(0, 5).map((option) => option.value).reverse();
    for (const one of all("input[type=range]")) for (const at of [one.max, one.min, one.max]) set(one, at, "input");
    for (const one of all("select")) for (const value of values(one)) set(one, value, "change");
  };
  choose();
  for (let presses = 0; presses < 50; presses += 1) {
    const next = all("button:not([data-pressed], #save-svg, #save-png, #print, #large)").find((one) => !one.disabled);
    if (!next) break;
    next.dataset.pressed = "yes";
    next.click();
  }
  choose();
}"""
#: What the drawing library holds, and where on the screen.
NODES = """() => { const { x, y } = document.querySelector("#canvas canvas").getBoundingClientRect();
  return Object.values(canvas.network.body.nodes).map((node) => canvas.network.canvasToDOM(node))
    .map((at) => [Math.round(at.x + x), Math.round(at.y + y)]); }"""
N_LINES = "threads.length"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[State, Path]]:
    """A state by its name, and the folder of its report in all editions."""

    @cache
    def report(name: str) -> tuple[State, Path]:
        folder, state = tmp_path_factory.mktemp(name), STATES[name]()
        written = state.write(folder / "survey")
        run("report", written, "-o", folder / "outputs", "--edition", "community", "--permutations", 99, "--draws", 20)
        return state, folder / "outputs"

    return report


#: A survey that was met with: everybody answered, and the map drew nothing.
MET = {
    "organizations.csv": """organization,sector,answered
Alder House,Health,yes
Birch School,Schools,yes
Cedar Fund,Funders,yes
Dogwood Clinic,Health,yes
Elm Academy,Schools,yes
Fir Trust,Funders,yes
Ginkgo Lab,Health,yes
Hazel Center,Schools,yes
""",
    "ties.csv": """from,to,value
Alder House,Birch School,2
Alder House,Dogwood Clinic,3
Birch School,Elm Academy,1
Cedar Fund,Fir Trust,2
Dogwood Clinic,Ginkgo Lab,3
Elm Academy,Hazel Center,2
Fir Trust,Alder House,1
Ginkgo Lab,Dogwood Clinic,2
Cedar Fund,Birch School,1
Hazel Center,Cedar Fund,3
""",
}


def run(*args: object) -> None:
    ended = CliRunner().invoke(main, [*map(str, args), "--quiet"], catch_exceptions=False)
    assert ended.exit_code == 0, ended.output


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """One for all pages of a state."""
    with chromium.new_context(
        viewport={"width": 1280, "height": 700}, reduced_motion="reduce", accept_downloads=True
    ) as context:
        yield context


class MapWatch(Watch):
    """Opens pages and writes down what they complain of and ask for; looks into maps."""

    def open_map(self, path: Path) -> Page:
        """Open a map whose scripts can be asked what they hold."""
        copy = path.parent.parent / f"probed-{path.parent.name}.html"
        copy.write_text(probed(path.read_text("utf-8")), "utf-8", newline="\n")
        return self.open(copy)

    def holds(self, page: Page, symbols: int, lines: int) -> None:
        """Wait until a map has so many symbols and lines, and see that there is ink wherever a symbol stands."""
        until(page, "canvas.network !== undefined")
        assert (page.evaluate(f"({NODES})().length"), page.evaluate(N_LINES)) == (symbols, lines), self.trouble
        places = page.evaluate(NODES)
        for _ in range(100):  # until it is painted
            shot = Image.open(io.BytesIO(shot_of(page))).convert("RGB")
            if all(shot.getpixel((x, y)) != (255, 255, 255) for x, y in places):
                return
        raise AssertionError("there is a symbol without ink")


@pytest.fixture
def watch(context: BrowserContext) -> MapWatch:
    """Opens pages in one context."""
    return MapWatch(context)


def n_drawn(state: State, edition: str, wave: str, layer: str) -> tuple[int, int]:
    """How many symbols and lines the map of a state begins with."""
    if state.grouped(edition):
        return len(state.groups(edition)), len(state.bundles(edition, wave, layer))
    return len(state.organizations(edition)), len(state.lines(edition, wave, layer))


def n_pictured(svg: str) -> tuple[int, int]:
    """How many symbols and lines a picture has, apart from its key."""
    root = ElementTree.fromstring(svg)
    symbols = [path for path in root.iter(f"{SVG}path") if path.get("opacity")]
    symbols += [group for group in root.iter(f"{SVG}g") if group.get("opacity")]
    return len(symbols), len(root.findall(".//*[@stroke-opacity]"))


def downloaded(page: Page, kind: str) -> bytes:
    with page.expect_download() as picked:
        page.click(f"#save-{kind}")
    return Path(picked.value.path()).read_bytes()


def has_ink(image: bytes) -> bool:
    """Whether a picture is more than a white sheet."""
    dark = Image.open(io.BytesIO(image)).convert("L").histogram()[:200]
    return sum(dark) > 500


@pytest.mark.parametrize("name", STATES)
def test_every_page_of_every_edition_opens_draws_all_prints_and_works(
    reports: Callable[[str], tuple[State, Path]], watch: MapWatch, name: str
) -> None:
    state, folder = reports(name)
    for edition, where in EDITIONS.items():
        paths = sorted((folder / where).glob("*.html"))
        # A network that starts from groups is too large to be presented.
        too_large = {"present.html"} if state.grouped(edition) else set()
        assert {path.name for path in paths} == PAGES[edition] - too_large
        for path in paths:
            page = watch.open_map(path) if path.name == "map.html" else watch.open(path)
            assert page.locator("h1").count() >= 1
            if path.name == "map.html":
                draws_all(watch, page, state, edition)
            page.emulate_media(media="print")
            assert has_ink(shot_of(page)), path
            page.emulate_media(media="screen")
            if not state.grouped("backbone"):  # there is one such state only, and its controls have tests of their own
                page.evaluate(USED)
    assert watch.trouble == []


def draws_all(watch: MapWatch, page: Page, state: State, edition: str) -> None:
    """On the screen, in the files saved, on paper, and for each wave and each kind of tie."""
    waves = list(state.ties)
    layers = list(state.ties[waves[-1]])
    symbols, lines = n_drawn(state, edition, waves[-1], layers[0])
    watch.holds(page, symbols, lines)
    assert n_pictured(downloaded(page, "svg").decode()) == (symbols, lines)
    assert has_ink(downloaded(page, "png"))
    page.emulate_media(media="print")
    until(page, "document.querySelector('#paper svg') !== null")
    assert n_pictured(page.inner_html("#paper")) == (symbols, lines)
    page.emulate_media(media="screen")
    for k, wave in enumerate(waves):
        for layer in state.ties[wave]:
            if len(waves) > 1:
                page.fill("#wave", str(k))
            if len(layers) > 1 and page.locator("#layer").is_visible():
                page.select_option("#layer", label=layer.capitalize())
            assert page.evaluate(N_LINES) == n_drawn(state, edition, wave, layer)[1], (edition, wave, layer)


@pytest.mark.parametrize("edition", ["backbone", "partners"])
def test_a_survey_that_everybody_answered_is_drawn_whole(watch: MapWatch, tmp_path: Path, edition: str) -> None:
    """Eight symbols and nine lines: two of the ten ties run between the same two."""
    (tmp_path / "survey").mkdir()
    for name, text in MET.items():
        (tmp_path / "survey" / name).write_text(text, "utf-8")
    run("map", tmp_path / "survey", "-o", tmp_path / "map.html", "--edition", edition)
    page = watch.open_map(tmp_path / "map.html")
    watch.holds(page, 8, 9)
    assert "8 organizations · 9 connections" in page.inner_text("#count")
    assert has_ink(downloaded(page, "png"))
    assert watch.trouble == []
