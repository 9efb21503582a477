"""Exports made up for tests of drafting, and what is drafted from them."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from stakeholder_graph.model.problems import Inspection, SurveyError
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.survey.formats import read_export
from stakeholder_graph.survey.settings.draft import Draft, question_key
from stakeholder_graph.survey.settings.drafting.from_responses import draft_from_responses
from stakeholder_graph.survey.settings.model import QuestionSettings
from stakeholder_graph.survey.settings.workbook.write import write_workbook

PARTNERS = ("Harbor Clinic", "City Library", "First Church", "Wren Schools")

#: Header, wording, and a cell for each of four respondents.
QuestionCells = tuple[str, str, tuple[str, ...]]


def qualtrics(path: Path, asked: Sequence[QuestionCells], year: int = 2025) -> Path:
    """Write an export in the layout of Qualtrics: header, wording, and a cell for each of four respondents."""
    columns = [
        ("RecordedDate", "Recorded Date", "recordedDate", tuple(f"{year}-03-0{n} 10:00:00" for n in range(1, 5))),
        *((name, text, import_id(name), cells) for name, text, cells in asked),
    ]
    rows = [[name for name, *_ in columns], [text for _, text, *_ in columns]]
    rows.append(['{"ImportId":"' + ident + '"}' for _, _, ident, _ in columns])
    rows += [[cells[n] for *_, cells in columns] for n in range(4)]
    path.write_text("\n".join(",".join('"' + c.replace('"', '""') + '"' for c in row) for row in rows), "utf-8")
    return path


def import_id(name: str) -> str:
    """Rows and options of one question share its number."""
    stem, _, row = name.partition("_")
    number = sum(place * ord(letter) for place, letter in enumerate(stem, start=1))
    return f"QID{number}_{row}" if row else f"QID{number}"


def grid(name: str, wording: str, cells: Sequence[Sequence[str]]) -> list[QuestionCells]:
    """A question with a row for each partner."""
    return [(f"{name}_{n}", f"{wording} - {p}", tuple(cells[n - 1])) for n, p in enumerate(PARTNERS, start=1)]


def ticks(name: str, wording: str, options: Sequence[str]) -> list[QuestionCells]:
    """A question of which several options can be ticked, in the layout with a column for each."""
    return [(f"{name}_{n}", f"{wording} - {o}", (o, o, "", "")) for n, o in enumerate(options, start=1)]


def drafted(path: Path) -> Draft:
    inspection = Inspection()
    responses = read_export(path, path.name, inspection)
    assert responses is not None
    assert not inspection.problems
    return draft_from_responses([(path.name, responses)])


def guessed(path: Path) -> dict[str, QuestionSettings]:
    return {question_key(each)[0]: each for each in drafted(path).settings.question}


ORG = ("org", "What is the name of your organization?", PARTNERS)
HOW_OFTEN = [["", "Weekly", "Never", "Yearly"], ["Never", "", "Weekly", "Weekly"]] * 2


def write(path: Path, found: Draft) -> Path:
    target = path.parent / "partnership.xlsx"
    write_workbook(target, found)
    return target


def problems(folder: Path) -> list[str]:
    with pytest.raises(SurveyError) as caught:
        read_partnership(folder)
    return [str(problem) for problem in caught.value.problems]
