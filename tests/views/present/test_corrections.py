"""What is noted in the room can be put into the folder; it changes no answer."""

import csv
import io
from pathlib import Path

import openpyxl

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.views.present.corrections import draw_corrections
from stakeholder_graph.views.present.screens import deck

FILES = {
    "organizations": ["organization,sector", "Ada,x", "Ben,x", "Cem,y"],
    "ties": ["from,to,layer,value", "Ada,Ben,collaboration,1", "Ben,Ada,collaboration,1"],
    "names": ["written,organization", "Adda,Ada"],
    "items": ["kind,item", "outcome,=Reading", "team,Told in confidence"],
}


def read(folder: Path, files: dict[str, list[str]]) -> Partnership:
    for name, rows in files.items():
        (folder / f"{name}.csv").write_text("\n".join(rows) + "\n", "utf-8")
    return to_partnership(read_partnership(folder))


def book_of(partnership: Partnership) -> openpyxl.Workbook:
    data = draw_corrections(deck(make_copy("partners", partnership, [], partnership.latest)))
    return openpyxl.load_workbook(io.BytesIO(data))


def test_corrections_are_kept_beside_the_survey_and_change_nothing_in_it(tmp_path: Path) -> None:
    """The sheet, saved as a file, is read; ties and the findings' graph are what they were."""
    before = read(tmp_path, FILES)
    book = book_of(before)
    assert [row[0].value for row in book["organizations"].iter_rows(min_row=2)] == ["Ada", "Ben", "Cem"]
    sheet = book["corrections"]
    noted = ["connection", "Ada", "Cem", "no connection", "we work together", "Ada", "Cem"]
    for column, text in enumerate(noted, start=1):
        sheet.cell(2, column, text)
    with (tmp_path / "corrections.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([cell.value for cell in row] for row in sheet.iter_rows())
    after = to_partnership(read_partnership(tmp_path))
    assert after.lists["corrections"].to_numpy().tolist() == [noted]
    for name, frame in before.graph().frames.items():
        assert frame.equals(after.graph()[name]), name


def test_another_spelling_that_was_noted_is_known_when_the_files_are_read_again(tmp_path: Path) -> None:
    heads = [str(cell.value) for cell in book_of(read(tmp_path, FILES))["names"][1]]
    assert heads[:2] == FILES["names"][0].split(",")
    files = {**FILES, "names": [*FILES["names"], "Benn,Ben"], "ties": [*FILES["ties"], "Cem,Benn,collaboration,1"]}
    ties = read(tmp_path, files).graph()["ties"]
    assert ("Cem", "Ben") in set(ties[["from", "to"]].itertuples(index=False, name=None))


def test_what_is_corrected_is_chosen_from_lists_and_no_cell_is_a_formula(tmp_path: Path) -> None:
    book = book_of(read(tmp_path, FILES))
    lists = {cells[0].value: [cell.value for cell in cells[1:] if cell.value] for cells in book["Lists"].columns}
    # Everybody knows what was asked about, whoever works on it.
    assert lists["with"] == ["Ada", "Ben", "Cem", "=Reading", "Told in confidence"]
    assert lists["about"][0] == "connection"
    allowed = {str(choice.sqref)[0] for choice in book["corrections"].data_validations.dataValidation}
    assert allowed == {"A", "B", "C"}
    assert all(cell.data_type == "s" for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)
    words = [str(row[0].value) for row in book["This is wrong"].iter_rows()]
    assert not [text for text in words if "csv" in text]
    keeper = " ".join(str(row[0].value) for row in book["For whoever keeps the data"].iter_rows())
    assert "ties.csv" not in keeper
    assert "corrections.csv" in keeper
