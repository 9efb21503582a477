"""What a hand-made workbook says of answers and of who is public reaches the survey; a promise put off is safe."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

import stakeholder_graph as sg
from stakeholder_graph.cli import main
from stakeholder_graph.editions.room_release import room_release
from stakeholder_graph.survey.settings.tables import COLUMNS_OF
from stakeholder_graph.survey.settings.workbook.sheets import SHEETS

NAMES = ("Alder House", "Birch School", "Cedar Clinic", "Dogwood Bank", "Elm Parish", "Fir Library")


def by_hand(folder: Path, answered: str, public: str) -> None:
    """A workbook as people make it: organizations on one sheet, who works with whom on another."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Organizations"
    sheet.append(["Name", "Sector", answered, public])
    for number, name in enumerate(NAMES):
        sheet.append([name, "Health" if number % 2 else "Schools", "No" if number > 3 else "Yes", "yes"])
    ties = book.create_sheet("Who works with whom")
    ties.append(["From", "To"])
    for start, end in ((0, 1), (1, 2), (2, 0), (3, 4), (0, 5)):
        ties.append([NAMES[start], NAMES[end]])
    book.save(folder / "partners.xlsx")


@pytest.mark.parametrize(
    ("answered", "public"), [("Answered", "Public"), ("answered", "public"), ("ANSWERED", "PUBLIC")]
)
def test_who_answered_and_who_is_public_are_kept(tmp_path: Path, answered: str, public: str) -> None:
    by_hand(tmp_path, answered, public)
    result = CliRunner().invoke(main, ["start", str(tmp_path)], input="\n" * 20)
    assert result.exit_code == 0, result.output
    partnership = sg.read(tmp_path)
    assert partnership.info.answered_known
    assert partnership.graph().answered.sum() == 4
    assert partnership.graph().organizations["public"].all()


def test_until_a_promise_is_made_others_see_totals_only(tmp_path: Path) -> None:
    by_hand(tmp_path, "Answered", "Public")
    result = CliRunner().invoke(main, ["start", str(tmp_path)], input="\n" * 20)
    assert "others see totals only" in result.output
    assert {info.promise for info in sg.read(tmp_path).graph().layers.values()} == {"aggregate"}


def test_every_column_that_a_table_can_have_is_on_the_sheet() -> None:
    meanings = {name for columns, _needed in COLUMNS_OF.values() for name in columns}
    assert {f"columns.{name}" for name in meanings} <= {field.name for field in SHEETS["Files"]}


@pytest.mark.parametrize(("choice", "lines"), [("later", False), ("aggregate", False), ("named", True)])
def test_a_promise_counts_for_plain_files_under_their_usual_names_too(choice: str, lines: bool, tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text("organization,sector\nAda,Health\nGem,Arts\nKay,Health\nLee,Arts\n")
    (tmp_path / "ties.csv").write_text("from,to,layer\nAda,Gem,contact\nGem,Ada,contact\nKay,Lee,contact\n")
    # The tables, the name, the backbone, the promise, the folder.
    started = CliRunner().invoke(main, ["start", str(tmp_path)], input=f"\n\n\n{choice}\n\n")
    assert started.exit_code == 0, started.output
    partnership = sg.read(tmp_path)
    release = room_release(partnership, (), partnership.latest)
    assert bool(release.layers) is lines
