"""Who agreed to be named: read from exports and from the list of organizations, and an open decision in a draft."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from stakeholder_graph.graph import to_partnership
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey import Survey
from stakeholder_graph.survey.formats import read_export
from stakeholder_graph.survey.names.consent_words import agrees
from stakeholder_graph.survey.settings.drafting.guess import guess_questions

Read = Callable[[Mapping[str, str | bytes]], Survey]

NAMES = ("Alder House", "Birch School", "Cedar Fund", "Dogwood Clinic", "Elm Academy")
NETWORK = (",3,2,0,1", "3,,0,3,0", "0,0,,2,2", "0,0,3,,1", "1,0,0,2,")
QUESTION = "May we show your organization by name on the map?"
SETTINGS = """
[[question]]
kind = "identity"
question = "Your organization"
[[question]]
kind = "consent"
question = "{question}"
{more}
[[question]]
kind = "tie"
question = "Works with"
promise = "named"
scale = ["0", "1", "2", "3"]
[[wave]]
name = "2026"
files = ["export.csv"]
"""


def export(answers: tuple[str, ...], question: str = QUESTION) -> str:
    head = ["Your organization", f'"{question}"', *(f"Works with [{name}]" for name in NAMES)]
    rows = [f"{name},{said},{ties}" for name, said, ties in zip(NAMES, answers, NETWORK, strict=True)]
    return "\n".join([",".join(head), *rows])


def files(answers: tuple[str, ...], more: str = "", question: str = QUESTION, **others: str) -> dict[str, str]:
    settings = SETTINGS.format(question=question, more=more)
    lists = {f"{name}.csv": text for name, text in others.items()}
    return {"export.csv": export(answers, question), "partnership.toml": settings} | lists


def silent(survey: Survey) -> list[str]:
    """Who has not answered, as others see it."""
    graph = to_partnership(survey.agreed or survey).graph()
    return [name for name, answered in zip(graph.names, graph.answered, strict=True) if not answered]


@pytest.mark.parametrize(
    ("answers", "refused"),
    [
        (("Yes", "No", "Yes", "", "yes"), ["Birch School", "Dogwood Clinic"]),
        (("I agree", "I do not agree", "I agree", "I agree", "I agree"), ["Birch School"]),
        (("Sí", "No", "si", "Acepto", "No acepto"), ["Birch School", "Elm Academy"]),
        (("x", "", "x", "x", "x"), ["Birch School"]),
        (("Yes", "Yes", "Yes", "Yes", "Yes"), []),
    ],
)
def test_who_did_not_say_yes_counts_elsewhere_as_silent(
    read: Read, answers: tuple[str, ...], refused: list[str]
) -> None:
    more = 'agree = "x"' if "x" in answers else ""
    survey = read(files(answers, more))
    assert not survey.info.draft
    assert to_partnership(survey).graph().answered.all()
    assert silent(survey) == refused
    assert (survey.agreed is None) == (not refused)
    if survey.agreed:
        assert not survey.agreed["ties"]["from"].isin(refused).any()


def test_an_answer_that_may_mean_either_is_asked_about_and_counts_as_a_no(read: Read) -> None:
    answers = ("1", "2", "1", "1", "1")
    survey = read(files(answers))
    (decision,) = survey.info.undecided
    assert "“1” or “2”" in decision.what
    assert 'write agree = "1"' in decision.todo
    assert silent(survey) == list(NAMES)
    assert silent(read(files(answers, 'agree = ["1"]'))) == ["Birch School"]


def test_two_people_have_to_agree(read: Read) -> None:
    given = files(("Yes",) * 5)
    given["export.csv"] += f"\nAlder House,No,{NETWORK[0]}"
    given["partnership.toml"] = given["partnership.toml"].replace(
        '"Your organization"', '"Your organization"\nseveral_answers = "combine"'
    )
    assert silent(read(given)) == ["Alder House"]


def test_a_correction_may_agree(read: Read) -> None:
    given = files(("No", "Yes", "Yes", "Yes", "Yes"))
    given["export.csv"] += "\nAlder House,Yes,,0,0,0,0"
    given["partnership.toml"] = given["partnership.toml"].replace(
        '"Your organization"', '"Your organization"\nseveral_answers = "latest"'
    )
    assert silent(read(given)) == []


def test_a_second_answer_that_only_refuses_stands(read: Read) -> None:
    given = files(("Yes",) * 5)
    given["export.csv"] += "\nAlder House,No,,,,,"
    survey = read(given)
    assert not survey.info.draft
    assert silent(survey) == ["Alder House"]


@pytest.mark.parametrize("header", ["consent", "May be named", "Consent to be named?"])
def test_a_column_of_the_list_says_it_too(read: Read, header: str) -> None:
    listed = f"organization,{header}\n" + "\n".join(
        f"{name},{said}" for name, said in zip(NAMES, ("yes", "no", "", "Yes", "si"), strict=True)
    )
    survey = read(files(("Yes",) * 5, organizations=listed))
    assert silent(survey) == ["Birch School", "Cedar Fund"]


@pytest.mark.parametrize("header", ["Consent", "may we name them"])
def test_a_column_of_the_list_beside_plain_ties(read: Read, header: str) -> None:
    listed = f"organization,{header}\n" + "\n".join(
        f"{name},{said}" for name, said in zip(NAMES, ("yes", "no", "", "Yes", "si"), strict=True)
    )
    plain = {"organizations.csv": listed, "ties.csv": "from,to\nAlder House,Birch School\nBirch School,Elm Academy\n"}
    survey = read(plain)
    assert survey.agreed is not None
    assert survey.agreed["ties"][["from", "to"]].to_numpy().tolist() == [["Alder House", "Birch School"]]


def test_a_tie_without_direction_may_have_been_reported_by_either(read: Read) -> None:
    """A list does not say who reported it, so that it is left out wherever one of the two did not agree."""
    survey = read(
        {
            "partnership.toml": "directed = false",
            "organizations.csv": "organization,consent,answered\nA,yes,yes\nB,no,yes\nC,yes,yes\n",
            "ties.csv": "from,to\nA,B\nC,A\n",
        }
    )
    assert survey.agreed is not None
    assert len(survey.agreed["ties"]) == 1


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        (QUESTION, ("Yes", "No", "Yes", "Yes", "")),
        ("Do you consent to your organization being named in the report?", ("Yes", "No", "Yes", "Yes", "Yes")),
        ("I agree that our answers may be shared with partners by name", ("I agree", "", "I agree", "I agree", "")),
        ("Is it okay to list your agency on the public map?", ("Yes", "No", "No", "Yes", "Yes")),
        ("¿Podemos mostrar el nombre de su organización en el mapa?", ("Sí", "No", "Sí", "Sí", "Sí")),
        ("Autoriza que su organización aparezca con nombre", ("Sí", "No", "Sí", "Sí", "No")),
        ("Consent", ("Yes", "No", "Yes", "Yes", "Yes")),
        ("Are you ok with being named?", ("yes", "no", "sure", "yes", "")),
        ("OK to be named?", ("y", "n", "y", "y", "y")),
        ("May we name you?", ("Yes", "No", "Yes", "Yes", "Yes")),
        ("May we name your organization in the report?", ("Yes", "No", "Yes", "Yes", "Yes")),
        ("Permission to be named", ("yes", "no", "yes", "yes", "yes")),
        ("Named? (y/n)", ("y", "n", "y", "y", "y")),
        ("Can we share your name", ("Yes", "No", "Yes", "Yes", "Yes")),
        ("Show on map?", ("x", "", "x", "x", "")),
        ("¿Está de acuerdo con que mencionemos su organización en el informe?", ("Sí", "No", "Sí", "Sí", "Sí")),
        ("¿Acepta ser nombrada?", ("Sí", "No", "Sí", "Sí", "Sí")),
    ],
)
def test_a_draft_recognizes_the_question_and_does_not_decide(
    question: str, answers: tuple[str, ...], tmp_path: Path, read: Read
) -> None:
    (tmp_path / "export.csv").write_text(export(answers, question), "utf-8")
    responses = read_export(tmp_path / "export.csv", "export.csv", Inspection())
    assert responses is not None
    guesses = guess_questions(responses)
    asked = [guess.question for guess in guesses if guess.question.kind == "consent"]
    assert [(guess.question, guess.decided) for guess in asked] == [(question, False)]
    assert (
        next(guess.question.question for guess in guesses if guess.question.kind == "identity") == "Your organization"
    )
    survey = read(files(answers, "decided = false", question))
    (decision,) = [each for each in survey.info.undecided if "consent" in each.what]
    assert "take the line decided = false out" in decision.todo
    assert silent(survey)  # a guess is honoured until somebody decides


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Do you agree that partners share a vision?", ("Strongly agree", "Agree", "Disagree", "Agree", "Agree")),
        ("May we contact you by email with questions?", ("Yes", "No", "Yes", "Yes", "Yes")),
        ("Do you share data with other partners?", ("Yes", "No", "Yes", "Yes", "Yes")),
        ("What is your name?", ("Ann", "Bo", "Cy", "Di", "Ed")),
        ("Does your organization publish a map?", ("Yes", "No", "Yes", "Yes", "Yes")),
        ("May we share resources with you?", ("Yes", "No", "Yes", "Yes", "Yes")),
        ("Do you want to name more partners?", ("Yes", "No", "Yes", "Yes", "Yes")),
        ("May we quote you?", ("Yes", "No", "Yes", "Yes", "Yes")),
    ],
)
def test_what_is_no_consent_to_be_named(question: str, answers: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text(export(answers, question), "utf-8")
    responses = read_export(tmp_path / "export.csv", "export.csv", Inspection())
    assert responses is not None
    assert "consent" not in {guess.question.kind for guess in guess_questions(responses)}


def test_staying_anonymous_is_the_other_way_round(tmp_path: Path) -> None:
    question = "Would you like your organization to remain anonymous?"
    (tmp_path / "export.csv").write_text(export(("Yes", "No", "No", "No", "No"), question), "utf-8")
    responses = read_export(tmp_path / "export.csv", "export.csv", Inspection())
    assert responses is not None
    (asked,) = [guess.question for guess in guess_questions(responses) if guess.question.kind == "consent"]
    assert asked.agree == ("No",)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("Yes, by name", True), ("no, not by name", False), ("Only anonymously", False), ("Maybe", None), ("sí", True),
     ("Prefer not to say", False), ("Do not show us", False)],
)  # fmt: skip
def test_what_an_answer_says(answer: str, expected: bool | None) -> None:
    assert agrees(answer) is expected
