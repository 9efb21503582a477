"""Our values beside those of sna and igraph in R, on complete networks of 10 to 200 organizations.

``values.json`` holds theirs, with the versions; reference.R says how they were computed. Conventions coincide but for
these: of hierarchy and returned ties we say nothing where ties have no direction (sna: 0 and 1); an organization that a
role cannot fall to has no expectation here, 0 in sna; a network's standard deviation of brokerage is not compared, as
sna's does not count the dependence of triples that share a dyad. Permutation tests draw other permutations: their
shares of simulated values are compared within four standard errors, ours are then made two-sided.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from stakeholder_graph.graph import Layer
from stakeholder_graph.inference.dyad_permutation import dyads_of
from stakeholder_graph.inference.mrqap import mrqap
from stakeholder_graph.inference.qap import qap
from stakeholder_graph.measures.bridges._brokerage_chance import ROLES
from stakeholder_graph.measures.bridges.betweenness import betweenness, betweenness_of
from stakeholder_graph.measures.bridges.brokerage import brokerage
from stakeholder_graph.measures.bridges.constraint import constraint_of
from stakeholder_graph.measures.bridges.cutpoints import cut_off
from stakeholder_graph.measures.network.centralization import degree_centralization
from stakeholder_graph.measures.network.connectedness import connected_share, parts
from stakeholder_graph.measures.network.density import share_of_dyads
from stakeholder_graph.measures.network.distance import distance
from stakeholder_graph.measures.network.hierarchy import hierarchy
from stakeholder_graph.measures.network.transitivity import closed_share
from stakeholder_graph.measures.sectors.assortativity import of_layer as assortativity_of
from stakeholder_graph.measures.sectors.modularity import of_layer as modularity_of
from stakeholder_graph.measures.ties.reciprocity import reciprocity
from tests.calibration.networks import layer_of
from tests.oracles.networks import Network, networks

STORED = json.loads(Path(__file__).with_name("values.json").read_text(encoding="utf-8"))
NAMES = list(STORED["networks"])
#: The order of sna's columns.
AS_SNA = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total")


@cache
def made() -> dict[str, Network]:
    return {network.name: network for network in networks()}


def both(name: str) -> tuple[Layer, dict[str, Any]]:
    """A network as we see it, and what R says of it."""
    network = made()[name]
    return layer_of(network.tied, network.sector, directed=network.directed), STORED["networks"][name]["structure"]


@pytest.mark.parametrize("name", NAMES)
def test_the_networks_are_those_that_r_was_given(name: str) -> None:
    network, given = made()[name], STORED["networks"][name]
    assert np.argwhere(network.tied).tolist() == given["ties"]
    assert network.sector.tolist() == given["sector"]


@pytest.mark.parametrize("name", NAMES)
def test_the_whole_network(name: str) -> None:
    layer, said = both(name)
    assert share_of_dyads(layer) == pytest.approx(said["density"])
    assert closed_share(layer) == pytest.approx(said["transitivity"])
    assert degree_centralization(layer) == pytest.approx(said["degree_centralization"])
    assert connected_share(layer) == pytest.approx(said["connectedness"])
    assert parts(layer).tolist() == np.atleast_1d(said["components_sizes"]).tolist()
    found = distance(layer)
    assert found.value == pytest.approx(said["mean_distance"])
    assert found.tables["network"].rows[0]["diameter"] == said["diameter"]


@pytest.mark.parametrize("name", [name for name in NAMES if STORED["networks"][name]["directed"]])
def test_what_is_returned_and_what_leads_back(name: str) -> None:
    layer, said = both(name)
    found = reciprocity(layer)
    assert found.value == pytest.approx(said["reciprocity_arcs"])
    assert found.tables["variants"].rows[1]["reciprocity"] == pytest.approx(said["reciprocity_dyads"])
    assert hierarchy(layer).value == pytest.approx(said["hierarchy"])


@pytest.mark.parametrize("name", NAMES)
def test_ties_and_sectors(name: str) -> None:
    layer, said = both(name)
    assert assortativity_of(layer) == pytest.approx(said["assortativity"])
    assert modularity_of(layer) == pytest.approx(said["modularity"])


@pytest.mark.parametrize("name", NAMES)
def test_who_stands_between(name: str) -> None:
    layer, said = both(name)
    assert betweenness_of([layer])[0] == pytest.approx(np.array(said["betweenness"]))
    network = betweenness(layer).tables["network"].rows[0]
    assert network["centralization"] == pytest.approx(said["betweenness_centralization"])
    constraint = [np.nan if value is None else value for value in said["constraint"]]
    assert constraint_of(layer) == pytest.approx(np.array(constraint, dtype=float), nan_ok=True)
    cutpoints = np.flatnonzero(cut_off(layer)) + 1
    assert cutpoints.tolist() == sorted(np.atleast_1d(said["cutpoints"]))
    assert cutpoints.tolist() == sorted(np.atleast_1d(said["cutpoints_sna"]))


@pytest.mark.parametrize("name", NAMES)
def test_brokerage(name: str) -> None:
    layer, said = both(name)
    found = brokerage(layer)
    assert found.table is not None
    possible = np.array([[row[role] is not None for role in AS_SNA] for row in found.table.rows])
    counts = np.array([[row[role] or 0 for role in AS_SNA] for row in found.table.rows], dtype=float)
    assert counts == pytest.approx(np.array(said["brokerage"]))
    assert not np.array(said["brokerage_expected"])[~possible].any()
    network = {str(row["role"]): row for row in found.tables["network"].rows}
    assert len(network) == len(ROLES)
    for place, role in enumerate(AS_SNA):
        assert (network[role]["observed"] or 0) == pytest.approx(said["brokerage_network"][place])
        assert (network[role]["expected"] or 0) == pytest.approx(said["brokerage_network_expected"][place])


REGRESSED = [name for name in NAMES if "regression" in STORED["networks"][name]]


def share_close(simulated: np.ndarray, value: float, said: dict[str, Any], place: int | None = None) -> bool:
    """Whether as many simulated values lie on either side as in R."""
    sides = {"at_least": simulated >= value - 1e-9, "at_most": simulated <= value + 1e-9}
    for side, there in sides.items():
        theirs = said[side] if place is None else said[side][place]
        pooled = (there.sum() + 1000 * theirs + 1) / (len(simulated) + 1002)
        if abs(there.mean() - theirs) > 4 * np.sqrt(pooled * (1 - pooled) * (1 / 1000 + 1 / len(simulated))):
            return False
    return True


@pytest.mark.parametrize("name", REGRESSED)
def test_qap(name: str) -> None:
    layer, said = both(name)[0], STORED["networks"][name]["regression"]["qap"]
    ties, dyads = layer.adjacency.toarray(), dyads_of(layer)
    for predictor, square in made()[name].predictors.items():
        found = qap(ties, square, dyads, permutations=1999, seed=1)
        assert found.value == pytest.approx(said[predictor]["correlation"]), predictor
        assert share_close(found.simulated, found.value, said[predictor]), predictor


@pytest.mark.parametrize("name", REGRESSED)
def test_mrqap(name: str) -> None:
    layer, said = both(name)[0], STORED["networks"][name]["regression"]
    predictors = np.stack([made()[name].predictors[predictor] for predictor in said["predictors"]])
    found = mrqap(layer.adjacency.toarray(), predictors, dyads_of(layer), permutations=1999, seed=1)
    assert [found.intercept, *found.coefficients] == pytest.approx(said["coefficients"])
    assert found.t == pytest.approx(np.array(said["t"][1:]))
    for place, predictor in enumerate(said["predictors"]):
        drawn = found.simulated[~np.isnan(found.simulated[:, place]), place]
        assert share_close(drawn, found.t[place], said, place + 1), predictor
