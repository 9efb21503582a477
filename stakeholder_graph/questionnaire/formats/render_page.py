"""What pages about the survey are rendered by."""

from typing import Any

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.own_pages import OwnPages
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
        A file beside this one. The copy it gets holds no answer, so that no page can leak one.
    **context
        What the template needs beside ``survey``.
    """
    settings = survey.plan.settings
    info = SurveyInfo(survey.plan.name, invented=settings.invented, own_pages=OwnPages(logo=survey.plan.logo))
    copy = Copy("partners", Partnership(info, {}), (), "")
    with speaking(survey.language):
        return render(
            copy,
            f"questionnaire/formats/{template}",
            survey=survey,
            banner=_("Invented example data") if settings.invented else "",
            **context,
        )
