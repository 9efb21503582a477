"""The survey as a text file that Qualtrics imports: its Advanced Format [1]_.

References
----------
.. [1] Qualtrics, Import and Export Surveys: Preparing an Advanced Format TXT File.
"""

from collections.abc import Iterable

from stakeholder_graph.questionnaire.questions import Option, Question, Questionnaire
from stakeholder_graph.questionnaire.wording import WORDS, Language

_TYPES = {"one": "MC:Dropdown", "many": "MC:MultipleAnswer:Vertical", "grid": "Matrix", "words": "TE:SingleLine"}


def qualtrics(survey: Questionnaire, language: Language = "en") -> str:
    r"""Write the survey in Advanced Format.

    Parameters
    ----------
    survey : Questionnaire
        What is asked.
    language : {"en", "es"}
        Qualtrics takes one at a time.

    Returns
    -------
    str
        To be written as UTF-8 with ``newline="\n"``. The format knows no conditions: that a grid is about
        partners only stands in its wording. Numbers of answers are those of the scale.
    """
    lines = ["[[AdvancedFormat]]", ""]
    opening = _text("welcome", survey.welcome[language])
    for section, questions in survey.sections().items():
        lines += [f"[[Block:{_literal(WORDS[section][language])}]]", "", *opening]
        opening = []
        for number, question in enumerate(questions):
            if number and "grid" in (question.form, questions[number - 1].form):
                lines += ["[[PageBreak]]", ""]
            lines += _question(question, language)
    lines += _text("closing", survey.closing[language])
    return "\n".join(lines)


def _question(question: Question, language: Language) -> list[str]:
    kind = "TE:Essay" if question.kind == "missing" else _TYPES[question.form]
    said = [question.text, question.hint, question.promise]
    wording = "<br>".join(filter(None, (_literal(text[language]) for text in said)))
    lines = [f"[[Question:{kind}]]", f"[[ID:{question.id}]]", wording]
    if question.form == "grid":
        lines += ["[[Choices]]", *_names(question.rows, language)]
        lines += ["[[AdvancedAnswers]]", *_numbered(question.options, language)]
    elif question.options:
        lines += ["[[Choices]]", *_names(question.options, language)]
    return [*lines, ""]


def _text(name: str, text: str) -> list[str]:
    return ["[[Question:Text]]", f"[[ID:{name}]]", _literal(text), ""]


def _names(options: Iterable[Option], language: Language) -> list[str]:
    return [_literal(option.text[language]) for option in options]


def _numbered(options: Iterable[Option], language: Language) -> list[str]:
    """Answers with the numbers an export gives them; Qualtrics numbers by whole ones only."""
    return [
        line
        for option in options
        for line in (
            f"[[Answer:{option.code}]]" if option.code.isdecimal() else "[[Answer]]",
            _literal(option.text[language]),
        )
    ]


def _literal(text: str) -> str:
    """A text that Qualtrics takes for no markup, no tag and no piped text."""
    text = " ".join(text.split()).replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("[[", "[\u200b[").replace("${", "$\u200b{")
