"""How long a questionnaire takes to answer: an estimate from the number and form of its questions."""

from collections.abc import Iterable
from dataclasses import dataclass

from stakeholder_graph.questionnaire.survey_question import Questionnaire, SurveyQuestion

#: Seconds to read a question that stands by itself and to answer it, as Pew Research Center counts them.
QUESTION = 10.0
#: Seconds for each option of a list to tick, and for an answer in one's own words: our assumptions.
OPTION, OWN_WORDS = 1.0, 30.0
#: Seconds for what stands around the questions, also assumed.
WELCOME = 30.0
#: Seconds for a row of a grid, assumed: a name is read and a box is ticked.
ROW = 5.0
#: The share of the organizations shown that turn out to be partners, where a question is about partners only. It is
#: assumed and not taken from the answers, on which nothing that respondents see may depend.
PARTNERS = 0.25


@dataclass(frozen=True, slots=True)
class RowTime:
    """How long a questionnaire takes, by what depends on the size of its roster.

    Parameters
    ----------
    other : float
        Seconds for all but the rows of organizations.
    a_row : float
        Seconds that one more organization on the roster takes, in all questions together.
    """

    other: float
    a_row: float

    def minutes(self, size: int) -> float:
        """Give the minutes with a roster of so many.

        Parameters
        ----------
        size : int
            How many others are asked about.
        """
        return (self.other + self.a_row * size) / 60

    def fitting(self, minutes: float) -> int:
        """Give the largest roster that so many minutes allow; below 1 where there is no time for a row.

        Parameters
        ----------
        minutes : float
        """
        return int((60 * minutes - self.other) / self.a_row + 1e-9) if self.a_row else 0


def answering_time(survey: Questionnaire, row_seconds: float = ROW) -> RowTime:
    """Estimate how long a questionnaire takes to answer.

    Parameters
    ----------
    survey : Questionnaire
        In any language.
    row_seconds : float
        Seconds for a row of a grid.

    Notes
    -----
    A question by itself takes about ten seconds and a row of a battery less [1]_; the rest is assumed and stated.

    References
    ----------
    .. [1] Pew Research Center (2022). How we keep our online surveys from running too long. Decoded, December 8.

    Examples
    --------
    >>> from stakeholder_graph.questionnaire import build_questionnaire, read_plan
    >>> time = answering_time(build_questionnaire(read_plan("surveys/wren-county")))
    >>> time.a_row, time.fitting(time.minutes(20))
    (11.25, 20)
    """
    rows = sum(_partners(question) for question in survey.questions) * row_seconds
    return RowTime(WELCOME + seconds(survey.questions, row_seconds), rows)


def seconds(questions: Iterable[SurveyQuestion], row_seconds: float = ROW) -> float:
    """Estimate the seconds that questions take, without their rows of organizations.

    Parameters
    ----------
    questions : iterable of SurveyQuestion
    row_seconds : float
        Seconds for a row of a grid.
    """
    return sum(_of_one(question, row_seconds) for question in questions)


def _of_one(question: SurveyQuestion, row_seconds: float) -> float:
    if question.response == "open":
        return OWN_WORDS
    rows = 0.0 if question.is_about_partners else row_seconds * len(question.rows)
    return QUESTION + rows + (OPTION * len(question.options) if question.response == "multiple choice" else 0.0)


def _partners(question: SurveyQuestion) -> float:
    """How many rows of the question one more organization makes, on average."""
    return 0.0 if not question.is_about_partners else PARTNERS if question.asked_of else 1.0
