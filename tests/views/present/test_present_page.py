"""Presenting as somebody does it before forty people: by keys, by a clicker, by two clicks to one's own name."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from stakeholder_graph.editions import Copy
from stakeholder_graph.views.present.present_page import draw_present, moments
from stakeholder_graph.views.present.screens import Deck, deck
from tests.views.browser import sees, until
from tests.views.probe import probed

pytestmark = pytest.mark.browser

Axe = Callable[[Page], list[str]]
Opens = Callable[..., Page]

#: Parts of the page that may never lie on one another.
APART = (
    "header.bar",
    ".screen:not([hidden]) .title",
    ".screen:not([hidden]) .lines",
    "#drawing",
    "#legend",
    "#letters",
)
OVERLAPS = """(parts) => {
  const boxes = parts.map((part) => [part, document.querySelector(part)]).filter(([, one]) => one?.checkVisibility())
    .map(([part, one]) => [part, one.getBoundingClientRect()]);
  return boxes.flatMap(([a, p], k) => boxes.slice(0, k).flatMap(([b, q]) =>
    p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 1 && q.top < p.bottom - 1
      ? [`${a} on ${b}`] : []));
}"""
SIZE = "(one) => Number.parseFloat(getComputedStyle(one).fontSize)"


#: What a browser does that opens no window.
NO_WINDOW = "window.open = () => null"


def titles(told: Deck) -> list[str]:
    """What stands at the head of each step: a question to guess, or what a screen says."""
    return [
        step.screen.guess.question if step.asking and step.screen.guess else step.screen.title for step in moments(told)
    ]


@pytest.fixture(scope="module")
def told(reported: Callable[..., Copy]) -> Deck:
    return deck(reported("partners", hostile=True))


@pytest.fixture
def opens(told: Deck, chromium: Browser, page_file: Callable[[str], str]) -> Iterator[Opens]:
    """Open the page: ``opens(size=(1440, 900), state="")``; at the end nothing may have gone wrong on it."""
    address = page_file(probed(draw_present(told, "map.html", "report.html")))
    trouble: list[str] = []
    pages: list[Page] = []

    def open_page(size: tuple[int, int] = (1440, 900), state: str = "") -> Page:
        page = chromium.new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: trouble.append(dialog.message))
        page.on("request", lambda asked: None if asked.url.split("#")[0] == address else trouble.append(asked.url))
        page.goto(address + state)
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert trouble == []


def test_every_key_turns_the_screens(opens: Opens, told: Deck) -> None:
    page = opens()
    heads = titles(told)
    last = len(heads) - 1
    for forward, back in (("ArrowRight", "ArrowLeft"), ("ArrowDown", "ArrowUp"), ("PageDown", "PageUp")):
        page.keyboard.press(forward)
        sees(page, "state.screen", 1)
        page.keyboard.press(back)
        sees(page, "state.screen", 0)
    page.keyboard.press("End")
    sees(page, "state.screen", last)
    page.keyboard.press("PageDown")
    sees(page, "state.screen", last)
    page.keyboard.press("Home")
    page.keyboard.press("Space")
    sees(page, "state.screen", 1)
    expect(page.locator("h2:visible")).to_have_text(heads[1])
    sees(page, "document.activeElement.textContent", heads[1])
    sees(page, "location.hash", "#screen=2")
    page.click("#after")
    sees(page, "state.screen", 2)
    page.click("#before")
    sees(page, "state.screen", 1)


def test_the_address_opens_a_screen(opens: Opens, told: Deck) -> None:
    page = opens(state="#screen=3")
    expect(page.locator("h2:visible")).to_have_text(titles(told)[2])
    page.evaluate("location.hash = '#screen=99&organization=nobody'")
    expect(page.locator("h2:visible")).to_have_text(titles(told)[-1])


def test_everyone_finds_themselves_in_two_clicks_from_any_screen(opens: Opens, told: Deck) -> None:
    page = opens()
    scene = told.scene
    for screen in range(len(moments(told))):
        page.click("#letters button >> nth=" + str(screen % 3))
        page.click("#names-list button >> nth=0")
        name = page.inner_text("#found-name")
        (chosen,) = (k for k, dot in enumerate(scene.dots) if dot.name == name)
        partners = scene.partners[chosen]
        expect(page.locator("#found-partners li")).to_have_count(len(partners))
        sees(page, "document.querySelectorAll('.dot:not(.faint)').length", len(partners) + 1)
        # Its own name is written, and those of partners for whose names there is room.
        expect(page.locator(".name.strong")).to_have_count(1)
        until(page, f"document.querySelectorAll('.name').length <= {len(partners) + 1}")
        expect(page.locator("#drawing")).to_be_in_viewport()
        page.keyboard.press("Escape")
        sees(page, "state.screen", screen)
        expect(page.locator("#found")).to_be_hidden()
        page.keyboard.press("PageDown")


def test_every_organization_is_under_a_letter_and_under_its_sector(opens: Opens, told: Deck) -> None:
    page = opens(state="#screen=2")
    for buttons in ("#letters button", "#legend button"):
        names: list[str] = []
        for button in page.locator(buttons).all():
            button.click()
            names += page.locator("#names-list button").all_text_contents()
            page.keyboard.press("Escape")
        assert sorted(names) == sorted(dot.name for dot in told.scene.dots)


def test_a_click_on_a_symbol_finds_it(opens: Opens, told: Deck) -> None:
    page = opens(state="#screen=2")
    page.evaluate("dots[3].dispatchEvent(new MouseEvent('click', { bubbles: true }))")
    expect(page.locator("#found-name")).to_have_text(told.scene.dots[3].name)
    page.click("#back")
    sees(page, "state.screen", 1)


def test_where_no_window_opens_notes_are_shown_below_and_cover_nothing(opens: Opens, told: Deck) -> None:
    page = opens(state="#screen=2")
    page.evaluate(NO_WINDOW)
    expect(page.locator("#notes")).to_be_hidden()
    page.keyboard.press("n")
    expect(page.locator("#notes")).to_contain_text(told.screens[1].notes[0].text)
    expect(page.locator("#notes")).to_contain_text("Everyone in the room can see these notes")
    sees(page, OVERLAPS, [], [*APART, "#notes"])
    page.keyboard.press("Escape")
    expect(page.locator("#notes")).to_be_hidden()


def test_escape_closes_what_is_open_and_never_leaves(opens: Opens) -> None:
    page = opens(state="#screen=2")
    page.evaluate(NO_WINDOW)
    page.keyboard.press("n")
    page.click("#letters button >> nth=0")
    page.click("#names-list button >> nth=0")
    address = page.url.split("#")[0]
    page.keyboard.press("Escape")
    expect(page.locator("#found")).to_be_hidden()
    expect(page.locator("#notes")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#notes")).to_be_hidden()
    for _ in range(3):
        page.keyboard.press("Escape")
    sees(page, "state.screen", 1)
    assert page.url.split("#")[0] == address


@pytest.mark.parametrize("size", [(1440, 900), (1920, 1080), (1024, 768)])
def test_nothing_covers_what_it_speaks_of(opens: Opens, told: Deck, size: tuple[int, int]) -> None:
    page = opens(size)
    for title in titles(told):
        expect(page.locator("h2:visible")).to_have_text(title)
        sees(page, OVERLAPS, [], list(APART))
        until(page, f"document.documentElement.scrollWidth <= {size[0]}")
        until(page, f"document.documentElement.scrollHeight <= {size[1]}")
        page.keyboard.press("PageDown")
    page.click("#letters button >> nth=0")
    page.click("#names-list button >> nth=0")
    sees(page, OVERLAPS, [], list(APART))


def test_the_back_row_can_read_it(opens: Opens, told: Deck) -> None:
    page = opens()
    for title in titles(told):
        assert page.locator("h2:visible").evaluate(SIZE) >= 48, title
        for line in page.locator(".lines:visible p, .lines:visible li, .tally:visible th, .ranges:visible li").all():
            assert line.evaluate(SIZE) >= 28, title
        page.keyboard.press("PageDown")


def test_a_name_that_is_written_on_the_map_can_be_read(opens: Opens, told: Deck) -> None:
    page = opens(state="#screen=2")
    page.keyboard.press("f")
    high = "(one) => one.getBoundingClientRect().height / one.querySelectorAll('tspan').length"
    for number in range(3):
        page.click(f"#letters button >> nth={number}")
        page.click("#names-list button >> nth=0")
        for name in page.locator(".name").all():
            assert name.evaluate(high) >= 14
        page.keyboard.press("Escape")


def test_on_paper_there_are_the_speaker_s_notes(opens: Opens, told: Deck) -> None:
    page = opens()
    page.emulate_media(media="print")
    for screen in told.screens:
        expect(page.get_by_text(screen.notes[-1].text).first).to_be_visible()
    expect(page.locator("#letters")).to_be_hidden()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844)])
def test_axe_finds_nothing_in_any_state(opens: Opens, axe: Axe, told: Deck, size: tuple[int, int]) -> None:
    page = opens(size)
    wrong = {}
    page.evaluate(NO_WINDOW)
    for title in titles(told):
        wrong[title] = axe(page)
        page.keyboard.press("PageDown")
    page.keyboard.press("n")
    wrong["notes"] = axe(page)
    page.click("#letters button >> nth=0")
    wrong["names"] = axe(page)
    page.click("#names-list button >> nth=0")
    wrong["found"] = axe(page)
    assert {state: found for state, found in wrong.items() if found} == {}


def test_a_black_screen_and_any_key_back(opens: Opens, axe: Axe) -> None:
    page = opens(state="#screen=2")
    for dark, back in (("b", "ArrowRight"), (".", "b"), ("b", "Escape")):
        page.keyboard.press(dark)
        expect(page.locator("#dark")).to_be_visible()
        assert axe(page) == []
        page.keyboard.press(back)
        expect(page.locator("#dark")).to_be_hidden()
        sees(page, "state.screen", 1)


def test_a_typed_letter_opens_the_names_and_arrows_go_through_them(opens: Opens, told: Deck) -> None:
    page = opens()
    letters = page.evaluate("initials.filter((one) => /[A-Z]/.test(one) && !'BNF'.includes(one))")
    here = "document.activeElement.textContent"
    for letter in letters[:3]:
        page.keyboard.press(letter.lower())
        names = page.locator("#names-list button").all_text_contents()
        sees(page, here, names[0])
        page.keyboard.press("ArrowDown")
        sees(page, here, names[min(1, len(names) - 1)])
        page.keyboard.press("End")
        sees(page, here, names[-1])
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Home")
        page.keyboard.press("Escape")
        expect(page.locator("#names")).to_be_hidden()
    page.keyboard.press(letters[0].lower())
    page.keyboard.press(letters[1].lower())
    expect(page.locator("#names-title")).to_have_text(letters[1])
    name = page.evaluate(here)
    page.keyboard.press("Enter")
    expect(page.locator("#found-name")).to_have_text(name)
    for letter in set(page.evaluate("initials")) & set("BNF"):
        page.keyboard.press(f"Shift+{letter}")
        expect(page.locator("#names-title")).to_have_text(letter)
        page.keyboard.press("Escape")


def test_notes_say_that_there_is_more_of_them(opens: Opens, told: Deck) -> None:
    page = opens((1920, 1080))
    page.evaluate(NO_WINDOW)
    page.keyboard.press("n")
    for step in moments(told):
        expect(page.locator("#notes")).to_contain_text(step.screen.notes[0].text)
        more = page.evaluate("notes.scrollHeight - notes.clientHeight > 4")
        expect(page.locator("#notes-more")).to_be_visible(visible=more)
        if more:
            expect(page.locator("#notes-more")).to_be_in_viewport()
            page.locator("#notes").evaluate("(one) => one.scrollTo(0, one.scrollHeight)")
            expect(page.locator("#notes-more")).to_be_hidden()
            expect(page.locator("#notes-of-screen .notes > div").last).to_be_in_viewport()
        page.keyboard.press("PageDown")
    page.set_viewport_size({"width": 1280, "height": 420})
    page.keyboard.press("Home")
    for _ in range(2):
        page.keyboard.press("PageDown")
    expect(page.locator("#notes-more")).to_be_visible()


def test_the_printed_notes_take_no_page_for_a_guess(opens: Opens, told: Deck) -> None:
    page = opens()
    page.emulate_media(media="print")
    guess = page.locator(".screen.guess .ranges").first
    assert guess.bounding_box()["height"] < 40  # type: ignore[index]  # one line of 14 px, however it is set
    assert len(set(guess.locator("li").evaluate_all("items => items.map((item) => item.offsetTop)"))) == 1


def test_who_has_no_keys_is_not_told_of_any(chromium: Browser, page_file: Callable[[str], str], told: Deck) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(page_file(draw_present(told, "map.html", "report.html")))
    expect(page.locator("#letters .by-touch")).to_be_visible()
    expect(page.locator("#letters .by-key")).to_be_hidden()
    context.close()
