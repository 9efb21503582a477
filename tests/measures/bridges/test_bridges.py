"""Constraint, cutpoints, participation and key players: published values, other software, and the edges.

Karate: igraph and networkx agree to the digits given; fragmentation as Borgatti (2006) defines it.
"""

from collections.abc import Callable

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.graph import Layer, PartnerGraph, Partnership, from_networkx
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.measures.bridges.betweenness import betweenness_of
from stakeholder_graph.measures.bridges.brokerage import brokerage
from stakeholder_graph.measures.bridges.constraint import constraint, constraint_of, effective_size_of
from stakeholder_graph.measures.bridges.cutpoints import cutpoints
from stakeholder_graph.measures.bridges.key_players import Leavers, best_set, key_players
from stakeholder_graph.measures.bridges.participation import participation
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from tests.known import karate

BRIDGES = (brokerage, constraint, cutpoints, key_players, participation)
QUICK = MeasureSettings(permutations=99, draws=5)


def column(found: Measured, name: str) -> dict[str, float]:
    assert found.table is not None
    return {str(row["organization"]): row[name] for row in found.table.rows}  # type: ignore[misc]


def layer_of(graph: nx.Graph) -> Layer:  # type: ignore[type-arg]
    return from_networkx(nx.relabel_nodes(graph, {node: f"{node:02}" for node in graph})).layer("collaboration")


def answering(count: int, of: int) -> PartnerGraph:
    """A ring of organizations in three sectors that name the next two; only the first have answered."""
    names = [f"O{place:02}" for place in range(of)]
    people = pd.DataFrame({"organization": names, "sector": [f"S{place % 3}" for place in range(of)]})
    asked = people[["organization"]].assign(layer="work", answered=[place < count for place in range(of)])
    ties = [(names[place], names[(place + step) % of]) for place in range(count) for step in (1, 2)]
    frames = {
        "organizations": people,
        "asked": asked,
        "ties": pd.DataFrame(ties, columns=["from", "to"]).assign(layer="work", value=1.0),
    }
    return PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)


def test_karate_constraint_and_effective_size() -> None:
    found = constraint(karate())
    each = column(found, "constraint")
    assert [each[name] for name in ("0", "1", "2", "33")] == pytest.approx(
        [0.155423, 0.279535, 0.185177, 0.156419], abs=5e-7
    )
    assert column(found, "effective_size")["0"] == pytest.approx(13.75)
    assert column(found, "efficiency")["0"] == pytest.approx(13.75 / 16)


@pytest.mark.parametrize("seed", range(3))
def test_directed_constraint_is_that_of_networkx(seed: int) -> None:
    graph = nx.gnp_random_graph(12, 0.25, seed=seed, directed=True)
    sent = [name for name in graph if graph.out_degree(name)]  # networkx has no value for who sends nothing
    tightness, size = nx.constraint(graph, sent), nx.effective_size(graph, sent)
    assert constraint_of(layer_of(graph))[sent] == pytest.approx([tightness[name] for name in sent])
    assert effective_size_of(layer_of(graph))[sent] == pytest.approx([size[name] for name in sent])


def test_constraint_of_no_partner_and_of_one() -> None:
    graph = nx.Graph([(0, 1), (1, 2)])
    graph.add_node(3)
    assert constraint_of(layer_of(graph)) == pytest.approx([1.0, 0.5, 1.0, np.nan], nan_ok=True)


def test_karate_has_one_cutpoint() -> None:
    found = cutpoints(karate())
    assert found.value == 1
    assert [name for name, is_one in column(found, "cutpoints").items() if is_one] == ["0"]
    # One partner hangs on it by a single tie, five more have ties among themselves.
    assert column(found, "cut_off")["0"] == 6
    assert [dict(row) for row in found.tables["bridges"].rows] == [{"from": "0", "to": "11"}]


@pytest.mark.parametrize("seed", range(3))
def test_cutpoints_are_those_whose_leaving_makes_more_parts(seed: int) -> None:
    graph = nx.gnp_random_graph(16, 0.12, seed=seed)
    parts = nx.number_connected_components(graph)
    cut = column(cutpoints(layer_of(graph)), "cutpoints")
    for node in graph:
        without = graph.copy()
        without.remove_node(node)
        assert cut[f"{node:02}"] == (nx.number_connected_components(without) > parts)


def test_karate_participation() -> None:
    found = participation(karate())
    assert column(found, "participation")["0"] == pytest.approx(0.117188, abs=1e-6)
    assert column(found, "participation")["2"] == pytest.approx(0.48)
    assert column(found, "within_z")["0"] == pytest.approx(3.346533, abs=5e-7)


def test_karate_fragmentation() -> None:
    found = key_players(karate())
    assert found.value == pytest.approx(0.507992, abs=5e-7)
    assert column(found, "fragmentation")["0"] == pytest.approx(0.316288, abs=5e-7)
    assert column(found, "key_players")["0"] == pytest.approx(0.641540, abs=5e-7)
    one, two, three = found.tables["sets"].rows
    assert one["organizations"] == "0"
    assert two["organizations"] == "0, 1"
    assert two["fragmentation"] == pytest.approx(0.423387, abs=5e-7)
    assert two["search"] == three["search"] == "every set tried"
    assert float(three["key_players"] or 0) >= float(two["key_players"] or 0)


def test_a_set_too_large_to_try_is_built_up_and_said_so() -> None:
    without = Leavers(karate()).without
    some, every = best_set(without, 4, range(34))
    assert (len(some), every) == (4, False)
    exact, _ = best_set(without, 3, range(34))
    four, one = without([some, exact[:1]])
    assert four[1] >= one[1]


def test_fragmentation_of_a_star_and_without_its_centre() -> None:
    whole, without_centre = Leavers(layer_of(nx.star_graph(4))).without([(), (0,)])
    # Four pairs at distance 1 and six at distance 2 of ten.
    assert whole == pytest.approx((0.0, 1 - (4 + 3) / 10))
    assert without_centre == (1.0, 1.0)


@pytest.mark.parametrize("measure", BRIDGES)
@pytest.mark.parametrize("organizations", [0, 1, 2])
def test_too_few_organizations(measure: Callable[[Layer], Measured], organizations: int) -> None:
    found = measure(layer_of(nx.empty_graph(organizations)))
    assert found.value is None
    assert found.caveats


@pytest.mark.parametrize("measure", BRIDGES)
def test_nobody_answered(measure: Callable[[Layer], Measured]) -> None:
    found = measure(answering(0, 12).layer("work"))
    assert (found.value, found.table) == (None, None)
    assert found.caveats


@pytest.mark.parametrize("measure", BRIDGES)
def test_nobody_is_named_where_fewer_than_half_answered(measure: Callable[[Layer], Measured]) -> None:
    found = measure(answering(7, 15).layer("work"))
    assert found.value is not None
    assert found.table is None
    assert set(found.tables) <= {"network"}
    assert "under_half_answered" in [caveat.id for caveat in found.caveats]
    name = measure.__name__
    (finding,) = assess(Partnership("P", {"1": answering(7, 15)}, {}), [name], settings=QUICK)
    assert finding.reading is None or finding.reading.discloses == 0


@pytest.mark.parametrize("measure", BRIDGES)
def test_who_has_not_answered_is_not_known(measure: Callable[[Layer], Measured]) -> None:
    found = measure(answering(9, 12).layer("work"))
    assert found.table is not None
    for row in found.table.rows[9:]:
        assert {cell for name, cell in row.items() if name not in ("organization", "sector")} == {None}


def test_brokerage_looks_at_the_answers_of_those_who_answered_and_at_no_others() -> None:
    layer = answering(9, 12).layer("work")
    ties = layer.adjacency.toarray() > 0
    for b, total in enumerate(column(brokerage(layer), "total").values()):
        among = [(a, c) for a in range(9) for c in range(12) if a != c and ties[a, b] and ties[b, c] and not ties[a, c]]
        assert total == (len(among) if b < 9 else None)


@pytest.mark.parametrize(
    ("graph", "values"),
    [
        (nx.empty_graph(5), (None, None, 0.0, 1.0, None)),
        (nx.complete_graph(5, create_using=nx.DiGraph), (0.0, 0.765625, 0.0, 0.0, None)),
        (nx.path_graph(4), (4.0, 0.75, 2.0, 1 - (3 + 2 / 2 + 1 / 3) / 6, None)),
    ],
    ids=["no ties", "all ties", "one sector"],
)
def test_no_ties_all_ties_one_sector(graph: nx.Graph, values: tuple[float | None, ...]) -> None:  # type: ignore[type-arg]
    found = [measure(layer_of(graph)) for measure in BRIDGES]
    for one, value in zip(found, values, strict=True):
        assert one.value is None if value is None else one.value == pytest.approx(value)
        assert one.value is not None or one.caveats


def test_every_reading_has_words() -> None:
    for graph in (answering(12, 12), answering(9, 12), answering(7, 15)):
        names = [measure.__name__ for measure in BRIDGES]
        for finding in assess(Partnership("P", {"1": graph}, {}), names, settings=QUICK):
            assert finding.reading is None or finding.reading.id in measures()[finding.name].messages


def test_renaming_and_reordering_change_no_value() -> None:
    graph = nx.gnp_random_graph(15, 0.2, seed=4, directed=True)
    nx.set_node_attributes(graph, {node: "xyz"[node % 3] for node in graph}, "sector")
    turned = nx.relabel_nodes(graph, {node: 14 - node for node in graph})
    for measure in BRIDGES:
        assert measure(layer_of(graph)).value == pytest.approx(measure(layer_of(turned)).value)


@pytest.mark.parametrize("directed", [True, False])
def test_long_ways_are_followed_one_by_one(directed: bool) -> None:
    """Along a row of 30 with a shortcut, against networkx."""
    graph = nx.path_graph(30, create_using=nx.DiGraph if directed else nx.Graph)
    graph.add_edge(4, 9)
    (found,) = betweenness_of([layer_of(graph)])
    expected = nx.betweenness_centrality(graph, normalized=False)
    assert found == pytest.approx(np.array([expected[node] for node in range(30)]))
