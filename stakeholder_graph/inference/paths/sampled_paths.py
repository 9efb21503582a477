"""Shortest paths from some organizations drawn at random, where those from all would take too long [1]_.

From each drawn organization, a pivot, ties are followed step by step, for several pivots at a time as one product of a
sparse matrix with a dense one. What is counted of one pivot is summed over pivots and multiplied by organizations /
pivots; how pivots differ gives a standard error, as of any sample without replacement [3]_.

Whoever stands next to a pivot is on very many of its paths, which would decide about it alone. So each path counts
from both of its ends: for an organization on it by how far along it stands from the one, and the rest from the other
[2]_. That leaves no bias and a fraction of the variance.

References
----------
.. [1] Brandes, U., & Pich, C. (2007). Centrality estimation in large networks. International Journal of Bifurcation and
   Chaos, 17(7), 2303-2318.
.. [2] Geisberger, R., Sanders, P., & Schultes, D. (2008). Better approximation of betweenness centrality. Proceedings
   of the Tenth Workshop on Algorithm Engineering and Experiments (ALENEX), 90-100.
.. [3] Cochran, W. G. (1977). Sampling Techniques (3rd ed.), ch. 2. Wiley.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.paths.shortest_paths import followed
from stakeholder_graph.inference.replicates import in_batches, replicated

#: Organizations from which paths are followed, and how many at a time: fixed, so that results are the same anywhere.
PIVOTS, AT_ONCE = 256, 16


@dataclass(frozen=True)
class SampledEstimate:
    """What pivots tell about a quantity, and how uncertain that leaves it.

    Parameters
    ----------
    value, error : ndarray of float
        The estimate, and its standard error; 0 where every organization was a pivot.
    """

    value: Floats
    error: Floats


def sampled_betweenness(layer: Layer, pivots: int = PIVOTS, seed: int = 0) -> SampledEstimate:
    """Estimate the betweenness of every organization from the paths that begin at some [1]_.

    Parameters
    ----------
    layer : Layer
        Of n organizations.
    pivots : int
        From how many paths are followed; from all where there are no more.
    seed : int
        The same seed draws the same.

    Returns
    -------
    SampledEstimate
        Of shape (n,): without bias, and exact where every organization is a pivot.

    References
    ----------
    .. [1] Brandes, U., & Pich, C. (2007). Centrality estimation in large networks. International Journal of Bifurcation
       and Chaos, 17(7), 2303-2318.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.path_graph(4)).layer("collaboration")
    >>> sampled_betweenness(layer).value.round(9).tolist()
    [0.0, 2.0, 2.0, 0.0]
    """
    total, squares, count = np.zeros(layer.n), np.zeros(layer.n), min(pivots, layer.n)
    forth = _Paths.of(layer)
    back = _Paths(forth.back, forth.forth)

    def passed(pivots: NDArray[np.intp]) -> Floats:
        # Where ties have no direction both ends tell the same, and each pair is met from both of them.
        return forth.passed(pivots) + back.passed(pivots) if layer.directed else forth.passed(pivots)

    for shares in replicated(passed, _batches(layer.n, count, seed), expected=count / AT_ONCE):
        total += shares.sum(axis=1)
        squares += (shares**2).sum(axis=1)
    return _estimated(total, squares, count, layer.n)


def sampled_steps(layer: Layer, pivots: int = PIVOTS, seed: int = 0) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Count the organizations that some reach, and the steps that this takes.

    Parameters
    ----------
    layer, pivots, seed
        As of `sampled_betweenness`.

    Returns
    -------
    pair of ndarray of int, shape (pivots, most steps)
        How many organizations each pivot reaches in 1, 2, ... steps; and the steps, 1, 2, ...

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.star_graph(3)).layer("collaboration")
    >>> sampled_steps(layer)[0].tolist()
    [[3, 0], [1, 2], [1, 2], [1, 2]]
    """
    count = min(pivots, layer.n)
    reached = list(replicated(_Paths.of(layer).reached, _batches(layer.n, count, seed), expected=count / AT_ONCE))
    most = max(part.shape[1] for part in reached)
    counts = np.vstack([np.pad(part, ((0, 0), (0, most - part.shape[1]))) for part in reached])
    return counts, np.arange(1, most + 1)


def ratio_of(sums: NDArray[np.intp], counts: NDArray[np.intp], population: int) -> tuple[float, float]:
    """Estimate a mean from sums and counts of sampled organizations: the ratio estimator, with its standard error [1]_.

    Parameters
    ----------
    sums, counts : ndarray of int, shape (k,)
        Of each sampled organization.
    population : int
        How many were drawn from.

    Returns
    -------
    tuple of (float, float)
        The mean, and its standard error.

    References
    ----------
    .. [1] Cochran, W. G. (1977). Sampling Techniques (3rd ed.), ch. 6. Wiley.

    Examples
    --------
    >>> ratio_of(np.array([2, 4]), np.array([1, 1]), 4)
    (3.0, 0.7071067811865476)
    """
    ratio = float(sums.sum() / counts.sum())
    sampled = len(sums)
    if sampled < 2 or sampled >= population:
        return ratio, 0.0
    spread = float(((sums - ratio * counts) ** 2).sum()) / (sampled - 1)
    return ratio, float(np.sqrt((1 - sampled / population) * spread / sampled) / counts.mean())


def _batches(n: int, pivots: int, seed: int) -> Iterator[NDArray[np.intp]]:
    drawn = np.sort(np.random.default_rng(seed).choice(n, pivots, replace=False))
    return (np.array(batch) for batch in in_batches(drawn, AT_ONCE))


def _estimated(total: Floats, squares: Floats, sampled: int, population: int) -> SampledEstimate:
    mean = total / sampled
    if sampled == population:
        return SampledEstimate(total, np.zeros(len(mean)))
    variance = np.maximum(squares - sampled * mean**2, 0.0) / max(sampled - 1, 1)
    return SampledEstimate(population * mean, population * np.sqrt((1 - sampled / population) * variance / sampled))


@dataclass(frozen=True, eq=False)
class _Paths:
    """Ties along which paths are followed, and the same the other way round."""

    forth: csr_array
    back: csr_array

    @classmethod
    def of(cls, layer: Layer) -> "_Paths":
        return cls(layer.adjacency, csr_array(layer.adjacency.T))

    def _waves(self, pivots: NDArray[np.intp]) -> tuple[list[NDArray[np.bool_]], Floats]:
        """Who is reached in 0, 1, 2, ... steps, shape (n, b) each; and over how many shortest paths, shape (n, b)."""
        begins = np.zeros((self.forth.shape[0], len(pivots)), dtype=bool)
        begins[pivots, np.arange(len(pivots))] = True
        return followed(self.back, begins)

    def passed(self, pivots: NDArray[np.intp]) -> Floats:
        """Shares of the shortest paths from each pivot that lead through each organization, shape (n, b).

        Each counts by how far along it the organization stands.
        """
        waves, paths = self._waves(pivots)
        inverse_lengths, passed = np.zeros(paths.shape), np.zeros(paths.shape)
        for step in range(len(waves) - 1, 1, -1):
            ends = 1.0 / step + inverse_lengths
            beyond = np.divide(ends, paths, out=np.zeros(paths.shape), where=waves[step])
            inverse_lengths += (self.forth @ beyond) * paths * waves[step - 1]
            passed += (step - 1) * inverse_lengths * waves[step - 1]
        return passed

    def reached(self, pivots: NDArray[np.intp]) -> NDArray[np.intp]:
        """How many organizations each pivot reaches in 1, 2, ... steps, shape (b, most steps)."""
        waves, _ = self._waves(pivots)
        return np.array([wave.sum(axis=0) for wave in waves[1:]], dtype=np.intp).reshape(-1, len(pivots)).T
