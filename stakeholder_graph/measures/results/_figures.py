"""The list of indicators as series: the figures of one indicator, group and place over time, since its test changed."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

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
    listed: dict[str, Indicator] = {}
    if frame is not None:
        for name, rows in frame.groupby("indicator", sort=False):
            listed[str(name)] = _indicator(str(name), rows, outcomes.get(str(name), ()))
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


def _indicator(name: str, rows: pd.DataFrame, listed: tuple[str, ...]) -> Indicator:
    groups = _texts(rows, "subgroup"), _texts(rows, "place")
    series = {
        (str(group), str(place)): _series(rows[(groups[0] == group) & (groups[1] == place)])
        for group, place in dict.fromkeys(zip(*groups, strict=True))
    }
    targets = _numbers(rows[(groups[0] == BLANK) & (groups[1] == BLANK)], "target")
    good = _first(rows, "good")
    marked = rows[rows["reference"].astype(bool)] if "reference" in rows else rows.iloc[:0]
    matters = _numbers(rows, "matters")
    outcome = _first(rows, "outcome") or next(iter(listed), "")
    return Indicator(
        name,
        outcome,
        {"up": 1, "down": -1}.get(good, 0),
        _first(rows, "role"),
        matters[0] if len(matters) else float("nan"),
        targets[-1] if len(targets) else float("nan"),
        _first(rows, "baseline"),
        _first(marked, "subgroup"),
        _first(rows, "unit"),
        series,
        tuple(other for other in listed if other != outcome),
    )


def _series(rows: pd.DataFrame) -> Series:
    """Figures in time; the test of the latest is the one in use, in a period with two of them the one listed last."""
    known = rows[rows["value"].notna()]
    if known.empty:
        return Series()
    sizes = known["n"].astype(float) if "n" in known else pd.Series(float("nan"), index=known.index)
    tests = _texts(known, "series")
    by_period: dict[str, list[tuple[str, Figure]]] = {}
    for period, value, n, test in zip(known["period"].astype(str), known["value"], sizes, tests, strict=True):
        by_period.setdefault(period, []).append((test, Figure(period, float(value), float(n), test)))
    order = in_time(by_period)
    current = by_period[order[-1]][-1][0]
    figures = [(test, figure) for period in order for test, figure in by_period[period]]
    return Series(
        tuple(figure for test, figure in figures if test == current),
        tuple(figure for test, figure in figures if test != current),
    )


def _texts(rows: pd.DataFrame, column: str) -> "pd.Series[str]":
    if column not in rows:
        return pd.Series(BLANK, index=rows.index, dtype=object)
    return rows[column].astype(object).where(rows[column].notna(), BLANK).astype(str).str.strip()


def _first(rows: pd.DataFrame, column: str) -> str:
    return next((text for text in _texts(rows, column) if text), "")


def _numbers(rows: pd.DataFrame, column: str) -> Sequence[float]:
    return rows[column].dropna().astype(float).tolist() if column in rows else []
