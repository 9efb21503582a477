"""Facts of the agenda: whether partners endorse it, agree on it, and whether a sector stands apart."""

from dataclasses import dataclass, replace
from warnings import catch_warnings

import numpy as np

from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.facts._context import FactContext
from stakeholder_graph.conditions.facts._sampling import of_respondents
from stakeholder_graph.conditions.quantity import Quantity, does_not_apply, too_few
from stakeholder_graph.frames.arrays import Flags, Floats, Ints
from stakeholder_graph.measures.agenda._ratings import organization_ratings

#: Means are brought to a scale of so many steps.
STEPS = 5
#: How often uniform answering is simulated, and how often what is not answered yet is drawn.
UNIFORM, DRAWN = 2_000, 1_000


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
    even = np.array([np.var(np.linspace(0, 1, steps)) for steps in rated.steps])

    def median(shares: Floats) -> Floats:
        """Of many tables at once, or of one: the last two axes are organizations and items."""
        if shares.shape[-2] < 2:
            return np.full(shares.shape[:-2], np.nan)
        with catch_warnings(action="ignore", category=RuntimeWarning):  # nobody, or one, rated an item
            agreement: Floats = np.median(1 - np.nanvar(shares, axis=-2, ddof=1) / even, axis=-1)
        return agreement

    quantity = of_respondents(len(rated.shares), rated.everybody, lambda kept: float(median(rated.shares[kept])))
    if quantity.value is None:
        return quantity
    rng = np.random.default_rng(np.random.SeedSequence(context.settings.seed))
    given = ~np.isnan(rated.shares)
    uniform = [rng.integers(steps, size=(UNIFORM, len(given))) / (steps - 1) for steps in rated.steps]
    by_chance = median(np.where(given, np.stack(uniform, axis=-1), np.nan))
    p = float(1 + (by_chance >= quantity.value).sum()) / (1 + UNIFORM)
    return replace(quantity, p=p)


def agenda_sectors_apart(context: FactContext, looked: FindingField) -> Quantity:
    """How far the means of two sectors lie apart at most, over items, in steps of five."""
    rated = _ratings(context)
    if isinstance(rated, Quantity):
        return rated
    counts = np.bincount(rated.sectors, minlength=len(rated.sizes))
    if np.count_nonzero(counts) < 2:
        return too_few("one_sector_heard")
    rng = np.random.default_rng(np.random.SeedSequence(context.settings.seed))
    value, drawn = 0.0, np.zeros(DRAWN)
    for column in rated.shares.T:
        means, errors = _sector_means(rated, column)
        value = max(value, float(np.nanmax(means) - np.nanmin(means)))
        # What those who have not answered would add, if they are like the others of their sector.
        possible = means + errors * rng.standard_normal((DRAWN, len(means)))
        drawn = np.maximum(drawn, np.nanmax(possible, axis=1) - np.nanmin(possible, axis=1))
    step = STEPS - 1
    if len(rated.shares) == rated.everybody:
        return Quantity(step * value, fact=True)
    low, high = np.quantile(drawn, (0.05, 0.95))
    return Quantity(step * value, (float(step * min(low, value)), float(step * max(high, value))))


def _sector_means(rated: _Ratings, column: Floats) -> tuple[Floats, Floats]:
    """The mean of each sector that rated an item, NaN for the others, and its standard error for all of the sector."""
    given = ~np.isnan(column)
    codes, sectors = rated.sectors[given], len(rated.sizes)
    counts = np.bincount(codes, minlength=sectors)
    heard = counts > 0
    means = np.full(sectors, np.nan)
    means[heard] = np.bincount(codes, column[given], sectors)[heard] / counts[heard]
    within = column[given] - means[codes]
    variance = float((within**2).sum() / max(len(codes) - int(heard.sum()), 1))
    errors = np.zeros(sectors)
    missing = 1 - counts[heard] / rated.sizes[heard]
    errors[heard] = np.sqrt(variance / counts[heard] * missing)
    return means, errors
