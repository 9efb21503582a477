"""A line through places of unequal size, with heterogeneity between them, and what each lies off the others' line."""

from dataclasses import dataclass

import numpy as np

from stakeholder_graph.frames.arrays import Floats


@dataclass(frozen=True, slots=True, eq=False)
class MetaRegression:
    """A random-effects regression.

    Parameters
    ----------
    coefficients : ndarray of float, shape (p,)
        Of the columns of the design.
    tau2 : float
        Variance between places beyond sampling.
    residuals : ndarray of float, shape (n,)
        What each place lies above the line.
    """

    coefficients: Floats
    tau2: float
    residuals: Floats


def meta_regression(values: Floats, variances: Floats, design: Floats) -> MetaRegression:
    """Fit by weights 1 / (tau^2 + variance), with tau^2 by Paule & Mandel [1]_.

    Parameters
    ----------
    values, variances : ndarray of float, shape (n,)
        Of each place, and its sampling variance; at least one is positive, or all are 0.
    design : ndarray of float, shape (n, p)
        Columns of full rank, p < n.

    Returns
    -------
    MetaRegression
        tau^2 is where the weighted sum of squared residuals equals n - p; 0 where it is less even without any.

    References
    ----------
    .. [1] Paule, R. C., & Mandel, J. (1982). Consensus values and weighting factors. Journal of Research of the
       National Bureau of Standards, 87(5), 377-385.

    Examples
    --------
    >>> values = np.array([0.0, 1.0, 2.0, 5.0])
    >>> fit = meta_regression(values, np.full(4, 0.5), np.ones((4, 1)))
    >>> round(fit.tau2, 4), round(float(fit.coefficients[0]), 3)  # the variance of the values, 14/3, less .5
    (4.1667, 2.0)
    """
    freedom = len(values) - int(design.shape[1])

    def excess(tau2: float) -> float:
        _coefficients, residuals = _line(values, variances + tau2, design)
        return float(np.sum(residuals**2 / (variances + tau2))) - freedom

    plain = values - design @ np.linalg.lstsq(design, values, rcond=None)[0]
    most = float(plain @ plain) / freedom
    least = 1e-9 * most if variances.min() <= 0 else 0.0
    if most <= 1e-18:
        tau2 = 0.0
    elif excess(least) <= 0:
        tau2 = least
    else:
        while excess(most) > 0:
            most *= 2
        # Loaded here, since most surveys have no places to compare.
        from scipy.optimize import brentq

        tau2 = float(brentq(excess, least, most, xtol=1e-14, rtol=1e-12))
    weights_of = variances + tau2 if (variances + tau2).min() > 0 else np.ones(len(values))
    coefficients, residuals = _line(values, weights_of, design)
    return MetaRegression(coefficients, tau2, residuals)


def studentized_deleted_residuals(values: Floats, variances: Floats, design: Floats) -> Floats:
    """Say how far each place lies off the line of all others, in standard errors [1]_.

    Parameters
    ----------
    values, variances, design
        As of `meta_regression`; p < n - 1.

    Returns
    -------
    ndarray of float, shape (n,)
        (y - x b) / sqrt(variance + tau^2 + x V x'), with b, its variance V and tau^2 from the other places. NaN where
        the others alone do not say where the line lies.

    References
    ----------
    .. [1] Viechtbauer, W., & Cheung, M. W.-L. (2010). Outlier and influence diagnostics for meta-analysis. Research
       Synthesis Methods, 1(2), 112-125.

    Examples
    --------
    >>> values = np.array([0.0, 1.0, 0.5, 0.4, 4.0])
    >>> studentized_deleted_residuals(values, np.full(5, 0.1), np.ones((5, 1))).round(2).tolist()
    [-0.77, -0.11, -0.42, -0.49, 7.67]
    """
    residuals = np.full(len(values), np.nan)
    for place in range(len(values)):
        others = np.arange(len(values)) != place
        if np.linalg.matrix_rank(design[others]) < design.shape[1]:
            continue
        fit = meta_regression(values[others], variances[others], design[others])
        whole = np.maximum(variances[others] + fit.tau2, np.finfo(float).tiny)
        covariance = np.linalg.inv(design[others].T @ (design[others] / whole[:, None]))
        row = design[place]
        variance = variances[place] + fit.tau2 + row @ covariance @ row
        residuals[place] = (values[place] - row @ fit.coefficients) / np.sqrt(variance)
    return residuals


def _line(values: Floats, variances: Floats, design: Floats) -> tuple[Floats, Floats]:
    """Coefficients by the normal equations, quick where there are many places, and what is left."""
    weighted = design / variances[:, None]
    coefficients = np.asarray(np.linalg.solve(design.T @ weighted, weighted.T @ values), dtype=np.float64)
    return coefficients, values - design @ coefficients
