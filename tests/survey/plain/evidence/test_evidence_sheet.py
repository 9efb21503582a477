"""What people decided in the evidence sheet, and in which ways the workbook comes back."""

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

import openpyxl
import pytest

from stakeholder_graph.model.problems import Problem
from stakeholder_graph.survey import Survey
from stakeholder_graph.survey.plain.evidence.evidence_sheet import ACCEPT, CONDITIONS, FILLED_IN, ROWS
from stakeholder_graph.tabular.write_xlsx import workbook

Read = Callable[[Mapping[str, str | bytes]], Survey]
Problems = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]

HEADERS = ("Rubric", "Row", "Condition", "The tool proposes", *FILLED_IN)
GRANT = ("five", "funded", "backbone", "waits for a document")
ENDORSED = ("five", "endorsed", "agenda", "shown")
AGREED = ("five", "agreed", "agenda", "not met")
CARRIED = ("five", "carried", "agenda", "too close")


def sheet(*rows: Sequence[str], accept: Sequence[Sequence[str]] = (), headers: Sequence[str] = HEADERS) -> bytes:
    """The workbook with some rows, blank where they end."""
    tables = {ROWS: [headers, *([*row, *[""] * (len(headers) - len(row))] for row in rows)]}
    tables[CONDITIONS] = [("Rubric", "Condition", ACCEPT, "Decided by", "Reviewed by", "Date"), *accept]
    return workbook(tables)


def files(data: bytes, **texts: str) -> dict[str, str | bytes]:
    lists = {"organizations.csv": "organization\nAlpha\nBeta\nGamma\n", "ties.csv": "from,to\nAlpha,Beta\n"}
    return {**lists, **{f"{name}.csv": text for name, text in texts.items()}, "evidence-sheet.xlsx": data}


def decided(survey: Survey) -> list[tuple[str, ...]]:
    names = ["benchmark", "status", "by", "reviewed_by", "date"]
    return list(survey["evidence"][names].itertuples(index=False, name=None))


def test_what_is_filled_in_is_decided_and_the_rest_is_not(read: Read) -> None:
    filled = ("shown", "Grant of 2026", "https://example.org/grant", "Ann", "Ben", "2026-03-20", "It is signed")
    noted = ("", "Ask Kay", "", "", "", "", "")
    survey = read(files(sheet((*GRANT, *filled), (*ENDORSED, *noted), AGREED)))
    assert survey["evidence"].to_numpy().tolist() == [
        ["five", "funded", "shown", "Grant of 2026", "Ann", "2026-03-20", "1", "https://example.org/grant", "Ben",
         "It is signed", "evidence-sheet.xlsx, sheet “Evidence”", "2", "Decided by"]
    ]  # fmt: skip


def test_proposals_of_a_condition_are_accepted_in_one_step(read: Read) -> None:
    accept = [("five", "agenda", "yes", "Ann", "Ben", "2026-03-20"), ("five", "backbone", "", "", "", "")]
    own = (*ENDORSED, "not met", "", "", "Cem", "", "2026-04-01", "The vote was void")
    stays = ("five", "adopted", "agenda", "shown", "open")
    survey = read(files(sheet(own, AGREED, CARRIED, stays, GRANT, accept=accept)))
    # Whoever decided a row by itself overrides; a row that is too close proposes nothing; one is left open on purpose.
    assert decided(survey) == [
        ("endorsed", "not met", "Cem", "", "2026-04-01"),
        ("agreed", "not met", "Ann", "Ben", "2026-03-20"),
    ]


def test_nobody_accepts_without_a_name(problems: Problems) -> None:
    accept = [("five", "agenda", "yes", "", "", "")]
    assert [str(problem) for problem in problems(files(sheet(ENDORSED, accept=accept)))] == [
        "evidence-sheet.xlsx, sheet “Accept by condition”, row 2, column “Decided by”: Nobody is named who "
        "accepts the proposals of this condition. Fill in who decided it."
    ]


def test_a_decision_in_both_files_counts_once_and_a_contradiction_is_an_error(read: Read, problems: Problems) -> None:
    header = "rubric,benchmark,status,evidence,decided_by,date\n"
    data = sheet((*GRANT, "shown", "Grant", "", "Ann", "", "2026-03-20"))
    survey = read(files(data, evidence=f"{header}Five,Funded,met,Grant,Ann,2026-03-20\nfive,other,met,,Ann,\n"))
    assert [row[0] for row in decided(survey)] == ["funded", "Funded", "other"]
    (problem,) = problems(files(data, evidence=f"{header}five,other,met,,Ann,\nfive,funded,not met,,Ann,\n"))
    assert str(problem) == (
        "evidence-sheet.xlsx, sheet “Evidence”, row 2, column “Status”: The row “funded” is “shown” here and "
        "“not met” in row 3 of evidence.csv. Keep the decision that is right, and take the other one out."
    )


def test_a_sheet_without_a_decision_is_no_evidence(read: Read) -> None:
    assert read(files(sheet(GRANT, ENDORSED)))["evidence"].empty


@pytest.mark.parametrize("data", [workbook({ROWS: [[]]}), workbook({"Notes": [["Kay", "May"]]}), b""])
def test_a_blank_workbook_is_an_error_that_says_what_to_do(data: bytes, problems: Problems) -> None:
    found = problems(files(data))
    assert {problem.file for problem in found} == {"evidence-sheet.xlsx"}


def test_a_row_that_people_added_needs_to_say_what_it_is_about(problems: Problems) -> None:
    added = ("five", "", "", "", "shown", "A new grant", "", "Ann")
    found = problems(files(sheet(GRANT, added, ("", "endorsed", "", "", "shown"))))
    assert [(problem.row, problem.column) for problem in found] == [(3, "Row"), (4, "Rubric")]


def test_a_note_below_the_rows_and_a_row_that_is_gone_do_no_harm(read: Read) -> None:
    note = ("", "", "", "", "", "Ask the school district", "", "")
    assert decided(read(files(sheet((*AGREED, "shown"), note)))) == [("agreed", "shown", "", "", "")]


def test_a_renamed_column_is_an_error_since_what_it_holds_would_be_lost(problems: Problems) -> None:
    headers = ["Statuss" if header == "Status" else header for header in HEADERS]
    (problem,) = problems(files(sheet(GRANT, headers=headers)))
    assert (problem.file, problem.todo) == ("evidence-sheet.xlsx, sheet “Evidence”", "Did you mean “Statuss”?")
    headers = ["Why" if header == "Reason" else header for header in HEADERS]
    (problem,) = problems(files(sheet((*GRANT, "shown"), headers=headers)))
    assert problem.what == "There is no column “Reason”."


def test_a_sheet_may_have_another_name_and_columns_another_order(read: Read) -> None:
    headers, row = [*reversed(HEADERS), "Budget line"], [*reversed([*ENDORSED, "shown", *[""] * 6]), "7"]
    data = workbook({"Kay's rows": [headers, row]})
    assert decided(read(files(data))) == [("endorsed", "shown", "", "", "")]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [("2026-3-20", "2026-03-20"), ("20.3.2026", "2026-03-20"), ("3/20/2026", "2026-03-20"), ("46101", "2026-03-20")],
)
def test_a_date_as_text(written: str, read_as: str, read: Read) -> None:
    data = sheet((*ENDORSED, "shown", "", "", "Ann", "", written))
    assert decided(read(files(data))) == [("endorsed", "shown", "Ann", "", read_as)]


def test_a_date_that_could_be_two_days_is_an_error(problems: Problems) -> None:
    rows = [(*ENDORSED, "shown", "", "", "Ann", "", text) for text in ("3/2/2026", "in May", "2026-02-30")]
    assert [problem.row for problem in problems(files(sheet(*rows)))] == [2, 3, 4]


def test_a_date_that_a_spreadsheet_made_one(read: Read) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheet((*ENDORSED, "shown"))))
    book[ROWS].cell(2, HEADERS.index("Date") + 1).value = datetime(2026, 3, 20)
    book.save(saved := io.BytesIO())
    assert decided(read(files(saved.getvalue()))) == [("endorsed", "shown", "", "", "2026-03-20")]


def test_a_status_that_is_none(problems: Problems) -> None:
    (problem,) = problems(files(sheet((*ENDORSED, "show"))))
    assert str(problem) == (
        "evidence-sheet.xlsx, sheet “Evidence”, row 2, column “Status”: “show” is no status. Did you mean “shown”?"
    )


def test_text_that_means_harm_stays_text(read: Read) -> None:
    evil = ('=HYPERLINK("http://x","y")', "<script>alert(1)</script>", "@SUM(A1)", "\u202eReview", "", "-1+1")
    survey = read(files(sheet((*ENDORSED, "shown", *evil))))
    row = survey["evidence"].iloc[0]
    assert (row["evidence"], row["link"], row["by"]) == evil[:3]
    assert row["reason"] == "-1+1"


def test_it_is_no_table_of_somebody_elses(read: Read) -> None:
    """One workbook that holds everything is read as if the sheet were not there."""
    book = workbook(
        {"organizations": [["organization"], ["Alpha"], ["Beta"]], "ties": [["from", "to"], ["Alpha", "Beta"]]}
    )
    survey = read({"all.xlsx": book, "evidence-sheet.xlsx": sheet((*ENDORSED, "shown"))})
    assert len(survey["ties"]) == 1
    assert decided(survey) == [("endorsed", "shown", "", "", "")]


def test_beside_a_network_it_is_nothing_to_read_or_to_speak_of(read: Read) -> None:
    network = "Source,Target\nAlpha,Beta\nBeta,Gamma\n"
    survey = read({"net.csv": network, "evidence-sheet.xlsx": sheet((*ENDORSED, "shown"))})
    assert len(survey["ties"]) == 2
    assert not [advice for advice in survey.info.advice if advice.file == "evidence-sheet.xlsx"]


def test_a_row_twice_with_two_statuses_is_an_error_that_names_both_rows(read: Read, problems: Problems) -> None:
    """Undated, neither of the two is the later one; a later date settles it, and the same status counts once."""
    lists, header = files(b""), "rubric,benchmark,status,evidence,by,date\n"
    del lists["evidence-sheet.xlsx"]
    csv = f"{header}five,funded,met,Grant,Ann,\nfive,other,met,,Ann,\nFive,Funded,not met,,Ben,\n"
    (problem,) = problems(lists | {"evidence.csv": csv})
    assert str(problem) == (
        "evidence.csv, row 4, column “status”: The row “Funded” is “not met” here and “shown” in row 2 of "
        "evidence.csv. Keep the decision that is right, and take the other one out."
    )
    dated = csv.replace("Ann,\n", "Ann,2026-03-20\n").replace("Ben,", "Ben,3 de octubre de 2025")
    (advice,) = advice_on(read(lists | {"evidence.csv": dated}), "evidence.csv")
    assert advice.endswith("the later date counts. If that is not what you mean, take one of the two out.")
    same = csv.replace("not met", "Cumplido")
    (advice,) = advice_on(read(lists | {"evidence.csv": same}), "evidence.csv")
    assert "row 2 of evidence.csv, too, in the same way; it counts once." in advice


def test_a_row_twice_in_the_sheet(problems: Problems) -> None:
    (problem,) = problems(files(sheet((*ENDORSED, "shown"), (*ENDORSED, "not met"))))
    assert (problem.file, problem.row, problem.column) == ("evidence-sheet.xlsx, sheet “Evidence”", 3, "Status")


def advice_on(survey: Survey, file: str) -> list[str]:
    return [str(advice) for advice in survey.info.advice if advice.file.startswith(file)]


@pytest.mark.parametrize(
    "name",
    ["evidence-sheet (1).xlsx", "evidence-sheet copy.xlsx", "Evidence sheet.xlsx", "Copy of evidence_sheet.xlsx"],
)
def test_a_renamed_workbook_is_not_lost_without_a_word(name: str, read: Read) -> None:
    decided_there = files(sheet((*ENDORSED, "shown", "", "", "Ann")))
    data = decided_there.pop("evidence-sheet.xlsx")
    assert advice_on(read(decided_there | {name: data}), name) == [
        f"{name}: This file looks like your evidence sheet, but it is not read. Rename it to evidence-sheet.xlsx."
    ]
    (advice,) = advice_on(read(decided_there | {name: data, "evidence-sheet.xlsx": data}), name)
    assert "in the place of evidence-sheet.xlsx" in advice


def test_a_sheet_that_is_gone_is_named(read: Read, problems: Problems) -> None:
    alone = workbook({ROWS: [HEADERS, [*ENDORSED, "shown", *[""] * 6]]})
    (advice,) = advice_on(read(files(alone)), "evidence-sheet.xlsx")
    assert "no sheet “Accept by condition”" in advice
    accept = workbook({CONDITIONS: [("Rubric", "Condition", ACCEPT, "Decided by", "Reviewed by", "Date")]})
    (problem,) = problems(files(accept))
    assert "no sheet “Evidence”" in problem.what
    assert "accepted on the sheet “Accept by condition”" in problem.what


def test_what_was_accepted_together_stands_where_it_was_accepted(read: Read) -> None:
    accept = [("five", "other", "", "", "", ""), ("five", "agenda", "yes", "Ann", "", "20 nov 2026")]
    evidence = read(files(sheet(ENDORSED, (*AGREED, "", "", "", "Cem"), accept=accept)))["evidence"]
    assert evidence[["by", "date", "file", "row"]].to_numpy().tolist() == [
        ["Ann", "2026-11-20", "evidence-sheet.xlsx, sheet “Accept by condition”", "3"],
        ["Cem", "2026-11-20", "evidence-sheet.xlsx, sheet “Evidence”", "3"],
    ]


def test_bad_dates_of_both_sheets_are_named_at_once(problems: Problems) -> None:
    accept = [("five", "agenda", "yes", "Ann", "", "soon")]
    found = problems(files(sheet((*ENDORSED, "shown", "", "", "Ann", "", "May 3 or 4, 2026"), accept=accept)))
    assert sorted((problem.file, problem.row, problem.column) for problem in found) == [
        ("evidence-sheet.xlsx, sheet “Accept by condition”", 2, "Date"),
        ("evidence-sheet.xlsx, sheet “Evidence”", 2, "Date"),
    ]


@pytest.mark.parametrize(("year", "notes"), [("2025", 0), ("2026", 0), ("2027", 1), ("2062", 1)])
def test_a_decision_years_after_its_wave_gets_a_note(year: str, notes: int, read: Read) -> None:
    lists = files(b"", evidence=f"rubric,benchmark,status,evidence,by,date\nfive,funded,met,Grant,Ann,{year}-03-20\n")
    del lists["evidence-sheet.xlsx"]
    lists["ties.csv"] = "from,to,wave\nAlpha,Beta,2025\n"
    assert len(advice_on(read(lists), "evidence.csv")) == notes


def test_a_document_with_a_decider_and_no_status_gets_a_note(read: Read) -> None:
    rows = [(*ENDORSED, "", "", "https://example.org", "Ann"), (*AGREED, "", "", "https://example.org", "")]
    (advice,) = advice_on(read(files(sheet(*rows))), "evidence-sheet.xlsx")
    assert advice.startswith("evidence-sheet.xlsx, sheet “Evidence”, row 2, column “Status”: ")


def test_words_for_one_status_are_the_same_in_sheet_and_csv(read: Read) -> None:
    csv = "rubric,benchmark,status,evidence,by,date\nfive,endorsed,shown,,Ann,\n"
    assert decided(read(files(sheet((*ENDORSED, "Met", "", "", "Ann")), evidence=csv))) == [
        ("endorsed", "shown", "Ann", "", "")
    ]


def test_no_column_of_ours_is_proposed_for_one_that_is_gone(problems: Problems) -> None:
    """“Proposals” and “Reviewed by” are there on purpose: neither is “Accept all proposals” or “Decided by” renamed."""
    headers = ["Who said so" if header == "Decided by" else header for header in HEADERS]
    accept = ("Rubric", "Condition", "Proposals", "Accept?", "Decided by", "Reviewed by", "Date")
    data = workbook(
        {ROWS: [headers, [*ENDORSED, *[""] * 7]], CONDITIONS: [accept, ["five", "agenda", "", "", "", "", ""]]}
    )
    assert {problem.todo for problem in problems(files(data))} == {
        "Add a column with the header “Decided by”.",
        "Add a column with the header “Accept all proposals”.",
    }
