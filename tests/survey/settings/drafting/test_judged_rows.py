"""A question about trust is a kind of tie where its rows are organizations, and a step that nobody chose is said."""

from pathlib import Path

import pytest

from stakeholder_graph.survey.settings.draft import question_key
from tests.survey.settings.made_exports import HOW_OFTEN, ORG, QuestionCells, drafted, grid, guessed, qualtrics

MUCH = [["", "A lot", "A little", "Somewhat"], ["A lot", "", "A little", "A lot"]] * 2


def of_rows(name: str, wording: str, rows: tuple[str, ...]) -> list[QuestionCells]:
    return [(f"{name}_{n}", f"{wording} - {row}", tuple(MUCH[n % 2])) for n, row in enumerate(rows, start=1)]


@pytest.mark.parametrize(
    "wording", ["How much do you trust each of these", "How far can you rely on", "How reliable do you find"]
)
def test_rows_that_are_organizations_make_it_a_tie(tmp_path: Path, wording: str) -> None:
    export = qualtrics(tmp_path / "a.csv", [ORG, *grid("often", "How often do you meet with", HOW_OFTEN),
                                            *grid("trust", wording, MUCH)])  # fmt: skip
    question = guessed(export)["trust"]
    assert (question.kind, question.layer, question.decided) == ("tie", "trust", True)


@pytest.mark.parametrize(
    "rows", [("Elm", "Fir", "Oak"), ("The Reading Room", "Harbor", "North Side"), ("ABC", "DEF", "GHI")]
)
def test_rows_that_read_like_names_are_asked_about(tmp_path: Path, rows: tuple[str, ...]) -> None:
    question = guessed(qualtrics(tmp_path / "a.csv", [ORG, *of_rows("q", "How much do you trust", rows)]))["q"]
    assert (question.kind, question.layer, question.decided) == ("tie", "trust", False)


@pytest.mark.parametrize(
    "rows",
    [
        ("I trust our partners.", "We share risks.", "We keep our word."),
        ("the way decisions are made here in the county", "money", "the plan"),
    ],
)
def test_statements_are_ratings(tmp_path: Path, rows: tuple[str, ...]) -> None:
    question = guessed(qualtrics(tmp_path / "a.csv", [ORG, *of_rows("q", "How much do you trust in this", rows)]))["q"]
    assert question.kind == "rating"


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("1", "2", "4", "4"), "Nobody chose 3; if the survey offers it, add it to the scale."),
        (("Strongly agree", "Agree", "Disagree", "Neutral"), "Nobody chose the opposite of “Strongly agree”"),
        (("Not at all", "Somewhat", "A lot", "Somewhat"), "Nobody chose a step between “Not at all” and “Somewhat”"),
    ],
)
def test_a_step_that_nobody_chose_is_said(tmp_path: Path, cells: tuple[str, ...], said: str) -> None:
    draft = drafted(qualtrics(tmp_path / "a.csv", [ORG, ("r", "How much do you agree with our agenda?", cells)]))
    (question,) = [question for question in draft.settings.question if question.question == "r"]
    assert question.kind == "rating"
    assert said in draft.notes[question_key(question)].reason


def test_nothing_is_said_of_a_whole_scale(tmp_path: Path) -> None:
    cells = ("Agree", "Disagree", "Agree", "Neutral")
    draft = drafted(qualtrics(tmp_path / "a.csv", [ORG, ("r", "How much do you agree with our agenda?", cells)]))
    assert not any("Nobody chose" in note.reason for note in draft.notes.values())


def test_the_name_of_an_item_is_the_whole_question(tmp_path: Path) -> None:
    cells = ("Very satisfied", "Satisfied", "Dissatisfied", "Satisfied")
    wording = "How satisfied are you with the way our partnership"
    asked = [(f"r{n}", f"{wording} {what}?", cells) for n, what in enumerate(("decides", "shares data"))]
    questions = guessed(qualtrics(tmp_path / "a.csv", [ORG, *asked]))
    assert [questions[f"r{n}"].item for n in (0, 1)] == [
        f"{wording} decides",
        f"{wording} shares data",
    ]
