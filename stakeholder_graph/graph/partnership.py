"""The Partnership: what all waves share, and one PartnerGraph for each wave."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import pandas as pd

from stakeholder_graph.graph.partner_graph import FRAMES, PartnerGraph
from stakeholder_graph.model.errors import Problem, UnknownNameError
from stakeholder_graph.model.finding import Ties
from stakeholder_graph.model.survey import Promise, Survey

#: Frames that belong to the partnership and to no single wave.
LISTS = ("items", "steps", "sectors", "indicators", "strategies", "evidence")


@dataclass(frozen=True, eq=False)
class Partnership:
    """One partnership in all its waves.

    Parameters
    ----------
    name : str
        As it calls itself.
    graphs : mapping of str to PartnerGraph
        By wave, oldest first.
    lists : mapping of str to DataFrame
        Those of `LISTS`.
    rating_promise : {"named", "aggregate", "backbone"}
        What respondents were told of their ratings.
    answered_known : bool
        False where nothing says who answered.
    sector_called : str
        What the partnership calls the attribute used as sector.
    invented : bool
        True where the data are made up.
    ties : {"reported", "either", "both"}
        What counts as a tie unless the user says otherwise.
    promises : mapping of str to {"named", "aggregate", "backbone"}
        What respondents were told of affiliations, by kind; ``named`` for kinds not in it.
    draft : bool
        True while decisions about the survey are open.
    undecided : tuple of Problem
        Those decisions.
    left_out : mapping of str to int
        Answers that wait for them and are not used, by layer or question.
    set_apart : mapping of str to int
        Rows of survey exports that do not count, and partial answers, by reason.

    See Also
    --------
    to_partnership : Makes one of a `Survey`.
    """

    name: str
    graphs: Mapping[str, PartnerGraph]
    lists: Mapping[str, pd.DataFrame]
    rating_promise: Promise = "backbone"
    answered_known: bool = True
    sector_called: str = "sector"
    invented: bool = False
    ties: Ties = "reported"
    promises: Mapping[str, Promise] = field(default_factory=dict)
    draft: bool = False
    undecided: tuple[Problem, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    set_apart: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("graphs", "promises", "left_out", "set_apart"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))
        lists = {name: frame.copy() for name, frame in self.lists.items()}
        object.__setattr__(self, "lists", MappingProxyType(lists))

    def __getitem__(self, name: str) -> pd.DataFrame:
        """A list by name; changing what you get changes nothing here."""
        return self.lists[name].copy(deep=False)

    @property
    def latest(self) -> str:
        """The name of the latest wave."""
        return tuple(self.graphs)[-1]

    def graph(self, wave: str | None = None) -> PartnerGraph:
        """The graph of a wave, the latest unless told.

        Raises
        ------
        UnknownNameError
            If there is no such wave.
        """
        wave = self.latest if wave is None else wave
        if wave not in self.graphs:
            raise UnknownNameError("wave", wave, self.graphs)
        return self.graphs[wave]


def to_partnership(survey: Survey) -> Partnership:
    """Turn a survey into one graph a wave and the lists that all waves share.

    Parameters
    ----------
    survey : Survey
        As read.

    Returns
    -------
    Partnership
        A wave's graph holds the organizations on that wave's roster only.
    """
    graphs = {}
    for wave in survey.waves:
        frames = {}
        for name in FRAMES:
            frame = survey[name]
            frames[name] = frame[frame["wave"] == wave.name] if "wave" in frame else frame
        listed = set(frames["asked"]["organization"])
        organizations = survey["organizations"]
        frames["organizations"] = organizations[organizations["organization"].isin(listed)]
        layers = {info.name: info for info in survey.layers}
        graphs[wave.name] = PartnerGraph(wave, layers, frames, survey.directed)
    return Partnership(
        name=survey.name,
        graphs=graphs,
        lists={name: survey[name] for name in LISTS},
        rating_promise=survey.rating_promise,
        answered_known=survey.answered_known,
        sector_called=survey.sector_called,
        invented=survey.invented,
        ties=survey.ties,
        promises=survey.promises,
        draft=bool(survey.undecided),
        undecided=survey.undecided,
        left_out=survey.left_out,
        set_apart=survey.set_apart,
    )
