"""Places that do better than expected, two years running: what of it persists, and how likely it is a false discovery.

What a place lies above expectation in a year has three parts: one that persists, one of that year, and sampling.
Shrinking for sampling alone names places of which half are gone the next year.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, stdtr

from stakeholder_graph.frames.arrays import Flags, Floats
from stakeholder_graph.model.finding import LEVEL

#: At most this share of the places that are named may be no better than expected.
MOST_FALSE = 0.10
#: A place is named only if it will be in the upper quarter of the next year with this probability.
LIKELY_AGAIN = 0.90
#: As many places as prior weight stands on "no place differs" (Stephens 2017).
_NULL_WEIGHT = 10.0
_STEPS, _TOLERANCE = 2000, 1e-7


@dataclass(frozen=True, slots=True, eq=False)
class PersistentParts:
    """What of residuals of two years persists.

    Parameters
    ----------
    expected_part : ndarray of float, shape (n,)
        Posterior mean of the part that persists.
    false_share : ndarray of float, shape (n,)
        Local false-discovery share: the posterior probability that this part is 0 or less.
    again : ndarray of float, shape (n,)
        The posterior probability that the place is in the upper quarter of the next year.
    tau2_place, tau2_place_year : float
        Variance between places, and within a place between years beyond sampling.
    reliability : float
        Correlation of the residuals of both years.
    p : float
        One-sided, of that correlation.
    """

    expected_part: Floats
    false_share: Floats
    again: Floats
    tau2_place: float
    tau2_place_year: float
    reliability: float
    p: float

    @property
    def years_agree(self) -> bool:
        """Whether places keep their standing beyond chance; if not, none is named."""
        return self.p <= LEVEL

    @property
    def named(self) -> Flags:
        """Which places stand out: both years agree, few are false, and each is likely to stand out again."""
        chosen = (self.false_share <= MOST_FALSE) & (self.again >= LIKELY_AGAIN)
        return np.asarray(chosen & self.years_agree, dtype=np.bool_)


def persistent_parts(residuals: Floats, variances: Floats, columns: int = 1) -> PersistentParts:
    """Say what of the residuals of two years persists, by adaptive shrinkage [1]_.

    Parameters
    ----------
    residuals, variances : ndarray of float, shape (n, 2)
        What each place lies above expectation in two years, and the sampling variance of it; n of 4 or more.
    columns : int
        How many coefficients the expectation of a year has.

    Returns
    -------
    PersistentParts
        The prior of the part that persists is a mixture of a point at 0 and of normal distributions around it, with
        weights by penalized maximum likelihood: so it serves where all places differ a little, and where few stand out.

    References
    ----------
    .. [1] Stephens, M. (2017). False discovery rates: a new deal. Biostatistics, 18(2), 275-294.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> part = np.where(np.arange(40) < 4, 0.2, 0.0)
    >>> parts = persistent_parts(part[:, None] + rng.normal(0, 0.03, (40, 2)), np.full((40, 2), 0.0005))
    >>> np.flatnonzero(parts.named).tolist(), parts.years_agree
    ([0, 1, 2, 3], True)
    """
    n = len(residuals)
    scale = n / (n - columns)
    within = (residuals[:, 0] - residuals[:, 1]) ** 2 / 2
    tau2_year = max(0.0, float(np.mean(within) * scale - variances.mean()))
    mean = residuals.mean(axis=1)
    noise = (2 * tau2_year + variances.sum(axis=1)) / 4
    if not np.ptp(residuals[:, 0]) or not np.ptp(residuals[:, 1]):
        nothing = np.zeros(n)
        return PersistentParts(nothing, nothing + 1, nothing, 0.0, tau2_year, 0.0, 1.0)
    agreement = float(np.asarray(np.corrcoef(residuals.T))[0, 1])
    noise = np.maximum(noise, 1e-9 * float(np.var(mean)))
    prior = _prior(mean, noise)
    posterior, centers, spreads = _posterior(mean, noise, *prior)
    with np.errstate(divide="ignore"):
        below = np.where(spreads > 0, ndtr(-centers / np.where(spreads > 0, spreads, 1)), 1.0)
    return PersistentParts(
        (posterior * centers).sum(axis=1),
        (posterior * below).sum(axis=1),
        _again(prior, (posterior, centers, spreads), tau2_year + variances.mean(axis=1)),
        float(prior[0] @ prior[1] ** 2),
        tau2_year,
        agreement,
        _p_of_correlation(agreement, n),
    )


def _p_of_correlation(correlation: float, n: int) -> float:
    """How probable a correlation this high is between unrelated normal numbers: Student's t with n - 2 degrees."""
    freedom = n - 2
    with np.errstate(divide="ignore"):
        t = correlation * np.sqrt(freedom / np.float64((1 - correlation) * (1 + correlation)))
    return float(stdtr(freedom, -t))


def _log_density(value: Floats, variance: Floats) -> Floats:
    """The logarithm of the density of a normal distribution about 0."""
    return np.asarray(-(value**2 / variance + np.log(2 * np.pi * variance)) / 2)


def _prior(mean: Floats, noise: Floats) -> tuple[Floats, Floats]:
    """The weights and the standard deviations of the prior, the point at 0 first."""
    least = float(np.sqrt(noise.min())) / 10
    most = max(2 * float(np.sqrt(max(np.max(mean**2 - noise), 0.0))), 8 * least)
    sds = np.concatenate([[0.0], least * 2 ** (np.arange(np.ceil(2 * np.log2(most / least)) + 1) / 2)])
    likelihood = np.exp(_log_density(mean[:, None], noise[:, None] + sds**2))
    likelihood /= np.maximum(likelihood.max(axis=1, keepdims=True), np.finfo(float).tiny)
    extra = np.zeros(len(sds))
    extra[0] = _NULL_WEIGHT - 1
    weights = np.full(len(sds), 1 / len(sds))
    for _step in range(_STEPS):
        shares = likelihood * weights
        shares /= np.maximum(shares.sum(axis=1, keepdims=True), np.finfo(float).tiny)
        new = shares.sum(axis=0) + extra
        new /= new.sum()
        moved = float(np.abs(new - weights).max())
        weights = new
        if moved < _TOLERANCE:
            break
    return weights, sds


def _posterior(mean: Floats, noise: Floats, weights: Floats, sds: Floats) -> tuple[Floats, Floats, Floats]:
    """Weights, centers and standard deviations of each place's posterior, shape (n, k)."""
    total = noise[:, None] + sds**2
    log = _log_density(mean[:, None], total) + np.log(np.maximum(weights, np.finfo(float).tiny))
    shares = np.exp(log - log.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    return shares, mean[:, None] * sds**2 / total, np.sqrt(sds**2 * noise[:, None] / total)


def _again(prior: tuple[Floats, Floats], posterior: tuple[Floats, Floats, Floats], of_a_year: Floats) -> Floats:
    """With what probability each place is in the upper quarter of another year; `of_a_year` does not persist."""
    # Loaded here, since most surveys have no places to compare.
    from scipy.optimize import brentq

    weights, sds = prior
    spread = np.sqrt(sds**2 + of_a_year[:, None])

    def above(height: float) -> float:
        return float((weights * ndtr(-height / spread)).sum(axis=1).mean()) - 0.25

    quarter = float(brentq(above, 0.0, 20 * float(spread.max())))
    shares, centers, spreads = posterior
    return np.asarray((shares * ndtr(-(quarter - centers) / np.sqrt(spreads**2 + of_a_year[:, None]))).sum(axis=1))
