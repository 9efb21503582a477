"""Which answers count is asked in yellow cells of the workbook, with a proposal, wherever reading asks it."""

from pathlib import Path

import openpyxl
import pytest

from stakeholder_graph.survey import read_partnership
from stakeholder_graph.survey.settings.draft import Draft
from stakeholder_graph.survey.settings.drafting.from_files import draft_settings
from stakeholder_graph.survey.settings.workbook.open_decisions import waiting_cells
from stakeholder_graph.survey.settings.workbook.write import write_workbook

NAMES = ("Alder Clinic", "Birch School", "Cedar Fund", "Dogwood Shelter")
TIES = dict(
    zip(
        NAMES,
        (",Monthly,Never,Never", "Monthly,,Never,Weekly", "Never,Never,,Monthly", "Never,Never,Never,"),
        strict=True,
    )
)


def export(status: str = "IP Address", extra: tuple[str, str] | None = None, done: str = "True") -> str:
    noted = ["StartDate", "Status", "Finished", "RecordedDate", "ResponseId"]
    ids = [
        f'"{{""ImportId"":""{name}""}}"' for name in ("startDate", "status", "finished", "recordedDate", "_recordId")
    ]
    rows = [(name, TIES[name]) for name in NAMES] + ([extra] if extra else [])
    lines = [
        ",".join([*noted, "Q1", *(f"Q2_{k}" for k in range(1, 5))]),
        ",".join([*noted, "Which organization?", *(f"How often do you work with? - {name}" for name in NAMES)]),
        ",".join([*ids, *(f'"{{""ImportId"":""QID{k}""}}"' for k in ("1", "2_1", "2_2", "2_3", "2_4"))]),
    ]
    for k, (name, ties) in enumerate(rows):
        flag, end = (status, done) if name == "Cedar Fund" else ("IP Address", "True")
        lines.append(
            f"2026-02-0{k + 1} 21:25:55,{flag},{end},2026-02-0{k + 1} 21:28:18,R_00000000000000{k},{name},{ties}"
        )
    return "\n".join(lines)


def drafted(folder: Path, text: str) -> Draft:
    (folder / "export.csv").write_text(text)
    draft = draft_settings([folder / "export.csv"], folder)
    write_workbook(folder / "partnership.xlsx", draft)
    return draft


def rules(draft: Draft) -> tuple[str | None, str | None]:
    (who,) = [question for question in draft.settings.question if question.kind == "identity"]
    return who.several_answers, who.flagged_answers


LATER = ("Birch School", "Weekly,,Never,Never")


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        (export(), (None, None)),
        (export("Spam"), (None, "keep?")),
        (export("Spam", done="False"), (None, "set aside?")),
        (export(extra=LATER), ("latest?", None)),
        (export("Spam", extra=LATER), ("latest?", "keep?")),
        (export(extra=("birch school ", "Weekly,,Never,Never")), ("latest?", None)),
        (export(extra=("Birch School", TIES["Birch School"])), (None, None)),  # the same twice is no question
    ],
)
def test_what_waits_is_marked_and_counted(tmp_path: Path, text: str, marks: tuple[str | None, str | None]) -> None:
    draft = drafted(tmp_path, text)
    assert rules(draft) == marks
    sheet = openpyxl.load_workbook(tmp_path / "partnership.xlsx")["Questions"]
    column = {cell.value: cell.column for cell in sheet[1]}
    cells = [sheet.cell(2, column[header]) for header in ("several answers", "flagged answers")]
    assert [cell.value for cell in cells] == list(marks)
    assert [cell.fill.start_color.rgb == "FFFFEB3B" for cell in cells] == [mark is not None for mark in marks]
    survey = read_partnership(tmp_path)
    asked = [problem for problem in survey.info.undecided if "answers” of its row" in problem.todo]
    assert len(asked) == sum(mark is not None for mark in marks)
    assert waiting_cells(draft).get("Questions", 0) == len(asked)


def test_a_decision_stays_and_is_no_longer_yellow(tmp_path: Path) -> None:
    assert waiting_cells(drafted(tmp_path, export("Spam", extra=LATER)))["Questions"] == 2
    book = openpyxl.load_workbook(tmp_path / "partnership.xlsx")
    sheet = book["Questions"]
    column = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, column["several answers"]).value = "combine"
    sheet.cell(2, column["flagged answers"]).value = "keep"
    book.save(tmp_path / "partnership.xlsx")
    again = drafted(tmp_path, export("Spam", extra=LATER))
    assert rules(again) == ("combine", "keep")
    assert "Questions" not in waiting_cells(again)
    survey = read_partnership(tmp_path)
    assert not [problem for problem in survey.info.undecided if "answers” of its row" in problem.todo]


def test_what_a_new_download_brings_is_marked_then(tmp_path: Path) -> None:
    assert rules(drafted(tmp_path, export())) == (None, None)
    assert rules(drafted(tmp_path, export(extra=LATER))) == ("latest?", None)
