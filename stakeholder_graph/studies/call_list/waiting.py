"""What the call list leaves out until decisions are made, and why."""

from dataclasses import dataclass

from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Message


@dataclass(frozen=True, slots=True)
class Unheard:
    """Of whom it may not be said that they have not answered, while decisions are open.

    Parameters
    ----------
    everybody : bool
        Whether an open decision may say so of anybody.
    organizations : frozenset of str
        Of whom else: they may be meant by a name, not decided yet, of somebody who answered.
    """

    everybody: bool = False
    organizations: frozenset[str] = frozenset()


def may_have_answered(partnership: Partnership) -> Unheard:
    """Of whom open decisions leave it open whether they answered.

    Parameters
    ----------
    partnership : Partnership
        Its open decisions; of each it is known whether it is about who answered.

    Examples
    --------
    >>> from stakeholder_graph.model.problems import Problem
    >>> from stakeholder_graph.model.survey import SurveyInfo
    >>> def with_open(*undecided):
    ...     return may_have_answered(Partnership(SurveyInfo("P", undecided=undecided), {}))
    >>> with_open(Problem("x", "y", about="answers")).everybody, with_open(Problem("x", "y")).everybody
    (False, True)
    >>> with_open(Problem("x", "y", about="who answered", organizations=("Zoo",))).organizations
    frozenset({'Zoo'})
    """
    info = partnership.info
    of_answers = [problem for problem in info.undecided if problem.about != "answers"]
    everybody = (info.draft and not info.undecided) or any(not problem.organizations for problem in of_answers)
    return Unheard(everybody, frozenset(name for problem in of_answers for name in problem.organizations))


def what_waits(partnership: Partnership, wave: str) -> tuple[Message, ...]:
    """Say what the list leaves out, and until when.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    wave : str
        Which wave.

    Returns
    -------
    tuple of Message
        ``waits_not_known`` where nothing says who answered; else ``waits_all`` or ``waits_some`` where organizations
        without an answer are left out, and ``waits_answers`` where answers wait for a decision. None in a survey where
        everything is decided.
    """
    info = partnership.info
    if not info.answered_known:
        return (Message("waits_not_known"),)
    graph = partnership.graph(wave)
    silent = {name for name, answered in zip(graph.names, graph.answered, strict=True) if not answered}
    unheard = may_have_answered(partnership)
    said = []
    if unheard.everybody and silent:
        said.append(Message("waits_all", {"count": len(silent)}))
    elif waiting := silent & unheard.organizations:
        said.append(Message("waits_some", {"count": len(waiting)}))
    if info.left_out:
        said.append(Message("waits_answers", {"count": sum(info.left_out.values())}))
    return tuple(said)
