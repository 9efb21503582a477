"""``maturity --draft``: from a folder to the evidence sheet, and back into the ledger."""

import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.survey.plain.evidence.evidence_sheet import CONDITIONS, ROWS

QUICK = ("--permutations", "99", "--draws", "20")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree("surveys/wren-county", tmp_path / "wren"))


def run(*arguments: str | Path) -> str:
    outcome = CliRunner().invoke(main, [*map(str, arguments)])
    assert outcome.exit_code == 0, outcome.output
    return outcome.stdout


def test_from_nothing_to_decisions_in_the_ledger(folder: Path) -> None:
    printed = run("maturity", folder, "--draft", *QUICK)
    path = folder / "evidence-sheet.xlsx"
    assert printed.strip() == str(path)
    book = openpyxl.load_workbook(path)
    rows, accept = book[ROWS], book[CONDITIONS]
    heads = {cell.value: cell.column for cell in rows[1]}
    (staffed,) = [row for row in range(2, rows.max_row + 1) if rows.cell(row, heads["Row"]).value == "backbone-staffed"]
    for header, text in {"Status": "shown", "Evidence": "Contract", "Decided by": "Ann", "Date": "2026-03-20"}.items():
        rows.cell(staffed, heads[header]).value = text
    heads = {cell.value: cell.column for cell in accept[1]}
    (agenda,) = [row for row in range(2, accept.max_row + 1) if accept.cell(row, 2).value == "Common agenda"]
    for header, text in {"Accept all proposals": "yes", "Decided by": "Kay", "Reviewed by": "Ben"}.items():
        accept.cell(agenda, heads[header]).value = text
    book.save(path)
    ledger = json.loads(run("maturity", folder, "--format", "json", *QUICK))
    decided = {row["id"]: row for row in ledger["rows"] if row["decided_by"]}
    assert decided["backbone-staffed"]["decided_by"] == "Ann"
    assert decided["backbone-staffed"]["verdict"] == "shown"
    accepted = [row for row in ledger["rows"] if row["condition"] == "agenda" and row["decided_by"] == "Kay"]
    assert accepted
    assert all(row["verdict"] == row["proposal"] for row in accepted)
    assert {row["condition"] for row in decided.values()} == {"agenda", "backbone"}
    run("maturity", folder, "--draft", *QUICK)
    again = json.loads(run("maturity", folder, "--format", "json", *QUICK))
    assert again["rows"] == ledger["rows"]


def test_a_draft_has_its_place(folder: Path, tmp_path: Path) -> None:
    outcome = CliRunner().invoke(main, ["maturity", str(folder), "--draft", "-o", str(tmp_path / "x.xlsx"), *QUICK])
    assert outcome.exit_code == 2
    assert not (tmp_path / "x.xlsx").exists()
