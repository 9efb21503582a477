"""The heaviest pairs that nobody's capacity forbids: an exact maximum-weight b-matching with a limit on pairs.

Maximize the sum of the weights of the chosen pairs, where each organization is in no more pairs than its capacity, and
no more pairs are chosen than are wanted. It is a small integer program, which HiGHS solves exactly [1]_.

Few pairs have to be looked at. Take a best choice of N pairs. Beside any one of them there are N - 1 others, with at
most 2(N - 1) ends. If a pair is not among the 2N - 1 heaviest of one of its ends, one of these leads to somebody who is
in no pair, and taking it instead loses nothing. Of what is left, the others and all pairs that share an end with them
are at most 2(N - 1)(2N - 1), so that the same holds for the heaviest 2(N - 1)(2N - 1) + 1 of all. The optimum is among
them, whatever the number of organizations.

References
----------
.. [1] Huangfu, Q., & Hall, J. A. J. (2018). Parallelizing the dual revised simplex method. Mathematical Programming
   Computation, 10(1), 119-142.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.frames.arrays import Floats, Ints


@dataclass(frozen=True, eq=False)
class WeightedPairs:
    """Pairs of organizations with a weight above 0, lower index first.

    Parameters
    ----------
    first, second : ndarray of int, shape (m,)
        Both ends.
    weight : ndarray of float, shape (m,)
        How much speaks for each.
    """

    first: Ints
    second: Ints
    weight: Floats

    def __len__(self) -> int:
        return len(self.weight)

    def take(self, kept: NDArray[np.intp] | NDArray[np.bool_]) -> "WeightedPairs":
        """Some of the pairs.

        Parameters
        ----------
        kept : ndarray of int or of bool
            Which.
        """
        return WeightedPairs(self.first[kept], self.second[kept], self.weight[kept])

    def heaviest_first(self) -> "WeightedPairs":
        """The pairs by weight, those of one weight in the order of the organizations."""
        return self.take(np.lexsort((self.second, self.first, -self.weight)))


def heaviest_of_each(pairs: WeightedPairs, at_most: int) -> WeightedPairs:
    """The pairs that are among the heaviest of both their ends.

    Parameters
    ----------
    pairs : WeightedPairs
        Heaviest first.
    at_most : int
        So many of each organization.

    Examples
    --------
    >>> star = WeightedPairs(np.array([0, 0, 0]), np.array([1, 2, 3]), np.array([3.0, 2.0, 1.0]))
    >>> heaviest_of_each(star, 2).second.tolist()
    [1, 2]
    """
    m = len(pairs)
    ends = np.concatenate([pairs.first, pairs.second])
    order = np.lexsort((np.tile(np.arange(m), 2), ends))
    starts = np.flatnonzero(np.diff(ends[order], prepend=-1))
    place = np.empty(2 * m, dtype=np.intp)
    place[order] = np.arange(2 * m) - np.repeat(starts, np.diff(starts, append=2 * m))
    return pairs.take((place[:m] < at_most) & (place[m:] < at_most))


def heaviest_pairs(pairs: WeightedPairs, capacity: Ints, at_most: int) -> WeightedPairs:
    """Choose the pairs whose weights add up to most.

    Parameters
    ----------
    pairs : WeightedPairs
        Those that could be chosen.
    capacity : ndarray of int, shape (n,)
        In how many chosen pairs each organization may be.
    at_most : int
        How many pairs may be chosen.

    Returns
    -------
    WeightedPairs
        Heaviest first; fewer than `at_most` where there are no more. The same for the same pairs, whatever their order.

    Examples
    --------
    Taking the heaviest pair first would leave 3; the best choice is the two others:

    >>> path = WeightedPairs(np.array([0, 1, 2]), np.array([1, 2, 3]), np.array([2.0, 3.0, 2.0]))
    >>> chosen = heaviest_pairs(path, np.ones(4, dtype=np.intp), 5)
    >>> chosen.first.tolist(), float(chosen.weight.sum())
    ([0, 2], 4.0)
    """
    possible = (pairs.weight > 0) & (capacity[pairs.first] > 0) & (capacity[pairs.second] > 0)
    left = pairs.take(possible).heaviest_first()
    if at_most < 1 or not len(left):
        return left.take(np.arange(0))
    left = heaviest_of_each(left, 2 * at_most - 1)
    left = left.take(np.arange(min(len(left), 2 * (at_most - 1) * (2 * at_most - 1) + 1)))
    return left.take(_solved(left, capacity, at_most)).heaviest_first()


def _solved(pairs: WeightedPairs, capacity: Ints, at_most: int) -> NDArray[np.bool_]:
    """Which pairs an optimum chooses."""
    # HiGHS takes as long to load as a small program takes to solve.
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csc_array

    m = len(pairs)
    ends, place = np.concatenate([pairs.first, pairs.second]), np.tile(np.arange(m), 2)
    used, row = np.unique(ends, return_inverse=True)
    # A last row bounds how many there are in all. Before SciPy 1.15 HiGHS takes indices of 32 bits only.
    rows = np.concatenate([row, np.full(m, len(used))]).astype(np.int32)
    columns = np.concatenate([place, np.arange(m)]).astype(np.int32)
    incidence = csc_array((np.ones(3 * m), (rows, columns)), shape=(len(used) + 1, m))
    limits = np.append(capacity[used].astype(np.float64), at_most)
    constraint = LinearConstraint(incidence, ub=limits)
    # HiGHS stops once it is within 1e-6 of the optimum: scaled, weights are told apart to the ninth digit.
    scaled = -pairs.weight * 1e3 / pairs.weight.max()
    solved = milp(scaled, integrality=np.ones(m, dtype=np.int8), bounds=Bounds(0, 1), constraints=constraint,
                  options={"mip_rel_gap": 0.0})  # fmt: skip
    if solved.x is None:  # no choice of pairs is infeasible: choosing none is allowed
        raise RuntimeError(f"The integer program of introductions was not solved: {solved.message}")
    return np.asarray(solved.x > 0.5)
