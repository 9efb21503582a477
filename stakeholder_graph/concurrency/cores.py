"""How many cores to use."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

#: The environment variable that limits how many cores are used.
CORES = "STAKEHOLDER_GRAPH_CORES"
#: Each core holds in memory what its item needs: imputation of the largest networks some 100 MB.
MOST_CORES = 4
#: How many processes of this program divide the cores among them.
_PROCESSES = [1]


def cores() -> int:
    """How many cores this process may use: those there are, at most `MOST_CORES`, fewer if the environment says so.

    Processes that divide the work divide the cores too: more threads than cores take turns, and each turn costs time.

    Returns
    -------
    int
        At least 1.

    Examples
    --------
    >>> 1 <= cores() <= MOST_CORES
    True
    """
    limit = os.environ.get(CORES, "")
    most = int(limit) if limit.isdecimal() and int(limit) else MOST_CORES
    return max(1, min(most, MOST_CORES, os.cpu_count() or 1) // _PROCESSES[0])


@contextmanager
def cores_shared_by(processes: int) -> Iterator[None]:
    """Leave cores to other processes for as long as the block runs.

    Parameters
    ----------
    processes : int
        How many there are, this one among them.

    Examples
    --------
    >>> with cores_shared_by(MOST_CORES):
    ...     cores()
    1
    """
    before, _PROCESSES[0] = _PROCESSES[0], processes
    try:
        yield
    finally:
        _PROCESSES[0] = before
