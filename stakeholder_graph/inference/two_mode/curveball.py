"""Curveball: random tables of yes and no with the row sums and column sums of a given one [1]_.

They show what organizations would share by chance alone, if each worked on as many outcomes and every outcome was as
popular as observed.

References
----------
.. [1] Strona, G., Nappo, D., Boccacci, F., Fattorini, S., & San-Miguel-Ayanz, J. (2014). A fast and unbiased procedure
   to randomize ecological binary matrices with fixed row and column totals. Nature Communications, 5, 4114.
.. [2] Carstens, C. J. (2015). Proof of uniform sampling of binary matrices with fixed row sums and column sums for the
   fast Curveball algorithm. Physical Review E, 91(4), 042812.
.. [3] Besag, J., & Clifford, P. (1989). Generalized Monte Carlo significance tests. Biometrika, 76(4), 633-642.
"""

from collections.abc import Iterator
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.inference.replicates import replicated

#: Trades for each line of the shorter side: every line takes part in about twenty.
TRADES = 10
#: Tables that are drawn side by side.
TOGETHER = 100


def curveball(table: NDArray[np.bool_], rng: np.random.Generator, *, trades: int | None = None) -> NDArray[np.bool_]:
    """Draw a table from all those with the same row sums and column sums [1]_.

    Parameters
    ----------
    table : ndarray of bool, shape (n, m)
        Such as organizations by outcomes.
    rng : numpy.random.Generator
        The source of randomness.
    trades : int, optional
        How many pairs trade; by default `TRADES` for each line of the shorter side.

    Returns
    -------
    ndarray of bool, shape (n, m)
        A new table.

    Notes
    -----
    In a trade two lines pool what only one of them has and share it out at random, each line taking as many as it had.
    In the long run all tables with these margins are equally likely [2]_. Lines of the shorter side trade, since one
    such trade moves more and the distribution is the same.

    References
    ----------
    .. [1] Strona, G., Nappo, D., Boccacci, F., Fattorini, S., & San-Miguel-Ayanz, J. (2014). A fast and unbiased
       procedure to randomize ecological binary matrices with fixed row and column totals. Nature Communications, 5,
       4114.
    .. [2] Carstens, C. J. (2015). Proof of uniform sampling of binary matrices with fixed row sums and column sums for
       the fast Curveball algorithm. Physical Review E, 91(4), 042812.

    Examples
    --------
    >>> table = np.array([[1, 1, 0], [0, 1, 0], [1, 0, 1], [0, 1, 1]], dtype=bool)
    >>> drawn = curveball(table, np.random.default_rng(0))
    >>> drawn.sum(axis=0), drawn.sum(axis=1)
    (array([2, 3, 2]), array([2, 1, 2, 2]))
    """
    return np.asarray(_side_by_side(table, 1, rng, trades)[0])


def _side_by_side(
    table: NDArray[np.bool_], tables: int, rng: np.random.Generator, trades: int | None = None
) -> NDArray[np.bool_]:
    """Draw tables that each go their own way from one, shape (tables, n, m): in one pass, a trade in each at a time."""
    tall = table.shape[0] > table.shape[1]
    lines = np.repeat((table.T if tall else table)[None], tables, axis=0)
    count, length = lines.shape[1:]
    if count >= 2 and length:
        trades = TRADES * count if trades is None else trades
        firsts = rng.integers(count, size=(trades, tables))
        seconds = (firsts + 1 + rng.integers(count - 1, size=(trades, tables))) % count
        for first, second in zip(firsts, seconds, strict=True):
            _trade(lines, first, second, rng)
    return lines.transpose(0, 2, 1) if tall else lines


def _trade(
    lines: NDArray[np.bool_], first: NDArray[np.intp], second: NDArray[np.intp], rng: np.random.Generator
) -> None:
    """Trade between two lines of each table: of what only one of them has, the first takes the lowest lots."""
    tables = np.arange(len(lines))
    ours, theirs = lines[tables, first], lines[tables, second]
    pooled = ours != theirs
    # A lot is a random number that ends in the place it is for, so that no two lots of a line are the same.
    places = np.arange(ours.shape[1], dtype=np.uint64)
    bits = np.uint64(ours.shape[1].bit_length())
    lots = (rng.integers(2**64, size=ours.shape, dtype=np.uint64) >> bits << bits) | places
    lots[~pooled] = np.iinfo(np.uint64).max
    taken = (ours & pooled).sum(axis=1)
    # Where the first takes the whole pool, whatever stands behind its lots is larger than all of them.
    bound = np.sort(lots, axis=1)[tables, np.minimum(taken, ours.shape[1] - 1)]
    to_first = pooled & ((lots < bound[:, None]) | (taken == ours.shape[1])[:, None])
    lines[tables, first] = np.where(pooled, to_first, ours)
    lines[tables, second] = np.where(pooled, ~to_first, theirs)


def curveballs(table: NDArray[np.bool_], tables: int, seed: np.random.SeedSequence) -> Iterator[NDArray[np.bool_]]:
    """Draw many tables to compare an observed one with.

    Parameters
    ----------
    table : ndarray of bool, shape (n, m)
        What was observed.
    tables : int
        How many.
    seed : numpy.random.SeedSequence
        The source of randomness.

    Yields
    ------
    ndarray of bool, shape (n, m)

    Notes
    -----
    One table is drawn from the observed one, and all others from that one. A trade is as likely as its reverse, so that
    the observed table is exchangeable with the others however few trades there are, and a test is exact [1]_. Drawn
    directly from the observed table, all of them would resemble it more than each other.

    References
    ----------
    .. [1] Besag, J., & Clifford, P. (1989). Generalized Monte Carlo significance tests. Biometrika, 76(4), 633-642.

    Examples
    --------
    >>> drawn = curveballs(np.eye(3, dtype=bool), 4, np.random.SeedSequence(0))
    >>> [table.sum() for table in drawn]
    [np.int64(3), np.int64(3), np.int64(3), np.int64(3)]
    """
    first, *others = seed.spawn(1 + -(-tables // TOGETHER))
    start = curveball(table, np.random.default_rng(first))
    batches = replicated(lambda child: _side_by_side(start, TOGETHER, np.random.default_rng(child)), others, most=1)
    yield from islice(chain.from_iterable(batches), tables)
