"""Ties across sectors and within them: sentence, lines and picture tell the same of 100 ties."""

import networkx as nx
import pytest

from stakeholder_graph.graph import from_networkx
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.measures.sectors.ei_index import ei_index
from stakeholder_graph.model.finding import Finding, Interval, Quotient, Scope, Test
from stakeholder_graph.views.amounts import display
from stakeholder_graph.views.certainty import how_sure
from stakeholder_graph.views.sentences import say


def found(value: float, chance: float, p: float = 0.001, likely: Interval | None = None) -> Finding:
    test = Test("labels", 999, chance, 0.05, p, 0)
    return Finding("ei_index", Scope(("1",)), value, "index", (-1, 1), test=test, range=likely, range_like=likely)


def said(finding: Finding) -> str:
    message = measures()["ei_index"].reading(finding)
    assert message
    return say(message, "ei_index")


def test_where_ties_stay_within_the_share_within_is_told() -> None:
    # 76 of 100 ties cross, chance would give 88.
    within = found(0.52, 0.76, likely=(0.46, 0.57))
    assert said(within) == (
        "Organizations keep to their own sector more than they would by luck: 24 of 100 connections stay within a "
        "sector; if sector made no difference, 12."
    )
    chance, likely = how_sure(within)
    assert chance.startswith("Chance alone would give about 12 of 100 connections;")
    assert likely.startswith("With all the answers it would likely be between 22 and 27 of 100 connections,")


def test_where_ties_cross_the_share_across_is_told() -> None:
    across = found(0.8, 0.5)
    assert said(across).endswith(": 90 of 100 connections cross sectors; if sector made no difference, 75.")
    assert display(across, 0.5) == "75 of 100 connections"


@pytest.mark.parametrize(
    ("finding", "begins"),
    [
        (
            found(0.4, 0.5, p=0.3),
            "Connections cross sectors about as often as if sector made no difference: 70 of 100;",
        ),
        (found(0.4, 0.5, likely=(0.3, 0.6)), "Too close to call: 70 of 100 reported connections cross sectors"),
        # What was reported lies below chance, all that is likely above it.
        (found(0.4, 0.5, likely=(0.55, 0.6)), "Too close to call"),
    ],
)
def test_what_is_not_told_apart_from_chance(finding: Finding, begins: str) -> None:
    assert said(finding).startswith(begins)
    assert display(finding, 0.5) == "75 of 100 connections"


def test_the_value_itself_stays_in_the_unit_of_the_index() -> None:
    assert measures()["ei_index"].unit == "index"
    assert found(0.52, 0.76).value == 0.52


def test_the_numerator_is_ties_across_less_ties_within_and_the_denominator_all() -> None:
    # a, b and c of one sector are tied to each other, c to d of another: (1 - 3) / 4.
    pairs = nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")])
    nx.set_node_attributes(pairs, {"a": "x", "b": "x", "c": "x", "d": "y"}, "sector")
    index = ei_index(from_networkx(pairs).layer("collaboration"))
    assert index.quotient == Quotient(-2, 4)
    assert index.value == -0.5
