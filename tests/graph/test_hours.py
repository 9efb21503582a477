"""Hours that ties take: counted by hand from small surveys."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, from_networkx
from stakeholder_graph.graph.hours import budgets_of, hours_of
from stakeholder_graph.model.survey import LayerInfo, Step, Wave

STEPS = (
    Step(0, "none", tie=False),
    Step(1, "yearly", hours=0.5),
    Step(2, "monthly", hours=3),
    Step(3, "weekly", hours=10),
)
NAMES = ["A", "B", "C"]


def graph_of(
    ties: list[tuple[str, str, float]],
    answered: str = "ABC",
    steps: tuple[Step, ...] = STEPS,
    directed: bool = True,
    hours: list[object] | None = None,
) -> PartnerGraph:
    frames = {
        "organizations": pd.DataFrame({"organization": NAMES} | ({"hours": hours} if hours else {})),
        "ties": pd.DataFrame(ties, columns=["from", "to", "value"]).assign(layer="contact"),
        "asked": pd.DataFrame({"organization": NAMES, "answered": [name in answered for name in NAMES]}).assign(
            layer="contact"
        ),
    }
    return PartnerGraph(Wave("1"), {"contact": LayerInfo("contact", steps)}, frames, directed)


def test_each_gives_what_it_reported() -> None:
    # A says weekly of B, B says monthly of A, A says yearly of C, and C says nothing of A although it answered.
    hours = hours_of(graph_of([("A", "B", 3), ("B", "A", 2), ("A", "C", 1)]))
    assert hours is not None
    assert hours.present.tolist() == [10.5, 3, 0]
    assert hours.of_pairs.toarray()[0].tolist() == [0, 13, 0.5]
    assert hours.new_tie == 0.5


def test_what_a_partner_said_stands_for_who_did_not_answer() -> None:
    hours = hours_of(graph_of([("A", "B", 3), ("A", "C", 1)], answered="AB"))
    assert hours is not None
    assert hours.present.tolist() == [10.5, 0, 0.5]  # B answered and named nobody, C did not answer
    assert hours.heard.tolist() == [True, True, False]


def test_a_tie_without_direction_counts_once_for_each_end_whoever_answered() -> None:
    hours = hours_of(graph_of([("A", "B", 2)], answered="A", directed=False))
    assert hours is not None
    assert hours.present.tolist() == [3, 3, 0]


def test_steps_without_hours_are_not_known_and_none_are_invented() -> None:
    steps = (Step(1, "yearly", hours=1), Step(2, "monthly"), Step(3, "weekly", hours=9))
    hours = hours_of(graph_of([("A", "B", 1), ("A", "C", 2), ("B", "A", 3), ("B", "C", np.nan)], steps=steps))
    assert hours is not None
    assert hours.present.tolist() == [1, 9, 0]
    assert hours.unknown.tolist() == [1, 1, 0]
    assert hours_of(graph_of([("A", "B", 1)], steps=(Step(1, "yearly"),))) is None
    assert hours_of(graph_of([("A", "B", 1)], steps=())) is None


def test_between_two_steps_hours_lie_between_theirs() -> None:
    hours = hours_of(graph_of([("A", "B", 2.5), ("B", "A", 4)]))
    assert hours is not None
    assert hours.present.tolist() == [6.5, 0, 0]  # 4 is beyond the scale
    assert hours.unknown.tolist() == [0, 1, 0]


def test_budgets_are_what_the_list_says_or_what_is_given_now() -> None:
    hours = hours_of(graph_of([("A", "B", 3), ("B", "A", 2)], hours=["12.5", "", "n/a"]))
    assert hours is not None
    assert hours.budgets.tolist() == [12.5, 3, 0]
    assert hours.stated == {"A": 12.5}


@pytest.mark.parametrize("written", [-1, "many", float("nan"), float("inf"), None])
def test_a_budget_that_is_no_number_of_hours_is_none(written: object) -> None:
    pair = nx.Graph([("a", "b")])
    pair.nodes["a"]["hours"] = written
    assert budgets_of(from_networkx(pair)) == {}
