"""Frames without rows, with the columns and types that the model gives them."""

import pandas as pd

from stakeholder_graph.model.survey import COLUMNS


def empty_frame(name: str) -> pd.DataFrame:
    """Make an empty frame with the columns and types that `COLUMNS` gives it.

    Parameters
    ----------
    name : str
        A key of `COLUMNS`.

    Returns
    -------
    DataFrame

    Examples
    --------
    >>> list(empty_frame("rosters").columns)
    ['roster', 'organization']
    """
    numbers, flags = {"value", "limit", "share", "n"}, {"answered", "observed", "steering", "public"}
    return pd.DataFrame(
        {
            column: pd.Series(dtype="float64" if column in numbers else "bool" if column in flags else "str")
            for column in COLUMNS[name]
        }
    )
