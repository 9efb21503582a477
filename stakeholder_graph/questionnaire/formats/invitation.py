"""The invitation: who sees what, what a respondent may leave out, and what the respondent gets back."""

from stakeholder_graph.questionnaire.formats.render_page import render_page
from stakeholder_graph.questionnaire.formats.sample_map import sample_map
from stakeholder_graph.questionnaire.survey_question import Questionnaire
from stakeholder_graph.text import _, speaking


def invitation(survey: Questionnaire, *others: Questionnaire) -> str:
    r"""Draw the page that goes to respondents before the survey.

    Parameters
    ----------
    survey : Questionnaire
        What will be asked, under which promise.
    *others : Questionnaire
        The same in other languages, which then stand side by side on one page, and on paper on a side of the sheet
        each.

    Returns
    -------
    str
        HTML, to be written as UTF-8 with ``newline="\n"``. It runs no script and asks for nothing; its map is of
        invented organizations.

    Examples
    --------
    >>> from stakeholder_graph.questionnaire import build_questionnaire, read_plan
    >>> plan = read_plan("surveys/wren-county")
    >>> page = invitation(build_questionnaire(plan), build_questionnaire(plan, "es"))
    >>> "<title>An invitation to answer · Una invitación a responder: Wren County Cradle to Career</title>" in page
    True
    """
    titles, invited = [], {}
    for version in (survey, *others):
        with speaking(version.language):
            sample = sample_map()
            titles.append(_("An invitation to answer"))
        invited[version.language] = render_page(version, "invited.html", sample=sample)
    return render_page(survey, "invitation.html", versions=invited, titles=titles)
