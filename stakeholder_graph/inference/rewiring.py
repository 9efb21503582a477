"""The rewire null: everyone keeps as many ties as they have, and only the partners are dealt out anew.

Kept are, for each organization, how many ties it sends and receives, how many of these are returned, and how many go to
organizations that have not answered. A tie is only ever put where it was asked about. What remains when the partners
are dealt out so is what unequal activity, popularity and returned favours alone would give. Reciprocity has to be kept:
two ties between the same two organizations cross sectors or stay within them together, and dealt out one by one they
would look like twice the evidence [1]_.

The observed arrangement is walked some sweeps back, and from there every replicate walks as many sweeps on its own.
As sweeps are reversible, what was observed and the replicates are then exchangeable, so that p is valid even where the
walk mixes slowly or does not reach everything [2]_; slow mixing costs power, and is said.

References
----------
.. [1] McDonald, J. W., Smith, P. W. F., & Forster, J. J. (2007). Markov chain Monte Carlo exact inference for social
   networks. Social Networks, 29(1), 127-136.
.. [2] Besag, J., & Clifford, P. (1989). Generalized Monte Carlo significance tests. Biometrika, 76(4), 633-642.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.rewiring_moves import Board, Ints, Walk

#: The most replicates, and the fewest in a network so large that it takes long.
MOST, FEWEST = 499, 199
#: Ties looked at in all (some seconds), and dyads held at a time; fixed, so that results do not depend on the machine.
WORK, CELLS = 10_000_000, 1 << 18
#: The walk has mixed if ties moved at least so often, and the halfway value tells hardly anything of the last one.
LEAST_MOVES, MOST_CORRELATION = 1.0, 0.3
#: The largest network whose ties are rewired.
LARGEST = 2000


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
    board = Board.of(layer)
    ties = sum(len(kind.ties) for kind in board.kinds)
    sweeps = board.sweeps
    replicates = min(replicates, MOST, max(FEWEST, WORK // max(sweeps * ties, 1)))
    at_once = max(1, CELLS // max(layer.n, 1) ** 2)
    first, *rest = np.random.SeedSequence(seed).spawn(1 + -(-replicates // at_once))
    away = Walk(board, 1, np.random.default_rng(first))
    away.run(sweeps, back=True)
    ends, halves, moves = [], [], 0
    for index, child in enumerate(rest):
        walk = Walk(board, min(at_once, replicates - index * at_once), np.random.default_rng(child), away)
        walk.run(sweeps // 2)
        halves.append(walk.mixing(layer))
        walk.run(sweeps, after=sweeps // 2)
        ends.append(walk.mixing(layer))
        moves += walk.moves
    return Rewired(np.concatenate(ends), np.concatenate(halves), moves / max(ties * replicates, 1))


def _correlation(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    if np.ptp(one) < 1e-12 or np.ptp(other) < 1e-12:
        return 0.0
    return float(np.corrcoef(one, other)[0, 1])
