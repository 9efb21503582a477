"""What is said of a question of which nobody has confirmed what it asks about."""

from stakeholder_graph.survey.settings.model import QuestionSettings
from stakeholder_graph.text import _


def unconfirmed(question: QuestionSettings) -> str:
    """Say that nobody has confirmed what a question asks about, and what follows until somebody does.

    Parameters
    ----------
    question : QuestionSettings
        Not decided.

    Examples
    --------
    >>> unconfirmed(QuestionSettings(kind="team", question="Q1", decided=False))
    'Nobody has confirmed that “Q1” is a question of the kind “team”.'
    """
    wording = question.wording or question.question or question.columns or question.respondent
    if question.kind == "ignore":
        return _("Nobody has confirmed what “{wording}” asks about, so that it is left out.", wording=wording)
    if question.kind == "consent":
        return _(
            "“{wording}” seems to ask for consent to be named. Until you decide, whoever has not agreed is shown "
            "beyond your desk like somebody who has not answered.",
            wording=wording,
        )
    return _(
        "Nobody has confirmed that “{wording}” is a question of the kind “{kind}”.",
        wording=wording,
        kind=question.kind,
    )
