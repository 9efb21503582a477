"""Answers that came after the stated day are marked as late, and count."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from stakeholder_graph import maturity
from stakeholder_graph import read as read_folder
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.survey import Survey
from stakeholder_graph.views.maturity import ledger_json
from stakeholder_graph.views.terminal import ledger_text

Read = Callable[[Mapping[str, str | bytes]], Survey]
Problems = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]

CLOSES = '[[wave]]\nname = "2026"\ncloses = 2026-03-20\n'
PLAIN = {
    "organizations.csv": "organization\nAlpha\nBeta\nGamma\nDelta\n",
    "ties.csv": "from,to\nAlpha,Beta\nBeta,Alpha\n",
    "asked.csv": "organization,answered,answered_on\nAlpha,yes,2026-03-20\nBETA,yes,3/21/2026\nGamma,no,2026-04-01\n"
    "Delta,yes,\n",
    "partnership.toml": CLOSES,
}


def test_whoever_answered_after_the_day_is_late_and_counts(read: Read) -> None:
    survey = read(PLAIN)
    assert dict(survey.info.late_answers) == {"2026": ("Beta",)}
    assert survey["asked"].set_index("organization")["answered"].to_dict()["Beta"]
    assert not [advice for advice in survey.info.advice if advice.file == "asked.csv"]


def test_without_a_day_nobody_is_late(read: Read) -> None:
    assert not read({**PLAIN, "partnership.toml": '[[wave]]\nname = "2026"\n'}).info.late_answers


def test_exports_note_when_answers_came(read: Read) -> None:
    export = (
        "EndDate,Organization,Works with: Beta,Works with: Alpha\n"
        "2026-03-19 10:00,Alpha,yes,\n2026-03-22 9:00,Beta,,yes\n"
    )
    settings = (
        '[[wave]]\nname = "2026"\ncloses = 2026-03-20\nfiles = ["export.csv"]\n[[question]]\nkind = "identity"\n'
        'question = "Organization"\n[[question]]\nkind = "tie"\ncolumns = "Works with: {organization}"\n'
        'scale = ["no", "yes"]\npromise = "named"\n'
    )
    files = {"organizations.csv": PLAIN["organizations.csv"], "export.csv": export, "partnership.toml": settings}
    assert dict(read(files).info.late_answers) == {"2026": ("Beta",)}


def test_a_date_that_could_be_two_days_is_an_error(problems: Problems) -> None:
    found = problems({**PLAIN, "asked.csv": PLAIN["asked.csv"].replace("3/21/2026", "3/4/2026")})
    assert [(problem.file, problem.row, problem.column) for problem in found] == [("asked.csv", 3, "answered_on")]


@pytest.mark.parametrize("written", ['"2026-03"', '"soon"'])
def test_a_round_closes_on_a_day(written: str, problems: Problems) -> None:
    assert problems({**PLAIN, "partnership.toml": f'[[wave]]\nname = "2026"\ncloses = {written}\n'})


def test_the_ledger_says_until_when_and_who_came_later(tmp_path: Path) -> None:
    for name, text in PLAIN.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    ledger = maturity(read_folder(tmp_path), permutations=99, draws=20, settle=True)
    document = json.loads(ledger_json(ledger))
    assert (document["closes"], document["late"]) == ("2026-03-20", ["Beta"])
    assert {settler["until"] for row in document["rows"] for settler in row["settles"]} == {"2026-03-20"}
    assert "The list closes on 2026-03-20" in ledger_text(ledger)
    assert "Answers that came late, and count: Beta." in ledger_text(ledger)
