"""The text file that Qualtrics imports."""

from stakeholder_graph.questionnaire import Questionnaire
from stakeholder_graph.questionnaire.formats.qualtrics import qualtrics
from tests.questionnaire.folders import Asked
from tests.questionnaire.survey_tools import read_advanced_format


def test_qualtrics_has_blocks_pages_ids_and_numbers(wren: Questionnaire) -> None:
    text = qualtrics(wren)
    assert text.startswith("[[AdvancedFormat]]\n\n[[Block:Who answers]]\n")
    assert text.count("[[Block:") == 5
    assert text.count("[[PageBreak]]") == 2
    imported = read_advanced_format(text)
    assert list(imported) == ["welcome", *(question.id for question in wren.questions), "closing"]
    assert imported["contact"].answers[0] == ("0", "none")
    assert imported["contact"].answers[-1] == ("99", "do not know")
    assert len(imported["contact"].choices) == 61
    assert imported["activity"].choices[0] == "Home visits"


def test_names_are_no_markup_to_qualtrics(asked: Asked) -> None:
    text = qualtrics(asked({"organizations.csv": "organization\n[[Block:x]]\n<b>Bold</b>\n${e://Field/x}\n"}))
    assert "[[Block:x]]" not in text
    assert "<b>" not in text
    assert "${" not in text
