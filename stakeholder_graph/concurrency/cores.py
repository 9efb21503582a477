"""How many cores to use."""

import os

#: The environment variable that limits how many cores are used.
CORES = "STAKEHOLDER_GRAPH_CORES"
#: Each core holds in memory what its item needs: imputation of the largest networks some 100 MB.
MOST_CORES = 4


def cores() -> int:
    """How many cores to use: those there are, at most `MOST_CORES`, fewer if the environment variable says so.

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
    return max(1, min(most, MOST_CORES, os.cpu_count() or 1))
