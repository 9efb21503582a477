"""Dyads: what the answers say about every ordered pair, as the dyad model needs it."""

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
    """Every ordered pair of n organizations, written out; for some hundreds of organizations.

    Parameters
    ----------
    sector : ndarray of int, shape (n,)
        Index of the sector.
    sectors : int
        How many sectors there are.
    observed : ndarray of bool, shape (n, n)
        Pairs about which the sender itself was asked and answered.
    tied : ndarray of bool, shape (n, n)
        Ties; symmetric where undirected.
    directed : bool
        Whether the two ends of a pair answer two questions, or the same one.
    """

    sector: NDArray[np.intp]
    sectors: int
    observed: NDArray[np.bool_]
    tied: NDArray[np.bool_]
    directed: bool

    @classmethod
    def of(cls, layer: Layer) -> "Dyads":
        """Write out the dyads of a layer.

        Parameters
        ----------
        layer : Layer
            As reported, or undirected.

        Returns
        -------
        Dyads

        Raises
        ------
        ValueError
            If ties of the layer count once either or both sides name them: only reports have a sender.
        """
        if layer.pairing == "both ends":
            raise ValueError("dyads are imputed as reported; hand over the layer before with_ties")
        tied = np.zeros((layer.n, layer.n), dtype=bool)
        tied[layer.strength.tocoo().coords] = True
        return cls(layer.sector_codes, len(layer.sectors), layer.observed.mask(), tied, layer.directed)

    @property
    def n(self) -> int:
        """Number of organizations."""
        return len(self.sector)

    @cached_property
    def informative(self) -> NDArray[np.bool_]:
        """Shape (n,): rows that are informative about how often the answer is yes.

        A row with ties, without a single "no" and with pairs left open is not: it shows only what was ticked, as that
        of a respondent who reached a limit on names.
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
        """Shape (n, n): dyads to which a row's model is fitted: its answers; where undirected also the other end's."""
        return self.answers if self.directed else np.asarray(self.answers | self.answers.T)

    @cached_property
    def known(self) -> NDArray[np.bool_]:
        """Shape (n, n): dyads that are not imputed: observed; where undirected, from either end."""
        return self.observed if self.directed else np.asarray(self.observed | self.observed.T)

    @cached_property
    def report(self) -> NDArray[np.intp]:
        """Shape (n, n): what the receiver reports about the sender: `NO`, `YES` or `UNKNOWN`.

        Where undirected there is no second report, and all are `UNKNOWN`.
        """
        there = self.observed.T & self.directed
        return np.where(there, self.tied.T.astype(np.intp), UNKNOWN)

    @cached_property
    def popularity(self) -> NDArray[np.float64]:
        """Shape (n, n): in [i, j] the log-odds that those who answered, without i, name j.

        They are smoothed with half a tie on either side and centred on the mean over answers. Where nobody was asked
        about j they are 0.
        """
        named = self.answers & self.tied
        asked, yes = self.answers.sum(axis=0) - self.answers, named.sum(axis=0) - named
        odds = np.log((yes + 0.5) / (asked - yes + 0.5))
        mean = odds[self.answers].mean() if self.answers.any() else 0.0
        return np.where(asked > 0, odds - mean, 0.0)

    @cached_property
    def own_popularity(self) -> NDArray[np.float64]:
        """Shape (n, n): in [i, j] the popularity of the sender i without the report of j.

        Where undirected it is 0 throughout, since it would give away the very tie that is left out.
        """
        return self.popularity.T * self.directed


def without_answers(layer: Layer, silent: NDArray[np.bool_]) -> Layer:
    """Make the layer as it would be if some organizations had not answered.

    Parameters
    ----------
    layer : Layer
        As reported, or undirected.
    silent : ndarray of bool, shape (n,)
        Those whose answers are removed. An undirected tie stays where its other end has answered.

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
    full, answering = layer.observed, ~silent
    observed = Observed(
        np.where(silent, -1, full.roster_of),
        full.rosters,
        _rows_kept(full.added, answering),
        _rows_kept(full.removed, answering),
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
