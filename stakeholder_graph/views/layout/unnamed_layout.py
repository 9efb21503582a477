"""Where organizations stand in a small drawing that writes no names: as on the map, in boxes of one size."""

import numpy as np

from stakeholder_graph.frames.arrays import Floats, Ints

#: The room of a point with what lies around it, as wide as it is high.
ROOM = 26.0


def arranged(pairs: Ints, count: int) -> Floats:
    """Arrange organizations so that those that are connected stand together, and those that are not below.

    Parameters
    ----------
    pairs : ndarray of int, shape (m, 2)
        Connected ones.
    count : int
        How many there are.

    Returns
    -------
    ndarray, shape (count, 2)
        Around (0, 0), y downwards.

    Examples
    --------
    >>> y = arranged(np.array([[0, 1], [1, 2]]), 4)[:, 1]
    >>> bool(y[3] > y[:3].max())
    True
    """
    # Loads networkx, which whoever measures nothing anew does without.
    from stakeholder_graph.views.layout.tie_layout import arrange_by_ties

    return arrange_by_ties(pairs, np.full((count, 2), ROOM))
