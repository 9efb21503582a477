"""Pairs of organizations that work together, that do not, and of which it is not known."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.frames.pairs import among_keys, distinct_pairs
from stakeholder_graph.graph import Layer
from stakeholder_graph.measures._columns import NOT_KNOWN
from stakeholder_graph.model.finding import Ties
from stakeholder_graph.text import N_

NAMED_BY_BOTH, NAMED_BY_ONE, NAMED_BY_NEITHER = (
    N_("both name the other"),
    N_("one names the other"),
    N_("neither names the other"),
)
TIED, NOT_TIED = N_("work together"), N_("do not work together")


@dataclass(frozen=True, eq=False)
class PairsOfLayer:
    """The unordered pairs of a layer.

    Parameters
    ----------
    layer : Layer
        With ties as reported, or without direction.
    ties : {"reported", "either", "both"}
        A pair works together if either side names the other, and one side that does is enough to know it; that it does
        not, only both sides tell. With ``both`` it works together if both do, so that one "no" settles it. Where ties
        have no direction, either side answers for both.
    first, second : ndarray of int, shape (m,)
        The pairs that work together, as far as answers say.
    """

    layer: Layer
    ties: Ties
    first: NDArray[np.intp]
    second: NDArray[np.intp]

    @classmethod
    def of(cls, layer: Layer, ties: Ties = "reported") -> "PairsOfLayer":
        """Find the pairs that work together.

        Parameters
        ----------
        layer, ties
            As of the class.

        Examples
        --------
        >>> import networkx as nx
        >>> from stakeholder_graph.graph import from_networkx
        >>> layer = from_networkx(nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")])).layer("collaboration")
        >>> len(PairsOfLayer.of(layer).first), len(PairsOfLayer.of(layer, "both").first)
        (2, 1)
        """
        senders, receivers = layer.edge_index
        if layer.directed and ties == "both":
            senders, receivers = senders[layer.returned], receivers[layer.returned]
        return cls(layer, ties, *distinct_pairs(senders, receivers))

    def tied_among(self, groups: NDArray[np.bool_]) -> NDArray[np.intp]:
        """How many pairs work together in each of k groups, which may overlap.

        Parameters
        ----------
        groups : ndarray of bool, shape (..., n, k)
            Who is in each.

        Returns
        -------
        ndarray of int, shape (..., k)
        """
        inside = groups.take(self.first, axis=-2) & groups.take(self.second, axis=-2)
        return np.asarray(inside.sum(axis=-2), dtype=np.intp)

    def together(self, a: NDArray[np.intp], b: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Whether pairs work together, as far as answers say.

        Parameters
        ----------
        a, b : ndarray of int, shape (p,)
            The two of each, the lower first.
        """
        return among_keys(a.astype(np.int64) * self.layer.n + b, self._tied_keys)

    def known(self, a: NDArray[np.intp], b: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Whether it is known of pairs if they work together.

        Parameters
        ----------
        a, b
            As of `together`.
        """
        forth, back = self.layer.observed.contains(a, b), self.layer.observed.contains(b, a)
        if not self.layer.directed:
            return forth & back if self.layer.pairing == "both ends" else forth | back
        if self.ties == "both":
            no = (forth & ~self._names(a, b)) | (back & ~self._names(b, a))
            return self.together(a, b) | no
        return self.together(a, b) | (forth & back)

    def unknown(self, members: NDArray[np.intp]) -> int:
        """Of how many pairs of a group it is not known if they work together.

        Parameters
        ----------
        members : ndarray of int
            Indices of the group, in rising order.
        """
        one_side = self.ties == "both" if self.layer.directed else self.layer.pairing == "one end"
        asked, (a, b) = self._asked(members, one_side=one_side), self._named(members)
        # Whether a pair was asked decides but of those in which one names the other.
        known = asked + int(self.known(a, b).sum()) - int(self._observed(a, b, one_side=one_side).sum())
        return len(members) * (len(members) - 1) // 2 - known

    def possible(self, members: NDArray[np.intp]) -> int:
        """How many pairs of a group could be tied: those that are, and those about which either side was asked.

        Parameters
        ----------
        members : ndarray of int
            Indices of the group, in rising order.
        """
        a, b = self._named(members)
        beyond = self.together(a, b) & ~self._observed(a, b, one_side=True)
        return self._asked(members, one_side=True) + int(beyond.sum())

    def _asked(self, members: NDArray[np.intp], *, one_side: bool) -> int:
        """About how many pairs of a group one side was asked, or both: counted without writing them out."""
        observed = self.layer.observed.subset(members)
        both = observed.mutual_count()
        return observed.count - both if one_side else both

    def _observed(self, a: NDArray[np.intp], b: NDArray[np.intp], *, one_side: bool) -> NDArray[np.bool_]:
        forth, back = self.layer.observed.contains(a, b), self.layer.observed.contains(b, a)
        return forth | back if one_side else forth & back

    @cached_property
    def _any_named(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        return distinct_pairs(*self.layer.edge_index)

    def _named(self, members: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The pairs of a group of which either names the other."""
        inside = np.zeros(self.layer.n, dtype=bool)
        inside[members] = True
        a, b = self._any_named
        among = inside[a] & inside[b]
        return a[among], b[among]

    def _names(self, a: NDArray[np.intp], b: NDArray[np.intp]) -> NDArray[np.bool_]:
        return among_keys(a.astype(np.int64) * self.layer.n + b, self._named_keys)

    @cached_property
    def _tied_keys(self) -> NDArray[np.int64]:
        return np.sort(self.first.astype(np.int64) * self.layer.n + self.second)

    @cached_property
    def _named_keys(self) -> NDArray[np.int64]:
        senders, receivers = (ends.astype(np.int64) for ends in self.layer.edge_index)
        return np.sort(senders * self.layer.n + receivers)

    def state(self, a: int, b: int) -> str:
        """How two organizations stand to each other, whatever counts as a tie.

        Parameters
        ----------
        a, b : int
            Their indices.
        """
        ends = np.array([a, b]), np.array([b, a])
        asked = self.layer.observed.contains(*ends)
        named = np.array([self.layer.adjacency[a, b], self.layer.adjacency[b, a]]) > 0
        if not self.layer.directed:
            known = asked.all() if self.layer.pairing == "both ends" else asked.any()
            return TIED if named.any() else NOT_TIED if known else NOT_KNOWN
        if named.any():
            return NAMED_BY_BOTH if named.all() else NAMED_BY_ONE
        return NAMED_BY_NEITHER if asked.all() else NOT_KNOWN
