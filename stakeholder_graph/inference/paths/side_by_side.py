"""Several small networks as one, so that one call looks at all of them: of each by itself calls would take the time."""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array


def side_by_side(networks: Sequence[csr_array]) -> csr_array:
    """Put networks of the same organizations beside each other, each a part of its own.

    Parameters
    ----------
    networks : sequence of csr_array, shape (n, n)
        At least one, of k.

    Returns
    -------
    csr_array, shape (k * n, k * n)

    Examples
    --------
    >>> pair, alone = csr_array([[0, 1], [1, 0]]), csr_array((2, 2), dtype=int)
    >>> side_by_side([pair, alone, pair]).toarray().nonzero()[0].tolist()
    [0, 1, 4, 5]
    """
    if len(networks) == 1:
        return networks[0]
    n, starts = networks[0].shape[0], np.cumsum([0, *(ties.nnz for ties in networks)])
    columns = np.concatenate([ties.indices + number * n for number, ties in enumerate(networks)])
    ends = np.concatenate([[0], *(ties.indptr[1:] + start for ties, start in zip(networks, starts, strict=False))])
    return csr_array((np.concatenate([ties.data for ties in networks]), columns, ends), shape=2 * (len(networks) * n,))
