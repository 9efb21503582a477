"""ties.csv in which an organization says different things of the same partner."""

from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest

from stakeholder_graph.survey import Survey, read_partnership
from stakeholder_graph.survey.settings.draft import Draft
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.workbook.write import workbook_bytes

Read = Callable[[Mapping[str, str | bytes]], Survey]

ORGANIZATIONS = "organization,sector\nAlpha,Health\nBeta,Schools\nGamma,Health\nDelta,Food\n"
#: Alpha says 1 and then 3 of Beta, and then that there is none with Gamma; two ties of others.
ROWS = "Alpha,Beta,1\nBeta,Gamma,2\nAlpha,Beta,3\nAlpha,Gamma,2\nAlpha,Gamma,0\nGamma,Delta,1\n"
OTHERS = {("Beta", "Gamma"): 2, ("Gamma", "Delta"): 1}
EXPECTED = {
    "latest": OTHERS | {("Alpha", "Beta"): 3},
    "first": OTHERS | {("Alpha", "Beta"): 1, ("Alpha", "Gamma"): 2},
    "combine": OTHERS | {("Alpha", "Beta"): 3, ("Alpha", "Gamma"): 2},
}


def plain(rows: str = ROWS, settings: str = "", header: str = "from,to,value") -> dict[str, str]:
    files = {"organizations.csv": ORGANIZATIONS, "ties.csv": f"{header}\n{rows}"}
    return files | ({"partnership.toml": settings} if settings else {})


def strengths(survey: Survey) -> dict[tuple[str, str], float]:
    ties = survey["ties"]
    return {(a, b): value for a, b, value in zip(ties["from"], ties["to"], ties["value"], strict=True)}


def asked(survey: Survey) -> list[str]:
    return [problem.what for problem in survey.info.undecided if "more than once" in problem.what]


def test_it_is_asked_with_rows_and_what_follows(read: Read) -> None:
    survey = read(plain())
    (what,) = asked(survey)
    assert "“Alpha” (rows 2, 4, 5 and 6)" in what
    assert "Put together, the answers give 4 ties in all; with the latest of each, 3; with the first, 4." in what
    assert strengths(survey) == EXPECTED["latest"]


@pytest.mark.parametrize("rule", ["latest", "first", "combine"])
def test_the_settings_settle_it(read: Read, rule: str) -> None:
    survey = read(plain(settings=f'[ties]\nseveral_answers = "{rule.upper()}"\n'))
    assert not asked(survey)
    assert strengths(survey) == EXPECTED[rule]


def test_combined_as_the_layer_says(read: Read) -> None:
    settings = '[ties]\nseveral_answers = "combine"\n[layers.collaboration]\ncombine = "mean"\n'
    assert strengths(read(plain(settings=settings)))["Alpha", "Beta"] == 2


def test_two_respondents_of_one_organization_do_not_contradict_each_other(read: Read) -> None:
    rows = "Alpha,Beta,1,Ann\nAlpha,Beta,3,Bo\n"
    survey = read(plain(rows, header="from,to,value,respondent"))
    assert not asked(survey)
    assert sorted(survey["ties"]["value"]) == [1, 3]


def test_one_respondent_who_answered_twice(read: Read) -> None:
    rows = "Alpha,Beta,1,Ann\nAlpha,Beta,2,Bo\nAlpha,Beta,3,Ann\nBeta,Gamma,1,Cy\n"
    survey = read(plain(rows, header="from,to,value,respondent"))
    assert "“Alpha, Ann” (rows 2 and 4)" in asked(survey)[0]
    assert sorted(survey["ties"]["value"]) == [1, 2, 3]
    assert sorted(survey["ties"]["respondent"]) == ["Ann", "Bo", "Cy"]


def test_another_spelling_of_one_organization(read: Read) -> None:
    files = plain("Alpha Inc,Beta,1\nBeta,Gamma,2\nalpha,Beta,3\nGamma,Delta,1\n")
    survey = read(files | {"names.csv": "written,organization\nAlpha Inc,Alpha\n"})
    assert "“Alpha” (rows 2 and 4)" in asked(survey)[0]
    assert strengths(survey) == EXPECTED["latest"]


def test_no_tie_and_one_of_unknown_strength(read: Read) -> None:
    survey = read(plain("Alpha,Beta,0\nBeta,Alpha,1\nGamma,Alpha,1\nAlpha,Beta,\n"))
    assert "“Alpha” (rows 2 and 5)" in asked(survey)[0]
    assert ("Alpha", "Beta") in strengths(survey)


def test_equal_rows_count_once_without_a_question(read: Read) -> None:
    survey = read(plain("Alpha,Beta,1\nBeta,Gamma,2\nAlpha,Beta,1\n"))
    assert not asked(survey)
    assert "The row repeats row 2." in [advice.what for advice in survey.info.advice]


def test_in_the_words_of_the_workbook(tmp_path: Path) -> None:
    for name, text in plain().items():
        (tmp_path / name).write_text(text)
    workbook = tmp_path / "partnership.xlsx"
    workbook.write_bytes(workbook_bytes(Draft(Settings())))
    survey = read_partnership(tmp_path)
    (todo,) = [problem.todo for problem in survey.info.undecided if "more than once" in problem.what]
    assert "write latest beside “Several answers in a table of ties” on the sheet “Start here”" in todo
    book = openpyxl.load_workbook(workbook)
    sheet = book["Start here"]
    (row,) = [cells[0].row for cells in sheet.iter_rows() if cells[0].value == "Several answers in a table of ties"]
    sheet.cell(row, 2, "first")
    book.save(workbook)
    survey = read_partnership(tmp_path)
    assert not asked(survey)
    assert strengths(survey) == EXPECTED["first"]
