"""The dyad model against a plain optimizer, a known truth and its own definition."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from stakeholder_graph.inference.censored_out_degrees import OutDegrees
from stakeholder_graph.inference.imputation.design import Design
from stakeholder_graph.inference.imputation.dyad_groups import DyadGroups
from stakeholder_graph.inference.imputation.dyads import NO, UNKNOWN, YES, Dyads, without_answers
from stakeholder_graph.inference.imputation.model import LEAST_VARIANCE, DyadModel
from stakeholder_graph.inference.imputation.newton import COEFFICIENT_VARIANCE, PAIR_VARIANCE
from tests.calibration.networks import layer_of, limited, network, silent

Floats = NDArray[np.float64]


def some_dyads(seed: int, *, directed: bool = True, n: int = 40, limit: int | None = None) -> Dyads:
    rng = np.random.default_rng(seed)
    tied, sector = network(rng, n=n)
    layer = layer_of(tied, sector, directed=directed)
    return Dyads.of(limited(layer, limit, rng) if limit else without_answers(layer, silent(tied, 0.3, rng)))


def resampled(dyads: Dyads, seed: int) -> Floats:
    chance = dyads.informative / dyads.informative.sum()
    return np.random.default_rng(seed).multinomial(int(dyads.informative.sum()), chance).astype(float)


@pytest.mark.parametrize(("directed", "limit"), [(True, None), (False, None), (True, 10)])
def test_the_fit_is_the_penalized_maximum_that_a_general_optimizer_finds(directed: bool, limit: int | None) -> None:
    dyads = some_dyads(3, directed=directed, limit=limit)
    weights = resampled(dyads, 5)
    fit = DyadModel(dyads).fit(weights)
    senders, receivers = np.nonzero(dyads.learned)
    design = Design.of(dyads, senders, receivers)
    tied, w, n, pairs = dyads.tied[senders, receivers], weights[senders], dyads.n, dyads.sectors**2
    spread = fit.spread[senders]

    def loss(everything: Floats) -> tuple[float, Floats]:
        b, c, u = np.split(everything, [6, 6 + pairs])
        odds = b @ design.covariates + c[design.pair] + u[senders]
        chance = expit(odds)
        missed = w * (chance + spread**2 / 2 * chance * (1 - chance) * (1 - 2 * chance) - tied)
        prior = b @ b / COEFFICIENT_VARIANCE + c @ c / PAIR_VARIANCE + weights @ u**2 / fit.variance
        slope = [
            design.covariates @ missed + b / COEFFICIENT_VARIANCE,
            np.bincount(design.pair, missed, pairs) + c / PAIR_VARIANCE,
            np.bincount(senders, missed, n) + weights * u / fit.variance,
        ]
        expected = np.logaddexp(0, odds) + spread**2 / 2 * chance * (1 - chance)
        return float(w @ (expected - tied * odds) + prior / 2), np.concatenate(slope)

    best = minimize(loss, np.zeros(6 + pairs + n), jac=True, method="BFGS", options={"gtol": 1e-7, "maxiter": 5000})
    b, c, u = np.split(best.x, [6, 6 + pairs])
    assert fit.coefficients == pytest.approx(b, abs=2e-4)
    assert fit.pairs.ravel() == pytest.approx(c, abs=2e-4)
    counted = weights > 0
    assert fit.intercepts[counted] == pytest.approx(u[counted], abs=2e-4)


def test_the_variance_is_a_fixed_point_of_em_by_restricted_maximum_likelihood() -> None:
    dyads = some_dyads(11, n=70)
    fit = DyadModel(dyads).fit(dyads.informative.astype(float))
    assert fit.variance > LEAST_VARIANCE
    # The whole information matrix, written out and inverted.
    senders, receivers = np.nonzero(dyads.learned)
    design = Design.of(dyads, senders, receivers)
    rows = np.unique(senders)
    pair, sender = np.eye(dyads.sectors**2)[:, design.pair], np.eye(dyads.n)[rows][:, senders]
    x = np.vstack([design.covariates, pair, sender])
    chance = expit(fit.log_odds(design) + fit.intercepts[senders])
    prior = [COEFFICIENT_VARIANCE] * 6 + [PAIR_VARIANCE] * len(pair) + [fit.variance] * len(rows)
    uncertainty = np.diag(np.linalg.inv((x * chance * (1 - chance)) @ x.T + np.diag(1 / np.array(prior))))[-len(rows) :]
    assert fit.variance == pytest.approx(np.mean(fit.intercepts[rows] ** 2 + uncertainty), rel=1e-3)
    assert fit.freedom == pytest.approx(((1 - uncertainty / fit.variance) ** 2).sum(), rel=1e-3)


def test_a_start_elsewhere_ends_at_the_same_fit() -> None:
    dyads = some_dyads(4)
    model, weights = DyadModel(dyads), resampled(dyads, 1)
    cold, warm = model.fit(weights), model.fit(weights, model.fit(dyads.informative.astype(float)))
    assert warm.coefficients == pytest.approx(cold.coefficients, abs=1e-3)
    assert warm.variance == pytest.approx(cold.variance, rel=5e-3)


def test_planted_coefficients_and_the_variance_of_senders_are_found_again() -> None:
    rng = np.random.default_rng(8)
    n, sector = 300, np.arange(300) % 4
    u, receiver = rng.normal(0, 0.8, n), rng.normal(0, 0.6, n)
    odds = -2.0 + 0.9 * (sector[:, None] == sector) + u[:, None] + receiver
    dyads = Dyads.of(layer_of(rng.random((n, n)) < expit(odds), sector))
    fit = DyadModel(dyads).fit(np.ones(n))
    # Standard errors: of s^2 about s^2 sqrt(2/n) = .05, of coefficients about .05.
    assert fit.variance == pytest.approx(0.64, abs=0.13)
    assert fit.coefficients[1] == pytest.approx(0.9, abs=0.2)
    assert fit.coefficients[2] == pytest.approx(0.0, abs=0.1)
    assert fit.coefficients[5] == pytest.approx(1.0, abs=0.1)
    assert np.corrcoef(fit.intercepts, u)[0, 1] > 0.95


@pytest.mark.parametrize("limit", [None, 10])
def test_dyads_of_one_kind_look_alike_and_all_are_counted(limit: int | None) -> None:
    dyads = some_dyads(6, limit=limit)
    rows = np.flatnonzero(dyads.informative)[::-1]
    groups = DyadGroups.of(dyads, rows)
    group = np.repeat(np.arange(len(groups.begins)), np.diff(groups.begins, append=len(groups.count)))
    kinds = zip(rows[groups.sender[group]], groups.pair[group], *groups.fixed[:, group], groups.popularity, strict=True)
    senders, receivers = np.nonzero(dyads.learned)
    design = Design.of(dyads, senders, receivers)
    looks = list(zip(senders, design.pair, *design.covariates, strict=True))
    tied = [look for look, yes in zip(looks, dyads.tied[senders, receivers], strict=True) if yes]
    counted = dict(zip(kinds, zip(groups.count, groups.ties, strict=True), strict=True))
    assert counted == {look: (count, Counter(tied)[look]) for look, count in Counter(looks).items()}


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_nobody_or_everybody_tied_has_a_finite_fit(share: float) -> None:
    n = 20
    fit = DyadModel(Dyads.of(layer_of(np.full((n, n), share > 0), np.arange(n) % 3))).fit(np.ones(n))
    chance = expit(fit.coefficients[0])
    assert np.isfinite(fit.coefficients).all()
    assert abs(chance - share) < 0.1


def test_a_row_without_answers_has_the_intercept_of_any_sender() -> None:
    dyads = some_dyads(9)
    fit = DyadModel(dyads).fit(dyads.informative.astype(float))
    assert (fit.intercepts[~dyads.informative] == 0).all()
    assert fit.spread[~dyads.informative] == pytest.approx(np.sqrt(fit.variance))
    assert (fit.spread[dyads.informative] < np.sqrt(fit.variance)).all()


def test_an_undirected_row_without_answers_has_an_intercept_from_what_others_say() -> None:
    dyads = some_dyads(9, directed=False)
    fit = DyadModel(dyads).fit(dyads.informative.astype(float))
    silent_ = ~dyads.informative
    named = (dyads.tied & dyads.learned).sum(axis=1) / dyads.learned.sum(axis=1)
    assert np.corrcoef(fit.intercepts[silent_], named[silent_])[0, 1] > 0.7


def test_popularity_leaves_out_the_sender_and_adds_half_a_tie_by_hand() -> None:
    tied = np.zeros((4, 4), dtype=bool)
    tied[0, 3] = tied[1, 3] = tied[1, 2] = True
    dyads = Dyads.of(layer_of(tied, np.zeros(4, dtype=np.intp)))
    raw = {
        (0, 3): np.log(1.5 / 1.5),  # of 1 and 2, 1 names 3
        (2, 3): np.log(2.5 / 0.5),  # of 0 and 1, both
        (0, 1): np.log(0.5 / 2.5),  # of 2 and 3, none
    }
    for one, other in raw:
        for third, fourth in raw:
            difference = dyads.popularity[one, other] - dyads.popularity[third, fourth]
            assert difference == pytest.approx(raw[one, other] - raw[third, fourth])
    assert dyads.own_popularity[3, 0] == dyads.popularity[0, 3]


def test_reports_of_the_other_side_are_yes_no_or_unknown() -> None:
    tied = np.zeros((3, 3), dtype=bool)
    tied[0, 1] = True
    layer = layer_of(tied, np.zeros(3, dtype=np.intp))
    report = Dyads.of(without_answers(layer, np.array([False, False, True]))).report
    assert (report[1, 0], report[0, 1], report[0, 2]) == (YES, NO, UNKNOWN)


def test_whoever_reached_the_limit_on_names_teaches_nothing_of_dyads_but_has_at_least_as_many_ties() -> None:
    rng = np.random.default_rng(2)
    tied, sector = network(rng, n=40)
    layer = limited(layer_of(tied, sector), 6, rng)
    dyads = Dyads.of(layer)
    assert (dyads.informative == (tied.sum(axis=1) < 6)).all()
    assert not dyads.answers[~dyads.informative].any()
    degrees = OutDegrees.of(layer)
    assert (degrees.censored == ~dyads.informative).all()
    assert (degrees.named[degrees.censored] == 6).all()


def test_a_view_of_pairs_is_refused() -> None:
    tied, sector = network(np.random.default_rng(1), n=40)
    with pytest.raises(ValueError, match="before with_ties"):
        Dyads.of(layer_of(tied, sector).with_ties("either"))


def test_hidden_answers_leave_an_undirected_tie_that_its_other_end_reports() -> None:
    tied = np.zeros((4, 4), dtype=bool)
    tied[0, 1] = tied[0, 2] = True
    layer = layer_of(tied, np.zeros(4, dtype=np.intp), directed=False)
    hidden = without_answers(layer, np.array([True, True, False, False]))
    assert (hidden.n_ties, hidden.n_dyads) == (1, 5)
    assert replace(hidden).observed.mask()[:2].sum() == 0
