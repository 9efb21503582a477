"""Who answers is a column of names: never yes and no, numbers or steps, whatever else stands in the export."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.survey.exports.questions import joined
from stakeholder_graph.survey.formats import is_other, read_export
from stakeholder_graph.survey.settings.drafting.from_files import draft_settings
from stakeholder_graph.survey.settings.drafting.guess import guess_questions
from stakeholder_graph.survey.settings.model import QuestionSettings
from stakeholder_graph.survey.settings.record import record
from stakeholder_graph.survey.settings.workbook.write import write_workbook

NAMES = ("Alder Clinic", "Birch School", "Cedar Fund", "Dogwood Shelter", "Elm Library", "Fir Church")
PARTNERS = ("Birch School", "Alder Clinic", "Elm Library", "Elm Library", "Birch School", "Hazel Pantry")


def survey(folder: Path, columns: Mapping[str, tuple[str, ...]]) -> Path:
    path = folder / "export.csv"
    columns = {"Timestamp": ("2025/03/01 10:00:00 AM EST",) * 6, **columns}
    rows = [[*columns], *zip(*columns.values(), strict=True)]
    path.write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in rows))
    return path


def identity(path: Path) -> QuestionSettings:
    responses = read_export(path, path.name, Inspection())
    assert responses is not None
    return next(guess.question for guess in guess_questions(responses) if guess.question.kind == "identity")


@pytest.mark.parametrize(
    ("other", "cells", "options"),
    [
        ("May we send you the results?", ("No", "Yes") * 3, ("Yes", "No", "Not sure")),
        ("How many times did you meet?", ("1", "2", "3") * 2, ("1", "2", "3")),
        ("How often do you come?", ("Weekly", "Monthly") * 3, ("Weekly", "Monthly", "Never")),
        ("Are you a member?", ("True", "False") * 3, ("True", "False", "Unsure")),
    ],
)
def test_answers_that_are_no_names_are_not_who_answers(
    tmp_path: Path, other: str, cells: tuple[str, ...], options: tuple[str, ...]
) -> None:
    ticked = {f"Do you speak for a group? [{option}]": ("1", "", "", "1", "", "") for option in options}
    path = survey(tmp_path, {other: cells, **ticked, "Name of the group you speak for": NAMES})
    assert identity(path).question == "Name of the group you speak for"


def test_a_column_that_names_the_rows_of_a_grid_is_who_answers_though_many_answer_for_one(tmp_path: Path) -> None:
    grid = {f"How often do you work with [{name}]": ("Never", "Weekly") * 3 for name in NAMES[:3]}
    path = survey(tmp_path, {"Do you agree?": ("Yes", "No") * 3, "Where do you work?": NAMES[:3] * 2, **grid})
    assert identity(path).question == "Where do you work?"


ONE, SEVERAL = "Name of your organization (if one)", "Name of your main organization (if several)"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("", NAMES[1], "", NAMES[3], "", NAMES[5]), (NAMES[0], "", NAMES[2], "", NAMES[4], "")),
        ((NAMES[0], NAMES[1], "Other", NAMES[3], NAMES[4], "Other:"), ("", "", NAMES[2], "", "", NAMES[5])),
        ((*NAMES[:4], "", ""), ("", "", "", "", *NAMES[4:])),
    ],
)
def test_who_answers_in_one_of_two_columns(tmp_path: Path, first: tuple[str, ...], second: tuple[str, ...]) -> None:
    path = survey(tmp_path, {ONE: first, SEVERAL: second, "Please list the organizations you work with": PARTNERS})
    question = identity(path)
    assert (question.respondent, question.decided) == (f"{{{ONE}}}{{{SEVERAL}}}", False)
    responses = read_export(path, path.name, Inspection())
    assert responses is not None
    names = joined(responses.table, question.respondent, Inspection())
    assert names is not None
    assert tuple(names.values()) == NAMES


def test_a_column_that_is_blank_throughout_is_a_problem(tmp_path: Path) -> None:
    path = survey(tmp_path, {"Org": ("",) * 6, "Partner": PARTNERS})
    (tmp_path / "partnership.toml").write_text(
        '[[wave]]\nname = "1"\nfiles = ["export.csv"]\n[[question]]\nkind = "identity"\nquestion = "Org"\n'
        '[[question]]\nkind = "tie"\nquestion = "Partner"\npartners = "Partner"\n'
    )
    with pytest.raises(Exception, match="No row says who answers: “Org” is blank throughout") as caught:
        read_partnership(tmp_path)
    assert str(caught.value).count("\n") == 0
    assert path.exists()


def test_rows_without_a_name_are_said_once(tmp_path: Path) -> None:
    survey(tmp_path, {"Org": ("", *NAMES[1:5], ""), "Partner": PARTNERS})
    (tmp_path / "partnership.toml").write_text(
        '[[wave]]\nname = "1"\nfiles = ["export.csv"]\n[[question]]\nkind = "identity"\nquestion = "Org"\n'
        '[[question]]\nkind = "tie"\nquestion = "Partner"\npartners = "Partner"\n'
    )
    said = [note.what for note in read_partnership(tmp_path).info.advice if "who answers" in note.what]
    assert said == ["2 rows do not say who answers, and are left out: rows 2 and 7."]


@pytest.mark.parametrize("text", ["Other", "other (please specify)", "Otro:", "Others - text", "Other organizations"])
def test_options_for_what_is_not_listed(text: str) -> None:
    assert is_other(text)
    assert not is_other(f"The {text} Theater")


def test_a_second_codebook_takes_what_was_decided(tmp_path: Path) -> None:
    columns = {
        "May we send you the results?": ("No", "Yes") * 3,
        "Name of the group": NAMES,
        "With whom do you coordinate?": PARTNERS,
    }
    path = survey(tmp_path, columns)
    draft = draft_settings([path], tmp_path)
    right = [
        question.model_copy(
            update={"decided": True, "kind": kind, "partners": question.question if kind == "tie" else ""}
        )
        for question in draft.settings.question
        for kind in [
            {"Name of the group": "identity", "With whom do you coordinate?": "tie"}.get(question.question, "ignore")
        ]
    ]
    empty = {name: table.iloc[:0] for name, table in draft.tables.items()}
    decided = type(draft)(
        draft.settings.model_copy(update={"question": tuple(right), "drafted": record(draft)}), draft.notes, empty
    )
    write_workbook(tmp_path / "partnership.xlsx", decided)
    before = read_partnership(tmp_path)
    again = draft_settings([path], tmp_path)
    assert [question.kind for question in again.settings.question] == [question.kind for question in right]
    assert not len(again.tables["organizations"])
    write_workbook(tmp_path / "partnership.xlsx", again)
    after = read_partnership(tmp_path)
    assert after["ties"].equals(before["ties"])
    assert after["asked"].equals(before["asked"])
