"""Observed: which dyads have an answer, kept without ever writing out every dyad.

A row of the network was shown a roster, or was not answered at all. So a few boolean columns and one index
for each row say almost everything; what they do not say stands in two sparse lists of exceptions.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.graph.pairs import distinct_pairs


@dataclass(frozen=True, eq=False)
class Observed:
    """The observed dyads of one directed layer of n organizations.

    Parameters
    ----------
    roster_of : ndarray of int, shape (n,)
        For each row the column of `rosters` it was shown; -1 where it did not answer.
    rosters : ndarray of bool, shape (n, k)
        Who stands on each roster.
    added : csr_array of bool, shape (n, n)
        Dyads observed though the roster does not say so.
    removed : csr_array of bool, shape (n, n)
        Dyads not observed though the roster says so.

    Notes
    -----
    No dyad of an organization with itself is ever observed.
    """

    roster_of: NDArray[np.intp]
    rosters: NDArray[np.bool_]
    added: csr_array
    removed: csr_array

    @staticmethod
    @lru_cache(maxsize=8)
    def all_of(n: int) -> "Observed":
        """Every dyad of n organizations observed: one and the same for all draws.

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
        """What the rosters alone say of dyads, before the exceptions."""
        shown = self.roster_of[rows]
        if not self.rosters.shape[1]:
            return np.zeros(len(rows), dtype=bool)
        on = self.rosters[columns, np.maximum(shown, 0)]
        return np.asarray((shown >= 0) & on & (rows != columns), dtype=bool)

    def contains(self, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Whether each dyad rows[i] -> columns[i] is observed.

        Parameters
        ----------
        rows, columns : ndarray of int, shape (m,)
            Senders and receivers.

        Returns
        -------
        ndarray of bool, shape (m,)
        """
        state = self.by_roster(rows, columns)
        if self.added.nnz:
            state |= _look_up(self.added, rows, columns)
        if self.removed.nnz:
            state &= ~_look_up(self.removed, rows, columns)
        return np.asarray(state & (rows != columns), dtype=bool)

    def row_counts(self) -> NDArray[np.intp]:
        """Shape (n,): how many dyads each row has observed."""
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
        """Rows and columns of the dyads that stand in either list of exceptions, each once."""
        both = (self.added + self.removed).tocoo()
        off = both.row != both.col
        return both.row[off].astype(np.intp), both.col[off].astype(np.intp)

    def mask(self) -> NDArray[np.bool_]:
        """Every dyad written out, shape (n, n), for small networks and for tests.

        Examples
        --------
        >>> Observed.all_of(3).mask().sum()
        np.int64(6)
        """
        rows, columns = np.indices((self.n, self.n)).reshape(2, -1)
        return self.contains(rows, columns).reshape(self.n, self.n)

    def mutual_count(self) -> int:
        """How many unordered pairs are observed from both ends."""
        k = self.rosters.shape[1]
        answered = self.roster_of >= 0
        shown = np.zeros((k, self.n))
        shown[self.roster_of[answered], np.flatnonzero(answered)] = 1
        on = shown @ self.rosters  # on[a, b]: rows shown roster a that stand on roster b
        own = (shown.T * self.rosters).sum()
        pairs = (np.sum(on * on.T) - own) / 2
        rows, columns = self.exceptions()
        if len(rows):
            low, high = distinct_pairs(rows, columns)
            now = self.contains(low, high) & self.contains(high, low)
            before = self.by_roster(low, high) & self.by_roster(high, low)
            pairs += now.sum() - before.sum()
        return round(float(pairs))

    def subset(self, keep: NDArray[np.intp]) -> "Observed":
        """The same among the organizations with these indices, in this order."""
        return Observed(self.roster_of[keep], self.rosters[keep], among(self.added, keep), among(self.removed, keep))


def among(matrix: csr_array, keep: NDArray[np.intp]) -> csr_array:
    """The rows and columns with these indices, in this order."""
    if not matrix.nnz:
        return csr_array((len(keep), len(keep)), dtype=matrix.dtype)
    return csr_array(matrix[keep][:, keep])


def _look_up(matrix: csr_array, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.bool_]:
    n = matrix.shape[1]
    coo = matrix.tocoo()
    keys = coo.row.astype(np.int64) * n + coo.col
    return np.isin(rows.astype(np.int64) * n + columns, keys)
