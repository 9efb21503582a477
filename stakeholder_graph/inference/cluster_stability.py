"""Stability: how many clusters hold when the organizations are drawn again, or whether there are none.

A clustering always finds clusters. Here it has to hold twice: its quality must survive bootstrap resamples of the
organizations better than that of tables dealt by chance with the same margins, and each cluster must come back.

References
----------
.. [1] Hennig, C. (2007). Cluster-wise assessment of cluster stability. Computational Statistics & Data Analysis, 52(1),
   258-271.
.. [2] Hubert, L., & Arabie, P. (1985). Comparing partitions. Journal of Classification, 2(1), 193-218.
.. [3] Tibshirani, R., Walther, G., & Hastie, T. (2001). Estimating the number of clusters in a data set via the gap
   statistic. Journal of the Royal Statistical Society B, 63(2), 411-423.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.inference.curveball import curveballs

#: Resamples of each table, and tables dealt by chance.
RESAMPLES, TABLES = 25, 99
#: Resamples that tell how often each cluster of the chosen number comes back.
RETURNS = 200
#: Stricter than .05, so that chance stays below one table in twenty with room to spare: of 1,000 tables without
#: structure 3.3 % show clusters; at .05 it would be 5.1 %.
LEVEL = 0.03


@dataclass(frozen=True, eq=False)
class Clustering:
    """Clusters of n organizations for b resamples and several numbers of clusters.

    Parameters
    ----------
    labels : ndarray of int, shape (b, numbers, n)
        From 0.
    quality : ndarray of float, shape (b, numbers)
        The larger, the better the clusters fit the whole table.
    """

    labels: NDArray[np.intp]
    quality: NDArray[np.float64]


class Clusterer(Protocol):
    """Clusters all n rows of a table as a resample of them suggests."""

    def __call__(self, table: NDArray[np.bool_], weights: NDArray[np.intp], numbers: Sequence[int]) -> Clustering:
        """Cluster a table of shape (n, m) once for each row of `weights`, shape (b, n), and each number."""
        ...


@dataclass(frozen=True, eq=False)
class Chosen:
    """How many clusters there are and how well they hold.

    Parameters
    ----------
    number : int
        The number of clusters that stands out most from chance, whether or not `p` says that it does.
    p : float
        How often chance stands out as much at any number of clusters.
    labels : ndarray of int, shape (n,)
        From 0 to ``number - 1``; the clusters of the table itself.
    returns : ndarray of float, shape (number,)
        Hennig's Jaccard: how much of each cluster comes back in resamples, on average.
    agreement : float
        Mean adjusted Rand index between the clusters of the table and those of resamples.
    numbers : tuple of int
        Those looked at.
    held, expected : ndarray of float, shape (numbers,)
        Quality held in resamples: of the table, and of chance on average.
    """

    number: int
    p: float
    labels: NDArray[np.intp]
    returns: NDArray[np.float64]
    agreement: float
    numbers: tuple[int, ...]
    held: NDArray[np.float64]
    expected: NDArray[np.float64]

    @property
    def structure(self) -> bool:
        """Whether there are clusters at all, beyond chance at `LEVEL`."""
        return self.p <= LEVEL


def choose_number(
    table: NDArray[np.bool_],
    cluster: Clusterer,
    numbers: Sequence[int],
    *,
    seed: int = 0,
    resamples: int = RESAMPLES,
    tables: int = TABLES,
) -> Chosen:
    """Choose the number of clusters by what holds in resamples beyond what chance gives.

    Parameters
    ----------
    table : ndarray of bool, shape (n, m)
        Organizations by outcomes.
    cluster : callable
        The clustering under test.
    numbers : sequence of int
        Numbers of clusters to look at.
    seed : int
        Same seed, same answer.
    resamples, tables : int
        How many of each.

    Returns
    -------
    Chosen

    Notes
    -----
    The statistic is the quality that clusters found in a bootstrap resample of the organizations have on the whole
    table, averaged over resamples, less its mean over curveball tables: a gap statistic [3]_ that has to hold out of
    sample. The number with the widest gap is chosen, and the same widest gap of each curveball table tells how often
    chance alone does as well, so that `p` accounts for the choice. All tables are resampled alike, with their rows in
    the order of their content: resamples that happen to hold well help the table no more than chance, and neither the
    order of organizations nor their names matter. The adjusted Rand index [2]_ and the Jaccard of each
    cluster [1]_ are then taken at the chosen number.
    """
    by_content = np.lexsort(table.T[::-1])
    table = table[by_content]
    resampled, returning, dealt = np.random.SeedSequence(seed).spawn(3)
    weights = _resample(len(table), resamples, resampled)

    def holds(one: NDArray[np.bool_]) -> NDArray[np.float64]:
        return np.asarray(cluster(one, weights, numbers).quality.mean(axis=0))

    held = np.array([holds(table), *(holds(one[np.lexsort(one.T[::-1])]) for one in curveballs(table, tables, dealt))])
    # The table itself is one of those averaged over, so that under chance its place among them is a fair draw.
    expected = held.mean(axis=0)
    gap = held - expected
    best = int(gap[0].argmax())
    widest = gap.max(axis=1)
    number = [numbers[best]]
    labels = cluster(table, np.ones((1, len(table)), dtype=np.intp), number).labels[0, 0]
    others = cluster(table, _resample(len(table), RETURNS, returning), number).labels[:, 0]
    _, labels = np.unique(labels, return_inverse=True)
    shared = shared_members(labels, others)
    return Chosen(
        number=int(labels.max()) + 1,
        p=float(np.mean(widest >= widest[0] - 1e-12)),
        labels=labels[np.argsort(by_content)],
        returns=best_jaccard(shared),
        agreement=float(adjusted_rand(shared).mean()),
        numbers=tuple(numbers),
        held=held[0],
        expected=held[1:].mean(axis=0),
    )


def _resample(n: int, resamples: int, seed: np.random.SeedSequence) -> NDArray[np.intp]:
    """How often each of n organizations is drawn, shape (resamples, n)."""
    rng = np.random.default_rng(seed)
    return rng.multinomial(n, np.full(n, 1 / n), size=resamples).astype(np.intp)


def shared_members(labels: NDArray[np.intp], others: NDArray[np.intp]) -> NDArray[np.float64]:
    """How many members clusters share.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
        One clustering, from 0.
    others : ndarray of int, shape (b, n)
        Others of the same organizations, from 0.

    Returns
    -------
    ndarray of float, shape (b, clusters, other clusters)
    """
    one = labels[:, None] == np.arange(labels.max() + 1)
    other = others[..., None] == np.arange(others.max() + 1)
    return np.asarray(one.T.astype(float) @ other)


def best_jaccard(shared: NDArray[np.float64]) -> NDArray[np.float64]:
    """How much of each cluster comes back: Jaccard with the most alike of the others [1]_, averaged.

    Parameters
    ----------
    shared : ndarray of float, shape (b, clusters, other clusters)
        As `shared_members` gives it.

    Returns
    -------
    ndarray of float, shape (clusters,)
    """
    either = shared.sum(axis=2, keepdims=True) + shared.sum(axis=1, keepdims=True) - shared
    return np.asarray((shared / either).max(axis=2).mean(axis=0))


def adjusted_rand(shared: NDArray[np.float64]) -> NDArray[np.float64]:
    """Hubert and Arabie's adjusted Rand index [2]_, shape (b,); 1 where both put everyone in one cluster.

    Parameters
    ----------
    shared : ndarray of float, shape (b, clusters, other clusters)
        As `shared_members` gives it.
    """
    pairs = _pairs(shared).sum(axis=(1, 2))
    one, other = _pairs(shared.sum(axis=2)).sum(axis=1), _pairs(shared.sum(axis=1)).sum(axis=1)
    expected = one * other / _pairs(shared.sum(axis=(1, 2)))
    most = (one + other) / 2
    index = np.divide(pairs - expected, most - expected, out=np.ones_like(pairs), where=most > expected)
    return np.asarray(index)


def _pairs(count: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(count * (count - 1) / 2)
