"""Half of a matrix says each pair once, in whatever order its rows stand; a sparse matrix of ticks is no half."""

from itertools import permutations
from pathlib import Path

import pytest

import stakeholder_graph as sg

NAMES = ["Ada", "Gem", "Kay", "Lee"]
TIED = {("Ada", "Gem"), ("Ada", "Lee"), ("Kay", "Lee")}


def matrix(order: list[str], *, blank: str, zero: str) -> str:
    """Ties above the diagonal, zeros for the other pairs there, and `blank` below it."""

    def cell(a: str, b: str) -> str:
        if NAMES.index(a) >= NAMES.index(b):
            return blank if a != b else ""
        return "1" if (a, b) in TIED else zero

    return "\n".join(["," + ",".join(NAMES), *(",".join([a, *(cell(a, b) for b in NAMES)]) for a in order)]) + "\n"


@pytest.mark.parametrize("order", [list(order) for order in list(permutations(NAMES))[::5]])
def test_half_a_matrix_has_no_direction(order: list[str], tmp_path: Path) -> None:
    (tmp_path / "matrix.csv").write_text(matrix(order, blank="", zero="0"))
    layer = sg.read(tmp_path).graph().layer("collaboration")
    assert (layer.directed, layer.n_ties, layer.n_dyads) == (False, 3, 6)


def test_ticks_that_nobody_returned_are_not_half_a_matrix_because_rows_stand_otherwise(tmp_path: Path) -> None:
    (tmp_path / "matrix.csv").write_text(matrix(["Lee", "Ada", "Kay", "Gem"], blank="", zero=""))
    survey = sg.read(tmp_path)
    assert survey.graph().layer("collaboration").n_ties == 3
