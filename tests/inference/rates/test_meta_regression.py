"""Paule & Mandel's variance on published trials, and deleted residuals against fits without the place."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from stakeholder_graph.inference.rates.meta_regression import meta_regression, studentized_deleted_residuals

#: Thirteen trials of the BCG vaccine (Colditz et al. 1994, as `dat.bcg` of the R package metafor has them): cases and
#: others with the vaccine and without it, and degrees of latitude.
BCG = np.array(
    [
        (4, 119, 11, 128, 44), (6, 300, 29, 274, 55), (3, 228, 11, 209, 42), (62, 13536, 248, 12619, 52),
        (33, 5036, 47, 5761, 13), (180, 1361, 372, 1079, 44), (8, 2537, 10, 619, 19), (505, 87886, 499, 87892, 13),
        (29, 7470, 45, 7232, 27), (17, 1699, 65, 1600, 42), (186, 50448, 141, 27197, 18), (5, 2493, 3, 2338, 33),
        (27, 16886, 29, 17825, 33),
    ],
    dtype=float,
)  # fmt: skip


def log_risk_ratios() -> tuple[np.ndarray, np.ndarray]:
    a, b, c, d, _latitude = BCG.T
    return np.log(a / (a + b) / (c / (c + d))), 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)


def test_paule_mandel_on_the_trials_of_the_bcg_vaccine() -> None:
    """metafor's ``rma(yi, vi, method="PM")`` gives tau^2 = .3181 and a mean of -.7150."""
    values, variances = log_risk_ratios()
    fit = meta_regression(values, variances, np.ones((13, 1)))
    assert fit.tau2 == pytest.approx(0.3181, abs=5e-5)
    assert fit.coefficients[0] == pytest.approx(-0.7150, abs=5e-5)


def test_the_defining_equation_holds_with_a_covariate() -> None:
    values, variances = log_risk_ratios()
    design = np.column_stack([np.ones(13), BCG[:, 4]])
    fit = meta_regression(values, variances, design)
    assert fit.residuals**2 @ (1 / (variances + fit.tau2)) == pytest.approx(11)

    def generalized_q(tau2: float) -> float:
        root = np.diag((variances + tau2) ** -0.5)
        beta = np.linalg.solve(design.T @ root @ root @ design, design.T @ root @ root @ values)
        return float(np.sum((root @ (values - design @ beta)) ** 2))

    found = minimize_scalar(lambda tau2: (generalized_q(tau2) - 11) ** 2, bounds=(0, 1), method="bounded")
    assert fit.tau2 == pytest.approx(found.x, abs=1e-4)


def test_deleted_residuals_are_those_of_fits_without_the_place() -> None:
    """Viechtbauer & Cheung (2010), computed anew by normal equations with each trial left out in turn."""
    values, variances = log_risk_ratios()
    design = np.column_stack([np.ones(13), BCG[:, 4]])
    ours = studentized_deleted_residuals(values, variances, design)
    for trial in range(13):
        kept = np.delete(np.arange(13), trial)
        tau2 = meta_regression(values[kept], variances[kept], design[kept]).tau2
        weights = np.diag(1 / (variances[kept] + tau2))
        normal = design[kept].T @ weights @ design[kept]
        beta = np.linalg.solve(normal, design[kept].T @ weights @ values[kept])
        row = design[trial]
        error = np.sqrt(variances[trial] + tau2 + row @ np.linalg.solve(normal, row))
        assert ours[trial] == pytest.approx((values[trial] - row @ beta) / error)


def test_with_equal_variances_they_are_externally_studentized_residuals() -> None:
    """Without sampling variance the deleted residual is that of ordinary least squares (Cook & Weisberg 1982, 2.2)."""
    rng = np.random.default_rng(3)
    design = np.column_stack([np.ones(10), rng.normal(size=10)])
    values = rng.normal(size=10)
    hat = design @ np.linalg.inv(design.T @ design) @ design.T
    residuals = values - hat @ values
    leverage = np.diag(hat)
    deleted = (residuals @ residuals - residuals**2 / (1 - leverage)) / (10 - 2 - 1)
    expected = residuals / np.sqrt(deleted * (1 - leverage))
    ours = studentized_deleted_residuals(values, np.full(10, 1e-12), design)
    assert ours == pytest.approx(expected, rel=1e-6)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.floats(-5, 5), st.floats(0.01, 3)), min_size=4, max_size=15),
    st.floats(-10, 10),
    st.floats(0.1, 10),
)
def test_moving_and_stretching_values_moves_and_stretches_the_fit(
    places: list[tuple[float, float]], shift: float, factor: float
) -> None:
    values, variances = map(np.array, zip(*places, strict=True))
    design = np.ones((len(values), 1))
    ours = meta_regression(values, variances, design)
    other = meta_regression(values * factor + shift, variances * factor**2, design)
    assert ours.tau2 >= 0
    assert other.tau2 == pytest.approx(ours.tau2 * factor**2, rel=1e-5, abs=1e-7)
    assert other.coefficients[0] == pytest.approx(ours.coefficients[0] * factor + shift, abs=1e-5)
