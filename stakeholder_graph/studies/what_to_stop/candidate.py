"""One thing that could stop, to be asked about."""

from dataclasses import dataclass
from typing import Literal

from stakeholder_graph.model.finding import Message

StopKind = Literal["budget", "teams", "meeting", "tie"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that takes time and may do little that is not done otherwise.

    Parameters
    ----------
    kind : {"budget", "teams", "meeting", "tie"}
        An organization that gives more hours than it can, two teams of much the same members, a meeting of those who
        work together anyway, or a tie.
    subjects : tuple of str
        The organization, the two teams, the meeting, or the two organizations.
    question : Message
        What to ask; ``stop_*`` in the words of the view.
    organizations : tuple of str
        Whom to ask.
    hours : float or None
        Hours a month that stopping would free, of all of them together, or that are given too much; None where nobody
        stated any.
    """

    kind: StopKind
    subjects: tuple[str, ...]
    question: Message
    organizations: tuple[str, ...]
    hours: float | None = None
