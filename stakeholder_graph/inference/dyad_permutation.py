"""Dyad permutation: which pairs of organizations QAP compares, and which organizations may change places.

Dyads of one organization resemble each other, so that rows and columns are permuted together: every organization takes
the position of another with all of its dyads [1]_. The permutation is drawn within strata, such that the observed dyads
are the same in every permutation.

References
----------
.. [1] Krackhardt, D. (1988). Predicting with networks: Nonparametric multiple regression analysis of dyadic data.
   Social Networks, 10(4), 359-381.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.label_permutation import BATCH, permuted_within

#: Numbers that one batch takes, so that it stays in the cache.
CACHED = 100_000


@dataclass(frozen=True, eq=False)
class PermutedDyads:
    """The dyads of n organizations that are compared, the same under all permutations.

    Parameters
    ----------
    rows, columns : ndarray of int, shape (d,)
        The ends of the dyads; an unordered pair once.
    strata : ndarray of int, shape (n,)
        Organizations of one stratum may change places.
    directed : bool
        Whether a dyad is an ordered pair.
    """

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    strata: NDArray[np.intp]
    directed: bool = True

    @classmethod
    def among(cls, known: NDArray[np.bool_], *, directed: bool = True) -> "PermutedDyads":
        """Take the dyads of a square mask.

        Parameters
        ----------
        known : ndarray of bool, shape (n, n)
            Which dyads are observed; an unordered pair if either way is. The diagonal never is.
        directed : bool
            Whether a dyad is an ordered pair.

        Returns
        -------
        PermutedDyads
            Two organizations are of one stratum if the mask stays as it is when they change places. Single missing
            dyads can leave most organizations without another to change places with. Then those that miss most are
            left out, as senders or as receivers, until no dyad of the others is missing.

        Examples
        --------
        >>> answered = np.array([True, True, True, False, False])
        >>> dyads = PermutedDyads.among(np.tile(answered[:, None], 5))
        >>> len(dyads.rows), dyads.strata
        (12, array([1, 1, 1, 0, 0]))
        """
        mask = known & ~np.eye(len(known), dtype=bool)
        strata = _twins(mask)
        if 2 * (np.bincount(strata)[strata] == 1).sum() > len(strata):
            mask = _whole(mask)
            strata = _twins(mask)
        mask = mask if directed else np.triu(mask | mask.T)
        rows, columns = np.nonzero(mask)
        return cls(rows.astype(np.intp), columns.astype(np.intp), strata, directed)

    @property
    def n(self) -> int:
        """Number of organizations."""
        return len(self.strata)

    def of(self, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
        """Read a square matrix at the dyads.

        Parameters
        ----------
        matrix : ndarray of float, shape (n, n)
            Such as ties.

        Returns
        -------
        ndarray of float, shape (d,)
        """
        return np.asarray(matrix[self.rows, self.columns], dtype=np.float64)

    def square(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Write values of the dyads into a square matrix.

        Parameters
        ----------
        values : ndarray of float, shape (d,)
            One for each dyad.

        Returns
        -------
        ndarray of float, shape (n, n)
            0 elsewhere.
        """
        matrix = np.zeros((self.n, self.n))
        matrix[self.rows, self.columns] = values
        if not self.directed:
            matrix[self.columns, self.rows] = values
        return matrix

    def permutations(self, permutations: int, seed: int, size: int) -> Iterator[NDArray[np.intp]]:
        """Permute the organizations within strata.

        Parameters
        ----------
        permutations, seed : int
            How many, and the seed.
        size : int
            How many numbers one permutation takes, so that batches stay in the cache.

        Returns
        -------
        iterator of ndarray of int, shape (b, n)
        """
        size = max(size, self.n) * (BATCH // CACHED)
        return permuted_within(np.arange(self.n), self.strata, permutations, seed, size)


def _twins(mask: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Give organizations with the same row and column, apart from each other, the same number."""
    # The diagonal is filled in for those that send and receive, so that twins are equal there too.
    filled = mask | np.diag(mask.any(axis=1) & mask.any(axis=0))
    return np.unique(np.hstack([filled, filled.T]), axis=0, return_inverse=True)[1].astype(np.intp)


def _whole(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Leave out of the mask those of whom single dyads are missing."""
    mask = mask.copy()
    while True:
        sends, receives = mask.any(axis=1), mask.any(axis=0)
        missing = ~mask & np.outer(sends, receives) & ~np.eye(len(mask), dtype=bool)
        of_sender, of_receiver = missing.sum(axis=1), missing.sum(axis=0)
        if not missing.any():
            return mask
        most = max(of_sender.max(), of_receiver.max())
        # All that miss as many are left out together, so that the order of the roster has no effect.
        if of_sender.max() == most:
            mask[of_sender == most] = False
        else:
            mask[:, of_receiver == most] = False


def dyads_of(layer: Layer) -> PermutedDyads:
    """Take the dyads of a layer that stay observed under permutations [1]_.

    Parameters
    ----------
    layer : Layer
        Directed or not.

    Returns
    -------
    PermutedDyads

    References
    ----------
    .. [1] Krackhardt, D. (1988). Predicting with networks: Nonparametric multiple regression analysis of dyadic data.
       Social Networks, 10(4), 359-381.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> len(dyads_of(from_networkx(nx.path_graph(4)).layer("collaboration")).rows)
    6
    """
    known = layer.observed.mask()
    return PermutedDyads.among(known & known.T if layer.pairing == "both ends" else known, directed=layer.directed)
