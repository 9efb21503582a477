"""What the author of short questionnaires is told follows from how the survey is kept."""

from pathlib import Path

import pytest

from stakeholder_graph.questionnaire import read_plan
from stakeholder_graph.questionnaire.short import shorten
from stakeholder_graph.questionnaire.short.notes import short_notes
from tests.questionnaire.folders import WREN, write_files

LISTED = {"organizations.csv": "organization\n" + "".join(f"Org {number}\n" for number in range(30))}
QUESTION = '[[question]]\nkind = "tie"\nfile = "responses.csv"\nquestion = "contact"\nlayer = "contact"\n'


@pytest.mark.parametrize(
    ("more", "said", "unsaid"),
    [
        ("", "into your survey tool", "count a blank as no tie"),
        ('blank = "no tie"\n', "count a blank as no tie", "asked.csv"),
    ],
)
def test_answers_to_an_export_are_typed_into_the_tool(more: str, said: str, unsaid: str, tmp_path: Path) -> None:
    plan = read_plan(write_files(tmp_path, {**LISTED, "partnership.toml": QUESTION + more}))
    notes = " ".join(short_notes(shorten(plan, 3), "print", 30))
    assert said in notes
    assert unsaid not in notes


def test_minutes_of_all_are_added_up() -> None:
    """18 times 15.63 - 9.82 minutes."""
    notes = short_notes(shorten(read_plan(WREN), 10), "print", 18)
    assert "For 18 organizations that saves 105 minutes." in notes[0]
    assert "put asked.csv and rosters.csv" in notes[-1]
