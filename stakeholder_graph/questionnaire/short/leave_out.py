"""A survey without some of its questions, as its author chose."""

from collections.abc import Sequence
from dataclasses import replace

from stakeholder_graph.model.problems import Problem, SurveyError, suggestion
from stakeholder_graph.questionnaire.survey_plan import SurveyPlan
from stakeholder_graph.questionnaire.survey_question import Questionnaire
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.text import _

#: Questions without which no answer can be read.
_NEEDED = ("identity",)


def without_questions(plan: SurveyPlan, survey: Questionnaire, names: Sequence[str]) -> tuple[SurveyPlan, set[str]]:
    """Leave questions out.

    Parameters
    ----------
    plan : SurveyPlan
        What was to be asked.
    survey : Questionnaire
        The same as questions.
    names : sequence of str
        A kind of tie, a kind of item such as ``need``, ``rating``, or the id of a question, in any case.

    Returns
    -------
    (SurveyPlan, set of str)
        The plan without these kinds of tie, and the ids of the questions that stay out.

    Raises
    ------
    SurveyError
        With every name that no question has, or without whose question others could not be asked.

    Examples
    --------
    >>> from stakeholder_graph.questionnaire import build_questionnaire, read_plan
    >>> plan = read_plan("surveys/wren-county")
    >>> shorter, out = without_questions(plan, build_questionnaire(plan), ["Trust", "need"])
    >>> [layer.name for layer in shorter.layers], sorted(out)
    (['collaboration', 'contact'], ['need', 'trust'])
    """
    problems, out = [], set()
    optional = [question for question in survey.questions if question.kind not in _NEEDED]
    known = {normal(word): word for question in optional for word in (question.id, question.kind, question.about)}
    known = {key: word for key, word in known.items() if word not in ("", "tie", "person", "attribute")}
    for name in names:
        meant = [
            question.id
            for question in optional
            if normal(name) in map(normal, (question.id, question.kind, question.about)) and normal(name) in known
        ]
        out.update(meant)
        if not meant:
            words = sorted(known.values())
            problems.append(
                Problem(
                    _("No question is called “{name}”.", name=name),
                    suggestion(name, words, _("There are: {names}.", names=", ".join(words))),
                )
            )
    ties = {question.id: question for question in survey.questions if question.is_about_partners}
    for question in ties.values():
        if question.asked_of in out and question.id not in out:
            problems.append(
                Problem(
                    _("“{name}” is only asked of partners in “{other}”, which is left out.", name=question.about,
                      other=ties[question.asked_of].about),
                    _("Leave out both, or neither."),
                )
            )  # fmt: skip
    if not problems and ties.keys() <= out:
        problems.append(
            Problem(
                _("No question about connections is left."),
                _("A short questionnaire is one about fewer connections: leave in at least one kind."),
            )
        )
    if problems:
        raise SurveyError(problems)
    gone = {question.about for question in ties.values() if question.id in out}
    return replace(plan, layers=tuple(info for info in plan.layers if info.name not in gone)), out
