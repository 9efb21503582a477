"""The Release: all that a copy beyond the backbone's desk may hold, as one frozen value of closed types.

A copy for the room or for the community is computed from its release and from nothing else: every number, table,
picture, sentence and file, layout and order included. Two surveys with equal releases therefore give the same bytes,
and nobody can infer from a copy what its release does not hold.
"""

from dataclasses import dataclass
from typing import Literal

from stakeholder_graph.editions.community.counts import CommunityCounts
from stakeholder_graph.model.own_pages import NOTHING_OWN, OwnPages
from stakeholder_graph.model.survey import LayerInfo

Edition = Literal["backbone", "partners", "community"]


@dataclass(frozen=True, slots=True)
class Member:
    """An organization as the backbone's list has it.

    Parameters
    ----------
    organization, sector : str
        Its name, and its sector or `NO_SECTOR`.
    backbone : bool
        Whether it is the backbone.
    """

    organization: str
    sector: str
    backbone: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """That two organizations are tied; never who said so.

    Parameters
    ----------
    layer : str
        The kind of tie, one that was promised to be shown by name.
    first, second : str
        The two, in the order of the list.
    level : float or None
        How close the closer of two reports is, where respondents were told that this would be shown.
    """

    layer: str
    first: str
    second: str
    level: float | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """That an organization works on an outcome, sits in a team and the like."""

    organization: str
    kind: str
    item: str


@dataclass(frozen=True, slots=True)
class WaveRelease:
    """What may be known of one wave.

    Parameters
    ----------
    name, date : str
        As in the survey.
    roster : tuple of str
        The organizations that were listed, as far as the copy names them.
    listed : int
        How many were listed.
    answered : int or None
        How many of these answered, where that may be stated.
    lines : tuple of Line or None
        None where lines would show who has not answered.
    kinds : tuple of str
        The kinds of membership that it holds, each of them whole: those on lists that the backbone keeps for everybody;
        what answers add only where everybody answered, or respondents were told that it is shown who did.
    memberships : tuple of Membership
        All of these kinds.
    """

    name: str
    date: str = ""
    roster: tuple[str, ...] = ()
    listed: int = 0
    answered: int | None = None
    lines: tuple[Line, ...] | None = ()
    kinds: tuple[str, ...] = ()
    memberships: tuple[Membership, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A coarse verdict that rests on all answers: words of a closed list and what they are about, never a number.

    Parameters
    ----------
    id : str
        A key of `stakeholder_graph.editions.declared_words.DECLARED_WORDS`.
    layer : str
        The kind of tie; blank for none.
    about : tuple of str
        Sectors, outcomes or attributes, never an organization.
    """

    id: str
    layer: str = ""
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Commitment:
    """What somebody took on in the room, where it was read aloud; it is no answer to the survey.

    Parameters
    ----------
    who : str
        An organization.
    partners : tuple of str
        The organizations it does it with.
    outcome, step, by : str
        What it serves, the first step, and by when.
    done : bool
        Whether it was done.
    """

    who: str
    partners: tuple[str, ...] = ()
    outcome: str = ""
    step: str = ""
    by: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """What the backbone's list says of an indicator: figures of everybody together, or the gap of one group.

    Parameters
    ----------
    outcome, indicator, unit : str
        As in the list.
    since, until : str
        The periods of the first and the latest figure.
    first, last : float
        The figures; of a group, how far it lies from the other. The first is None where there is only one.
    target : float or None
        What it is to be; of everybody together only.
    group, reference : str
        The group, and the one that it is compared with; blank for everybody together.
    """

    outcome: str
    indicator: str
    unit: str
    since: str
    until: str
    first: float | None
    last: float
    target: float | None = None
    group: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """All that a copy may hold.

    Parameters
    ----------
    edition : {"partners", "community"}
        Whose copy.
    partnership : str
        Its name.
    wave : str
        The one that the copy speaks of.
    members : tuple of Member
        Whoever was listed in any wave, in natural order.
    waves : tuple of WaveRelease
        Oldest first.
    layers : tuple of LayerInfo
        Those promised to be shown by name, in the order of the settings, as the questionnaire asked about them.
    sectors : tuple of (str, str, float or None)
        The first reference list: its name, a sector, and that sector's share in the community.
    items : tuple of (str, str, bool)
        The list of outcomes, teams and the like that was asked about: kind, item, whether it steers.
    charters : tuple of (str, str)
        Which team is there for which outcome, by the list of teams: team, outcome.
    outcomes : tuple of (str, int or None)
        How many organizations named each outcome in that wave; None for fewer than `FEWEST`.
    agreement : tuple of (str, int)
        Of each item of the agenda, how many in ten of those who answered say yes; never none and never all.
    words : tuple of Word
        At most `stakeholder_graph.editions.declared_words.MOST`.
    results : tuple of IndicatorResult
        Indicators of the outcomes that the list of items marks as public, which are no answers.
    strategies : tuple of (str, str)
        What is tried for these outcomes: outcome, strategy.
    commitments : tuple of Commitment
        Those that were read aloud in the room, in the order of their file.
    open_named : bool
        Whether the first screen names also who has not done what it took on.
    sector_called : str
        What the partnership calls its sectors.
    answered_known : bool
        Whether the survey says who answered.
    response_named : bool
        Whether respondents were told that it is shown who answered.
    surveyed : bool
        False where the ties are a map that somebody drew, so that nobody was asked.
    invented, draft : bool
        Whether the data are made up, and whether decisions are open.
    asked_unlisted : (int, int)
        How many of the organizations that the questionnaire of that wave asked about are not listed yet, and of how
        many.
    answers_wait : bool
        Whether a decision keeps answers from being counted.
    community : CommunityCounts, optional
        What the community's copy counts instead of naming anybody.
    own_pages : OwnPages
        What the partnership itself gives to its pages: its logo, colours of sectors that are named, an order, and
        paragraphs that it wrote for this copy.
    """

    edition: Literal["partners", "community"]
    partnership: str
    wave: str
    members: tuple[Member, ...]
    waves: tuple[WaveRelease, ...]
    layers: tuple[LayerInfo, ...] = ()
    sectors: tuple[tuple[str, str, float | None], ...] = ()
    items: tuple[tuple[str, str, bool], ...] = ()
    charters: tuple[tuple[str, str], ...] = ()
    outcomes: tuple[tuple[str, int | None], ...] = ()
    agreement: tuple[tuple[str, int], ...] = ()
    words: tuple[Word, ...] = ()
    results: tuple[IndicatorResult, ...] = ()
    strategies: tuple[tuple[str, str], ...] = ()
    commitments: tuple[Commitment, ...] = ()
    open_named: bool = False
    sector_called: str = "sector"
    answered_known: bool = True
    response_named: bool = False
    surveyed: bool = True
    invented: bool = False
    draft: bool = False
    asked_unlisted: tuple[int, int] = (0, 0)
    answers_wait: bool = False
    community: CommunityCounts | None = None
    own_pages: OwnPages = NOTHING_OWN

    def of_wave(self, name: str | None = None) -> WaveRelease:
        """What it holds of a wave.

        Parameters
        ----------
        name : str, optional
            By default the one that the copy speaks of.
        """
        return next(wave for wave in self.waves if wave.name == (name or self.wave))
