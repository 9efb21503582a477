"""Communities in one aspect against what is usual among them, within the limits that their sizes set: a funnel.

Each community's share is held against what chance gives in that very community. What is left still goes with size:
chance gives a small share of many organizations and a large one of few, and a share that is as large everywhere lies
above it by more where there are many. So a line through all communities over what chance gives says what is usual; on
such a line lie communities whose shares are alike, those whose shares lie above chance alike, and those in between, as
where a certain part of mentions is returned on purpose and chance decides the rest [3]_. A community stands out where
it lies above the line of all others by more than its own chance and their differences allow [1]_ [2]_: so neither its
size nor the sizes of its sectors decide. Where there is a second chance, it has to stand out against both. All these
tests are corrected together. Who lies below is not named, and nobody is ranked.

References
----------
.. [1] Spiegelhalter, D. J. (2005). Funnel plots for comparing institutional performance. Statistics in Medicine,
   24(8), 1185-1202.
.. [2] Viechtbauer, W., & Cheung, M. W.-L. (2010). Outlier and influence diagnostics for meta-analysis. Research
   Synthesis Methods, 1(2), 112-125.
.. [3] Katz, L., & Powell, J. H. (1955). Measurement of the tendency toward reciprocation of choice. Sociometry,
   18(4), 403-409.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.special import ndtr

from stakeholder_graph.communities.aspects import in_order
from stakeholder_graph.communities.community_wave import CommunityWave, Comparable
from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.inference.p_values import benjamini_hochberg
from stakeholder_graph.inference.rates.meta_regression import meta_regression, studentized_deleted_residuals
from stakeholder_graph.model.finding import LEVEL

#: Fewer communities do not say what is usual.
FEWEST = 10
#: How many standard deviations hold 95 and 99.8 in 100.
USUAL, NEARLY_ALL = 1.96, 3.09
#: Chances that differ by less are alike.
_ALIKE = 1e-9
#: A share of all would not vary, and nobody returns them everywhere.
_MOST_USUAL = 0.95
#: At so many sizes the limits of a funnel are given.
LIMITS = 25


@dataclass(frozen=True, slots=True)
class Placement:
    """Where one community stands in an aspect.

    Parameters
    ----------
    community : str
        Its name.
    size : float
        What chance depends on: as many independent connections would vary as much.
    apart : float
        How much its share, less what chance gives, lies above what is usual where chance gives as much.
    off : float or None
        The same in standard errors from the line of all others; None where there are too few of them.
    p, p_adjusted : float or None
        That it stands so far above by chance; against both chances, the larger. None where it cannot be said.
    """

    community: str
    size: float
    apart: float
    off: float | None = None
    p: float | None = None
    p_adjusted: float | None = None

    @property
    def stands_out(self) -> bool:
        """Whether others could learn from it."""
        return self.p_adjusted is not None and self.p_adjusted <= LEVEL


@dataclass(frozen=True, slots=True)
class Limit:
    """Within what 95, and 99.8, in 100 communities of a size lie."""

    size: float
    usual: float
    nearly_all: float


@dataclass(frozen=True, slots=True)
class CommunityFunnel:
    """Communities in one aspect.

    Parameters
    ----------
    aspect : str
        A key of `ASPECTS`.
    about : tuple of str
        As of `Comparable`.
    positions : tuple of Placement
        In the order of communities, which says nothing.
    limits : tuple of Limit
        From the least size to the greatest; none where there are too few communities.
    """

    aspect: str
    about: tuple[str, ...]
    positions: tuple[Placement, ...]
    limits: tuple[Limit, ...] = ()

    @property
    def to_learn_from(self) -> tuple[str, ...]:
        """The communities that stand out, in the order of communities."""
        return tuple(position.community for position in self.positions if position.stands_out)


def standings(waves: Sequence[CommunityWave]) -> tuple[CommunityFunnel, ...]:
    """Hold communities against each other in every aspect that two of them have.

    Parameters
    ----------
    waves : sequence of CommunityWave
        One a community.

    Returns
    -------
    tuple of CommunityFunnel
        In the order of `ASPECTS` and of names. p-values of all of them are corrected together by Benjamini and
        Hochberg's procedure.

    Examples
    --------
    >>> def made(k: int, share: float) -> CommunityWave:
    ...     compared = (Comparable("across_sectors", (), share, 0.8, 0.02, 0.8, 0.02),)
    ...     return CommunityWave(f"C{k:02d}", "1", "collaboration", True, 60, 60, comparables=compared)
    >>> compared = standings([*(made(k, 0.69 + 0.01 * (k % 3)) for k in range(11)), made(11, 0.95)])
    >>> [(standing.aspect, standing.to_learn_from) for standing in compared]
    [('across_sectors', ('C11',))]
    """
    held = [_held(aspect, about, waves) for aspect, about in _asked(waves)]
    p = np.concatenate([np.array([], dtype=float), *(tested.p for tested in held)])
    corrected = iter(benjamini_hochberg(p, np.isfinite(p)))
    return tuple(
        _standing(tested, np.array([next(corrected) for _name in tested.names], dtype=float)) for tested in held
    )


def _asked(waves: Sequence[CommunityWave]) -> list[tuple[str, tuple[str, ...]]]:
    """Aspects that two communities have."""
    had: dict[tuple[str, tuple[str, ...]], int] = {}
    for wave in waves:
        for comparable in wave.comparables:
            key = comparable.aspect, comparable.about
            had[key] = had.get(key, 0) + 1
    return in_order(key for key, count in had.items() if count > 1)


@dataclass(frozen=True, eq=False)
class _Held:
    """Communities in one aspect, held against all others: values less chance, variances, what the line runs over."""

    aspect: str
    about: tuple[str, ...]
    names: tuple[str, ...]
    values: Floats
    variances: Floats
    design: Floats
    spread: float
    off: Floats
    p: Floats


def _held(aspect: str, about: tuple[str, ...], waves: Sequence[CommunityWave]) -> _Held:
    had = [(wave.name, compared) for wave in waves if (compared := wave.comparable(aspect, about)) is not None]
    usual = float(np.average([row.value for _, row in had], weights=[row.denominator or 1 for _, row in had]))
    rows = [(name, row if row.expected is not None else _among_all(row, usual)) for name, row in had]
    rows = [(name, row) for name, row in rows if row.sd]
    values, variances, design = _against(rows, rewired=False)
    centre = float(np.mean([row.expected or 0.0 for _, row in rows])) if rows else 0.0
    off = p = np.full(len(rows), np.nan)
    if len(rows) >= FEWEST:
        off = studentized_deleted_residuals(values, variances, design)
        p = _upper(off, rows)
    # A chance of 0 or 1 would leave nothing to vary.
    spread = max(centre * (1 - centre), 1e-9)
    return _Held(aspect, about, tuple(name for name, _ in rows), values, variances, design, spread, off, p)


def _standing(held: _Held, adjusted: Floats) -> CommunityFunnel:
    """What is usual is said by those that do not stand out: one far above would widen the limits around itself."""
    if not held.names:
        return CommunityFunnel(held.aspect, held.about, ())
    usual = ~(adjusted <= LEVEL)
    values, variances, design = held.values[usual], held.variances[usual], held.design[usual]
    if len(values) <= design.shape[1]:
        values, variances, design = held.values, held.variances, held.design
    fit = meta_regression(values, variances, design) if len(values) > design.shape[1] else None
    centre = held.values if fit is None else held.design @ fit.coefficients
    sizes = held.spread / held.variances
    limits = _limits(sizes, held.spread, fit.tau2) if fit is not None and len(held.names) >= FEWEST else ()
    columns = _plain(sizes, held.values - centre, held.off, held.p, adjusted)
    positions = tuple(map(Placement, held.names, *columns))
    return CommunityFunnel(held.aspect, held.about, positions, tuple(limits))


def _among_all(row: Comparable, usual: float) -> Comparable:
    """A share of a count, against the share of all communities together."""
    return replace(
        row, expected=usual, sd=float(np.sqrt(usual * (1 - usual) / row.denominator)) if row.denominator else None
    )


def _against(rows: Sequence[tuple[str, Comparable]], *, rewired: bool) -> tuple[Floats, Floats, Floats]:
    """What each share lies above chance, the variance of that, and what the line runs over: what chance gives."""
    ends = [(row.expected_rewired, row.sd_rewired) if rewired else (row.expected, row.sd) for _, row in rows]
    chance, sd = np.array(ends, dtype=float).reshape(-1, 2).T
    shares = np.array([row.value for _, row in rows])
    variances = sd**2
    if any(row.aspect == "named_by_both" for _, row in rows):
        variances = variances * _wider(shares, chance, np.array([row.denominator for _, row in rows], dtype=float))
    return shares - chance, variances, _over(chance)


def _over(chance: Floats) -> Floats:
    """A level and a slope; a level alone where too few, or chances that are all alike, say nothing of a slope."""
    level = np.ones((len(chance), 1))
    if len(chance) < FEWEST or np.ptp(chance) < _ALIKE:
        return level
    return np.column_stack([level, (chance - chance.mean()) / chance.std()])


def _wider(shares: Floats, chance: Floats, mentions: Floats) -> Floats:
    """How many times as much as by chance a share of mentions returned varies where it is as large as usual.

    Of D pairs with a mention a part q is mutual: the share of mentions s is 2 q / (1 + q), and its variance to first
    order s (1 - s) (2 - s) over the count of mentions. Chance gives far less than is usual, and varies far less in
    large communities.
    """
    design, weights = _over(chance), np.sqrt(mentions)
    line = design @ np.linalg.lstsq(design * weights[:, None], shares * weights, rcond=None)[0]
    usual = np.clip(line, np.minimum(chance, 1 - _MOST_USUAL), _MOST_USUAL)

    def of(share: Floats) -> Floats:
        return share * (1 - share) * (2 - share)

    return of(usual) / of(chance)


def _upper(off: Floats, rows: Sequence[tuple[str, Comparable]]) -> Floats:
    """One-sided p; the larger one where communities were also held against rewired ties, NaN where one could not be."""
    p = ndtr(-off)
    if all(row.expected_rewired is None and row.aspect in ONE_CHANCE for _, row in rows):
        return np.asarray(p)
    known = np.array([bool(row.sd_rewired) for _, row in rows])
    larger = np.full(len(rows), np.nan)
    if known.sum() >= FEWEST:
        held = [row for row, kept in zip(rows, known, strict=True) if kept]
        off_rewired = studentized_deleted_residuals(*_against(held, rewired=True))
        larger[known] = np.maximum(p[known], ndtr(-off_rewired))
    return larger


#: Aspects that have one chance only: who answered, and how many return what is said of them, are not about sectors.
ONE_CHANCE = frozenset({"answered", "named_by_both"})


def _limits(sizes: Floats, spread: float, tau2: float) -> Iterator[Limit]:
    for size in np.geomspace(sizes.min(), sizes.max(), LIMITS) if np.ptp(sizes) > 0 else sizes[:1]:
        error = float(np.sqrt(tau2 + spread / size))
        yield Limit(float(size), USUAL * error, NEARLY_ALL * error)


def _plain(*columns: Floats) -> Iterator[list[float | None]]:
    for column in columns:
        yield [float(value) if np.isfinite(value) else None for value in column]
