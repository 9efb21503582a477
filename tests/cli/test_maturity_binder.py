"""The binder as its users meet it: for the desk with its documents, and for a board without a number."""

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from stakeholder_graph.cli import main

WREN = Path(__file__).resolve().parents[2] / "surveys" / "wren-county"
QUICK = ("--permutations", "99", "--draws", "20", "--quiet")


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["maturity", *(str(arg) for arg in args)], catch_exceptions=False)


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


@pytest.fixture
def decided(tmp_path: Path) -> Callable[..., Path]:
    """The example, with links and texts for decisions by row."""

    def copy(**cells: dict[str, str]) -> Path:
        folder = tmp_path / "wren"
        shutil.copytree(WREN, folder)
        rows = rows_of(folder / "evidence.csv")
        for row in rows:
            row["link"] = ""
            row.update(cells.get(row["benchmark"].replace("-", "_"), {}))
        with (folder / "evidence.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        (folder / "agreement.pdf").write_bytes(b"%PDF signed")
        return folder

    return copy


def text(page: Path) -> str:
    body = re.sub(r"<style.*?</style>", "", page.read_text("utf-8"), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_the_desks_folder_holds_every_row_and_the_documents(decided: Callable[..., Path], tmp_path: Path) -> None:
    folder = decided(accountability_agreement={"link": "agreement.pdf"}, steering_meets={"link": "lost.pdf"})
    result = run(folder, "--rubric", "theory-of-action", "--binder", "-o", tmp_path / "binder", *QUICK)
    assert result.exit_code == 0
    assert (tmp_path / "binder" / "documents" / "agreement.pdf").read_bytes() == b"%PDF signed"
    page = tmp_path / "binder" / "binder.html"
    assert 'href="documents/agreement.pdf"' in page.read_text("utf-8")
    said = text(page)
    assert said.count("Decision") == 19
    assert "Backbone only: do not share" in said
    assert "Signed by 38 organizations" in said
    assert "Decided by steering committee on 2022-03-14. Reviewed by data team." in said
    assert "1 link leads to no file" in said
    assert "1 of 7 (0.14). It takes all." in said


def test_a_file_holds_the_page_alone(decided: Callable[..., Path], tmp_path: Path) -> None:
    folder = decided(accountability_agreement={"link": "agreement.pdf"})
    page = tmp_path / "binder.html"
    assert run(folder, "--rubric", "theory-of-action", "--binder", "-o", page, *QUICK).stdout.strip() == str(page)
    assert "href=" not in page.read_text("utf-8")
    assert "agreement.pdf" in text(page)


def test_a_board_gets_documents_and_decisions_and_no_number(decided: Callable[..., Path], tmp_path: Path) -> None:
    folder = decided(
        accountability_agreement={"link": "https://example.org/signed"},
        steering_meets={"evidence": "Minutes kept by Eastgate High School and Millrace Middle School"},
        indicators_disaggregated={"evidence": "Three of twelve"},
    )
    names = {row["organization"] for row in rows_of(WREN / "organizations.csv")}
    page = tmp_path / "board.html"
    arguments = ("--rubric", "theory-of-action", "--binder", "--edition", "partners", "-o", page)
    assert run(folder, *arguments, *QUICK).exit_code == 0
    said = text(page)
    assert "Backbone only" not in said
    assert "Signed by 38 organizations" in said
    # Decided on lists: as decided, without what was counted.
    assert "Three or more core indicators are broken down by group" in said
    assert "Three of twelve" not in said
    assert "1 of 7" not in said
    assert "5 more rows of the rubric stay with the backbone" in said
    evidence = said.replace("Wren County Community Foundation", "")  # who reviewed a row
    assert [name for name in names if name in evidence and name != "Wren County Cradle to Career"] == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--binder", "--draft"), "Choose --draft or --binder"),
        (("--binder", "--format", "csv"), "Remove --format"),
        (("--edition", "partners"), "--edition goes with --binder"),
    ],
)
def test_options_that_do_not_go_together(options: tuple[str, ...], said: str) -> None:
    result = run(WREN, *options)
    assert result.exit_code == 2
    assert said in result.stderr


def test_neither_binder_takes_the_place_of_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A director who runs the first command again would else send a board what stays on the desk."""
    monkeypatch.chdir(tmp_path)
    for edition in ("backbone", "partners"):
        run(WREN, "--rubric", "theory-of-action", "--binder", "--edition", edition, *QUICK)
    folders = {path.parent.name: path for path in tmp_path.rglob("binder.html")}
    assert set(folders) == {"binder-backbone-only", "binder-for-the-board"}
    assert text(folders["binder-backbone-only"]) != text(folders["binder-for-the-board"])
