"""The Survey: what was asked, of whom, and what came back, as tidy frames and nothing more.

Every reader ends here and every graph begins here. Names are already resolved against the roster, waves
and layers are spelled out in every row, and nothing in a frame remembers the file it came from, but for what people
decided.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from stakeholder_graph.model.finding import Ties
from stakeholder_graph.model.own_pages import NOTHING_OWN, OwnPages
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.model.read_files import ReadFiles

if TYPE_CHECKING:
    import pandas as pd

#: The strictest last.
Promise = Literal["named with strength", "named", "aggregate", "backbone"]
WhoAnswered = Literal["named", "count"]
OpenCommitments = Literal["count", "named", "backbone"]
Combine = Literal["most", "mean", "latest"]
Asks = Literal["ties", "trust", "value"]

#: Kinds of items that organizations rate. With all other kinds of items they are affiliated.
RATED = ("agenda", "factor", "statement")

DEFAULT_LAYER = "collaboration"
DEFAULT_WAVE = "1"
NO_SECTOR = "Not stated"
#: The column of ``organizations`` with the hours a month that an organization can give to its ties.
HOURS = "hours"


def is_named(promise: Promise) -> bool:
    """Whether respondents were told that others may see, by name, what they answered.

    Parameters
    ----------
    promise : {"named with strength", "named", "aggregate", "backbone"}
        The first two are named; only under the first may others see how close a tie is.

    Examples
    --------
    >>> is_named("named with strength"), is_named("named"), is_named("aggregate")
    (True, True, False)
    """
    return promise in ("named with strength", "named")


#: What partners can say is wrong: of a connection between two organizations, of one's name, and so on.
CONNECTION = "connection"
CORRECTED = (CONNECTION, "name", "sector", "outcome", "team", "other")
#: Columns of each frame, in order. `organizations` may carry more: any attribute of an organization.
COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "organizations": ("organization", "sector", "role"),
        "ties": ("wave", "layer", "from", "to", "value", "respondent"),
        "asked": ("wave", "layer", "organization", "respondent", "roster", "answered", "limit"),
        "rosters": ("roster", "organization"),
        "exceptions": ("wave", "layer", "from", "to", "observed"),
        "affiliations": ("wave", "organization", "kind", "item", "value", "respondent", "source"),
        "unlisted": ("wave", "name", "by"),
        "items": ("kind", "item", "outcome", "scale", "steering", "public", "team", "hours"),
        "ratings": ("wave", "organization", "item", "value", "respondent"),
        "steps": ("item", "value", "name"),
        "sectors": ("list", "sector", "share"),
        "indicators": (
            "indicator",
            "period",
            "value",
            "subgroup",
            "place",
            "n",
            "good",
            "outcome",
            "target",
            "matters",
            "role",
            "series",
            "baseline",
            "reference",
            "unit",
        ),
        "places": ("place", "period", "practices"),
        "strategies": (
            "strategy",
            "outcome",
            "partners",
            "started",
            "status",
            "learned",
            "indicator",
            "team",
            "reach",
            "decide_by",
            "decided_on",
        ),
        "changes": ("date", "what", "kind", "outcome", "strategy", "evidence"),
        "evidence": (
            "rubric",
            "benchmark",
            "status",
            "evidence",
            "by",
            "date",
            "wave",
            "link",
            "reviewed_by",
            "reason",
            "file",
            "row",
            "by_header",
        ),
        "commitments": ("who", "with whom", "outcome", "first step", "by when", "done"),
        "forecasts": (
            "about",
            "name",
            "indicator",
            "subgroup",
            "place",
            "who",
            "partner",
            "value",
            "expected_by",
        ),
        "corrections": (
            "about",
            "organization",
            "with",
            "the survey says",
            "partners say",
            "said by",
            "confirmed by",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a scale.

    Parameters
    ----------
    value : float
        The number it stands for in a tie.
    name : str
        As respondents read it.
    tie : bool
        Whether an answer at this step is a tie at all ("know of them, no contact" is none).
    hours : float, optional
        Hours a month that one tie at this step takes, as the partnership asked or estimated; None where nobody did.
    """

    value: float
    name: str
    tie: bool = True
    hours: float | None = None


@dataclass(frozen=True, slots=True)
class LayerInfo:
    """One kind of tie: how it was asked and what was promised about it.

    Parameters
    ----------
    name : str
        Such as ``"collaboration"``.
    steps : tuple of Step
        The scale from least to most; empty where ties have bare numbers.
    promise : {"named with strength", "named", "aggregate", "backbone"}
        What respondents were told of who would see their answers: that there is a tie and how close it is, that
        there is one, totals only, or nothing.
    asked_of : str
        The layer whose ties this was asked about, where only partners were to be judged; blank otherwise.
    combine : {"most", "mean", "latest"}
        How several respondents of one organization become one: the strongest tie any of them reported,
        the mean of those they reported, or those of the respondent whose label sorts last (a date does).
    asks : {"ties", "trust", "value"}
        Whether it asks how organizations work together, how far they trust a partner, or how valuable they find it.
    directed : bool
        Whether a tie runs from one organization to another; without effect in a survey that has no direction at all.
    """

    name: str
    steps: tuple[Step, ...] = ()
    promise: Promise = "named"
    combine: Combine = "most"
    asked_of: str = ""
    asks: Asks = "ties"
    directed: bool = True


@dataclass(frozen=True, slots=True)
class Wave:
    """One round of the survey.

    Parameters
    ----------
    name : str
        What tables call it.
    date : str
        ISO text or empty.
    mode, wording : str
        How people answered, and the question about ties as it was asked; empty where nobody says so.
    """

    name: str
    date: str = ""
    mode: str = ""
    wording: str = ""


@dataclass(frozen=True, eq=False)
class SurveyInfo:
    """What a survey says of itself: its name, what it promised, and how far its answers have been read.

    Parameters
    ----------
    name : str
        The partnership's name.
    ties : {"reported", "either", "both"}
        What counts as a tie unless the user says otherwise.
    rating_promise : {"named", "aggregate", "backbone"}
        The promise given for ratings.
    promises : mapping of str to {"named", "aggregate", "backbone"}
        The promise given for affiliations, by kind; a kind without one is ``named``.
    who_answered : {"named", "count"}
        Whether respondents were told that others learn who answered, or only how many did.
    commitments : {"count", "named", "backbone"}
        What the room's first screen says of commitments that are not done: how many they are, or also whose. With the
        last, commitments stay on the backbone's desk.
    strict : bool
        Whether lines are drawn for others only where they leave a third more room for doubt about who answered.
    answered_known : bool
        False where nothing says who answered, so that all organizations count as having answered.
    answered_attributes : tuple of str
        Columns of ``organizations`` with a cell that only a respondent's own answer says, not a list that the backbone
        keeps nor what the export says of everybody: a blank there may mean that nobody answered. ``sector`` can be
        one of them.
    answered_kinds : tuple of str
        Kinds of items that no list has, so that answers alone say which there are: one may be what somebody typed.
    surveyed : bool
        False where the ties are a map that somebody drew, so that nobody was asked and nobody can have not answered.
    sector_called : str
        What the partnership itself calls the attribute used as sector, such as ``"agency_type"``.
    invented : bool
        True where the data are made up; every page then says so.
    draft : bool
        True while decisions about the survey are open.
    undecided : tuple of Problem
        Those decisions. Where there are any, the survey is a draft.
    advice : tuple of Problem
        What the reader corrected or noticed, for the user to know of.
    left_out : mapping of str to int
        Answers that wait for a decision and are not used, by layer or question.
    asked_unlisted : mapping of str to (int, int)
        By wave, how many of the organizations that the survey asked about are not on the list, and of how many; waves
        in which all are listed are missing.
    answers_wait : bool
        True while a decision keeps answers from being counted: those of `left_out`, or of somebody whose own name is
        not decided.
    set_apart : mapping of str to int
        By reason, rows of survey exports that do not count, such as previews, and partial answers, which do.
    answers_aside : mapping of str to tuple of str
        By wave, organizations whose answer came and was set aside, such as one that the survey tool takes for spam.
    participants : mapping of str to bool
        Persons on the list who take part for themselves, and whether each has said that they may be named; no copy
        beyond the backbone's desk names the others.
    closes : mapping of str to str
        By wave, the day after which an answer is late, as ISO text; waves without such a day are missing.
    late_answers : mapping of str to tuple of str
        By wave, organizations whose answer came after that day; it counts all the same. The backbone's alone.
    as_written : tuple of str
        Organizations' names as they were written, where that differs from the roster; the backbone's alone.
    aliases : mapping of (str, str) to str
        What people decided on names: by wave, blank for all, and name as written, in normal form, the organization that
        is meant, in normal form, so that an earlier survey can be held against this one; the backbone's alone.
    language : str
        The language of its pages and of its own words, blank where nobody chose one.
    own_pages : OwnPages
        What the partnership gives to its pages: a logo, colours, an order, paragraphs.
    read_from : ReadFiles
        The files, so that nobody writes a report of files that changed in the meantime.

    Examples
    --------
    >>> SurveyInfo("Wren County", undecided=(Problem("Two names look alike.", "Decide."),)).draft
    True
    """

    name: str
    ties: Ties = "reported"
    rating_promise: Promise = "backbone"
    promises: Mapping[str, Promise] = field(default_factory=dict)
    who_answered: WhoAnswered = "count"
    commitments: OpenCommitments = "count"
    strict: bool = False
    answered_known: bool = True
    surveyed: bool = True
    answered_attributes: tuple[str, ...] = ()
    answered_kinds: tuple[str, ...] = ()
    sector_called: str = "sector"
    invented: bool = False
    draft: bool = False
    undecided: tuple[Problem, ...] = field(default=(), repr=False)
    advice: tuple[Problem, ...] = field(default=(), repr=False)
    left_out: Mapping[str, int] = field(default_factory=dict, repr=False)
    asked_unlisted: Mapping[str, tuple[int, int]] = field(default_factory=dict, repr=False)
    answers_wait: bool = False
    set_apart: Mapping[str, int] = field(default_factory=dict, repr=False)
    answers_aside: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    participants: Mapping[str, bool] = field(default_factory=dict, repr=False)
    closes: Mapping[str, str] = field(default_factory=dict, repr=False)
    late_answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    as_written: tuple[str, ...] = field(default=(), repr=False)
    aliases: Mapping[tuple[str, str], str] = field(default_factory=dict, repr=False)
    language: str = ""
    own_pages: OwnPages = NOTHING_OWN
    read_from: ReadFiles = field(default=ReadFiles(), repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "draft", self.draft or bool(self.undecided))
        unsent = any(problem.about == "who answered" for problem in self.undecided)
        object.__setattr__(self, "answers_wait", self.answers_wait or unsent or any(self.left_out.values()))
        for name in (
            "promises", "left_out", "asked_unlisted", "set_apart", "answers_aside", "participants", "closes",
            "late_answers", "aliases",
        ):  # fmt: skip
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    def all_counted(self, everyone: bool, wave: str) -> bool | None:
        """Whether every answer there is to be counts; None where nothing says so, nobody was asked, or answers wait.

        Parameters
        ----------
        everyone : bool
            Whether everyone on the list answered.
        wave : str
            In which.

        Examples
        --------
        >>> SurveyInfo("Ours").all_counted(True, "1"), SurveyInfo("Ours", answers_wait=True).all_counted(True, "1")
        (True, None)
        """
        if not (self.answered_known and self.surveyed):
            return None
        return None if everyone and (self.answers_wait or wave in self.asked_unlisted) else everyone


@dataclass(frozen=True, eq=False)
class Survey:
    """What was asked and answered in every wave of one partnership.

    Parameters
    ----------
    info : SurveyInfo
        What the survey says of itself.
    waves : tuple of Wave
        Oldest first.
    layers : tuple of LayerInfo
        In the order in which they are shown.
    frames : mapping of str to DataFrame
        One frame for each key of `COLUMNS`, with at least those columns.
    directed : bool
        False where a dyad is one unordered pair, observed if either end answered, in every layer; `LayerInfo` says so
        of one layer.
    agreed : Survey, optional
        The same survey as if the organizations that did not agree to be named had not answered; None where all agreed.
        All that leaves the backbone's desk is made of it.

    Notes
    -----
    - ``organizations``: one row an organization, over all waves. `sector` is never blank (`NO_SECTOR`); `role` is
      text, ``"backbone"`` for the backbone, blank for most.
    - ``ties``: one row for each reported tie and respondent. `value` is NaN for a tie of unknown strength. An answer
      that is no tie has no row. In an undirected layer a pair has one row, ends in either order.
    - ``asked``: one row for each wave, layer, listed organization and respondent; it says who was on
      the roster of a wave. `answered` is bool; `roster` names the roster shown, blank for everyone listed in the wave;
      `limit` is the number of names a respondent could give, NaN for none.
    - ``rosters``: the members of each named roster.
    - ``exceptions``: dyads whose state the roster alone does not tell: `observed` False for one that was on the
      roster and left blank, True for one answered though it was not.
    - ``affiliations``: `source` is ``"list"`` for what a list says that the backbone keeps for everybody, whoever
      answered, and ``"answer"`` for all else.
    - ``items``: `hours` is text, a plain number or blank: what taking part in a team or a meeting takes of each, in
      hours a month.
    - ``steps``: the scale of each rated item that has one, a row a step, from least to most.
    - ``evidence``: `file`, `row` and `by_header` say where a decision stands, so that one about a row
      that its rubric lacks can be found: rubrics are not known while files are read.
    - ``forecasts``: what rows of other lists expect, `about` an indicator, a strategy or a commitment: a value of an
      indicator, or that the two organizations of a commitment are connected.
    - ``unlisted``: names that respondents gave of partners and no roster holds, once for each organization that gave
      them: of exports those that nothing on the roster resembles, of plain files those that names.csv says are none.
    - ``respondent`` is blank where one person speaks for the organization. Blank text is ``""``, never NaN.
    """

    info: SurveyInfo
    waves: tuple[Wave, ...]
    layers: tuple[LayerInfo, ...]
    frames: "Mapping[str, pd.DataFrame]"
    directed: bool = True
    agreed: "Survey | None" = None

    def __repr__(self) -> str:
        waves, layers = (", ".join(part.name for part in parts) for parts in (self.waves, self.layers))
        return (
            f"<Survey {self.info.name}: waves {waves}; layers {layers}; {sum(map(len, self.frames.values())):,} rows>"
        )

    def __getitem__(self, frame: str) -> "pd.DataFrame":
        return self.frames[frame]
