"""The map of a network that no page can hold whole: groups that open into some of their members, the others counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.studies.condensed import Condensed, condense
from stakeholder_graph.studies.condensed.tallies import tallies
from stakeholder_graph.text import _
from stakeholder_graph.views.in_short import who_answered
from stakeholder_graph.views.layout.group_ring import GroupPlace, beside_circles, drawn_larger_below
from stakeholder_graph.views.layout.positions import Position
from stakeholder_graph.views.map.arrangements import Arrangement


@dataclass(frozen=True, eq=False)
class LargeMap:
    """A copy in groups.

    Parameters
    ----------
    whole : Copy
        What the reader may see, with groups in the place of sectors.
    condensed : Condensed
        Who of it is held one by one, and all connections; groups stand in the order of the legend.
    where : mapping of str to Position
        Where those that are held would stand by themselves.
    """

    whole: Copy
    condensed: Condensed
    where: Mapping[str, Position]

    @cached_property
    def _sizes(self) -> Sequence[int]:
        return self.condensed.of_each_group(self.condensed.names)

    @cached_property
    def _places(self) -> tuple[list[GroupPlace], dict[str, tuple[float, float]]]:
        return beside_circles(self.where, self.condensed.group_of, self._sizes, self.condensed.shared)

    @property
    def drawn_larger_below(self) -> int:
        """Of fewer members than this a group is drawn larger than its share; 0 where none is so small."""
        return drawn_larger_below(self._sizes)

    @property
    def by_connections(self) -> bool:
        """Whether groups are found by connections, for want of sectors."""
        return self.condensed.kind == "connections"

    @property
    def arrangement(self) -> Arrangement:
        """How members stand beside the circle of their group."""
        stands = {name: self.condensed.group_of[name] for name in self.where}
        title = _("Group") if self.by_connections else _("Sector")
        return Arrangement("sector", self.condensed.group_names, stands, self._places[1], titled=title)

    def as_data(self, layers: Mapping[str, int], steps: Mapping[str, Sequence[float]]) -> dict[str, Any]:
        """What the page holds of groups, and of the connections that it counts.

        Parameters
        ----------
        layers : mapping of str to int
            The numbers of the kinds of connection.
        steps : mapping of str to sequence of float
            The least strength of each step of a layer's scale, the weakest first.
        """
        waves = {wave: k for k, wave in enumerate(self.whole.partnership.graphs)}
        return {
            "kind": self.condensed.kind,
            "groups": [
                {"x": place.x, "y": place.y, "radius": place.radius, **counts}
                for place, counts in zip(self._places[0], self._counts(), strict=True)
            ],
            "tallies": [
                [tally.a, tally.b, layers[tally.layer], waves[tally.wave], *tally.counts]
                for tally in tallies(self.condensed, list(self.where), steps)
            ],
        }

    def _counts(self) -> list[dict[str, list[int]]]:
        """How many of each group are listed in each wave; on the desk also how many of them answered, where known."""
        says = self.whole.confidential and self.whole.answered_known
        listed, answered = [], []
        for graph in self.whole.partnership.graphs.values():
            listed.append(self.condensed.of_each_group(graph.names))
            silent = who_answered.silent(self.whole, graph)
            answered.append(self.condensed.of_each_group(name for name in graph.names if name not in silent))
        return [
            {"listed": list(of_group), **({"answered": list(yes)} if says else {})}
            for of_group, yes in zip(zip(*listed, strict=True), zip(*answered, strict=True), strict=True)
        ]


def condensed_copy(copy: Copy, layers: Sequence[str]) -> tuple[Copy, Copy, Condensed] | None:
    """Condense what a reader may see, where it is too large for a page.

    Parameters
    ----------
    copy : Copy
        Nothing else is looked at.
    layers : sequence of str
        The kinds of connection that are drawn.

    Returns
    -------
    tuple of (Copy, Copy, Condensed) or None
        The copy in groups, and what of it is held one by one; None where a page can hold all.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> ours = Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {})
    >>> condensed_copy(Copy("backbone", ours, (), "1"), ["collaboration"]) is None
    True
    """
    condensed = condense(copy.partnership, layers, after_members=copy.confidential)
    if condensed is None:
        return None
    return replace(copy, partnership=condensed.whole), replace(copy, partnership=condensed.held), condensed
