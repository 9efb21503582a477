"""What blank cells of a matrix mean, and rows that say that nobody answered; values worked out by hand."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook

import stakeholder_graph as sg
from stakeholder_graph.cli import main
from stakeholder_graph.graph import Partnership

NAMES = ["Elm", "Fir", "Gum", "Ivy", "Kay"]
#: Five ties among 20 pairs; Fir left two cells blank beside its answers.
CELLS: list[list[object]] = [
    ["", 1, 0, 0, 1], [1, "", "", 0, ""], [0, 0, "", 1, 0], [1, 0, 0, "", 0], [0, 0, 0, 0, ""],
]  # fmt: skip


def written(folder: Path, cells: Sequence[Sequence[object]]) -> None:
    book = Workbook()
    sheet = book["Sheet"]
    for row in [["", *NAMES], *([name, *row] for name, row in zip(NAMES, cells, strict=True))]:
        sheet.append(row)
    book.save(folder / "who.xlsx")
    started = CliRunner().invoke(main, ["start", str(folder)], input="\n" * 9, catch_exceptions=False)
    assert started.exit_code == 0, started.output


def say(folder: Path, meaning: str) -> None:
    book = load_workbook(folder / "partnership.xlsx")
    sheet = book["Files"]
    column = next(cell.column for cell in sheet[1] if cell.value == "a blank means")
    sheet.cell(2, column, meaning)
    book.save(folder / "partnership.xlsx")


def figures(partnership: Partnership) -> tuple[int, int, int]:
    """Ties, pairs that are known, and who answered."""
    graph = partnership.graph()
    layer = graph.layer("collaboration")
    return layer.n_ties, layer.n_dyads, int(layer.answered.sum())


@pytest.mark.parametrize("na", [False, True])
@pytest.mark.parametrize(("meaning", "blanks"), [("", 0), ("no tie", 0), ("not known", 2)])
def test_a_blank_means_what_the_text_says(meaning: str, blanks: int, na: bool, tmp_path: Path) -> None:
    cells = [list(row) for row in CELLS]
    if na:
        cells[4][0] = "n/a"
    written(tmp_path, cells)
    if meaning:
        say(tmp_path, meaning)
    partnership = sg.read(tmp_path)
    assert figures(partnership) == (5, 20 - blanks - na, 5)
    asked = [problem.what for problem in partnership.info.undecided if "blank" in problem.what]
    assert asked == (
        []
        if meaning
        else ["2 cells of the matrix are blank, while others are 0; until you decide, they count as no tie."]
    )


@pytest.mark.parametrize("meaning", ["no tie", "not known"])
def test_a_blank_of_a_symmetric_matrix_means_what_was_chosen(meaning: str, tmp_path: Path) -> None:
    written(tmp_path, [["", 1, 0, 0, ""], [1, "", 1, 0, 0], [0, 1, "", 0, 0], [0, 0, 0, "", 1], ["", 0, 0, 1, ""]])
    say(tmp_path, meaning)
    # Three ties among ten pairs, one of which both left blank.
    assert figures(sg.read(tmp_path)) == (3, 10 - (meaning == "not known"), 5)


@pytest.mark.parametrize(
    "said", ["did not answer", "No response", "no answer yet", "hasn't responded", "keine Antwort", "sin respuesta"]
)
@pytest.mark.parametrize("everywhere", [True, False])
def test_words_for_no_answer_in_a_row_say_that_nobody_answered(said: str, everywhere: bool, tmp_path: Path) -> None:
    cells = [list(row) for row in CELLS]
    cells[1] = [said] * 5 if everywhere else [said, "", "", "", ""]
    written(tmp_path, cells)
    partnership = sg.read(tmp_path)
    # Without Fir's answer four ties are left, and the four pairs that only Fir could report are not known.
    assert figures(partnership) == (4, 16, 4)
    assert not [problem for problem in partnership.info.undecided if "blank" in problem.what]


def test_a_row_of_a_ticked_matrix_that_says_so_is_no_answer(tmp_path: Path) -> None:
    ticked = [["x" if cell == 1 else "" for cell in row] for row in CELLS]
    ticked[4][0] = "did not respond"
    written(tmp_path, ticked)
    assert figures(sg.read(tmp_path)) == (5, 16, 4)


def test_words_for_no_answer_among_answers_are_not_known(tmp_path: Path) -> None:
    cells = [list(row) for row in CELLS]
    cells[1] = [1, "", 0, 0, "no answer"]
    written(tmp_path, cells)
    assert figures(sg.read(tmp_path)) == (5, 19, 5)
