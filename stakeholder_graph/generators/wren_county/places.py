"""Figures by place: reading by school, graduation by high school and group, and what schools work with."""

from io import StringIO

import numpy as np
import pandas as pd

from stakeholder_graph.frames.arrays import Floats, Ints
from stakeholder_graph.generators.exact_draws import apportion

READING, GRADUATION = "Third-grade reading", "Graduated in four years"
LOWER, OTHER = "Lower-income families", "Other families"
#: Years of the figures by school.
YEARS = ("2023", "2024", "2025")
LIBRARY, ACADEMY = "leveled library", "reading academy for teachers"

#: `share`: of a hundred children, how many live in a lower-income family; `above`: points that the school's children
#: read better than elsewhere with such families, year after year; `library`: since when it has a leveled library.
_SCHOOLS = """\
place|children|share|above|library|academy
Cedar Street Elementary School|88|56|26|2021|2022
Courthouse Elementary School|92|48|0||
Eastgate Elementary School|78|74|0||2023
Ferry Road Elementary School|70|72|0||
Foundry Hill Elementary School|66|68|0||2023
Harbor Flats Elementary School|80|64|26|2020|
Lakeview Elementary School|88|29|0|2021|
Long Meadow Elementary School|72|36|0||
Millrace North Elementary School|76|58|0||
Millrace South Elementary School|68|61|0||2022
North Fork Consolidated School|26|55|0||
Orchard Elementary School|82|33|0||
Quarry Elementary School|58|75|0||
River Bend Elementary School|64|52|0|2023|
Sycamore Elementary School|80|44|0||
Union Square Elementary School|74|57|0||2023
West Wrenfield Elementary School|86|40|0||
Wrenfield Academy Charter School|34|46|0||
"""
#: Points that reading falls with each point of the share of lower-income families, and how much schools differ anyway.
SLOPE, SPREAD = -0.42, 1.5

#: Graduation by high school: students of both groups in 2025, and their gap in points in 2020 and in 2025.
_HIGH_SCHOOLS = """\
place|lower|other|gap_2020|gap_2025
Wrenfield High School|186|243|15.5|13.5
Eastgate High School|168|120|14.5|-1.0
Millrace High School|134|141|13.0|14.5
Harbor Flats High School|84|72|14.0|11.5
Wrenfield Academy Charter School|24|50|15.0|13.0
North Fork Consolidated School|8|11|12.0|12.0
"""


def _table(text: str) -> pd.DataFrame:
    return pd.read_csv(StringIO(text), sep="|", keep_default_na=False)


def places() -> pd.DataFrame:
    """List what each school has to work with, and its practices.

    Returns
    -------
    DataFrame
        The plain file ``places``.
    """
    rows = []
    for school in _table(_SCHOOLS).to_dict("records"):
        for year in YEARS:
            since = {LIBRARY: school["library"], ACADEMY: school["academy"]}
            practices = [practice for practice, first in since.items() if first and int(first) <= int(year)]
            rows.append((school["place"], year, school["share"], "; ".join(practices)))
    return pd.DataFrame(rows, columns=["place", "period", "lower-income families (%)", "practices"])


def by_place(indicators: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Draw figures by place that add up to those of the county.

    Parameters
    ----------
    indicators : DataFrame
        Figures of the county, with indicator, period, subgroup, value and n.
    rng : numpy.random.Generator

    Returns
    -------
    DataFrame
        With indicator, period, value, subgroup, place and n.
    """
    whole = {
        (name, group, period): (value, int(n))
        for name, group, period, value, n in indicators[["indicator", "subgroup", "period", "value", "n"]].itertuples(
            index=False
        )
    }
    rows = [*_reading(whole, rng), *_graduation(whole, rng)]
    return pd.DataFrame(rows, columns=["indicator", "period", "value", "subgroup", "place", "n"])


CountyFigures = dict[tuple[str, str, str], tuple[float, int]]
PlaceFigure = tuple[str, str, float, str, str, int]


def _reading(whole: CountyFigures, rng: np.random.Generator) -> list[PlaceFigure]:
    schools = _table(_SCHOOLS)
    above = schools["above"].to_numpy(np.float64)
    lasting = above + SPREAD * rng.standard_normal(len(schools)) * (above == 0)
    expected = SLOPE * schools["share"].to_numpy(np.float64) + lasting
    rows: list[PlaceFigure] = []
    for year in YEARS:
        value, n = whole[READING, "", year]
        sizes = apportion(schools["children"].to_numpy() * (0.95 + 0.1 * rng.random(len(schools))), n)
        level = value + expected - float(sizes @ expected) / n
        reached = _adding_up(rng.binomial(sizes, np.clip(level, 5, 95) / 100), sizes, round(value * n / 100), rng)
        rows += _rows(READING, year, "", list(schools["place"]), reached, sizes)
    return rows


def _graduation(whole: CountyFigures, rng: np.random.Generator) -> list[PlaceFigure]:
    schools = _table(_HIGH_SCHOOLS)
    level = 1.5 * rng.standard_normal(len(schools))
    years = [period for name, group, period in whole if (name, group) == (GRADUATION, LOWER)]
    ends = schools[["gap_2020", "gap_2025"]].to_numpy(np.float64)
    rows: list[PlaceFigure] = []
    for number, year in enumerate(years):
        gap = ends[:, 0] + (ends[:, 1] - ends[:, 0]) * number / (len(years) - 1)
        counts: dict[str, tuple[Ints, Ints]] = {}
        for group, column, side in ((LOWER, "lower", -0.5), (OTHER, "other", 0.5)):
            value, n = whole[GRADUATION, group, year]
            sizes = apportion(schools[column].to_numpy(np.float64), n)
            expected = level + side * gap
            share = (value + expected - float(sizes @ expected) / n) / 100
            reached = _adding_up(np.rint(sizes * share).astype(np.int64), sizes, round(value * n / 100), rng)
            counts[group] = reached, sizes
            rows += _rows(GRADUATION, year, group, list(schools["place"]), reached, sizes)
        both = [sum(parts) for parts in zip(*counts.values(), strict=True)]
        rows += _rows(GRADUATION, year, "", list(schools["place"]), np.asarray(both[0]), np.asarray(both[1]))
    return rows


def _adding_up(reached: Ints, sizes: Ints, total: int, rng: np.random.Generator) -> Ints:
    """The counts, one child more or less in a few places, so that they add up to the county's."""
    reached = reached.copy()
    while (missing := total - int(reached.sum())) != 0:
        step = 1 if missing > 0 else -1
        open_to_it = np.flatnonzero((reached + step >= 0) & (reached + step <= sizes))
        weights: Floats = sizes[open_to_it] / sizes[open_to_it].sum()
        chosen = rng.choice(open_to_it, min(abs(missing), len(open_to_it)), replace=False, p=weights)
        reached[chosen] += step
    return reached


def _rows(indicator: str, year: str, group: str, names: list[str], reached: Ints, sizes: Ints) -> list[PlaceFigure]:
    values = np.round(100 * reached / sizes, 1)
    return [
        (indicator, year, float(value), group, place, int(n))
        for place, value, n in zip(names, values, sizes, strict=True)
    ]
