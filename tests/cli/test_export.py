"""The command export as its users meet it: each edition, each format, and what cannot be."""

import csv
import io
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

import stakeholder_graph as sg
from stakeholder_graph.api import exporting
from stakeholder_graph.cli import main
from stakeholder_graph.editions import Copy, make_copy
from stakeholder_graph.exchange.writing import NETWORK_WRITERS
from stakeholder_graph.graph import Partnership
from stakeholder_graph.storage.errors import StorageError
from tests.communities.made import community

WREN = Path(__file__).resolve().parents[2] / "surveys" / "wren-county"


@pytest.fixture(scope="module")
def wren() -> Partnership:
    return sg.read(WREN)


@pytest.fixture(scope="module")
def copied() -> Callable[..., Copy]:
    """Makes a copy of a partnership once: that of the room takes longer than to write it in any format."""
    return cache(make_copy)


@pytest.fixture
def one_copy(monkeypatch: pytest.MonkeyPatch, copied: Callable[..., Copy]) -> None:
    """What is written is written from one copy of each edition."""
    monkeypatch.setattr(exporting, "make_copy", copied)


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["export", *(str(arg) for arg in args)], catch_exceptions=False)


def links(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["links"]
    return found


def test_the_desk_gets_every_report_of_a_tie(wren: Partnership, tmp_path: Path) -> None:
    result = run(WREN, "-o", tmp_path / "network.json", "--to", "json")
    assert (result.exit_code, result.stdout) == (0, f"{tmp_path / 'network.json'}\n")
    reports = wren.graph()["ties"]
    counted = {
        (row["layer"], row["from"], row["to"], None if row["value"] != row["value"] else row["value"])
        for row in reports.to_dict("records")
    }
    written = {(e["layer"], e["source"], e["target"], e.get("weight")) for e in links(tmp_path / "network.json")}
    assert written == counted


def test_the_room_gets_the_lines_of_its_map_and_nothing_of_who_answered(wren: Partnership, tmp_path: Path) -> None:
    assert run(WREN, "--edition", "partners", "--to", "json", "-o", tmp_path / "room.json").exit_code == 0
    release = make_copy("partners", wren, (), wren.latest).release
    assert release
    lines = {(line.layer, line.first, line.second) for line in release.of_wave().lines or ()}
    edges = links(tmp_path / "room.json")
    assert {(e["layer"], e["source"], e["target"]) for e in edges} == lines
    assert not any(edge["directed"] or "respondent" in edge for edge in edges)
    nodes = json.loads((tmp_path / "room.json").read_text("utf-8"))["nodes"]
    assert not any("answered" in node or "outcome" in node for node in nodes)


@pytest.mark.usefixtures("one_copy")
def test_exports_of_each_format_and_edition_keep_to_a_place_of_their_own(
    wren: Partnership, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found: dict[Path, str] = {}
    for edition in ("backbone", "partners"):
        for key, writer in NETWORK_WRITERS.items():
            if edition == "partners" and writer.asked:
                continue
            for path in sg.write(wren, to=key, edition=edition):
                assert path not in found, (key, found[path])
                found[path] = key
                place = path.relative_to("outputs").parts
                assert len(place) <= 2
                assert Path(place[0]).stem.endswith(f"-network-{key}")
    assert Path("outputs/backbone-only-network-kumu.xlsx") in found
    assert Path("outputs/backbone-only-network-powerbi/backbone-only-network-powerbi-points.csv") in found


def test_what_is_exported_again_by_default_lands_where_it_was(
    wren: Partnership, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("outputs/backbone-only-network-ucinet")
    for kept in (wren.graph().layers, [*wren.graph().layers][:1], [*wren.graph().layers][1:]):
        written = sg.write(wren, to="ucinet", layers=list(kept))
        assert {path.parent for path in written} == {folder if len(kept) > 1 else Path("outputs")}


def test_several_files_go_into_a_folder_of_their_own_within_one_that_is_there(
    wren: Partnership, tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_text("mine")
    for key in ("powerbi", "matrix"):
        for _again in range(2):
            written = sg.write(wren, tmp_path, key)
            assert {path.parent for path in written} == {tmp_path / f"backbone-only-network-{key}"}
    assert (tmp_path / "note.txt").read_text() == "mine"


def test_a_folder_takes_no_ending_of_its_files_and_no_place_of_a_file(wren: Partnership, tmp_path: Path) -> None:
    written = sg.write(wren, tmp_path / "ours.csv", "csv")
    assert {path.parent for path in written} == {tmp_path / "ours"}
    assert {path.name.partition("-")[0] for path in written} == {"ours"}
    (tmp_path / "notes").write_text("precious", encoding="utf-8")
    for name in ("notes", "notes.csv"):
        with pytest.raises(StorageError, match="A file stands where a folder is needed"):
            sg.write(wren, tmp_path / name, "csv")
    assert (tmp_path / "notes").read_text(encoding="utf-8") == "precious"


def test_words_of_strength_have_a_column_that_no_number_is_called_like(wren: Partnership, tmp_path: Path) -> None:
    heads = {}
    for edition in ("backbone", "partners"):
        (path,) = sg.write(wren, tmp_path / f"{edition}.xlsx", "kumu", edition=edition)
        heads[edition], *rows = openpyxl.load_workbook(path)["Connections"].iter_rows(values_only=True)
        for place in range(len(heads[edition])):
            assert any(row[place] is not None for row in rows)
    both = ("From", "To", "ID", "direction", "Type")
    assert heads == {"backbone": (*both, "Strength", "strength in words", "respondent"), "partners": both}


def test_it_says_what_the_number_of_edges_is(tmp_path: Path) -> None:
    result = run(WREN, "--to", "gml", "--layer", "collaboration", "-o", tmp_path / "ours.gml")
    # 501 rows of the survey; the report speaks of 469 mentions and 363 connections.
    assert "An edge is a report: 501 reports make 469 mentions, and these 363 connections" in result.stderr
    for more in (["--to", "matrix"], ["--to", "stickies"], ["--to", "gml", "--edition", "partners"]):
        kept = [] if "stickies" in more else ["--layer", "collaboration"]
        assert "An edge is" not in run(WREN, *more, *kept, "-o", tmp_path / "-".join(more)).stderr


def test_every_wave_is_written_where_that_is_asked_for(wren: Partnership, tmp_path: Path) -> None:
    assert run(WREN, "--all-waves", "--to", "csv", "-o", tmp_path / "all").exit_code == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "all" / "all-edges.csv").read_text("utf-8"))))
    assert {row["wave"] for row in rows} == {"2024", "2025"}
    assert len(rows) == sum(len(graph["ties"]) for graph in wren.graphs.values())
    said = run(WREN, "--all-waves", "--to", "gexf", "-o", tmp_path / "slices")
    assert [Path(line).name for line in said.stdout.splitlines()] == ["slices-2024.gexf", "slices-2025.gexf"]
    assert "holds one survey a file" in said.stderr


def test_a_matrix_has_as_many_cells_as_were_observed(wren: Partnership, tmp_path: Path) -> None:
    result = run(WREN, "--to", "matrix", "-o", tmp_path / "matrix")
    assert result.exit_code == 0
    # Cells hold the strength as a number.
    assert "connections: strength in words and respondent are left out" in result.stderr
    layer = wren.graph().layer("collaboration")
    rows = list(csv.reader(io.StringIO((tmp_path / "matrix" / "matrix-collaboration.csv").read_text("utf-8"))))
    cells = [cell for row in rows[1:] for cell in row[1:]]
    assert len(cells) - cells.count("NA") - layer.n == layer.n_dyads
    assert len(cells) - cells.count("NA") - cells.count("0") == layer.n_ties
    # Read as a survey, what was not asked is not known again.
    (tmp_path / "again").mkdir()
    (tmp_path / "matrix" / "matrix-collaboration.csv").rename(tmp_path / "again" / "matrix.csv")
    again = sg.read(tmp_path / "again").graph()
    (read,) = (again.layer(name) for name in again.layers)
    assert (read.n_ties, read.n_dyads) == (layer.n_ties, layer.n_dyads)


@pytest.mark.parametrize("values", [("2", ""), ("", ""), ("2", "3")])
def test_a_matrix_says_of_strengths_what_its_cells_hold(tmp_path: Path, values: tuple[str, str]) -> None:
    rows = "".join(f"A,{to},{value}\n" for to, value in zip("BC", values, strict=True))
    (tmp_path / "ties.csv").write_text(f"from,to,value\n{rows}")
    (tmp_path / "organizations.csv").write_text("organization\nA\nB\nC\n")
    unknown = values.count("")
    said = {}
    for key in ("matrix", "csv"):
        result = run(tmp_path, "--to", key, "-o", tmp_path / f"{key}.csv")
        assert result.exit_code == 0
        said[key] = next((line for line in result.stderr.splitlines() if line.startswith("The strength of")), "")
    cells = list(csv.reader(io.StringIO((tmp_path / "matrix.csv").read_text())))[1][2:]
    # Of a kind of tie with an unknown strength every tie is 1; the list leaves blank what is not known.
    assert cells == (["1", "1"] if unknown else list(values))
    assert ("every connection of collaboration is 1" in said["matrix"]) is bool(unknown)
    assert ("left blank" in said["csv"]) is bool(unknown)
    assert f"of {unknown} connection" in said["csv"] or not unknown


@pytest.mark.parametrize("ending", [".graphml", ".gexf", ".net", ".dl", ".cx2"])
def test_the_ending_says_the_format_and_what_is_written_is_a_survey_again(
    wren: Partnership, tmp_path: Path, ending: str
) -> None:
    layer = wren.graph().layer("collaboration")
    result = run(WREN, "-o", tmp_path / f"ours{ending}", "--layer", "collaboration", "--quiet")
    assert result.exit_code == 0
    again = sg.read(Path(result.stdout.splitlines()[0])).graph()
    assert set(again.names) == set(layer.organizations)
    assert sum(again.layer(name).n_ties for name in again.layers) == layer.n_ties


def test_what_cannot_be_is_said_and_nothing_is_written(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for args, words in (
        (("--to", "gefx"), "There is no format “gefx”"),
        (("-o", out / "network"), "Say which format you want"),
        (("-o", out / "network.xlsx"), "kumu, nodexl, xlsx"),
        (("--to", "json", "--edition", "community", "-o", out / "x"), "no network for the community"),
        (("--to", "matrix", "--edition", "partners", "-o", out / "x"), "would show who has not answered"),
        (("--to", "json", "--wave", "2020", "-o", out / "x"), "2020"),
        (("--to", "json", "--layer", "contract", "-o", out / "x"), "contract"),
        (("--to", "json", "--wave", "2024", "--all-waves"), "exclude each other"),
    ):
        result = run(WREN, *args)
        assert result.exit_code == 2, args
        assert words in result.output, args
    assert not out.exists()


def test_help_says_what_a_fingerprint_takes() -> None:
    said = " ".join(run("--help").stdout.split())
    assert "A fingerprint goes with no other choice than --wave" in said
    assert "as much as a report does, which takes some tens of seconds" in said


def test_the_formats_are_listed_with_what_they_keep() -> None:
    lines = run("--formats").stdout.splitlines()
    keys = [line.split()[0] for line in lines if line and not line.startswith(" ")]
    assert keys == ["--to", *sorted(NETWORK_WRITERS), "fingerprint:"]


@pytest.mark.parametrize("key", sorted(set(NETWORK_WRITERS) - {"matrix"}))
def test_the_verifier_takes_what_the_room_may_have_in_every_format(
    key: str, tmp_path: Path, wren: Partnership, copied: Callable[..., Copy], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a copy that is made anew is written as one that others were written from."""
    with monkeypatch.context() as patched:
        patched.setattr(exporting, "make_copy", copied)
        written = sg.write(wren, tmp_path / "room", key, edition="partners")
    again = {path: path.read_bytes() for path in written}
    assert {path: path.read_bytes() for path in sg.write(wren, tmp_path / "room", key, edition="partners")} == again


def test_a_fingerprint_says_what_the_name_of_its_file_is_for(tmp_path: Path) -> None:
    file = community(tmp_path / "Town", 1, n=20)
    for quiet in (False, True):
        result = run(file, "--to", "fingerprint", "-o", tmp_path / "north.json", *(["--quiet"] if quiet else []))
        assert (result.exit_code, result.stdout) == (0, f"{tmp_path / 'north.json'}\n")
        assert ("what across calls the community: “north”" in result.stderr) is not quiet
