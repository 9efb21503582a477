"""The second test, with partners dealt out anew, is told wherever the first one is."""

import json
from dataclasses import replace

import networkx as nx
import pytest

from stakeholder_graph.editions import Copy
from stakeholder_graph.graph import Partnership, from_networkx
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding, Message, Scope, Test
from stakeholder_graph.model.table import Column, Table
from stakeholder_graph.views.certainty import how_sure
from stakeholder_graph.views.findings_data import to_json
from stakeholder_graph.views.report.evaluator_details import details
from tests.known import knoki

TESTED = Finding(
    "ei_index",
    Scope(("1",), ("contact",), "reported", "sector"),
    0.4694,
    "index",
    (-1, 1),
    test=Test("labels", 9999, 0.4667, 0.082, 1.0, 0),
    rewired=Test("rewired", 999, 0.441, 0.048, 0.52, 0),
)


def test_in_words_a_director_understands() -> None:
    assert how_sure(TESTED)[1] == (
        "If each organization had as many connections as it has, and chance alone chose with "
        "whom, it would be about 72 of "
        "100 mentions; as large a difference comes up by chance in 52 of 100 tries, so it says nothing."
    )


def test_two_comparisons_that_differ_are_explained() -> None:
    said = "Only one of these two comparisons is clear; the report names only what both show."
    assert said not in how_sure(TESTED)
    for label, rewired in ((0.37, 0.002), (0.002, 0.37)):
        one = replace(TESTED, test=Test("labels", 9999, 0.47, 0.08, label, 0))
        one = replace(one, rewired=Test("rewired", 449, 0.44, 0.05, rewired, 0))
        assert how_sure(one)[2] == said
    both = replace(
        TESTED, test=Test("labels", 9999, 0.47, 0.08, 0.001, 0), rewired=Test("rewired", 449, 0.4, 0, 0.01, 0)
    )
    assert said not in how_sure(both)


def test_the_evaluator_reads_which_numbers_the_room_has_for_the_same_fact() -> None:
    info = measures()["ei_index"]
    on_lines = replace(TESTED, reading=Message("within", {"inside": 21, "chance": 12}))
    said = {one.term: one.said for one in details(TESTED, info, on_lines=on_lines)}["In the room's copy"][0]
    assert said.endswith("its numbers for this finding differ from these. There: 21 of 100 connections stay within.")
    alone = {one.term: one.said for one in details(TESTED, info)}["In the room's copy"][0]
    assert said.startswith(alone)
    row = {"predictor": "the same sector", "tied_alike": 39, "tied_others": 18, "pairs_alike": 40}
    table = Table.from_rows([Column(name) for name in row], [row])
    pairs = Finding("tie_predictors", TESTED.scope, 0.1, "", (0, 1), table=table)
    (told,) = {one.term: one.said for one in details(pairs, measures()["tie_predictors"], on_lines=pairs)}[
        "In the room's copy"
    ]
    assert told.endswith("There: the same sector 39 of 100 such pairs, 18 of 100 others.")


def test_with_all_digits_for_the_evaluator() -> None:
    said = {one.term: one.said for one in details(TESTED, measures()["ei_index"])}
    (second,) = said["Second test"]
    assert second.startswith("ties rewired, every organization keeping how many it sends, receives and has returned")
    assert second.endswith("two-sided p = 0.52; 999 permutations, seed 0")


def test_in_json_null_where_it_does_not_apply() -> None:
    graph = from_networkx(nx.DiGraph(list(zip(*(ends.tolist() for ends in knoki().edge_index), strict=True))))
    bare = Finding("density", Scope(("1",), ("contact",)), 0.5, "share", (0, 1), caveats=(Message("rewire_slow"),))
    release = Copy("backbone", Partnership("P", {"1": graph}, {}), (TESTED, bare), "1")
    written = json.loads(to_json(release))["findings"]
    assert written[0]["test_rewire"] == {
        "null": "rewired", "permutations": 999, "expected": 0.441, "sd": 0.048, "p": 0.52, "seed": 0
    }  # fmt: skip
    error = pytest.approx((0.52 * 1.48 / 999) ** 0.5)
    assert written[0]["monte_carlo_error"]["test_rewire"] == error
    assert written[1]["test_rewire"] is None
    assert written[1]["notes"][0].startswith("So many connections are there already")
