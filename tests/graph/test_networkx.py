"""To and from networkx: nothing is lost, and networkx's own writers take the graph."""

import io
import json
import re
import warnings
from dataclasses import replace
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.graph import PartnerGraph, from_networkx, to_networkx
from stakeholder_graph.graph.networkx import STATE
from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.model.survey import LayerInfo, Step, Wave

LAYERS = {
    "work": LayerInfo("work", (Step(0, "none", False), Step(1, "some"), Step(2, "much"))),
    "trust": LayerInfo("trust", promise="backbone", combine="mean", asked_of="work"),
}
NAMES = ["Casa de los Niños", 'The "Y"', "A & B <Co>", "Ward 10"]


def whole(*, directed: bool = True) -> PartnerGraph:
    """A graph with everything there can be in one: blanks, unknown strengths, several respondents, exceptions."""
    first, second, third, fourth = NAMES
    frames = {
        "organizations": pd.DataFrame(
            {
                "organization": NAMES,
                "sector": ["health", "Not stated", "schools", "health"],
                "role": ["backbone", "", "", ""],
                "Number of staff": [12.0, np.nan, 3.0, 8.0],
                "public": [True, False, True, True],
                "id": ["7", "", "9", "10"],
                "nothing": ["", "", "", ""],
            }
        ),
        "ties": pd.DataFrame(
            {
                "layer": ["work", "work", "work", "trust", "trust"],
                "from": [third, first, second, first, first],
                "to": [first, third, third, second, second],
                "value": [2.0, np.nan, 1.0, 4.0, 1 / 3],
                "respondent": ["", "", "", "the director", "the deputy"],
            }
        ),
        "asked": pd.DataFrame(
            {
                "layer": ["work"] * 4 + ["trust"],
                "organization": [*NAMES, first],
                "answered": [True, True, True, False, True],
                "roster": ["", "short", "", "", ""],
                "limit": [np.nan, 5.0, np.nan, np.nan, np.nan],
            }
        ),
        "rosters": pd.DataFrame({"roster": "short", "organization": NAMES[:3]}),
        "exceptions": pd.DataFrame({"layer": ["work"], "from": [first], "to": [fourth], "observed": [False]}),
        "affiliations": pd.DataFrame({"organization": [first], "kind": ["outcome"], "item": ["Every child reads"]}),
        "ratings": pd.DataFrame({"organization": [first], "item": ["We share data"], "value": [3.0]}),
    }
    return PartnerGraph(Wave("2025", "2025-05-01"), LAYERS, frames, directed)


def assert_same(one: PartnerGraph, other: PartnerGraph) -> None:
    assert (one.wave, one.directed, dict(one.layers)) == (other.wave, other.directed, dict(other.layers))
    assert list(one.layers) == list(other.layers)
    for name, frame in one.frames.items():
        pd.testing.assert_frame_equal(other.frames[name], frame)


@pytest.mark.parametrize("directed", [True, False])
def test_there_and_back_nothing_is_lost(directed: bool) -> None:
    graph = whole(directed=directed)
    assert_same(graph, from_networkx(to_networkx(graph)))
    assert to_networkx(graph).is_directed() == directed


def test_an_empty_graph_comes_back_empty() -> None:
    empty = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, {})
    assert_same(empty, from_networkx(to_networkx(empty)))


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_there_and_back_with_any_text_and_number(data: st.DataObject) -> None:
    text = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
    names = data.draw(st.lists(text.filter(bool), min_size=2, max_size=5, unique=True))
    people = pd.DataFrame({"organization": names})
    for name in data.draw(st.lists(text.filter(bool), max_size=3, unique=True)):
        if name not in ("organization", "sector", "role"):
            people[name] = data.draw(st.lists(text, min_size=len(names), max_size=len(names)))
            people[name] = people[name].astype("str")
    strength = data.draw(st.floats(allow_infinity=False))
    ties = pd.DataFrame({"layer": ["work"], "from": names[:1], "to": names[1:2], "value": [strength]})
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, {"organizations": people, "ties": ties})
    assert_same(graph, from_networkx(to_networkx(graph)))


@pytest.mark.parametrize("directed", [True, False])
def test_there_are_only_plain_values_under_simple_names(directed: bool) -> None:
    network = to_networkx(whole(directed=directed))
    of_nodes, of_edges = network.nodes(data=True), network.edges(data=True)
    for data in [network.graph, *(data for _, data in of_nodes), *(data for _, _, data in of_edges)]:
        assert all(type(value) in (str, int, float, bool) for value in data.values()), data
        assert all(key.replace("_", "a").isalnum() and key.isascii() for key in data)
        assert not any(value == "" or value != value for value in data.values())
    assert sorted(data["weight"] for _, _, data in network.edges(data=True) if "weight" in data) == [1 / 3, 1, 2, 4]
    assert network.nodes["Ward 10"] == {"sector": "health", "Number_of_staff": 8.0, "public": True, "id_": "10"}


def through_file(network: "nx.Graph[Any]", file_format: str) -> "nx.Graph[Any]":
    """Write and read with networkx."""
    file = io.BytesIO()
    getattr(nx, f"write_{file_format}")(network, file)
    back: nx.Graph[Any] = getattr(nx, f"read_{file_format}")(io.BytesIO(file.getvalue()))
    return back


def through_json(network: "nx.Graph[Any]") -> "nx.Graph[Any]":
    """Write and read as node-link JSON, as networkx lays it out."""
    back: nx.Graph[Any] = nx.node_link_graph(
        json.loads(json.dumps(nx.node_link_data(network, edges="edges"))), edges="edges"
    )
    return back


@pytest.mark.parametrize("file_format", ["graphml", "gml", "json"])  # those that hold attributes of the graph itself
@pytest.mark.parametrize("directed", [True, False])
def test_networkx_writes_it_and_reads_it_without_loss(file_format: str, directed: bool) -> None:
    graph = whole(directed=directed)
    network = to_networkx(graph)
    back = from_networkx(through_json(network) if file_format == "json" else through_file(network, file_format))
    people = back.frames["organizations"].astype({"public": bool})  # GML writes flags as 1 and 0
    assert_same(graph, replace(back, frames={**back.frames, "organizations": people}))


@pytest.mark.parametrize("directed", [True, False])
def test_gexf_and_pajek_keep_organizations_and_ties(directed: bool) -> None:
    graph = whole(directed=directed)
    gexf = from_networkx(through_file(to_networkx(graph), "gexf"))
    with warnings.catch_warnings():  # Pajek holds text only, and networkx says which attributes it leaves out
        warnings.simplefilter("ignore", UserWarning)
        pajek = from_networkx(through_file(to_networkx(graph), "pajek"))
    # networkx's Pajek has no quotes inside names.
    known = graph.organizations[["organization", "sector", "role"]]
    plain = known.assign(organization=known["organization"].str.replace('"', ""))
    for back, people in ((gexf, known), (pajek, plain)):
        assert back.directed == directed
        pd.testing.assert_frame_equal(back.organizations[["organization", "sector", "role"]], people)
        assert back.layer("trust").strength.data.tolist() == [4.0] * (1 if directed else 2)
        assert back.layer("work").n_ties == graph.layer("work").n_ties
    # Pajek gives every tie a strength.
    assert np.isnan(gexf["ties"]["value"]).sum() == 1


def test_an_adjacency_list_keeps_who_names_whom() -> None:
    file = io.BytesIO()
    nx.write_adjlist(to_networkx(whole()), file, delimiter="\t")
    back = nx.read_adjlist(io.BytesIO(file.getvalue()), delimiter="\t", create_using=nx.DiGraph)
    assert set(from_networkx(back)["ties"][["from", "to"]].itertuples(index=False)) == set(
        whole()["ties"][["from", "to"]].itertuples(index=False)
    )


def test_what_is_changed_in_networkx_is_changed_in_the_graph() -> None:
    network = to_networkx(whole())
    network.add_node("New", sector="parks", fax="none")
    network.add_edge("New", "Ward 10", layer="work", weight=2)
    graph = from_networkx(network)
    assert graph.organizations.set_index("organization")["fax"].dropna().to_dict() == {"New": "none"}
    assert graph.layer("work").n_ties == whole().layer("work").n_ties + 1


def test_a_networkx_graph_of_somebody_else() -> None:
    graph = from_networkx(nx.Graph([("a", "b", {"weight": 3}), ("b", "c", {"value": 2}), ("c", "a", {"weight": 0})]))
    assert graph["ties"]["value"].tolist() == [3, 2]
    assert graph.answered.all()
    assert graph.layer("collaboration").n_dyads == 3
    assert graph.organizations["sector"].tolist() == ["Not stated"] * 3


def test_any_attribute_can_be_the_sector() -> None:
    network = nx.DiGraph([(1, 2), (2, 3)])
    nx.set_node_attributes(network, {1: "north", 2: None, 3: ""}, "dept")
    graph = from_networkx(network, sector="dept")
    assert graph.organizations["sector"].tolist() == ["north", "Not stated", "Not stated"]
    with pytest.raises(UnknownNameError, match=r"no attribute of nodes “region”.*dept"):
        from_networkx(network, sector="region")


def test_what_is_wrong_with_a_networkx_graph_is_said_at_once() -> None:
    network = nx.Graph([(1, "1", {"weight": "much"})])
    with pytest.raises(SurveyError) as raised:
        from_networkx(network)
    assert [problem.what for problem in raised.value.problems] == [
        "2 nodes are called “1”.",
        "The weight of the edge from “1” to “1” is not a number: 'much'.",
    ]


def test_what_is_no_tie_and_what_has_no_layer() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_edge("a", "a", weight=3)  # nobody is asked about itself
    network.add_edge("a", "b", layer=None, weight=np.float32(0.5))
    network.add_edge("a", "b", layer=2)
    graph = from_networkx(network)
    assert list(graph.layers) == ["2", "collaboration"]
    assert [graph.layer(name).n_ties for name in graph.layers] == [1, 1]
    assert graph.layer("collaboration").strength.data.tolist() == [0.5]


def test_attributes_with_several_values_become_text_that_every_writer_takes() -> None:
    network = nx.path_graph(2)
    network.nodes[0].update(several=["a", "b"], array=np.array([1, 2]), pair=(1, 2), nothing=None)
    graph = from_networkx(network)
    assert list(graph.organizations.loc[0, ["several", "array", "pair"]]) == ["['a', 'b']", "[1 2]", "(1, 2)"]
    assert through_file(to_networkx(graph), "graphml").number_of_nodes() == 2


def test_nodes_of_any_kind_have_names() -> None:
    assert from_networkx(nx.grid_2d_graph(1, 2)).names == ("(0, 0)", "(0, 1)")
    assert from_networkx(nx.Graph([(np.int64(1), 2.5)])).names == ("1", "2.5")


@pytest.mark.parametrize(
    ("network", "said"),
    [
        (nx.Graph([("", "b")]), "A node has a blank name."),
        (nx.Graph([("a", "b", {"weight": float("inf")})]), "is not a number: inf"),
        (nx.Graph([("a", "b", {"weight": 1j})]), "is not a number: 1j"),
        ({"a": ["b"]}, "This is no networkx graph but a dict."),
        (None, "This is no networkx graph but a NoneType."),
    ],
)
def test_what_cannot_be_read_is_said(network: Any, said: str) -> None:
    with pytest.raises(SurveyError, match=re.escape(said)):
        from_networkx(network)


def test_the_state_is_one_text() -> None:
    assert set(to_networkx(whole()).graph) == {"wave", STATE}
