"""Outcome sheets: a printed page each, of what the room may know, in the words of the partnership."""

import io
from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from stakeholder_graph.editions import Copy, copy_of
from stakeholder_graph.editions.release import IndicatorResult, Member, Membership, Release, WaveRelease
from stakeholder_graph.views.outcomes.handout import draw_outcome_sheets, has_outcome_sheets
from tests.text.pseudo import speaking_pseudo, untranslated
from tests.views.visible import visible_texts

RESULTS = (
    IndicatorResult("Reading", "Reads well", "%", "2020", "2025", 44.4, 49.4, 60.0),
    IndicatorResult("Reading", "Reads well", "%", "2020", "2025", 25.3, 25.7, None, "Lower income", "Others"),
    IndicatorResult("Attendance", "Absence", "%", "", "2025", None, 19.4),
)
OUTCOMES = ("Attendance", "Math", "Reading")


def room(members: int = 12, outcomes: Sequence[str] = OUTCOMES) -> Copy:
    """The room's copy of a partnership whose list says who sits on the team for Reading."""
    names = [f"Partner {k} of the county" for k in range(members)]
    wave = WaveRelease(
        "1",
        roster=tuple(names),
        listed=members,
        answered=members,
        lines=(),
        kinds=("team",),
        memberships=tuple(Membership(name, "team", "Readers") for name in names),
    )
    release = Release(
        "partners",
        "Ours",
        "1",
        tuple(Member(name, f"Sector {k % 3}") for k, name in enumerate(names)),
        (wave,),
        items=(*(("outcome", outcome, False) for outcome in outcomes), ("team", "Readers", False)),
        charters=(("Readers", "Reading"),),
        outcomes=tuple((outcome, 7) for outcome in outcomes),
        results=RESULTS,
        strategies=(("Reading", "Books at home"),),
    )
    return copy_of(release, ["outcome_sheets", "outcome_coverage"])


def test_a_sheet_has_figures_gap_strategies_questions_and_room_for_commitments() -> None:
    page = draw_outcome_sheets(room())
    for text in (
        "Reads well: 49.4% in 2025, 44.4% in 2020. The target is 60%.",
        "Reads well, Lower income compared with Others: a gap of 25.7 points, 25.3 points in 2020.",
        "Absence: 19.4% in 2025.",
        "Books at home",
        "Who else should be at this table?",
        "What would be a first step?",
        "By when",
    ):
        assert text in page


def test_every_outcome_of_the_release_has_a_sheet() -> None:
    page = draw_outcome_sheets(room())
    assert [page.count(f">{outcome}</h2>") for outcome in OUTCOMES] == [1, 1, 1]


def test_without_outcomes_there_are_no_sheets() -> None:
    assert has_outcome_sheets(room())
    assert not has_outcome_sheets(room(outcomes=()))


def test_the_desk_has_none() -> None:
    copy = room()
    with pytest.raises(ValueError, match="room"):
        draw_outcome_sheets(Copy("backbone", copy.partnership, (), "1"))


@pytest.mark.browser
@pytest.mark.parametrize("members", [3, 40, 90])
def test_each_sheet_prints_on_one_page(
    members: int, chromium: Browser, page_file: Callable[[str], str], axe: Callable[[Page], list[str]]
) -> None:
    page = chromium.new_page()
    page.goto(page_file(draw_outcome_sheets(room(members))))
    for paper in ("A4", "Letter"):
        printed = PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=True)))
        assert len(printed.pages) == len(OUTCOMES), paper
    assert axe(page) == []
    page.set_viewport_size({"width": 390, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


def test_nothing_is_left_in_english() -> None:
    copy = room()
    assert copy.release is not None
    own = ["Ours", *copy.partnership.graph().names, *OUTCOMES, "Readers", "Books at home"]
    own += [text for result in RESULTS for text in (result.indicator, result.group, result.reference, result.unit)]
    with speaking_pseudo():
        page = draw_outcome_sheets(room())
    assert untranslated(visible_texts("outcome-sheets.html", page), own) == []
