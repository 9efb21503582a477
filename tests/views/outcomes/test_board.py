"""The board on an outcome's page, what blocks it and what is next, from plain files; every state worked out by hand."""

from pathlib import Path

import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey.read import read_partnership
from stakeholder_graph.views.community import draw_community
from stakeholder_graph.views.outcomes.sheet_view import SheetView
from stakeholder_graph.views.outcomes.sheets import outcome_sheets_of
from stakeholder_graph.views.report.report_page import draw_report

NAMES = ["outcome_sheets", "outcome_ties", "outcome_coverage", "improvement_board", "assets_and_needs"]
QUICK = MeasureSettings(permutations=99, draws=0)
FILES = {
    "organizations": "organization,sector\nCollege,Higher education\nSchool,Schools\nClinic,Health\nLibrary,Schools\n",
    "ties": "from,to\nCollege,Clinic\nClinic,College\n",
    "affiliations": "organization,kind,item\nSchool,outcome,Reading\nLibrary,outcome,Reading\nLibrary,team,Readers\n"
    "College,asset,Tutors\nSchool,need,Tutors\nClinic,asset,Glasses\n",
    "items": "kind,item,outcome,team\noutcome,Reading,,\nteam,Readers,Reading,\nneed,Tutors,Reading,\n"
    "need,Glasses,,Readers\nneed,Buses,Reading,\n",
    "strategies": "strategy,outcome,partners,started,status,learned,reach,decide_by,decided_on\n"
    "Tutoring,Reading,College; School,2023,scaled up,Three times a week works.,25; more than 50,,May 2025\n"
    "Read-in,Reading,School,2024,en prueba,,,September 2025,\n"
    "Quiet hour,Reading,Library,2025,test,,,,\n"
    "Book bus,Reading,School; Library,2022,paused,No driver,12,,\n"
    "Prizes,Reading,Library,2021,stopped,,,,\n"
    "Songs,Reading,Clinic,2025,,,,2026,\n",
    "changes": "date,what,kind,outcome,evidence\n2025-08,The library is open on Sunday.,policy,Reading,Minutes\n"
    "2025,Free glasses,dinero,Reading,\n",
}
DATED = '[[wave]]\nname = "2025"\ndate = 2025-10-21\n'


def copy_of(folder: Path, edition: str = "backbone", **files: str) -> Copy:
    for name, text in (FILES | files).items():
        if text:
            (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / "partnership.toml").write_text(DATED)
    partnership = to_partnership(read_partnership(folder))
    found = assess(partnership, NAMES, settings=QUICK)
    return make_copy(edition, partnership, found, partnership.latest, NAMES)  # type: ignore[arg-type]


def sheet_of(folder: Path, **files: str) -> SheetView:
    (sheet,) = outcome_sheets_of(copy_of(folder, **files))
    return sheet


def test_status_stands_beside_reach_what_was_learned_and_when_to_decide(tmp_path: Path) -> None:
    board = sheet_of(tmp_path).board
    assert board is not None
    assert board.columns == ("Strategy", "Status", "Reach", "Learned", "Decide by")
    assert [row[1:] for row in board.rows] == [
        (
            ("scaled up", "since 2023"),
            ("25; more than 50", ""),
            ("Three times a week works.", ""),
            ("decided May 2025", ""),
        ),
        (("en prueba", "since 2024"), ("", ""), ("", ""), ("September 2025", "passed")),
        (("test", "since 2025"), ("", ""), ("", ""), ("no date to decide by", "")),
        (("paused", "since 2022"), ("12", ""), ("No driver", ""), ("", "")),
        (("stopped", "since 2021"), ("", ""), ("", ""), ("decided", "")),
        (("not said", "since 2025"), ("", ""), ("", ""), ("2026", "")),
    ]
    assert board.rows[0][0] == ("Tutoring", "College and School. They do not name each other.")


def test_what_blocks_it_is_paused_overdue_or_needed(tmp_path: Path) -> None:
    (blocks,) = sheet_of(tmp_path).blocks
    # What was stopped was decided, and a test without a date is no block.
    assert blocks.said == (
        "“Read-in” was to be decided by September 2025.",
        "“Book bus”: paused.",
        "Needed, and nobody offers it: Buses.",
    )


def test_what_is_next(tmp_path: Path) -> None:
    assert sheet_of(tmp_path).steps[:6] == (
        "Bring College and School together.",
        "Decide on “Read-in”: scale, shift or stop.",
        "Decide on “Quiet hour”: scale, shift or stop.",
        "Settle whether “Book bus” goes on, and bring its partners together.",
        "College offers Tutors: bring it together with School.",
        "Offered and not used yet: Glasses (Clinic).",
    )


def test_what_changed_stands_on_the_sheet(tmp_path: Path) -> None:
    lines = {line.label: line.said for line in sheet_of(tmp_path).lines}
    assert lines["What changed"] == (
        "The library is open on Sunday (policy, 2025-08; Minutes)", "Free glasses (money, 2025)",
    )  # fmt: skip


def test_columns_that_say_nothing_are_left_out_and_so_is_a_board_of_nothing(tmp_path: Path) -> None:
    header = "strategy,outcome,partners,started,status,learned\n"
    board = sheet_of(tmp_path, strategies=f"{header}Tutoring,Reading,,,going on,\n").board
    assert board is not None
    assert (board.columns, board.rows) == (("Strategy", "Status"), ((("Tutoring", ""), ("going on", "")),))
    assert sheet_of(tmp_path, strategies=header).board is None


def test_a_need_with_many_who_need_it_names_a_few(tmp_path: Path) -> None:
    many = [f"Unit {k}" for k in range(9)]
    rows = "".join(f"{name},need,Tutors\n" for name in many)
    people = "".join(f"{name},Schools\n" for name in many)
    sheet = sheet_of(
        tmp_path,
        organizations=FILES["organizations"] + people,
        affiliations=FILES["affiliations"].replace("School,need,Tutors\n", "") + rows,
    )
    assert "College offers Tutors: bring it together with Unit 0, Unit 1 and 7 more." in sheet.steps


@pytest.mark.parametrize("edition", ["partners", "community"])
def test_no_copy_beyond_the_desk_says_any_of_it(edition: str, tmp_path: Path) -> None:
    draw = draw_community if edition == "community" else draw_report
    html = draw(copy_of(tmp_path, edition))
    for text in (
        "Read-in",
        "scaled up",
        "The library is open",
        "nobody offers it: Buses",
        "Decide on",
        "offers Tutors",
    ):
        assert text not in html
    desk = draw_report(copy_of(tmp_path))
    assert all(text in desk for text in ("Read-in", "scaled up", "The library is open", "Needed, and nobody offers it"))
