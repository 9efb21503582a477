"""From nothing to the first ledger, as README shows it to a newcomer."""

import io
import json
import re
from pathlib import Path

import openpyxl
from click.testing import CliRunner, Result

from stakeholder_graph.cli import main

README = Path(__file__).resolve().parents[2] / "README.md"


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["maturity", *map(str, args), "--quiet"], catch_exceptions=False)


def test_two_small_tables_are_enough_and_a_decision_counts(tmp_path: Path) -> None:
    section = README.read_text("utf-8").partition("A first ledger takes")[2].partition("\n## ")[0]
    tables = re.findall(r"^    (\w+\.csv)\n((?:    .+\n)+)", section, re.MULTILINE)
    assert [name for name, _text in tables] == ["organizations.csv", "ties.csv"]
    for name, text in tables:
        (tmp_path / name).write_text(re.sub(r"^    ", "", text, flags=re.MULTILINE), "utf-8")
    first = json.loads(run(tmp_path, "--format", "json").stdout)
    assert first["counts"]["shown"] > 0
    assert run(tmp_path, "--draft").exit_code == 0
    workbook = tmp_path / "evidence-sheet.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(workbook.read_bytes()))
    sheet = book["Evidence"]
    heads = {str(cell.value): cell.column for cell in sheet[1]}
    (row,) = (row for row in range(2, sheet.max_row + 1) if sheet.cell(row, heads["Row"]).value == "backbone-funded")
    for head, text in (("Status", "shown"), ("Evidence", "Budget of 2026"), ("Decided by", "Steering committee")):
        sheet.cell(row, heads[head]).value = text
    book.save(workbook)
    second = json.loads(run(tmp_path, "--format", "json").stdout)
    assert second["counts"]["shown"] == first["counts"]["shown"] + 1
    assert second["problems"] == []
