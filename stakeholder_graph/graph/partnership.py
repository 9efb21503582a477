"""The Partnership: what all waves share, and one PartnerGraph for each wave."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from stakeholder_graph.graph.partner_graph import FRAMES, PartnerGraph
from stakeholder_graph.graph.representations import counted, counts_of, graphs_table
from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.model.survey import Survey, SurveyInfo

#: Frames that belong to the partnership and to no single wave.
LISTS = (
    "items", "steps", "sectors", "indicators", "places", "strategies", "changes", "evidence", "commitments",
    "corrections", "forecasts",
)  # fmt: skip


@dataclass(frozen=True, eq=False, init=False)
class Partnership:
    """One partnership in all its waves.

    Parameters
    ----------
    info : SurveyInfo or str
        What its survey says of itself; a name alone where there is no more to say.
    graphs : mapping of str to PartnerGraph
        By wave, oldest first.
    lists : mapping of str to DataFrame
        Those of `LISTS`; none where left out.
    agreed : Partnership, optional
        The same as if the organizations that did not agree to be named had not answered; None where all agreed. All
        that leaves the backbone's desk is made of it.

    See Also
    --------
    to_partnership : Makes one of a `Survey`.

    Examples
    --------
    >>> from stakeholder_graph.model.survey import Wave
    >>> Partnership("Wren County", {"2025": PartnerGraph(Wave("2025"), {}, {})}).latest
    '2025'
    """

    info: SurveyInfo
    graphs: Mapping[str, PartnerGraph]
    lists: Mapping[str, pd.DataFrame]
    agreed: "Partnership | None"

    def __init__(
        self,
        info: SurveyInfo | str,
        graphs: Mapping[str, PartnerGraph],
        lists: Mapping[str, pd.DataFrame] = MappingProxyType({}),
        agreed: "Partnership | None" = None,
    ) -> None:
        copies = {name: frame.copy() for name, frame in lists.items()}
        object.__setattr__(self, "info", SurveyInfo(info) if isinstance(info, str) else info)
        object.__setattr__(self, "graphs", MappingProxyType(dict(graphs)))
        object.__setattr__(self, "lists", MappingProxyType(copies))
        object.__setattr__(self, "agreed", agreed)

    @property
    def name(self) -> str:
        """As it calls itself."""
        return self.info.name

    def __getitem__(self, name: str) -> pd.DataFrame:
        """A list by name; changing what you get changes nothing here."""
        return self.lists[name].copy(deep=False)

    def __repr__(self) -> str:
        if not self.graphs:
            return f"<Partnership {self.name}: no wave>"
        latest = counts_of(self.graph(), answered_known=self.info.answered_known)
        return f"<Partnership {self.name}: {counted(len(self.graphs), 'wave')}; {self.latest}: {latest}>"

    def _repr_html_(self) -> str:
        return graphs_table(self.name, self.graphs, answered_known=self.info.answered_known)

    @property
    def latest(self) -> str:
        """The name of the latest wave."""
        return tuple(self.graphs)[-1]

    @property
    def has_aims(self) -> bool:
        """Whether anything is known of outcomes, teams, an agenda or the like, and not of ties alone.

        Examples
        --------
        >>> Partnership("Ours", {}).has_aims
        False
        """
        frames = (graph[name] for graph in self.graphs.values() for name in ("affiliations", "ratings"))
        return bool(len(self.lists.get("items", ()))) or any(len(frame) for frame in frames)

    def graph(self, wave: str | None = None) -> PartnerGraph:
        """Give the graph of a wave.

        Parameters
        ----------
        wave : str, optional
            By default the latest.

        Returns
        -------
        PartnerGraph

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
    agreed = to_partnership(survey.agreed) if survey.agreed else None
    return Partnership(survey.info, graphs, {name: survey[name] for name in LISTS}, agreed)
