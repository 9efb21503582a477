"""The command that shows names as written, and writes the file in which a person decides."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from stakeholder_graph.cli import main
from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.survey import read_partnership

WREN = Path(__file__).resolve().parents[2] / "surveys" / "wren-county"

PLAIN = {
    "organizations.csv": "organization\nHarbor Clinic\nCity Library\nNiños Primero\n",
    "ties.csv": (
        "from,to,wave\n"
        "The Library,HARBOR CLINIC INC.,2024\n"
        "Harbor Clinic,City Libary,2024\n"
        "City Library,Ninos Primero,2025\n"
        "City Library,Zoo,2025\n"
        "Harbor Clinic,Zoo,2025\n"
        "Harbor Clinic,n/a,2025\n"
        "Harbor Clinic,City Library; Niños Primero,2025\n"
    ),
    "names.csv": "Written,organization,wave,note\nthe library,City Library,2024,by phone\n",
}
EXPORT = {
    "partnership.toml": (
        '[[question]]\nkind = "tie"\nfile = "answers.csv"\nrespondent = "Who"\n'
        'columns = "Works with [{organization}]"\n'
        'scale = ["no", "yes"]\n'
    ),
    "answers.csv": (
        "Who,Works with [Harbor Clinic],Works with [City Library]\n"
        "the Harbor Clinic,,yes\nCity Libary,yes,\nFriends of the Zoo,yes,no\n"
    ),
    "organizations.csv": "organization\nHarbor Clinic\nCity Library\n",
}

#: By hand: "libary" and "library" have the Jaro similarity (6/6 + 6/7 + 5/6)/3 = 0.897 and Winkler's 0.928; of two
#: words that weigh nearly the same one is alike, the other nearly: 97 x (1 + 0.928)/2.
SCORE = "94"


def names(*args: object) -> Result:
    return CliRunner().invoke(main, ["names", *map(str, args)], catch_exceptions=False)


def folder(tmp_path: Path, files: dict[str, str]) -> Path:
    made = tmp_path / "partnership"
    made.mkdir()
    for name, text in files.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def line(output: str, start: str) -> list[str]:
    (found,) = (line for line in output.splitlines() if line.startswith(start))
    return [cell.strip() for cell in found.split("  ") if cell.strip()]


def test_what_is_not_written_as_in_the_list_is_shown(tmp_path: Path) -> None:
    output = names(folder(tmp_path, PLAIN)).output
    assert line(output, "City Libary") == ["City Libary", "1", "1", "City Library?", SCORE, "one letter differs"]
    assert line(output, "Zoo") == ["Zoo", "2", "2", "?", "nothing in the list of organizations is like it"]
    assert line(output, "HARBOR")[3] == "Harbor Clinic"
    assert line(output, "The Library")[3:] == ["City Library", "as decided in names.csv"]
    assert line(output, "City Library;")[3:] == ["City Library; Niños Primero", "several organizations in one cell"]
    assert line(output, "n/a")[3] == "-"
    assert output.endswith("2 to decide, 5 matched or decided, 2 written as in the list of organizations.\n")
    assert output.index("Zoo") < output.index("City Libary") < output.index("HARBOR")


def test_the_file_to_fill_in(tmp_path: Path) -> None:
    made = folder(tmp_path, PLAIN)
    result = names(made, "-o", made / "names.csv")
    assert result.output.splitlines()[0] == str(made / "names.csv")
    found = rows(made / "names.csv")
    assert list(found[0])[:4] == ["written", "organization", "wave", "note"]
    assert [(row["written"], row["organization"], row["wave"]) for row in found] == [
        ("the library", "City Library", "2024"),
        ("HARBOR CLINIC INC.", "Harbor Clinic", ""),
        ("n/a", "-", ""),
        ("Ninos Primero", "Niños Primero", ""),
        ("Zoo", "", ""),
        ("City Libary", "", ""),
    ]
    assert found[0]["note"] == "by phone"
    assert (found[5]["may be"], found[5]["score"]) == ("City Library", SCORE)
    assert (found[4]["times"], found[4]["written by"]) == ("2", "City Library; Harbor Clinic")


def test_writing_again_keeps_every_decision_and_note(tmp_path: Path) -> None:
    made = folder(tmp_path, PLAIN)
    file = made / "names.csv"
    names(made, "-o", file)
    first = file.read_bytes()
    names(made, "-o", file)
    assert file.read_bytes() == first
    text = (
        first.decode("utf-8-sig").replace("City Libary,,,", "City Libary,City Library,,").replace("Zoo,,,", "Zoo,,,ask")
    )
    file.write_text(text, encoding="utf-8")
    output = names(made, "-o", file).output
    assert "1 name to decide" in output
    found = {row["written"]: row for row in rows(file)}
    assert found["City Libary"]["organization"] == "City Library"
    assert (found["Zoo"]["organization"], found["Zoo"]["note"]) == ("", "ask")
    elsewhere = made / "more" / "names.csv"
    names(made, "-o", elsewhere)
    assert {row["written"]: row["organization"] for row in rows(elsewhere)} == {
        name: row["organization"] for name, row in found.items()
    }


def test_what_is_noted_beside_a_name_stays_when_the_survey_has_it_no_more(tmp_path: Path) -> None:
    noted = "written,organization,note\nGone Fishing,,ask Ada\nGone too,,\nOld Name,City Library,\n"
    made = folder(tmp_path, PLAIN | {"names.csv": noted})
    for _run in range(2):
        names(made, "-o", made / "names.csv")
        found = {row["written"]: row for row in rows(made / "names.csv")}
        assert (found["Gone Fishing"]["organization"], found["Gone Fishing"]["note"]) == ("", "ask Ada")
        assert found["Old Name"]["organization"] == "City Library"
        assert "Gone too" not in found


def test_decisions_in_the_file_make_the_partnership_readable(tmp_path: Path) -> None:
    ties = "from,to\nHarbor Clinic,City Libary\nHarbor Clinic,Ninos Primero\n"
    made = folder(tmp_path, PLAIN | {"names.csv": "written,organization\n", "ties.csv": ties})
    file = made / "names.csv"
    names(made, "-o", file)
    file.write_text(
        file.read_text(encoding="utf-8").replace("City Libary,,", "City Libary,City Library,"), encoding="utf-8"
    )
    survey = read_partnership(made)
    assert survey["ties"]["to"].tolist() == ["City Library", "Niños Primero"]


def test_names_in_an_export(tmp_path: Path) -> None:
    made = folder(tmp_path, EXPORT)
    output = names(made).output
    assert line(output, "City Libary")[3:5] == ["City Library?", SCORE]
    assert line(output, "Friends of the Zoo")[3] == "?"
    assert line(output, "the Harbor Clinic")[3] == "Harbor Clinic"
    names(made, "-o", made / "out" / "names.csv")
    assert [row["written"] for row in rows(made / "out" / "names.csv")] == [
        "the Harbor Clinic",
        "City Libary",
        "Friends of the Zoo",
    ]


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    ties = 'from,to\nHarbor Clinic,"=HYPERLINK(""x"")"\nHarbor Clinic,@Home\nHarbor Clinic,-\n'
    made = folder(tmp_path, PLAIN | {"names.csv": "written,organization\n@home,City Library\n", "ties.csv": ties})
    file = made / "names.csv"
    for _ in range(2):
        names(made, "-o", file)
        assert [row["written"] for row in rows(file)] == ["'@home", "-", '\'=HYPERLINK("x")']


def test_a_file_with_semicolons_stays_one(tmp_path: Path) -> None:
    made = folder(tmp_path, PLAIN | {"names.csv": "written;organization\nthe library;City Library\n"})
    names(made, "-o", made / "names.csv")
    assert (made / "names.csv").read_text(encoding="utf-8-sig").splitlines()[1].startswith("the library;City Library;")


def test_decisions_that_contradict_each_other_are_told(tmp_path: Path) -> None:
    made = folder(tmp_path, PLAIN | {"names.csv": "written,organization\nX,Harbor Clinic\nX,City Library\n"})
    result = names(made)
    assert result.exit_code == 2
    assert "names.csv, row 3" in result.output


@pytest.mark.parametrize("name", ["names.txt", "ties.csv"])
def test_nothing_else_is_written_over(tmp_path: Path, name: str) -> None:
    made = folder(tmp_path, PLAIN)
    before = (made / "ties.csv").read_bytes()
    result = names(made, "-o", made / name)
    assert result.exit_code == 2
    assert (made / "ties.csv").read_bytes() == before
    assert not (made / "names.txt").exists()


def test_a_workbook_of_names_is_not_doubled(tmp_path: Path) -> None:
    made = folder(tmp_path, {name: text for name, text in PLAIN.items() if name != "names.csv"})
    (made / "names.csv").unlink(missing_ok=True)
    out = tmp_path / "names.csv"
    (tmp_path / "names.xlsx").write_bytes(b"")
    result = names(made, "-o", out)
    assert result.exit_code == 2
    assert "names.xlsx" in result.output


def test_the_example_has_nothing_to_decide() -> None:
    output = names(WREN).output
    assert output.rstrip().endswith("written as in the list of organizations.")
    assert "\n0 to decide, " in output


def test_quiet(tmp_path: Path) -> None:
    made = folder(tmp_path, PLAIN)
    assert names(made, "-o", made / "names.csv", "--quiet").output == f"{made / 'names.csv'}\n"


def test_a_partner_that_was_never_asked_is_decided_and_stays_so(tmp_path: Path) -> None:
    decisions = "written,organization\nCity Libary,\nZoo,\n"
    ties = "from,to\nHarbor Clinic,City Libary\nHarbor Clinic,Zoo\n"
    made = folder(tmp_path, PLAIN | {"names.csv": decisions, "ties.csv": ties})
    output = names(made).output
    assert line(output, "City Libary")[3:] == ["-", "names.csv says that it is not of the list"]
    assert "\n0 to decide, " in output
    for _ in range(2):
        names(made, "-o", made / "names.csv")
        assert read_partnership(made)["unlisted"]["name"].tolist() == ["City Libary", "Zoo"]


def test_a_file_that_nobody_has_filled_in_decides_nothing(tmp_path: Path) -> None:
    ties = "from,to\nHarbor Clinic,City Libary\nHarbor Clinic,Zoo\n"
    made = folder(tmp_path, PLAIN | {"names.csv": "written,organization\n", "ties.csv": ties})
    names(made, "-o", made / "names.csv")
    with pytest.raises(SurveyError) as caught:
        read_partnership(made)
    assert [problem.row for problem in caught.value.problems] == [2, 3]
