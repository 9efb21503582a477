"""Curveball: a table of yes and no drawn anew with every row sum and every column sum kept.

What remains when nobody works on more or fewer outcomes, and no outcome becomes more or less popular, is what chance
alone lets organizations share.

References
----------
.. [1] Strona, G., Nappo, D., Boccacci, F., Fattorini, S., & San-Miguel-Ayanz, J. (2014). A fast and unbiased procedure
   to randomize ecological binary matrices with fixed row and column totals. Nature Communications, 5, 4114.
.. [2] Carstens, C. J. (2015). Proof of uniform sampling of binary matrices with fixed row sums and column sums for the
   fast Curveball algorithm. Physical Review E, 91(4), 042812.
.. [3] Besag, J., & Clifford, P. (1989). Generalized Monte Carlo significance tests. Biometrika, 76(4), 633-642.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

#: Trades for each line of the shorter side: each line is dealt anew about twenty times.
TRADES = 10


def curveball(table: NDArray[np.bool_], rng: np.random.Generator, *, trades: int | None = None) -> NDArray[np.bool_]:
    """Draw a table from all those with the same row sums and column sums.

    Parameters
    ----------
    table : ndarray of bool, shape (n, m)
        Such as organizations by outcomes.
    rng : numpy.random.Generator
        Where chance comes from.
    trades : int, optional
        How many pairs trade; `TRADES` for each line of the shorter side unless told.

    Returns
    -------
    ndarray of bool, shape (n, m)
        A new table.

    Notes
    -----
    In a trade two lines pool what only one of them has and deal it out anew, each taking as many as it had [1]_. All
    tables with these margins are then equally likely in the long run [2]_. Lines of the shorter side trade, which
    moves more in one trade and gives the same distribution.

    Examples
    --------
    >>> table = np.array([[1, 1, 0], [0, 1, 0], [1, 0, 1], [0, 1, 1]], dtype=bool)
    >>> drawn = curveball(table, np.random.default_rng(0))
    >>> drawn.sum(axis=0), drawn.sum(axis=1)
    (array([2, 3, 2]), array([2, 1, 2, 2]))
    """
    lines = table.T.copy() if table.shape[0] > table.shape[1] else table.copy()
    count = len(lines)
    if count >= 2:
        for _ in range(TRADES * count if trades is None else trades):
            one = int(rng.integers(count))
            other = (one + 1 + int(rng.integers(count - 1))) % count
            pool = np.flatnonzero(lines[one] != lines[other])
            dealt = rng.permutation(lines[one, pool])
            lines[one, pool], lines[other, pool] = dealt, ~dealt
    return lines.T if table.shape[0] > table.shape[1] else lines


def curveballs(table: NDArray[np.bool_], tables: int, seed: np.random.SeedSequence) -> Iterator[NDArray[np.bool_]]:
    """Draw many tables to compare one with.

    Parameters
    ----------
    table : ndarray of bool, shape (n, m)
        What was seen.
    tables : int
        How many.
    seed : numpy.random.SeedSequence
        Where chance comes from.

    Yields
    ------
    ndarray of bool, shape (n, m)

    Notes
    -----
    One table is drawn from that which was seen, and all others from this one. Since a trade is as likely as its
    reverse, the table that was seen is then one of them like any other, however few trades there are, so that a test is
    exact [3]_; drawn from it directly, all of them would resemble it more than each other.

    Examples
    --------
    >>> drawn = curveballs(np.eye(3, dtype=bool), 4, np.random.SeedSequence(0))
    >>> [table.sum() for table in drawn]
    [np.int64(3), np.int64(3), np.int64(3), np.int64(3)]
    """
    first, *others = (np.random.default_rng(child) for child in seed.spawn(1 + tables))
    between = curveball(table, first)
    for rng in others:
        yield curveball(between, rng)
