"""An outcome at a time: the words of each sheet, and that a sheet appears only when its data are there."""

import re
from html import unescape
from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey.read import read_partnership
from stakeholder_graph.views.outcomes.sheet_view import SheetView
from stakeholder_graph.views.outcomes.sheets import outcome_sheets_of
from stakeholder_graph.views.report.report_page import draw_report
from tests.studies.outcomes.test_outcome_ties import WREN
from tests.views.payloads import PAYLOADS

QUICK = MeasureSettings(permutations=99, draws=0)
NAMES = ["outcome_sheets", "outcome_ties", "outcome_coverage"]
ORGANIZATIONS = "organization,sector\nA,Schools\nB,Clinics\nC,Schools\nD,Clinics\n"
AFFILIATIONS = "organization,kind,item\nA,outcome,Math\nB,outcome,Math\nA,team,Crew\n"


def copy_of(folder: Path, names: list[str] | None = None) -> Copy:
    partnership = to_partnership(read_partnership(folder))
    found = assess(partnership, names or NAMES, settings=QUICK)
    return Copy("backbone", partnership, found, partnership.latest)


def sheets_of(tmp_path: Path, **files: str) -> tuple[SheetView, ...]:
    for name, text in {"organizations": ORGANIZATIONS, "affiliations": AFFILIATIONS, **files}.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return outcome_sheets_of(copy_of(tmp_path))


@pytest.mark.parametrize(
    ("ties", "said"),
    [
        ("from,to\nA,B\nC,A\n", "Members work together in 2 of 3 pairs."),
        ("from,to\nA,B\n", "Members work together in 1 of 3 pairs."),
    ],
)
def test_a_sheet_says_how_many_pairs_of_members_work_together(tmp_path: Path, ties: str, said: str) -> None:
    seats = "".join(f"{name},team,Math crew\n" for name in "ABC")
    files = {
        "organizations": ORGANIZATIONS,
        "affiliations": "organization,kind,item\nA,outcome,Math\n" + seats,
        "items": "kind,item,outcome\noutcome,Math,\nteam,Math crew,Math\n",
        "ties": ties,
    }
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    (sheet,) = outcome_sheets_of(copy_of(tmp_path, [*NAMES, "action_teams"]))
    assert said in sheet.story


def test_where_it_is_not_known_of_most_pairs_of_members_the_sheet_is_silent() -> None:
    """Of the example: known of all 45 in Early Years, of 19 of 28 in College and Career, of 4 of 10 in Attendance."""
    stories = {sheet.title: sheet.story for sheet in outcome_sheets_of(copy_of(WREN, [*NAMES, "action_teams"]))}
    assert "Members work together in 16 of 45 pairs." in stories["Kindergarten-ready"]
    assert "Members work together in 11 of 28 pairs, 9 not known." in stories["Credential"]
    assert "Members" not in stories["Attendance"]


def test_the_story_of_attendance_is_one_sheet() -> None:
    first, *others = outcome_sheets_of(copy_of(WREN))
    assert first.title == "Attendance"
    assert first.story == (
        "Nine organizations name it. 2 of their 36 pairs work together; about 11 would be usual. Luck would rarely "
        "give so few. Two of the nine sit on a team for it (Attendance). No funder that answered names it."
    )
    (blocks,) = first.blocks
    assert blocks.said == ("“Bus passes for absent students”: paused.",)
    assert first.board is not None
    assert first.board.columns[:2] == ("Strategy", "Status")
    assert first.board.rows[0][:2] == (
        (
            "Bus passes for absent students",
            "Wren Transit Authority and Wren County School District. They do not name each other.",
        ),
        ("paused", "since 2024"),
    )
    assert ("Nobody could say which students had missed ten days", "") in first.board.rows[0]
    lines = {line.label: [named.name for named in line.names] or list(line.said) for line in first.lines}
    assert lines["Work on it and sit on the team"] == ["Millrace Middle School", "Wrenfield Youth Clubs"]
    assert lines["On the team, do not name it"] == ["Wren County School District"]
    assert lines["Nobody that answered names it from"] == ["Funders", "Higher education", "Public safety"]
    assert lines["Indicator"] == ["Chronic absence: 19.4% in 2025, 14.9% in 2020; lower is better"]
    assert first.steps == (
        "Settle whether “Bus passes for absent students” goes on, and bring its partners together.",
        "Invite to the team some of the seven who work on it and do not sit there.",
        "Connect some of the 34 pairs that do not work together: the call list names the nearest.",
        "Ask a funder.",
    )
    assert "No team is there for it." in next(sheet.story for sheet in others if sheet.title == "Working at 24")
    assert not any("waiting to be convened" in sheet.story for sheet in (first, *others))


def test_what_was_taken_on_stands_on_the_sheet_of_its_outcome_for_the_desk_alone(tmp_path: Path) -> None:
    said = (
        "who,with whom,outcome,first step,by when,done\n"
        "A,B; C,Math,Call a meeting.,May,\nC,,Math,Lend a room,,yes\nA,B,,Write to all,,\n"
    )
    (sheet,) = sheets_of(tmp_path, commitments=said)
    lines = {line.label: line.said for line in sheet.lines}
    assert lines["Taken on"] == ("A with B and C: Call a meeting (by May, open).", "C: Lend a room (done).")
    partnership = to_partnership(read_partnership(tmp_path))
    room = make_copy("partners", partnership, assess(partnership, NAMES, settings=QUICK), partnership.latest)
    assert "Taken on" not in {line.label for shown in outcome_sheets_of(room) for line in shown.lines}


def test_every_outcome_that_lacks_something_says_what_is_next_for_its_team() -> None:
    sheets = outcome_sheets_of(copy_of(WREN))
    html = draw_report(copy_of(WREN))
    assert html.count("Next for its team") == sum(bool(sheet.steps) for sheet in sheets) > 3
    by_title = {sheet.title: sheet.steps for sheet in sheets}
    assert by_title["Working at 24"] == ("Settle who calls a first meeting.", "Ask a funder.")


def test_names_on_the_sheet_lead_to_the_map() -> None:
    html = draw_report(copy_of(WREN), map_href="map.html")
    assert '<a href="map.html#organization=Eastgate%20Parents%27%20Circle">' in html
    assert "map.html#organization" not in draw_report(copy_of(WREN))


@pytest.mark.parametrize(
    ("files", "story"),
    [
        (
            {"ties": "from,to\nA,B\nC,D\n"},
            "Two organizations name it. These two work together.",
        ),
        (
            {"ties": "from,to\nC,D\n", "items": "kind,item,outcome\noutcome,Math,\nteam,Crew,Math\n"},
            "Two organizations name it. These two do not work together. One of the two sits on a team for it (Crew).",
        ),
        (
            {
                "ties": "from,to\nA,C\n",
                "affiliations": "organization,kind,item\nA,outcome,Math\nB,team,Crew\nC,team,Staff\n",
                "items": "kind,item,outcome\nteam,Crew,Math\nteam,Staff,Math\noutcome,Math,\n",
            },
            "One organization names it. This organization does not sit on a team for it (Crew and Staff).",
        ),
    ],
    ids=["no team for it", "a pair apart", "two teams"],
)
def test_small_partnerships(files: dict[str, str], story: str, tmp_path: Path) -> None:
    (sheet,) = sheets_of(tmp_path, **files)
    assert sheet.story == story


def test_lists_alone_speak_of_no_answer(tmp_path: Path) -> None:
    """Nobody was asked, so that nobody names anything and no pair works together."""
    items = "kind,item,outcome\noutcome,Math,\noutcome,Reading,\nteam,Crew,Math\n"
    sheets = sheets_of(tmp_path, items=items)
    assert [sheet.story for sheet in sheets] == [
        "Nobody works on it. No team is there for it.",
        "Two organizations work on it. One of the two sits on a team for it (Crew).",
    ]


@pytest.mark.parametrize("affiliations", ["organization,kind,item\nA,team,Crew\n", "organization,kind,item\n"])
def test_a_partnership_without_outcomes_has_no_such_page(affiliations: str, tmp_path: Path) -> None:
    assert sheets_of(tmp_path, affiliations=affiliations, ties="from,to\nA,B\n") == ()
    assert "An outcome at a time" not in draw_report(copy_of(tmp_path, ["density", *NAMES]))


def test_spanish_names_and_hostile_text_are_text(tmp_path: Path) -> None:
    hostile = [payload for payload in PAYLOADS if ";" not in payload and "|" not in payload][:12]
    rows = "".join(
        f'"{text.replace(chr(34), chr(34) * 2)}",Asistencia,"Niños; Peña, Ñandú y Cía.",2024,paused,'
        f'"{text.replace(chr(34), chr(34) * 2)}",\n'
        for text in hostile
    )
    sheets = sheets_of(
        tmp_path,
        organizations='organization,sector\nNiños,Vecinos\n"Peña, Ñandú y Cía.",Fundaciones\n',
        affiliations='organization,kind,item\nNiños,outcome,Asistencia\n"Peña, Ñandú y Cía.",outcome,Asistencia\n',
        ties='from,to\nNiños,"Peña, Ñandú y Cía."\n',
        strategies=f"strategy,outcome,partners,started,status,learned,indicator\n{rows}",
    )
    (sheet,) = sheets
    assert "A funder works on it: Peña, Ñandú y Cía." in sheet.story
    assert len(sheet.blocks[0].said) == len(hostile)
    assert sheet.board is not None
    assert all(
        "Niños and Peña, Ñandú y Cía." in small or "Niños" in small for (_name, small), *_rest in sheet.board.rows
    )
    html = draw_report(copy_of(tmp_path), map_href="map.html")
    assert not [payload for payload in hostile if "<" in payload and payload in html]
    assert all(payload in unescape(html) for payload in hostile)


def test_a_report_holds_the_page_and_findings_hold_its_tables(tmp_path: Path) -> None:
    sg.report(sg.read(WREN), tmp_path, permutations=9, draws=5)
    html = (tmp_path / "backbone-only" / "report.html").read_text("utf-8")
    assert html.count('class="sheet') >= 8
    room = (tmp_path / "for-the-room" / "report.html").read_text("utf-8")
    assert "11 organizations name it. No team is there for it." in room
    assert "Five organizations sit on a team for it (Attendance)." in room
    for hidden in ("Bus passes", "do not name it", "Nobody that answered names it from", "No funder"):
        assert hidden not in room


def test_the_chart_of_outcomes_has_the_order_of_the_sheets_below_it() -> None:
    copy = copy_of(WREN)
    titles = [sheet.title for sheet in outcome_sheets_of(copy)]
    page = draw_report(copy)
    beside = page[page.index('class="of-all"') :]
    chart = " ".join(re.findall(r"<text[^>]*>([^<]+)", beside[: beside.index("</svg>")]))
    drawn = [title for title in titles if title in chart]
    assert len(drawn) > 3
    assert drawn == sorted(drawn, key=chart.index)
    assert titles != sorted(titles), "the example would not tell one order from the other"
