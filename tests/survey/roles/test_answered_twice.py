"""An organization that stands in two rows of a matrix: asked about, with what follows from each choice."""

from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest

from stakeholder_graph.survey import Survey, read_partnership

Read = Callable[[Mapping[str, str | bytes]], Survey]

HEAD = ",Alder,Birch,Cedar,Dogwood"
#: Alder answers in rows 2 and 6, and says otherwise of Birch; and only there of Cedar.
ROWS = ["Alder,0,2,0,0", "Birch,1,0,0,0", "Cedar,0,0,0,3", "Dogwood,0,0,1,0", "Alder,0,3,1,0"]
SETTINGS = '[ties]\nseveral_answers = "{}"\n'


def matrix(rows: list[str], head: str = HEAD) -> str:
    return "\n".join([head, *rows]) + "\n"


def strengths(survey: Survey) -> dict[tuple[str, str], float]:
    """The strength of each tie that counts: several respondents of one organization by the largest."""
    strongest: dict[tuple[str, str], float] = {}
    ties = survey["ties"]
    for start, end, value in zip(ties["from"], ties["to"], ties["value"], strict=True):
        if value != 0:
            strongest[start, end] = max(value, strongest.get((start, end), 0))
    return strongest


def asked(survey: Survey) -> list[str]:
    return [problem.what for problem in survey.info.undecided if "more than once" in problem.what]


#: What others say: three ties.
OTHERS = {("Birch", "Alder"): 1, ("Cedar", "Dogwood"): 3, ("Dogwood", "Cedar"): 1}
OF_ALDER = {
    "latest": {("Alder", "Birch"): 3, ("Alder", "Cedar"): 1},
    "first": {("Alder", "Birch"): 2},
    "combine": {("Alder", "Birch"): 3, ("Alder", "Cedar"): 1},
}


def test_it_is_asked_with_what_follows(read: Read) -> None:
    survey = read({"matrix.csv": matrix(ROWS)})
    (what,) = asked(survey)
    assert "“Alder” (rows 2 and 6)" in what
    assert "matrix.csv" in what
    assert "give 5 ties in all; with the latest of each, 5; with the first, 4." in what
    assert "the lowest row is taken for the latest" in what
    assert "Until you decide, the latest counts." in what
    (todo,) = [problem.todo for problem in survey.info.undecided if problem.what == what]
    assert 'a line [ties], and below it several_answers = "latest"' in todo
    assert strengths(survey) == OTHERS | OF_ALDER["latest"]


@pytest.mark.parametrize("rule", ["latest", "first", "combine"])
def test_settings_settle_it(read: Read, rule: str) -> None:
    survey = read({"matrix.csv": matrix(ROWS), "partnership.toml": SETTINGS.format(rule)})
    assert not asked(survey)
    assert strengths(survey) == OTHERS | OF_ALDER[rule]
    assert len(survey["organizations"]) == 4


def test_put_together_by_the_rule_of_the_layer(read: Read) -> None:
    settings = SETTINGS.format("combine") + '[layers.collaboration]\ncombine = "mean"\n'
    survey = read({"matrix.csv": matrix(ROWS), "partnership.toml": settings})
    ties = survey["ties"]
    of_birch = ties[(ties["from"] == "Alder") & (ties["to"] == "Birch")]
    assert sorted(of_birch["value"]) == [2, 3]
    assert sorted(of_birch["respondent"]) == ["2", "6"]
    assert survey.layers[0].combine == "mean"


def test_equal_rows_count_once_and_empty_ones_are_no_answer(read: Read) -> None:
    survey = read({"matrix.csv": matrix([*ROWS[:4], ROWS[0]])})
    assert not asked(survey)
    assert strengths(survey) == OTHERS | OF_ALDER["first"]
    assert any("“Alder” gave the same answers twice (rows 2 and 6)" in advice.what for advice in survey.info.advice)
    survey = read({"matrix.csv": matrix([*ROWS[:4], "Alder,,,,"])})
    assert not asked(survey)
    assert strengths(survey) == OTHERS | OF_ALDER["first"]
    assert any("is empty, which is no answer" in advice.what for advice in survey.info.advice)


def test_a_spelling_that_is_the_same_organization(read: Read) -> None:
    files = {
        "matrix.csv": matrix([*ROWS[:4], "Alder Clinic,0,3,1,0"]),
        "names.csv": "written,organization\nAlder Clinic,Alder\n",
        "organizations.csv": "organization\nAlder\nBirch\nCedar\nDogwood\n",
    }
    survey = read(files)
    assert "“Alder” (rows 2 and 6)" in asked(survey)[0]
    assert strengths(survey) == OTHERS | OF_ALDER["latest"]
    assert strengths(read({**files, "partnership.toml": SETTINGS.format("first")})) == OTHERS | OF_ALDER["first"]


def test_a_symmetric_matrix_stays_without_direction(read: Read) -> None:
    rows = ["Alder,0,1,0,0", "Birch,1,0,1,0", "Cedar,0,1,0,1", "Dogwood,0,0,1,0", "ALDER,0,1,0,0"]
    survey = read({"matrix.csv": matrix(rows)})
    assert not survey.directed
    assert len(survey["ties"]) == 3


def test_a_sheet_of_a_workbook_with_its_settings_in_toml(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Works with"
    for row in [HEAD, *ROWS, "Birch,1,0,0,0"]:
        sheet.append([int(text) if text.isdigit() else text for text in row.split(",")])
    book.save(tmp_path / "matrix.xlsx")
    survey = read_partnership(tmp_path)
    (what,) = asked(survey)
    assert "“Alder” (rows 2 and 6)" in what
    assert strengths(survey) == OTHERS | OF_ALDER["latest"]
    (tmp_path / "partnership.toml").write_text(SETTINGS.format("first"))
    assert strengths(read_partnership(tmp_path)) == OTHERS | OF_ALDER["first"]


def test_most_organizations_twice_are_several_people(read: Read) -> None:
    twice = [f"{row.split(',')[0]},{','.join(row.split(',')[1:])}" for row in ("Birch,2,0,0,0", "Cedar,0,0,0,1")]
    survey = read({"matrix.csv": matrix([*ROWS, *twice])})
    (what,) = asked(survey)
    assert what.startswith("3 organizations answered more than once in matrix.csv")
    assert "Until you decide, they are put together." in what
    # The largest of what several people say: Birch 2 of Alder, Cedar 3 of Dogwood.
    expected = {("Birch", "Alder"): 2, ("Cedar", "Dogwood"): 3, ("Dogwood", "Cedar"): 1}
    assert strengths(survey) == expected | OF_ALDER["combine"]


def test_a_list_of_ties_with_other_headers(read: Read) -> None:
    rows = ["Source,Target,Weight", "Alder,Birch,2", "Birch,Alder,1", "Cedar,Birch,1", "Cedar,Alder,2", "Alder,Birch,3"]
    survey = read({"links.csv": "\n".join(rows) + "\n"})
    (what,) = asked(survey)
    assert "“Alder” (rows 2 and 6)" in what
    others = {("Birch", "Alder"): 1, ("Cedar", "Birch"): 1, ("Cedar", "Alder"): 2}
    assert strengths(survey) == others | {("Alder", "Birch"): 3}
    settings = SETTINGS.format("first")
    survey = read({"links.csv": "\n".join(rows) + "\n", "partnership.toml": settings})
    assert strengths(survey) == others | {("Alder", "Birch"): 2}
