"""From arrays and frames to the plain rows of a finding."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.partner_graph import PartnerGraph
from stakeholder_graph.model.finding import Cell, Table


def plain(value: Any) -> Cell:
    """A value without numpy, with None for what is not a number.

    Examples
    --------
    >>> plain(np.float64("nan")), plain(np.int64(3))
    (None, 3)
    """
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value  # type: ignore[no-any-return]


def rows_of(frame: pd.DataFrame) -> Table:
    """The rows of a frame as plain mappings.

    Examples
    --------
    >>> rows_of(pd.DataFrame({"sector": ["Health"], "listed": [8]}))
    ({'sector': 'Health', 'listed': 8},)
    """
    return _rows({str(column): frame[column].tolist() for column in frame.columns})


def _rows(columns: Mapping[str, Sequence[Any]]) -> Table:
    cells = [[plain(cell) for cell in column] for column in columns.values()]
    return tuple(dict(zip(columns, row, strict=True)) for row in zip(*cells, strict=True))


def organization_rows(layer: Layer, **columns: NDArray[Any]) -> Table:
    """One row an organization: its name, its sector and these columns.

    Parameters
    ----------
    layer : Layer
        Of n organizations.
    **columns : ndarray, shape (n,)
        NaN becomes None.
    """
    sectors = np.array(layer.sectors, dtype=object)[layer.sector_codes]
    values = {name: column.tolist() for name, column in columns.items()}
    return _rows({"organization": layer.organizations, "sector": sectors.tolist(), **values})


def on_roster(layer: Layer, values: NDArray[Any]) -> NDArray[np.float64]:
    """Values of those who answered, spread over the whole roster with NaN for the others.

    Parameters
    ----------
    layer : Layer
        The whole roster, n organizations of which r answered.
    values : ndarray, shape (r,)
        In roster order.
    """
    spread = np.full(layer.n, np.nan)
    spread[layer.answered] = values
    return spread


def pair_rows(
    graph: PartnerGraph, one: NDArray[np.intp], other: NDArray[np.intp], **columns: Sequence[Any] | NDArray[Any]
) -> Table:
    """One row a pair: both names, both sectors and these columns.

    Parameters
    ----------
    graph : PartnerGraph
        Of n organizations.
    one, other : ndarray of int, shape (m,)
        Places of the two in the order of the graph.
    **columns : sequence, length m
        NaN becomes None.
    """
    people = graph.organizations
    ends = {"organization": one, "partner": other}
    frame = pd.DataFrame({name: people["organization"].to_numpy()[places] for name, places in ends.items()})
    frame.insert(1, "sector", people["sector"].to_numpy()[one])
    frame["partner_sector"] = people["sector"].to_numpy()[other]
    return rows_of(frame.assign(**{name: pd.Series(list(cells)) for name, cells in columns.items()}))
