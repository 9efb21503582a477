"""Circles: how the rewire null deals out partners.

In a *circle* of k ties each takes the receiver of the next. Swaps are circles of two; a circle of three turns
a -> b -> c -> a around, which no swap can [1]_. In one *sweep* all ties of a kind are put into circles at random, and
every circle deals if no two ties come to lie on one pair of organizations and no other circle has a claim on these
pairs; else it stays, which counts as a step. Since the claims are the same before and after, a sweep is as likely as
its reverse, and all arrangements are equally likely in the long run.

References
----------
.. [1] Rao, A. R., Jana, R., & Bandyopadhyay, S. (1996). A Markov chain Monte Carlo method for generating random
   (0,1)-matrices with given marginals. Sankhya A, 58(2), 225-242.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer, mixing_of
from stakeholder_graph.graph.pairs import fold

Ints = NDArray[np.intp]

#: Sweeps where every pair is free; a circle deals only if two or three pairs are, so their share counts cubed.
SWEEPS, MOST_SWEEPS = 6, 127

#: What a dyad can hold: nothing that is dealt, ties known from both sides, ties whose return is not known.
HELD, KNOWN, HALF_KNOWN = 0, 1, 2
FREE, TAKEN = -1, -2


@dataclass(frozen=True, eq=False)
class Kind:
    """Ties that deal with each other, and on which dyads they may lie.

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
class Board:
    """What stays the same in every arrangement.

    Parameters
    ----------
    n : int
        Organizations.
    dyads : ndarray of int8, shape (n * n,)
        What may lie from each organization to each.
    kinds : tuple of Kind
        The ties that are dealt.
    held : ndarray of int, shape (h,)
        The ties that stay.
    """

    n: int
    dyads: NDArray[np.int8]
    kinds: tuple[Kind, ...]
    held: Ints

    @classmethod
    def of(cls, layer: Layer) -> "Board":
        """The board of a layer, with what was not asked about held.

        Parameters
        ----------
        layer : Layer
            Ties without direction, or that count once either or both sides name them, are dealt among those who
            answered; the others stay.
        """
        n = layer.n
        seen = layer.observed.mask()
        one, other = layer.edge_index
        ties = one * n + other
        if not layer.directed:
            seen = (seen | seen.T if layer.pairing == "one end" else seen & seen.T) & np.outer(*2 * [layer.answered])
            dealt = seen[one, other]
            dyads = np.where(seen, KNOWN, HELD).astype(np.int8).ravel()
            return cls(n, dyads, (Kind(ties[dealt], KNOWN, directed=False),), ties[~dealt])
        dyads = np.where(seen, np.where(seen.T, KNOWN, HALF_KNOWN), HELD).astype(np.int8).ravel()
        back = layer.returned
        known = dyads[ties] == KNOWN
        kinds = (
            Kind(ties[back & (one < other)], KNOWN, directed=False, counts=2),
            Kind(ties[known & ~back], KNOWN, directed=True),
            Kind(ties[~known], HALF_KNOWN, directed=True),
        )
        return cls(n, dyads, kinds, ties[:0])

    @property
    def sweeps(self) -> int:
        """One less than a power of two: enough where few pairs are free."""
        least = 1.0
        for on in (KNOWN, HALF_KNOWN):
            dyads = np.count_nonzero(self.dyads == on) / (2 if on == KNOWN else 1)
            ties = sum(len(kind.ties) for kind in self.kinds if kind.on == on)
            if ties:
                least = min(least, max(1 - ties / dyads, 1e-3))
        wanted = SWEEPS / least**3
        return min(MOST_SWEEPS, int(2 ** np.ceil(np.log2(wanted + 1))) - 1)

    @cached_property
    def pair(self) -> NDArray[np.int32]:
        """Shape (n * n,): the same number for both directions of a dyad."""
        number = np.arange(self.n**2, dtype=np.int32).reshape(self.n, self.n)
        return fold(number, number.T)[0].ravel()

    @cached_property
    def may(self) -> dict[int, NDArray[np.bool_]]:
        """For each kind of dyad, shape (n * n,), where its ties may lie."""
        return {on: self.dyads == on for on in (KNOWN, HALF_KNOWN)}


class Walk:
    """Arrangements that are dealt anew side by side, each on its own.

    Parameters
    ----------
    board : Board
        What stays.
    walks : int
        How many.
    rng : numpy.random.Generator
        Where chance comes from.
    start : Walk, optional
        Of one arrangement, from which all begin; what was observed unless told.
    """

    def __init__(self, board: Board, walks: int, rng: np.random.Generator, start: "Walk | None" = None) -> None:
        self.board, self.rng, self.moves, self.circles = board, rng, 0, 0
        cells = board.n**2
        self.offset = (np.arange(walks) * cells)[:, None, None]
        given = start.ties if start else [kind.ties[None, :] for kind in board.kinds]
        self.ties: list[NDArray[np.int32]] = [np.repeat(ties.astype(np.int32), walks, axis=0) for ties in given]
        #: For each pair of organizations: free, or which circle holds it; and which circle claimed it last.
        self.holder = np.full(walks * cells, FREE, dtype=np.int32)
        self.claimed = np.full(walks * cells, FREE, dtype=np.int32)
        for ties in self.ties:
            self.holder[self.offset[:, 0] + board.pair[ties]] = TAKEN

    def run(self, sweeps: int, *, after: int = 0, back: bool = False) -> None:
        """Walk on until so many sweeps are done.

        Parameters
        ----------
        sweeps, after : int
            How many in all, and how many of them are done already.
        back : bool
            All that is done in the reverse order, as one walks back.
        """
        kinds = list(enumerate(self.board.kinds))
        for sweep in range(after + 1, sweeps + 1):
            # 2 3 2 4 2 3 2 5 2 ...: the same forwards and backwards.
            size = 1 + (sweep & -sweep).bit_length()
            for index, kind in kinds[::-1] if back else kinds:
                if len(kind.ties) >= size:
                    self._sweep(index, kind, size)

    def _sweep(self, index: int, kind: Kind, size: int) -> None:
        board, ties = self.board, self.ties[index]
        self.rng.permuted(ties, axis=1, out=ties)
        count = ties.shape[1] // size
        old = ties[:, : count * size].reshape(len(ties), count, size)
        one = old // np.int32(board.n)
        other = old - one * np.int32(board.n)
        if not kind.directed:
            turned = self.rng.random(old.shape, dtype=np.float32) < 0.5
            one, other = np.where(turned, other, one), np.where(turned, one, other)
        other = np.roll(other, -1, axis=-1)
        new = one * np.int32(board.n) + other
        claims = self.offset + np.concatenate([board.pair.take(old), board.pair.take(new)], axis=-1)
        before, after = claims[..., :size], claims[..., size:]
        # Numbers of circles are never used again, so that nothing has to be wiped.
        circle = self.circles + np.arange(len(ties) * count, dtype=np.int32).reshape(-1, count, 1)
        self.circles += len(ties) * count
        self.holder[before] = circle
        # Of several circles that claim a pair the last one has it.
        self.claimed[claims.ravel()] = np.repeat(circle, 2 * size)
        holder = self.holder.take(after)
        free = ((holder == FREE) | (holder == circle)) & board.may[kind.on].take(new)
        deals = _all(self.claimed.take(claims) == circle) & _all(free)
        if size > 2:
            for turn in range(1, size // 2 + 1):
                deals &= _all(after != np.roll(after, turn, axis=-1))
        self.holder[before[deals]] = FREE
        self.holder[after[deals]] = TAKEN
        was, now = (old[deals], new[deals]) if kind.directed else (before[deals], after[deals])
        self.moves += int(_all(now[:, :, None] != was[:, None, :]).sum())
        old[deals] = new[deals]

    def mixing(self, layer: Layer) -> Ints:
        """Count ties by sectors.

        Parameters
        ----------
        layer : Layer
            Whose sectors.

        Returns
        -------
        ndarray of int, shape (walks, S, S)
        """
        sectors, n, walks = len(layer.sectors), layer.n, len(self.offset)
        held = self.board.held // n, self.board.held % n
        counts = mixing_of(layer.sector_codes, held, sectors, directed=layer.directed)[None].repeat(walks, axis=0)
        which = np.arange(walks)[:, None] * sectors**2
        for kind, ties in zip(self.board.kinds, self.ties, strict=True):
            one, other = layer.sector_codes[ties // n], layer.sector_codes[ties % n]
            if not layer.directed:
                one, other = fold(one, other)
            ends = [(one, other), (other, one)][: kind.counts]
            for a, b in ends:
                cells = np.bincount((which + a * sectors + b).ravel(), minlength=walks * sectors**2)
                counts = counts + cells.reshape(walks, sectors, sectors)
        return counts


def _all(flags: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """``flags.all(axis=-1)``, quicker where the last axis is short."""
    every = flags[..., 0]
    for place in range(1, flags.shape[-1]):
        every = every & flags[..., place]
    return every
