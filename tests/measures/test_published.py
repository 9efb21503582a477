"""Values that others published, or that reference software gives.

KNOKI: CASOS ORA's published measures of the Knoke bureaucracies data; E-I by hand from the matrix (36 external,
13 internal). Karate: networkx and igraph agree to the digits given.
"""

from itertools import combinations

import numpy as np
import pytest

from stakeholder_graph.graph.mixing import mixing_of
from stakeholder_graph.inference.imputation.dyads import without_answers
from stakeholder_graph.inference.label_permutation import under_labels
from stakeholder_graph.inference.observed_mixing import expected_mixing
from stakeholder_graph.inference.p_values import two_sided
from stakeholder_graph.measures.bridges.betweenness import betweenness, betweenness_of
from stakeholder_graph.measures.network.centralization import centralization
from stakeholder_graph.measures.network.density import density
from stakeholder_graph.measures.sectors import ei_index as ei
from stakeholder_graph.measures.ties.reciprocity import reciprocity
from stakeholder_graph.model.finding import Ties
from tests.known import KNOKI_NAMES, karate, knoki


def test_knoki_density_is_the_published_one() -> None:
    assert density(knoki()).value == pytest.approx(49 / 90)
    assert density(knoki()).value == pytest.approx(0.544, abs=5e-4)


def test_knoki_reciprocity_by_dyads_and_by_arcs() -> None:
    found = reciprocity(knoki())
    assert found.value == pytest.approx(0.6939, abs=5e-5)
    assert found.tables["variants"].rows[1]["reciprocity"] == pytest.approx(0.531, abs=5e-4)


def test_knoki_centralization_on_total_degree_and_on_the_undirected_union() -> None:
    assert centralization(knoki()).value == pytest.approx(0.431, abs=5e-4)
    assert centralization(knoki("either")).value == pytest.approx(0.361, abs=5e-4)


def test_knoki_betweenness() -> None:
    found = betweenness(knoki())
    assert found.value == pytest.approx(17.833, abs=5e-4)
    assert found.tables["network"].rows[0]["centralization"] == pytest.approx(0.201, abs=5e-4)


def test_karate_betweenness_and_centralization() -> None:
    layer = karate()
    scores = dict(zip(layer.organizations, betweenness_of([layer])[0], strict=True))
    assert scores["0"] == pytest.approx(231.0714, abs=5e-5)
    assert scores["33"] == pytest.approx(160.5516, abs=5e-5)
    assert centralization(layer).value == pytest.approx(0.399621, abs=5e-7)


@pytest.mark.parametrize(("ties", "value"), [("reported", 0.4694), ("either", 0.5625), ("both", 0.2941)])
def test_knoki_ei_index(ties: Ties, value: float) -> None:
    assert ei.ei_index(knoki(ties)).value == pytest.approx(value, abs=5e-5)


def test_knoki_ei_index_attainable_range_and_expectation() -> None:
    found = ei.ei_index(knoki())
    assert found.attainable == pytest.approx((1 / 49, 1.0))
    assert found.rescaled == pytest.approx(2 * (23 / 49 - 1 / 49) / (48 / 49) - 1)
    assert ei.expected(knoki()) == pytest.approx(1 - 2 * 24 / 90)


def test_knoki_ei_index_of_sectors_and_organizations() -> None:
    found = ei.ei_index(knoki())
    gov = next(row for row in found.tables["by_sector"].rows if row["sector"] == "gov")
    assert (gov["external"], gov["internal"]) == (14, 7)
    assert gov["ei_index"] == pytest.approx(1 / 3)
    assert found.table is not None
    mayor = next(row for row in found.table.rows if row["organization"] == "MAYR")
    assert (mayor["external"], mayor["internal"], mayor["ei_index"]) == (5, 3, 0.25)


def test_knoki_label_null_has_the_published_spread_and_exact_lower_tail() -> None:
    simulated = under_labels(knoki(), ei.of_mixing, 9999, seed=1)
    assert simulated.mean() == pytest.approx(0.4667, abs=0.004)
    assert simulated.std() == pytest.approx(0.082, abs=0.002)
    lower = (1 + (simulated <= 23 / 49 + 1e-12).sum()) / 10000
    assert lower == pytest.approx(0.6119, abs=0.02)
    assert float(two_sided(np.array(23 / 49), simulated)) == pytest.approx(1.0, abs=0.05)


def test_expected_mixing_is_the_mean_of_the_simulation_directed_and_not() -> None:
    for layer in (knoki(), knoki("either"), karate()):
        simulated = under_labels(layer, lambda mixing: mixing.astype(float), 4000, seed=2)
        assert expected_mixing(layer) == pytest.approx(simulated.mean(axis=0), abs=0.25)


def test_knoki_label_null_over_every_arrangement_of_the_sectors() -> None:
    # 10! / (4! 3! 3!) = 4200 arrangements, each as likely.
    layer = knoki()
    found = []
    for gov in combinations(range(10), 4):
        for biz in combinations([i for i in range(10) if i not in gov], 3):
            labels = np.full(10, 2)
            labels[list(gov)], labels[list(biz)] = 0, 1
            found.append(labels)
    assert len(found) == 4200
    every = ei.of_mixing(mixing_of(np.array(found), layer.edge_index, 3, directed=True))
    assert every.mean() == pytest.approx(ei.expected(layer)) == pytest.approx(0.4667, abs=5e-5)
    assert every.std() == pytest.approx(0.082, abs=5e-4)
    assert (every <= 23 / 49 + 1e-12).mean() == pytest.approx(0.6119, abs=5e-5)


@pytest.mark.parametrize("ties", ["either", "both"])
def test_knoki_expectation_does_not_depend_on_what_counts_as_a_tie(ties: Ties) -> None:
    assert ei.expected(knoki(ties)) == pytest.approx(1 - 2 * 24 / 90)


def test_half_the_answers_missing_the_expectation_is_that_of_the_simulation() -> None:
    # Krackhardt and Stern's expectation with ties to those who did not answer counted apart.
    layer = without_answers(knoki(), np.isin(KNOKI_NAMES, ["COUN", "WELF", "NEWS", "WEST"]))
    simulated = under_labels(layer, ei.of_mixing, 9999, seed=3)
    assert ei.expected(layer) == pytest.approx(simulated.mean(), abs=5 * simulated.std() / 100)
    plain = 1 - 2 * 24 / 90
    assert abs(ei.expected(layer) - plain) > 5 * simulated.std() / 100
