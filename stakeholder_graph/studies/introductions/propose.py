"""Choose the pairs to introduce in one wave, and say why and through whom."""

from collections import Counter
from collections.abc import Sequence
from math import ceil
from typing import Any

import numpy as np

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import Partnership
from stakeholder_graph.graph.hours import budgets_of
from stakeholder_graph.model.errors import StakeholderGraphError
from stakeholder_graph.model.finding import Finding, Message
from stakeholder_graph.studies.call_list.desk import Desk
from stakeholder_graph.studies.call_list.introducers import INTRODUCE, first_without
from stakeholder_graph.studies.introductions.choice import PairChoice
from stakeholder_graph.studies.introductions.confidence import may_be_told
from stakeholder_graph.studies.introductions.holes import sector_holes
from stakeholder_graph.studies.introductions.introduction import Aim, Introduced, Introduction, Proposals
from stakeholder_graph.studies.introductions.matching import WeightedPairs
from stakeholder_graph.studies.introductions.reach import LARGEST, closest_pairs, distances, fragmentation, with_tie
from stakeholder_graph.studies.introductions.reasons import reasons, shared_outcomes
from stakeholder_graph.studies.what_to_stop import what_to_stop
from stakeholder_graph.text import _


def propose(
    partnership: Partnership,
    at_most: int = 10,
    *,
    wave: str | None = None,
    findings: Sequence[Finding] = (),
    aim: Aim = "shared",
) -> Proposals:
    """Choose the pairs to introduce, and list what could stop.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    at_most : int
        How many pairs, at most.
    wave : str, optional
        Which wave; by default the latest.
    findings : sequence of Finding
        Of that wave; the one on pairs of sectors says which hardly work together.
    aim : {"shared", "reach"}
        Whether the weights of the pairs are to add up to as much as they can, or everybody is to come closer together.

    Returns
    -------
    Proposals

    Raises
    ------
    StakeholderGraphError
        For fewer than one pair, or an aim that does not exist.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.graph import PartnerGraph, from_networkx
    >>> import networkx as nx
    >>> path = from_networkx(nx.path_graph(["Art House", "Band", "Choir"]))
    >>> named = pd.DataFrame({"organization": ["Art House", "Choir"], "kind": "outcome", "item": "Singing"})
    >>> graph = PartnerGraph(path.wave, path.layers, {**path.frames, "affiliations": named}, path.directed)
    >>> proposals = propose(Partnership("P", {"1": graph}, {}))
    >>> [(pair.a.name, pair.b.name, pair.weight, pair.shared, pair.through) for pair in proposals.introductions]
    [('Art House', 'Choir', 1.25, ('Singing',), ('Band',))]
    """
    if at_most < 1:
        raise StakeholderGraphError(_("{count} is no number of introductions. Ask for 1 or more.", count=at_most))
    if aim not in ("shared", "reach"):
        raise StakeholderGraphError(_("There is no aim “{aim}”. Choose shared or reach.", aim=aim))
    desk = Desk(partnership, partnership.graph(wave).wave.name)
    choice = PairChoice(desk.graph, partnership, sector_holes(partnership, findings, desk.graph.wave.name))
    return _Proposing(desk, choice).proposals(at_most, aim)


class _Proposing:
    """Puts the pairs of one wave into words that say why, through whom and what they take."""

    def __init__(self, desk: Desk, choice: PairChoice) -> None:
        self.desk = desk
        self.choice = choice
        self.weights = choice.weights
        self.hours = choice.hours
        self._asked = Counter[str]()

    def proposals(self, at_most: int, aim: Aim) -> Proposals:
        """Choose and explain.

        Parameters
        ----------
        at_most, aim
            As of `propose`.
        """
        small = len(self.weights.names) <= LARGEST
        if aim == "reach" and not small:
            what = _("Reach is looked at in partnerships of up to {most} organizations.", most=LARGEST)
            raise StakeholderGraphError(what + " " + _("Choose the aim shared."))
        capacity = self.choice.capacity
        ways = distances(self.weights.tied) if small else None
        if aim == "reach" and ways is not None:
            every = self.weights.heaviest(len(self.weights.names), capacity.pairs > 0)
            chosen = closest_pairs(every, ways, capacity.pairs, at_most)
        else:
            chosen = self.choice.heaviest(at_most)
        apart = None
        if ways is not None and len(chosen):
            closer = ways
            for a, b in zip(chosen.first.tolist(), chosen.second.tolist(), strict=True):
                closer = with_tie(closer, a, b)
            apart = fragmentation(ways), fragmentation(closer)
        return Proposals(
            wave=self.desk.graph.wave.name,
            layer=next(iter(self.desk.main), ""),
            aim=aim,
            introductions=tuple(self._introduction(chosen, place) for place in range(len(chosen))),
            wanted=at_most,
            notes=self._notes(len(chosen), at_most),
            capacity=capacity.by,
            usual=ceil(self.choice.usual),
            new_tie=None if self.hours is None else self.hours.new_tie,
            apart=apart,
            could_stop=what_to_stop(self.desk.partnership, self.desk.graph.wave.name),
        )

    def _introduction(self, chosen: WeightedPairs, place: int) -> Introduction:
        a, b = int(chosen.first[place]), int(chosen.second[place])
        names = self.weights.names
        backbone = self.desk.graph.backbone
        both = self.desk.partners.get(names[a], set()) & self.desk.partners.get(names[b], set())
        in_touch = self.desk.in_touch(names[a], names[b])
        through = () if in_touch else self._through(both & self.desk.answered)
        why = reasons(self.weights, a, b)
        return Introduction(
            a=self._side(a, b),
            b=self._side(b, a),
            weight=float(chosen.weight[place]),
            shared=shared_outcomes(self.weights, a, b),
            why=why,
            through=through,
            by_backbone=bool(through) and set(through) == {backbone},
            hours=None if self.hours is None else self.hours.new_tie,
            in_touch=in_touch,
            open=may_be_told(self.desk.graph, self.desk.partnership, why),
        )

    def _through(self, both: set[str]) -> tuple[str, ...]:
        """Who could introduce: of those who could, those first who are asked for fewest other introductions."""
        close = self.desk.partners.get(self.desk.graph.backbone or "", set())

        def order(name: str) -> tuple[int, bool, int, Any]:
            return self._asked[name], name not in close, -len(self.desk.partners.get(name, ())), natural(name)

        through = tuple(first_without(both, self.desk.graph.backbone, order)[:INTRODUCE])
        self._asked.update(through)
        return through

    def _side(self, a: int, other: int) -> Introduced:
        name, hours = self.weights.names[a], self.hours
        at = int(self.choice.order[a])
        known = hours is not None and (bool(hours.heard[at]) or hours.present[at] > 0)
        return Introduced(
            name=name,
            sector=self.weights.sectors[a],
            connections=int(self.choice.partners[a]),
            hours=float(hours.present[at]) if hours is not None and known else None,
            budget=None if hours is None else hours.stated.get(name),
            answered=bool(self.weights.heard[a, other]),
            contact=self.desk.contact(name),
        )

    def _notes(self, count: int, wanted: int) -> tuple[Message, ...]:
        weights, said = self.weights, []
        n = len(weights.names)
        if not self.desk.main:
            return (Message("no_layer"),)
        if n < 2:
            return (Message("too_few"),)
        if not weights.heard.any():
            return (Message("nobody_answered"),)
        if not self.desk.partnership.info.answered_known:
            said.append(Message("answered_unknown"))
        if not weights.aims_known:
            said.append(Message("no_outcomes"))
        if count < wanted:
            said.append(self._why_fewer(count))
        if self.hours is None and budgets_of(self.desk.graph):
            said.append(Message("no_hours_of_ties"))
        if self.hours is not None and self.hours.unknown.any():
            said.append(Message("hours_unknown", {"count": int(self.hours.unknown.sum()), "layer": self.hours.layer}))
        return tuple(said)

    def _why_fewer(self, count: int) -> Message:
        weights = self.weights
        known = weights.heard | weights.heard.T
        apart = np.triu(known, 1) & ~weights.tied.astype(bool).toarray()
        if weights.graph.backbone in weights.place:
            at = weights.place[str(weights.graph.backbone)]
            apart[at], apart[:, at] = False, False
        if not apart.any():
            return Message("all_tied")
        if count:
            return Message("fewer", {"count": count})
        everybody = np.ones(len(weights.names), dtype=bool)
        if len(weights.heaviest(1, everybody)):
            return Message("nobody_free")
        return Message("nothing_shared", {"pairs": int(apart.sum())})
