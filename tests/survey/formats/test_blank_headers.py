"""A column without a header, or with one of which nothing is left, is called by its place and can be drafted."""

from pathlib import Path

import openpyxl
import pytest

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats import read_export
from stakeholder_graph.survey.settings.drafting.from_files import draft_settings


@pytest.mark.parametrize(
    ("text", "headers"),
    [
        ("record_id,,redcap_repeat_instrument\n1,yes,\n", ["record_id", "Column 2", "redcap_repeat_instrument"]),
        ("redcap_repeat_instrument,,a\n,,1\n", ["redcap_repeat_instrument", "Column 2", "a"]),
        ("\nWho\n\"{'ImportId': 'QID5'}\"\nAda\n", ["Column 1"]),
        ('Q1,\nWho,How\n"{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"\nAda,x\n', ["Q1", "Column 2"]),
    ],
)
def test_a_column_without_a_header_is_called_by_its_place(tmp_path: Path, text: str, headers: list[str]) -> None:
    path = tmp_path / "export.csv"
    path.write_text(text)
    responses = read_export(path, path.name, Inspection())
    assert responses is not None
    assert [column.header for column in responses.columns] == headers
    assert all(column.question for column in responses.columns)
    assert draft_settings([path], tmp_path).settings.question


def test_a_workbook_of_which_only_hidden_sheets_are_filled(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = " "
    book.create_sheet("answers").append(["Who", "How often [A]"])
    book["answers"].sheet_state = "hidden"
    book.save(path)
    inspection = Inspection()
    assert read_export(path, path.name, inspection) is None
    assert [str(problem) for problem in inspection.problems] == [
        "export.xlsx: The sheets that are not hidden are empty. "
        "Unhide the sheet with the answers, and save the workbook."
    ]
