"""Measures as ratios of sums over dyads, by which two waves can be held against each other."""

import numpy as np

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.rates.ratio_change import PerDyad


def ties_of(layer: Layer) -> Floats:
    """1 for each tie, shape (n, n); symmetric where ties have no direction.

    Parameters
    ----------
    layer : Layer
        Any.
    """
    ties: Floats = layer.adjacency.toarray()
    return ties


def known_of(layer: Layer) -> Floats:
    """1 for each dyad that is observed as the layer counts dyads, shape (n, n); 0 on the diagonal.

    Parameters
    ----------
    layer : Layer
        Any.
    """
    rows, columns = (ends.ravel() for ends in np.indices((layer.n, layer.n)))
    known: Floats = layer.observes(rows, columns).reshape(layer.n, layer.n).astype(float)
    np.fill_diagonal(known, 0)
    return known


def share_tied(layer: Layer) -> PerDyad:
    """The share of dyads that are tied.

    Parameters
    ----------
    layer : Layer
        Any.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> share_tied(from_networkx(nx.path_graph(4)).layer("collaboration")).value
    0.5
    """
    return PerDyad(ties_of(layer), known_of(layer))


def across_less_within(layer: Layer) -> PerDyad:
    """Ties across sectors less those within, of all ties.

    Parameters
    ----------
    layer : Layer
        Any.
    """
    ties, codes = ties_of(layer), layer.sector_codes
    return PerDyad(np.where(codes[:, None] == codes, -ties, ties), ties)


def share_returned(layer: Layer) -> PerDyad:
    """The share of mentions that are returned, where both sides answered about each other.

    Parameters
    ----------
    layer : Layer
        Directed.
    """
    ties, known = ties_of(layer), known_of(layer)
    mentions = ties * known.T
    return PerDyad(mentions * ties.T, mentions)


def mean_strength(layer: Layer) -> PerDyad:
    """The mean strength of the ties whose strength is known.

    Parameters
    ----------
    layer : Layer
        Any.
    """
    ties, values = ties_of(layer), layer.strength.toarray()
    known = (ties > 0) & ~np.isnan(values)
    return PerDyad(np.where(known, values, 0.0), known.astype(float))
