"""The evidence sheet: what it proposes, and that a second draft keeps every decision."""

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from stakeholder_graph.conditions import Criterion, Decision, Judgement, Ledger, LedgerRow, Rubric
from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.judgement import Verdict
from stakeholder_graph.model.finding import Message
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.plain.evidence.evidence_sheet import CONDITIONS, ROWS, read_evidence_sheet
from stakeholder_graph.text import speaking
from stakeholder_graph.views.evidence_sheet import draft_evidence_sheet, write_evidence_sheet
from stakeholder_graph.views.evidence_sheet.draft_sheet import FORMER
from stakeholder_graph.views.evidence_sheet.sheet_cells import HEADERS

ROWS_OF = {
    "endorsed": Criterion(
        id="endorsed", condition="agenda", asked="Partners endorse the agenda.", how="finding",
        finding=FindingField(measure="agenda_agreement"), threshold=4,
    ),
    "agreed": Criterion(
        id="agreed", condition="agenda", asked="=They agree", how="finding", finding=FindingField(), threshold=0.7
    ),
    "funded": Criterion(
        id="funded", condition="backbone", asked="It is paid for.", how="document", file="the budget",
        about_backbone=True,
    ),
}  # fmt: skip
VERDICTS: dict[str, Verdict] = {"endorsed": "shown", "agreed": "not met", "funded": "waits for a document"}


def ledger(
    verdicts: Mapping[str, Verdict] = VERDICTS, rubric: str = "five", decided: Mapping[str, Verdict] | None = None
) -> Ledger:
    rows = []
    for name, verdict in verdicts.items():
        judgement = Judgement(verdict, Message("whole_range"))
        if name != "funded":
            judgement = replace(judgement, value=3.96, range=(3.5, 4.25), threshold=4.0)
        status = (decided or {}).get(name)
        criterion = ROWS_OF.get(name) or replace(ROWS_OF["endorsed"], id=name)
        rows.append(LedgerRow(criterion, judgement, Decision(name, status) if status else None))
    made = Rubric(rubric, "Five", "1", "2026", "", tuple(row.criterion for row in rows))
    return Ledger(made, "P", "1", tuple(rows))


def cells(data: bytes, sheet: str = ROWS) -> dict[str, dict[str, str]]:
    """The rows of a sheet by their id, or by their condition, without blank cells."""
    headers, *rows = openpyxl.load_workbook(io.BytesIO(data))[sheet].iter_rows(values_only=True)
    named = [{head: str(cell) for head, cell in zip(headers, row, strict=True) if cell is not None} for row in rows]
    return {row.get("Row") or row["Condition"]: row for row in named}


def filled(data: bytes, **texts: Mapping[str, object]) -> bytes:
    """The workbook after people wrote into rows, by id; or accepted a condition, by its name with ``_`` for spaces."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for name, said in texts.items():
        for sheet in (book[ROWS], book[CONDITIONS]):
            heads = {cell.value: cell.column for cell in sheet[1]}
            known = heads.get("Row", heads["Condition"])
            for row in range(2, sheet.max_row + 1):
                if sheet.cell(row, known).value == name.replace("_", " "):
                    for header, text in said.items():
                        sheet.cell(row, heads[header]).value = text
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    book.save(out := io.BytesIO())
    return out.getvalue()


def decisions(data: bytes, folder: Path) -> list[tuple[str, str, str]]:
    (folder / "evidence-sheet.xlsx").write_bytes(data)
    table = read_evidence_sheet(folder / "evidence-sheet.xlsx", inspection := Inspection())
    inspection.verdict()
    assert table is not None
    return list(zip(table.texts("benchmark"), table.texts("status"), table.texts("by"), strict=True))


def test_each_row_says_what_is_asked_and_proposed_and_what_to_attach() -> None:
    rows = cells(draft_evidence_sheet([ledger()]).content)
    assert rows["endorsed"] == {
        "Rubric": "five",
        "Row": "endorsed",
        "Condition": "Common agenda",
        "What is asked": "Partners endorse the agenda.",
        "The tool proposes": "shown",
        "In numbers": "3.96 (3.50 to 4.25). It takes 4 or more. All of its range meets the threshold.",
        "Who may decide": "whoever you chose for it",
    }
    assert rows["funded"]["What to attach"] == "the budget"
    assert rows["funded"]["Who may decide"] == "anybody but the backbone"
    accept = cells(draft_evidence_sheet([ledger()]).content, CONDITIONS)
    assert accept["Common agenda"]["Proposals"] == "1 shown, 1 not met"


def test_where_nothing_is_recorded_nothing_is_proposed_and_nothing_accepted(tmp_path: Path) -> None:
    made = ledger(VERDICTS | {"agreed": "does not apply"})
    judgement = Judgement("does not apply", Message("no_layer", {"layer": "data sharing"}))
    rows = tuple(replace(row, judgement=judgement) if row.criterion.id == "agreed" else row for row in made.rows)
    drafted = draft_evidence_sheet([replace(made, rows=rows)]).content
    assert cells(drafted)["agreed"]["The tool proposes"] == "not recorded: Nobody was asked about data sharing."
    assert "In numbers" not in cells(drafted)["agreed"]
    assert cells(drafted, CONDITIONS)["Common agenda"]["Proposals"] == "1 shown, 1 not recorded"
    assert cells(drafted, CONDITIONS)["Backbone support"]["Proposals"] == "1 waits for a document"
    accepted = filled(drafted, Common_agenda={"Accept all proposals": "yes", "Decided by": "Ann"})
    assert decisions(accepted, tmp_path) == [("endorsed", "shown", "Ann")]
    # A second draft says nothing of a change where there is none.
    assert draft_evidence_sheet([replace(made, rows=rows)], drafted).changed == 0


def test_a_draft_decides_nothing_and_is_the_same_each_time(tmp_path: Path) -> None:
    first = draft_evidence_sheet([ledger()])
    assert decisions(first.content, tmp_path) == []
    again = draft_evidence_sheet([ledger()], first.content)
    assert again.content == first.content
    assert (again.rows, again.changed, again.whole) == (3, 0, True)


def test_status_is_a_dropdown_and_no_text_is_a_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(draft_evidence_sheet([ledger()]).content))
    assert [rule.formula1 for rule in book[ROWS].data_validations.dataValidation] == [
        '"shown,not met,does not apply,open"'
    ]
    assert [rule.formula1 for rule in book[CONDITIONS].data_validations.dataValidation] == ['"yes,no"']
    asked = next(cell for row in book[ROWS].iter_rows() for cell in row if cell.value == "=They agree")
    assert asked.data_type == "s"
    assert asked.quotePrefix


def test_a_second_draft_keeps_every_decision_and_marks_what_changed(tmp_path: Path) -> None:
    said = {"Status": "shown", "Evidence": "Minutes", "Link": "http://x", "Decided by": "Ann", "Date": "2026-03-20"}
    first = filled(draft_evidence_sheet([ledger()]).content, endorsed=said, funded={"Evidence": "Ask Kay"})
    now = VERDICTS | {"endorsed": "not met", "fresh": "too close"}
    second = draft_evidence_sheet([ledger(now, decided={"endorsed": "shown"})], first)
    rows = cells(second.content)
    assert {name: rows["endorsed"][name] for name in said} == said
    assert rows["funded"]["Evidence"] == "Ask Kay"
    assert rows["endorsed"]["Changed since the last draft"] == "The tool proposed “shown”. You decided “shown”."
    assert rows["fresh"]["Changed since the last draft"] == "New."
    assert (second.changed, second.whole) == (2, True)
    assert decisions(second.content, tmp_path) == [("endorsed", "shown", "Ann")]


def test_what_was_accepted_by_condition_stays_as_it_was_accepted(tmp_path: Path) -> None:
    accept = {"Accept all proposals": "yes", "Decided by": "Ann", "Reviewed by": "Ben", "Date": "2026-03-20"}
    own = {"Status": "open", "Reason": "We meet in May"}
    first = filled(draft_evidence_sheet([ledger()]).content, Common_agenda=accept, agreed=own)
    assert decisions(first, tmp_path) == [("endorsed", "shown", "Ann")]
    now = VERDICTS | {"endorsed": "not met", "agreed": "shown"}
    second = draft_evidence_sheet([ledger(now)], first)
    assert decisions(second.content, tmp_path) == [("endorsed", "shown", "Ann")]
    assert cells(second.content)["endorsed"]["Reviewed by"] == "Ben"
    assert cells(second.content)["agreed"]["Reason"] == "We meet in May"
    assert "Accept all proposals" not in cells(second.content, CONDITIONS)["Common agenda"]
    third = draft_evidence_sheet([ledger(now)], second.content)
    assert decisions(third.content, tmp_path) == [("endorsed", "shown", "Ann")]


def test_rows_columns_sheets_and_comments_of_people_stay(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(draft_evidence_sheet([ledger()]).content))
    own = len(HEADERS) + 1
    book[ROWS].cell(1, own).value, book[ROWS].cell(2, own).value = "Budget line", 7
    book[ROWS].cell(9, HEADERS.index("Evidence") + 1).value = "a note below"
    book[ROWS].cell(2, 4).comment = Comment("Which agenda?", "Kay")
    book.create_sheet("Kay")["A1"] = "=1+1 is text here"
    book["Kay"]["A1"].data_type = "s"
    drafted = draft_evidence_sheet([ledger()], saved(book))
    assert drafted.whole
    again = openpyxl.load_workbook(io.BytesIO(drafted.content))
    assert again[ROWS].cell(2, own).value == 7
    assert "a note below" in [cell.value for row in again[ROWS].iter_rows() for cell in row]
    assert again[ROWS].cell(2, 4).comment.text == "Which agenda?"
    assert again["Kay"]["A1"].value == "=1+1 is text here"
    assert decisions(drafted.content, tmp_path) == []


def test_a_row_that_people_deleted_comes_back_and_one_that_the_rubric_dropped_is_kept_aside() -> None:
    first = filled(draft_evidence_sheet([ledger()]).content, agreed={"Status": "shown", "Decided by": "Ann"})
    book = openpyxl.load_workbook(io.BytesIO(first))
    book[ROWS].delete_rows(2)
    second = draft_evidence_sheet([ledger({"endorsed": "shown", "funded": "waits for a document"})], saved(book))
    assert list(cells(second.content)) == ["endorsed", "funded"]
    assert cells(second.content, FORMER)["agreed"]["Decided by"] == "Ann"


def test_rows_of_another_rubric_stay_as_they_are(tmp_path: Path) -> None:
    both = draft_evidence_sheet([ledger(), ledger(rubric="theory")]).content
    book = openpyxl.load_workbook(io.BytesIO(both))
    heads = {cell.value: cell.column for cell in book[ROWS][1]}
    for row in (2, 5):
        book[ROWS].cell(row, heads["Status"]).value = "shown"
    second = draft_evidence_sheet([ledger()], saved(book))
    assert second.rows == 6
    assert [row[:2] for row in decisions(second.content, tmp_path)] == [("endorsed", "shown")] * 2


def test_a_renamed_sheet_is_known_again(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(draft_evidence_sheet([ledger()]).content))
    heads = {cell.value: cell.column for cell in book[ROWS][1]}
    book[ROWS].cell(2, heads["Status"]).value = "Shown"
    book[ROWS].title = "Unsere Zeilen"
    second = draft_evidence_sheet([ledger()], saved(book))
    assert decisions(second.content, tmp_path) == [("endorsed", "shown", "")]


@pytest.mark.parametrize("spoilt", ["formula", "merged"])
def test_where_nobody_can_put_them_together_all_decisions_are_kept_and_the_last_draft_too(
    spoilt: str, tmp_path: Path
) -> None:
    said = {"Status": "shown", "Decided by": "Ann"}
    book = openpyxl.load_workbook(
        io.BytesIO(filled(draft_evidence_sheet([ledger()]).content, endorsed=said, funded={"Evidence": "Ask Kay"}))
    )
    if spoilt == "formula":
        book[ROWS].cell(2, 18).value = "=1+1"
    else:
        book[ROWS].merge_cells("R2:S2")
    path = tmp_path / "evidence-sheet.xlsx"
    path.write_bytes(saved(book))
    written = write_evidence_sheet(tmp_path, [ledger()])
    assert written.kept == tmp_path / "evidence-sheet.earlier.xlsx"
    assert cells(path.read_bytes())["funded"]["Evidence"] == "Ask Kay"
    assert decisions(path.read_bytes(), tmp_path) == [("endorsed", "shown", "Ann")]


def test_what_evidence_csv_decided_is_said_and_not_repeated(tmp_path: Path) -> None:
    drafted = draft_evidence_sheet([ledger(decided={"funded": "shown"})]).content
    assert cells(drafted)["funded"]["In numbers"].endswith("Decided already: “shown” (nobody is named).")
    assert decisions(drafted, tmp_path) == []


def test_a_draft_in_spanish_is_decided_in_spanish_and_goes_on_in_english(tmp_path: Path) -> None:
    with speaking("es"):
        first = draft_evidence_sheet([ledger()]).content
    assert cells(first)["endorsed"]["The tool proposes"] == "demostrada"
    book = openpyxl.load_workbook(io.BytesIO(first))
    assert book[ROWS].data_validations.dataValidation[0].formula1 == '"demostrada,no cumplida,no procede,pendiente"'
    said = {"Status": "no cumplida", "Decided by": "Ann", "Reason": "Kay left"}
    decided = filled(first, endorsed=said, agreed={"Status": "pendiente"})
    assert decisions(decided, tmp_path) == [("endorsed", "not met", "Ann")]
    accept = {"Accept all proposals": "yes", "Decided by": "Ann"}
    accepted = filled(first, Agenda_común=accept)
    assert decisions(accepted, tmp_path) == [("endorsed", "shown", "Ann"), ("agreed", "not met", "Ann")]
    second = draft_evidence_sheet([ledger()], decided)
    assert decisions(second.content, tmp_path) == [("endorsed", "not met", "Ann")]
    assert cells(second.content)["endorsed"]["The tool proposes"] == "shown"
