"""Places compared with what is expected of them: figures of one indicator, and what each place has to work with."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.measures.results._figures import Indicator
from stakeholder_graph.measures.results._gaps import shown_figures
from stakeholder_graph.measures.results._periods import in_time
from stakeholder_graph.measures.results._suppression import FEWEST

#: Fewer places say nothing of what is usual.
LEAST_PLACES = 10
#: So many places for each thing that places have to work with.
PLACES_A_COLUMN = 10
_NOT_ATTRIBUTES = frozenset({"place", "period", "practices"})


@dataclass(frozen=True, eq=False)
class PlaceYears:
    """The same places in one year or two.

    Parameters
    ----------
    places : tuple of str
        n of them.
    periods : tuple of str
        One or two, the latest last.
    values, variances, sizes : ndarray of float, shape (n, years)
        As parts of 1, more being better; sampling variance of these, 0 where it is not known of how many they are.
    designs : tuple of ndarray of float, shape (n, p)
        For each year a column of ones and what places have to work with.
    attributes : tuple of str
        What that is.
    """

    places: tuple[str, ...]
    periods: tuple[str, ...]
    values: Floats
    variances: Floats
    sizes: Floats
    designs: tuple[Floats, ...]
    attributes: tuple[str, ...]


def place_years(indicator: Indicator, attributes: pd.DataFrame | None) -> PlaceYears | None:
    """Collect the figures of everybody in each place, of the latest two periods that enough places have.

    Parameters
    ----------
    indicator : Indicator
        Which.
    attributes : DataFrame or None
        The list of places.

    Returns
    -------
    PlaceYears or None
        Of one period where no second has enough places; None where none has, where a direction or a scale is lacking.
    """
    if not indicator.direction or math.isnan(indicator.scale):
        return None
    shown, _hidden = shown_figures(indicator)
    series = {place: cells for (group, place), cells in shown.items() if place and not group}
    large = {
        place: {figure.period: figure for figure in cells.figures if not figure.n < FEWEST}
        for place, cells in series.items()
    }
    periods = in_time(dict.fromkeys(period for figures in large.values() for period in figures))
    for years in (2, 1):
        for start in range(len(periods) - years, -1, -1):
            chosen = tuple(periods[start : start + years])
            places = [place for place, figures in large.items() if all(period in figures for period in chosen)]
            names, tables = _attributes(attributes, places, chosen)
            known = [k for k in range(len(places)) if all(np.isfinite(table[k]).all() for table in tables)]
            if len(known) < LEAST_PLACES:
                continue
            there = [[large[places[k]][period] for period in chosen] for k in known]
            values = np.array([[figure.value for figure in row] for row in there]) / indicator.scale
            sizes = np.array([[figure.n for figure in row] for row in there])
            return PlaceYears(
                tuple(places[k] for k in known),
                chosen,
                values if indicator.direction > 0 else 1 - values,
                sampling_variance(values, sizes),
                sizes,
                tuple(design_of(table[known]) for table in tables),
                names,
            )
    return None


def sampling_variance(values: Floats, sizes: Floats) -> Floats:
    """Give the binomial variance of shares; of none or all of n people as of half a person, since it is not 0.

    Parameters
    ----------
    values, sizes : ndarray of float
        Shares, and of how many; NaN where that is not known, of which 0 comes back.

    Examples
    --------
    >>> sampling_variance(np.array([0.5, 0.0]), np.array([100.0, 9.0])).round(5).tolist()
    [0.0025, 0.00528]
    """
    with np.errstate(invalid="ignore"):
        share = np.clip(values, 0.5 / (sizes + 1), 1 - 0.5 / (sizes + 1))
        return np.asarray(np.where(np.isfinite(sizes), share * (1 - share) / sizes, 0.0))


def _attributes(
    frame: pd.DataFrame | None, places: Sequence[str], periods: Sequence[str]
) -> tuple[tuple[str, ...], list[Floats]]:
    """What places have to work with, in each period: as of that one or the latest before; NaN where not known."""
    nothing: tuple[tuple[str, ...], list[Floats]] = ((), [np.zeros((len(places), 0)) for _period in periods])
    if frame is None or frame.empty:
        return nothing
    numbers = {name: pd.to_numeric(frame[name], errors="coerce") for name in frame if name not in _NOT_ATTRIBUTES}
    names = tuple(str(name) for name, column in numbers.items() if column.notna().any())
    # The first that the list has, as many as the number of places can bear.
    names = names[: len(places) // PLACES_A_COLUMN]
    order = in_time(dict.fromkeys([*frame["period"].astype(str), *periods]))
    rank = frame["period"].astype(str).map(order.index)
    tables = []
    for period in periods:
        table = np.full((len(places), len(names)), np.nan)
        for column, name in enumerate(names):
            known = frame.assign(rank=rank, number=numbers[name])
            known = known[known["number"].notna() & (known["rank"] <= order.index(period))].sort_values("rank")
            latest = known.groupby("place")["number"].last()
            table[:, column] = latest.reindex(list(places)).to_numpy()
        tables.append(table)
    return names, tables


def design_of(table: Floats) -> Floats:
    """Give a design: ones, and each column in standard units; a column in which no place differs is left out.

    Parameters
    ----------
    table : ndarray of float, shape (n, p)
        What each place has to work with.

    Examples
    --------
    >>> design_of(np.array([[1.0, 5.0], [3.0, 5.0]])).tolist()
    [[1.0, -1.0], [1.0, 1.0]]
    """
    varying = table[:, np.ptp(table, axis=0) > 0] if table.size else table
    return np.column_stack([np.ones(len(table)), (varying - varying.mean(axis=0)) / _spread(varying)])


def _spread(table: Floats) -> Floats:
    return np.asarray(table.std(axis=0)) if table.size else np.ones(table.shape[1])
