"""Which organizations of a large network are held one by one, and what is counted of the others."""

from importlib import import_module

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership, from_networkx
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.condensed import Condensed, condense, groups, too_large
from stakeholder_graph.studies.condensed.tallies import tallies
from stakeholder_graph.studies.reported_pairs import connected_pairs, reported_pairs

condensing = import_module("stakeholder_graph.studies.condensed.condense")


def of_limits(monkeypatch: pytest.MonkeyPatch, **limits: int) -> None:
    for name, value in {"MOST": 0, **limits}.items():
        monkeypatch.setattr(condensing, name, value)


def ours(network: "nx.Graph[str]", sectors: dict[str, str] | None = None) -> Partnership:
    nx.set_node_attributes(network, sectors or {}, "sector")
    return Partnership("Ours", {"1": from_networkx(network)}, {})


def condensed_of(partnership: Partnership, *layers: str) -> Condensed:
    condensed = condense(partnership, layers or ("collaboration",))
    assert condensed is not None
    return condensed


def held(condensed: Condensed) -> set[str]:
    return {name for name, kept in zip(condensed.names, condensed.one_by_one, strict=True) if kept}


def test_of_each_group_those_with_the_most_connections_are_held_and_of_equal_ones_the_first_by_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Health: a has three, b and c two each. Schools: d has three, e two."""
    of_limits(monkeypatch, OF_GROUP=2)
    network: nx.Graph[str] = nx.Graph([("a", "b"), ("a", "c"), ("a", "d"), ("b", "d"), ("c", "e"), ("d", "e")])
    condensed = condensed_of(ours(network, dict(zip("abcde", ["Health"] * 3 + ["Schools"] * 2, strict=True))))
    assert condensed.kind == "sector"
    assert held(condensed) == {"a", "b", "d", "e"}
    assert condensed.held.graph().names == ("a", "b", "d", "e")
    assert condensed.whole.graph().names == ("a", "b", "c", "d", "e")


def test_fewer_are_held_where_the_connections_among_them_do_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a complete network of ten the first k of one group of two each have k (2 k - 1) connections: 6 of k = 2."""
    of_limits(monkeypatch, AMONG=6)
    network = nx.relabel_nodes(nx.complete_graph(10), str)
    sectors = {str(k): "xy"[k % 2] for k in range(10)}
    condensed = condensed_of(ours(network, sectors))
    assert len(held(condensed)) == 4
    monkeypatch.setattr(condensing, "AMONG", 5)
    assert len(held(condensed_of(ours(network, sectors)))) == 2


def test_a_small_network_is_held_whole() -> None:
    partnership = ours(nx.path_graph("abc"))
    assert not too_large(partnership, ["collaboration"])
    assert condense(partnership, ["collaboration"]) is None


@pytest.mark.parametrize("directed", [True, False])
def test_lines_and_counts_together_are_all_pairs_of_the_table(directed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two waves of random reports, some of unknown strength, counted again from the table with pandas."""
    of_limits(monkeypatch, OF_GROUP=4)
    rng, names = np.random.default_rng(3), [f"Org {k}" for k in range(40)]
    people = pd.DataFrame({"organization": names, "sector": [f"S{k % 3}" for k in range(40)]})
    graphs, rows = {}, []
    for wave in ("1", "2"):
        ends = np.unique(rng.integers(0, 40, (120, 2)), axis=0)
        ends = ends[ends[:, 0] != ends[:, 1]]
        value = rng.choice([1.0, 2.0, 3.0, np.nan], len(ends))
        ties = pd.DataFrame({"layer": "work", "from": np.array(names)[ends[:, 0]], "to": np.array(names)[ends[:, 1]]})
        ties["value"] = value
        graphs[wave] = PartnerGraph(
            Wave(wave), {"work": LayerInfo("work")}, {"organizations": people, "ties": ties}, directed
        )
        low, high = np.sort(ends, axis=1).T
        pairs = pd.DataFrame({"wave": wave, "low": low, "high": high, "value": value})
        rows.append(pairs.groupby(["wave", "low", "high"], as_index=False)["value"].max())
    condensed = condensed_of(Partnership("Ours", graphs, {}), "work")
    assert condensed.one_by_one.sum() == 12
    order = [name for name in names if name in held(condensed)]
    own = [order.index(name) if name in order else -1 for name in names]
    nodes = np.where(condensed.one_by_one, own, len(order) + condensed.codes)
    # The names are sorted as people sort them: Org 2 before Org 10.
    assert condensed.names == tuple(names)
    expected = pd.concat(rows)
    expected["low"], expected["high"] = np.sort(nodes[expected[["low", "high"]].to_numpy()], axis=1).T
    expected["step"] = expected["value"].fillna(0).astype(int)
    counted = expected.groupby(["wave", "low", "high", "step"]).size()
    for tally in tallies(condensed, order, {"work": [1.0, 2.0, 3.0]}):
        for step, count in enumerate(tally.counts):
            if count:
                assert counted.pop((tally.wave, tally.a, tally.b, step)) == count
    assert all(high < len(order) for _wave, _low, high, _step in counted.index)
    drawn = sum(len(list(reported_pairs(graph.layer("work")))) for graph in condensed.held.graphs.values())
    assert counted.sum() == drawn


def test_without_sectors_groups_are_those_with_many_connections_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two cliques with one connection between them, and one organization without any."""
    of_limits(monkeypatch, OF_GROUP=1)
    network = nx.disjoint_union(nx.complete_graph(4), nx.complete_graph(5))
    network.add_edge(0, 4)
    network = nx.relabel_nodes(network, dict(enumerate("abcdefghi")))
    network.add_node("alone")
    condensed = condensed_of(ours(network))
    assert condensed.kind == "connections"
    members = {
        name: {who for who, code in zip(condensed.names, condensed.codes, strict=True) if code == k}
        for k, name in enumerate(condensed.group_names)
    }
    assert members == {"Around e": set("efghi"), "Around a": set("abcd"), "Without connections": {"alone"}}
    assert held(condensed) == {"e", "a", "alone"}


def test_many_groups_that_are_found_are_joined_with_those_they_share_most_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Three cliques of which at most two may stay: the smallest is connected with the first."""
    of_limits(monkeypatch)
    monkeypatch.setattr(groups, "MOST_FOUND", 2)
    network = nx.disjoint_union_all([nx.complete_graph(n) for n in (6, 5, 4)])
    network.add_edge(14, 0)
    condensed = condensed_of(ours(nx.relabel_nodes(network, lambda k: f"{k:02}")))
    assert np.bincount(condensed.codes).tolist() == [10, 5]


def test_of_too_many_sectors_the_largest_stay_and_members_of_others_keep_theirs_as_an_attribute(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    of_limits(monkeypatch)
    monkeypatch.setattr(groups, "MOST", 3)
    network = nx.empty_graph(list("abcdefg"))
    sectors = dict(zip("abcdefg", ["Arts", "Health", "Health", "Law", "Schools", "Schools", "Youth"], strict=True))
    condensed = condensed_of(ours(network, sectors))
    assert condensed.group_names == ("Health", "Schools", "All other sectors")
    people = condensed.whole.graph().organizations.fillna("")
    assert people["sector"].tolist()[1:5] == ["Health", "Health", "All other sectors", "Schools"]
    assert people["Sector"].tolist() == ["Arts", "", "", "Law", "", "", "Youth"]


def test_pairs_as_arrays_are_those_listed_one_by_one() -> None:
    """Against `reported_pairs`, on random reports of known and unknown strength."""
    rng = np.random.default_rng(1)
    network = nx.gnp_random_graph(20, 0.2, seed=1, directed=True)
    nx.set_edge_attributes(network, {edge: float(rng.integers(1, 5)) for edge in network.edges}, "weight")
    layer = from_networkx(network).layer("collaboration")
    ends, strength = connected_pairs(layer)
    listed = {tuple(sorted((pair.a, pair.b))): pair.strength for pair in reported_pairs(layer)}
    assert dict(zip(map(tuple, ends.tolist()), strength.tolist(), strict=True)) == listed
