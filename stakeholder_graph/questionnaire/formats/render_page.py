"""What pages about the survey are rendered by."""

from typing import Any

from stakeholder_graph.editions.release import Release
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.survey import SurveyInfo
from stakeholder_graph.questionnaire.survey_question import Questionnaire
from stakeholder_graph.text import _, speaking
from stakeholder_graph.views.page import render


def render_page(survey: Questionnaire, template: str, **context: Any) -> str:
    """Render a page about the survey in its language.

    Parameters
    ----------
    survey : Questionnaire
        What is asked.
    template : str
        A file beside this one. The release it gets holds no answer, so that no page can leak one.
    **context
        What the template needs beside ``survey``.
    """
    settings = survey.plan.settings
    release = Release("partners", Partnership(SurveyInfo(survey.plan.name, invented=settings.invented), {}), (), "")
    with speaking(survey.language):
        return render(
            release,
            f"questionnaire/formats/{template}",
            survey=survey,
            banner=_("Invented example data") if settings.invented else "",
            **context,
        )
