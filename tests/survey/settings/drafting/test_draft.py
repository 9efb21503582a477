"""A draft from exports: its scales, organizations and names, its waves, and what stays of decisions."""

from pathlib import Path

import openpyxl

from stakeholder_graph.survey.settings.drafting.from_files import draft_settings
from stakeholder_graph.survey.settings.workbook.write import workbook_bytes
from tests.survey.settings.made_exports import HOW_OFTEN, ORG, PARTNERS, drafted, grid, qualtrics, ticks, write


def test_a_ladder_is_put_in_order_with_its_steps_that_are_no_tie(export: Path) -> None:
    scales = drafted(export).tables["scales"]
    assert scales.to_numpy().tolist() == [
        ["contact", "0", "Never", "no"],
        ["contact", "1", "Yearly", "yes"],
        ["contact", "2", "Weekly", "yes"],
    ]


def test_partners_written_by_hand_are_ties_with_names_to_decide(tmp_path: Path) -> None:
    named = [
        ("p_1", "List the organizations you work with - 1", ("City Library", "Harbor Clinc", "City Library", "Zoo")),
        ("p_2", "List the organizations you work with - 2", ("First Church", "", "Harbor Clinic", "")),
        ("p_3", "List the organizations you work with - 3", ("", "Wren Schools", "", "")),
    ]
    found = drafted(qualtrics(tmp_path / "x.csv", [ORG, *named]))
    question = next(each for each in found.settings.question if each.kind == "tie")
    assert (question.partners, question.limit, question.layer) == ("p", 3, "collaboration")
    assert found.tables["organizations"]["organization"].tolist() == sorted(PARTNERS)
    names = found.tables["names"]
    assert names[["written", "proposal"]].to_numpy().tolist() == [["Harbor Clinc", "Harbor Clinic"], ["Zoo", ""]]


def test_two_waves_give_one_draft(tmp_path: Path) -> None:
    often = grid("often", "How often are you in contact with", HOW_OFTEN)
    old = qualtrics(tmp_path / "a.csv", [ORG, *often, ("q9", "Which county are you in?", ("N", "S", "N", "S"))], 2023)
    new = qualtrics(
        tmp_path / "b.csv", [ORG, *often, ("q9", "How good was it?", ("Good", "Fair", "Good", "Poor"))], 2025
    )
    settings = draft_settings([old, new], tmp_path).settings
    assert [(wave.name, wave.files) for wave in settings.wave] == [("2023", ("a.csv",)), ("2025", ("b.csv",))]
    assert [(each.question, each.wave) for each in settings.question] == [
        ("org", ""), ("often", ""), ("q9", "2023"), ("q9", "2025"),
    ]  # fmt: skip


def test_a_new_download_keeps_every_decision(tmp_path: Path) -> None:
    often = grid("often", "How often are you in contact with", HOW_OFTEN)
    path = qualtrics(tmp_path / "survey.csv", [ORG, *often])
    target = write(path, draft_settings([path], tmp_path))
    book = openpyxl.load_workbook(target)
    book["Questions"]["F3"] = "conversation"
    book["Promise"]["E2"] = "named"
    book["Scales"]["D3"] = "no"
    book["Organizations"]["B2"] = "Health"
    book["Organizations"]["D1"], book["Organizations"]["D2"] = "county", "Wren"
    book["Start here"]["B6"] = "Wren County"
    book.save(target)
    path.unlink()
    again = qualtrics(tmp_path / "survey (1).csv", [ORG, *often, *ticks("team", "Which teams?", ("A", "B"))])
    found = draft_settings([again], tmp_path)
    kept, added = found.settings.question[1], found.settings.question[2]
    assert (kept.layer, kept.promise, found.settings.name) == ("conversation", "named", "Wren County")
    assert (added.question, added.kind) == ("team", "team")
    assert found.settings.wave[0].files == ("survey (1).csv",)
    assert found.tables["scales"]["tie"].tolist() == ["no", "no", "yes"]
    assert found.tables["organizations"].iloc[0].tolist() == ["Harbor Clinic", "Health", "", "Wren"]


def test_the_order_of_rows_has_no_effect(tmp_path: Path) -> None:
    named = ("p_1", "List the organizations you work with - 1", ("City Library", "Harbor Clinc", "Zoo", "Zoo 2"))
    county = ("county", "Which county?", ("North", "South", "North", "East"))
    asked = [ORG, *grid("often", "How often are you in contact with", HOW_OFTEN), named, county]
    path = qualtrics(tmp_path / "x.csv", asked)
    before = workbook_bytes(drafted(path))
    qualtrics(path, [(name, text, (d, b, a, c)) for name, text, (a, b, c, d) in asked])
    assert workbook_bytes(drafted(path)) == before
