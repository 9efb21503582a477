"""QAP and MRQAP: published values, coefficients by least squares, every permutation enumerated, masks that stay."""

from itertools import permutations as arrangements

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from stakeholder_graph.graph import from_networkx
from stakeholder_graph.inference.dyad_permutation import PermutedDyads, dyads_of
from stakeholder_graph.inference.early_stopping import LEAST
from stakeholder_graph.inference.mrqap import Regression, mrqap
from stakeholder_graph.inference.qap import qap
from tests.calibration.networks import network

#: Padgett & Ansell (1993); as in UCINET's data set PADGETT.
BUSINESS = (
    "Barbadori-Castellani Barbadori-Ginori Barbadori-Medici Barbadori-Peruzzi Bischeri-Guadagni Bischeri-Lamberteschi "
    "Bischeri-Peruzzi Castellani-Lamberteschi Castellani-Peruzzi Ginori-Medici Guadagni-Lamberteschi "
    "Lamberteschi-Peruzzi Medici-Pazzi Medici-Salviati Medici-Tornabuoni"
)

Floats = NDArray[np.float64]


def florence() -> tuple[Floats, Floats]:
    marriage = nx.florentine_families_graph()
    marriage.add_node("Pucci")
    families = sorted(marriage)
    business: nx.Graph[str] = nx.Graph(pair.partition("-")[::2] for pair in BUSINESS.split())
    business.add_nodes_from(families)
    one, other = (nx.to_numpy_array(graph, nodelist=families) for graph in (marriage, business))
    return one, other


def everyone(n: int, *, directed: bool = True) -> PermutedDyads:
    return PermutedDyads.among(np.ones((n, n), dtype=bool), directed=directed)


def test_florentine_families() -> None:
    """Correlation .372, one-sided p about .0008 (Hanneman & Riddle 2005, ch. 18; UCINET)."""
    marriage, business = florence()
    assert (marriage.sum(), business.sum()) == (40, 30)
    found = qap(marriage, business, everyone(16, directed=False), permutations=9999, seed=0)
    assert found.value == pytest.approx(0.372, abs=5e-4)
    one_sided = (1 + (found.simulated >= found.value - 1e-12).sum()) / 10_000
    assert 0.0003 < one_sided < 0.0016
    above = np.triu_indices(16, 1)
    assert found.value == pytest.approx(float(np.corrcoef(marriage[above], business[above])[0, 1]))


def by_hand(y: Floats, x: Floats, dyads: PermutedDyads) -> tuple[Floats, Floats]:
    """Coefficients and t by ordinary least squares, straight from the textbook."""
    design = np.column_stack([np.ones(len(dyads.rows)), *(dyads.of(each) for each in x)])
    out = dyads.of(y)
    beta = np.asarray(np.linalg.lstsq(design, out, rcond=None)[0], dtype=np.float64)
    rest = out - design @ beta
    freedom = len(out) - design.shape[1]
    error = np.sqrt(np.diag(np.linalg.inv(design.T @ design)) * (rest @ rest) / freedom)
    return beta, (beta / error)[1:]


def partialled_by_hand(y: Floats, x: Floats, dyads: PermutedDyads, order: NDArray[np.intp]) -> Floats:
    """Dekker et al. (2007), p. 570: residuals of each predictor permuted, everything fitted anew."""
    found = []
    for place in range(len(x)):
        others = np.delete(x, place, axis=0)
        design = np.column_stack([np.ones(len(dyads.rows)), *(dyads.of(each) for each in others)])
        own = dyads.of(x[place])
        fit = np.linalg.lstsq(design, own, rcond=None)[0]
        residual = x[place] - fit[0] - np.tensordot(fit[1:], others, 1)
        np.fill_diagonal(residual, 0.0)
        moved = residual[np.ix_(order, order)]
        found.append(by_hand(y, np.stack([moved, *others]), dyads)[1][0])
    return np.array(found)


def ragged(n: int, share: float, rng: np.random.Generator) -> NDArray[np.bool_]:
    return np.asarray(rng.random((n, n)) > share)


@pytest.mark.parametrize("blanks", [0.0, 0.1, 0.7])
@pytest.mark.parametrize(("directed", "mutual", "often"), [(True, False, 1.0), (True, True, 0.4), (False, True, 1.0)])
def test_mrqap_is_least_squares_with_residuals_permuted(
    directed: bool, mutual: bool, often: float, blanks: float
) -> None:
    """Also of predictors that are the same both ways, and 0 for most pairs: of these not all dyads are looked at."""
    rng = np.random.default_rng(7)
    x, y = rng.random((3, 9, 9)), (rng.random((9, 9)) < 0.4).astype(float)
    x = np.where(rng.random(x.shape) < often, x, 0.0)
    if mutual:
        x = x + x.transpose(0, 2, 1)
    if not directed:
        y = np.maximum(y, y.T)
    dyads = PermutedDyads.among(ragged(9, blanks, rng), directed=directed)
    found = mrqap(y, x, dyads, permutations=50, seed=3)
    beta, t = by_hand(y, x, dyads)
    assert [found.intercept, *found.coefficients] == pytest.approx(list(beta))
    assert found.t == pytest.approx(t)
    orders = np.concatenate(list(dyads.permutations(50, 3, 81)))
    assert found.simulated == pytest.approx(np.array([partialled_by_hand(y, x, dyads, order) for order in orders]))
    out = dyads.of(y)
    fitted = np.column_stack([np.ones(len(out)), *(dyads.of(each) for each in x)]) @ beta
    assert found.r_squared == pytest.approx(float(np.corrcoef(out, fitted)[0, 1] ** 2))


@pytest.mark.parametrize("predictors", [2, 3])
def test_only_predictors_whose_draws_have_not_stopped_are_drawn_further(predictors: int) -> None:
    rng = np.random.default_rng(6)
    x = np.where(rng.random((predictors, 9, 9)) < 0.3, rng.random((predictors, 9, 9)), 0.0)
    x += x.transpose(0, 2, 1)
    # The first tells all but a little, the others nothing; of three the second is made to tell something, too.
    y = x[0] + (x[1] if predictors > 2 else 0) + 0.1 * rng.normal(size=(9, 9))
    dyads = PermutedDyads.among(np.ones((9, 9), dtype=bool))
    found = mrqap(y, x, dyads, permutations=2500, seed=3)
    open_still = found.draws == 2500
    assert open_still.tolist() == [True] * (predictors - 1) + [False]
    assert found.draws[-1] == LEAST
    last = np.concatenate(list(dyads.permutations(2500, 3, 81)))[-1]
    by_hand_last = partialled_by_hand(y, x, dyads, last)
    assert found.simulated[-1, open_still] == pytest.approx(by_hand_last[open_still])
    assert np.isnan(found.simulated[-1, ~open_still]).all()


def test_p_tends_to_the_share_of_all_arrangements() -> None:
    """All 120 arrangements of five organizations, enumerated."""
    rng = np.random.default_rng(2)
    y, x = (rng.random((5, 5)) < 0.5).astype(float), rng.random((5, 5))
    dyads = everyone(5)
    exact = [float(np.corrcoef(dyads.of(y), dyads.of(x[np.ix_(o, o)]))[0, 1]) for o in arrangements(range(5))]
    found = qap(y, x, dyads, permutations=20_000, seed=1)
    assert np.mean(found.simulated >= found.value - 1e-9) == pytest.approx(
        np.mean(np.array(exact) >= found.value - 1e-9), abs=0.012
    )
    assert set(np.round(found.simulated, 9)) == set(np.round(exact, 9))


def silent_rows(n: int, silent: int) -> NDArray[np.bool_]:
    return np.tile((np.arange(n) >= silent)[:, None], n)


def test_the_mask_never_moves() -> None:
    dyads = PermutedDyads.among(silent_rows(8, 3))
    assert len(dyads.rows) == 5 * 7
    mask = dyads.square(np.ones(35))
    for order in np.concatenate(list(dyads.permutations(40, 0, 64))):
        assert np.array_equal(mask[np.ix_(order, order)], mask)
    # So whatever an organization that has not answered is given to say changes nothing.
    rng = np.random.default_rng(0)
    y, x = rng.random((8, 8)), rng.random((8, 8))
    other = y.copy()
    other[:3] = 9.0
    assert np.array_equal(qap(y, x, dyads, permutations=9).simulated, qap(other, x, dyads, permutations=9).simulated)


def test_an_undirected_pair_is_known_if_either_end_answered() -> None:
    dyads = PermutedDyads.among(silent_rows(6, 3), directed=False)
    assert len(dyads.rows) == 15 - 3
    assert len(dyads.missing[0]) == 0
    mask = dyads.square(np.ones(12))
    for order in np.concatenate(list(dyads.permutations(20, 0, 36))):
        assert np.array_equal(mask[np.ix_(order, order)], mask)


def test_single_blanks_leave_all_other_answers_in() -> None:
    known = np.ones((10, 10), dtype=bool)
    known[[0, 0, 1, 1, 2, 3], [5, 6, 7, 8, 9, 4]] = False  # no two organizations are alike any more
    dyads = PermutedDyads.among(known)
    assert len(dyads.rows) == 90 - 6
    assert len(dyads.missing[0]) == 6
    assert set(dyads.strata) == {0}


def test_those_who_answered_never_change_places_with_those_who_did_not() -> None:
    known = silent_rows(7, 3)
    known[4, 2] = False
    dyads = PermutedDyads.among(known)
    assert len(dyads.rows) == 4 * 6 - 1
    assert sorted(np.bincount(dyads.strata)) == [3, 4]


@pytest.mark.parametrize("blanks", [0.05, 0.6])
@pytest.mark.parametrize("directed", [True, False])
def test_on_ragged_masks_only_what_is_compared_is_permuted(directed: bool, blanks: float) -> None:
    """Plain loops: ties and mask stay, and each permuted correlation is that of the observed dyads."""
    rng = np.random.default_rng(8)
    y, x, known = (rng.random((9, 9)) < 0.4).astype(float), rng.random((9, 9)), ragged(9, blanks, rng)
    if not directed:
        y, x = np.maximum(y, y.T), x + x.T
    dyads = PermutedDyads.among(known, directed=directed)
    found = qap(y, x, dyads, permutations=30, seed=2)
    pairs = [
        (a, b)
        for a in range(9)
        for b in range(9)
        if (a != b and known[a, b] if directed else a < b and (known[a, b] or known[b, a]))
    ]
    for order, value in zip(np.concatenate(list(dyads.permutations(30, 2, 81))), found.simulated, strict=True):
        there, moved = [y[a, b] for a, b in pairs], [x[order[a], order[b]] for a, b in pairs]
        assert value == pytest.approx(np.corrcoef(there, moved)[0, 1])


def test_what_is_alike_wherever_anybody_was_asked_goes_with_nothing() -> None:
    block = np.kron(np.eye(2, dtype=bool), np.ones((4, 4), dtype=bool))
    dyads = PermutedDyads.among(block)
    assert len(dyads.rows) == 2 * 12
    ties = (np.random.default_rng(0).random((8, 8)) < 0.5).astype(float)
    assert np.isnan(qap(ties, block.astype(float), dyads, permutations=19).value)


def test_a_layer_seen_from_both_sides_is_known_where_both_answered() -> None:
    graph = from_networkx(nx.DiGraph([("a", "b"), ("b", "c"), ("c", "a")]))
    assert len(dyads_of(graph.layer("collaboration")).rows) == 6
    assert len(dyads_of(graph.layer("collaboration", "either")).rows) == 3


@pytest.mark.parametrize("n", [0, 1, 2])
def test_too_few_to_say(n: int) -> None:
    y = np.ones((n, n)) - np.eye(n)
    assert np.isnan(qap(y, y, everyone(n), permutations=9).value)
    found = mrqap(y, y[None], everyone(n), permutations=9)
    assert np.isnan(found.t).all()
    assert np.isnan(found.p).all()


def test_what_others_determine_is_undefined() -> None:
    rng = np.random.default_rng(5)
    x = rng.random((2, 7, 7))
    found = mrqap(rng.random((7, 7)), np.stack([x[0], x[1], x[0] + x[1]]), everyone(7), permutations=19)
    assert np.isnan(found.coefficients).all()
    alone = mrqap(np.ones((7, 7)), x, everyone(7), permutations=19)
    assert np.isnan(alone.t).all()


def test_same_seed_same_numbers() -> None:
    rng = np.random.default_rng(5)
    x = rng.random((2, 12, 12))
    one, other = (mrqap(x[0].T, x, everyone(12), permutations=99, seed=4) for _ in range(2))
    assert np.array_equal(one.simulated, other.simulated)


def all_p(found: Regression) -> list[float]:
    return [float(p) for p in found.p if not np.isnan(p)]


@given(st.integers(3, 8), st.integers(0, 2**32 - 1), st.booleans())
def test_p_lies_above_0_and_order_changes_no_value(n: int, seed: int, directed: bool) -> None:
    rng = np.random.default_rng(seed)
    y, x = (rng.random((n, n)) < 0.4).astype(float), (rng.random((2, n, n)) < 0.5).astype(float)
    if not directed:
        y, x = np.maximum(y, y.T), np.maximum(x, x.transpose(0, 2, 1))
    order = rng.permutation(n)
    dyads = everyone(n, directed=directed)
    moved = y[np.ix_(order, order)], x[:, order][:, :, order]
    one, two = (mrqap(*each, dyads, permutations=19) for each in ((y, x), moved))
    assert one.coefficients == pytest.approx(two.coefficients, nan_ok=True, abs=1e-9)
    assert one.r_squared == pytest.approx(two.r_squared, nan_ok=True, abs=1e-9)
    assert all(0 < p <= 1 for p in all_p(one))
    straight, turned = (qap(each[0], each[1][0], dyads, permutations=19) for each in ((y, x), moved))
    assert straight.value == pytest.approx(turned.value, nan_ok=True)
    assert np.isnan(straight.p) or 0 < straight.p <= 1


def test_few_false_alarms_where_ties_depend_on_senders_and_predictors_go_together() -> None:
    """Dekker et al. (2007): the level holds with unequal activity and collinear predictors; 120 networks, .05."""
    rng = np.random.default_rng(11)
    small = 0
    for _ in range(120):
        activity, place = rng.normal(size=20), rng.normal(size=20)
        y = (activity[:, None] + activity + rng.normal(size=(20, 20)) > 1).astype(float)
        near = -np.abs(place[:, None] - place)
        x = np.stack([near, near + 0.3 * rng.normal(size=(20, 20))])
        small += int(mrqap(y, x, everyone(20), permutations=99, seed=0).p[0] <= 0.05)
    assert small <= 13  # .9998 of Binomial(120, .05)


@pytest.mark.parametrize("silos", [0.0, np.log(2)])
def test_single_blanks_cost_neither_level_nor_power(silos: float) -> None:
    """3 % of answers left blank among 46 organizations: 120 networks, on each with and without blanks."""
    rejected = {0.0: 0, 0.03: 0}
    for number in range(120):
        rng = np.random.default_rng([number, 11])
        tied, sector = network(rng, n=46, silos=silos)
        blank, same = rng.random((46, 46)), np.equal.outer(sector, sector).astype(float)
        for share in rejected:
            dyads = PermutedDyads.among(blank >= share)
            rejected[share] += int(qap(tied.astype(float), same, dyads, permutations=99, seed=number).p <= 0.05)
    assert abs(rejected[0.03] - rejected[0.0]) <= 4
    assert rejected[0.03] >= 108 if silos else rejected[0.03] <= 13  # .9998 of Binomial(120, .05)
