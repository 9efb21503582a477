"""The survey on paper: one self-contained page to print."""

from typing import Any

from stakeholder_graph.editions.release import Release
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.survey import SurveyInfo
from stakeholder_graph.questionnaire.questions import Questionnaire
from stakeholder_graph.questionnaire.wording import WORDS, Language
from stakeholder_graph.views.page import render


def paper(survey: Questionnaire, language: Language = "en") -> str:
    r"""Draw the survey for paper.

    Parameters
    ----------
    survey : Questionnaire
        What is asked.
    language : {"en", "es"}

    Returns
    -------
    str
        HTML, to be written as UTF-8 with ``newline="\n"``. It runs no script and asks for nothing.
    """
    return draw(survey, "questionnaire/paper.html", language)


def draw(survey: Questionnaire, template: str, language: Language, **context: Any) -> str:
    """Render a page about the survey; it is given no answer, so that there is nothing in it to be kept back."""
    plan = survey.plan
    release = Release("partners", Partnership(SurveyInfo(plan.name, invented=plan.settings.invented), {}), (), "")
    return render(
        release,
        template,
        survey=survey,
        language=language,
        words={name: text[language] for name, text in WORDS.items()},
        banner=WORDS["invented"][language] if plan.settings.invented else "",
        **context,
    )
