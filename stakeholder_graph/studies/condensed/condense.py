"""A large network condensed: as many members of each group as a page can hold, and counts of all others' ties."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.studies.condensed.groups import GroupKind, Groups, groups_of
from stakeholder_graph.studies.reported_pairs import connected_pairs
from stakeholder_graph.studies.whatif.edit import left_of
from stakeholder_graph.text import _

#: A network with no more organizations, and reports of connections of all kinds in all waves, is held whole.
MOST, LINES = 5000, 60_000
#: Of a larger one so many organizations are held one by one, so many of a group, with so many connections among them.
HELD, OF_GROUP, AMONG = 3000, 300, 30_000


@dataclass(frozen=True, eq=False)
class LayerPairs:
    """The connections of one kind in one wave, each pair once.

    Parameters
    ----------
    wave, layer : str
        Of which survey, and of which kind.
    ends : ndarray of int, shape (m, 2)
        Numbers of organizations among those of all waves.
    strength : ndarray of float, shape (m,)
        The stronger of two reports; NaN where not known.
    """

    wave: str
    layer: str
    ends: NDArray[np.intp]
    strength: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Condensed:
    """A large network in groups.

    Parameters
    ----------
    kind : {"sector", "connections"}
        What puts organizations into a group.
    whole : Partnership
        All of it; its groups stand in the place of sectors.
    held : Partnership
        The same without the organizations that are counted only.
    names : tuple of str
        All organizations.
    one_by_one : ndarray of bool, shape (n,)
        Which of them are held.
    group_names : tuple of str
        What groups are called.
    codes : ndarray of int, shape (n,)
        The group of each.
    pairs : tuple of LayerPairs
        All connections.
    """

    kind: GroupKind
    whole: Partnership
    held: Partnership
    names: tuple[str, ...]
    one_by_one: NDArray[np.bool_]
    group_names: tuple[str, ...]
    codes: NDArray[np.intp]
    pairs: tuple[LayerPairs, ...]

    @cached_property
    def group_of(self) -> Mapping[str, int]:
        """The number of the group of each organization."""
        return dict(zip(self.names, self.codes.tolist(), strict=True))

    @cached_property
    def shared(self) -> NDArray[np.float64]:
        """Shape (groups, groups): how many connections each two groups share, of all kinds and waves."""
        shared = np.zeros((len(self.group_names), len(self.group_names)))
        for pairs in self.pairs:
            np.add.at(shared, tuple(self.codes[pairs.ends].T), 1.0)
        return np.asarray(shared + shared.T)

    def of_each_group(self, names: Iterable[str]) -> list[int]:
        """How many of some organizations are in each group.

        Parameters
        ----------
        names : iterable of str
            Of all organizations.
        """
        numbers = [self.group_of[name] for name in names]
        return [int(count) for count in np.bincount(numbers, minlength=len(self.group_names))]

    def with_groups_in(self, order: Sequence[str]) -> "Condensed":
        """The same with groups in another order.

        Parameters
        ----------
        order : sequence of str
            Names of all groups.
        """
        number = np.array([order.index(name) for name in self.group_names], dtype=np.intp)
        return replace(self, group_names=tuple(order), codes=number[self.codes])


def too_large(partnership: Partnership, layers: Sequence[str]) -> bool:
    """Whether a page cannot hold a network whole.

    Parameters
    ----------
    partnership : Partnership
        Of any edition.
    layers : sequence of str
        The kinds of connection that the page shows.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> ours = Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {})
    >>> too_large(ours, ["collaboration"])
    False
    """
    graphs = partnership.graphs.values()
    listed = set().union(*(graph.names for graph in graphs))
    reported = sum(int(graph["ties"]["layer"].isin(list(layers)).sum()) for graph in graphs)
    return len(listed) > MOST or reported > LINES


def condense(partnership: Partnership, layers: Sequence[str], *, after_members: bool = True) -> Condensed | None:
    """Condense a network that is too large for a page to hold it whole.

    Parameters
    ----------
    partnership : Partnership
        Of any edition; nothing else is looked at.
    layers : sequence of str
        The kinds of connection that the page shows.
    after_members : bool
        As of `groups_of`.

    Returns
    -------
    Condensed or None
        None where a page can hold all. Held one by one are the members of each group that have the most connections, of
        all kinds and waves; among equals the first by name. Of a small group these are all.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> condense(Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), ["collaboration"]) is None
    True
    """
    sectors: dict[str, str] = {}
    for graph in partnership.graphs.values():
        sectors.update(zip(graph.names, graph.organizations["sector"].astype(str), strict=True))
    if not too_large(partnership, layers):
        return None
    names = tuple(sorted(sectors, key=natural))
    pairs = tuple(_pairs(partnership, layers, pd.Index(names)))
    ends = np.concatenate([np.zeros((0, 2), dtype=np.intp), *(layer.ends for layer in pairs)])
    unique, times = np.unique(ends, axis=0, return_counts=True)
    groups = groups_of(names, [sectors[name] for name in names], unique, times, after_members=after_members)
    one_by_one = _one_by_one(groups, unique, np.bincount(ends.ravel(), minlength=len(names)))
    whole = _by_group(partnership, dict(zip(names, (groups.names[k] for k in groups.codes), strict=True)))
    gone = frozenset(name for name, held in zip(names, one_by_one, strict=True) if not held)
    return Condensed(groups.kind, whole, left_of(whole, gone), names, one_by_one, groups.names, groups.codes, pairs)


def _pairs(partnership: Partnership, layers: Sequence[str], index: "pd.Index[str]") -> list[LayerPairs]:
    layer_pairs = []
    for wave, graph in partnership.graphs.items():
        number = index.get_indexer(graph.index)
        for layer in layers:
            ends, strength = connected_pairs(graph.layer(layer))
            layer_pairs.append(LayerPairs(wave, layer, np.sort(number[ends], axis=1), strength))
    return layer_pairs


def _one_by_one(groups: Groups, pairs: NDArray[np.intp], connections: NDArray[np.intp]) -> NDArray[np.bool_]:
    """The members of each group with the most connections: so many that the connections among them fit, too."""
    # Names are in their order, so that a stable sort puts the first by name first among equals.
    order = np.lexsort((np.arange(len(connections)), -connections, groups.codes))
    start = np.searchsorted(groups.codes[order], np.arange(len(groups.names)))
    rank = np.empty(len(order), dtype=np.intp)
    rank[order] = np.arange(len(order)) - start[groups.codes[order]]
    # A pair is held as soon as the later one of both is.
    needed = np.sort(rank[pairs].max(axis=1)) if len(pairs) else np.zeros(0, dtype=np.intp)
    fit = int(needed[AMONG]) if len(needed) > AMONG else OF_GROUP
    return np.asarray(rank < max(1, min(OF_GROUP, HELD // len(groups.names), fit)))


def _by_group(partnership: Partnership, group_of: Mapping[str, str]) -> Partnership:
    graphs = {wave: _graph_by_group(graph, group_of) for wave, graph in partnership.graphs.items()}
    return Partnership(partnership.info, graphs, partnership.lists, partnership.agreed)


def _graph_by_group(graph: PartnerGraph, group_of: Mapping[str, str]) -> PartnerGraph:
    """The same wave with groups in the place of sectors; a sector that is not its own group is kept as an attribute."""
    people = graph.organizations
    groups = people["organization"].map(group_of)
    stated = people["sector"].astype(str)
    other = (groups != stated) & (stated != NO_SECTOR)
    if other.any():
        people = people.assign(**{_("Sector"): stated.where(other)})
    return PartnerGraph(
        graph.wave, graph.layers, {**graph.frames, "organizations": people.assign(sector=groups)}, graph.directed
    )
