"""Settings that version 0.1.0 wrote, in both spellings, read as they did then."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey import Survey, read_partnership
from stakeholder_graph.survey.files import open_lists
from stakeholder_graph.survey.settings.drafting.from_files import draft_settings
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.workbook.read import read_workbook
from stakeholder_graph.survey.settings.workbook.write import write_workbook

FOLDERS = [Path(__file__).parent / "version_0_1_0" / spelling for spelling in ("text", "workbook")]


def expected(folder: Path) -> dict[str, Any]:
    """What version 0.1.0 read: settings, layers, frames, and where decisions were open."""
    content: dict[str, Any] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return content


def layers(survey: Survey) -> list[list[object]]:
    return [
        [layer.name, layer.promise, layer.combine, layer.asked_of, layer.asks,
         [[step.value, step.name, step.tie] for step in layer.steps]]
        for layer in survey.layers
    ]  # fmt: skip


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_settings_are_the_same(folder: Path) -> None:
    inspection = Inspection()
    _folder, settings, _tables = open_lists(folder, inspection)
    assert not inspection.problems
    before = Settings.model_validate(expected(folder)["settings"])  # what version 0.1.0 did not know has its default
    assert settings.model_dump(mode="json") == before.model_dump(mode="json")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_survey_is_the_same(folder: Path) -> None:
    survey = read_partnership(folder)
    before = expected(folder)
    assert layers(survey) == before["layers"]
    assert set(survey["affiliations"]["source"]) == {"answer"}  # which version 0.1.0 did not say
    frames = {
        name: {
            column: [None if value != value else value for value in frame[column]]
            for column in frame
            # Version 0.1.0 knew neither where an affiliation is known from, nor the needs and the hours of teams.
            if column not in ("source", "team", "hours")
        }
        for name, frame in survey.frames.items()
        if len(frame)
    }
    assert frames == before["frames"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_same_decisions_are_open(folder: Path) -> None:
    info = read_partnership(folder).info
    undecided = info.undecided
    # A sector that is blank was an open decision, and is a note now: it may stay blank.
    sectors = [
        problem.file.replace("“", '"').replace("”", '"') for problem in info.advice if "no sector" in problem.what
    ]
    assert len(sectors) == 1
    before = [file for file, _row, _column in expected(folder)["open"]]
    before.remove(sectors[0])
    # Promises were said to be missing somewhere in the workbook; now their sheet and row are named.
    files = [
        problem.file.partition(", sheet “Promise”")[0].replace("“", '"').replace("”", '"') for problem in undecided
    ]
    assert files == before
    rows = [problem.row for problem in undecided if "you promised" in problem.what]
    assert len(rows) >= 3
    assert all(rows)


def test_a_question_is_found_on_its_line_or_row() -> None:
    text, workbook = (open_lists(folder, Inspection())[1] for folder in FOLDERS)
    lines = (FOLDERS[0] / "partnership.toml").read_text(encoding="utf-8").splitlines()
    assert all(lines[(question.location.row or 0) - 1] == "[[question]]" for question in text.question)
    assert [question.location.row for question in workbook.question] == list(range(2, 2 + len(workbook.question)))
    assert {question.location.file for question in workbook.question} == {"partnership.xlsx, sheet “Questions”"}


def test_a_workbook_of_then_takes_a_new_draft_and_keeps_every_decision(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDERS[1], tmp_path / "ours")
    before = read_workbook(folder / "partnership.xlsx", Inspection())
    draft = draft_settings([folder / "survey.csv"], folder)
    assert draft.settings == before.settings
    assert dict(draft.notes) == dict(before.notes)
    write_workbook(folder / "partnership.xlsx", draft)
    after = read_workbook(folder / "partnership.xlsx", Inspection()).settings
    assert after.drafted["questions"]  # what later runs go by
    assert after.model_copy(update={"drafted": {}}) == before.settings
