"""Rewired networks as the second null of what two organizations have in common."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.inference.dyad_permutation import dyads_of
from stakeholder_graph.inference.mrqap import mrqap
from stakeholder_graph.inference.rewiring import rewire
from stakeholder_graph.measures._columns import TOO_CLOSE
from stakeholder_graph.model.finding import LEVEL
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.studies.in_common.rewired_ties import agreed, rewired_ends, rewired_t, share_p
from tests.calibration.networks import layer_of, network
from tests.calibration.scenarios import SCENARIOS, drawn
from tests.calibration.verdicts import frames


@pytest.mark.parametrize("directed", [True, False])
def test_t_is_that_of_the_regression_on_the_same_network(directed: bool) -> None:
    rng = np.random.default_rng(4)
    tied, sector = network(rng, n=24, silos=0.5, sector=np.arange(24) % 4)
    layer = layer_of(tied, sector, directed=directed)
    kept = rng.random(24) < 0.8
    place = rng.integers(3, size=24)
    x = np.array([np.equal.outer(of, of) for of in (sector, place)], dtype=float)[:, kept][:, :, kept]
    dyads = dyads_of(layer.subset(kept))
    ties = (layer.subset(kept).adjacency.toarray() > 0).astype(float)
    ends = [np.stack(layer.edge_index)]
    assert rewired_t(x, kept, dyads, ends)[0] == pytest.approx(mrqap(ties, x, dyads, permutations=9).t, rel=1e-9)


def test_p_of_a_share_counts_rewired_networks_as_extreme() -> None:
    tied, sector = network(np.random.default_rng(1), n=30, silos=1.5, sector=np.arange(30) % 3)
    layer = layer_of(tied, sector)
    networks = rewire(layer, 99, seed=3)
    ends = rewired_ends(networks, layer)
    stated = np.arange(30) < 25
    same = np.equal.outer(sector, sector)

    def share(pairs: list[tuple[int, int]]) -> float:
        known = [(a, b) for a, b in pairs if stated[a] and stated[b]]
        return sum(bool(sector[a] == sector[b]) for a, b in known) / len(known)

    simulated = [share(list(zip(*pair.tolist(), strict=True))) for pair in ends]
    observed = share(list(zip(*np.stack(layer.edge_index).tolist(), strict=True)))
    above = 1 + sum(value >= observed - 1e-12 for value in simulated)
    below = 1 + sum(value <= observed + 1e-12 for value in simulated)
    expected = min(1.0, 2 * min(above, below) / 100)
    assert share_p(same, stated, layer, networks, ends) == pytest.approx(expected)
    assert expected <= 0.05


def test_rewired_networks_keep_how_many_everyone_names_in_the_order_of_the_layer() -> None:
    tied, sector = network(np.random.default_rng(2), n=20, silos=0.0, sector=np.arange(20) % 4)
    layer = layer_of(tied, sector)
    for senders, receivers in rewired_ends(rewire(layer, 19, seed=1), layer):
        assert (np.bincount(senders, minlength=20) == tied.sum(axis=1)).all()
        assert (np.bincount(receivers, minlength=20) == tied.sum(axis=0)).all()


def test_where_rewired_networks_tell_nothing_there_is_no_p() -> None:
    everyone = layer_of(np.ones((6, 6), dtype=bool), np.arange(6) % 2)
    networks = rewire(everyone, 19)
    ends = rewired_ends(networks, everyone)
    assert np.isnan(share_p(np.eye(6, dtype=bool), np.ones(6, dtype=bool), everyone, networks, ends))


def test_only_what_stands_out_is_corrected() -> None:
    assert agreed(np.array([0.04, 0.06, np.nan]), np.array([0.04, 0.01, 0.01])) == pytest.approx(
        [0.04, np.nan, np.nan], nan_ok=True
    )


def _sector_line(number: int) -> Mapping[str, Any]:
    """What silo sources say of the sector in a network in which one sector is merely active."""
    scenario = SCENARIOS["no structure, one sector active"]
    given = frames(scenario, drawn(scenario, number))
    given["affiliations"] = given["affiliations"].iloc[:0]
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, given)
    settings = MeasureSettings(permutations=199, draws=0)
    (finding,) = assess(Partnership("P", {"1": graph}, {}), ["silo_sources"], settings=settings)
    assert finding.table is not None
    return next(row for row in finding.table.rows if row["attribute"] == "sector")


def test_a_sector_that_is_merely_active_is_not_what_ties_run_along() -> None:
    rows = [_sector_line(number) for number in range(30)]
    by_labels = [row for row in rows if row["p_adjusted"] <= LEVEL]
    assert by_labels
    assert sum(row["verdict"] != TOO_CLOSE for row in by_labels) <= 1
