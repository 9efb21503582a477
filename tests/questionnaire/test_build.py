"""The questionnaire asks what the settings say, under their promise."""

from pathlib import Path

import pytest

from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.questionnaire import Questionnaire, read_plan
from tests.questionnaire.folders import FEW, Asked, Versions


def test_what_is_asked_and_in_which_order(wren: Questionnaire) -> None:
    assert [(question.id, question.response) for question in wren.questions] == [
        ("organization", "single choice"),
        ("role", "open"),
        ("collaboration", "grid"),
        ("contact", "grid"),
        ("trust", "grid"),
        ("outcome", "multiple choice"),
        ("activity", "multiple choice"),
        ("asset", "multiple choice"),
        ("need", "multiple choice"),
        ("agenda", "grid"),
        ("results", "single choice"),
        ("missing", "open"),
    ]
    by_id = {question.id: question for question in wren.questions}
    assert len(by_id["contact"].rows) == len(by_id["organization"].options) == 61
    assert [option.text for option in by_id["contact"].options] == [
        "none", "yearly", "quarterly", "monthly", "weekly", "do not know",
    ]  # fmt: skip
    assert [option.text for option in by_id["agenda"].options][-2:] == ["strongly agree", "do not know"]
    assert by_id["trust"].asked_of == "collaboration"
    assert by_id["missing"].text == "Who should be here and is not? Up to three."
    assert "skip" in wren.welcome
    assert all(said in wren.closing for said in ("not be named", "1 March", "Ada at Wren Forward"))


def test_versions_differ_in_words_only(wren_versions: tuple[Questionnaire, ...]) -> None:
    english, spanish = wren_versions
    assert (english.language, spanish.language) == ("en", "es")

    def codes(survey: Questionnaire) -> list[object]:
        return [
            (question.id, question.response, [row.code for row in question.rows], [o.code for o in question.options])
            for question in survey.questions
        ]

    assert codes(english) == codes(spanish)
    assert not {question.text for question in english.questions} & {question.text for question in spanish.questions}


def test_the_first_version_is_in_the_language_chosen(versions: Versions) -> None:
    assert [survey.language for survey in versions(first="es")] == ["es", "en"]


def test_each_question_says_what_was_promised_of_it(asked: Asked) -> None:
    layers = '[layers.a]\npromise="named"\n[layers.b]\npromise="aggregate"\n[layers.c]\npromise="backbone"\n'
    survey = asked({**FEW, "partnership.toml": f'backbone = "Bank"\n[promises]\nratings = "aggregate"\n{layers}'})
    assert {question.id: question.promise.partition(":")[0] for question in survey.questions} == {
        "organization": "Backbone only",
        "role": "Backbone only",
        "a": "Named",
        "b": "In the aggregate",
        "c": "Backbone only",
        "outcome": "Named",
        "indicator": "Named",
        "agenda": "In the aggregate",
        "missing": "Backbone only",
    }
    assert "nobody but Bank" in survey.questions[0].promise


def test_respondents_read_whether_others_may_see_how_close_a_tie_is(asked: Asked) -> None:
    layers = '[layers.a]\npromise="named with strength"\n[layers.b]\npromise="named"\n'
    survey = asked({**FEW, "partnership.toml": f'[promises]\nratings = "named with strength"\n{layers}'})
    promises = {question.id: question.promise for question in survey.questions}
    assert "connected and how closely" in promises["a"]
    assert "connected, not how closely" in promises["b"]
    assert promises["agenda"] == promises["outcome"] == "Named: partners may see what your organization chose."


def test_what_nobody_decided_is_promised_carefully(asked: Asked) -> None:
    survey = asked({**FEW, "partnership.toml": "[layers.contact]\n[layers.trust]\n"})
    assert survey.plan.undecided == ("contact", "trust")
    assert [info.promise for info in survey.plan.layers] == ["aggregate", "backbone"]


def test_there_always_is_an_answer_that_is_no_tie_and_another_for_not_to_know(versions: Versions) -> None:
    settings = '[layers.funding]\nscale = [{value = 99, name = "gives money"}]\n'
    english, spanish = (
        next(question for question in survey.questions if question.id == "funding")
        for survey in versions({**FEW, "partnership.toml": settings})
    )
    assert [(option.code, option.text, option.tie) for option in english.options] == [
        ("0", "none", False),
        ("99", "gives money", True),
        ("999", "do not know", False),
    ]
    assert [option.text for option in spanish.options] == ["ninguno", "gives money", "no sé"]


def test_the_settings_own_wording_comes_first(versions: Versions) -> None:
    entry = '[[question]]\nkind = "tie"\nlayer = "contact"\nquestion = "Q1"\nwording = "Who calls whom?"\n'
    surveys = versions({**FEW, "partnership.toml": f"[layers.contact]\n{entry}"})
    assert [survey.questions[2].text for survey in surveys] == ["Who calls whom?"] * 2


def test_codes_stay_when_the_roster_grows(asked: Asked) -> None:
    before = asked().questions[0].options
    after = asked({**FEW, "organizations.csv": "organization\nArk\nClinic\nBank\nZoo\n"}).questions[0].options
    assert {option.code for option in before} == {"clinic", "bank"} < {option.code for option in after}


def test_without_a_list_of_organizations_there_is_nothing_to_ask(tmp_path: Path) -> None:
    with pytest.raises(SurveyError, match="List the organizations to ask"):
        read_plan(tmp_path)
    with pytest.raises(SurveyError, match="no such folder"):
        read_plan(tmp_path / "nowhere")


def test_layers_may_be_known_from_questions_alone(asked: Asked) -> None:
    entry = '[[question]]\nkind = "tie"\nlayer = "contact"\nquestion = "Q1"\npromise = "named"\n'
    survey = asked({**FEW, "partnership.toml": entry})
    assert [info.name for info in survey.plan.layers] == ["contact"]
    assert survey.plan.undecided == ()
