"""What the cells of the workbook say once somebody chooses them."""

from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from stakeholder_graph.survey.settings.draft import Draft
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.workbook.sheets import HINTS, SHEETS
from stakeholder_graph.survey.settings.workbook.write import write_workbook
from stakeholder_graph.text import _

#: Headers of the sheet Questions that say it all, or repeat what the export says.
PLAIN = {"question", "wording", "rows or options", "what it is", "why we think so"}


def prompts(path: Path, sheet: str) -> dict[str, str]:
    """The hint that Excel shows in the second row, by header."""
    table = openpyxl.load_workbook(path)[sheet]
    return {
        str(head.value): next(
            (
                str(shown.prompt)
                for shown in table.data_validations.dataValidation
                if f"{head.column_letter}2" in shown.sqref and shown.prompt and shown.showInputMessage
            ),
            "",
        )
        for head in table[1]
    }


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    question = {"kind": "tie", "question": "Q1", "layer": "contact", "decided": False}
    names = pd.DataFrame({"written": ["Zoo"], "proposal": ["City Zoo"], "score": ["91"], "why": [""], "decision": [""]})
    draft = Draft(Settings.model_validate({"question": [question]}), {}, {"names": names})
    write_workbook(tmp_path / "partnership.xlsx", draft)
    return tmp_path / "partnership.xlsx"


def test_headers_of_questions_are_explained(workbook: Path) -> None:
    shown = prompts(workbook, "Questions")
    assert {header for header, hint in shown.items() if not hint} == PLAIN
    for header in ("box", "also describes", "columns like", "rates", "answers like a blank"):
        assert shown[header], header
    assert "Works with [{organization}]" in shown["columns like"]


def test_decisions_on_names_are_explained(workbook: Path) -> None:
    shown = prompts(workbook, "Names")
    for word in ("yes: ", "new: ", "nobody: "):
        assert word in shown["decision"]
    assert {header for header, hint in shown.items() if not hint} == {"why"}


def test_hints_fit_into_excel_and_belong_to_columns() -> None:
    for sheet, hints in HINTS.items():
        assert hints.keys() <= {field.name for field in SHEETS[sheet]}
        assert all(0 < len(_(hint)) <= 255 for hint in hints.values())
