"""Density where respondents could name only so many: from how many each named, not from the dyads that were observed.

Whoever named as many as allowed may have had more, so that what is observed of such respondents is ties and nothing
else: a share of observed dyads is too high. What is known of them is that they have at least so many ties. How many
ties senders have follows a beta-binomial distribution [1]_: each has a probability of its own. It is fitted by maximum
likelihood, with those at the limit censored [2]_.

References
----------
.. [1] Skellam, J. G. (1948). A probability distribution derived from the binomial distribution by regarding the
   probability of success as variable between the sets of trials. Journal of the Royal Statistical Society B, 10(2),
   257-261.
.. [2] Tobin, J. (1958). Estimation of relationships for limited dependent variables. Econometrica, 26(1), 24-36.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import betaln, expit, gammaln, logit

from stakeholder_graph.frames.arrays import Flags, Floats, Ints
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.imputation.impute import FEWEST_ANSWERS, HIGH, LOW, SHIFTS, Ranges, streams
from stakeholder_graph.inference.replicates import replicated

#: Fewer respondents below the limit say too little of what those at the limit left out.
FEWEST_BELOW = 5
#: The grid on which the fit is looked for: log-odds of the mean, and the logarithm of alpha + beta, from senders that
#: have hardly anything in common to hardly any difference.
MEANS, SIZES = np.arange(-7.0, 3.01, 0.02), np.arange(-1.0, 7.01, 0.5)


@dataclass(frozen=True, eq=False)
class OutDegrees:
    """How many organizations each respondent named, of how many, and whether there may have been more.

    Parameters
    ----------
    named, asked : ndarray of int, shape (n,)
        Ties sent, and how many could have been named.
    censored : ndarray of bool, shape (n,)
        Whether the respondent reached a limit.
    silent : ndarray of bool, shape (n,)
        Who did not answer.
    """

    named: Ints
    asked: Ints
    censored: Flags
    silent: Flags

    @classmethod
    def of(cls, layer: Layer) -> "OutDegrees":
        """Count them on a directed layer.

        Parameters
        ----------
        layer : Layer
            As reported. At the limit is whoever has ties, no "no" and dyads that are left open.

        Returns
        -------
        OutDegrees
        """
        named = np.diff(layer.strength.indptr).astype(np.intp)
        observed = layer.observed.row_counts().astype(np.intp)
        rosters = np.hstack([layer.observed.rosters, np.ones((layer.n, 1), dtype=bool)])
        shown = rosters[:, layer.observed.roster_of].T & ~np.eye(layer.n, dtype=bool)
        asked = shown.sum(axis=1)
        censored = (named > 0) & (named == observed) & (observed < asked)
        return cls(named, np.where(censored, asked, observed), censored, ~layer.answered)

    def density(self, fit: "BetaBinomial", possible: int) -> float:
        """Expected share of ties among all dyads: counted below the limit, expected above it and of the silent."""
        ties = float(self.named[~self.censored & ~self.silent].sum())
        ties += sum(fit.expected_from(n, d) for n, d in zip(*self._pairs(self.censored), strict=True))
        # What a respondent was not asked about, and the rows of the silent, are as dense as all.
        return float((ties + fit.mean * (possible - self.asked[~self.silent].sum())) / possible)

    def drawn(self, fit: "BetaBinomial", possible: int, rng: np.random.Generator) -> list[float]:
        """The same with counts drawn, for each of `SHIFTS` of the log-odds of those who did not answer."""
        known = int(self.named[~self.censored & ~self.silent].sum())
        known += sum(fit.draw_from(n, d, rng) for n, d in zip(*self._pairs(self.censored), strict=True))
        others = len(self.named) - 1
        blank = int((others - self.asked[~self.silent]).sum())
        seed, silent = int(rng.integers(2**63)), int(self.silent.sum())
        totals = []
        for shift in SHIFTS:
            again, shifted = np.random.default_rng(seed), fit.shifted(shift)
            sent = again.binomial(others, again.beta(shifted.alpha, shifted.beta, silent)).sum()
            totals.append((known + int(sent) + fit.mean * blank) / possible)
        return totals

    def _pairs(self, rows: Flags) -> tuple[list[int], list[int]]:
        return self.asked[rows].tolist(), self.named[rows].tolist()


@dataclass(frozen=True)
class BetaBinomial:
    """How likely each number of ties is.

    Parameters
    ----------
    mean : float
        Probability of a tie.
    size : float
        alpha + beta: the larger, the more senders resemble each other.
    """

    mean: float
    size: float

    @property
    def alpha(self) -> float:
        """The first parameter of the beta distribution."""
        return self.mean * self.size

    @property
    def beta(self) -> float:
        """The second."""
        return (1 - self.mean) * self.size

    def shifted(self, by: float) -> "BetaBinomial":
        """With the log-odds of a tie shifted."""
        return BetaBinomial(float(expit(logit(self.mean) + by)), self.size)

    def log_probabilities(self, n: int) -> Floats:
        """Of 0 to n ties."""
        return _log_probabilities(n, self.mean, self.size)

    def _from(self, n: int, least: int) -> Floats:
        p = np.exp(self.log_probabilities(n)[least:])
        return np.asarray(p / p.sum() if p.sum() > 0 else np.eye(1, len(p))[0])

    def expected_from(self, n: int, least: int) -> float:
        """The mean of n, given that it is at least so many."""
        return float(self._from(n, least) @ np.arange(least, n + 1))

    def draw_from(self, n: int, least: int, rng: np.random.Generator) -> int:
        """A draw from the same."""
        return int(rng.choice(np.arange(least, n + 1), p=self._from(n, least)))


@dataclass(frozen=True, eq=False)
class _Likelihood:
    """How likely what each kind of respondent said is, at each point of a grid of means and sizes.

    Respondents of one kind were asked about as many, named as many and reached the limit or did not. A resample differs
    in how many there are of each kind alone, so that its fit is a product of its counts with one matrix.
    """

    #: Kinds of respondents, shape (k,), for each respondent.
    kind: Ints
    #: Points of the grid, shape (g,), and log-likelihoods, shape (k, g).
    means: Floats
    sizes: Floats
    matrix: Floats

    @classmethod
    def of(cls, degrees: OutDegrees) -> "_Likelihood":
        answered = ~degrees.silent
        rows = np.column_stack([degrees.asked, degrees.named, degrees.censored])[answered]
        kinds, kind = np.unique(rows, axis=0, return_inverse=True)
        at, size = np.meshgrid(MEANS, SIZES, indexing="ij")
        means, sizes = expit(at.ravel()), np.exp(size.ravel())
        matrix = np.empty((len(kinds), len(means)))
        for n in np.unique(kinds[:, 0]):
            of_counts = _log_probabilities(int(n), means[:, None], sizes[:, None])
            at_least = np.logaddexp.accumulate(of_counts[:, ::-1], axis=1)[:, ::-1]
            for row in np.flatnonzero(kinds[:, 0] == n):
                matrix[row] = (at_least if kinds[row, 2] else of_counts)[:, kinds[row, 1]]
        return cls(kind.ravel(), means, sizes, matrix)

    def fit(self, chosen: Ints | None = None) -> BetaBinomial:
        """The most likely point, for all respondents or for some of them, repeats counted."""
        kind = self.kind if chosen is None else self.kind[chosen]
        best = int(np.argmax(np.bincount(kind, minlength=len(self.matrix)) @ self.matrix))
        return BetaBinomial(float(self.means[best]), float(self.sizes[best]))


def _log_probabilities(n: int, mean: Floats | float, size: Floats | float) -> Floats:
    k = np.arange(n + 1)
    ways = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)
    alpha, beta = mean * size, (1 - mean) * size
    return np.asarray(ways + betaln(k + alpha, n - k + beta) - betaln(alpha, beta))


def fitted(degrees: OutDegrees) -> BetaBinomial:
    """Fit the distribution by maximum likelihood, those at the limit censored.

    Parameters
    ----------
    degrees : OutDegrees
        Of those who answered.

    Returns
    -------
    BetaBinomial
        Its mean is one of a grid whose steps are .02 in log-odds.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> ties = rng.binomial(50, rng.beta(4, 16, 2000))
    >>> limit, nobody = 8, np.zeros(2000, dtype=bool)
    >>> named = np.minimum(ties, limit)
    >>> fit = fitted(OutDegrees(named, np.full(2000, 50), ties >= limit, nobody))
    >>> round(fit.mean, 2)
    0.2
    """
    return _Likelihood.of(degrees).fit()


def density_under_limit(layer: Layer, draws: int = 200, seed: int = 0) -> Ranges:
    """Estimate density where respondents could name only so many [1]_ [2]_.

    Parameters
    ----------
    layer : Layer
        Directed, as reported.
    draws : int
        Respondents are resampled so often, the distribution fitted again and what is open drawn from it.
    seed : int
        Same seed, same ranges.

    Returns
    -------
    Ranges
        `estimate` is the expected share under the fit to all respondents. Nothing where fewer than ten answered or
        fewer than five stayed below the limit.

    Notes
    -----
    Where respondents left single dyads open or were asked about a few only, those dyads count as dense as all.

    References
    ----------
    .. [1] Skellam, J. G. (1948). A probability distribution derived from the binomial distribution by regarding the
       probability of success as variable between the sets of trials. Journal of the Royal Statistical Society B, 10(2),
       257-261.
    .. [2] Tobin, J. (1958). Estimation of relationships for limited dependent variables. Econometrica, 26(1), 24-36.
    """
    degrees, possible = OutDegrees.of(layer), layer.n_possible_dyads
    answered = ~degrees.silent
    if answered.sum() < FEWEST_ANSWERS or (answered & ~degrees.censored).sum() < FEWEST_BELOW:
        return Ranges(reason="limit_too_few_below")
    likelihood = _Likelihood.of(degrees)
    estimate = degrees.density(likelihood.fit(), possible)
    if not draws:
        return Ranges(estimate)
    respondents = len(likelihood.kind)

    def drawn(child: np.random.SeedSequence) -> list[float]:
        rng = np.random.default_rng(child)
        return degrees.drawn(likelihood.fit(rng.integers(respondents, size=respondents)), possible, rng)

    values = list(replicated(drawn, streams(seed, draws)))
    lows, highs = np.quantile(values, (LOW, HIGH), axis=0)
    return Ranges(estimate, (float(lows[0]), float(highs[0])), (float(lows.min()), float(highs.max())))
