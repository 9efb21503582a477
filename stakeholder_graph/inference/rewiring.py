"""Degree-preserving rewiring: every organization keeps as many ties as it has, and only the partners change.

For each organization the rewiring keeps how many ties it sends and receives, how many of these are returned, and how
many go to organizations that have not answered. It puts a tie only where one was asked about. So rewired networks show
what unequal activity, popularity and reciprocity alone would give. Reciprocity has to be kept: two ties between the
same two organizations cross sectors or stay within them together, and rewired one by one they would look like twice the
evidence [1]_.

The observed network is walked some sweeps back, and from there every replicate walks as many sweeps on its own. Sweeps
are reversible, so that the observed network and the replicates are exchangeable and p is valid even where the walk
mixes slowly or does not reach every network [2]_. Slow mixing costs power, and a caveat says so.

References
----------
.. [1] McDonald, J. W., Smith, P. W. F., & Forster, J. J. (2007). Markov chain Monte Carlo exact inference for social
   networks. Social Networks, 29(1), 127-136.
.. [2] Besag, J., & Clifford, P. (1989). Generalized Monte Carlo significance tests. Biometrika, 76(4), 633-642.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.frames.arrays import Floats, Ints
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.canonical_order import in_canonical_order
from stakeholder_graph.inference.replicates import in_batches, replicated
from stakeholder_graph.inference.rewiring_moves import Constraints, Walk

#: The most replicates, and the fewest in a network so large that it takes long.
MOST, FEWEST = 499, 199
#: Ties looked at in all (some seconds), and dyads held at a time; fixed, so that results do not depend on the machine.
WORK, CELLS = 10_000_000, 1 << 18
#: Of large networks so many are walked side by side, each with randomness of its own.
SIDE_BY_SIDE = 4
#: Ties of rewired networks that are kept.
HELD = 10_000_000
#: The walk has mixed if ties moved at least so often, and the halfway value tells hardly anything of the last one.
LEAST_MOVES, MOST_CORRELATION = 1.0, 0.3
#: The largest network whose ties are rewired.
LARGEST = 2000


@dataclass(frozen=True, eq=False)
class RewiredMixing:
    """Mixing matrices of rewired networks.

    Parameters
    ----------
    mixing, halfway : ndarray of int, shape (B, S, S)
        Mixing matrices at the end of each walk, and halfway.
    ties : ndarray of int, shape (at most B, m)
        Of the first `FEWEST` of them at least, each tie as its sender times n plus its receiver; undirected ties once.
    moves : float
        How often a tie got another receiver in a walk, on average; 0 without ties.
    layer : Layer
        The layer that was rewired, its organizations in the order that `ties` uses: that of `canonical_order`, so that
        nothing depends on names or on the order of the roster.
    crowded : bool
        Whether most of what was asked about are ties; if a walk does not mix, then that is why.
    """

    mixing: Ints
    halfway: Ints
    ties: NDArray[np.int32]
    moves: float
    layer: Layer
    crowded: bool = True

    def values(self, statistic: Callable[[Ints], Floats]) -> Floats | str:
        """Compute a statistic of the rewired networks, or say why its values would mean nothing.

        Parameters
        ----------
        statistic : callable
            From mixing matrices, shape (B, S, S), to values, shape (B,).

        Returns
        -------
        ndarray of float, shape (at most B,)
            Networks in which the statistic is undefined are left out. In place of values one of ``rewire_one``: there
            is no other network with these degrees, ``rewire_same``: the value is the same in all, ``rewire_slow``: the
            walk does not mix since so many ties are there already, ``rewire_unasked``: it does not mix since too few
            other partners were asked about.
        """
        return self.usable(statistic(self.mixing), statistic(self.halfway)) if self.moves else "rewire_one"

    def layers(self) -> Iterator[Layer]:
        """The first `FEWEST` of the rewired networks as layers, for what mixing matrices do not tell.

        Yields
        ------
        Layer
            With ties of strength 1.0, its organizations in the order of `layer`.
        """
        n = self.layer.n
        for ties in self.ties[:FEWEST]:
            rows, columns = np.divmod(ties.astype(np.intp), n)
            if not self.layer.directed:
                rows, columns = np.append(rows, columns), np.append(columns, rows)
            strength = csr_array((np.ones(len(rows)), (rows, columns)), shape=(n, n))
            yield replace(self.layer, strength=strength)

    def usable(self, end: Floats, half: Floats | None) -> Floats | str:
        """Give the values at the end of each walk, or say why they would mean nothing.

        Parameters
        ----------
        end, half : ndarray of float, shape (B,)
            A statistic of `mixing`, and of `halfway`; None where it is not known halfway, so that only the number of
            moves says whether the walk has mixed.

        Returns
        -------
        ndarray of float, shape (at most B,), or str
            As of `values`.
        """
        if not self.moves:
            return "rewire_one"
        defined = np.isfinite(end) if half is None else np.isfinite(end) & np.isfinite(half)
        if not defined.any() or np.ptp(end[defined]) < 1e-12:
            return "rewire_same"
        # Of few replicates chance makes the two go together, too.
        most = max(MOST_CORRELATION, 4 / np.sqrt(defined.sum()))
        together = 0.0 if half is None else _correlation(end[defined], half[defined])
        if self.moves < LEAST_MOVES or together > most:
            return "rewire_slow" if self.crowded else "rewire_unasked"
        return np.asarray(end[~np.isnan(end)])


def rewire(layer: Layer, replicates: int = MOST, seed: int = 0) -> RewiredMixing:
    """Rewire a layer at random, with all degrees and reciprocity kept [1]_.

    Parameters
    ----------
    layer : Layer
        Of at most `LARGEST` organizations in S sectors.
    replicates : int
        How many; at most `MOST`, and fewer in large networks.
    seed : int
        Same seed, same networks.

    Returns
    -------
    RewiredMixing

    Notes
    -----
    Where ties have no direction, or count once either or both sides name them, they move among those who answered; the
    others stay. How many replicates and sweeps there are depends on what all rewired networks share, never on where the
    ties run. The observed network and the replicates are exchangeable [2]_.

    References
    ----------
    .. [1] McDonald, J. W., Smith, P. W. F., & Forster, J. J. (2007). Markov chain Monte Carlo exact inference for
       social networks. Social Networks, 29(1), 127-136.
    .. [2] Besag, J., & Clifford, P. (1989). Generalized Monte Carlo significance tests. Biometrika, 76(4), 633-642.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.path_graph(8, create_using=nx.DiGraph)).layer("collaboration")
    >>> rewire(layer, 99).mixing.shape
    (99, 1, 1)
    """
    layer = in_canonical_order(layer)
    constraints = Constraints.of(layer)
    ties = sum(len(tie_class.ties) for tie_class in constraints.classes)
    sweeps = constraints.sweeps
    replicates = min(replicates, MOST, max(FEWEST, WORK // max(sweeps * ties, 1)))
    at_once = max(1, CELLS // max(layer.n, 1) ** 2)
    first, *rest = np.random.SeedSequence(seed).spawn(1 + -(-replicates // at_once))
    away = Walk(constraints, [(np.random.default_rng(first), 1)])
    away.run(sweeps, back=True)
    # All of them, but in networks with so many ties that they would take much memory.
    kept = max(FEWEST, HELD // max(ties, 1))

    def walked(batch: Sequence[tuple[int, np.random.SeedSequence]]) -> tuple[Ints, Ints, NDArray[np.int32], int]:
        before = batch[0][0] * at_once
        sources = [(np.random.default_rng(child), min(at_once, replicates - index * at_once)) for index, child in batch]
        walk = Walk(constraints, sources, away)
        walk.run(sweeps // 2)
        half = walk.mixing(layer)
        walk.run(sweeps, after=sweeps // 2)
        networks = walk.written()[: max(kept - before, 0)]
        return walk.mixing(layer), half, networks, walk.moves

    streams = max(1, min(SIDE_BY_SIDE, SIDE_BY_SIDE * CELLS // max(layer.n, 1) ** 2) // at_once)
    batches = in_batches(enumerate(rest), streams)
    ends, halves, written, moves = zip(*replicated(walked, batches, expected=len(rest) / streams), strict=True)
    networks = np.concatenate(written)
    crowded = 2 * layer.n_ties > layer.n_dyads
    moved = sum(moves) / max(ties * replicates, 1)
    return RewiredMixing(np.concatenate(ends), np.concatenate(halves), networks, moved, layer, crowded)


def _correlation(x: Floats, y: Floats) -> float:
    if np.ptp(x) < 1e-12 or np.ptp(y) < 1e-12:
        return 0.0
    return float(np.corrcoef(x, y)[0, 1])
