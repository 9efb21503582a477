"""The error of a change between two waves: published families of Florence, and invariants."""

import networkx as nx
import numpy as np
import pytest
from scipy.stats import t as student

from stakeholder_graph.frames.arrays import Flags
from stakeholder_graph.inference.rates.dyadic_change import dyadic_change

#: Padgett and Ansell (1993), as in the R package `sna` and in UCINET: 16 families, business ties.
BUSINESS = (
    "Barbadori-Castellani Barbadori-Ginori Barbadori-Medici Barbadori-Peruzzi Bischeri-Guadagni Bischeri-Lamberteschi "
    "Bischeri-Peruzzi Castellani-Lamberteschi Castellani-Peruzzi Ginori-Medici Guadagni-Lamberteschi "
    "Lamberteschi-Peruzzi Medici-Pazzi Medici-Salviati Medici-Tornabuoni"
)


def families() -> tuple[Flags, Flags]:
    marriage = nx.florentine_families_graph()
    marriage.add_node("Pucci")
    business: nx.Graph[str] = nx.Graph()
    business.add_nodes_from(marriage)
    business.add_edges_from((pair.split("-")[0], pair.split("-")[1]) for pair in BUSINESS.split())
    order = sorted(marriage)
    return nx.to_numpy_array(marriage, nodelist=order) > 0, nx.to_numpy_array(business, nodelist=order) > 0


def test_families_of_florence() -> None:
    """Change -.041667; robust se .049271, by which p is .4110; vertex jackknife se .046184."""
    marriage, business = families()
    changed = dyadic_change(marriage, business, np.ones((16, 16), dtype=bool))
    assert changed is not None
    assert (changed.before, changed.after, changed.dyads) == (40, 30, 240)
    assert changed.change == pytest.approx(-0.041667, abs=1e-6)
    assert changed.robust_se == pytest.approx(0.049271, abs=1e-6)
    assert 2 * student.sf(0.041667 / changed.robust_se, 15) == pytest.approx(0.4110, abs=1e-4)
    assert changed.jackknife_se == pytest.approx(0.046184, abs=1e-6)
    # The plain jackknife's factor is 15/16, the vertex jackknife's 14/32.
    assert changed.se**2 == pytest.approx((0.049271**2 + 0.046184**2 * (15 / 16) / (14 / 32)) / 2, abs=1e-7)


def test_the_order_of_organizations_and_of_waves_makes_no_difference() -> None:
    rng = np.random.default_rng(1)
    before, after = rng.random((2, 25, 25)) < 0.2
    known = rng.random((25, 25)) < 0.9
    one = dyadic_change(before, after, known)
    order = rng.permutation(25)
    moved = dyadic_change(*(matrix[np.ix_(order, order)] for matrix in (before, after, known)))
    back = dyadic_change(after, before, known)
    assert one is not None
    assert moved is not None
    assert back is not None
    assert [moved.change, moved.se] == pytest.approx([one.change, one.se])
    assert [back.change, back.se, back.p] == pytest.approx([-one.change, one.se, one.p])


def test_a_robust_variance_below_that_of_independent_dyads_is_not_believed() -> None:
    """Every organization gains one and loses one: its changes cancel, and the robust variance is 0."""
    n = 24
    before, after = np.zeros((2, n, n), dtype=bool)
    for k in range(0, n, 2):
        before[k, k + 1] = after[k + 1, k] = True
    changed = dyadic_change(before, after, np.ones((n, n), dtype=bool))
    assert changed is not None
    assert changed.p == 1
    assert changed.se == 0  # both directions of each pair cancel, too
    before[0, 5] = after[5, 9] = True
    changed = dyadic_change(before, after, np.ones((n, n), dtype=bool))
    assert changed is not None
    assert changed.se**2 >= 2 / (n * (n - 1)) ** 2 / 2


def test_what_is_not_known_is_not_compared() -> None:
    known = np.ones((5, 5), dtype=bool)
    known[0] = False
    before, after = np.zeros((2, 5, 5), dtype=bool)
    after[0, 1] = after[2, 3] = True
    changed = dyadic_change(before, after, known)
    assert changed is not None
    assert (changed.before, changed.after, changed.dyads) == (0, 1, 16)


@pytest.mark.parametrize("known", [np.ones((2, 2), dtype=bool), np.zeros((9, 9), dtype=bool)])
def test_nothing_is_said_of_too_few(known: Flags) -> None:
    assert dyadic_change(known, known, known) is None
