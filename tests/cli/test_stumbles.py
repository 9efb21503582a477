"""What a newcomer stumbles over between the export and the report, and what is then said."""

import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from stakeholder_graph.cli import main
from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.survey import read_partnership

NAMES = ("Harbor Clinic", "City Library", "First Church", "Wren Schools")
HEADS = ("Respondent ID", "What is the name of your organization?", "How often are you in contact with", "", "", "")
ROWS = (
    ("1", "Harbor Clinc", "", "Weekly", "Never", "Yearly"),
    ("2", "Zoo", "Weekly", "", "Yearly", "Never"),
    ("3", "First Church", "Never", "Weekly", "", "Weekly"),
    ("4", "Wren Schools", "Yearly", "Never", "Weekly", ""),
)


def run(*args: object, answers: str = "") -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=answers, catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [HEADS, ("", "Open-Ended Response", *NAMES), *ROWS]
    (tmp_path / "responses.csv").write_text("\n".join(",".join(row) for row in rows) + "\n")
    return tmp_path


@pytest.mark.parametrize(
    ("content", "said"), [("<!DOCTYPE html><html><body>Log in</body></html>", "web page"), ("", "is empty")]
)
def test_a_bad_file_is_named_where_start_looks_for_the_export(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "export.csv").write_text(content)
    result = run("start", tmp_path, answers="\n")
    assert result.exit_code == 2
    assert "export.csv" in result.output
    assert said in result.output
    assert "There is no export" not in result.output


def test_a_broken_file_beside_an_export_is_skipped_and_named(folder: Path) -> None:
    (folder / "other.xlsx").write_bytes(b"PK\x03\x04 cut off")
    result = run("start", folder)
    assert result.exit_code == 0
    assert "Skipped: other.xlsx: The file is damaged" in result.output


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    result = run("start", tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "There is no such folder." in result.output


def todo(folder: Path, about: str) -> str:
    (found,) = {each.todo for each in read_partnership(folder).info.undecided if each.what.startswith(about)}
    return found


def test_with_a_workbook_names_are_decided_in_its_sheet(folder: Path) -> None:
    run("start", folder)
    assert todo(folder, "“Zoo”") == (
        "Choose in the sheet “Names” who it is: the organization as listed, “new” or “nobody”."
    )
    book = openpyxl.load_workbook(folder / "partnership.xlsx")
    for row in book["Names"].iter_rows(min_row=2):
        row[4].value = "new" if row[0].value == "Zoo" else "Harbor Clinic"
    book.save(folder / "partnership.xlsx")
    undecided = read_partnership(folder).info.undecided
    assert not [each for each in undecided if "names.csv" in each.todo or "Zoo" in each.what]


def test_with_text_settings_names_are_decided_in_the_plain_file(folder: Path) -> None:
    run("codebook", folder / "responses.csv", "--to", "toml")
    (folder / "organizations.csv").write_text("organization\n" + "\n".join(NAMES) + "\n")
    assert todo(folder, "“Zoo”") == (
        "Say in names.csv who it is (“-” for nobody, blank if not on your list), or add it to organizations.csv."
    )


def test_a_damaged_workbook_is_no_download(folder: Path) -> None:
    run("start", folder)
    workbook = folder / "partnership.xlsx"
    workbook.write_bytes(workbook.read_bytes()[:2000])
    with pytest.raises(SurveyError) as caught:
        read_partnership(folder)
    (problem,) = caught.value.problems
    assert problem.file == "partnership.xlsx"
    assert "damaged or incomplete" in problem.what
    assert problem.todo == "Close it in Excel, or delete it and run start again (the decisions in it are then lost)."


def test_of_two_lists_of_organizations_both_are_named(folder: Path) -> None:
    run("start", folder)
    (folder / "organizations.csv").write_text("organization\nHarbor Clinic\n")
    with pytest.raises(SurveyError) as caught:
        read_partnership(folder)
    (problem,) = caught.value.problems
    assert problem.file == "partnership.xlsx, sheet “Organizations”"
    assert problem.todo == "Remove organizations.csv, or empty the sheet Organizations."


@pytest.mark.parametrize("mark", ["~$partnership.xlsx", ".~lock.partnership.xlsx#"])
def test_an_open_workbook_is_told_by_check(folder: Path, mark: str) -> None:
    run("start", folder)
    (folder / mark).write_bytes(b"")
    assert "we do not see what is not saved there" in " ".join(run("check", folder).output.split())


def test_a_new_download_that_nothing_names_is_told(folder: Path) -> None:
    run("start", folder)
    assert not [each for each in read_partnership(folder).info.advice if "not read" in each.what]
    shutil.copyfile(folder / "responses.csv", folder / "responses (1).csv")
    (folder / "notes.csv").write_text("day,said\n1,nothing\n")
    told = [each for each in read_partnership(folder).info.advice if "is not read" in each.what]
    assert [each.file for each in told] == ["responses (1).csv"]
    assert "responses (1).csv" in run("check", folder).output


def test_start_and_codebook_say_what_is_yellow_and_where(folder: Path) -> None:
    started = " ".join(run("start", folder).output.split())
    assert (
        "look at its 8 yellow cells (Questions 1, Organizations 4, which may stay blank, Names 2, Promise 1)" in started
    )
    drafted = run("codebook", folder / "responses.csv").output
    assert "The draft has 2 questions. Open it and look at its 8 yellow cells (Questions 1" in drafted
    waiting = read_partnership(folder).info.undecided
    assert len(waiting) == 1 + 2 + 1  # who answers, two names, a promise: a sector may stay blank


def test_codebook_says_which_questions_of_a_text_file_wait(folder: Path) -> None:
    drafted = run("codebook", folder / "responses.csv", "--to", "toml").output
    assert "The draft has 2 questions. Look at the question with decided = false. Then run: " in drafted
    assert drafted.rstrip().endswith(f"stakeholder-graph check {folder}")


@pytest.mark.parametrize("command", [("compare",), ("whatif", "--without", "Zoo"), ("measure", "density")])
def test_no_output_is_written_over_the_survey(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "organizations.csv").write_text("organization,answered\nZoo,yes\nLibrary,yes\nClinic,yes\n")
    ties = tmp_path / "ties.csv"
    rows = "Zoo,Library,{wave}\nLibrary,Zoo,{wave}\nClinic,Zoo,{wave}\n"
    ties.write_text("from,to,wave\n" + rows.format(wave="2024") + rows.format(wave="2025"))
    before = ties.read_bytes()
    refused = run(command[0], tmp_path, *command[1:], "-o", ties)
    assert refused.exit_code == 2
    assert "is one of the files that your survey is read from" in refused.output
    assert ties.read_bytes() == before
    for _again in range(2):
        assert run(command[0], tmp_path, *command[1:], "--format", "json", "-o", tmp_path / "out.json").exit_code == 0


def test_its_own_tables_are_written_again_and_no_name_of_the_survey_is_taken(tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text("organization,answered\nZoo,yes\nLibrary,yes\nClinic,yes\n")
    rows = "Zoo,Library,{wave}\nLibrary,Zoo,{wave}\nClinic,Zoo,{wave}\n"
    (tmp_path / "ties.csv").write_text("from,to,wave\n" + rows.format(wave="2024") + rows.format(wave="2025"))
    tables = {
        "measured.csv": ("measure", "density", "--format", "csv"),
        "compared.csv": ("compare",),
        "supposed.csv": ("whatif", "--without", "Zoo"),
        "pairs.csv": ("introductions",),
        "stops.csv": ("introductions", "--stop"),
    }
    for name, (command, *how) in tables.items():
        for _again in range(2):
            assert run(command, tmp_path, *how, "-o", tmp_path / name).exit_code == 0, name
        refused = run(command, tmp_path, *how, "-o", tmp_path / "changes.csv")
        assert refused.exit_code == 2
        assert "Your survey would be read from" in refused.output
        assert not (tmp_path / "changes.csv").exists()
        elsewhere = tmp_path / "elsewhere" / "changes.csv"
        assert run(command, tmp_path, *how, "-o", elsewhere).exit_code == 0
