"""Of organizations that were asked about and are not on the list: no page says that all or everyone answered."""

from collections.abc import Callable, Mapping

import pytest

from stakeholder_graph.editions import Copy, Edition, make_copy
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.survey import Survey
from stakeholder_graph.views.in_short.first_lines import opening
from stakeholder_graph.views.present.screens import deck
from stakeholder_graph.views.report.report_page import draw_report
from stakeholder_graph.views.terminal import survey_check

Read = Callable[[Mapping[str, str | bytes]], Survey]
NAMES = ("Arch", "Bank", "Clinic", "Depot", "Elms", "Forum")
SETTINGS = """
[[question]]
kind = "tie"
file = "export.csv"
respondent = "who"
columns = "Works with [{organization}]"
layer = "contact"
scale = ["no", "yes"]

[layers.contact]
promise = "named"
"""
EVERYONE = (
    "Everyone answered",
    "organizations answered.",
    "Every one of us",
    "an answer from each",
    "had to be guessed",
)


def draft(read: Read, listed: int) -> Survey:
    """Six are asked about; the first few of them are listed, and these answer."""
    rows = [[name, *("yes" if k != column else "" for column in range(6))] for k, name in enumerate(NAMES[:listed])]
    export = [["who", *(f"Works with [{name}]" for name in NAMES)], *rows]
    return read(
        {
            "export.csv": "\n".join(map(",".join, export)),
            "organizations.csv": "organization\n" + "\n".join(NAMES[:listed]),
            "partnership.toml": SETTINGS,
        }
    )


def copy_of(survey: Survey, edition: Edition) -> Copy:
    partnership = to_partnership(survey)
    return make_copy(edition, partnership, assess(partnership, ["response", "density", "whom_to_call"]), "1")


@pytest.mark.parametrize(("edition", "whose"), [("backbone", "your"), ("partners", "the")])
def test_what_is_not_counted_comes_first_and_nothing_is_said_of_all(read: Read, edition: Edition, whose: str) -> None:
    copy = copy_of(draft(read, 4), edition)
    first = opening(copy)
    assert first is not None
    assert first.first == (
        f"Not counted yet: 2 of the 6 organizations that the survey asked about are not on {whose} list. "
        "4 of the 4 organizations on the list answered."
    )
    page = draw_report(copy)
    assert not [said for said in EVERYONE if said in page.replace("on the list answered.", "")]


def test_the_room_s_first_screen_says_so(read: Read) -> None:
    screens = deck(copy_of(draft(read, 4), "partners")).screens
    assert screens[0].lines[0].startswith("Not counted yet: 2 of the 6 organizations")
    said = " ".join(" ".join((*screen.lines, *(note.text for note in screen.notes))) for screen in screens)
    assert not [claim for claim in EVERYONE if claim in said.replace("on the list answered.", "")]


def test_check_says_so_first(read: Read) -> None:
    lines = survey_check(to_partnership(draft(read, 4))).splitlines()
    assert lines[0] == "Not counted yet: 2 of the 6 organizations that the survey asked about are not on your list."
    assert "4 of 4 organizations on the list answered." in lines


def test_where_all_are_listed_nothing_is_left_to_say(read: Read) -> None:
    first = opening(copy_of(draft(read, 6), "backbone"))
    assert first is not None
    assert first.first == "All 6 organizations answered."
