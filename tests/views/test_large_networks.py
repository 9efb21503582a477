"""What a large network leaves out of pages and files, with the limits lowered: it is said where it would have stood."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from statistics import median

import openpyxl
import pytest

import stakeholder_graph as sg
from stakeholder_graph.api.exporting import ExportError
from stakeholder_graph.editions import make_copy
from stakeholder_graph.exchange.writing import NETWORK_WRITERS
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.studies.call_list import call_list, desk
from stakeholder_graph.views.call_list import call_list_page, draw_call_list
from stakeholder_graph.views.charts.coverage import coverage
from stakeholder_graph.views.exported import network_of
from stakeholder_graph.views.folders import CopyFiles, DeskFiles, copy_files, desk_files, not_presented, presented
from stakeholder_graph.views.outcomes import sheets
from stakeholder_graph.views.outcomes.sheets import outcome_sheets_of
from stakeholder_graph.views.report import draw_report, tables
from stakeholder_graph.views.report.brief import page_one
from stakeholder_graph.views.report.brief.page_one import brief
from tests.large_networks import write_network


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Fifty organizations of which fifteen have not answered."""
    folder = tmp_path / "network"
    folder.mkdir()
    write_network(folder, 50, silent=0.3)
    return folder


def test_the_network_is_the_one_that_is_said(small: Path) -> None:
    graph = sg.read(small).graph()
    ties = graph["ties"]
    assert len(graph.names) == 50
    assert int(graph.answered.sum()) == 35
    assert len(ties) == len(ties[["from", "to"]].drop_duplicates())
    assert set(ties["from"]) <= {name for name, answered in zip(graph.names, graph.answered, strict=True) if answered}
    assert (ties["from"] != ties["to"]).all()


def test_the_script_says_what_a_command_takes() -> None:
    # In a process of its own: Linux counts as a command's memory that of the process that started it, if it is more.
    arguments = ["-m", "tests.large_networks", "--organizations", "50", "--silent", "0.3", "--only", "check"]
    script, root = [sys.executable, *arguments], Path(__file__).parents[2]
    said = subprocess.run(script, capture_output=True, text=True, check=True, cwd=root).stdout
    taken = re.fullmatch(
        r"50 organizations, 30% silent: check: ([\d.]+) s of processor, ([\d.]+) s, ([\d.]+) GB\n", said
    )
    assert taken is not None, said
    processor, clock, memory = map(float, taken.groups())
    assert processor > 0 < clock
    assert 0.05 < memory < 1.0


def test_a_long_table_shows_its_first_rows_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS_SHOWN", 2)
    column = Column("organization", "Organization", "organization", discloses=Disclosure.ORGANIZATION)
    view = tables.table_view(Table.of({column: ["c", "b", "a"]}, Disclosure.ORGANIZATION), "Ties")
    assert view is not None
    assert [row[0].text for row in view.rows] == ["a"]
    assert view.caption == "Ties (the first 1 of 3; the CSV files have them all)"


def test_a_mark_stands_for_ten_where_a_sector_has_very_many(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = sg.read(small)
    (finding,) = sg.measure(ours, ["sector_coverage"])
    assert finding.table is not None
    listed = {str(row["sector"]): int(row["listed"] or 0) for row in finding.table.rows}
    usual = coverage(finding, {})
    monkeypatch.setattr(sys.modules[coverage.__module__], "MOST_MARKS", max(listed.values()) - 1)
    few = coverage(finding, {})
    assert usual is not None
    assert few is not None
    marks = re.compile(r'<path transform="translate')
    assert len(marks.findall(str(usual.html))) == sum(listed.values()) == 50
    assert len(marks.findall(str(few.html))) == len(listed)
    assert "One mark for 10 organizations" in few.html


def test_the_room_gets_no_map_of_names_that_nobody_could_read(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = sg.read(small)
    copy = make_copy("partners", ours, (), ours.latest)
    usual, usual_map = CopyFiles(copy).names, brief(copy, ()).map
    assert (not_presented(copy), usual_map is None) == ([], False)
    for module in (presented, page_one):
        monkeypatch.setattr(module, "MOST_DRAWN", 49)
    gone = ["present.html", "stations.pdf", "slides.pptx", "corrections.xlsx"]
    assert [name for name in usual if name not in CopyFiles(copy).names] == gone
    assert brief(copy, ()).map is None
    (said,) = not_presented(copy)
    assert "present.html, stations.pdf, slides.pptx or corrections.xlsx" in said
    page = CopyFiles(copy).drawn("report.html").content
    assert not [name for name in gone if name in str(page)]


def test_the_desk_shows_the_first_rows_and_calls(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS_SHOWN", 10)
    monkeypatch.setattr(call_list_page, "MOST_ROWS_SHOWN", 10)
    ours = sg.read(small)
    findings = sg.measure(ours, ["betweenness"], permutations=0, draws=0)
    copy = make_copy("backbone", ours, tuple(findings), ours.latest)
    assert "(the first 1 of 50; the CSV files have them all)" in draw_report(copy)
    calls = re.search(r"The first 10 of (\d+); call-list\.xlsx has them all\.", draw_call_list(copy))
    assert calls
    assert 10 < int(calls[1]) <= 15  # fifteen have not answered; some are called first


def test_a_long_table_stands_whole_in_the_csv_files_alone(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (desk_files, copy_files):
        monkeypatch.setattr(module, "MOST_ROWS_IN_FILES", 10)
    ours = sg.read(small)
    findings = sg.measure(ours, ["betweenness"], permutations=0, draws=0)
    files = DeskFiles(make_copy("backbone", ours, tuple(findings), ours.latest), small / "backbone-only")
    (finding,) = json.loads(str(files.drawn("findings.json").content))["findings"]
    assert len(finding["table"]) == 10
    assert finding["rows_in_all"] == {"table": 50}
    written = files.drawn("tables.xlsx").content
    assert isinstance(written, bytes)
    book = openpyxl.load_workbook(io.BytesIO(written), read_only=True)
    rows = list(book["betweenness"].values)
    assert (len(rows), rows[-1][0]) == (12, "The first 10 of 50 rows. The CSV files have them all.")
    tables = files.drawn("tables").content
    assert isinstance(tables, dict)
    assert len(tables["betweenness.csv"].splitlines()) == 51


def test_more_organizations_than_are_arranged_get_no_place(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, said = sg.read(small), list[str]()
    placed = json.loads(sg.write(ours, tmp_path / "placed.json", "json")[0].read_text("utf-8"))
    monkeypatch.setattr(network_of, "MOST_PLACED", 49)
    (path,) = sg.write(ours, tmp_path / "not.json", "json", say=said.append)
    unplaced = json.loads(path.read_text("utf-8"))
    assert [node | {"x": 0, "y": 0} for node in placed["nodes"]] == [
        node | {"x": 0, "y": 0} for node in unplaced["nodes"]
    ]
    assert all("x" in node for node in placed["nodes"])
    assert not any("x" in node for node in unplaced["nodes"])
    assert unplaced["links"] == placed["links"]
    assert [sentence for sentence in said if "More than 49 organizations are not arranged here" in sentence]


@pytest.mark.parametrize("key", ["xlsx", "nodexl", "kumu"])
def test_a_sheet_that_cannot_hold_all_ties_is_refused(
    key: str, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = sg.read(small)
    ties = len(ours.graph()["ties"])
    writers = NETWORK_WRITERS
    monkeypatch.setitem(writers, key, replace(writers[key], most_edges=ties - 1))
    with pytest.raises(ExportError, match=f"holds {ties - 1:,} connections at most, and there are {ties:,}"):
        sg.write(ours, tmp_path / "out" / "network.xlsx", key)
    assert not (tmp_path / "out").exists()
    monkeypatch.setitem(writers, key, replace(writers[key], most_edges=ties))
    assert sg.write(ours, tmp_path / "out" / "network.xlsx", key)


def test_an_outcome_that_very_many_work_on_lists_the_first_of_them(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = sg.read(small)
    copy = make_copy("backbone", ours, tuple(sg.measure(ours, ["outcome_sheets"], draws=0)), ours.latest)
    whole = outcome_sheets_of(copy)
    monkeypatch.setattr(sheets, "MOST_NAMES_LISTED", 1)  # of more than one the first
    cut = {sheet.title: sheet for sheet in outcome_sheets_of(copy)}
    lines = [(sheet.title, line) for sheet in whole for line in sheet.lines if len(line.names) > 1]
    lists = [(title, line) for title, line in lines if all(named.on_map for named in line.names)]
    assert lists
    for title, line in lists:
        (short,) = [other for other in cut[title].lines if other.label == line.label]
        assert short.names == line.names[:1]
        assert short.said == (f"and {len(line.names) - 1} more",)


def test_what_is_usual_is_counted_once_for_all_calls(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = list[int]()

    def counting(counts: Collection[int]) -> float:
        counted.append(len(counts))
        return median(counts)

    monkeypatch.setattr(desk, "median", counting)
    ours = sg.read(small)
    assert call_list(ours, ours.latest, ())
    assert counted == [35]
