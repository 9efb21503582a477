"""Replicates: the one place where permutations, imputations, rewired networks and resamples are computed.

Whoever needs many replicates cuts them into items, batches of fixed size or seeds with streams of their own, and hands
them over with the task that computes an item. Items are computed on all cores and come back in their order, so that
results are the same, byte for byte, whatever the number of cores. Threads do the work, since numpy, scipy and
rustworkx let go of the interpreter where there is much to do, and threads leave nothing behind.

Draws may stop early, by a rule that is stated: see `early_stopping`.
"""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from itertools import islice
from operator import length_hint
from typing import TypeVar

from threadpoolctl import ThreadpoolController

from stakeholder_graph.concurrency.cores import MOST_CORES, cores
from stakeholder_graph.progress import part

DrawnFrom = TypeVar("DrawnFrom")
Replicate = TypeVar("Replicate")

#: Items that wait for each core, so that none is idle while the caller takes a result.
AHEAD = 2
#: How much of what is left of a step its replicates usually take.
USUAL_SHARE = 0.5


def replicated(
    task: Callable[[DrawnFrom], Replicate],
    items: Iterable[DrawnFrom],
    *,
    most: int = MOST_CORES,
    expected: float = 0,
) -> Iterator[Replicate]:
    """Compute a task of each item on all cores, in order.

    Parameters
    ----------
    task : callable
        Takes its randomness from the item alone, so that it does not matter which core takes it, or when.
    items : iterable
        Are looked at a few ahead of what is computed; the caller may stop before their end.
    most : int
        How many cores help: 1 where the task is plain Python, which holds the interpreter, or shares what is not made
        for several threads, such as the cached properties of one layer.
    expected : float
        How many items there are, for whoever watches, where they do not say it themselves.

    Yields
    ------
    object
        What the task gives for each item, in the order of items. An error of a task is raised in its place.

    Examples
    --------
    >>> list(replicated(abs, [-1, 2, -3]))
    [1, 2, 3]
    """
    count = expected or length_hint(items)
    with part(USUAL_SHARE) as loop:
        for replicate in _computed(task, items, min(cores(), most)):
            yield replicate
            if count:
                loop.advance(1 / count)


def _computed(task: Callable[[DrawnFrom], Replicate], items: Iterable[DrawnFrom], workers: int) -> Iterator[Replicate]:
    # One core each: matrix products that start threads of their own would only wait for each other.
    with _matrix_products("scipy.linalg" in sys.modules).limit(limits=1, user_api="blas"):
        if workers == 1:
            yield from map(task, items)
            return
        with ThreadPoolExecutor(workers) as pool:
            waiting: deque[Future[Replicate]] = deque()
            try:
                for item in items:
                    waiting.append(pool.submit(task, item))
                    if len(waiting) > AHEAD * workers:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()


@cache
def _matrix_products(_with_scipy: bool) -> ThreadpoolController:
    """The libraries that multiply matrices, looked for once, and again when scipy has loaded its own."""
    return ThreadpoolController()


def in_batches(items: Iterable[DrawnFrom], size: int) -> Iterator[list[DrawnFrom]]:
    """Cut items into lists of a fixed size; the last may be shorter.

    Parameters
    ----------
    items : iterable
        Any.
    size : int
        At least 1.

    Yields
    ------
    list

    Examples
    --------
    >>> list(in_batches("abc", 2))
    [['a', 'b'], ['c']]
    """
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch
