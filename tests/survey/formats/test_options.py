"""Options that share a cell, and what a caller knows of them."""

from pathlib import Path

import pytest

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats import Responses, read_export
from stakeholder_graph.survey.formats.options.cells import options_of, split_options
from tests.survey.formats.long_answers import questions_of


def google(folder: Path, cells: list[str], known: tuple[str, ...] = ()) -> Responses:
    rows = ["Timestamp,Outcomes", *(f'2025-03-01 09:00:00,"{cell}"' for cell in cells)]
    (folder / "x.csv").write_text("\n".join(rows), encoding="utf-8")
    responses = read_export(folder / "x.csv", "x.csv", Inspection(), known)
    assert responses is not None
    return responses


def test_the_longest_known_option_comes_first() -> None:
    known = ["Health, mental and physical", "Health", "Safety, crime"]
    text = "Health, Safety, crime, Health, mental and physical, Other"
    assert split_options(text, sorted(known, key=len, reverse=True), ",") == [
        "Health",
        "Safety, crime",
        "Health, mental and physical",
        "Other",
    ]


def test_an_option_ends_where_a_separator_stands() -> None:
    assert split_options("Healthy food", ["Health"], ",") == ["Healthy food"]
    assert split_options("p1 p10", ["p10", "p1"], " ") == ["p1", "p10"]


@pytest.mark.parametrize(
    "cells",
    [
        ["", "", ""],
        ["We meet in spring, mostly", "Yes, of course", "By phone, if at all"],
        ["Boise, Idaho", "Nampa, Idaho", "Eagle, Idaho", "Caldwell, Idaho"],
        ["Ada, Idaho", "Ada, Idaho", "Ada, Idaho"],
        ["Health", "Reading", "Health"],
    ],
)
def test_free_text_and_single_choice_are_no_lists(cells: list[str]) -> None:
    assert options_of(cells, ",") is None


def test_what_the_roster_knows_is_not_taken_apart(tmp_path: Path) -> None:
    """Alone, "YMCA" and "Food Bank, Inc." always stand together and could be one; the roster says they are two."""
    cells = ["YMCA, Food Bank, Inc.", "YMCA, Food Bank, Inc.", "Gem", "Gem, Elm"]
    responses = google(tmp_path, cells, ("Food Bank, Inc.", "YMCA", "Gem", "Elm"))
    assert {column.item for column in questions_of(responses)["Outcomes"]} == {"YMCA", "Food Bank, Inc.", "Gem", "Elm"}


LISTED = ["Ada", "Elm", "Farmacia, S.A. de C.V.", "Gem", "Panadería, S.A. de C.V.", "YMCA", "Zoo", "Ñandú"]


@pytest.mark.parametrize("written", ["FARMACIA, SA DE CV", "Farmacia, centro", "Zoo, children's garden"])
def test_who_answers_stays_whole_whatever_one_of_them_wrote(tmp_path: Path, written: str) -> None:
    who = [*(f'"{name}"' for name in LISTED if "Farmacia" not in name), f'"{written}"']
    (tmp_path / "x.csv").write_text(
        "\n".join(["Timestamp,Who are you?", *(f"2025-03-01 09:00:00,{name}" for name in who)]), encoding="utf-8"
    )
    responses = read_export(tmp_path / "x.csv", "x.csv", Inspection(), LISTED)
    assert responses is not None
    assert [column.header for column in responses.columns] == ["Timestamp", "Who are you?"]


def test_two_who_tick_known_options_show_a_list_however_few_do() -> None:
    assert options_of(["Zoo", "Zoo", "Zoo", "Ada", "Ada", "Ada", "Ada, Zoo"], ",", LISTED) == ["Ada", "Zoo"]


def test_a_guess_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(
        'Timestamp,Outcomes\n2025-03-01 09:00:00,"Reading, writing, Health"\n2025-03-01 09:00:00,"Reading, writing"\n'
        "2025-03-01 09:00:00,Health\n",
        encoding="utf-8",
    )
    inspection = Inspection()
    read_export(tmp_path / "x.csv", "x.csv", inspection)
    assert ["“Reading, writing” was read as one option" in each.what for each in inspection.advice] == [True]


def test_nobody_who_ticked_nothing_is_taken_to_have_said_no(tmp_path: Path) -> None:
    responses = google(tmp_path, ["A, B", "", "A", "B"])
    _header, *ticks = responses.table.cells.values()
    assert [texts[1] for texts in ticks] == ["", ""]
    assert [texts[2] for texts in ticks] == ["1", "0"]
