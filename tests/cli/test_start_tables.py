"""``start`` in a folder of tables: what it says of each, corrections by number, and decisions that stay."""

from pathlib import Path

import openpyxl
from click.testing import CliRunner, Result

from stakeholder_graph.cli import main
from stakeholder_graph.survey import read_partnership
from tests.front_door.partnership import nodes, pairs, text


def run(*args: object, answers: str = "") -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=answers, catch_exceptions=False)


def folder_with(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        (folder / f"{name}.csv").write_text(content)
    return folder


def test_each_table_is_named_with_its_role_and_three_rows(tmp_path: Path) -> None:
    links = text([["source", "target", "How often"], ["ALD", "BIR", "Weekly"], ["BIR", "ALD", "Yearly"]])
    folder_with(tmp_path, edges=links, nodes=text(nodes("id", "name", "category")), notes="when,what\nMay,a\nJune,b\n")
    said = run("start", tmp_path).output
    assert "1 edges.csv: ties, from “source” to “target”, strength in “How often” (sure)" in said
    assert "Alder Clinic works with Birch School, weekly" in said
    assert "2 nodes.csv: organizations, names in “name”, ids in “id”, sector in “category” (sure)" in said
    assert "3 notes.csv: not used: " in said
    assert (tmp_path / "partnership.xlsx").exists()


def test_a_correction_by_number_is_kept_when_run_again(tmp_path: Path) -> None:
    folder_with(tmp_path, edges=text(pairs("From", "To")), old=text(pairs("From", "To")))
    assert run("start", tmp_path, answers="2 not used\n1 reverse\n").exit_code == 0
    for _again in range(2):
        survey = read_partnership(tmp_path)
        assert len(survey["ties"]) == 10
        assert ("Alder Clinic", "Cedar Fund") not in set(
            survey["ties"][["from", "to"]].itertuples(index=False, name=None)
        )
        assert ("Cedar Fund", "Alder Clinic") in set(survey["ties"][["from", "to"]].itertuples(index=False, name=None))
        assert run("start", tmp_path).exit_code == 0


def test_what_cannot_be_is_said_and_asked_again(tmp_path: Path) -> None:
    folder_with(tmp_path, edges=text(pairs("From", "To")))
    said = run("start", tmp_path, answers="7 ties\n1 indicators\n").output
    assert "There is no table 7." in said
    assert "Table 1 cannot be indicators: it lacks columns called indicator, period and value." in said
    assert said.count("These tables are in the folder:") == 3


def test_a_doubt_is_a_yellow_cell_until_the_mark_is_taken_away(tmp_path: Path) -> None:
    folder_with(tmp_path, funding=text(pairs("From", "To")), advice=text(pairs("From", "To")))
    assert "Files 2" in run("start", tmp_path).output
    assert len(read_partnership(tmp_path).info.undecided) == 2
    workbook = tmp_path / "partnership.xlsx"
    book = openpyxl.load_workbook(workbook)
    for row in book["Files"].iter_rows(min_row=2):
        row[2].value = row[2].value.removesuffix("?")
    book.save(workbook)
    assert not read_partnership(tmp_path).info.undecided
    assert "Files" not in run("start", tmp_path).output.rpartition("Next:")[2]


def test_names_are_drafted_where_sectors_can_be_given(tmp_path: Path) -> None:
    folder_with(tmp_path, list=text([*pairs("From", "To"), ["Alder Clinic", "Hazel Pntry"]]))
    assert "Organizations 8, which may stay blank, Names 1" in run("start", tmp_path).output
    workbook = tmp_path / "partnership.xlsx"
    book = openpyxl.load_workbook(workbook)
    for row in book["Organizations"].iter_rows(min_row=2):
        row[1].value = "Schools" if "School" in row[0].value else "Others"
    (waiting,) = book["Names"].iter_rows(min_row=2)
    assert (waiting[0].value, waiting[1].value) == ("Hazel Pntry", "Hazel Pantry")
    waiting[4].value = "yes"
    book.save(workbook)
    survey = read_partnership(tmp_path)
    assert (len(survey["organizations"]), len(survey["ties"]), survey.info.draft) == (8, 11, False)
    assert set(survey["organizations"]["sector"]) == {"Schools", "Others"}


def test_codebook_drafts_a_list_of_ties_in_both_spellings(tmp_path: Path) -> None:
    folder_with(tmp_path, partners=text(pairs("From", "To")))
    for spelling, file in (("toml", "partnership.toml"), ("workbook", "partnership.xlsx")):
        assert "The draft has 1 table." in run("codebook", tmp_path / "partners.csv", "--to", spelling).output
        survey = read_partnership(tmp_path)
        assert (len(survey["organizations"]), len(survey["ties"]), survey.info.draft) == (8, 10, False)
        (tmp_path / file).unlink()


def test_tables_beside_an_export_are_named_with_what_they_are(tmp_path: Path) -> None:
    rows = [["Timestamp", "Your organization", "Who do you work with?"], ["2025-03-31", "Elm Library", "Fir Church"]]
    folder_with(
        tmp_path, form=text(rows), codes="variable,description\na,b\n", members=text(nodes("id", "name", "sector"))
    )
    said = run("start", tmp_path).output
    assert "[form.csv]" in said
    assert "1 codes.csv: a list of what columns mean" in said
    assert "2 members.csv: organizations, names in “name”" in said
