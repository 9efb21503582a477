"""What ties have in common in rewired networks: the second null for whatever two organizations can have in common.

Permuted attributes ask whether an attribute matters at all. That rejects, too, where the members of one group are only
more active or more sought after: more of all ties then lie within it. Rewired networks keep how many partners everyone
has, so that what remains is who the partners are. Something is named where permuted attributes say so, corrected for
all that is looked at, and rewired networks agree, corrected by Benjamini and Hochberg's procedure over what stands out
by itself.
"""

from collections.abc import Sequence

import numpy as np

from stakeholder_graph.frames.arrays import Flags, Floats, Ints
from stakeholder_graph.graph import Layer
from stakeholder_graph.inference.dyad_permutation import PermutedDyads
from stakeholder_graph.inference.p_values import benjamini_hochberg, two_sided
from stakeholder_graph.inference.rewiring import RewiredMixing
from stakeholder_graph.model.finding import LEVEL


def rewired_ends(networks: RewiredMixing, layer: Layer) -> list[Ints]:
    """The ends of the ties of rewired networks.

    Parameters
    ----------
    networks : RewiredMixing
        Of the layer, whose order they need not have.
    layer : Layer
        In whose order organizations are counted.

    Returns
    -------
    list of ndarray of int, shape (2, m)
        Senders and receivers; an undirected tie once.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> from stakeholder_graph.inference.rewiring import rewire
    >>> layer = from_networkx(nx.cycle_graph(8, create_using=nx.DiGraph)).layer("collaboration")
    >>> ends = rewired_ends(rewire(layer, 19), layer)
    >>> len(ends), all(np.array_equal(np.sort(pair[0]), np.arange(8)) for pair in ends)
    (19, True)
    """
    position = {name: index for index, name in enumerate(layer.organizations)}
    order = np.array([position[name] for name in networks.layer.organizations], dtype=np.intp)
    return [order[np.stack(np.divmod(ties.astype(np.intp), layer.n))] for ties in networks.ties]


def share_p(same: Flags, stated: Flags, layer: Layer, networks: RewiredMixing, ends: Sequence[Ints]) -> float:
    """Two-sided p of the share of ties that join two with something in common, with ties rewired.

    Parameters
    ----------
    same : ndarray of bool, shape (n, n)
        Whether two have it in common.
    stated : ndarray of bool, shape (n,)
        Of whom it is known; other ties are left out.
    layer : Layer
        With the ties observed.
    networks : RewiredMixing
        Of the layer.
    ends : sequence of ndarray of int, shape (2, m)
        Its ties, as of `rewired_ends`.

    Returns
    -------
    float
        NaN where rewired networks tell nothing.
    """

    def share(pair: Ints) -> float:
        first, second = pair[:, stated[pair].all(axis=0)]
        return float(same[first, second].mean()) if len(first) else float("nan")

    simulated = networks.usable(np.array([share(pair) for pair in ends]), None)
    observed = np.array(share(np.stack(layer.edge_index)))
    return float("nan") if isinstance(simulated, str) else float(two_sided(observed, simulated))


def rewired_t(x: Floats, kept: Flags, dyads: PermutedDyads, ends: Sequence[Ints]) -> Floats:
    """Compute the t of each predictor of ties by least squares in each of some networks.

    Parameters
    ----------
    x : ndarray of float, shape (p, k, k)
        Predictors among the organizations kept, none determined by the others.
    kept : ndarray of bool, shape (n,)
        Which of all organizations these are.
    dyads : PermutedDyads
        Of those kept, where ties are known.
    ends : sequence of ndarray of int, shape (2, m)
        The ties of each network.

    Returns
    -------
    ndarray of float, shape (networks, p)

    Notes
    -----
    Since ties are 0 or 1, all that least squares needs of a network are the sums of the predictors over its ties, and
    their number.
    """
    design = np.column_stack([np.ones(len(dyads.rows)), *(dyads.of(matrix) for matrix in x)])
    inverse = np.linalg.pinv(design.T @ design)
    freedom = max(len(design) - design.shape[1], 1)
    number = np.full((dyads.n, dyads.n), -1, dtype=np.intp)
    number[dyads.rows, dyads.columns] = np.arange(len(dyads.rows))
    if not dyads.directed:
        number = np.maximum(number, number.T)
    among = np.cumsum(kept) - 1
    values = np.empty((len(ends), len(x)))
    for index, pair in enumerate(ends):
        first, second = among[pair[:, kept[pair].all(axis=0)]]
        tied = number[first, second]
        tied = tied[tied >= 0]
        product = design[tied].sum(axis=0)
        fitted = inverse @ product
        rest = max(len(tied) - float(fitted @ product), 1e-12)
        values[index] = fitted[1:] / np.sqrt(np.diag(inverse)[1:] * rest / freedom)
    return values


def regression_p(
    t: Floats, x: Floats, kept: Flags, dyads: PermutedDyads, networks: RewiredMixing, ends: Sequence[Ints]
) -> Floats:
    """Two-sided p of the t of each predictor of ties, with ties rewired and predictors as they are.

    Parameters
    ----------
    t : ndarray of float, shape (p,)
        Observed, by least squares; NaN for a predictor that the others determine.
    x, kept, dyads
        As of `rewired_t`.
    networks, ends
        As of `share_p`.

    Returns
    -------
    ndarray of float, shape (p,)
        NaN where rewired networks tell nothing.
    """
    known = np.flatnonzero(~np.isnan(t))
    simulated = rewired_t(x[known], kept, dyads, ends)
    p = np.full(len(t), np.nan)
    for column, predictor in enumerate(known):
        values = networks.usable(simulated[:, column], None)
        p[predictor] = np.nan if isinstance(values, str) else two_sided(t[predictor], values)
    return p


def agreed(p: Floats, p_rewired: Floats) -> Floats:
    """Correct the p of rewired networks over what stands out by itself, as the guard of what is named.

    Parameters
    ----------
    p, p_rewired : ndarray of float, shape (k,)
        By permuted attributes, and by rewired ties; NaN where these tell nothing.

    Returns
    -------
    ndarray of float, shape (k,)
        NaN where nothing stands out, and where rewired networks tell nothing.

    Examples
    --------
    >>> agreed(np.array([0.01, 0.02, 0.6]), np.array([0.01, 0.04, 0.5]))
    array([0.02, 0.04,  nan])
    """
    return np.asarray(benjamini_hochberg(p_rewired, np.nan_to_num(p, nan=1.0) <= LEVEL))
