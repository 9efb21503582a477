"""Open triples: two ties in a row whose ends are not tied, counted by the sectors of all three organizations."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.graph.layer import Layer

#: Up to so many organizations ties are written out, which is quicker than to keep them sparse.
WRITTEN_OUT = 200

#: An ndarray, or a csr_array: both are multiplied cell by cell with ``*``.
Matrix = Any


def counts_of(layer: Layer) -> dict[str, NDArray[np.float64]]:
    """Open triples a -> b -> c by the role that they give b.

    Parameters
    ----------
    layer : Layer
        Of n organizations. A triple counts where a is known not to be tied to c; undirected triples count once
        in each direction.

    Returns
    -------
    dict of str to ndarray of float, shape (n,)
        For each of `ROLES`.

    Notes
    -----
    All two ties in a row are products of degrees; those whose ends meet, or whose third dyad is a tie or was not
    answered, are sparse matrix products and are taken off.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> counts_of(layer)["gatekeeper"].tolist()
    [0.0, 1.0, 1.0, 0.0]
    """
    ties, closed = _written(layer), _closed(layer)
    inside, across = _by_sides(layer, ties)
    sector = np.eye(len(layer.sectors))[layer.sector_codes]
    from_sector, to_sector = across.T @ sector, across @ sector
    back = {"in": _sums(inside * inside.T), "out": _sums(across * across.T)}
    near, far = _by_sides(layer, closed)
    itinerant = (from_sector * to_sector).sum(axis=1)
    liaison = _sums(across) * _sums(across.T) - itinerant
    counts = {
        "coordinator": _sums(inside) * _sums(inside.T) - back["in"] - _ends_meet(inside, inside, near),
        "itinerant": itinerant - back["out"] - _ends_meet(across, across, near),
        "gatekeeper": _sums(across) * _sums(inside.T) - _ends_meet(across, inside, closed),
        "representative": _sums(inside) * _sums(across.T) - _ends_meet(inside, across, closed),
        "liaison": liaison - _ends_meet(across, across, far),
    }
    return {**counts, "total": np.sum(list(counts.values()), axis=0)}


def _written(layer: Layer) -> Matrix:
    ties = layer.adjacency
    return np.asarray(ties.toarray()) if layer.n <= WRITTEN_OUT else ties


def _by_sides(layer: Layer, matrix: Matrix) -> tuple[Matrix, Matrix]:
    """The part of a matrix within sectors, and the part across them."""
    if isinstance(matrix, np.ndarray):
        inside = matrix * np.equal.outer(layer.sector_codes, layer.sector_codes)
        return inside, matrix - inside
    coo = matrix.tocoo()
    same = layer.sector_codes[coo.row] == layer.sector_codes[coo.col]
    sides = (csr_array((coo.data[side], (coo.row[side], coo.col[side])), shape=matrix.shape) for side in (same, ~same))
    return next(sides), next(sides)


def _sums(matrix: Matrix) -> NDArray[np.float64]:
    """Column sums: ties received; of the transposed, ties sent."""
    return np.asarray(matrix.sum(axis=0), dtype=float).ravel()


def _ends_meet(first: Matrix, second: Matrix, closed: csr_array) -> NDArray[np.float64]:
    """For each b, how many pairs of legs a -> b -> c have their third dyad (a, c) among those closed."""
    return _sums(first * (closed @ second.T))


def _closed(layer: Layer) -> csr_array:
    """Dyads that are no known absence of a tie: ties, and what was not answered where two ties run in a row."""
    ties = layer.adjacency
    if layer.complete:
        return ties
    reached = (ties @ ties).tocoo()
    rows, columns = reached.row.astype(np.intp), reached.col.astype(np.intp)
    open_ended = ~layer.observes(rows, columns) & (rows != columns)
    ones = np.ones(int(open_ended.sum()))
    unknown = csr_array((ones, (rows[open_ended], columns[open_ended])), shape=ties.shape)
    return csr_array(ties.maximum(unknown))


def relabelled(layer: Layer, labels: NDArray[np.intp]) -> NDArray[np.float64]:
    """Counts of each role in the whole network under other labels.

    Parameters
    ----------
    layer : Layer
        Of n organizations.
    labels : ndarray of int, shape (b, n)
        Each row as many of each sector.

    Returns
    -------
    ndarray of float, shape (b, 6)
        In the order of `ROLES`.

    Notes
    -----
    Open triples in which one dyad joins organizations of the same sector are sums of weights of dyads; only those
    within one sector, the coordinator's, need the triples themselves, and these one sector at a time.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> relabelled(layer, layer.sector_codes[None, :]).tolist()
    [[0.0, 0.0, 2.0, 2.0, 0.0, 4.0]]
    """
    if not layer.directed:
        labels, layer = labels[:, layer.answered], layer.among_answered()
    ties = layer.adjacency.toarray()
    lacks = 1.0 - _closed(layer).toarray()
    np.fill_diagonal(lacks, 0.0)
    first, second, ends = ties * (lacks @ ties.T), ties * (ties.T @ lacks), lacks * (ties @ ties)
    members = np.argsort(labels, axis=1, kind="stable")
    sizes = np.bincount(labels[0]) if len(labels) else np.zeros(0, dtype=int)
    same = np.zeros((4, len(labels)))
    for group in np.split(members, np.cumsum(sizes)[:-1], axis=1):
        block = group[:, :, None], group[:, None, :]
        among = ties[block]
        same[0] += (lacks[block] * (among @ among)).sum(axis=(1, 2))
        for row, weights in enumerate((ends, second, first), start=1):
            same[row] += weights[block].sum(axis=(1, 2))
    coordinator = same[0]
    itinerant, gatekeeper, representative = same[1:] - coordinator
    total = np.full(len(labels), first.sum())
    liaison = total - same[1:].sum(axis=0) + 2 * coordinator
    return np.column_stack([coordinator, itinerant, gatekeeper, representative, liaison, total])


def n_open_triples(layer: Layer) -> float:
    """How many open triples there are.

    Parameters
    ----------
    layer : Layer
        As for `counts_of`.

    Returns
    -------
    float
        The sum of the total over organizations.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> n_open_triples(from_networkx(nx.path_graph(4)).layer("collaboration"))
    4.0
    """
    ties = _written(layer)
    open_or_not = _sums(ties) @ _sums(ties.T) - (ties * ties.T).sum()
    return float(open_or_not - _ends_meet(ties, ties, _closed(layer)).sum())
