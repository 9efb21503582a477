"""A formula without a value is one fault and one problem, wherever its cell stands."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.survey import read_partnership

NAME = '=CONCAT("Al","pha")'
TIES: list[list[object]] = [["from", "to", "value"], ["Alpha", "Beta", 1], ["Beta", "Alpha", 2]]
LISTED: list[list[object]] = [["organization"], ["Alpha"], ["Beta"]]


def book(path: Path, rows: Sequence[Sequence[object]]) -> None:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    made.save(path)


@pytest.mark.parametrize(
    ("ties", "listed", "cell", "place"),
    [
        ([TIES[0], ["Alpha", "Beta", "=1+1"], TIES[2]], LISTED, "C2", ("ties.xlsx", 2, "value")),
        ([*TIES[:2], ["Beta", NAME, 2]], LISTED, "B3", ("ties.xlsx", 3, "to")),
        (TIES, [LISTED[0], [NAME], LISTED[2]], "A2", ("organizations.xlsx", 2, "organization")),
    ],
)
def test_it_is_one_problem(
    tmp_path: Path,
    ties: Sequence[Sequence[object]],
    listed: Sequence[Sequence[object]],
    cell: str,
    place: tuple[str, int, str],
) -> None:
    book(tmp_path / "ties.xlsx", ties)
    book(tmp_path / "organizations.xlsx", listed)
    with pytest.raises(SurveyError) as caught:
        read_partnership(tmp_path)
    (problem,) = caught.value.problems
    assert f"cell {cell} has no value" in problem.what
    assert (problem.file, problem.row, problem.column) == place


def test_in_a_table_of_any_name(tmp_path: Path) -> None:
    book(tmp_path / "links.xlsx", [["source", "target", "value"], ["Alpha", "Beta", "=1+1"], ["Beta", "Alpha", 2]])
    with pytest.raises(SurveyError) as caught:
        read_partnership(tmp_path)
    assert [problem.file for problem in caught.value.problems] == ["links.xlsx"]


def test_two_in_two_files_are_two(tmp_path: Path) -> None:
    book(tmp_path / "ties.xlsx", [TIES[0], ["Alpha", "Beta", "=1+1"], TIES[2]])
    book(tmp_path / "organizations.xlsx", [LISTED[0], [NAME], LISTED[2]])
    with pytest.raises(SurveyError) as caught:
        read_partnership(tmp_path)
    assert sorted(problem.file for problem in caught.value.problems) == ["organizations.xlsx", "ties.xlsx"]
