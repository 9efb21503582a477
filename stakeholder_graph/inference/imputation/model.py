"""The dyad model: how likely each tie is, given what the other side and all others report.

The log-odds that i reports a tie to j are

    b_0 + b_same [same sector] + c_{sector i, sector j} + b_yes [j reports one] + b_unknown [j's report unknown]
    + b_sender popularity of i + b_receiver popularity of j + u_i

with c ~ N(0, .16), u ~ N(0, s^2) and b ~ N(0, 10): a logistic regression with sender intercepts, as in the p2 model
[1]_ but with the other side's report as a covariate, so that it can be fitted row by row.

References
----------
.. [1] van Duijn, M. A. J., Snijders, T. A. B., & Zijlstra, B. J. H. (2004). p2: a random effects model with covariates
   for directed graphs. Statistica Neerlandica, 58(2), 234-254.
.. [2] Breslow, N. E., & Clayton, D. G. (1993). Approximate inference in generalized linear mixed models. Journal of the
   American Statistical Association, 88(421), 9-25.
.. [3] Ormerod, J. T., & Wand, M. P. (2012). Gaussian variational approximate inference for generalized linear mixed
   models. Journal of Computational and Graphical Statistics, 21(1), 2-17.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.inference.imputation.design import FIXED, Design
from stakeholder_graph.inference.imputation.newton import NewtonSteps

#: Newton steps end when no coefficient moves by more than this, nor the logarithm of s^2.
TOLERANCE = 2e-4
MOST_STEPS = 60

#: Below this, differences between senders do not matter; EM would approach 0 without ever ending.
LEAST_VARIANCE = 1e-3

#: No Newton step moves log-odds by more than this, since steps far from the optimum overshoot.
LONGEST_STEP = 4.0
#: Nor the logarithm of s^2 by more than this.
LONGEST_OF_VARIANCE = float(np.log(4))


@dataclass(frozen=True, eq=False)
class Fit:
    """The coefficients of one fit.

    Parameters
    ----------
    coefficients : ndarray of float, shape (6,)
        In order: constant, same sector, the other side says yes, its report is unknown, popularity of the
        sender, popularity of the receiver.
    pairs : ndarray of float, shape (S, S)
        The effect of each pair of sectors.
    intercepts : ndarray of float, shape (n,)
        How much more active a sender is than expected; 0 where its row is not informative.
    spread : ndarray of float, shape (n,)
        Standard deviation of the intercept, given the data; that of all senders where the row is not informative.
    variance : float
        The variance s^2 of sender intercepts.
    freedom : float
        Effective number of senders from which it is estimated: fewer than there are, since intercepts are themselves
        uncertain.
    """

    coefficients: Floats
    pairs: Floats
    intercepts: Floats
    spread: Floats
    variance: float
    freedom: float

    def log_odds(self, design: "Design") -> Floats:
        """Compute the log-odds of ties without sender intercepts.

        Parameters
        ----------
        design : Design
            Of m dyads.

        Returns
        -------
        ndarray of float, shape (m,)
        """
        odds: Floats = self.coefficients @ design.covariates + self.pairs.ravel()[design.pair]
        return odds

    def given(self, tied: NDArray[np.bool_]) -> Floats:
        """Compute what the other side's report adds to log-odds that were computed without it.

        Parameters
        ----------
        tied : ndarray of bool
            Whether the other side reports a tie.

        Returns
        -------
        ndarray of float
            Of the same shape.
        """
        yes, unknown = self.coefficients[2:4]
        return np.asarray(np.where(tied, yes, 0.0) - unknown)


class DyadModel(NewtonSteps):
    """The model of one set of dyads [1]_, to be fitted many times with different weights of senders.

    Parameters
    ----------
    dyads : Dyads
        The model is fitted to the observed dyads of informative rows.

    Notes
    -----
    The model is fitted by penalized iteratively reweighted least squares [2]_, with a Newton step and an EM step for
    s^2 in turn. Probabilities are means over the normal approximation of each intercept [3]_, to second order: without
    this new senders would be too active. In the EM step the uncertainty of intercepts includes that of all other
    coefficients, as in restricted maximum likelihood; otherwise s^2 would be too small with some forty senders. The
    design is never written out as dummy variables: Schur complements eliminate the intercepts of senders and, within
    each sector of senders, the effects of pairs of sectors, which leaves six equations.

    Where ties have no direction, an organization's row also holds what others report about it, and weights of senders
    are weights of rows.

    References
    ----------
    .. [1] van Duijn, M. A. J., Snijders, T. A. B., & Zijlstra, B. J. H. (2004). p2: a random effects model with
       covariates for directed graphs. Statistica Neerlandica, 58(2), 234-254.
    .. [2] Breslow, N. E., & Clayton, D. G. (1993). Approximate inference in generalized linear mixed models. Journal of
       the American Statistical Association, 88(421), 9-25.
    .. [3] Ormerod, J. T., & Wand, M. P. (2012). Gaussian variational approximate inference for generalized linear mixed
       models. Journal of Computational and Graphical Statistics, 21(1), 2-17.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.gnp_random_graph(30, 0.2, seed=1, directed=True)).layer("collaboration")
    >>> from stakeholder_graph.inference.imputation.dyads import Dyads
    >>> model = DyadModel(Dyads.of(layer))
    >>> model.fit(np.ones(30)).pairs.shape
    (1, 1)
    """

    def fit(self, weights: Floats, start: Fit | None = None) -> Fit:
        """Fit the model.

        Parameters
        ----------
        weights : ndarray of float, shape (n,)
            How often each row counts; 0 leaves it out, though its own intercept is still estimated given everything
            else.
        start : Fit, optional
            Where to start from.

        Returns
        -------
        Fit
        """
        return self.fits(weights[None], start)[0]

    def fits(self, weights: Floats, start: Fit | None = None) -> list[Fit]:
        """Fit the model several times, side by side: each ends when it has converged, whatever the others do.

        Parameters
        ----------
        weights : ndarray of float, shape (b, n)
            Of each fit, as for `fit`.
        start : Fit, optional
            Where all of them start from.

        Returns
        -------
        list of Fit
        """
        weights = weights[:, self.rows]
        begin = (start.coefficients, start.pairs, start.intercepts[self.rows]) if start else self._nothing
        at = [np.repeat(values[None], len(weights), axis=0) for values in begin]
        variance = np.full(len(weights), start.variance if start else 1.0)
        given_all, uncertainty = np.zeros((2, *weights.shape))
        if start:
            given_all[:] = start.spread[self.rows] ** 2
        # All begin at one place, where the sums are the same for all.
        going, sums = np.arange(len(weights)), self.sums((at[0][:1], at[1][:1], at[2][:1]), given_all[:1])
        for _ in range(MOST_STEPS):
            now, before = [values[going] for values in at], variance[going]
            steps, given, uncertain = self.newton(weights[going], (now[0], now[1], now[2]), before, sums)
            longest = np.max([np.abs(step).reshape(len(going), -1).max(axis=1) for step in steps], axis=0)
            damping = np.minimum(1.0, LONGEST_STEP / np.maximum(longest, LONGEST_STEP))
            for old, step in zip(now, steps, strict=True):
                old += damping.reshape(-1, *[1] * (step.ndim - 1)) * step
            scored = _scored(before, now[2], uncertain, weights[going])
            # Intercepts go along: where they vary more, each shrinks less and is less certain.
            along = 1 / (1 / given + (1 / scored - 1 / before)[:, None])
            now[2] *= along / given
            now += [scored, along, uncertain]
            for values, new in zip([*at, variance, given_all, uncertainty], now, strict=True):
                values[going] = new
            moves = np.maximum(longest, np.abs(np.log(scored / before))) >= TOLERANCE
            going = going[moves]
            if not len(going):
                break
            sums = self.sums((now[0][moves], now[1][moves], now[2][moves]), along[moves])
        freedom = (weights * (1 - uncertainty / variance[:, None]) ** 2).sum(axis=1)
        fitted = []
        for coefficients, pairs, intercepts, given, s2, free in zip(*at, given_all, variance, freedom, strict=True):
            everyone, spread = np.zeros(self.dyads.n), np.full(self.dyads.n, np.sqrt(s2))
            everyone[self.rows], spread[self.rows] = intercepts, np.sqrt(given)
            fitted.append(Fit(coefficients, pairs, everyone, spread, float(s2), float(free)))
        return fitted

    @property
    def _nothing(self) -> tuple[Floats, Floats, Floats]:
        sectors = self.dyads.sectors
        return np.zeros(FIXED + 1), np.zeros((sectors, sectors)), np.zeros(len(self.rows))


def _scored(variance: Floats, intercepts: Floats, uncertainty: Floats, weights: Floats) -> Floats:
    """Move s^2 towards the fixed point of EM, the mean of squared intercepts plus their uncertainty.

    EM itself is slow where the intercepts are uncertain. This is a Newton step of the logarithm of s^2, as if what rows
    say of their intercepts, and how exactly, stayed the same; it takes at least a fourth of the curvature that Fisher
    scoring expects.
    """
    known = 1 - uncertainty / variance[:, None]
    squared = intercepts**2 / variance[:, None]
    slope = (weights * (squared - known)).sum(axis=1)
    expected = (weights * known**2).sum(axis=1)
    curvature = 2 * (weights * squared * known).sum(axis=1) - expected - slope
    step = np.clip(slope / np.maximum(curvature, expected / 4), -LONGEST_OF_VARIANCE, LONGEST_OF_VARIANCE)
    return np.asarray(np.maximum(variance * np.exp(step), LEAST_VARIANCE))
