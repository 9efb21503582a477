"""Dyads: what the answers say of every ordered pair, for the model of those that nobody answered."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.observed import Observed

#: Codes of `Dyads.report`.
NO, YES, UNKNOWN = REPORTS = (0, 1, 2)


@dataclass(frozen=True, eq=False)
class Dyads:
    """Every ordered pair of n organizations, written out: for some hundreds of organizations.

    Parameters
    ----------
    sector : ndarray of int, shape (n,)
        Index of the sector.
    sectors : int
        How many sectors there are.
    observed : ndarray of bool, shape (n, n)
        Pairs the sender itself was asked about and answered.
    tied : ndarray of bool, shape (n, n)
        Ties; symmetric where undirected.
    directed : bool
        Whether the two ends of a pair answer two questions, or one and the same.
    """

    sector: NDArray[np.intp]
    sectors: int
    observed: NDArray[np.bool_]
    tied: NDArray[np.bool_]
    directed: bool

    @classmethod
    def of(cls, layer: Layer) -> "Dyads":
        """The dyads of a layer of reported, or of undirected, ties.

        Raises
        ------
        ValueError
            For a layer of pairs that either or both sides named: it is a view on reports, and only reports
            have a sender.
        """
        if layer.pairing == "both ends":
            raise ValueError("dyads are drawn as reported; hand over the layer before with_ties")
        tied = np.zeros((layer.n, layer.n), dtype=bool)
        tied[layer.strength.tocoo().coords] = True
        return cls(layer.sector_codes, len(layer.sectors), layer.observed.mask(), tied, layer.directed)

    @property
    def n(self) -> int:
        """Number of organizations."""
        return len(self.sector)

    @cached_property
    def informative(self) -> NDArray[np.bool_]:
        """Shape (n,): rows a model can learn from.

        A row with ties, without a single "no" and with pairs left open shows only what was ticked, as that of
        someone who reached a limit on names: it says nothing of how often the answer is yes.
        """
        full = self.observed.sum(axis=1) == self.n - 1
        said_no = (self.observed & ~self.tied).any(axis=1)
        return np.asarray(said_no | (full & (self.n > 1)))

    @cached_property
    def answers(self) -> NDArray[np.bool_]:
        """Shape (n, n): the observed dyads of informative rows."""
        return np.asarray(self.observed & self.informative[:, None])

    @cached_property
    def learned(self) -> NDArray[np.bool_]:
        """Shape (n, n): dyads a row's model is fitted to: its answers, where undirected also the other end's."""
        return self.answers if self.directed else np.asarray(self.answers | self.answers.T)

    @cached_property
    def known(self) -> NDArray[np.bool_]:
        """Shape (n, n): dyads that are not drawn: observed, where undirected from either end."""
        return self.observed if self.directed else np.asarray(self.observed | self.observed.T)

    @cached_property
    def report(self) -> NDArray[np.intp]:
        """Shape (n, n): what the receiver says of the sender: `NO`, `YES`, `UNKNOWN`.

        Where undirected there is no second report: `UNKNOWN` throughout.
        """
        there = self.observed.T & self.directed
        return np.where(there, self.tied.T.astype(np.intp), UNKNOWN)

    @cached_property
    def popularity(self) -> NDArray[np.float64]:
        """Shape (n, n): in [i, j] the log-odds of j being named by those who answered, i left out.

        Half a tie is added on either side, and the mean over answers taken away. Of whom nobody was asked: 0.
        """
        named = self.answers & self.tied
        asked, yes = self.answers.sum(axis=0) - self.answers, named.sum(axis=0) - named
        odds = np.log((yes + 0.5) / (asked - yes + 0.5))
        mean = odds[self.answers].mean() if self.answers.any() else 0.0
        return np.where(asked > 0, odds - mean, 0.0)

    @cached_property
    def own_popularity(self) -> NDArray[np.float64]:
        """Shape (n, n): in [i, j] the popularity of the sender i, the report of j left out.

        Where undirected it would give away the very tie that is left out: 0 throughout.
        """
        return self.popularity.T * self.directed


def without_answers(layer: Layer, silent: NDArray[np.bool_]) -> Layer:
    """The layer as it would be had these organizations not answered.

    Parameters
    ----------
    layer : Layer
        As reported, or undirected.
    silent : ndarray of bool, shape (n,)
        Whose answers to take away. An undirected tie stays where its other end has answered.

    Returns
    -------
    Layer

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.path_graph(4, create_using=nx.DiGraph)).layer("collaboration")
    >>> hidden = without_answers(layer, np.array([True, False, False, False]))
    >>> hidden.n_dyads, hidden.n_ties
    (9, 2)
    """
    full = layer.observed
    spoke = ~silent
    observed = Observed(
        np.where(silent, -1, full.roster_of),
        full.rosters,
        _rows_kept(full.added, spoke),
        _rows_kept(full.removed, spoke),
    )
    coo = layer.strength.tocoo()
    rows, columns = coo.row.astype(np.intp), coo.col.astype(np.intp)
    stays = observed.contains(rows, columns)
    if not layer.directed:
        stays |= observed.contains(columns, rows)
    strength = csr_array((coo.data[stays], (rows[stays], columns[stays])), shape=coo.shape)
    return replace(layer, strength=strength, observed=observed)


def _rows_kept(matrix: csr_array, keep: NDArray[np.bool_]) -> csr_array:
    coo = matrix.tocoo()
    kept = keep[coo.row]
    return csr_array((coo.data[kept], (coo.row[kept], coo.col[kept])), shape=matrix.shape)
