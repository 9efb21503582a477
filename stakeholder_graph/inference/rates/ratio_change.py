"""The change of a ratio of two sums over dyads between two waves, with an error that allows for drift.

A share of ties that cross sectors, or that are returned, is a sum over dyads divided by another. To first order each
dyad moves such a ratio by (its part of the numerator - ratio x its part of the denominator) / denominator, and what one
dyad moves it by from one wave to the next takes the place of the change of a tie in `dyadic_change`: with a denominator
of 1 for each dyad both are the same to the last digit. The jackknife computes both ratios anew without each
organization [1]_.

References
----------
.. [1] Aronow, P. M., Samii, C., & Assenova, V. A. (2015). Cluster-robust variance estimation for dyadic data. Political
   Analysis, 23(4), 564-577.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtr, stdtrit

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.model.finding import LEVEL, Interval


@dataclass(frozen=True, slots=True)
class PerDyad:
    """A ratio as what each dyad adds to its numerator and its denominator.

    Parameters
    ----------
    numerator, denominator : ndarray of float, shape (n, n)
        0 where a dyad has no part; symmetric where ties have no direction.

    Examples
    --------
    >>> PerDyad(np.array([[0.0, 1.0], [0.0, 0.0]]), np.array([[0.0, 1.0], [1.0, 0.0]])).value
    0.5
    """

    numerator: Floats
    denominator: Floats

    @property
    def value(self) -> float:
        """The ratio; NaN where nothing is counted."""
        whole = float(self.denominator.sum())
        return float(self.numerator.sum()) / whole if whole else float("nan")

    @property
    def moves(self) -> Floats:
        """By how much each dyad moves the ratio, to first order."""
        moved: Floats = (self.numerator - self.value * self.denominator) / self.denominator.sum()
        return moved

    @property
    def left_out(self) -> Floats:
        """The ratio without each organization; NaN where nothing is left to count."""
        above, below = (_without_each(part) for part in (self.numerator, self.denominator))
        with np.errstate(invalid="ignore", divide="ignore"):
            ratio: Floats = np.where(below > 0, above / below, np.nan)
        return ratio


@dataclass(frozen=True, slots=True)
class RatioChange:
    """How a ratio changed.

    Parameters
    ----------
    organizations : int
        How many there are.
    before, after : float
        The ratio in each wave.
    se : float
        Standard error of the change.
    """

    organizations: int
    before: float
    after: float
    se: float

    @property
    def change(self) -> float:
        """After less before."""
        return self.after - self.before

    @property
    def p(self) -> float:
        """Two-sided, by t with one degree of freedom fewer than there are organizations; 1 where nothing varies."""
        return float(2 * stdtr(self.organizations - 1, -abs(self.change) / self.se)) if self.se else 1.0

    @property
    def range(self) -> Interval:
        """The 95 % interval of the change."""
        reach = float(stdtrit(self.organizations - 1, 1 - LEVEL / 2)) * self.se
        return self.change - reach, self.change + reach


def ratio_change(before: PerDyad, after: PerDyad) -> RatioChange | None:
    """Compare a ratio between two waves of the same organizations.

    Parameters
    ----------
    before, after : PerDyad
        Of the same organizations in the same order, on dyads that are known both times.

    Returns
    -------
    RatioChange or None
        None for fewer than three organizations, or where a wave, whole or without one organization, counts nothing.

    Examples
    --------
    >>> ties = [np.triu(np.ones((4, 4)), 1), np.tril(np.ones((4, 4)), -1)]
    >>> whole = ties[0] + ties[1]
    >>> changed = ratio_change(PerDyad(ties[0], whole), PerDyad(whole, whole))
    >>> changed.before, changed.after, changed.change
    (0.5, 1.0, 0.5)
    """
    n = len(before.numerator)
    if n < 3 or not (before.denominator.sum() and after.denominator.sum()):
        return None
    without: Floats = after.left_out - before.left_out
    if not np.isfinite(without).all():
        return None
    of_pair: Floats = after.moves - before.moves
    of_pair = of_pair + of_pair.T
    of_organization = of_pair.sum(axis=1)
    independent = float((np.triu(of_pair) ** 2).sum())
    # Pairs of dyads that share both ends stand in the sums of both.
    robust = float(of_organization @ of_organization) - independent
    jackknife = (n - 1) / n * float(((without - without.mean()) ** 2).sum())
    variance = (max(robust, independent) + jackknife) / 2
    return RatioChange(n, before.value, after.value, float(np.sqrt(max(variance, 0.0))))


def _without_each(part: Floats) -> Floats:
    """The sum of a matrix, whose diagonal is 0, without the row and the column of each organization."""
    rest: Floats = part.sum() - part.sum(axis=0) - part.sum(axis=1)
    return rest
