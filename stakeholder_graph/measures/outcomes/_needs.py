"""Offers and needs: which organization offers what, and which organization, outcome or team needs it."""

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.measures.outcomes._charters import charters

OrganizationMask = NDArray[np.bool_]


class SharedNeed(NamedTuple):
    """What an outcome or one of its teams needs; the team is blank where the need is that of the outcome."""

    key: str
    outcome: str
    team: str


@dataclass(frozen=True, eq=False)
class OffersAndNeeds:
    """What is offered and what is needed in one wave, matched by the name of the item.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; its affiliations of kind ``asset`` and ``need``.
    partnership : Partnership
        Its list `items` says which needs are those of an outcome or a team.

    Examples
    --------
    >>> from stakeholder_graph.model.survey import LayerInfo, Wave
    >>> rows = [("College", "asset", "Tutors"), ("School", "need", "tutors"), ("School", "need", "Buses")]
    >>> frames = {
    ...     "organizations": pd.DataFrame({"organization": ["College", "School"]}),
    ...     "affiliations": pd.DataFrame(rows, columns=["organization", "kind", "item"]),
    ... }
    >>> graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    >>> both = OffersAndNeeds(graph, Partnership("P", {"1": graph}, {}))
    >>> both.needs, both.offers, both.offering("tutors").tolist(), both.needing("tutors").tolist()
    (('buses', 'tutors'), ('tutors',), [True, False], [False, True])
    """

    graph: PartnerGraph
    partnership: Partnership

    @cached_property
    def items(self) -> dict[str, str]:
        """How each item is shown, by what it is matched by: as whoever needs it writes it."""
        named = {key_of(item): item for item in [*self._offers, *self._needs, *self._listed["item"]]}
        return dict(sorted(named.items(), key=lambda pair: natural(pair[1])))

    @cached_property
    def offers(self) -> tuple[str, ...]:
        """The items that somebody offers."""
        return tuple(key for key in self.items if self.offering(key).any())

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """The items that an organization, an outcome or a team needs."""
        shared = {need.key for need in self.shared}
        return tuple(key for key in self.items if key in shared or self.needing(key).any())

    @cached_property
    def shared(self) -> tuple[SharedNeed, ...]:
        """What outcomes and teams need; a team stands beside each outcome that it is there for."""
        outcomes_of: dict[str, list[str]] = {}
        for outcome, teams in charters(self.partnership).items():
            for team in teams:
                outcomes_of.setdefault(team, []).append(outcome)
        listed = self._listed
        needs = [
            SharedNeed(key_of(str(item)), outcome, str(team))
            for item, stated, team in zip(listed["item"], listed["outcome"], listed["team"], strict=True)
            if stated or team
            for outcome in ([str(stated)] if stated else outcomes_of.get(str(team)) or [""])
        ]
        return tuple(dict.fromkeys(needs))

    def of_nobody_else(self, need: SharedNeed) -> bool:
        """Whether a need is that of a team, or of an outcome with no organization that says it has it.

        Where organizations have it, its outcome says what it is for.
        """
        return bool(need.team) or not self.needing(need.key).any()

    @cached_property
    def by_list(self) -> bool:
        """Whether lists of everybody say who offers and who needs what, and no answer."""
        frame = self.graph["affiliations"]
        sources = frame.loc[frame["kind"].isin(["asset", "need"]), "source"] if "source" in frame else pd.Series([""])
        return not self.partnership.info.surveyed or bool((sources == "list").all())

    def offering(self, key: str) -> OrganizationMask:
        """Who offers an item, in the order of the graph."""
        return self._offering.get(key, self._nobody)

    def needing(self, key: str) -> OrganizationMask:
        """Who needs an item itself, in the order of the graph."""
        return self._needing.get(key, self._nobody)

    def meant(self, need: SharedNeed) -> OrganizationMask:
        """Who would use what an outcome or a team needs: who sits on the team, else who works on the outcome."""
        kind, item = ("team", need.team) if need.team else ("outcome", need.outcome)
        whose = self._members[kind]
        return whose[item].to_numpy(dtype=bool) if item in whose else self._nobody

    @cached_property
    def _members(self) -> dict[str, pd.DataFrame]:
        return {kind: carried(self.graph, self.partnership, kind) for kind in ("team", "outcome")}

    @cached_property
    def _offers(self) -> pd.DataFrame:
        return carried(self.graph, self.partnership, "asset")

    @cached_property
    def _needs(self) -> pd.DataFrame:
        return carried(self.graph, self.partnership, "need")

    @cached_property
    def _offering(self) -> dict[str, OrganizationMask]:
        return _by_key(self._offers)

    @cached_property
    def _needing(self) -> dict[str, OrganizationMask]:
        return _by_key(self._needs)

    @cached_property
    def _nobody(self) -> OrganizationMask:
        return np.zeros(len(self.graph.names), dtype=bool)

    @cached_property
    def _listed(self) -> pd.DataFrame:
        """The needs of the list of items."""
        items = self.partnership.lists.get("items")
        if items is None:
            return pd.DataFrame({"item": [], "outcome": [], "team": []})
        return items[items["kind"] == "need"].reindex(columns=["item", "outcome", "team"], fill_value="").astype(str)


def key_of(item: str) -> str:
    """By what an item that is offered and one that is needed are known to be the same.

    Parameters
    ----------
    item : str
        Its name.

    Examples
    --------
    >>> key_of("Tutors  in Math") == key_of("tutors in math")
    True
    """
    return " ".join(unicodedata.normalize("NFKC", item).casefold().split())


def _by_key(whose: pd.DataFrame) -> dict[str, OrganizationMask]:
    """Who offers or needs each item, whichever way they spell it."""
    members: dict[str, OrganizationMask] = {}
    for item, column in zip(map(str, whose.columns), whose.to_numpy(dtype=bool).T, strict=True):
        members[key_of(item)] = members.get(key_of(item), False) | column
    return members
