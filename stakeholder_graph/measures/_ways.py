"""Ways over one organization between two others, and how many are closed by a tie of these two."""

import numpy as np

from stakeholder_graph.graph.layer import Layer

#: In larger networks ties are kept sparse.
_AS_BITS = 1_000
_WORD = 64


def ways_of(layer: Layer) -> tuple[int, int]:
    """Count ways over one organization between two others, and those of them that are closed.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    tuple of (int, int)
        Ways a -> b -> c with a and c different, and those with a tie a -> c; where undirected each way counts in both
        directions.

    Notes
    -----
    Whom each organization names, and who names it, stand in rows of bits: a tie a -> c closes a way over whoever stands
    in the row of a and in that of c.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> ways_of(from_networkx(nx.DiGraph([("a", "b"), ("b", "c"), ("a", "c"), ("c", "d")])).layer("collaboration"))
    (3, 1)
    """
    n, ties = layer.n, layer.strength
    if n > _AS_BITS:
        through = layer.adjacency @ layer.adjacency
        closed = round(float((through * layer.adjacency).sum()))
        return round(float(through.sum() - through.diagonal().sum())), closed
    sent = np.diff(ties.indptr)
    senders, receivers = np.repeat(np.arange(n), sent), ties.indices
    there = np.zeros((2, n, -(-n // _WORD) * _WORD), dtype=bool)
    there[0, senders, receivers] = there[1, receivers, senders] = True
    named, naming = np.packbits(there, axis=2).view(np.uint64)
    both_ways = int(np.bitwise_count(named & naming).sum())
    ways = int(sent @ np.bincount(receivers, minlength=n)) - both_ways
    return ways, int(np.bitwise_count(named[senders] & naming[receivers]).sum())
