"""The data sheet says what was read, whom names were read as, and what no number rests on."""

from hashlib import sha256
from pathlib import Path

import networkx as nx
import pytest

import stakeholder_graph as sg
from stakeholder_graph.editions import Copy, make_copy
from stakeholder_graph.graph import Partnership, from_networkx
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.model.survey import SurveyInfo
from stakeholder_graph.views.data_sheet import draw_data_sheet, sheet_parts
from stakeholder_graph.views.named_table import NamedTable

#: As the folder's own names.csv decides them; “HC” in ties.csv is then the clinic.
NAMES = "written,organization\nHC,Harbor Clinic\nthe zoo,-\nour friends,\n"
ORGANIZATIONS = "organization,sector,answered\nHarbor Clinic,Health,yes\nSchool,Schools,no\n"
TIES = "from,to,value\nHC,School,1\nHarbor Clinic,School,1\nSchool,School,1\n\n"


def parts_of(partnership: Partnership) -> dict[str, NamedTable]:
    return {part.name: part for part in sheet_parts(make_copy("backbone", partnership, (), partnership.latest))}


def drawn(**info: object) -> Partnership:
    return Partnership(SurveyInfo("P", **info), {"1": from_networkx(nx.path_graph(3))}, {})  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("names", NAMES), ("organizations", ORGANIZATIONS), ("ties", TIES)):
        (tmp_path / f"{name}.csv").write_text(text)
    return tmp_path


def test_files_have_their_rows_and_a_digest(folder: Path) -> None:
    files = {row["file"]: row for row in parts_of(sg.read(folder))["files"].table.rows}
    assert {file: (row["holds"], row["rows"]) for file, row in files.items()} == {
        "organizations.csv": ("organizations", 2),
        "names.csv": ("names", 3),
        "ties.csv": ("ties", 3),
    }
    assert files["ties.csv"]["sha256"] == sha256(TIES.encode()).hexdigest()
    assert files["ties.csv"]["bytes"] == len(TIES)


def test_settings_are_a_file_without_rows(folder: Path) -> None:
    (folder / "partnership.toml").write_text('name = "Harbor"\n')
    first = parts_of(sg.read(folder))["files"].table.rows[0]
    assert (first["file"], first["holds"]) == ("partnership.toml", "settings")
    assert "rows" not in first


def test_names_say_whom_they_were_read_as_and_why(folder: Path) -> None:
    names = parts_of(sg.read(folder))["names"].table.rows
    said = [(row["written"], row.get("organization"), row["why"]) for row in names]
    assert said == [
        ("HC", "Harbor Clinic", "decided"),
        ("our friends", None, "not on the list"),
        ("the zoo", None, "nobody"),
    ]


def test_what_was_mended_is_said_at_its_place(folder: Path) -> None:
    notes = parts_of(sg.read(folder))["notes_of_reading"].table.rows
    assert ("noted", "ties.csv", 4) in [(row["kind"], row["file"], row.get("row")) for row in notes]


def test_what_is_left_out_is_counted_with_the_reason() -> None:
    info = {
        "set_apart": {"previews": 2},
        "left_out": {"collaboration": 5},
        "answers_aside": {"1": ("Zoo",)},
        "asked_unlisted": {"1": (3, 20)},
    }
    rows = parts_of(drawn(**info))["left_out"].table.rows
    assert [(row["what"], row["n"]) for row in rows] == [
        ("previews", 2),
        ("collaboration", 5),
        ("Zoo", 1),
        ("organizations", 3),
    ]
    assert rows[3]["why"] == "Asked about in 1 (20 in all) and not on the list."


def test_it_is_said_that_nothing_was_left_out() -> None:
    assert parts_of(drawn())["left_out"].about == "Every answer that was read counts."


def test_open_decisions_come_first() -> None:
    info = {"undecided": (Problem("Two names look alike.", "Decide."),), "advice": (Problem("A blank.", "Look."),)}
    notes = parts_of(drawn(**info))["notes_of_reading"].table.rows
    assert [(row["kind"], row["what"]) for row in notes] == [("open", "Two names look alike."), ("noted", "A blank.")]


def test_the_page_stays_on_the_desk() -> None:
    partnership = drawn()
    with pytest.raises(ValueError, match="desk"):
        draw_data_sheet(make_copy("partners", partnership, (), "1"))
    assert "Backbone only: do not share" in draw_data_sheet(Copy("backbone", partnership, (), "1"))
    assert sheet_parts(make_copy("partners", partnership, (), "1")) == ()


def test_where_lists_are_all_there_is_nothing_is_said_of_ties_and_answers(tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text("organization,sector\nHarbor Clinic,Health\nSchool,Schools\n")
    (tmp_path / "affiliations.csv").write_text("organization,kind,item\nSchool,team,Data\n")
    parts = parts_of(sg.read(tmp_path))
    assert not {"rounds", "kinds_of_tie", "left_out"} & set(parts)
    assert {"Ties", "Ranges", "Who answered"} & {row["rule"] for row in parts["rules"].table.rows} == set()
    assert "files" in parts
