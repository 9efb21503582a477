"""Plain files as workbooks: a file or a sheet each, with what people leave in workbooks."""

import io
from collections.abc import Callable, Mapping

import openpyxl
import pytest

from stakeholder_graph.model.problems import Problem
from stakeholder_graph.survey import Survey

Rows = list[list[object]]
Read = Callable[[Mapping[str, str | bytes]], Survey]
Problems = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]
PEOPLE: Rows = [["organization", "sector"], ["Alpha", "Health"], ["Beta", "Arts"], ["Gamma", "Arts"]]
TIES: Rows = [["from", "to"], ["Alpha", "Beta"], ["Beta", "Gamma"]]


def workbook(**sheets: Rows) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(row)
        if name.startswith("hidden"):
            sheet.sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


TITLED: Rows = [["Partners"], [None], *PEOPLE]
LISTS: Rows = [["Health"]]


@pytest.mark.parametrize(
    "files",
    [
        {"organizations.xlsx": workbook(hidden=LISTS, List=PEOPLE), "ties.xlsx": workbook(Ties=TIES)},
        {"Organizations.XLSX": workbook(Notes=LISTS, List=PEOPLE), "ties.csv": "from,to\nAlpha,Beta\nBeta,Gamma\n"},
        {"organizations.xlsx": workbook(List=TITLED), "ties.tsv": "from\tto\nAlpha\tBeta\nBeta\tGamma\n"},
        {"Wren.xlsx": workbook(Organizations=PEOPLE, ties=TIES)},
        {"Wren.xlsx": workbook(hidden_lists=LISTS, Ties=[["All ties"], *TIES], Organizations=PEOPLE, Notes=LISTS)},
    ],
)
def test_the_same_partnership_in_workbooks(read: Read, files: dict[str, str | bytes]) -> None:
    survey = read(files)
    assert survey["organizations"]["organization"].tolist() == ["Alpha", "Beta", "Gamma"]
    assert survey["organizations"]["sector"].tolist() == ["Health", "Arts", "Arts"]
    assert survey["ties"][["from", "to"]].to_numpy().tolist() == TIES[1:]


def test_a_problem_in_a_sheet_names_the_sheet(problems: Problems) -> None:
    told = problems({"Wren.xlsx": workbook(Organizations=PEOPLE, Ties=[*TIES, ["Alpha", "Delta"]])})
    assert [(problem.file, problem.row) for problem in told] == [("Wren.xlsx, sheet “Ties”", 4)]


def test_headers_that_are_missing_are_one_problem_each(problems: Problems) -> None:
    told = problems({"organizations.xlsx": workbook(List=[["name"], ["Alpha"]]), "ties.xlsx": workbook(Ties=TIES)})
    assert ("organizations.xlsx", "organization") in {(problem.file, problem.column) for problem in told}
