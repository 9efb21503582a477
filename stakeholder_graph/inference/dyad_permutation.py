"""Dyad permutation: which pairs of organizations QAP compares, and which organizations may change places.

Dyads of one organization resemble each other, so that rows and columns are permuted together: every organization takes
what is known of another in all of its dyads [1]_. Ties, and who was asked about whom, stay where they are; what may go
with ties is permuted, and compared with them on all observed dyads [2]_. It is permuted among those who answered and,
separately, among those who did not.

References
----------
.. [1] Krackhardt, D. (1988). Predicting with networks: Nonparametric multiple regression analysis of dyadic data.
   Social Networks, 10(4), 359-381.
.. [2] Hubert, L., & Schultz, J. (1976). Quadratic assignment as a general data analysis strategy. British Journal of
   Mathematical and Statistical Psychology, 29(2), 190-241.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.label_permutation import BATCH, permuted_within, several

#: Numbers that one batch takes, so that it stays in the cache.
CACHED = 100_000
#: Permutations that are computed together at least: of fewer the calls would take the time.
LEAST = 8


@dataclass(frozen=True, eq=False)
class PermutedDyads:
    """The dyads of n organizations that are compared, the same under all permutations.

    Parameters
    ----------
    rows, columns : ndarray of int, shape (d,)
        The ends of the observed dyads; an unordered pair once.
    missing : pair of ndarray of int, shape (u,)
        The ends of dyads that are not observed, from those of whom any is to those about whom any is. Together with the
        observed ones they stay the same set under permutations, whatever was asked about whom.
    strata : ndarray of int, shape (n,)
        Organizations of one stratum may change places.
    directed : bool
        Whether a dyad is an ordered pair.
    """

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    missing: tuple[NDArray[np.intp], NDArray[np.intp]]
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
            With all observed dyads. Two organizations are of one stratum if both sent an answer, or neither did, and
            both were asked about, or neither was.

        Examples
        --------
        >>> answered = np.array([True, True, True, False, False])
        >>> dyads = PermutedDyads.among(np.tile(answered[:, None], 5))
        >>> len(dyads.rows), dyads.strata
        (12, array([1, 1, 1, 0, 0]))
        """
        apart = ~np.eye(len(known), dtype=bool)
        mask = known & apart
        sends, receives = mask.any(axis=1), mask.any(axis=0)
        whole = np.outer(sends, receives) & apart
        if not directed:
            mask, whole = np.triu(mask | mask.T), np.triu(whole | whole.T)
        strata = np.unique(2 * sends + receives, return_inverse=True)[1]
        rows, columns = np.nonzero(mask)
        left, others = np.nonzero(whole & ~mask)
        missing = left.astype(np.intp), others.astype(np.intp)
        return cls(rows.astype(np.intp), columns.astype(np.intp), missing, strata.astype(np.intp), directed)

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

    def square(self, values: NDArray[np.float64], missing: NDArray[np.float64] | float = 0.0) -> NDArray[np.float64]:
        """Write values of the dyads into a square matrix.

        Parameters
        ----------
        values : ndarray of float, shape (d,)
            One for each dyad.
        missing : ndarray of float, shape (u,), or float
            The same for those that are not observed.

        Returns
        -------
        ndarray of float, shape (n, n)
            0 elsewhere.
        """
        matrix = np.zeros((self.n, self.n))
        for ends, at in (((self.rows, self.columns), values), (self.missing, missing)):
            matrix[ends] = at
            if not self.directed:
                matrix[ends[::-1]] = at
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
        return several(permuted_within(np.arange(self.n), self.strata, permutations, seed, size), LEAST)


def dyads_of(layer: Layer) -> PermutedDyads:
    """Take the observed dyads of a layer [1]_.

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
