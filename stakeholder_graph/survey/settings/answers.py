"""What settings say about which answers of an export count."""

from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator

from stakeholder_graph.survey.settings.elements import SettingsTable, in_any_case

SeveralAnswers = Literal["combine", "latest", "first"]
FlaggedAnswersRule = Literal["keep", "set aside"]


class AnswersSettings(SettingsTable):
    """Which answers of an export count, as the question that says who answers has it; and who agreed to be named.

    Parameters
    ----------
    several_answers : {"combine", "latest", "first"}, optional
        Of an organization that answered more than once: all answers put together, as of several people; or one of
        them, as of somebody who corrected an earlier answer. Open where it is missing.
    flagged_answers : {"keep", "set aside"}, optional
        What becomes of answers that the survey tool does not count, such as those it takes for spam. Open where it
        is missing.
    agree : tuple of str
        Of a question about consent, the answers that agree; where it is blank, those that say yes.

    Examples
    --------
    >>> AnswersSettings(several_answers="Latest").several_answers
    'latest'
    """

    several_answers: Annotated[SeveralAnswers | None, in_any_case(*get_args(SeveralAnswers))] = None
    flagged_answers: Annotated[FlaggedAnswersRule | None, in_any_case(*get_args(FlaggedAnswersRule))] = None
    agree: Annotated[tuple[str, ...], BeforeValidator(lambda said: [said] if isinstance(said, str) else said)] = ()
