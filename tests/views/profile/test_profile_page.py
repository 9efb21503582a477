"""The page of one organization as its readers meet it: what it says, on paper, in a browser, in another language."""

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

import stakeholder_graph as sg
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.editions.profile import ProfileGuard, ProfileRelease, profile_releases
from stakeholder_graph.editions.release import Commitment
from stakeholder_graph.views.profile import draw_profile
from tests.text.pseudo import speaking_pseudo, untranslated
from tests.views.visible import visible_texts

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"
#: Twelve of the example: with most lines and fewest, nearly too many for a setting (North Fork Consolidated School),
#: silent ones, the backbone, long names, teams, several people.
TWELVE = (
    "Bethel AME Church",
    "Bright Path Tutoring",
    "Eastgate Community Center",
    "Eastgate Grocers' Cooperative",
    "Harlan State University, Wrenfield Campus",
    "North Fork and Millrace Alliance for Early Learning & Family Wellbeing",
    "North Fork Consolidated School",
    "Wren County School District",
    "Wren Forward",
    "Wren Valley Community College",
    "Wrenfield Public Library",
    "Wrenfield Youth Clubs",
)


@pytest.fixture(scope="module")
def twelve() -> tuple[Copy, dict[str, ProfileRelease]]:
    partnership = sg.read(WREN)
    releases = profile_releases(partnership, partnership.latest, TWELVE)
    copy = ProfileGuard(partnership, releases[0].room).copy
    return copy, {release.own.organization: release for release in releases}


def drawn(twelve: tuple[Copy, dict[str, ProfileRelease]], name: str, **changed: object) -> str:
    copy, releases = twelve
    release = releases[name]
    return draw_profile(copy, replace(release, own=replace(release.own, **changed)))  # type: ignore[arg-type]


def of_survey(copy: Copy, releases: Iterable[ProfileRelease]) -> list[str]:
    """The survey's own words: names, items, kinds of tie and their steps."""
    texts = [copy.partnership.name, copy.wave, *copy.partnership.graph().names]
    for release in releases:
        own = release.own
        texts += [item for _kind, item in own.held] + [item for _team, item in release.room.charters]
        texts += [team for team, _item in release.room.charters]
        texts += [text for layer in own.layers for text in (layer.name, *(step.name for step in layer.steps))]
        texts += [question.about for question in own.questions if question.asks == "ties"]
    return texts


def test_who_answered_reads_what_it_said(twelve: tuple[Copy, dict[str, ProfileRelease]]) -> None:
    """Of the survey's files: the church named 20 partners, and trust is promised to the backbone alone."""
    page = drawn(twelve, "Bethel AME Church")
    for text in ("Whom you named", "What becomes of your answers", "Read by the backbone only", "Rides to school"):
        assert text in page
    assert "mostly" not in page  # a step of the scale of trust


def test_who_has_not_answered_reads_how_to(twelve: tuple[Copy, dict[str, ProfileRelease]]) -> None:
    page = drawn(twelve, "Eastgate Grocers' Cooperative", closes="2025-12-01")
    for text in ("How to answer", "Ask Wren Forward for the questionnaire", "Please answer by 2025-12-01"):
        assert text in page
    assert "Whom you named" not in page
    assert "What becomes of your answers" not in page


def test_an_answer_that_was_set_aside_is_asked_about(twelve: tuple[Copy, dict[str, ProfileRelease]]) -> None:
    assert "does not count yet" in drawn(twelve, "Eastgate Grocers' Cooperative", aside=True)


def test_what_it_took_on_stands_with_whom_and_by_when(twelve: tuple[Copy, dict[str, ProfileRelease]]) -> None:
    made = Commitment("Bright Path Tutoring", ("Wrenfield Public Library",), "Reading", "Open on Saturdays.", "May")
    page = drawn(twelve, "Bright Path Tutoring", commitments=(made,))
    assert "Open on Saturdays, with Wrenfield Public Library (by May, open)." in page


def test_the_page_of_a_person_counts_nobody(twelve: tuple[Copy, dict[str, ProfileRelease]]) -> None:
    whole = drawn(twelve, "Bright Path Tutoring")
    assert "43 of 61 answered this survey." in whole
    assert "43 of 61" not in drawn(twelve, "Bright Path Tutoring", person=True)


def test_a_person_without_consent_reads_what_others_call_them(twelve: tuple[Copy, dict[str, ProfileRelease]]) -> None:
    page = drawn(twelve, "Bright Path Tutoring", called="Participant 3", person=True)
    assert "on every page for others you are “Participant 3”" in page


def test_meetings_stand_by_date(twelve: tuple[Copy, dict[str, ProfileRelease]]) -> None:
    """As in items.csv of the example; the church came in January, March, May and June."""
    page = drawn(twelve, "Bethel AME Church")
    places = [page.index(f"meeting, {month} 2025") for month in ("January", "March", "May", "June")]
    assert places == sorted(places)


def test_the_backbone_is_not_told_to_write_to_itself(twelve: tuple[Copy, dict[str, ProfileRelease]]) -> None:
    itself = [drawn(twelve, "Wren Forward"), drawn(twelve, "Wren Forward", answered=False)]
    for page in itself:
        for text in ("send the page back", "Ask us if you want", "Ask Wren Forward", "Ask for the questionnaire"):
            assert text not in page
    assert "<p>Write it here.</p>" in itself[0]
    assert "send the page back to Wren Forward" in drawn(twelve, "Bethel AME Church")


def test_the_page_runs_nothing_and_asks_for_nothing(twelve: tuple[Copy, dict[str, ProfileRelease]]) -> None:
    page = drawn(twelve, "Bethel AME Church")
    assert "default-src 'none'" in page
    assert "<script" not in page


@pytest.mark.browser
def test_twelve_pages_are_one_sheet_each_and_open_to_all(
    twelve: tuple[Copy, dict[str, ProfileRelease]],
    chromium: Browser,
    page_file: Callable[[str], str],
    axe: Callable[[Page], list[str]],
) -> None:
    page, trouble = chromium.new_page(), list[str]()
    page.on("console", lambda message: trouble.append(message.text))
    for name in TWELVE:
        page.set_viewport_size({"width": 1024, "height": 900})
        page.goto(page_file(drawn(twelve, name)))
        for paper in ("A4", "Letter"):
            printed = PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=True)))
            assert len(printed.pages) == 1, (name, paper)
        trouble += axe(page)
        page.set_viewport_size({"width": 390, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name
    page.close()
    assert trouble == []


#: How far below the top of the columns each of them begins: the highest text on the left and on the right.
BEGINNINGS = """() => {
  const columns = document.querySelector(".columns"), area = columns.getBoundingClientRect();
  const tops = [Infinity, Infinity];
  for (const element of columns.querySelectorAll("h2, h3, p, li"))
    for (const box of element.getClientRects()) {
      const side = box.left < area.left + area.width / 2 ? 0 : 1;
      tops[side] = Math.min(tops[side], box.top - area.top);
    }
  return tops;
}"""


@pytest.mark.browser
def test_both_columns_begin_at_one_height(
    twelve: tuple[Copy, dict[str, ProfileRelease]], chromium: Browser, page_file: Callable[[str], str]
) -> None:
    """Margins above a heading are dropped where a column breaks: the first column began lower by one."""
    page = chromium.new_page(viewport={"width": 1024, "height": 900})
    for name in TWELVE:
        page.goto(page_file(drawn(twelve, name)))
        for media in ("screen", "print"):
            page.emulate_media(media=media)
            assert page.evaluate(BEGINNINGS) == pytest.approx([0, 0], abs=0.5), (name, media)
    page.close()


def test_nothing_is_left_in_english(twelve: tuple[Copy, dict[str, ProfileRelease]]) -> None:
    own = of_survey(twelve[0], twelve[1].values())
    with speaking_pseudo():
        pages = [drawn(twelve, name, closes="2025-12-01") for name in TWELVE]
    for page in pages:
        assert untranslated(visible_texts("profile.html", page), own) == []
