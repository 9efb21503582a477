"""Whom anybody is asked about follows from the list alone: answers, and who gave them, change no byte of a sheet."""

from pathlib import Path
from typing import Literal

import pytest

import stakeholder_graph as sg
from stakeholder_graph.model.problems import SurveyError
from tests.questionnaire.folders import write_files

NAMES = [f"Org {number:02d}" for number in range(24)]
LIST = "organization,sector\n" + "".join(f"{name},Sector {place % 4}\n" for place, name in enumerate(NAMES))


def asked(silent: list[str]) -> str:
    return "organization,answered\n" + "".join(f"{name},{'no' if name in silent else 'yes'}\n" for name in NAMES)


def ties(step: int, silent: list[str]) -> str:
    rows = (
        f"{name},{NAMES[(place + step * k) % 24]}\n"
        for place, name in enumerate(NAMES)
        if name not in silent
        for k in (1, 2, 3)
    )
    return "from,to\n" + "".join(rows)


def sheets(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*.html")} | {
        "design": (folder / "questionnaires-backbone-only" / "design.csv").read_bytes()
    }


def written(tmp_path: Path, name: str, silent: list[str], step: int, to: Literal["print", "xlsform"] = "print") -> Path:
    (tmp_path / name).mkdir()
    folder = write_files(
        tmp_path / name / "survey",
        {"organizations.csv": LIST, "asked.csv": asked(silent), "ties.csv": ties(step, silent)},
    )
    out = tmp_path / f"{name}-out"
    target = out if to == "print" else out / "questionnaire.xlsx"
    sg.short_questionnaires(folder, 2.5, target, to=to, draws=0)
    return out


def test_other_answers_change_no_byte_of_any_sheet(tmp_path: Path) -> None:
    first = sheets(written(tmp_path, "a", NAMES[:6], 1))
    assert len(first) == 7
    assert sheets(written(tmp_path, "b", NAMES[:6], 5)) == first


def test_who_else_has_answered_changes_no_byte_of_a_sheet(tmp_path: Path) -> None:
    few = sheets(written(tmp_path, "a", NAMES[:6], 1))
    more = sheets(written(tmp_path, "b", NAMES[3:12], 1))
    assert len(few.keys() & more.keys()) == 4
    assert all(few[name] == more[name] for name in few.keys() & more.keys())


def test_the_form_is_the_same_whoever_has_answered(tmp_path: Path) -> None:
    names = ("questionnaire.xlsx", "partnership.toml", "organizations.csv")
    first, second = (
        written(tmp_path, name, silent, step, "xlsform")
        for name, silent, step in (("a", NAMES[:6], 1), ("b", NAMES[10:], 7))
    )
    assert (first / names[0]).read_bytes() == (second / names[0]).read_bytes()
    assert (first / names[2]).read_bytes() == (second / names[2]).read_bytes()


def test_before_anybody_has_answered_everybody_is_asked(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "new", {"organizations.csv": LIST})
    short = sg.short_questionnaires(folder, 2.5, tmp_path / "out")
    assert short.silent == tuple(NAMES)
    assert short.expected is None
    assert len(list((tmp_path / "out" / "questionnaires-to-send").glob("*.html"))) == 24


def test_a_round_without_answers_is_asked_of_everybody(tmp_path: Path) -> None:
    short = sg.short_questionnaires("surveys/wren-county", 10, tmp_path, wave="2026")
    assert len(short.silent) == 61
    assert short.expected is None


def test_a_later_run_leaves_no_sheet_of_somebody_who_has_answered(tmp_path: Path) -> None:
    files = {"organizations.csv": LIST, "ties.csv": ties(1, NAMES[:6])}
    folder = write_files(tmp_path / "survey", {**files, "asked.csv": asked(NAMES[:6])})
    sg.short_questionnaires(folder, 2.5, tmp_path / "out", draws=0)
    write_files(folder, {**files, "asked.csv": asked(NAMES[:2])})
    sg.short_questionnaires(folder, 2.5, tmp_path / "out", draws=0)
    assert len(list((tmp_path / "out" / "questionnaires-to-send").glob("*.html"))) == 2


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"asked.csv": asked([])}, "have answered"),
        ({}, "Nothing in your files says who has answered"),
    ],
)
def test_nobody_to_ask_is_said(tmp_path: Path, more: dict[str, str], said: str) -> None:
    folder = write_files(tmp_path / "survey", {"organizations.csv": LIST, "ties.csv": ties(1, []), **more})
    with pytest.raises(SurveyError, match=said):
        sg.short_questionnaires(folder, 2.5, tmp_path / "out")
    assert not (tmp_path / "out").exists()
