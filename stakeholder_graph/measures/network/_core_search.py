"""The core that fits best, searched for in many networks side by side: in one alone most time would go into calls."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

#: From how many sizes of a core the search starts, and how many moves it then tries though they do not help at first.
STARTS, FORCED = 8, 8
#: Up to so many organizations a search holds their ties as a dense table.
DENSE = 1_000
#: In larger networks no single moves are tried: each would look at every organization once more.
LARGEST_SEARCHED = 5_000
#: So many cells of dense tables are held together: they stay in the cache.
_CELLS = 1 << 21
#: A better fit is better by more than rounding.
_MORE = 1e-12


def best_cores(
    n: int, possible: int, networks: Sequence[NDArray[np.intp]]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The best fit found in each network, and the core that has it.

    Climbs start from the organizations with the most ties: from the sizes of a core that fit best. From there one
    organization at a time is moved that makes the fit worse by least, and held while the others adapt.

    Parameters
    ----------
    n, possible : int
        How many organizations there are, at least three, and how many ties there could be.
    networks : sequence of ndarray of int, shape (2, m)
        The ends of the ties of each; some ties, and not all.

    Returns
    -------
    ndarray of float, shape (b,)
        Correlation of the ties with the ideal in which every pair that the core touches is tied and no other.
    ndarray of bool, shape (b, n)
        The cores.

    Examples
    --------
    >>> star = np.array([[0, 0, 0], [1, 2, 3]])
    >>> fits, cores = best_cores(4, 6, [star, star[:, :2]])
    >>> fits.round(3).tolist(), cores.tolist()
    ([1.0, 0.707], [[True, False, False, False], [True, False, False, False]])
    """
    fits, cores = np.empty(len(networks)), np.empty((len(networks), n), dtype=bool)
    at_once = max(1, _CELLS // n**2)
    for begin in range(0, len(networks), at_once):
        here = slice(begin, begin + at_once)
        fits[here], cores[here] = _Networks.of(n, possible, networks[here]).best()
    return fits, cores


#: Fits, cores, and how many ties everybody has with those outside of them.
_Climbed = tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.floating]]


@dataclass(frozen=True, eq=False)
class _Networks:
    """Networks of the same organizations; of one alone `links` may be sparse."""

    possible: int
    counts: NDArray[np.intp]
    #: Ties of each pair either way, shape (b, n, n), or (n, n) where it is sparse.
    links: NDArray[np.float32] | csr_array
    #: How many ties touch the first 1 to n of those with the most ties, and their places in that order, shape (b, n).
    touched: NDArray[np.intp]
    rank: NDArray[np.intp]
    #: For cores of -1 to n + 1: what the correlation takes off, infinite where no pattern, and divides by.
    less: NDArray[np.float64]
    root: NDArray[np.float64]

    @classmethod
    def of(cls, n: int, possible: int, networks: Sequence[NDArray[np.intp]]) -> "_Networks":
        counts = np.array([ends.shape[1] for ends in networks])
        numbers, senders, receivers = np.repeat(np.arange(len(counts)), counts), *np.concatenate(networks, axis=1)
        links: NDArray[np.float32] | csr_array
        if n <= DENSE:
            # Small whole numbers: half the room holds them as exactly.
            links = np.zeros((len(counts), n, n), dtype=np.float32)
            links[numbers, senders, receivers] = 1
            links[numbers, receivers, senders] += 1
        else:
            both_ways = np.append(senders, receivers), np.append(receivers, senders)
            links = csr_array((np.ones(2 * len(numbers)), both_ways), shape=(n, n))
        either_end = np.append(numbers * n + senders, numbers * n + receivers)
        partners = np.bincount(either_end, minlength=len(counts) * n).reshape(-1, n)
        rank = np.empty((len(counts), n), dtype=np.intp)
        np.put_along_axis(rank, np.argsort(-partners, axis=1, kind="stable"), np.arange(n)[None], axis=1)
        first = np.minimum(rank[numbers, senders], rank[numbers, receivers])
        touched = np.cumsum(np.bincount(numbers * n + first, minlength=rank.size).reshape(-1, n), axis=1)
        core, count = np.arange(-1, n + 2), counts[:, None]
        outside = possible * (n - core) * (n - core - 1) / (n * (n - 1))
        within = possible - outside
        spread = count * (possible - count) * within * outside
        pattern = spread > 0
        root = np.sqrt(np.where(pattern, spread, 1.0))
        return cls(possible, counts, links, touched, rank, np.where(pattern, count * within, np.inf), root)

    @property
    def n(self) -> int:
        return len(self.rank[0])

    def best(self) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """The best fit of each, and its core."""
        every = np.arange(len(self.counts))
        fits = self._correlation(every[:, None], np.arange(1, self.n + 1), self.touched)
        sizes = 1 + np.argsort(-fits, axis=1, kind="stable")[:, :STARTS]
        starts = self.rank[:, None] < sizes[:, :, None]
        if self.n > LARGEST_SEARCHED:
            return fits[every, sizes[:, 0] - 1], starts[:, 0]
        climbed, cores, outsides = self._climbs(every, starts, self._outside(starts))
        best = np.argmax(climbed, axis=1)
        fit, core, outside = climbed[every, best], cores[every, best], outsides[every, best]
        searching = every
        while len(searching):
            climbed, cores, outsides = self._beyond(searching, core[searching], outside[searching])
            better = climbed > fit[searching, None] + _MORE
            searching, first = searching[better.any(axis=1)], np.argmax(better, axis=1)
            found_in = np.flatnonzero(better.any(axis=1))
            fit[searching] = climbed[found_in, first[found_in]]
            core[searching] = cores[found_in, first[found_in]]
            outside[searching] = outsides[found_in, first[found_in]]
        return fit, core

    def _beyond(self, numbers: NDArray[np.intp], core: NDArray[np.bool_], outside: NDArray[np.floating]) -> _Climbed:
        """Climb from behind cores, shape (a, n), from which no single move helps: one move is forced, and then free."""
        touching = self.counts[numbers] - np.where(core, 0.0, outside).sum(axis=1) / 2
        step = np.where(core, -1, 1)
        fits = self._correlation(numbers[:, None], core.sum(axis=1)[:, None] + step, touching[:, None] + step * outside)
        forced = np.argsort(-fits, axis=1, kind="stable")[:, :FORCED]
        others = np.repeat(core[:, None], forced.shape[1], axis=1)
        at = *np.indices(forced.shape), forced
        others[at] ^= True
        links = self._links_of(np.repeat(numbers, forced.shape[1]), forced.ravel()).reshape(others.shape)
        moves = np.take_along_axis(step, forced, axis=1)[:, :, None]
        _, held, outsides = self._climbs(numbers, others, outside[:, None] - moves * links, forced)
        return self._climbs(numbers, held, outsides)

    def _climbs(
        self,
        numbers: NDArray[np.intp],
        begins: NDArray[np.bool_],
        outsides: NDArray[np.floating],
        held: NDArray[np.intp] | None = None,
    ) -> _Climbed:
        """Move in each core the one organization that helps most, as long as that improves its fit; one may be held.

        Parameters
        ----------
        numbers : ndarray of int, shape (a,)
            Of which networks.
        begins : ndarray of bool, shape (a, k, n)
            Where each climb begins: they go side by side, each as if it were alone.
        outsides : ndarray of float, shape (a, k, n)
            How many ties everybody has with those outside of these cores.
        held : ndarray of int, shape (a, k), optional
            Which organization stays where it is.

        Returns
        -------
        ndarray of float, shape (a, k)
            The fit at the end of each climb.
        ndarray of bool, shape (a, k, n)
            The cores there.
        ndarray of float, shape (a, k, n)
            Ties with those outside of them.
        """
        shape = begins.shape[:2]
        outside = outsides.reshape(-1, self.n).astype(self.links.dtype)
        cores, numbers = begins.reshape(-1, self.n).copy(), np.repeat(numbers, shape[1])
        stays = None if held is None else held.ravel()
        sizes = cores.sum(axis=1)
        touching = self.counts[numbers] - np.where(cores, 0.0, outside).sum(axis=1) / 2
        best = self._correlation(numbers, sizes, touching)
        climbing = np.arange(len(cores))
        while len(climbing):
            rows, network, core = np.arange(len(climbing)), numbers[climbing], cores[climbing]
            # Of those who may join, whoever has the most partners outside helps most; of those who may leave, whoever
            # has the fewest.
            partners = outside[climbing]
            joining, leaving = np.where(core, -np.inf, partners), np.where(core, partners, np.inf)
            if stays is not None:
                joining[rows, stays[climbing]], leaving[rows, stays[climbing]] = -np.inf, np.inf
            joins, leaves = joining.argmax(axis=1), leaving.argmin(axis=1)
            larger, smaller = touching[climbing] + joining[rows, joins], touching[climbing] - leaving[rows, leaves]
            with_one = self._correlation(network, sizes[climbing] + 1, larger)
            without_one = self._correlation(network, sizes[climbing] - 1, smaller)
            # Among equals the first organization moves.
            join = (with_one > without_one) | ((with_one == without_one) & (joins < leaves))
            fits = np.where(join, with_one, without_one)
            helps = fits > best[climbing] + _MORE
            climbing, join = climbing[helps], join[helps]
            moved, by = np.where(join, joins[helps], leaves[helps]), np.where(join, 1, -1)
            best[climbing], sizes[climbing] = fits[helps], sizes[climbing] + by
            touching[climbing] = np.where(join, larger[helps], smaller[helps])
            cores[climbing, moved] ^= True
            outside[climbing] -= by[:, None].astype(outside.dtype) * self._links_of(network[helps], moved)
        return best.reshape(shape), cores.reshape(*shape, self.n), outside.reshape(*shape, self.n)

    def _correlation(
        self, numbers: NDArray[np.intp], core: NDArray[np.intp], touching: NDArray[np.number]
    ) -> NDArray[np.float64]:
        """Of ties with the ideal, for cores of these sizes that so many ties touch; -inf where that is no pattern."""
        return np.asarray((self.possible * touching - self.less[numbers, core + 1]) / self.root[numbers, core + 1])

    def _outside(self, cores: NDArray[np.bool_]) -> NDArray[np.floating]:
        """How many ties everybody has with those outside of cores, shape (b, k, n)."""
        others = (~cores).astype(self.links.dtype)
        if isinstance(self.links, np.ndarray):
            return np.asarray(others @ self.links)
        return np.asarray((self.links @ others[0].T).T)[None]

    def _links_of(self, numbers: NDArray[np.intp], organizations: NDArray[np.intp]) -> NDArray[np.floating]:
        """How each of some organizations is tied to all, shape (k, n)."""
        if isinstance(self.links, np.ndarray):
            return np.asarray(self.links[numbers, organizations])
        return np.asarray(self.links[organizations].toarray())
