"""Columns that only tell one organization from all others, such as one that marks the lead agency."""

import numpy as np
from numpy.typing import NDArray


def marks_one(values: NDArray[np.object_]) -> bool:
    """Whether all but one say the same: such a column groups nobody.

    Parameters
    ----------
    values : ndarray of str, shape (n,)
        What a column says, where it says anything.

    Examples
    --------
    >>> marks_one(np.array(["no", "yes", "no"], dtype=object)), marks_one(np.array(["a", "b", "c"], dtype=object))
    (True, False)
    """
    return len(values) > 2 and bool(np.unique(values, return_counts=True)[1].max() == len(values) - 1)
