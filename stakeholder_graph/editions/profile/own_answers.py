"""What one organization answered, as it was understood: what its profile may hold beside the room's release."""

from dataclasses import dataclass
from typing import Literal

from stakeholder_graph.editions.release import Commitment
from stakeholder_graph.model.survey import LayerInfo, Promise


@dataclass(frozen=True, slots=True)
class OwnTie:
    """A partner that the organization named.

    Parameters
    ----------
    layer, partner : str
        The kind of tie, and whom.
    level : float or None
        How close, as it said; None where it did not say.
    """

    layer: str
    partner: str
    level: float | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that the survey asked, and how much the organization answered.

    Parameters
    ----------
    asks : {"ties", "items", "ratings"}
        Of what sort.
    about : str
        The kind of tie or of item; blank for ratings.
    promise : {"named with strength", "named", "aggregate", "backbone"}
        What was promised of it.
    answers : int
        How many partners, items or ratings it gave.
    printed : bool
        Whether the profile holds them. Of what nobody but the backbone was to see it says only how many there are,
        since a page is passed on; so it does of what is only counted, where several people answered, of whom none was
        told that the others would see it.
    """

    asks: Literal["ties", "items", "ratings"]
    about: str
    promise: Promise
    answers: int
    printed: bool


@dataclass(frozen=True, slots=True)
class OwnAnswers:
    """All that a profile may hold of the organization that it is for, and that nobody else's answers move.

    Parameters
    ----------
    organization, called : str
        Its name, and what the room's release calls it, such as "Participant 2".
    person : bool
        Whether it is a person who takes part for themselves.
    answered : bool
        Whether it answered in this wave.
    aside : bool
        Whether an answer came in its name and was set aside.
    refused : bool
        Whether it answered and did not agree to be named, so that its answers are in no copy beyond the desk.
    respondents : int
        How many people answered for it.
    closes : str
        The day after which an answer of this wave is late; blank where nothing says so.
    layers : tuple of LayerInfo
        Kinds of tie of which its answers are printed.
    undirected : tuple of str
        Kinds of tie of which it is not known who reported one; none of its own answers on these are.
    ties : tuple of OwnTie
        Whom it named.
    persons : int
        How many persons it named besides who have not said that they may be named: no page beyond the desk names them,
        but for their own.
    held : tuple of (str, str)
        Kind and item of what it works on, sits in, offers and the like, by its answers or the backbone's list; those of
        a kind in the order in which the survey lists them.
    rated : tuple of (str, float, str)
        What it rated, how, and what its scale calls that; in that order, too.
    unlisted : tuple of str
        Names it gave that no list has.
    questions : tuple of Question
        Those it answered, in the order of the survey.
    commitments : tuple of Commitment
        What it took on itself.
    """

    organization: str
    called: str
    person: bool = False
    answered: bool = False
    aside: bool = False
    refused: bool = False
    respondents: int = 0
    closes: str = ""
    layers: tuple[LayerInfo, ...] = ()
    undirected: tuple[str, ...] = ()
    ties: tuple[OwnTie, ...] = ()
    persons: int = 0
    held: tuple[tuple[str, str], ...] = ()
    rated: tuple[tuple[str, float, str], ...] = ()
    unlisted: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    commitments: tuple[Commitment, ...] = ()
