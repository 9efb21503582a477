"""What would be usual: pairs that work together among as many organizations dealt out at random.

Who works on an outcome is dealt out anew among those who answered and, apart, among those who did not; the backbone,
whose work is to be tied to all, stays where it is. The ties, and what was not answered, stay too [1]_.

References
----------
.. [1] Krackhardt, D. (1988). Predicting with networks: Nonparametric multiple regression analysis of dyadic data.
   Social Networks, 10(4), 359-381.
"""

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.inference.label_permutation import permuted_within
from stakeholder_graph.inference.p_values import two_sided
from stakeholder_graph.studies.outcomes._pairs import PairsOfLayer


def strata_of(pairs: PairsOfLayer, backbone: str | None) -> NDArray[np.intp]:
    """Who may change places: those who answered, and apart those who did not; the backbone with nobody.

    Parameters
    ----------
    pairs : PairsOfLayer
        Of a layer of n organizations.
    backbone : str or None
        Its name, if there is one.

    Returns
    -------
    ndarray of int, shape (n,)
    """
    strata = pairs.layer.answered.astype(np.intp)
    if backbone in pairs.layer.organizations:
        strata[pairs.layer.organizations.index(backbone)] = 2
    return strata


def expected_among(pairs: PairsOfLayer, groups: NDArray[np.bool_], strata: NDArray[np.intp]) -> NDArray[np.float64]:
    """The exact mean, over all ways to deal out each group within strata, of how many of its pairs work together.

    Parameters
    ----------
    pairs : PairsOfLayer
        Of a layer of n organizations.
    groups : ndarray of bool, shape (n, k)
        Who is in each.
    strata : ndarray of int, shape (n,)
        As of `strata_of`.

    Returns
    -------
    ndarray of float, shape (k,)
        For each two strata, pairs of the group there times the share of all pairs there that work together.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> pairs = PairsOfLayer.of(from_networkx(nx.path_graph(4)).layer("collaboration"))
    >>> expected_among(pairs, np.array([[True], [True], [True], [False]]), np.zeros(4, dtype=int))
    array([1.5])
    """
    count = int(strata.max(initial=0)) + 1
    there = strata[:, None] == np.arange(count)
    low, high = np.sort([strata[pairs.first], strata[pairs.second]], axis=0)
    tied = np.zeros((count, count))
    np.add.at(tied, (low, high), 1)
    every = _pairs_between(there.sum(axis=0)[:, None])[..., 0]
    share = np.divide(tied, every, out=np.zeros_like(tied), where=every > 0)
    inside = _pairs_between(there.T.astype(np.intp) @ groups.astype(np.intp))
    return np.asarray((inside * share[..., None]).sum(axis=(0, 1)), dtype=np.float64)


def p_of_groups(
    pairs: PairsOfLayer, groups: NDArray[np.bool_], strata: NDArray[np.intp], permutations: int, seed: int
) -> NDArray[np.float64]:
    """Two-sided p of how many pairs of each group work together, if chance dealt out its members.

    Parameters
    ----------
    pairs, groups, strata
        As of `expected_among`.
    permutations, seed : int
        How many, and the seed.

    Returns
    -------
    ndarray of float, shape (k,)
    """
    simulated = [
        pairs.tied_among(groups[permuted])
        for permuted in permuted_within(
            np.arange(len(strata)), strata, permutations, seed, len(pairs.first) * groups.shape[1]
        )
    ]
    return two_sided(pairs.tied_among(groups).astype(np.float64), np.concatenate(simulated))


def _pairs_between(sizes: NDArray[np.intp]) -> NDArray[np.float64]:
    """How many pairs two strata of these sizes have, shape (s, k) to (s, s, k); nothing below the diagonal."""
    between = np.triu(np.ones((len(sizes), len(sizes))), 1)[..., None] * (sizes[:, None] * sizes[None, :])
    within = np.eye(len(sizes))[..., None] * (sizes * (sizes - 1) / 2)[None, :]
    return np.asarray(between + within, dtype=np.float64)
