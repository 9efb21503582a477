"""Names of rows part names that share a cell."""

from pathlib import Path

import pytest

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats import read_export
from stakeholder_graph.survey.formats.naming.row_names import row_names

WHO = ("Alder House", "Birch School", "Cedar Fund", "Elm, Inc.", "Fir Trust", "Gem Arts")
WITH = (
    "Birch School|Cedar Fund",
    "Elm, Inc.|Gem Arts",
    "",
    "Alder House",
    "Cedar Fund|Elm, Inc.|Gem Arts",
    "Fir Trust",
)


@pytest.mark.parametrize("between", [", ", ";", "; "])
def test_a_cell_of_partners_is_split_at_the_names_of_rows(tmp_path: Path, between: str) -> None:
    lines = ["Timestamp,Your organization,Partners"]
    lines += [
        f'3/1/2025 9:0{n}:00,"{a}","{b.replace("|", between)}"' for n, (a, b) in enumerate(zip(WHO, WITH, strict=True))
    ]
    (tmp_path / "x.csv").write_text("\n".join(lines))
    responses = read_export(tmp_path / "x.csv", "x.csv", Inspection())
    assert responses is not None
    columns = responses.table.question("Partners")
    assert {column.item for column in columns} == set(WHO)
    assert all(column.of_answers for column in columns)
    ticked = [{c.item for c in columns if responses.table.texts(c)[row] == "1"} for row in range(len(WHO))]
    assert ticked == [set(filter(None, cell.split("|"))) for cell in WITH]


def test_sentences_stay_whole(tmp_path: Path) -> None:
    said = ["We meet in spring, mostly", "By phone, or not at all", "Yes", "Never, so far", "Often, at school", "No"]
    lines = ["Timestamp,Your organization,Comment"]
    lines += [f'3/1/2025 9:0{n}:00,"{a}","{b}"' for n, (a, b) in enumerate(zip(WHO, said, strict=True))]
    (tmp_path / "x.csv").write_text("\n".join(lines))
    responses = read_export(tmp_path / "x.csv", "x.csv", Inspection())
    assert responses is not None
    assert [column.item for column in responses.table.question("Comment")] == [""]


@pytest.mark.parametrize(
    "cells",
    [
        [*"12345"],
        [f"{name}@example.org" for name in "abcde"],
        [f"9:0{n}:00" for n in range(5)],
        ["Health", "Health", "Arts", "Arts", "Food"],
        ["R_1a2B3c", "R_4d5E6f", "R_7g8H9i", "R_0j1K2l", "R_3m4N5o"],
        ["Elm House", "", "", "", ""],
        ["Elm, Fir", "Fir, Oak", "Oak", "Elm", "Fir"],
        ["Weekly", "Monthly", "Yearly", "Never"],
    ],
)
def test_what_names_no_row(cells: list[str]) -> None:
    assert not row_names([cells])
