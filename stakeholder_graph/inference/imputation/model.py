"""The dyad model: how likely each tie is, given what the other side and all others report.

The log-odds that i reports a tie to j are

    b_0 + b_same [same sector] + c_{sector i, sector j} + b_yes [j reports one] + b_unknown [j's report unknown]
    + b_receiver popularity of j + b_sender popularity of i + u_i

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
from stakeholder_graph.inference.imputation.dyads import REPORTS, UNKNOWN, YES, Dyads

#: Prior variances of the effect of a pair of sectors and of every other coefficient.
PAIR_VARIANCE, COEFFICIENT_VARIANCE = 0.16, 10.0

#: The first so many covariates are the same for all dyads of a sender with a sector and a report.
FIXED = 4

#: Newton steps end when no coefficient moves by more than this, nor the logarithm of s^2.
TOLERANCE = 1e-4
MOST_STEPS = 60

#: Below this, differences between senders do not matter; EM would approach 0 without ever ending.
LEAST_VARIANCE = 1e-3

#: No Newton step moves log-odds by more than this, since steps far from the optimum overshoot.
LONGEST_STEP = 4.0


@dataclass(frozen=True, eq=False)
class Fit:
    """The coefficients of one fit.

    Parameters
    ----------
    coefficients : ndarray of float, shape (6,)
        In order: constant, same sector, the other side says yes, its report is unknown, popularity of the
        receiver, popularity of the sender.
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


@dataclass(frozen=True, eq=False)
class Design:
    """The covariates of m dyads.

    Parameters
    ----------
    covariates : ndarray of float, shape (6, m)
        In the order of `Fit.coefficients`.
    pair : ndarray of int, shape (m,)
        Index into the flat matrix of pairs of sectors.
    """

    covariates: Floats
    pair: NDArray[np.intp]

    @classmethod
    def of(cls, dyads: Dyads, senders: NDArray[np.intp], receivers: NDArray[np.intp]) -> "Design":
        """Make the design of dyads senders[k] -> receivers[k].

        Parameters
        ----------
        dyads : Dyads
            What is known.
        senders, receivers : ndarray of int, shape (m,)
            Their ends.

        Returns
        -------
        Design
        """
        report = dyads.report[senders, receivers]
        from_sector, to_sector = dyads.sector[senders], dyads.sector[receivers]
        covariates = np.array(
            [
                np.ones(len(senders)),
                from_sector == to_sector,
                report == YES,
                report == UNKNOWN,
                dyads.popularity[senders, receivers],
                dyads.own_popularity[senders, receivers],
            ]
        )
        return cls(covariates, from_sector * dyads.sectors + to_sector)


class DyadModel:
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
    >>> model = DyadModel(Dyads.of(layer))
    >>> model.fit(np.ones(30)).pairs.shape
    (1, 1)
    """

    def __init__(self, dyads: Dyads) -> None:
        self.dyads = dyads
        self.taught = dyads.learned.any(axis=1)
        self.rows = np.flatnonzero(self.taught)
        senders, receivers = np.nonzero(dyads.learned)
        # Dyads are grouped by sender, sector of the receiver and report: within a group only popularity differs.
        cell = np.searchsorted(self.rows, senders) * dyads.sectors + dyads.sector[receivers]
        group = cell * len(REPORTS) + dyads.report[senders, receivers]
        order = np.argsort(group, kind="stable")
        senders, receivers = senders[order], receivers[order]
        design = Design.of(dyads, senders, receivers)
        self._tied = dyads.tied[senders, receivers].astype(float)
        groups, self._begins, self._size = np.unique(group[order], return_index=True, return_counts=True)
        self._cells, self._cell_begins = np.unique(groups // len(REPORTS), return_index=True)
        self._sender, self._pair = groups // (len(REPORTS) * dyads.sectors), design.pair[self._begins]
        self._fixed, self._popularity = design.covariates[:FIXED, self._begins], design.covariates[FIXED:]
        self._sector = dyads.sector[self.rows]
        self._of_sector = (self._sector == np.arange(dyads.sectors)[:, None]).astype(float)

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
        weights = weights[self.rows]
        coefficients = start.coefficients if start else np.zeros(FIXED + len(self._popularity))
        pairs = start.pairs if start else np.zeros((self.dyads.sectors, self.dyads.sectors))
        intercepts = start.intercepts[self.rows] if start else np.zeros(len(self.rows))
        variance = start.variance if start else 1.0
        given_all, uncertainty = np.zeros((2, len(self.rows)))
        for _ in range(MOST_STEPS):
            steps, given_all, uncertainty = self._newton(weights, coefficients, pairs, intercepts, variance, given_all)
            longest = max(float(np.abs(step).max()) for step in steps)
            damping = min(1.0, LONGEST_STEP / longest) if longest else 1.0
            coefficients = coefficients + damping * steps[0]
            pairs = pairs + damping * steps[1]
            intercepts = intercepts + damping * steps[2]
            before = variance
            variance = _scored(variance, intercepts, uncertainty, weights)
            if max(longest, abs(np.log(variance / before))) < TOLERANCE:
                break
        everyone, spread = np.zeros(self.dyads.n), np.full(self.dyads.n, np.sqrt(variance))
        everyone[self.rows], spread[self.rows] = intercepts, np.sqrt(given_all)
        freedom = float(weights @ (1 - uncertainty / variance) ** 2)
        return Fit(coefficients, pairs, everyone, spread, variance, freedom)

    def _newton(
        self,
        weights: Floats,
        coefficients: Floats,
        pairs: Floats,
        intercepts: Floats,
        variance: float,
        uncertainty: Floats,
    ) -> tuple[tuple[Floats, Floats, Floats], Floats, Floats]:
        """Take a Newton step of coefficients, pairs and intercepts, and give the intercepts' variance two ways.

        The first is given all else, the second includes the uncertainty of all else.
        """
        q, r, sectors = len(coefficients), len(self.rows), self.dyads.sectors
        alike = coefficients[:FIXED] @ self._fixed + pairs.ravel()[self._pair] + intercepts[self._sender]
        odds = np.repeat(alike, self._size) + coefficients[FIXED:] @ self._popularity
        chance = 1 / (1 + np.exp(-odds))
        varies = chance * (1 - chance)
        # The mean probability over the distribution of the intercept; at its mode it would be off where ties are rare.
        missed = self._tied - chance - varies * (0.5 - chance) * np.repeat(uncertainty[self._sender], self._size)
        by_popularity = varies * self._popularity
        weighted = np.vstack([self._fixed * self._summed(varies), self._summed(by_popularity)])
        missed_of = self._summed(missed)
        w = weights[self._sender]
        dyad_weights = np.repeat(w, self._size)
        # Information on coefficients, and on them with each (sender, sector of receivers); the first
        # covariate is constant, so that its sums are the information on intercepts and pairs themselves.
        inner = np.eye(q) / COEFFICIENT_VARIANCE
        inner[:FIXED] += (self._fixed * w) @ weighted.T
        inner[FIXED:, :FIXED] = inner[:FIXED, FIXED:].T
        inner[FIXED:, FIXED:] += (by_popularity * dyad_weights) @ self._popularity.T
        slope = np.append(self._fixed @ (w * missed_of), self._popularity @ (dyad_weights * missed))
        slope -= coefficients / COEFFICIENT_VARIANCE
        cells = np.zeros((q + 1, r * sectors))
        cells[:, self._cells] = np.add.reduceat(np.vstack([weighted, missed_of]), self._cell_begins, axis=1)
        shared = np.moveaxis(cells[:q].reshape(q, r, sectors), 0, 2)
        missed_in = cells[q].reshape(r, sectors)
        information, own = shared[:, :, 0], shared.sum(axis=1)

        # Eliminate the intercepts first: the information of a sender about itself is a number.
        alone = own[:, 0] + 1 / variance
        pull = missed_in.sum(axis=1) - intercepts / variance
        share = weights / alone
        inner = inner - (own.T * share) @ own
        slope = slope - own.T @ (share * pull)
        # Then eliminate the pairs, whose information is a block for each sector of senders.
        less = share[:, None] * information
        blocks = self._by_sector(-less[:, :, None] * information[:, None, :])
        diagonal = np.arange(sectors)
        blocks[:, diagonal, diagonal] += self._by_sector(weights[:, None] * information) + 1 / PAIR_VARIANCE
        across = self._by_sector(weights[:, None, None] * shared - less[:, :, None] * own[:, None, :])
        pair_slope = self._by_sector(weights[:, None] * missed_in - less * pull[:, None]) - pairs / PAIR_VARIANCE
        solved = np.linalg.solve(blocks, np.concatenate([across, pair_slope[:, :, None]], axis=2))
        back, ahead = solved[:, :, :q], solved[:, :, q]
        # Solve for the coefficients, then substitute back.
        inner = inner - np.tensordot(across, back, axes=([0, 1], [0, 1]))
        slope = slope - np.tensordot(across, ahead, axes=([0, 1], [0, 1]))
        step = np.linalg.solve(inner, slope)
        pair_step = ahead - back @ step
        own_step = (pull - own @ step - (information * pair_step[self._sector]).sum(axis=1)) / alone
        # An intercept is uncertain because of its own answers and because of what it is measured against.
        rest = own - (information[:, None, :] @ back[self._sector])[:, 0]
        against = (rest @ np.linalg.inv(inner) * rest).sum(axis=1)
        against += np.einsum("ij,ijk,ik->i", information, np.linalg.inv(blocks)[self._sector], information)
        return (step, pair_step, own_step), 1 / alone, 1 / alone + against / alone**2

    def _summed(self, values: Floats) -> Floats:
        """Sums over the dyads of each group: shape (..., m) to (..., groups)."""
        return np.asarray(np.add.reduceat(values, self._begins, axis=-1))

    def _by_sector(self, values: Floats) -> Floats:
        """Sums over the senders of each sector: shape (r, ...) to (S, ...)."""
        flat: Floats = self._of_sector @ values.reshape(len(values), -1)
        return flat.reshape(-1, *values.shape[1:])


def _scored(variance: float, intercepts: Floats, uncertainty: Floats, weights: Floats) -> float:
    """Move s^2 towards the fixed point of EM, the mean of squared intercepts plus their uncertainty.

    EM itself is slow where the intercepts are uncertain; Fisher scoring takes larger steps in the same direction.
    """
    known = (1 - uncertainty / variance) / variance
    slope = weights @ ((intercepts / variance) ** 2 - known)
    scored = variance + slope / (weights @ known**2)
    return max(float(np.clip(scored, variance / 4, variance * 4)), LEAST_VARIANCE)
