"""Explain measures, and say how far a survey has come."""

from stakeholder_graph.api.in_its_language import in_its_language
from stakeholder_graph.conditions.rubric import check_own_rubrics
from stakeholder_graph.graph import Partnership
from stakeholder_graph.views.explain import explain as explain_measure
from stakeholder_graph.views.explain import list_measures
from stakeholder_graph.views.terminal.survey_check import survey_check


def explain(name: str | None = None) -> str:
    """Explain a measure in plain words, with its formula, its range and its sources.

    Parameters
    ----------
    name : str, optional
        The measure's name; without one, every measure is listed.

    Returns
    -------
    str
        To be printed.

    Raises
    ------
    UnknownNameError
        For a measure that does not exist.

    Examples
    --------
    >>> print(explain("density").splitlines()[0])
    How many connections there are (density)
    """
    return explain_measure(name) if name else list_measures()


@in_its_language
def check(partnership: Partnership, wave: str | None = None) -> str:
    """Say which decisions are open, who answered, and how much of each layer is known.

    Parameters
    ----------
    partnership : Partnership
        As `read` gives it.
    wave : str, optional
        A round of the survey; the latest by default.

    Returns
    -------
    str
        For the backbone's desk: it names sectors of any size and quotes what respondents wrote.

    Raises
    ------
    SurveyError
        With every problem of the rubrics in its folder.
    """
    check_own_rubrics(partnership.info.read_from.folder)
    return survey_check(partnership, wave)
