"""Columns of partners, few of them and often the same, are a question that names partners: names are never steps."""

from pathlib import Path

import pytest

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats import read_export
from stakeholder_graph.survey.settings.drafting.guess import guess_questions
from stakeholder_graph.survey.settings.drafting.question_guess import QuestionGuess

ROWS = """\
Jugendamt Köln;Grundschule Süd;Caritas Köln;Diakonie
Grundschule Süd;Jugendamt Köln;Kita Löwenzahn;
Kita Löwenzahn;Grundschule Süd;Caritas Köln;Diakonie
Caritas Köln;Jugendamt Köln;Diakonie;Kita Löwenzahn
Diakonie;Caritas Köln;;
"""
ELSEWHERE = """\
Alder;Zoo;Museum;Bank
Birch;Zoo;Bank;
Cedar;Museum;Zoo;Bank
Elm;Bank;Zoo;Museum
"""
RATED = """\
Alder;Good;Poor;Good
Birch;Fair;Good;Poor
Cedar;Good;Good;Fair
Elm;Poor;Fair;Good
"""


def guesses(folder: Path, headers: str, rows: str) -> dict[str, QuestionGuess]:
    (folder / "Partner.csv").write_bytes(f"{headers}\r\n{rows}".encode("cp1252"))
    responses = read_export(folder / "Partner.csv", "Partner.csv", Inspection())
    assert responses is not None
    return {guess.question.kind: guess for guess in guess_questions(responses)}


@pytest.mark.parametrize(
    "headers",
    [
        "Organization;Partner 1;Partner 2;Partner 3",
        "Organisation;Partner 1;Partner 2;Partner 3",
        "Organization;Partner1;Partner2;Partner3",
        "Organization;Partner;Partner;Partner",
        "Organization;Works with;Works with;Works with",
        "Organization;Works with 1;Works with 2;Works with 3",
        "Your organization;Partner organization 1;Partner organization 2;Partner organization 3",
        "Organization;Which organizations do you work with most? 1;Which organizations do you work with most? 2;"
        "Which organizations do you work with most? 3",
    ],
)
def test_columns_of_partners_name_them(tmp_path: Path, headers: str) -> None:
    guessed = guesses(tmp_path, headers, ROWS)
    assert set(guessed) == {"identity", "tie"}
    tie = guessed["tie"].question
    assert (tie.layer, tie.limit, tie.decided) == ("collaboration", 3, True)
    assert tie.partners == tie.question


def test_so_do_those_of_partners_that_never_answer(tmp_path: Path) -> None:
    guessed = guesses(tmp_path, "Organization;Partner 1;Partner 2;Partner 3", ELSEWHERE)
    assert set(guessed) == {"identity", "tie"}


@pytest.mark.parametrize("headers", ["Organization;Partner 1;Partner 2;Partner 3", "Organization;Item 1;Item 2;Item 3"])
def test_steps_of_a_scale_name_nobody(tmp_path: Path, headers: str) -> None:
    guessed = guesses(tmp_path, headers, RATED)
    assert "tie" not in guessed
    assert "rating" in guessed
