"""A wrong "not used" is corrected in one word, by number or in the workbook, where the table has such columns."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

import stakeholder_graph as sg
from stakeholder_graph.cli import main

NAMES = ["Elm", "Fir", "Gum", "Ivy"]
#: Five ties among four organizations; nobody could tell that these headers are Elm, Fir, Gum and Ivy.
MATRIX = "Organization,Q1,Q2,Q3,Q4\nElm,,1,0,1\nFir,1,,0,0\nGum,0,1,,0\nIvy,0,1,0,\n"
LIST = "Organization,Sector\nElm,arts\nFir,arts\nGum,health\nIvy,health\n"
TIES = "Speaker,Listener\nElm,Fir\nFir,Gum\nGum,Ivy\n"


def start(folder: Path, *answers: str) -> str:
    started = CliRunner().invoke(
        main, ["start", str(folder)], input="\n".join([*answers, *[""] * 9]), catch_exceptions=False
    )
    assert started.exit_code == 0, started.output
    return started.output


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text)


@pytest.mark.parametrize("words", ["matrix", "matrix of ties", "a matrix of ties", "Matrix"])
def test_a_table_is_a_matrix_if_the_user_says_so(words: str, tmp_path: Path) -> None:
    write(tmp_path, a_list=LIST, b_ties=TIES, c_grid=MATRIX)
    said = start(tmp_path, f"3 {words}")
    assert "This does not fit" not in said
    undecided = " ".join(problem.what for problem in sg.read(tmp_path).info.undecided)
    # Its headers are names that nobody knows, and each is asked about.
    assert all(header in undecided for header in ("Q1", "Q4"))


@pytest.mark.parametrize("words", ["ties", "2 columns of ties", "edges"])
def test_a_list_of_pairs_is_ties_if_the_user_says_so(words: str, tmp_path: Path) -> None:
    write(tmp_path, a_list=LIST, b_more="Speaker,Listener\nElm,Fir\nFir,Gum\nGum,Ivy\n")
    output = start(tmp_path, "2 not used", f"2 {words}")
    if words.startswith("2"):
        assert "This does not fit the table" in output
        return
    assert sg.read(tmp_path).graph().layer("collaboration").n_ties == 3


def test_a_table_is_the_list_of_organizations_if_the_user_says_so(tmp_path: Path) -> None:
    write(tmp_path, a_list=LIST, b_ties=TIES)
    output = start(tmp_path, "1 not used", "1 organizations")
    assert "This does not fit" not in output
    assert sorted(sg.read(tmp_path).graph().names) == NAMES


@pytest.mark.parametrize(
    ("word", "lacking"),
    [("matrix", "it lacks a first column with names"), ("indicators", "it lacks columns called indicator"),
     ("affiliation table", "it lacks a column with organizations and columns that are ticked")],
)  # fmt: skip
def test_what_a_table_lacks_is_said(word: str, lacking: str, tmp_path: Path) -> None:
    write(tmp_path, a_list=LIST, b_ties=TIES)
    assert lacking in " ".join(start(tmp_path, f"2 {word}").split())


@pytest.mark.parametrize(("was", "word"), [("not used", "ties"), ("not used", "TIES"), ("not used?", "ties")])
def test_what_it_is_can_be_written_into_the_workbook_alone(was: str, word: str, tmp_path: Path) -> None:
    write(tmp_path, a_list=LIST, b_ties=TIES)
    start(tmp_path, "2 not used")
    _write(tmp_path, "b_ties.csv", word)
    assert sg.read(tmp_path).graph().layer("collaboration").n_ties == 3
    start(tmp_path)
    assert sg.read(tmp_path).graph().layer("collaboration").n_ties == 3


def test_a_matrix_can_be_written_into_the_workbook_alone(tmp_path: Path) -> None:
    write(tmp_path, a_list=LIST, c_grid=MATRIX.replace("Q1,Q2,Q3,Q4", "Elm,Fir,Gum,Ivy"), b_ties=TIES)
    start(tmp_path, "3 not used")
    _write(tmp_path, "c_grid.csv", "matrix of ties")
    _write(tmp_path, "b_ties.csv", "not used")
    assert sg.read(tmp_path).graph().layer("collaboration").n_ties == 5


def test_a_table_that_cannot_be_what_the_workbook_says_is_a_problem_with_its_reason(tmp_path: Path) -> None:
    write(tmp_path, a_list=LIST, b_ties=TIES)
    start(tmp_path)
    _write(tmp_path, "b_ties.csv", "matrix of ties")
    checked = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert checked.exit_code == 2
    said = " ".join(checked.output.split())
    assert "cannot be a matrix" in said
    assert "lacks" in said


def _write(folder: Path, file: str, word: str) -> None:
    book = load_workbook(folder / "partnership.xlsx")
    sheet = book["Files"]
    row = next(cells[0].row for cells in sheet.iter_rows(min_row=2) if cells[0].value == file)
    sheet.cell(row, 3, word)
    book.save(folder / "partnership.xlsx")
