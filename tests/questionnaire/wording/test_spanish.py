"""All that the questionnaire says, to respondents and to its author, is there in Spanish."""

from pathlib import Path
from string import Formatter

import pytest

import stakeholder_graph.questionnaire
from stakeholder_graph.questionnaire.wording.standard_questions import QUESTIONS
from stakeholder_graph.survey.words.common_steps import COMMON_LAYERS, COMMON_STEPS
from stakeholder_graph.text import speaking, translate
from tools.catalogue import extract

PACKAGE = Path(stakeholder_graph.questionnaire.__file__).parent
#: Words that are the same in both languages.
ALIKE = {"Hospital", "no", "neutral"}


def messages() -> list[str]:
    """Every text of the package, and of a plural its form for one."""
    ids = [message.id for message in extract(PACKAGE) if message.id]
    return sorted({text if isinstance(text, str) else text[0] for text in ids} | {*COMMON_STEPS, *COMMON_LAYERS})


def fields(text: str) -> set[str | None]:
    return {field for _text, field, _format, _conversion in Formatter().parse(text)} - {None}


def test_questions_and_templates_are_among_the_messages() -> None:
    assert {*QUESTIONS.values(), "Who sees what", "Parents' circle", "strongly agree"} <= set(messages())


@pytest.mark.parametrize("message", messages())
def test_every_text_is_there_in_spanish_with_the_same_fields(message: str) -> None:
    with speaking("es"):
        spanish = translate(message)
    assert (spanish != message) == (message not in ALIKE)
    assert fields(spanish) == fields(message)
