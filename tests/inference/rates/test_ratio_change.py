"""The change of a ratio over dyads: the same as that of a share where the denominator is 1, and invariants."""

import networkx as nx
import numpy as np
import pytest

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.inference.rates.dyadic_change import dyadic_change
from stakeholder_graph.inference.rates.ratio_change import PerDyad, RatioChange, ratio_change


def random_ties(seed: int, n: int = 25, share: float = 0.2) -> Floats:
    ties = (np.random.default_rng(seed).random((n, n)) < share).astype(float)
    np.fill_diagonal(ties, 0)
    return ties


def across(ties: Floats) -> PerDyad:
    code = np.arange(len(ties)) % 3
    return PerDyad(np.where(code[:, None] == code, -ties, ties), ties)


def changed(before: PerDyad, after: PerDyad) -> RatioChange:
    result = ratio_change(before, after)
    assert result is not None
    return result


@pytest.mark.parametrize("seed", range(3))
def test_a_share_of_dyads_changes_as_dyadic_change_says(seed: int) -> None:
    before, after = random_ties(seed), random_ties(seed + 10)
    known = (np.random.default_rng(seed + 20).random(before.shape) < 0.9).astype(float)
    np.fill_diagonal(known, 0)
    share = changed(PerDyad(before * known, known), PerDyad(after * known, known))
    whole = dyadic_change(before > 0, after > 0, known > 0)
    assert whole is not None
    assert [share.change, share.se, share.p] == pytest.approx([whole.change, whole.se, whole.p], rel=1e-12)
    assert [end * whole.dyads for end in share.range] == pytest.approx(list(whole.range), rel=1e-12)


def test_families_of_florence() -> None:
    """Padgett's marriages: half the sum of .049271^2 and of the plain jackknife's, (15/16)/(14/32) of .046184^2."""
    marriage = nx.florentine_families_graph()
    marriage.add_node("Pucci")
    pairs = (
        "Barbadori-Castellani Barbadori-Ginori Barbadori-Medici Barbadori-Peruzzi Bischeri-Guadagni "
        "Bischeri-Lamberteschi Bischeri-Peruzzi Castellani-Lamberteschi Castellani-Peruzzi Ginori-Medici "
        "Guadagni-Lamberteschi Lamberteschi-Peruzzi Medici-Pazzi Medici-Salviati Medici-Tornabuoni"
    )
    business: nx.Graph[str] = nx.Graph()
    business.add_nodes_from(marriage)
    business.add_edges_from((pair.split("-")[0], pair.split("-")[1]) for pair in pairs.split())
    order = sorted(marriage)
    waves = [nx.to_numpy_array(graph, nodelist=order) for graph in (marriage, business)]
    known = 1 - np.eye(16)
    result = changed(*(PerDyad(wave, known) for wave in waves))
    assert result.change == pytest.approx(-0.041667, abs=1e-6)
    assert result.se**2 == pytest.approx((0.049271**2 + 0.046184**2 * (15 / 16) / (14 / 32)) / 2, abs=1e-7)


def test_what_each_organization_leaves_is_counted_by_hand() -> None:
    ties = random_ties(1)
    ratio = across(ties)
    for k in (0, 7):
        rest = np.delete(np.delete(ties, k, 0), k, 1)
        code = np.delete(np.arange(25) % 3, k)
        outside = (rest * (code[:, None] != code)).sum()
        assert ratio.left_out[k] == pytest.approx((2 * outside - rest.sum()) / rest.sum())


def test_order_of_organizations_and_of_waves_makes_no_difference() -> None:
    before, after = random_ties(1), random_ties(2)
    order = np.random.default_rng(3).permutation(25)
    first, last = across(before), across(after)
    moved = [PerDyad(*(part[np.ix_(order, order)] for part in (r.numerator, r.denominator))) for r in (first, last)]
    one, other, back = changed(first, last), changed(*moved), changed(last, first)
    assert [other.change, other.se] == pytest.approx([one.change, one.se])
    assert [back.change, back.se, back.p] == pytest.approx([-one.change, one.se, one.p])


def test_nothing_is_said_where_a_wave_counts_nothing() -> None:
    ties = random_ties(1)
    assert ratio_change(across(ties), across(ties * 0)) is None
    assert ratio_change(across(ties[:2, :2]), across(ties[:2, :2])) is None
    only = np.zeros((5, 5))
    only[0, 1] = 1  # without either of the two nothing is left
    assert ratio_change(across(only), across(random_ties(1, 5, 0.9))) is None


def test_what_does_not_change_has_p_1() -> None:
    result = changed(across(random_ties(1)), across(random_ties(1)))
    assert (result.change, result.se, result.p) == (0, 0, 1)
