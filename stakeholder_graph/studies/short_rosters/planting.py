"""Planting and masking: drawn networks are taken for the truth, and answers are revealed of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.random import SeedSequence

from stakeholder_graph.frames.arrays import Flags
from stakeholder_graph.graph import Layer
from stakeholder_graph.inference.imputation.dyads import Dyads
from stakeholder_graph.inference.imputation.impute import SHIFTS, Imputations, impute, ranges, streams
from stakeholder_graph.model.finding import Interval
from stakeholder_graph.studies.short_rosters.reveal import not_known, revealed

Statistics = Mapping[str, Callable[[Layer], float]]
Widths = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class PlantedWidths:
    """How wide ranges are on average once answers are revealed; None where some network gives no range.

    Parameters
    ----------
    short, fewer, whole : mapping of str to (float or None)
        By statistic: where all answer in short, where fewer answer in full, where all do.
    not_known : tuple of int
        Pairs of which neither side has spoken: before, where all answer in short, where fewer answer in full.
    """

    short: Widths
    fewer: Widths
    whole: Widths
    not_known: tuple[int, int, int]


def planted_widths(
    drawn: Imputations,
    about: Flags,
    fewer: int,
    statistics: Statistics,
    *,
    draws: int,
    planted: int,
    seed: int = 0,
) -> PlantedWidths:
    """Compute how wide ranges are on average once answers are revealed.

    Parameters
    ----------
    drawn : Imputations
        Of what is known; the first of them are taken for the truth, with everybody as active as those who answered.
    about : ndarray of bool, shape (n, n)
        About whom each is asked in short; rows without any are those of nobody who is asked.
    fewer : int
        How many of them, drawn by lot for each network, would answer in full instead.
    statistics : mapping of str to callable
        ``(layer) -> float``.
    draws : int
        How many imputations of each network.
    planted : int
        How many networks are taken for the truth; where nothing is missing it is what is known.
    seed : int
        Of lots and imputations.

    Returns
    -------
    PlantedWidths
    """
    layer, answering = drawn.layer, np.asarray(about.any(axis=1))
    truths = [truth for truth, _number in zip(drawn.completed(), range(planted), strict=False)] or [layer]
    seeds = list(streams(SeedSequence(seed, spawn_key=(1,)), 3 * len(truths)))
    in_short = [revealed(layer, truth, about) for truth in truths]
    in_full = [revealed(layer, truth, _about_everybody(answering)) for truth in truths]
    by_fewer = []
    for truth, lot in zip(truths, seeds[::3], strict=True):
        order = np.random.default_rng(lot).permutation(np.flatnonzero(answering))
        first = np.isin(np.arange(layer.n), order[:fewer])
        by_fewer.append(revealed(layer, truth, _about_everybody(first)))

    def widths(layers: list[Layer], stream: int) -> Widths:
        imputed = [ranges_of(*pair, statistics, draws) for pair in zip(layers, seeds[stream::3], strict=True)]
        return {name: _mean_width([by_name[name] for by_name in imputed]) for name in statistics}

    open_pairs = not_known(layer), not_known(in_short[0]), round(float(np.mean([*map(not_known, by_fewer)])))
    return PlantedWidths(widths(in_short, 1), widths(by_fewer, 2), widths(in_full, 1), open_pairs)


def ranges_of(layer: Layer, seed: SeedSequence | int, statistics: Statistics, draws: int) -> dict[str, Interval | None]:
    """Impute a layer, and give the range of each statistic.

    Parameters
    ----------
    layer : Layer
        As reported, or undirected.
    seed : SeedSequence or int
        Of the imputations.
    statistics : mapping of str to callable
        ``(layer) -> float``.
    draws : int
        How many imputations.
    """
    # Where everybody's activity is known, nobody is assumed to be half or twice as active.
    shifts = SHIFTS[:1] if Dyads.of(layer).informative.all() else SHIFTS
    imputed = impute(layer, imputations=draws, seed=seed, shifts=shifts)
    return {name: ranges(imputed, value_of).range for name, value_of in statistics.items()}


def _about_everybody(answering: Flags) -> Flags:
    return np.repeat(answering[:, np.newaxis], len(answering), axis=1)


def _mean_width(intervals: list[Interval | None]) -> float | None:
    widths = [ends[1] - ends[0] for ends in intervals if ends is not None]
    return float(np.mean(widths)) if len(widths) == len(intervals) else None
