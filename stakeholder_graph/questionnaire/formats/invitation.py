"""The invitation: who sees what, what a respondent may leave out, and what the respondent gets back."""

from stakeholder_graph.questionnaire.formats.render_page import render_page
from stakeholder_graph.questionnaire.formats.sample_map import sample_map
from stakeholder_graph.questionnaire.survey_question import Questionnaire
from stakeholder_graph.text import speaking


def invitation(survey: Questionnaire) -> str:
    r"""Draw the page that goes to respondents before the survey.

    Parameters
    ----------
    survey : Questionnaire
        What will be asked, under which promise.

    Returns
    -------
    str
        HTML, to be written as UTF-8 with ``newline="\n"``. It runs no script and asks for nothing; its map is of
        invented organizations.

    Examples
    --------
    >>> from stakeholder_graph.questionnaire import build_questionnaire, read_plan
    >>> page = invitation(build_questionnaire(read_plan("surveys/wren-county")))
    >>> "<title>An invitation to answer: Wren County Cradle to Career</title>" in page
    True
    """
    with speaking(survey.language):
        sample = sample_map()
    return render_page(survey, "invitation.html", sample=sample)
