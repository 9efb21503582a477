"""Facts of the agenda: whether partners endorse it, agree on it, and whether a sector stands apart."""

from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.facts._context import FactContext
from stakeholder_graph.conditions.facts._sampling import TO_ENDS, of_respondents
from stakeholder_graph.conditions.quantity import Quantity, does_not_apply, too_few
from stakeholder_graph.frames.arrays import Flags, Floats, Ints
from stakeholder_graph.measures.agenda._agreement import r_wg
from stakeholder_graph.measures.agenda._ratings import organization_ratings

#: Means are brought to a scale of so many steps.
STEPS = 5
#: How often uniform answering is simulated.
UNIFORM = 2_000


@dataclass(frozen=True, eq=False)
class _Ratings:
    """What organizations rated: shares of the scale from 0 to 1, and NaN where they have not."""

    shares: Floats
    sectors: Ints
    sizes: Ints
    steps: tuple[int, ...]
    everybody: int


def _ratings(context: FactContext) -> _Ratings | Quantity:
    table = organization_ratings(context.graph, context.partnership)[0]
    sectors, codes = np.unique(context.graph.organizations["sector"], return_inverse=True)
    rated = table.notna().any(axis=1).to_numpy() if len(table.columns) else np.zeros(len(table), dtype=bool)
    if not rated.any():
        return does_not_apply("no_ratings")
    scales = context.partnership.lists.get("steps")
    shares, steps = [], []
    for item in table.columns:
        values = table[item].to_numpy(dtype=float)
        known = scales.loc[scales["item"] == item, "value"].to_numpy(dtype=float) if scales is not None else values[:0]
        if len(known) < 2:  # bare numbers: the usual five steps, where they fit
            known = np.arange(1.0, STEPS + 1)
        if np.nanmin(values, initial=np.inf) < known.min() or np.nanmax(values, initial=-np.inf) > known.max():
            continue
        shares.append((values - known.min()) / (known.max() - known.min()))
        steps.append(len(known))
    if not shares:
        return does_not_apply("no_scale")
    sizes = np.bincount(codes, minlength=len(sectors))
    return _Ratings(np.array(shares).T[rated], codes[rated], sizes, tuple(steps), len(table))


def agenda_mean(context: FactContext, looked: FindingField) -> Quantity:
    """How far partners endorse the agenda: the mean over items of the mean over organizations, on five steps."""
    rated = _ratings(context)
    if isinstance(rated, Quantity):
        return rated

    def mean(kept: Flags) -> float:
        return float(1 + (STEPS - 1) * np.nanmean(np.nanmean(rated.shares[kept], axis=0)))

    quantity = of_respondents(len(rated.shares), rated.everybody, mean)
    return replace(quantity, step=(STEPS - 1) / len(rated.shares))


def agenda_agreed(context: FactContext, looked: FindingField) -> Quantity:
    """How far they agree with one another: the median of r_wg over items, held against uniform answering."""
    rated = _ratings(context)
    if isinstance(rated, Quantity):
        return rated
    ends = [np.linspace(0, 1, steps).tolist() for steps in rated.steps]

    def median(shares: Floats) -> float:
        answers = (column[~np.isnan(column)] for column in shares.T)
        return float(np.median([r_wg(given, steps) for given, steps in zip(answers, ends, strict=True)]))

    quantity = of_respondents(len(rated.shares), rated.everybody, lambda kept: median(rated.shares[kept]))
    if quantity.value is None:
        return quantity
    rng = np.random.default_rng(np.random.SeedSequence(context.settings.seed))
    blank = np.where(np.isnan(rated.shares), np.nan, 0.0)
    by_chance = [
        median(blank + np.column_stack([rng.choice(steps, len(blank)) for steps in ends])) for _draw in range(UNIFORM)
    ]
    p = (1 + sum(value >= quantity.value for value in by_chance)) / (1 + UNIFORM)
    return replace(quantity, p=p)


def agenda_sectors_apart(context: FactContext, looked: FindingField) -> Quantity:
    """How far the means of two sectors lie apart at most, over items, in steps of five."""
    rated = _ratings(context)
    if isinstance(rated, Quantity):
        return rated
    apart: list[tuple[float, float]] = []
    for column in rated.shares.T:
        given = ~np.isnan(column)
        counts = np.bincount(rated.sectors[given], minlength=len(rated.sizes))
        means = np.bincount(rated.sectors[given], column[given], len(rated.sizes)) / np.maximum(counts, 1)
        within = column[given] - means[rated.sectors[given]]
        variance = float((within**2).sum() / max(given.sum() - np.count_nonzero(counts), 1))
        errors = variance / np.maximum(counts, 1) * (1 - counts / np.maximum(rated.sizes, 1))
        heard = np.flatnonzero(counts)
        apart += [
            (abs(float(means[first] - means[second])), float(np.sqrt(errors[first] + errors[second])))
            for first, second in combinations(heard, 2)
        ]
    if not apart:
        return too_few("one_sector_heard")
    step = STEPS - 1
    low = step * max(max(gap - TO_ENDS * error, 0.0) for gap, error in apart)
    high = step * max(gap + TO_ENDS * error for gap, error in apart)
    value = step * max(gap for gap, _error in apart)
    fact = not any(error for _gap, error in apart)
    return Quantity(value, None if fact else (low, high), fact=fact)
