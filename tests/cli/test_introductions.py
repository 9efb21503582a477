"""The command introductions as its users meet it."""

import csv
import io
import json
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from stakeholder_graph.cli import main

WREN = Path(__file__).resolve().parents[2] / "surveys" / "wren-county"
QUICK = ("--permutations", "99", "--quiet")


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["introductions", *(str(arg) for arg in args)], catch_exceptions=False)


def test_the_text_has_a_card_a_pair_and_what_could_stop() -> None:
    result = run(WREN, 3, *QUICK)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "Introductions: Wren County Cradle to Career, 2025"
    assert "  1. Bethel AME Church and Wren Transit Authority (2.25)" in lines
    assert sum(line.startswith("     E-mail: “Dear ") for line in lines) == 3
    assert "What could stop: questions to those who take part" in lines


def test_json_has_what_others_build_on() -> None:
    rows = json.loads(run(WREN, "--format", "json", *QUICK).stdout)
    assert len(rows) == 10
    assert all({"a", "b", "weight", "shared", "through", "hours", "why"} <= row.keys() for row in rows)
    assert [row["weight"] for row in rows] == sorted((row["weight"] for row in rows), reverse=True)
    assert rows[0]["shared"] == ["Attendance"]
    # The backbone introduces only where nobody who answered works with both, and is introduced to nobody.
    assert not any("Wren Forward" in (row["a"], row["b"]) for row in rows)
    assert any(row["through"] == ["Wren Forward"] for row in rows)
    assert all(row["through"] == ["Wren Forward"] or "Wren Forward" not in row["through"] for row in rows)


def test_the_same_bytes_each_time(tmp_path: Path) -> None:
    first, second = (run(WREN, 5, "--format", "json", *QUICK).stdout for _ in range(2))
    assert first == second
    for name in ("a", "b"):
        run(WREN, 5, "-o", tmp_path / name, *QUICK)
    assert (tmp_path / "a" / "introductions.html").read_bytes() == (tmp_path / "b" / "introductions.html").read_bytes()


def test_csv_is_a_line_a_pair() -> None:
    rows = list(csv.DictReader(io.StringIO(run(WREN, 4, "--format", "csv", *QUICK).stdout)))
    assert len(rows) == 4
    assert rows[1]["shared"] == "Healthy start and Kindergarten-ready"


def test_a_page_goes_into_a_folder(tmp_path: Path) -> None:
    result = run(WREN, 2, "-o", tmp_path / "new", *QUICK)
    assert result.stdout.strip() == str(tmp_path / "new" / "introductions.html")
    assert "Backbone only: do not share" in (tmp_path / "new" / "introductions.html").read_text(encoding="utf-8")


def test_an_earlier_wave_and_the_other_aim() -> None:
    assert "2024" in run(WREN, 2, "--wave", "2024", *QUICK).stdout.splitlines()[0]
    assert "chosen one after another" in run(WREN, 2, "--aim", "reach", *QUICK).stdout


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def test_hours_and_what_could_stop(tmp_path: Path) -> None:
    people = "organization,hours\n" + "\n".join(
        f"{name},{hours}" for name, hours in zip("ABCDEF", (30, 4, 9, "", "", ""), strict=True)
    )
    ties = "from,to,layer,value\nA,F,contact,2\nF,A,contact,2\nB,E,contact,1\nC,E,contact,1\nD,E,contact,1\n"
    works = "organization,kind,item\n" + "\n".join(
        f"{name},outcome,{'Reading' if name in 'ABC' else 'Math'}" for name in "ABCDEF"
    )
    scales = "scale,value,name,hours\ncontact,0,never,\ncontact,1,yearly,2\ncontact,2,weekly,12\n"
    folder = write(tmp_path, organizations=people, ties=ties, affiliations=works, scales=scales)
    rows = json.loads(run(folder, "--format", "json", *QUICK).stdout)
    pair = next(row for row in rows if (row["a"], row["b"]) == ("A", "C"))
    assert (pair["hours"], pair["a_hours"], pair["a_budget"], pair["b_budget"]) == (2, 12, 30, 9)
    assert sum("B" in (row["a"], row["b"]) for row in rows) == 1  # 4 hours less the 2 of its tie
    stop = json.loads(run(folder, "--stop", "--format", "json", *QUICK).stdout)
    assert [(row["kind"], row["subjects"], row["hours"]) for row in stop] == [("tie", ["A", "F"], 24)]
    assert stop[0]["question"].endswith("What is it for, and would less do?")
    assert "Up to 24 hours a month, of both together." in run(folder, "--stop", *QUICK).stdout
    table = list(csv.DictReader(io.StringIO(run(folder, "--stop", "--format", "csv", *QUICK).stdout)))
    assert table[0]["subjects"] == "A and F"
    assert "About 2 hours a month of each. A gives 12 hours now and can give 30." in " ".join(
        run(folder, *QUICK).stdout.split()
    )


@pytest.mark.parametrize("count", ["0", "-3", "x", "2.5"])
def test_a_count_that_is_none(count: str) -> None:
    result = run(WREN, count)
    assert result.exit_code == 2
    assert f"“{count}” is no number of introductions. Ask for 1 or more." in result.stderr
    assert not result.stdout


def test_where_nobody_answered_nothing_stands_out_is_not_said(tmp_path: Path) -> None:
    folder = write(tmp_path, organizations="organization,answered\nA,no\nB,no\n", ties="from,to\n")
    said = run(folder, *QUICK).stdout
    assert "Nobody has answered yet, so it is not known what takes time." in said
    assert "Nothing stands out" not in said


def test_what_is_written_goes_by_the_name_of_the_file(tmp_path: Path) -> None:
    run(WREN, 2, "-o", tmp_path / "pairs.csv", *QUICK)
    assert len(list(csv.DictReader(io.StringIO((tmp_path / "pairs.csv").read_text("utf-8"))))) == 2
    refused = run(WREN, 2, "-o", tmp_path / "pairs.json", "--format", "csv", *QUICK)
    assert refused.exit_code == 2


def test_an_introduction_chosen_on_the_page_is_scored_by_the_next_survey(tmp_path: Path) -> None:
    """The rows that the page offers are read back, and compare says what came of them."""
    names = [f"Organization {k:02d}" for k in range(6)]
    people = "organization\n" + "\n".join(names) + "\n"
    works = "organization,kind,item,wave\n" + "\n".join(f"{name},outcome,Reading,2025" for name in names)
    chain = list(pairwise(names))
    ties = "from,to,wave\n" + "".join(f"{a},{b},2025\n{b},{a},2025\n" for a, b in chain)
    folder = write(tmp_path, organizations=people, ties=ties, affiliations=works)
    run(folder, 2, "-o", tmp_path / "page", *QUICK)
    page = (tmp_path / "page" / "introductions.html").read_text("utf-8")
    rows = page.split('aria-label="Rows for commitments.csv">')[1].split("</pre>")[0]
    pair = next(csv.DictReader(io.StringIO(rows)))
    assert (pair["expected"], pair["expected_by"]) == ("yes", "2026")
    write(folder, commitments=rows)
    chain = [*chain, (pair["who"], pair["with whom"])]
    later = "".join(f"{a},{b},2026\n{b},{a},2026\n" for a, b in chain)
    write(folder, ties=ties + later)
    compared = CliRunner().invoke(main, ["compare", str(folder), "--format", "json", *QUICK, "--draws", "20"])
    assert compared.exit_code == 0, compared.output
    forecasts = json.loads(compared.stdout)["forecasts"]
    scored = {(row["who"], row["partner"]): row["outcome"] for row in forecasts}
    assert scored[pair["who"], pair["with whom"]] == "as expected"


def test_a_folder_with_nothing_to_propose_says_so(tmp_path: Path) -> None:
    people, ties = "organization,answered\nA,yes\nB,yes\n", "from,to\nA,B\n"
    folder = write(tmp_path, organizations=people, ties=ties)
    result = run(folder, *QUICK)
    assert result.exit_code == 0
    assert "There is no pair to introduce." in result.stdout
    assert "Everybody works together already" in result.stdout
    assert run(folder, "--format", "json", *QUICK).stdout == "[]\n"


def test_nobody_answered(tmp_path: Path) -> None:
    folder = write(tmp_path, organizations="organization,answered\nA,no\nB,no\n", ties="from,to\n")
    result = run(folder, *QUICK)
    assert result.exit_code == 0
    assert "Nobody has answered yet" in result.stdout


def test_hours_that_are_no_number_are_an_error(tmp_path: Path) -> None:
    folder = write(tmp_path, organizations="organization,hours\nA,-2\nB,3\n", ties="from,to\nA,B\n")
    result = run(folder, *QUICK)
    assert result.exit_code == 2
    assert "“-2” is not a number of 0 or more." in result.stderr


def test_where_hardly_anybody_has_a_partner_the_rule_counts_no_fewer_than_one(tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text("organization,answered\nZoo,yes\nLibrary,yes\nClinic,yes\nSchool,yes\n")
    (tmp_path / "ties.csv").write_text("from,to\nZoo,Library\nLibrary,Zoo\nZoo,Clinic\nClinic,Zoo\n")
    said = " ".join(CliRunner().invoke(main, ["introductions", str(tmp_path), "2"]).stdout.split())
    assert "twice at most whoever works with nobody." in said
    assert "fewer than 1" not in said
