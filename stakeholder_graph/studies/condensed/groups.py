"""The groups that a large network is seen by: its sectors, or where these are missing what modularity finds."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Literal

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.frames import natural
from stakeholder_graph.inference.louvain import louvain_communities
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.text import _

#: With fewer sectors there is nothing to tell apart; more groups than the second nobody can look at.
FEWEST, MOST = 2, 16
#: Groups that are found by connections are this many at most: they have no names of their own to know them by.
MOST_FOUND = 12

GroupKind = Literal["sector", "connections"]


@dataclass(frozen=True, eq=False)
class Groups:
    """The groups of a large network.

    Parameters
    ----------
    kind : {"sector", "connections"}
        What puts organizations into one: the sector that is stated, or the connections among them.
    names : tuple of str
        What they are called.
    codes : ndarray of int, shape (n,)
        The group of each organization.
    """

    kind: GroupKind
    names: tuple[str, ...]
    codes: NDArray[np.intp]


def groups_of(
    names: Sequence[str],
    sectors: Sequence[str],
    pairs: NDArray[np.intp],
    times: NDArray[np.intp],
    *,
    after_members: bool = True,
) -> Groups:
    """Put organizations into groups.

    Parameters
    ----------
    names, sectors : sequence of str
        Organizations, and the sector of each.
    pairs : ndarray of int, shape (m, 2)
        Those that have a connection, each pair once.
    times : ndarray of int, shape (m,)
        In how many kinds and waves they have one.
    after_members : bool
        Whether groups that are found are called after the member with the most connections. Its name would stand beside
        those of all others of the group, whose connections with it a reader may not know of; letters say nothing.

    Returns
    -------
    Groups
        Sectors, unless fewer than two are stated or most organizations state none. Of too many the largest stay, and
        the others are one group.

    Examples
    --------
    >>> no_pairs = np.zeros((0, 2), dtype=np.intp)
    >>> groups_of(["a", "b", "c"], ["Health", "Schools", "Health"], no_pairs, np.zeros(0, dtype=np.intp)).names
    ('Health', 'Schools')
    """
    stated = {sector for sector in sectors if sector != NO_SECTOR}
    if len(stated) >= FEWEST and 2 * sum(sector == NO_SECTOR for sector in sectors) <= len(sectors):
        called, codes = np.unique(np.array(sectors, dtype=object), return_inverse=True)
        return _named("sector", list(map(str, called)), codes)
    return _by_connections(names, pairs, times, after_members=after_members)


def _named(kind: GroupKind, called: list[str], codes: NDArray[np.intp]) -> Groups:
    """The largest groups under their names, and where there are more than can be looked at the others in one."""
    sizes = np.bincount(codes, minlength=len(called))
    if len(called) <= MOST:
        return Groups(kind, tuple(called), codes.astype(np.intp))
    by_size = sorted(range(len(called)), key=lambda k: (-sizes[k], natural(called[k])))
    kept = sorted(by_size[: MOST - 1], key=lambda k: natural(called[k]))
    number = np.full(len(called), len(kept), dtype=np.intp)
    number[kept] = np.arange(len(kept))
    return Groups(kind, (*(called[k] for k in kept), _("All other sectors")), number[codes])


def _by_connections(
    names: Sequence[str], pairs: NDArray[np.intp], times: NDArray[np.intp], *, after_members: bool
) -> Groups:
    """What modularity finds, joined until few are left; who has no connection is in a group of its own."""
    n = len(names)
    partners = np.bincount(pairs.ravel(), minlength=n)
    codes = np.zeros(n, dtype=np.intp)
    called = []
    if len(pairs):
        network: nx.Graph[int] = nx.Graph()
        network.add_nodes_from(np.flatnonzero(partners).tolist())
        network.add_weighted_edges_from(np.column_stack([pairs, times]).tolist())
        for k, community in enumerate(louvain_communities(network, "weight")):
            codes[list(community)] = k
        codes = _joined(codes, partners > 0, pairs, times)
        for k in range(int(codes.max()) + 1):
            if not after_members:
                called.append(_("Group {letter}", letter=ascii_uppercase[k]))
                continue
            members = np.flatnonzero((codes == k) & (partners > 0))
            middle = min(members.tolist(), key=lambda member: (-partners[member], natural(names[member])))
            called.append(_("Around {organization}", organization=names[middle]))
    if not partners.all():
        codes[partners == 0] = len(called)
        called.append(_("Without connections") if called else _("All organizations"))
    return Groups("connections", tuple(called), codes)


def _joined(
    codes: NDArray[np.intp], tied: NDArray[np.bool_], pairs: NDArray[np.intp], times: NDArray[np.intp]
) -> NDArray[np.intp]:
    """Join the smallest group with the one that it shares the most connections with, until few are left."""
    count = int(codes.max()) + 1
    shared = np.zeros((count, count), dtype=np.int64)
    np.add.at(shared, (codes[pairs[:, 0]], codes[pairs[:, 1]]), times)
    shared += shared.T
    np.fill_diagonal(shared, 0)
    sizes = np.bincount(codes[tied], minlength=count)
    left = list(range(count))
    while len(left) > MOST_FOUND:
        smallest = min(left, key=lambda k: (sizes[k], k))
        left.remove(smallest)
        # One that shares none goes to the smallest of the others.
        into = max(left, key=lambda k: (shared[smallest, k], -sizes[k], -k))
        codes = np.where(codes == smallest, into, codes)
        sizes[into] += sizes[smallest]
        shared[into] += shared[smallest]
        shared[:, into] += shared[:, smallest]
        shared[into, into] = 0
    order = sorted(left, key=lambda k: (-sizes[k], k))
    number = np.zeros(count, dtype=np.intp)
    number[order] = np.arange(len(order))
    return number[codes]
