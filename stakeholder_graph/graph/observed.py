"""Observed: which dyads have an answer, stored without ever writing out every dyad.

An organization answered about everyone on the roster it was shown, or it did not answer at all. So a few boolean
columns and one index for each row say almost everything, and two sparse matrices hold the exceptions.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.frames.pairs import among_keys, distinct_pairs


@dataclass(frozen=True, eq=False)
class Observed:
    """The observed dyads of one directed layer of n organizations.

    Parameters
    ----------
    roster_of : ndarray of int, shape (n,)
        For each organization the column of `rosters` that it was shown; -1 where it did not answer.
    rosters : ndarray of bool, shape (n, k)
        Which organizations each roster lists.
    added : csr_array of bool, shape (n, n)
        Dyads that are observed though they are on no roster.
    removed : csr_array of bool, shape (n, n)
        Dyads that are not observed though they are on a roster.

    Notes
    -----
    The dyad of an organization with itself is never observed.
    """

    roster_of: NDArray[np.intp]
    rosters: NDArray[np.bool_]
    added: csr_array
    removed: csr_array

    @staticmethod
    @lru_cache(maxsize=8)
    def all_of(n: int) -> "Observed":
        """Make the value in which every dyad of n organizations is observed; all imputations share it.

        Parameters
        ----------
        n : int
            Number of organizations.

        Returns
        -------
        Observed

        Examples
        --------
        >>> Observed.all_of(4).count
        12
        """
        none = csr_array((n, n), dtype=bool)
        return Observed(np.zeros(n, dtype=np.intp), np.ones((n, 1), dtype=bool), none, none)

    def __post_init__(self) -> None:
        for array in (self.roster_of, self.rosters, self.added.data, self.removed.data):
            array.setflags(write=False)

    def __repr__(self) -> str:
        return f"<Observed: {self.count:,} of {self.n * (self.n - 1):,} ordered dyads>"

    @property
    def n(self) -> int:
        """Number of organizations."""
        return len(self.roster_of)

    @cached_property
    def answered(self) -> NDArray[np.bool_]:
        """Shape (n,): rows with at least one observed dyad."""
        answered = self.row_counts() > 0
        answered.setflags(write=False)
        return answered

    def by_roster(self, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Say whether dyads are observed by the rosters alone, before the exceptions.

        Parameters
        ----------
        rows, columns : ndarray of int, shape (m,)
            Senders and receivers.

        Returns
        -------
        ndarray of bool, shape (m,)
        """
        shown = self.roster_of[rows]
        if not self.rosters.shape[1]:
            return np.zeros(len(rows), dtype=bool)
        on = self.rosters[columns, np.maximum(shown, 0)]
        return np.asarray((shown >= 0) & on & (rows != columns), dtype=bool)

    def contains(self, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Say whether each dyad rows[i] -> columns[i] is observed.

        Parameters
        ----------
        rows, columns : ndarray of int, shape (m,)
            Senders and receivers.

        Returns
        -------
        ndarray of bool, shape (m,)
        """
        state = self.by_roster(rows, columns)
        if self.added.nnz or self.removed.nnz:
            dyads = rows.astype(np.int64) * self.n + columns
            state |= among_keys(dyads, self._added_dyads)
            state &= ~among_keys(dyads, self._removed_dyads)
        return np.asarray(state & (rows != columns), dtype=bool)

    @cached_property
    def _added_dyads(self) -> NDArray[np.int64]:
        return _dyads(self.added)

    @cached_property
    def _removed_dyads(self) -> NDArray[np.int64]:
        return _dyads(self.removed)

    def row_counts(self) -> NDArray[np.intp]:
        """Count the observed dyads of each sender.

        Returns
        -------
        ndarray of int, shape (n,)
        """
        n = self.n
        sizes = np.append(self.rosters.sum(axis=0), 0)
        counts = sizes[self.roster_of].astype(np.intp)
        everyone = np.arange(n)
        on_own = (self.roster_of >= 0) & np.hstack([self.rosters, np.zeros((n, 1), bool)])[everyone, self.roster_of]
        counts -= on_own
        rows, columns = self.exceptions()
        change = self.contains(rows, columns).astype(int) - self.by_roster(rows, columns)
        np.add.at(counts, rows, change)
        return counts

    @cached_property
    def count(self) -> int:
        """How many ordered dyads are observed."""
        return int(self.row_counts().sum())

    def exceptions(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """List the dyads that are exceptions of either kind, without repeats.

        Returns
        -------
        pair of ndarray of int, shape (m,)
            Senders and receivers.
        """
        both = (self.added + self.removed).tocoo()
        off = both.row != both.col
        return both.row[off].astype(np.intp), both.col[off].astype(np.intp)

    def mask(self) -> NDArray[np.bool_]:
        """Write out every dyad, for small networks and for tests.

        Returns
        -------
        ndarray of bool, shape (n, n)

        Examples
        --------
        >>> Observed.all_of(3).mask().sum()
        np.int64(6)
        """
        rows, columns = np.indices((self.n, self.n)).reshape(2, -1)
        return self.contains(rows, columns).reshape(self.n, self.n)

    def column_counts(self) -> NDArray[np.intp]:
        """Count the observed dyads of each receiver.

        Returns
        -------
        ndarray of int, shape (n,)

        Examples
        --------
        >>> Observed.all_of(3).column_counts()
        array([2, 2, 2])
        """
        answered = np.flatnonzero(self.roster_of >= 0)
        shown = np.bincount(self.roster_of[answered], minlength=self.rosters.shape[1])
        counts = (self.rosters @ shown).astype(np.intp)
        counts[answered] -= self.rosters[answered, self.roster_of[answered]]
        rows, columns = self.exceptions()
        change = self.contains(rows, columns).astype(int) - self.by_roster(rows, columns)
        np.add.at(counts, columns, change)
        return counts

    def mutual_counts(self) -> NDArray[np.intp]:
        """Count for each organization the pairs that are observed from both ends.

        Returns
        -------
        ndarray of int, shape (n,)

        Examples
        --------
        >>> Observed.all_of(3).mutual_counts()
        array([2, 2, 2])
        """
        counts, answered = np.zeros(self.n, dtype=np.intp), np.flatnonzero(self.roster_of >= 0)
        roster = self.roster_of[answered]
        shown = np.zeros((self.rosters.shape[1], self.n))
        shown[roster, answered] = 1
        on = shown @ self.rosters  # on[a, b]: rows shown roster a that stand on roster b
        both = (self.rosters[answered] * on.T[roster]).sum(axis=1)
        counts[answered] = both.astype(np.intp) - self.rosters[answered, roster]
        rows, columns = self.exceptions()
        if len(rows):
            low, high = distinct_pairs(rows, columns)
            now = self.contains(low, high) & self.contains(high, low)
            change = now.astype(int) - (self.by_roster(low, high) & self.by_roster(high, low))
            np.add.at(counts, low, change)
            np.add.at(counts, high, change)
        return counts

    def mutual_count(self) -> int:
        """Count the unordered pairs that are observed from both ends.

        Returns
        -------
        int
        """
        return int(self.mutual_counts().sum()) // 2

    def subset(self, keep: NDArray[np.intp]) -> "Observed":
        """Restrict it to some organizations.

        Parameters
        ----------
        keep : ndarray of int, shape (m,)
            Their indices, in the order of the result.

        Returns
        -------
        Observed
        """
        return Observed(self.roster_of[keep], self.rosters[keep], among(self.added, keep), among(self.removed, keep))


def among(matrix: csr_array, keep: NDArray[np.intp]) -> csr_array:
    """Take some rows of a square matrix and the same columns.

    Parameters
    ----------
    matrix : csr_array, shape (n, n)
        Any.
    keep : ndarray of int, shape (m,)
        Indices, in the order of the result.

    Returns
    -------
    csr_array, shape (m, m)
    """
    if not matrix.nnz:
        return csr_array((len(keep), len(keep)), dtype=matrix.dtype)
    return csr_array(matrix[keep][:, keep])


def _dyads(matrix: csr_array) -> NDArray[np.int64]:
    """What is stored, as row times n plus column, ascending."""
    coo = matrix.tocoo()
    return np.sort(coo.row.astype(np.int64) * matrix.shape[1] + coo.col)
