"""The workbook and the CSV files hold the values of `measure --format json`, whatever program reads them."""

import csv
import io
import json
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from stakeholder_graph import Findings
from stakeholder_graph.tabular.texts.formula_guard import unguarded
from stakeholder_graph.tabular.write_xlsx import cell_text
from stakeholder_graph.views.workbook import csv_files

Rows = list[dict[str, Any]]
#: How long LibreOffice may take to open the workbook and save it again.
PATIENCE = 180
#: Where a finding's numbers stand in JSON, by their columns in the table of findings.
PAIRS = {
    "attainable": ("attainable_low", "attainable_high"),
    "bounds": ("least", "most"),
    "range_like": ("range_like_low", "range_like_high"),
    "range": ("range_low", "range_high"),
    "certain": ("certain_low", "certain_high"),
}
PLAIN = ("value", "numerator", "denominator", "unit", "rescaled", "estimate", "disclosed", "reading")


def rows_by_key(book: openpyxl.Workbook) -> dict[str, Rows]:
    """The tables of a workbook under the names that JSON has, which its dictionary says."""
    (header, *columns) = book["Columns"].values
    keys: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in columns:
        said = dict(zip(header, line, strict=True))
        keys[said["Table"], said["Sheet or file"]].append(said["Column"])
    return {
        table: [dict(zip(names, row, strict=True)) for row in list(book[sheet].values)[1:]]
        for (table, sheet), names in keys.items()
    }


def assert_same(document: dict[str, Any], tables: dict[str, Rows]) -> None:
    """Each value of a finding in JSON stands in its row of the tables."""
    lines = {row["finding"]: row for row in tables["findings"]}
    tests = {(row["finding"], row["test"]): row for row in tables["tests"]}
    assert list(lines) == [finding["id"] for finding in document["findings"]]
    compared = 0
    for finding in document["findings"]:
        line = lines[finding["id"]]
        for name in PLAIN:
            assert same(finding[name], line[name]), (finding["id"], name)
        for name, ends in PAIRS.items():
            low, high = finding[name] or (None, None)
            assert same(low, line[ends[0]]), (finding["id"], name)
            assert same(high, line[ends[1]]), (finding["id"], name)
        for which, name in (("first", "test"), ("second", "test_rewire")):
            if finding[name]:
                test = tests[finding["id"], which]
                assert all(same(value, test[key]) for key, value in finding[name].items()), finding["id"]
        for name, rows in {"": finding["table"], **finding["tables"]}.items():
            if rows:
                whole = tables[f"{finding['name']} {name}".strip()]
                of_finding = [row for row in whole if row["finding"] == finding["id"]]
                assert len(of_finding) == len(rows)
                for row, there in zip(rows, of_finding, strict=True):
                    assert all(same(value, there[key]) for key, value in row.items()), (finding["id"], name, row)
                    compared += len(row)
    assert compared > 10_000


def same(value: Any, cell: Any) -> bool:
    if value is None or value == "":
        return cell is None
    if isinstance(value, bool):
        return value is bool(cell)
    if isinstance(value, str):
        # What was written as text, such as a year, is read from CSV as a number.
        return cell_text(value) == cell or (isinstance(cell, float) and float(value) == cell)
    return bool(cell == pytest.approx(value, rel=1e-9))


def test_the_workbook_has_the_values_of_json(found: Findings, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(found.write(tmp_path / "tables.xlsx", "xlsx"))
    assert_same(json.loads(found.to_text("json")), rows_by_key(book))


def test_libreoffice_opens_it_with_the_values_of_json(found: Findings, tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.fail("This test needs LibreOffice Calc: bash tests/run installs it on Debian.")
    path = found.write(tmp_path / "tables.xlsx", "xlsx")
    profile, again = f"-env:UserInstallation=file://{tmp_path}/profile", tmp_path / "again"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(again), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    # It saves yes and no as formulas beside their values.
    book = openpyxl.load_workbook(again / "tables.xlsx", data_only=True)
    assert_same(json.loads(found.to_text("json")), rows_by_key(book))


def test_csv_has_the_values_of_json(found: Findings) -> None:
    files = csv_files(found.copy())
    listed = csv.DictReader(io.StringIO(files["dictionary.csv"]))
    places = {row["table"]: row["place"] for row in listed}
    tables = {table: list(csv.DictReader(io.StringIO(files[place]))) for table, place in places.items()}
    assert_same(json.loads(found.to_text("json")), {table: typed(rows) for table, rows in tables.items()})


def typed(rows: list[dict[str, str]]) -> Rows:
    """Cells as what they say; a text that would be taken for a formula has an apostrophe before it."""
    return [{name: of_text(cell) for name, cell in row.items()} for row in rows]


def of_text(cell: str) -> Any:
    if cell in ("", "true", "false"):
        return {"": None, "true": True, "false": False}[cell]
    try:
        return float(cell)
    except ValueError:
        return unguarded(cell)
