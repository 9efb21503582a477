"""Advice says what to do in the words of the settings that the user has, and what it says can be done."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from stakeholder_graph.model.problems import Inspection, Problem, SurveyError
from stakeholder_graph.survey import Survey, read_partnership
from stakeholder_graph.survey.settings.draft import Draft
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.workbook.write import write_workbook
from stakeholder_graph.survey.settings.write_toml import settings_text

Read = Callable[[Mapping[str, str | bytes]], Survey]
EXPORT = "Agency,Remark A,Remark B,Partner\nAlder,red,tall,Birch\nBirch,blue,low,Alder\nCedar,red,low,Birch\n"
IDENTITY = {"kind": "identity", "question": "Agency"}
UNSURE = [{"kind": "ignore", "question": f"Remark {letter}", "decided": False} for letter in "AB"]
NO_PARTNERS = {"kind": "tie", "question": "Partner"}


def told(folder: Path, questions: list[dict[str, object]], workbook: bool) -> tuple[Problem, ...]:
    (folder / "export.csv").write_text(EXPORT)
    settings = Settings.model_validate({"question": questions, "wave": [{"name": "1", "files": ["export.csv"]}]})
    if workbook:
        write_workbook(folder / "partnership.xlsx", Draft(settings))
    else:
        (folder / "partnership.toml").write_text(settings_text(settings))
    with pytest.raises(SurveyError) as caught:
        read_partnership(folder)
    return caught.value.problems


@pytest.mark.parametrize(
    ("questions", "what", "in_workbook", "in_text"),
    [
        (
            [IDENTITY, *UNSURE],
            "No question is marked as a tie yet, and nobody has decided about “Remark A” and “Remark B”.",
            "If one of them asks who works with whom, write tie in the column “what it is” of its row.",
            'If one of them asks who works with whom, write kind = "tie" in partnership.toml.',
        ),
        (
            [IDENTITY],
            "No question is marked as a tie.",
            "If a question asks who works with whom, write tie in the column “what it is” of its row.",
            'If a question asks who works with whom, write kind = "tie" in partnership.toml.',
        ),
        (
            [IDENTITY, NO_PARTNERS],
            "“Partner” has an answer that stands for no partner.",
            "If its answers name the partners, write Partner in the column “question that names partners” of its row.",
            'If its answers name the partners, write partners = "Partner" in partnership.toml.',
        ),
        (
            [NO_PARTNERS],
            "Nothing says who answers in export.csv.",
            "Choose the question that says it: in its row or table, write who answers in the column “what it is” of "
            "its row.",
            'Choose the question that says it: in its row or table, write kind = "identity" in partnership.toml.',
        ),
    ],
)
def test_advice_in_the_words_of_the_settings(
    tmp_path: Path, questions: list[dict[str, object]], what: str, in_workbook: str, in_text: str
) -> None:
    for workbook, todo in ((True, in_workbook), (False, in_text)):
        folder = tmp_path / str(workbook)
        folder.mkdir()
        (problem,) = told(folder, questions, workbook)
        assert (problem.what, problem.todo) == (what, todo)
        assert "start" not in problem.todo


def test_where_the_settings_ask_nothing_plain_files_are_called_for(tmp_path: Path) -> None:
    (tmp_path / "partnership.toml").write_text('name = "Wren"\n')
    with pytest.raises(SurveyError) as caught:
        read_partnership(tmp_path)
    assert [problem.file for problem in caught.value.problems] == ["organizations.csv", "ties.csv"]


def test_the_encoding_is_set_in_the_words_of_the_settings(read: Read, tmp_path: Path) -> None:
    letters: dict[str, str | bytes] = {
        "organizations.csv": "organization\nŁódź\nŚwit\n".encode("cp1250"),
        "ties.csv": "from,to\n",
    }
    (decision,) = read(letters).info.undecided
    assert 'write encoding = "cp1250" in partnership.toml' in decision.todo
    survey = read({**letters, "partnership.toml": 'encoding = "cp1250"\n'})
    assert survey["organizations"]["organization"].tolist() == ["Świt", "Łódź"]
    assert not survey.info.undecided
    assert Inspection().in_workbook is False


def test_an_encoding_that_does_not_exist(read: Read) -> None:
    with pytest.raises(SurveyError, match="There is no such encoding"):
        read(
            {"organizations.csv": "organization\nA\n", "ties.csv": "from,to\n", "partnership.toml": 'encoding = "x"\n'}
        )


def test_a_list_of_which_no_name_is_a_row_is_said(read: Read) -> None:
    survey = read(
        {
            "partnership.toml": '[[wave]]\nname = "1"\nfiles = ["export.csv"]\n[[question]]\nkind = "identity"\n'
            'question = "Who"\n[[question]]\nkind = "tie"\nquestion = "How often"\n',
            "organizations.csv": 'organization\n"North, A"\n"South, B"\n"East, C"\n',
            "export.csv": "Who,How often [Ada North],How often [Ben South],How often [Cleo East]\n"
            "Ada North,,2,0\nBen South,1,,3\nCleo East,0,1,\n",
        }
    )
    said = [note.what for note in survey.info.advice]
    assert "None of the 3 rows of “collaboration” is in the list of organizations." in said
    assert len(survey.info.undecided) >= 3
