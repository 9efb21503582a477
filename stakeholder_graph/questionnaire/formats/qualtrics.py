"""The survey as a text file that Qualtrics imports: its Advanced Format [1]_.

References
----------
.. [1] Qualtrics, Import and Export Surveys: Preparing an Advanced Format TXT File.
"""

from collections.abc import Iterable, Mapping

from stakeholder_graph.questionnaire.survey_question import (
    GridRow,
    Questionnaire,
    ResponseFormat,
    ResponseOption,
    SurveyQuestion,
)

_TYPES: Mapping[ResponseFormat, str] = {
    "single choice": "MC:Dropdown",
    "multiple choice": "MC:MultipleAnswer:Vertical",
    "grid": "Matrix",
    "open": "TE:SingleLine",
}


def qualtrics(survey: Questionnaire) -> str:
    r"""Write the survey in Advanced Format.

    Parameters
    ----------
    survey : Questionnaire
        What is asked; Qualtrics takes one language at a time.

    Returns
    -------
    str
        To be written as UTF-8 with ``newline="\n"``. The format knows no conditions: that a grid is about
        partners only stands in its wording. Numbers of answers are those of the scale.

    Examples
    --------
    >>> from stakeholder_graph.questionnaire import build_questionnaire, read_plan
    >>> qualtrics(build_questionnaire(read_plan("surveys/wren-county"))).splitlines()[2]
    '[[Block:Who answers]]'
    """
    lines = ["[[AdvancedFormat]]", ""]
    opening = _text("welcome", survey.welcome)
    for section, questions in survey.sections().items():
        lines += [f"[[Block:{_literal(survey.section_titles[section])}]]", "", *opening]
        opening = []
        for number, question in enumerate(questions):
            if number and "grid" in (question.response, questions[number - 1].response):
                lines += ["[[PageBreak]]", ""]
            lines += _question(question)
    lines += _text("closing", survey.closing)
    return "\n".join(lines)


def _question(question: SurveyQuestion) -> list[str]:
    kind = "TE:Essay" if question.kind == "missing" else _TYPES[question.response]
    wording = "<br>".join(filter(None, map(_literal, (question.text, question.hint, question.promise))))
    lines = [f"[[Question:{kind}]]", f"[[ID:{question.id}]]", wording]
    if question.response == "grid":
        lines += ["[[Choices]]", *_names(question.rows)]
        lines += ["[[AdvancedAnswers]]", *_numbered(question.options)]
    elif question.options:
        lines += ["[[Choices]]", *_names(question.options)]
    return [*lines, ""]


def _text(name: str, text: str) -> list[str]:
    return ["[[Question:Text]]", f"[[ID:{name}]]", _literal(text), ""]


def _names(options: Iterable[GridRow | ResponseOption]) -> list[str]:
    return [_literal(option.text) for option in options]


def _numbered(options: Iterable[ResponseOption]) -> list[str]:
    """Answers with the numbers an export gives them; Qualtrics numbers by whole ones only."""
    return [
        line
        for option in options
        for line in (
            f"[[Answer:{option.code}]]" if option.code.isdecimal() else "[[Answer]]",
            _literal(option.text),
        )
    ]


def _literal(text: str) -> str:
    """A text that Qualtrics takes for no markup, no tag and no piped text."""
    text = " ".join(text.split()).replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("[[", "[\u200b[").replace("${", "$\u200b{")
