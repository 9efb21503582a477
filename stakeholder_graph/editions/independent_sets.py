"""Seeded search for large independent sets: organizations no two of which share a line.

To find the largest one is hard in general. The search here is a heuristic: what it finds is independent, and what it
does not find may still exist.
"""

from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush

import numpy as np
from numpy.typing import NDArray

#: Searches from scratch before the search gives up.
RESTARTS = 5
#: Lines that one round of forced exchanges may look at, about: counted, not timed, so that it is the same everywhere.
EFFORT = 2_000_000


class IndependentSets:
    """Finds independent sets in a network and in what is left of it without some organizations.

    Parameters
    ----------
    n : int
        How many organizations there are.
    pairs : ndarray of int, shape (m, 2)
        Those that share a line; in any order, any number of times.
    seed : int
        Seed of the search.

    Notes
    -----
    Greedy search takes the organization with the fewest partners left, at random among equals, and leaves out its
    partners [1]_. Then one member is exchanged for two where that is possible, and organizations are forced in at
    random [2]_. Sets are kept: most questions about the network without somebody are answered by a set that was found
    before.

    References
    ----------
    .. [1] Halldórsson, M. M., & Radhakrishnan, J. (1997). Greed is good: Approximating independent sets in sparse and
       bounded-degree graphs. Algorithmica, 18(1), 145-163.
    .. [2] Andrade, D. V., Resende, M. G. C., & Werneck, R. F. (2012). Fast local search for the maximum independent
       set problem. Journal of Heuristics, 18(4), 525-547.

    Examples
    --------
    Of four in a row any two that are no neighbours are independent, and no three:

    >>> path = IndependentSets(4, np.array([[0, 1], [1, 2], [2, 3]]))
    >>> path.has(2), path.has(3)
    (True, False)
    >>> path.has(2, without={0}), path.has(2, without={0, 3})
    (True, False)
    """

    def __init__(self, n: int, pairs: NDArray[np.intp], seed: int = 0) -> None:
        self.partners: list[set[int]] = [set() for _ in range(n)]
        for a, b in pairs.tolist():
            if a != b:
                self.partners[a].add(b)
                self.partners[b].add(a)
        lines = sum(map(len, self.partners)) // 2
        self._exchanges = min(2 * n, EFFORT // (lines + 1))
        self._seed = np.random.SeedSequence(seed)
        self._known: list[set[int]] = []

    def has(self, size: int, without: Iterable[int] = ()) -> bool:
        """Whether the search finds an independent set of at least `size` among all organizations but those `without`.

        Parameters
        ----------
        size : int
            Least size.
        without : iterable of int
            Organizations that may not be in the set.
        """
        barred = set(without)
        if size <= 0:
            return True
        if len(self.partners) - len(barred) < size:
            return False
        return any(len(known) - len(known & barred) >= size for known in self._known) or self._search(size, barred)

    def largest(self) -> int:
        """Size of the largest set that the search finds."""
        self._search(len(self.partners) + 1, set())
        return max(map(len, self._known), default=0)

    def _search(self, size: int, barred: set[int]) -> bool:
        """Search anew, from the sets that are known first; keep the largest set."""
        rng = np.random.default_rng(self._seed.spawn(1)[0])
        best: set[int] = set()
        for members in self._starts(barred, rng):
            state = _Local(self.partners, members, barred)
            state.improve()
            for _ in range(self._exchanges):
                if len(state.members) >= size:
                    break
                state.shake(rng)
            if len(state.best) > len(best):
                best = set(state.best)
            if len(best) >= size:
                break
        self._known.append(best)
        return len(best) >= size

    def _starts(self, barred: set[int], rng: np.random.Generator) -> Iterator[set[int]]:
        if self._known:
            yield max(self._known, key=lambda known: len(known) - len(known & barred)) - barred
        for _ in range(RESTARTS):
            yield self._greedy(barred, rng)

    def _greedy(self, barred: set[int], rng: np.random.Generator) -> set[int]:
        """Take the one with the fewest partners left, at random among equals, until none is left."""
        n = len(self.partners)
        chance = rng.permutation(n).tolist()
        left = [k not in barred for k in range(n)]
        degree = [len(partners - barred) if barred else len(partners) for partners in self.partners]
        heap = [(degree[k], chance[k], k) for k in range(n) if left[k]]
        heapify(heap)
        members = set()
        while heap:
            fewest, _, k = heappop(heap)
            if not left[k] or fewest != degree[k]:
                continue
            members.add(k)
            left[k] = False
            gone = [other for other in self.partners[k] if left[other]]
            for other in gone:
                left[other] = False
            touched = set()
            for other in gone:
                for third in self.partners[other]:
                    degree[third] -= 1
                touched |= self.partners[other]
            for other in touched:
                if left[other]:
                    heappush(heap, (degree[other], chance[other], other))
        return members


class _Local:
    """An independent set that is changed step by step; `tied` counts each organization's partners in it."""

    def __init__(self, partners: list[set[int]], members: set[int], barred: set[int]) -> None:
        self.partners, self.barred = partners, barred
        self.members: set[int] = set()
        self.best: set[int] = set()
        self.tied = [0] * len(partners)
        for k in sorted(members):
            self._add(k)

    def improve(self) -> None:
        """Add whoever may be added and exchange one for two, until neither is possible."""
        self._fill(range(len(self.partners)))
        waiting = sorted(self.members)
        while waiting:
            k = waiting.pop()
            if k in self.members:
                waiting += self._one_for_two(k)
        self._remember()

    def shake(self, rng: np.random.Generator) -> None:
        """Force somebody in, its partners out, and improve what is around them."""
        k = int(rng.integers(len(self.partners)))
        if k in self.barred or k in self.members:
            return
        out = sorted(self.partners[k] & self.members)
        for other in out:
            self._drop(other)
        self._add(k)
        around = sorted(set().union(*(self.partners[other] for other in out)))
        waiting = [*self._fill(around), k]
        waiting += [m for other in around for m in sorted(self.partners[other] & self.members)]
        while waiting:
            member = waiting.pop()
            if member in self.members:
                waiting += self._one_for_two(member)
        self._remember()
        if len(self.members) < len(self.best) - 2:
            for other in sorted(self.members - self.best):
                self._drop(other)
            for other in sorted(self.best - self.members):
                self._add(other)

    def _one_for_two(self, k: int) -> list[int]:
        """Exchange a member for two of its partners, if two have no other partner in the set and no line between."""
        only = [other for other in self.partners[k] if self.tied[other] == 1 and other not in self.barred]
        only.sort()
        for at, first in enumerate(only):
            second = next((other for other in only[at + 1 :] if other not in self.partners[first]), None)
            if second is not None:
                self._drop(k)
                self._add(first)
                self._add(second)
                return [first, second, *self._fill(only)]
        return []

    def _fill(self, candidates: Iterable[int]) -> list[int]:
        added = []
        for k in candidates:
            if not self.tied[k] and k not in self.members and k not in self.barred:
                self._add(k)
                added.append(k)
        return added

    def _add(self, k: int) -> None:
        self.members.add(k)
        for other in self.partners[k]:
            self.tied[other] += 1

    def _drop(self, k: int) -> None:
        self.members.remove(k)
        for other in self.partners[k]:
            self.tied[other] -= 1

    def _remember(self) -> None:
        if len(self.members) > len(self.best):
            self.best = set(self.members)
