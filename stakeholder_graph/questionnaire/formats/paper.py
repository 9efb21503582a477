"""The survey on paper: one self-contained page to print."""

from stakeholder_graph.questionnaire.formats.render_page import render_page
from stakeholder_graph.questionnaire.survey_question import Questionnaire


def paper(survey: Questionnaire) -> str:
    r"""Draw the survey for paper.

    Parameters
    ----------
    survey : Questionnaire
        What is asked.

    Returns
    -------
    str
        HTML, to be written as UTF-8 with ``newline="\n"``. It runs no script and asks for nothing.

    Examples
    --------
    >>> from stakeholder_graph.questionnaire import build_questionnaire, read_plan
    >>> page = paper(build_questionnaire(read_plan("surveys/wren-county")))
    >>> "<title>Wren County Cradle to Career: survey of partners</title>" in page
    True
    """
    return render_page(survey, "paper.html")
