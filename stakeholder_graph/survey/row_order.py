"""The order of rows: that of answers follows from what they say, never from where they stood in a file."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.frames import order_of_content
from stakeholder_graph.model.survey import COLUMNS, LayerInfo, Wave

#: Lists whose order their author chose, such as outcomes from cradle to career.
AS_GIVEN = frozenset({"items", "steps", "sectors", "indicators", "strategies", "evidence"})


def order_of_rows(
    family: str, columns: Mapping[str, NDArray[Any]], waves: Sequence[Wave], layers: Sequence[LayerInfo]
) -> NDArray[np.intp]:
    """Give the order of the rows of a frame.

    Parameters
    ----------
    family : str
        A key of `COLUMNS`.
    columns : mapping of str to array
        The frame's columns, in any order of rows.
    waves, layers : sequence of Wave, sequence of LayerInfo
        In the order in which their rows stand.

    Returns
    -------
    array of int
        By wave, by layer, then by text as a person sorts it ("2" before "10"), then by number; `AS_GIVEN` stay
        as they are.

    Examples
    --------
    >>> names = np.array(["Ward 10", "Ward 2"], dtype=object)
    >>> order_of_rows("rosters", {"roster": np.array(["", ""], dtype=object), "organization": names}, (), ()).tolist()
    [1, 0]
    """
    size = len(next(iter(columns.values())))
    if family in AS_GIVEN or size < 2:
        return np.arange(size)
    first = {"wave": [wave.name for wave in waves], "layer": [layer.name for layer in layers]}
    return order_of_content({name: columns[name] for name in COLUMNS[family]}, first)
