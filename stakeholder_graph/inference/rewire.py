"""The rewire null: everyone keeps as many ties as they have, and only the partners are dealt out anew.

Kept are, for each organization, how many ties it sends and receives, how many of these are returned, and how many go to
organizations that have not answered. A tie is only ever put where it was asked about. What remains when the partners
are dealt out so is what unequal activity, popularity and returned favours alone would give. Reciprocity has to be kept:
two ties between the same two organizations cross sectors or stay within them together, and dealt out one by one they
would look like twice the evidence [1]_.

How it works
------------
In a *circle* of k ties each takes the receiver of the next. Swaps are circles of two; a circle of three turns
a -> b -> c -> a around, which no swap can [2]_. In one *sweep* all ties of a kind are put into circles at random, and
every circle deals if no two ties come to lie on one pair of organizations and no other circle has a claim on these
pairs; else it stays, which counts as a step. Since the claims are the same before and after, a sweep is as likely as
its reverse, and all arrangements are equally likely in the long run.

The observed arrangement is walked some sweeps back, and from there every replicate walks as many sweeps on its own.
As sweeps are reversible, what was observed and the replicates are then exchangeable, so that p is valid even where the
walk mixes slowly or does not reach everything [3]_; slow mixing costs power, and is said.

References
----------
.. [1] McDonald, J. W., Smith, P. W. F., & Forster, J. J. (2007). Markov chain Monte Carlo exact inference for social
   networks. Social Networks, 29(1), 127-136.
.. [2] Rao, A. R., Jana, R., & Bandyopadhyay, S. (1996). A Markov chain Monte Carlo method for generating random
   (0,1)-matrices with given marginals. Sankhya A, 58(2), 225-242.
.. [3] Besag, J., & Clifford, P. (1989). Generalized Monte Carlo significance tests. Biometrika, 76(4), 633-642.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer, mixing_of

Ints = NDArray[np.intp]

#: The most replicates, and the fewest in a network so large that it takes long.
MOST, FEWEST = 499, 199
#: Sweeps where every pair is free; a circle deals only if two or three pairs are, so their share counts cubed.
SWEEPS, MOST_SWEEPS = 6, 127
#: Ties looked at in all (some seconds), and dyads held at a time; fixed, so that results do not depend on the machine.
WORK, CELLS = 10_000_000, 1 << 18
#: The walk has mixed if ties moved at least so often, and the halfway value tells hardly anything of the last one.
LEAST_MOVES, MOST_CORRELATION = 1.0, 0.3
#: The largest network whose ties are rewired.
LARGEST = 2000

#: What a dyad can hold: nothing that is dealt, ties known from both sides, ties whose return is not known.
HELD, KNOWN, HALF_KNOWN = 0, 1, 2
FREE, TAKEN = -1, -2


@dataclass(frozen=True, eq=False)
class Rewired:
    """What dealing out the partners anew gives.

    Parameters
    ----------
    mixing, halfway : ndarray of int, shape (B, S, S)
        Mixing matrices at the end of each walk, and halfway.
    moves : float
        How often a tie was dealt to another receiver in a walk, on average; 0 without ties.
    """

    mixing: Ints
    halfway: Ints
    moves: float

    def values(self, statistic: Callable[[Ints], NDArray[np.float64]]) -> NDArray[np.float64] | str:
        """A statistic's values, or why they would say nothing.

        Parameters
        ----------
        statistic : callable
            From mixing matrices, shape (B, S, S), to values, shape (B,).

        Returns
        -------
        ndarray of float, shape (at most B,)
            Without those of arrangements in which the statistic is undefined. Or instead one of ``rewire_one``: there
            is no other arrangement, ``rewire_same``: the value is the same in all, ``rewire_slow``: the walk does not
            mix.
        """
        if not self.moves:
            return "rewire_one"
        end, half = statistic(self.mixing), statistic(self.halfway)
        defined = np.isfinite(end) & np.isfinite(half)
        if not defined.any() or np.ptp(end[defined]) < 1e-12:
            return "rewire_same"
        # Of few replicates chance makes the two go together, too.
        most = max(MOST_CORRELATION, 4 / np.sqrt(defined.sum()))
        if self.moves < LEAST_MOVES or _correlation(end[defined], half[defined]) > most:
            return "rewire_slow"
        return np.asarray(end[~np.isnan(end)])


def rewired(layer: Layer, replicates: int = MOST, seed: int = 0) -> Rewired:
    """Deal out the partners anew.

    Parameters
    ----------
    layer : Layer
        Of at most `LARGEST` organizations in S sectors.
    replicates : int
        How many; at most `MOST`, and fewer in large networks.
    seed : int
        Same seed, same arrangements.

    Returns
    -------
    Rewired

    Notes
    -----
    Where ties have no direction, or count once either or both sides name them, they are dealt among those who answered;
    the others stay. How many replicates and sweeps there are depends on what all arrangements share, never on where
    the ties run.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.path_graph(8, create_using=nx.DiGraph)).layer("collaboration")
    >>> rewired(layer, 99).mixing.shape
    (99, 1, 1)
    """
    board = _Board.of(layer)
    ties = sum(len(kind.ties) for kind in board.kinds)
    sweeps = board.sweeps
    replicates = min(replicates, MOST, max(FEWEST, WORK // max(sweeps * ties, 1)))
    at_once = max(1, CELLS // max(layer.n, 1) ** 2)
    first, *rest = np.random.SeedSequence(seed).spawn(1 + -(-replicates // at_once))
    away = _Walk(board, 1, np.random.default_rng(first))
    away.run(sweeps, back=True)
    ends, halves, moves = [], [], 0
    for index, child in enumerate(rest):
        walk = _Walk(board, min(at_once, replicates - index * at_once), np.random.default_rng(child), away)
        walk.run(sweeps // 2)
        halves.append(walk.mixing(layer))
        walk.run(sweeps, after=sweeps // 2)
        ends.append(walk.mixing(layer))
        moves += walk.moves
    return Rewired(np.concatenate(ends), np.concatenate(halves), moves / max(ties * replicates, 1))


@dataclass(frozen=True, eq=False)
class _Kind:
    """Ties that deal with each other, as sender x n + receiver, and on which dyads they may lie."""

    ties: Ints
    on: int
    directed: bool
    counts: int = 1


@dataclass(frozen=True, eq=False)
class _Board:
    """What stays the same in every arrangement.

    Parameters
    ----------
    n : int
        Organizations.
    dyads : ndarray of int8, shape (n * n,)
        What may lie from each organization to each.
    kinds : tuple of _Kind
        The ties that are dealt.
    held : ndarray of int, shape (h,)
        The ties that stay.
    """

    n: int
    dyads: NDArray[np.int8]
    kinds: tuple[_Kind, ...]
    held: Ints

    @classmethod
    def of(cls, layer: Layer) -> "_Board":
        n = layer.n
        seen = layer.observed.mask()
        one, other = layer.ends
        ties = one * n + other
        if not layer.directed:
            seen = (seen | seen.T if layer.pairing == "one end" else seen & seen.T) & np.outer(*2 * [layer.answered])
            dealt = seen[one, other]
            dyads = np.where(seen, KNOWN, HELD).astype(np.int8).ravel()
            return cls(n, dyads, (_Kind(ties[dealt], KNOWN, directed=False),), ties[~dealt])
        dyads = np.where(seen, np.where(seen.T, KNOWN, HALF_KNOWN), HELD).astype(np.int8).ravel()
        back = np.isin(other * n + one, ties)
        known = dyads[ties] == KNOWN
        kinds = (
            _Kind(ties[back & (one < other)], KNOWN, directed=False, counts=2),
            _Kind(ties[known & ~back], KNOWN, directed=True),
            _Kind(ties[~known], HALF_KNOWN, directed=True),
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
        return np.minimum(number, number.T).ravel()

    @cached_property
    def may(self) -> dict[int, NDArray[np.bool_]]:
        """For each kind of dyad, shape (n * n,), where its ties may lie."""
        return {on: self.dyads == on for on in (KNOWN, HALF_KNOWN)}


class _Walk:
    """Arrangements that are dealt anew side by side, each on its own."""

    def __init__(self, board: _Board, walks: int, rng: np.random.Generator, start: "_Walk | None" = None) -> None:
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
        """Walk on until so many sweeps are done; or as one walks back, all that is done in the reverse order."""
        kinds = list(enumerate(self.board.kinds))
        for sweep in range(after + 1, sweeps + 1):
            # 2 3 2 4 2 3 2 5 2 ...: the same forwards and backwards.
            size = 1 + (sweep & -sweep).bit_length()
            for index, kind in kinds[::-1] if back else kinds:
                if len(kind.ties) >= size:
                    self._sweep(index, kind, size)

    def _sweep(self, index: int, kind: _Kind, size: int) -> None:
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
        """Mixing matrices of the arrangements, shape (walks, S, S)."""
        sectors, n, walks = len(layer.sectors), layer.n, len(self.offset)
        held = self.board.held // n, self.board.held % n
        counts = mixing_of(layer.sector, held, sectors, directed=layer.directed)[None].repeat(walks, axis=0)
        which = np.arange(walks)[:, None] * sectors**2
        for kind, ties in zip(self.board.kinds, self.ties, strict=True):
            one, other = layer.sector[ties // n], layer.sector[ties % n]
            if not layer.directed:
                one, other = np.minimum(one, other), np.maximum(one, other)
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


def _correlation(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    if np.ptp(one) < 1e-12 or np.ptp(other) < 1e-12:
        return 0.0
    return float(np.corrcoef(one, other)[0, 1])
