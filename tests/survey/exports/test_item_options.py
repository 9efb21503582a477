"""Options and texts that are no items: "other", "none", "not on a team", and what was typed in beside them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest

from stakeholder_graph.model.problems import Problem
from stakeholder_graph.survey import Survey, read_partnership
from stakeholder_graph.survey.settings.drafting.from_files import draft_settings
from stakeholder_graph.survey.settings.workbook.write import write_workbook

Read = Callable[[Mapping[str, str | bytes]], Survey]

NAMES = ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir")
SETTINGS = """
[[wave]]
name = "2026"
files = ["export.csv"]
[[question]]
kind = "identity"
question = "{who}"
[[question]]
kind = "{kind}"
question = "{question}"
promise = "named"
{more}
"""
TYPED = '[[question]]\nkind = "outcome"\nquestion = "Q4_3_TEXT"\npromise = "named"\n'


def qualtrics(*ticked: str, words: Mapping[str, str] | None = None) -> str:
    """An export in which several options share a cell, and the words beside "other" have a column."""
    noted = ("StartDate", "Status", "Finished", "ResponseId")
    ids = ("startDate", "status", "finished", "_recordId", "QID1", "QID4", "QID4_3_TEXT")
    question = "Which outcomes do you work on?"
    text = ["Which organization?", f"{question} - Selected Choice", f"{question} - Other (please specify) - Text"]
    rows = [
        f'2026-02-03 21:25:55,IP Address,True,R_00000000000000{k},{name},"{cell}",{(words or {}).get(name, "")}'
        for k, (name, cell) in enumerate(zip(NAMES, ticked, strict=True))
    ]
    third = ",".join(f'"{{""ImportId"":""{name}""}}"' for name in ids)
    head = ",".join([*noted, "Q1", "Q4", "Q4_3_TEXT"])
    return "\n".join([head, ",".join([*noted, *text]), third, *rows])


def google(*cells: str, question: str = "Which outcomes do you work on?") -> str:
    rows = [f'3/{k}/2026 9:10:05,{name},"{cell}"' for k, (name, cell) in enumerate(zip(NAMES, cells, strict=True), 1)]
    return "\n".join([f"Timestamp,Which organization?,{question}", *rows])


def counts(survey: Survey) -> dict[str, int]:
    return {str(item): int(count) for item, count in survey["affiliations"]["item"].value_counts().items()}


def of(export: str, question: str = "Q4", who: str = "Q1", kind: str = "outcome", more: str = "") -> dict[str, str]:
    return {
        "ties.csv": TIES,
        "organizations.csv": ORGANIZATIONS,
        "export.csv": export,
        "partnership.toml": SETTINGS.format(question=question, who=who, kind=kind, more=more),
    }


def asked(survey: Survey) -> list[Problem]:
    return [problem for problem in survey.info.undecided if "item" in problem.todo]


TIES = "from,to\nAlder,Birch\n"
ORGANIZATIONS = "\n".join(["organization", *NAMES])
OUTCOMES = ("Jobs,Food", "Jobs", "Food,Other (please specify)", "Jobs,Arts", "Arts", "Jobs,Other (please specify)")
WORDS = {"Cedar": "Dental care", "Fir": "Buses"}
RIGHT = {"Jobs": 4, "Food": 2, "Arts": 2}


def test_other_is_no_outcome(read: Read) -> None:
    survey = read(of(qualtrics(*OUTCOMES, words=WORDS)))
    assert counts(survey) == RIGHT
    assert survey["items"]["item"].tolist() == ["Jobs", "Food", "Arts"]
    assert not asked(survey)


def test_words_beside_other_are_asked_about_once(read: Read) -> None:
    survey = read(of(qualtrics(*OUTCOMES, words=WORDS), more=TYPED))
    assert counts(survey) == RIGHT
    (decision,) = asked(survey)
    assert decision.what.startswith("2 answers to “Q4_3_TEXT” seem to be typed in beside the options")
    assert "“Dental care” and “Buses”" in decision.what
    assert 'write not_known = ["Dental care"] into its [[question]]' in decision.todo


def test_both_pieces_of_advice_work(read: Read) -> None:
    given = of(qualtrics(*OUTCOMES, words=WORDS), more=TYPED + 'not_known = ["Buses"]\n')
    survey = read({**given, "items.csv": "item,kind\nDental care,outcome\n"})
    assert counts(survey) == {**RIGHT, "Dental care": 1}
    assert not asked(survey)


def test_a_list_with_other_items_is_the_whole_list(read: Read) -> None:
    survey = read({**of(qualtrics(*OUTCOMES)), "items.csv": "item,kind\nJobs,outcome\nHousing,outcome\n"})
    assert counts(survey) == {"Jobs": 4}
    assert len(asked(survey)) == 2  # Food and Arts


GOOGLE = ("Jobs, Food", "Jobs, Food, Arts", "Food, Arts, Dental care", "Jobs, Arts", "Food", "Jobs, Arts")
GOOGLE_RIGHT = {"Jobs": 4, "Food": 4, "Arts": 4}
ASKED = "Which outcomes do you work on?"


@pytest.mark.parametrize(
    ("last", "typed"),
    [
        ("Jobs, Arts", ["Dental care"]),
        ("Jobs, Arts, None of these", ["Dental care"]),
    ],
)
def test_google_puts_what_is_typed_in_behind_the_options(read: Read, last: str, typed: list[str]) -> None:
    survey = read(of(google(*GOOGLE[:-1], last), ASKED, "Which organization?"))
    assert counts(survey) == GOOGLE_RIGHT
    (decision,) = asked(survey)
    assert all(f"“{text}”" in decision.what for text in typed)
    listed = read(
        {**of(google(*GOOGLE), ASKED, "Which organization?"), "items.csv": "item,kind\nDental care,outcome\n"}
    )
    assert counts(listed) == {**GOOGLE_RIGHT, "Dental care": 1}
    assert not asked(listed)


def test_an_option_of_one_respondent_before_others_is_of_the_form(read: Read) -> None:
    cells = ("Buses, Jobs, Food", "Jobs, Food, Arts", "Food, Arts", "Jobs, Arts", "Food", "Jobs, Arts")
    survey = read(of(google(*cells), ASKED, "Which organization?"))
    assert counts(survey) == {**GOOGLE_RIGHT, "Buses": 1}
    assert not asked(survey)


TEAM = "Which team are you on?"


@pytest.mark.parametrize("none", ["Not on a team", "None", "No team", "n/a", "Not on any team yet", "None yet", "-"])
def test_no_team_is_no_team(read: Read, none: str) -> None:
    cells = ("Early Years", none, "Housing", "Housing", none, "Early Years")
    survey = read(of(google(*cells, question=TEAM), TEAM, "Which organization?", "team"))
    assert counts(survey) == {"Early Years": 2, "Housing": 2}
    assert survey["items"].empty or none not in survey["items"]["item"].tolist()


@pytest.mark.parametrize(
    "cells",
    [
        ("Early Years", "Floating", "Housing", "Housing", "Floating", "Early Years"),
        ("Early Years, Housing", "Floating", "Housing", "Housing", "Floating", "Early Years"),
    ],
)
def test_answers_like_a_blank_are_no_items(read: Read, cells: tuple[str, ...]) -> None:
    survey = read(of(google(*cells, question=TEAM), TEAM, "Which organization?", "team", 'not_known = ["floating"]'))
    assert counts(survey).keys() == {"Early Years", "Housing"}
    assert "Floating" not in survey["items"]["item"].tolist()


def test_names_that_only_begin_like_that_stay(read: Read) -> None:
    cells = ("No Kid Hungry Team", "No Kid Hungry Team", "Other Voices", "Other Voices", "Housing", "Housing")
    survey = read(of(google(*cells, question=TEAM), TEAM, "Which organization?", "team"))
    assert counts(survey) == {"No Kid Hungry Team": 2, "Other Voices": 2, "Housing": 2}


def test_the_advice_works_beside_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text(qualtrics(*OUTCOMES, words=WORDS))
    (tmp_path / "ties.csv").write_text(TIES)
    (tmp_path / "organizations.csv").write_text(ORGANIZATIONS)
    workbook = tmp_path / "partnership.xlsx"
    write_workbook(workbook, draft_settings([tmp_path / "export.csv"], tmp_path))
    book = openpyxl.load_workbook(workbook)
    sheet = book["Questions"]
    column = {cell.value: cell.column for cell in sheet[1]}
    of_row = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=2)}
    for name, kind in (("Q1", "who answers"), ("Q4", "outcome"), ("Q4_3_TEXT", "outcome")):
        sheet.cell(of_row[name], column["what it is"]).value = kind
    book.save(workbook)
    survey = read_partnership(tmp_path)
    (decision,) = asked(survey)
    assert "add it to items.csv" in decision.todo
    assert "in the column “answers like a blank” of its row on the sheet Questions" in decision.todo
    (tmp_path / "items.csv").write_text("item,kind\nBuses,outcome\n")
    sheet.cell(of_row["Q4_3_TEXT"], column["answers like a blank"]).value = "Dental care"
    book.save(workbook)
    survey = read_partnership(tmp_path)
    assert counts(survey) == {**RIGHT, "Buses": 1}
    assert not asked(survey)
