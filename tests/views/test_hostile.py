"""Whatever an export holds, no page does more than show it: nothing runs, nothing is asked for, text stays text."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from stakeholder_graph.graph import to_partnership
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.views.page import packaged
from stakeholder_graph.views.report_folders import publish
from tests.views.browser import sees, until
from tests.views.payloads import PAYLOADS, survey
from tests.views.probe import probed
from tests.views.watch import Watch

pytestmark = pytest.mark.browser

Texts = Callable[[int], str]
#: Elements that no page has of its own, wherever they come from.
NEVER = "img, iframe, frame, object, embed, base, link, video, audio, math, noscript, marquee, foreignObject, animate"
#: A page with every button of it pressed says so of itself.
PRESSED = """() => {
  const all = [...document.querySelectorAll("button:not([data-pressed]), summary:not([data-pressed])")];
  const left = all.filter((one) => one.checkVisibility());
  if (!left.length) return false;
  left[0].dataset.pressed = "yes";
  left[0].click();
  return true;
}"""
#: Attributes that run something, or lead out of the folder.
WRONG = """() => [...document.querySelectorAll("*")].flatMap((one) => [...one.attributes])
  .filter(({ name, value }) => name.startsWith("on")
    || (/^(href|src|action|srcdoc|data)$|:href$/.test(name)
      && !/^(#|[a-z-]+[.](html|xlsx|pdf|pptx)(#|$)|blob:)/.test(value)))
  .map(({ name, value }) => `${name}=${value}`)"""
CHOSEN = """() => document.querySelectorAll("select").forEach((select) => {
  for (const option of [...select.options].slice(0, 18)) {
    select.value = option.value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }
  select.value = select.options[0]?.value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
})"""
#: Faces of a font that a picture holds in itself, and nothing else.
FACES = (
    r'(@font-face \{ font-family: "Page Sans"; font-weight: [47]00; font-style: normal; font-display: block; '
    r'src: url\("data:font/woff2;base64,[A-Za-z0-9+/=]+"\) format\("woff2"\); \}\n?){2}'
)

#: Measures that take most of the time and show nothing that others do not.
SLOW = ("activity_overlap", "core_periphery", "backbone_dependence")
#: Measures with organizations, sectors, outcomes and pairs in their tables and pictures.
SOME = ("response", "sector_mixing", "betweenness")
#: Of waves, layers, steps and headers a survey takes so many payloads; surveys take them in turn, beginning with these.
FEW = 17
SHIFTS = range(0, len(PAYLOADS), FEW)


def published(folder: Path, survey: Path, names: Sequence[str]) -> Path:
    """All that a report writes of a survey."""
    partnership = to_partnership(read_partnership(survey))
    layers = list(partnership.graph().layers)[:1]
    findings = assess(partnership, names, layers=layers, settings=MeasureSettings(permutations=99, draws=2))
    publish(partnership, findings, partnership.latest, folder / "out", ("backbone", "partners", "community"))
    return folder / "out"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    names = [name for name in measures() if name not in SLOW]
    return published(folder, survey(folder / "survey", PAYLOADS.__getitem__), names)


def pages_of(folder: Path) -> list[Path]:
    found = sorted(folder.rglob("*.html"))
    assert len(found) >= 6
    return found


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    with chromium.new_context(reduced_motion="reduce", accept_downloads=True) as context:
        yield context


def watched(context: BrowserContext) -> Watch:
    """Opens files; what should not happen is written down."""
    watch = Watch(context)
    watch.page.add_init_script("window.print = () => dispatchEvent(new Event('beforeprint'))")
    # A window that opens while the page that opened it closes can leave the browser waiting for ever; notes are looked
    # at as a page of their own.
    watch.page.add_init_script("window.open = () => null")
    return watch


def assert_unharmed(page: Page, scripts: int) -> None:
    sees(page, "window.ran", None)
    assert page.locator(NEVER).count() == 0
    assert page.locator("script").count() == scripts
    sees(page, WRONG, [])


def test_there_are_many_and_no_two_alike() -> None:
    assert len({text.casefold() for text in PAYLOADS}) == len(PAYLOADS) >= 50


def assert_harmless(folder: Path, context: BrowserContext, presses: int) -> None:
    notes = [(path, "#notes") for path in folder.rglob("present.html")]
    assert notes
    watch = watched(context)
    for path, at in [*((path, "") for path in pages_of(folder)), *notes]:
        page = watch.open(path, at)
        scripts = page.locator("script").count()
        assert scripts <= 4
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        assert_unharmed(page, scripts)
        pressed = 0
        while pressed < presses and page.evaluate(PRESSED):
            pressed += 1
        page.evaluate(CHOSEN)
        assert_unharmed(page, scripts)
        assert watch.trouble == []


def test_nothing_runs_in_any_page_and_state(hostile: Path, context: BrowserContext) -> None:
    assert_harmless(hostile, context, presses=150)


def test_the_surveys_in_turn_bring_all_payloads_into_every_field() -> None:
    assert {PAYLOADS[(shift + k) % len(PAYLOADS)] for shift in SHIFTS for k in range(FEW)} == set(PAYLOADS)


@pytest.mark.parametrize("shift", SHIFTS)
def test_nothing_runs_whatever_waves_layers_steps_and_headers_are_called(
    context: BrowserContext, tmp_path: Path, shift: int
) -> None:
    """Of these a survey has but a few: surveys take them in turn."""
    turn = survey(tmp_path / "survey", PAYLOADS.__getitem__, people=20, few=FEW, shift=shift)
    assert_harmless(published(tmp_path / "pages", turn, SOME), context, presses=15)


def test_the_map_finds_shows_and_lists_every_payload_as_text(hostile: Path, context: BrowserContext) -> None:
    opened = hostile.parent / "probed.html"
    opened.write_text(probed((hostile / "backbone-only" / "map.html").read_text("utf-8")), "utf-8", newline="\n")
    watch = watched(context)
    page = watch.open(opened)
    names = page.evaluate("organizations.map((one) => one.name)")
    assert len(names) == len(PAYLOADS)
    assert len(set(names) & set(PAYLOADS)) >= len(PAYLOADS) - 4  # reading takes out what cannot be seen
    titled = page.evaluate(
        "organizations.map(({ id }) => { choose(id); return document.querySelector('#details h2').textContent; })"
    )
    assert titled == names
    found = page.evaluate("organizations.map(({ name }) => findOrganizations(name).map(nameOf))")
    assert all(name in hits for name, hits in zip(names, found, strict=True))
    page.evaluate("choose(-1)")
    page.click("#as-table")
    listed = page.locator("#table-view tbody th button").evaluate_all("all => all.map((one) => one.textContent)")
    assert sorted(listed) == sorted(names)
    shown = set(page.evaluate("sectors.map((sector) => sector.name)"))
    assert set(page.locator("#sectors .name").all_text_contents()) == shown
    for k in range(4, len(names), 20):
        page.evaluate("(k) => { choose(k); }", k)
        page.reload()
        until(page, "scene.chosen >= 0")
        sees(page, "scene.chosen", k)
    sees(page, "window.ran", None)
    assert watch.trouble == []


def test_a_saved_picture_opened_as_a_page_runs_nothing(hostile: Path, context: BrowserContext, tmp_path: Path) -> None:
    watch = watched(context)
    for path in (hostile / "backbone-only" / "map.html", hostile / "for-the-room" / "map.html"):
        page = watch.open(path)
        for kind in ("svg", "png"):
            with page.expect_download() as picked:
                page.click(f"#save-{kind}")
            assert re.fullmatch(r"[a-z0-9-]+-map\.(svg|png)", picked.value.suggested_filename)
            picked.value.save_as(tmp_path / f"map.{kind}")
        picture = watch.open(tmp_path / "map.svg")
        sees(picture, "document.documentElement.localName", "svg")
        sees(picture, "document.querySelectorAll('script, a, image, foreignObject').length", 0)
        # The picture takes the page's font along: these very faces, and no word of the survey.
        [style] = picture.evaluate("[...document.querySelectorAll('style')].map((one) => one.textContent)")
        assert re.fullmatch(FACES, style)
        address = re.compile(r'url\("(.+?)"\)')
        assert address.findall(style) == address.findall(packaged("views/fonts/page-sans.css"))
        said = picture.evaluate("[...document.querySelectorAll('text')].map((one) => one.textContent).join(' ')")
        assert "onerror" in said
        sees(picture, "window.ran", None)
        assert watch.trouble == []


class _Tags(HTMLParser):
    """Counts elements by their attributes.

    What was noticed while reading hangs on the words: of "NaN", which counts as blank, or of names that are spelled
    almost alike the data sheet has rows that it has not of harmless words. Of these notes it counts which elements
    there are, and not how many; cells are classed by whether they hold something.
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()
        self._section: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "section":
            self._section = dict(attrs).get("id")
        names = sorted(name for name, _ in attrs)
        if self._section == "notes_of_reading":
            self.found[f"{tag} of a note {' '.join(name for name in names if name != 'class')}"] = 1
        else:
            self.found[f"{tag} {' '.join(names)}"] += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "section":
            self._section = None


def structure(path: Path) -> Counter[str]:
    parser = _Tags()
    parser.feed(path.read_text("utf-8"))
    return parser.found


def test_a_page_has_the_elements_that_it_would_have_with_harmless_words(tmp_path: Path) -> None:
    """Names are broken into lines where pictures write them: only texts may differ in number."""
    lines = ("tspan", "text", "title")
    ranks = {text: k for k, text in enumerate(sorted(PAYLOADS))}
    hostile = published(tmp_path / "hostile", survey(tmp_path / "one", PAYLOADS.__getitem__), SOME)
    harmless = published(
        tmp_path / "harmless", survey(tmp_path / "two", lambda k: f"word{ranks[PAYLOADS[k]]:03d}"), SOME
    )
    for path in pages_of(hostile):
        twin = harmless / path.relative_to(hostile)
        one, other = structure(path), structure(twin)
        changed = (one - other) + (other - one)
        assert {key for key in changed if key.split()[0] not in lines} == set(), path


def test_every_page_has_a_policy_and_runs_under_it(hostile: Path, context: BrowserContext) -> None:
    page = context.new_page()
    for path in pages_of(hostile):
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', path.read_text("utf-8"))
        assert policy
        assert policy[1].startswith("default-src 'none'; ")
        assert "unsafe" not in policy[1]
        assert "http" not in policy[1]
        page.goto(path.as_uri())
        blocked = page.evaluate(
            """() => new Promise((resolve) => {
              const seen = [];
              document.addEventListener("securitypolicyviolation", (event) => {
                seen.push(event.effectiveDirective);
                if (seen.length === 3) resolve(seen.sort());
              });
              const script = document.createElement("script");
              script.textContent = "window.ran=1";
              const style = document.createElement("style");
              style.textContent = "body{display:none}";
              const image = document.createElement("img");
              image.src = "https://evil.example/x.png";
              document.body.append(script, style, image);
              setTimeout(() => resolve(seen.sort()), 60000);
            })"""
        )
        assert [each.removesuffix("-elem") for each in blocked] == ["img-src", "script-src", "style-src"]
        sees(page, "window.ran", None)
