"""The change of a share of dyads between two waves, with an error that allows for organizations that drift.

Dyads that share an organization are not independent: one that names more partners than before changes many at once. The
dyadic-robust variance [1]_ allows for that, and is too small with few organizations; the jackknife that leaves out one
organization at a time, with the usual factor (n - 1)/n, is too large where dyads are independent. Half of the sum of
both keeps the level from 20 organizations on; swapping the rows of the two waves does not. A robust variance below that
of independent dyads is taken for that of independent dyads. The vertex jackknife of [2]_, whose factor (n - 2)/(2 n)
suits independent dyads alone, is given beside.

References
----------
.. [1] Aronow, P. M., Samii, C., & Assenova, V. A. (2015). Cluster-robust variance estimation for dyadic data. Political
   Analysis, 23(4), 564-577.
.. [2] Snijders, T. A. B., & Borgatti, S. P. (1999). Non-parametric standard errors and tests for network statistics.
   Connections, 22(2), 161-170.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtr, stdtrit

from stakeholder_graph.frames.arrays import Flags, Floats
from stakeholder_graph.model.finding import LEVEL


@dataclass(frozen=True, slots=True)
class DyadicChange:
    """How a share of dyads changed.

    Parameters
    ----------
    organizations, dyads : int
        How many there are, and how many ordered dyads are known both times.
    before, after : int
        Ties among these.
    se : float
        Standard error of the change of the share.
    robust_se, jackknife_se : float
        By the robust variance, and by the vertex jackknife, alone.
    """

    organizations: int
    dyads: int
    before: int
    after: int
    se: float
    robust_se: float
    jackknife_se: float

    @property
    def change(self) -> float:
        """Of the share."""
        return (self.after - self.before) / self.dyads

    @property
    def p(self) -> float:
        """Two-sided, by t with one degree of freedom fewer than there are organizations; 1 where nothing varies."""
        return float(2 * stdtr(self.organizations - 1, -abs(self.change) / self.se)) if self.se else 1.0

    @property
    def range(self) -> tuple[float, float]:
        """The 95 % interval of the change, in ties."""
        reach = float(stdtrit(self.organizations - 1, 1 - LEVEL / 2)) * self.se
        return (self.change - reach) * self.dyads, (self.change + reach) * self.dyads


def dyadic_change(before: Flags, after: Flags, known: Flags) -> DyadicChange | None:
    """Compare two waves on the dyads that are known in both.

    Parameters
    ----------
    before, after : ndarray of bool, shape (n, n)
        Ties; symmetric where they have no direction.
    known : ndarray of bool, shape (n, n)
        Dyads known both times; the diagonal is not looked at.

    Returns
    -------
    DyadicChange or None
        None for fewer than three organizations, or where leaving one out would leave no dyad.

    Examples
    --------
    >>> before, after = np.zeros((4, 4), dtype=bool), np.zeros((4, 4), dtype=bool)
    >>> after[0, 1] = after[1, 2] = True
    >>> changed = dyadic_change(before, after, np.ones((4, 4), dtype=bool))
    >>> changed.before, changed.after, round(changed.change, 3)
    (0, 2, 0.167)
    """
    n = len(known)
    known = known & ~np.eye(n, dtype=bool)
    dyads = int(known.sum())
    through = known.sum(axis=0) + known.sum(axis=1)
    if n < 3 or not dyads or (dyads - through <= 0).any():
        return None
    change = np.where(known, after.astype(float) - before, 0.0)
    mean = change.sum() / dyads
    of_pair: Floats = np.where(known, change - mean, 0.0)
    of_pair = of_pair + of_pair.T
    of_organization = of_pair.sum(axis=1)
    independent = float((np.triu(of_pair) ** 2).sum()) / dyads**2
    # Pairs of dyads that share both ends stand in the sums of both.
    robust = float(of_organization @ of_organization) / dyads**2 - independent
    without = (change.sum() - change.sum(axis=0) - change.sum(axis=1)) / (dyads - through)
    left_out = float(((without - without.mean()) ** 2).sum())
    # The factor of the vertex jackknife suits independent dyads; organizations that drift need that of the plain one.
    jackknife = (n - 2) / (2 * n) * left_out
    variance = (max(robust, independent) + (n - 1) / n * left_out) / 2
    ties = [int((wave & known).sum()) for wave in (before, after)]
    return DyadicChange(n, dyads, *ties, *(float(np.sqrt(max(value, 0.0))) for value in (variance, robust, jackknife)))
