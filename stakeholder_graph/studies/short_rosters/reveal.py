"""The short answers as they would come in: some rows of a complete network, revealed."""

from dataclasses import replace

import numpy as np
from scipy.sparse import csr_array

from stakeholder_graph.frames.arrays import Flags
from stakeholder_graph.graph import Layer
from stakeholder_graph.graph.observed import Observed


def revealed(layer: Layer, truth: Layer, about: Flags) -> Layer:
    """Reveal some rows of the truth.

    Parameters
    ----------
    layer : Layer
        What is known.
    truth : Layer
        Complete, and agrees with it.
    about : ndarray of bool, shape (n, n)
        Of whom each row is asked; rows without any stay as they are.

    Returns
    -------
    Layer

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> from stakeholder_graph.inference.imputation.dyads import without_answers
    >>> truth = from_networkx(nx.path_graph(4, create_using=nx.DiGraph)).layer("collaboration")
    >>> known = without_answers(truth, np.array([True, False, False, False]))
    >>> about = np.zeros((4, 4), dtype=bool)
    >>> about[0, 1:3] = True
    >>> after = revealed(known, truth, about)
    >>> known.n_dyads, after.n_dyads, after.n_ties
    (9, 11, 3)
    """
    known, new = layer.observed, np.flatnonzero(about.any(axis=1))
    roster_of = known.roster_of.copy()
    roster_of[new] = known.rosters.shape[1] + np.arange(len(new))
    own = np.array(about[new].T)
    removed = known.removed.tocoo()
    kept = ~np.isin(removed.row, new)
    left = csr_array((removed.data[kept], (removed.row[kept], removed.col[kept])), shape=known.removed.shape)
    observed = Observed(roster_of, np.hstack([known.rosters, own]), known.added, left)
    coo = truth.strength.tocoo()
    rows, columns = coo.row.astype(np.intp), coo.col.astype(np.intp)
    there = observed.contains(rows, columns)
    if not layer.directed:
        there |= observed.contains(columns, rows)
    strength = csr_array((coo.data[there], (rows[there], columns[there])), shape=coo.shape)
    return replace(layer, strength=strength, observed=observed)


def not_known(layer: Layer) -> int:
    """Count the pairs of which neither side has spoken.

    Parameters
    ----------
    layer : Layer
        As reported, or undirected.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> not_known(from_networkx(nx.path_graph(4)).layer("collaboration"))
    0
    """
    known = layer.observed.mask()
    return int(np.triu(~(known | known.T), 1).sum())
