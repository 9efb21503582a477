"""How dense communities of each size usually are, and within what limits: a funnel on the logarithm of the density.

The more organizations, the smaller the share of pairs that are connected, because nobody has time for everybody. So
the logarithm of the density lies on a line over that of the number of organizations. Around it communities vary by
the luck of which pairs happen to be connected, and by what makes them differ: a random effect [1]_.

References
----------
.. [1] Spiegelhalter, D. J. (2005). Funnel plots for comparing institutional performance. Statistics in Medicine,
   24(8), 1185-1202.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb, exp, log, sqrt

import numpy as np

from stakeholder_graph.communities.community_wave import CommunityWave
from stakeholder_graph.communities.standing import FEWEST, LIMITS, NEARLY_ALL, USUAL, CommunityFunnel, Limit, Placement
from stakeholder_graph.inference.rates.meta_regression import meta_regression

#: The slope where organizations have as many connections at every size.
_SAME_DEGREES = -1.0


@dataclass(frozen=True, slots=True)
class UsualDensity:
    """How dense communities of each size usually are.

    Parameters
    ----------
    intercept, slope : float
        Of the logarithm of the density on that of how many organizations are listed.
    spread : float
        The variance of that logarithm among communities of one size that no luck explains.
    answered : float
        The share of organizations that answered, of all communities together.
    """

    intercept: float
    slope: float
    spread: float = 0.0
    answered: float = 1.0

    def of(self, organizations: int) -> float:
        """The density that is usual for so many organizations."""
        return exp(self.intercept + self.slope * log(organizations))

    def limit(self, organizations: int) -> Limit:
        """Within what of the usual density 95, and 99.8, in 100 communities of a size lie."""
        usual = self.of(organizations)
        asked = _asked(organizations, round(self.answered * organizations))
        error = usual * sqrt(self.spread + _luck(usual, asked))
        return Limit(organizations, USUAL * error, NEARLY_ALL * error)


def usual_density(waves: Sequence[CommunityWave]) -> UsualDensity | None:
    """Say how dense communities of each size usually are.

    Parameters
    ----------
    waves : sequence of CommunityWave
        One a community.

    Returns
    -------
    UsualDensity or None
        None where too few communities are known. Where all are of one size nothing says how it goes with size; then
        it goes as if organizations had as many connections at every size.

    Examples
    --------
    >>> towns = [CommunityWave(str(n), "1", "", True, n, n, density=4 / n) for n in range(20, 40)]
    >>> usual = usual_density(towns)
    >>> round(usual.slope, 6), round(usual.of(80), 6), round(usual.spread, 6)
    (-1.0, 0.05, 0.0)
    """
    known = [
        (wave.organizations, wave.density, asked)
        for wave in waves
        if wave.density and wave.density < 1 and (asked := _asked(wave.organizations, wave.answered))
    ]
    sizes = np.log([size for size, _density, _pairs in known])
    if len(known) < FEWEST:
        return None
    variances = np.array([_luck(density, pairs) for _size, density, pairs in known])
    level, one_size = np.ones(len(known)), not np.ptp(sizes)
    design = level[:, None] if one_size else np.column_stack([level, sizes])
    logarithms = np.log([density for _size, density, _pairs in known])
    fit = meta_regression(logarithms - _SAME_DEGREES * sizes if one_size else logarithms, variances, design)
    slope = _SAME_DEGREES if one_size else float(fit.coefficients[1])
    answered = sum(wave.answered for wave in waves) / sum(wave.organizations for wave in waves)
    return UsualDensity(float(fit.coefficients[0]), slope, float(fit.tau2), answered)


def density_funnel(waves: Sequence[CommunityWave], usual: UsualDensity) -> CommunityFunnel:
    """Put the density of communities beside what is usual for their sizes, as a picture: nothing is tested by it.

    Parameters
    ----------
    waves : sequence of CommunityWave
        One a community.
    usual : UsualDensity
        Of these.
    """
    known = [(wave.name, wave.organizations, wave.density) for wave in waves if wave.density]
    sizes = [size for _name, size, _density in known]
    at = np.unique(np.geomspace(min(sizes), max(sizes), LIMITS).round().astype(int))
    return CommunityFunnel(
        "density",
        (),
        tuple(Placement(name, size, density - usual.of(size)) for name, size, density in known),
        tuple(usual.limit(int(size)) for size in at),
    )


def _asked(organizations: int, answered: int) -> int:
    """Pairs of which at least one end answered."""
    return comb(organizations, 2) - comb(organizations - answered, 2)


def _luck(density: float, pairs: int) -> float:
    """The variance of the logarithm of a share of so many pairs."""
    return (1 - density) / (density * max(pairs, 1))
