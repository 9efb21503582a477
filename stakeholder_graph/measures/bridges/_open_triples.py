"""Open triples: two ties in a row whose ends are not tied, counted by the sectors of all three organizations."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._ways import ways_of

#: Up to so many organizations ties are written out, which is quicker than to keep them sparse.
WRITTEN_OUT = 200

#: Triples looked at together; no more than a byte can count.
AT_ONCE = 255
#: How many triples are written out at a time, in about.
WRITTEN_AT_ONCE = 1_000_000
#: Which dyads of a triple join the same sector: both legs, the ends, the second leg, the first leg.
SAME_SECTOR = ("both", "ends", "second", "first")

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
    The triples are written out once and looked at under all labels side by side: which of their three dyads join
    organizations of the same sector decides the role.

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
    counts = np.zeros((len(SAME_SECTOR), len(labels)), dtype=np.int64)
    # Organizations by arrangements, so that what is looked up of an organization lies side by side.
    by_organization = np.ascontiguousarray(labels.T.astype(np.min_scalar_type(max(len(layer.sectors) - 1, 0))))
    triples = 0
    # A few triples under all labels stay in the cache, and bytes count them; under one labelling all are few.
    at_once, counted = (AT_ONCE, np.uint8) if len(labels) > 1 else (WRITTEN_AT_ONCE, np.int64)
    for legs in _two_in_a_row(layer, at_once):
        triples += legs.shape[1]
        first, middle, last = (by_organization[ends] for ends in legs)
        in_first, in_second, at_ends = first == middle, middle == last, first == last
        for row, alike in enumerate((in_first & in_second, at_ends, in_second, in_first)):
            counts[row] += alike.view(np.uint8).sum(axis=0, dtype=counted)
    coordinator, (itinerant, gatekeeper, representative) = counts[0], counts[1:] - counts[0]
    total = np.full(len(labels), triples)
    liaison = total - counts[1:].sum(axis=0) + 2 * coordinator
    roles = [coordinator, itinerant, gatekeeper, representative, liaison, total]
    return np.column_stack(roles).astype(float)


def _two_in_a_row(layer: Layer, at_once: int) -> Iterator[NDArray[np.intp]]:
    """All open triples a -> b -> c of a layer, some at a time, shape (3, at most `at_once`)."""
    ties, tied = layer.strength, np.zeros((layer.n, layer.n), dtype=bool)
    sent = np.diff(ties.indptr)
    senders, receivers = np.repeat(np.arange(layer.n), sent), ties.indices.astype(np.intp)
    tied[senders, receivers] = True
    np.fill_diagonal(tied, val=True)
    onward = sent[receivers]
    for several in np.split(np.arange(len(senders)), np.flatnonzero(np.diff(np.cumsum(onward) // WRITTEN_AT_ONCE)) + 1):
        of_tie = onward[several]
        a, b = np.repeat(senders[several], of_tie), np.repeat(receivers[several], of_tie)
        begins = ties.indptr[receivers[several]] - np.cumsum(of_tie) + of_tie
        c = receivers[np.repeat(begins, of_tie) + np.arange(of_tie.sum())]
        left = np.flatnonzero(~tied[a, c])
        left = left if layer.complete else left[layer.observes(a[left], c[left])]
        legs = np.stack([a[left], b[left], c[left]])
        yield from np.array_split(legs, range(at_once, legs.shape[1], at_once), axis=1)


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
    if layer.complete:
        ways, closed = ways_of(layer)
        return float(ways - closed)
    ties = _written(layer)
    open_or_not = _sums(ties) @ _sums(ties.T) - (ties * ties.T).sum()
    return float(open_or_not - _ends_meet(ties, ties, _closed(layer)).sum())
