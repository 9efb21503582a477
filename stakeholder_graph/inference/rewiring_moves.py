"""The moves of degree-preserving rewiring: ties exchange their receivers in cycles.

In a *cycle* of k ties each takes the receiver of the next. An exchange between two ties, the usual swap, is a cycle of
two; a cycle of three turns a -> b -> c -> a around, which no swap can [1]_. One *sweep* puts all ties of a class into
cycles at random. It then makes the exchange in every cycle where no two ties come to lie on one pair of organizations
and no other cycle claims these pairs; a cycle that stays as it is counts as a step all the same. The claims are the
same before and after, so that a sweep is as likely as its reverse, and in the long run all networks with these degrees
are equally likely.

References
----------
.. [1] Rao, A. R., Jana, R., & Bandyopadhyay, S. (1996). A Markov chain Monte Carlo method for generating random
   (0,1)-matrices with given marginals. Sankhya A, 58(2), 225-242.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.frames.arrays import Flags, Ints
from stakeholder_graph.frames.pairs import fold
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.mixing import mixing_of

#: Sweeps where every pair is free. An exchange needs two or three free pairs, so that their share counts cubed. It does
#: so of every class that holds at least a tenth of the ties.
SWEEPS, MOST_SWEEPS, LEAST_SHARE = 6, 255, 0.1

#: What a dyad can hold: nothing that moves, ties known from both sides, ties whose return is not known.
FIXED, KNOWN, HALF_KNOWN = 0, 1, 2
FREE, TAKEN = -1, -2

Number = TypeVar("Number", np.int32, np.intp)


@dataclass(frozen=True, eq=False)
class TieClass:
    """Ties that exchange receivers with each other, and the dyads on which they may lie.

    Parameters
    ----------
    ties : ndarray of int, shape (t,)
        As sender x n + receiver.
    on : int
        `KNOWN` or `HALF_KNOWN`.
    directed : bool
        Whether the sender stays as it is; else a tie may turn around.
    counts : int
        2 for ties that are returned: each stands for both.
    """

    ties: Ints
    on: int
    directed: bool
    counts: int = 1


@dataclass(frozen=True, eq=False)
class Constraints:
    """What stays the same in every rewired network.

    Parameters
    ----------
    n : int
        Number of organizations.
    dyads : ndarray of int8, shape (n * n,)
        What may lie from each organization to each.
    classes : tuple of TieClass
        The ties that move.
    fixed : ndarray of int, shape (h,)
        The ties that stay.
    """

    n: int
    dyads: NDArray[np.int8]
    classes: tuple[TieClass, ...]
    fixed: Ints

    @classmethod
    def of(cls, layer: Layer) -> "Constraints":
        """Derive the constraints of a layer; what was not asked about stays fixed.

        Parameters
        ----------
        layer : Layer
            Ties without direction, or that count once either or both sides name them, move among those who answered;
            the others stay.

        Returns
        -------
        Constraints
        """
        n = layer.n
        known = layer.observed.mask()
        senders, receivers = layer.edge_index
        ties = senders * n + receivers
        if not layer.directed:
            known = known | known.T if layer.pairing == "one end" else known & known.T
            known &= np.outer(layer.answered, layer.answered)
            moving = known[senders, receivers]
            dyads = np.where(known, KNOWN, FIXED).astype(np.int8).ravel()
            return cls(n, dyads, (TieClass(ties[moving], KNOWN, directed=False),), ties[~moving])
        dyads = np.where(known, np.where(known.T, KNOWN, HALF_KNOWN), FIXED).astype(np.int8).ravel()
        returned, both_known = layer.returned, dyads[ties] == KNOWN
        classes = (
            TieClass(ties[returned & (senders < receivers)], KNOWN, directed=False, counts=2),
            TieClass(ties[both_known & ~returned], KNOWN, directed=True),
            TieClass(ties[~both_known], HALF_KNOWN, directed=True),
        )
        return cls(n, dyads, classes, ties[:0])

    @property
    def sweeps(self) -> int:
        """One less than a power of two: enough where few pairs are free, or were asked about."""
        least, moving = 1.0, sum(len(tie_class.ties) for tie_class in self.classes)
        for on in (KNOWN, HALF_KNOWN):
            ties = sum(len(tie_class.ties) for tie_class in self.classes if tie_class.on == on)
            if ties and ties >= LEAST_SHARE * moving:
                asked = (self.dyads == on).reshape(self.n, self.n)
                twice = 2 if on == KNOWN else 1
                # Who names somebody else may be drawn to anyone who is named, but was not always asked.
                sends, receives = asked.any(axis=1), asked.any(axis=0)
                drawn = int(sends.sum()) * int(receives.sum()) - int((sends & receives).sum())
                least = min(least, max((np.count_nonzero(asked) / twice - ties) / (drawn / twice), 1e-3))
        wanted = SWEEPS / least**3
        return min(MOST_SWEEPS, int(2 ** np.ceil(np.log2(wanted + 1))) - 1)

    @cached_property
    def allowed(self) -> dict[int, Flags]:
        """For each kind of dyad, shape (n * n,), where its ties may lie."""
        return {on: self.dyads == on for on in (KNOWN, HALF_KNOWN)}


class Walk:
    """Networks that are rewired side by side, independently of each other.

    Parameters
    ----------
    constraints : Constraints
        What stays.
    sources : sequence of (numpy.random.Generator, int)
        Sources of randomness, and for how many networks each is.
    start : Walk, optional
        A walk of one network, from which all begin; by default they begin with what was observed.
    """

    def __init__(
        self,
        constraints: Constraints,
        sources: Sequence[tuple[np.random.Generator, int]],
        start: "Walk | None" = None,
    ) -> None:
        self.constraints, self.moves, self.cycles = constraints, 0, 0
        cells, ends = constraints.n**2, np.cumsum([0, *(walks for _, walks in sources)]).tolist()
        self.sources = [(rng, slice(*bounds)) for (rng, _), bounds in zip(sources, pairwise(ends), strict=True)]
        walks = ends[-1]
        self.offset = (np.arange(walks) * cells)[:, None]
        given = start.ties if start else [tie_class.ties[None, :] for tie_class in constraints.classes]
        self.ties: list[Ints] = [np.repeat(ties, walks, axis=0) for ties in given]
        #: For each pair of organizations: free, or which cycle holds it; and which cycle claimed it last.
        self.holder = np.full(walks * cells, FREE, dtype=np.int32)
        self.claimed = np.full(walks * cells, FREE, dtype=np.int32)
        for ties in self.ties:
            self.holder[self._claims(*np.divmod(ties, constraints.n))] = TAKEN

    def run(self, sweeps: int, *, after: int = 0, back: bool = False) -> None:
        """Walk on until so many sweeps are done.

        Parameters
        ----------
        sweeps, after : int
            How many in all, and how many of them are done already.
        back : bool
            Whether to do everything in the reverse order, as a walk back does.
        """
        classes = list(enumerate(self.constraints.classes))
        for sweep in range(after + 1, sweeps + 1):
            # 2 3 2 4 2 3 2 5 2 ...: the same forwards and backwards.
            size = 1 + (sweep & -sweep).bit_length()
            for index, tie_class in classes[::-1] if back else classes:
                if len(tie_class.ties) >= size:
                    self._sweep(index, tie_class, size)

    def _sweep(self, index: int, tie_class: TieClass, size: int) -> None:
        ties = self.ties[index]
        for rng, networks in self.sources:
            rng.permuted(ties[networks], axis=1, out=ties[networks])
        count = ties.shape[1] // size
        in_cycles = ties[:, : count * size].reshape(len(ties), count, size)
        # From here on the first axis is that of places in a cycle, so that each is an array without gaps.
        n, old = np.int32(self.constraints.n), in_cycles.transpose(2, 0, 1).astype(np.int32)
        senders = old // n
        receivers = old - senders * n
        before = self._claims(senders, receivers)
        if not tie_class.directed:
            drawn = [rng.random(in_cycles[networks].shape, dtype=np.float32) for rng, networks in self.sources]
            turned = (np.concatenate(drawn) < 0.5).transpose(2, 0, 1)
            senders, receivers = np.where(turned, receivers, senders), np.where(turned, senders, receivers)
        receivers = np.concatenate([receivers[1:], receivers[:1]])
        new = senders * n + receivers
        after = self._claims(senders, receivers)
        # Numbers of cycles are never used again, so that nothing has to be wiped.
        cycle = self.cycles + np.arange(before[0].size, dtype=np.int32).reshape(before[0].shape)
        self.cycles += cycle.size
        self.holder[before] = cycle
        # Of several cycles that claim a pair the last one has it.
        claims = np.concatenate([before, after])
        self.claimed[claims.transpose(1, 2, 0).ravel()] = np.repeat(cycle, 2 * size)
        holder = self.holder.take(after)
        free = ((holder == FREE) | (holder == cycle)) & self.constraints.allowed[tie_class.on].take(new)
        exchanged = (self.claimed.take(claims) == cycle).all(axis=0) & free.all(axis=0)
        for first, second in combinations(after, 2) if size > 2 else ():
            exchanged &= first != second
        places = np.flatnonzero(exchanged)
        left, come = (pairs.reshape(size, -1).take(places, axis=1) for pairs in (before, after))
        self.holder[left] = FREE
        self.holder[come] = TAKEN
        ties_of = (old, new) if tie_class.directed else (before, after)
        was, now = (lying.reshape(size, -1).take(places, axis=1) for lying in ties_of)
        self.moves += int((now[:, None] != was).all(axis=1).sum())
        np.copyto(in_cycles, new.transpose(1, 2, 0), where=exchanged[..., None])

    def _claims(self, senders: NDArray[Number], receivers: NDArray[Number]) -> Ints:
        """Number pairs of organizations, each network with numbers of its own; both directions of a dyad are one."""
        low, high = np.minimum(senders, receivers), np.maximum(senders, receivers)
        return np.asarray(self.offset + (low * low.dtype.type(self.constraints.n) + high))

    def written(self) -> NDArray[np.int32]:
        """Write out all ties, each as its sender times n plus its receiver, undirected ones once.

        Returns
        -------
        ndarray of int, shape (walks, m)
        """
        n, walks = self.constraints.n, len(self.offset)
        columns = [np.repeat(self.constraints.fixed[None], walks, axis=0)]
        for tie_class, ties in zip(self.constraints.classes, self.ties, strict=True):
            columns += [ties.copy(), ties % n * n + ties // n][: tie_class.counts]
        return np.concatenate(columns, axis=1, dtype=np.int32)

    def mixing(self, layer: Layer) -> Ints:
        """Count ties by sectors.

        Parameters
        ----------
        layer : Layer
            Its sectors are used.

        Returns
        -------
        ndarray of int, shape (walks, S, S)
        """
        sectors, n, walks = len(layer.sectors), layer.n, len(self.offset)
        fixed = self.constraints.fixed // n, self.constraints.fixed % n
        counts = mixing_of(layer.sector_codes, fixed, sectors, directed=layer.directed)[None].repeat(walks, axis=0)
        which = np.arange(walks)[:, None] * sectors**2
        for tie_class, ties in zip(self.constraints.classes, self.ties, strict=True):
            codes = layer.sector_codes[ties // n], layer.sector_codes[ties % n]
            if not layer.directed:
                codes = fold(*codes)
            for rows, columns in [codes, codes[::-1]][: tie_class.counts]:
                cells = np.bincount((which + rows * sectors + columns).ravel(), minlength=walks * sectors**2)
                counts = counts + cells.reshape(walks, sectors, sectors)
        return counts
