"""Every layout goes in by accepting what is proposed and following each advice once, and no number is wrong."""

import random
from pathlib import Path

import pytest

from tests.front_door.layouts import LAYOUTS
from tests.front_door.play import play, run

#: What needs settings before it can be checked: answers of a survey.
ANSWERS = ("Qualtrics", "SurveyMonkey", "Google Forms", "Microsoft Forms", "KoboToolbox", "LimeSurvey", "REDCap",
           "answers", "sheets, a question", "separators inside")  # fmt: skip
#: Problems that nobody can read past: their advice has to be followed first.
BROKEN = ("sheets, formulas without a value",)
#: So many reports are written in each run of the tests: ``python -m tests.front_door --report`` writes them all.
_REPORTS = 6
_ASKED_AT_MOST = 0.05
SAMPLE = random.Random(13).sample(sorted(LAYOUTS), _REPORTS)


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_goes_in_with_the_right_numbers(name: str, tmp_path: Path) -> None:
    verdict = play(LAYOUTS[name], tmp_path, report=name in SAMPLE)
    assert verdict.word == LAYOUTS[name].verdict, verdict.why


def test_nearly_all_are_right_and_the_rest_is_asked() -> None:
    assert len(LAYOUTS) >= 110
    asked = [layout.name for layout in LAYOUTS.values() if layout.verdict != "right"]
    assert len(asked) <= _ASKED_AT_MOST * len(LAYOUTS)
    assert {LAYOUTS[name].verdict for name in asked} == {"asked"}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_checked_without_settings(name: str, tmp_path: Path) -> None:
    checked = run("check", LAYOUTS[name].write(tmp_path))
    if name.startswith(ANSWERS):
        assert checked.exit_code == 2
        assert "stakeholder-graph start" in " ".join(checked.output.split())
    else:
        assert checked.exit_code == (2 if name in BROKEN else 0), checked.output
