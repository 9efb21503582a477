"""An order of organizations that depends on the network alone, so that simulations do not depend on names or rosters.

Organizations are coloured by sector, by whether they answered and by the colours of those they name, are named by and
were asked about, over and over until no colour splits [1]_. Where several share a colour one of them is singled out and
colours are refined again. Those that share one almost always could change places without any change to the network, so
that it does not matter which is singled out.

References
----------
.. [1] Weisfeiler, B., & Leman, A. (1968). The reduction of a graph to canonical form and the algebra which appears
   therein. Nauchno-Technicheskaya Informatsia, 2(9), 12-16.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.frames.arrays import Ints
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.observed import among
from stakeholder_graph.inference.observed_mixing import asked_alike

#: Each colour stands for one of these numbers; sums of them tell sets of colours apart.
MARKS = np.random.default_rng(0).integers(1, 2**31, 1 << 12, dtype=np.int64)


def canonical_order(layer: Layer) -> Ints:
    """Order the organizations of a layer by their place in the network.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    ndarray of int, shape (n,)
        Their indices.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> for names in ("hxyz", "xyhz"):  # a star with its hub in another place
    ...     star = nx.Graph([("h", end) for end in "xyz"])
    ...     graph = nx.Graph()
    ...     graph.add_nodes_from(names)
    ...     graph.add_edges_from(star.edges)
    ...     layer = from_networkx(graph).layer("collaboration")
    ...     print(layer.organizations[canonical_order(layer)[-1]])
    h
    h
    """
    matrices = [csr_array(layer.adjacency.astype(np.int64))]
    if layer.directed:
        matrices.append(csr_array(matrices[0].T))
    tied = sum(np.diff(matrix.indptr) for matrix in matrices) > 0
    if not asked_alike(layer):
        mask = csr_array(layer.observed.mask().astype(np.int64))
        matrices += [mask, csr_array(mask.T)]
    colours = _ranked(np.column_stack([layer.sector_codes, layer.answered, tied]))
    while True:
        colours = _refined(colours, matrices)
        counts = np.bincount(colours)
        # Those without ties can always change places with each other.
        shared = np.flatnonzero((counts[colours] > 1) & tied)
        if not len(shared):
            return np.asarray(np.argsort(colours, kind="stable"))
        first = shared[np.argmin(colours[shared])]
        apart = np.zeros(layer.n, dtype=np.int64)
        apart[first] = -1
        colours = _ranked(np.column_stack([colours, apart]))


def in_canonical_order(layer: Layer) -> Layer:
    """The layer with its organizations in this order.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    Layer
    """
    order = canonical_order(layer)
    return replace(
        layer,
        organizations=tuple(layer.organizations[i] for i in order),
        sector_codes=layer.sector_codes[order],
        strength=among(layer.strength, order),
        observed=layer.observed.subset(order),
    )


def _refined(colours: Ints, matrices: list[csr_array]) -> Ints:
    """Colours split by the colours of neighbours until none splits any more."""
    while True:
        marks = MARKS[colours % len(MARKS)] + (colours // len(MARKS)) * 7_919
        finer = _ranked(np.column_stack([colours, *(matrix @ marks for matrix in matrices)]))
        if finer.max(initial=0) == colours.max(initial=0):
            return finer
        colours = finer


def _ranked(keys: NDArray[np.int64]) -> Ints:
    """The rank of each row among the different ones."""
    return np.asarray(np.unique(keys, axis=0, return_inverse=True)[1].ravel(), dtype=np.intp)
