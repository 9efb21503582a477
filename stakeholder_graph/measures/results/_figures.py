"""The list of indicators as series: the figures of one indicator, group and place over time, since its test changed."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import starmap
from typing import NamedTuple

import numpy as np
import pandas as pd

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures.results._periods import in_time, times_of

#: Rates of a share and of a percentage; figures beyond are no rates.
SHARE, PERCENT = 1.0, 100.0
BLANK = ""
_PERCENT = re.compile(r"%|\bpercent|\bper cent|\bpor ciento", re.IGNORECASE)
#: Rates of children, births, residents and the like, by a round number of them.
_RATE = re.compile(r"\bp(?:er|or) (1,?0{2,3}(?:,?0{3})?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    Parameters
    ----------
    period : str
        As written.
    value : float
        As written.
    n : float
        Of how many; NaN where that is not known.
    test : str
        Of which test it is, where tests changed.
    """

    period: str
    value: float
    n: float
    test: str = ""


@dataclass(frozen=True)
class Series:
    """Figures of one indicator, group and place, oldest first, of the test that is in use now.

    Parameters
    ----------
    figures : tuple of Figure
        At most one a period.
    earlier : tuple of Figure
        Those of tests that are no longer in use.
    """

    figures: tuple[Figure, ...] = ()
    earlier: tuple[Figure, ...] = ()

    @cached_property
    def times(self) -> Floats:
        """When each is from."""
        return times_of([figure.period for figure in self.figures])

    @property
    def values(self) -> Floats:
        """What each is."""
        return np.array([figure.value for figure in self.figures])

    @property
    def sizes(self) -> Floats:
        """Of how many each is."""
        return np.array([figure.n for figure in self.figures])

    def at(self, period: str) -> Figure | None:
        """The figure of a period."""
        return next((figure for figure in self.figures if figure.period == period), None)


@dataclass(frozen=True)
class Indicator:
    """One indicator with all that is said of it.

    Parameters
    ----------
    name, outcome : str
        The outcome is blank where none is stated.
    direction : int
        1 where more is better, -1 where less is; 0 where nobody has said.
    role : str
        ``core``, ``contributing`` or blank.
    matters, target : float
        The least change that matters, and the target; NaN where none is stated.
    baseline : str
        The period that it is compared with; blank where none is stated.
    reference : str
        The group that others are compared with; blank where none is stated.
    unit : str
        Of its figures; blank where none is stated.
    series : mapping of (str, str) to Series
        By group and place; both blank for everybody.
    also : tuple of str
        Further outcomes that the list of items has it for.
    """

    name: str
    outcome: str = ""
    direction: int = 0
    role: str = ""
    matters: float = float("nan")
    target: float = float("nan")
    baseline: str = ""
    reference: str = ""
    unit: str = ""
    series: Mapping[tuple[str, str], Series] | None = None
    also: tuple[str, ...] = ()

    def of(self, group: str = BLANK, place: str = BLANK) -> Series:
        """The series of a group and a place; an empty one where there is none."""
        return (self.series or {}).get((group, place), Series())

    @property
    def outcomes(self) -> tuple[str, ...]:
        """All outcomes that it is there for."""
        return tuple(filter(None, (self.outcome, *self.also)))

    @cached_property
    def scale(self) -> float:
        """What all of them would be: 1 of shares, 100 of percentages, 1,000 of rates per 1,000; NaN of what is no rate.

        Where no unit is stated, figures from 0 to 1 are shares, and others up to 100 percentages.
        """
        values = [figure.value for series in (self.series or {}).values() for figure in series.figures]
        stated = _scale_of(self.unit)
        scale = stated if self.unit else SHARE if values and max(values) <= SHARE else PERCENT
        return scale if values and min(values) >= 0 and max(values) <= scale else math.nan

    @property
    def margin(self) -> float:
        """The least change that matters, in the unit of the figures; stated in points, also of shares."""
        return self.matters / PERCENT if self.scale == SHARE and self.matters >= 1 else self.matters


def _scale_of(unit: str) -> float:
    if _PERCENT.search(unit):
        return PERCENT
    if rate := _RATE.search(unit):
        return float(rate[1].replace(",", ""))
    return SHARE if unit.casefold() in ("share", "proportion", "fraction") else math.nan


def indicators_of(partnership: Partnership) -> list[Indicator]:
    """Read the list of indicators.

    Parameters
    ----------
    partnership : Partnership
        Its lists `indicators` and `items`.

    Returns
    -------
    list of Indicator
        In the order of the list; those of `items` of which there is no figure last.
    """
    frame = partnership.lists.get("indicators")
    outcomes = _listed(partnership)
    by_name: dict[str, list[_Row]] = {}
    for row in [] if frame is None else _rows(frame):
        by_name.setdefault(row.indicator, []).append(row)
    listed = {name: _indicator(name, rows, outcomes.get(name, ())) for name, rows in by_name.items()}
    without = {name: served for name, served in outcomes.items() if name not in listed}
    return [
        *listed.values(),
        *(Indicator(name, served[0] if served else "", also=served[1:]) for name, served in without.items()),
    ]


def _listed(partnership: Partnership) -> dict[str, tuple[str, ...]]:
    """The outcomes of each indicator on the list of items: mostly one."""
    items = partnership.lists.get("items")
    if items is None:
        return {}
    rows = items[items["kind"] == "indicator"]
    listed: dict[str, dict[str, None]] = {}
    for name, outcome in zip(rows["item"].astype(str), _texts(rows, "outcome"), strict=True):
        listed.setdefault(name, {}).update({outcome: None} if outcome else {})
    return {name: tuple(outcomes) for name, outcomes in listed.items()}


class _Row(NamedTuple):
    """One row of the list: texts are blank, and numbers NaN, where nothing is stated."""

    indicator: str
    subgroup: str
    place: str
    period: str
    value: float
    n: float
    series: str
    outcome: str
    good: str
    role: str
    unit: str
    baseline: str
    reference: bool
    matters: float
    target: float


_NUMBERS = ("value", "n", "matters", "target")


def _rows(frame: pd.DataFrame) -> list[_Row]:
    read = dict.fromkeys(_NUMBERS, _numbers) | {"reference": _marks}
    columns = [read.get(name, _texts)(frame, name) for name in _Row._fields]
    return [row for row in starmap(_Row, zip(*columns, strict=True)) if row.indicator]


def _indicator(name: str, rows: Sequence[_Row], listed: tuple[str, ...]) -> Indicator:
    by_series: dict[tuple[str, str], list[_Row]] = {}
    for row in rows:
        by_series.setdefault((row.subgroup, row.place), []).append(row)
    targets = [row.target for row in by_series.get((BLANK, BLANK), ()) if row.target == row.target]
    outcome = _first(row.outcome for row in rows) or next(iter(listed), "")
    return Indicator(
        name,
        outcome,
        {"up": 1, "down": -1}.get(_first(row.good for row in rows), 0),
        _first(row.role for row in rows),
        next((row.matters for row in rows if row.matters == row.matters), math.nan),
        targets[-1] if targets else math.nan,
        _first(row.baseline for row in rows),
        _first(row.subgroup for row in rows if row.reference),
        _first(row.unit for row in rows),
        {key: _series(series) for key, series in by_series.items()},
        tuple(other for other in listed if other != outcome),
    )


def _series(rows: Sequence[_Row]) -> Series:
    """Figures in time; the test of the latest is the one in use, in a period with two of them the one listed last."""
    by_period: dict[str, list[Figure]] = {}
    for row in rows:
        if row.value == row.value:
            by_period.setdefault(row.period, []).append(Figure(row.period, row.value, row.n, row.series))
    if not by_period:
        return Series()
    order = in_time(by_period)
    current = by_period[order[-1]][-1].test
    figures = [figure for period in order for figure in by_period[period]]
    return Series(
        tuple(figure for figure in figures if figure.test == current),
        tuple(figure for figure in figures if figure.test != current),
    )


def _texts(rows: pd.DataFrame, column: str) -> list[str]:
    if column not in rows:
        return [BLANK] * len(rows)
    written = rows[column].astype(object)
    return [BLANK if blank else str(text).strip() for text, blank in zip(written, written.isna(), strict=True)]


def _numbers(rows: pd.DataFrame, column: str) -> list[float]:
    return rows[column].astype(float).tolist() if column in rows else [math.nan] * len(rows)


def _marks(rows: pd.DataFrame, column: str) -> list[bool]:
    return rows[column].astype(bool).tolist() if column in rows else [False] * len(rows)


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")
