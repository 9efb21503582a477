"""How often a guess from lines is right is counted, not taken from another partnership."""

import networkx as nx
import pandas as pd
import pytest

from stakeholder_graph.editions.lines import guessed_right
from stakeholder_graph.graph import PartnerGraph, from_networkx
from stakeholder_graph.model.survey import LayerInfo, Promise, Wave


def graph(ties: str, answered: str, promise: Promise = "named", names: str = "abcdef") -> PartnerGraph:
    frames = {
        "organizations": pd.DataFrame({"organization": list(names), "sector": "x", "role": ""}),
        "ties": pd.DataFrame([tuple(tie) for tie in ties.split()], columns=["from", "to"]).assign(
            layer="work", value=1.0
        ),
        "asked": pd.DataFrame(
            {"organization": list(names), "layer": "work", "answered": [n in answered for n in names]}
        ),
    }
    return PartnerGraph(Wave("1"), {"work": LayerInfo("work", promise=promise)}, frames)


@pytest.mark.parametrize(
    ("ties", "answered", "guessed"),
    [
        # e and f have no line and are the two silent: both guesses are right; of any two of six it would be 2 x 2 / 6.
        ("ab bc cd da", "abcd", (2, 1)),
        # The two with fewest lines are e and f, who answered and named one each; a and b, named by all, are silent.
        ("ca cb da db ea fb cd", "cdef", (0, 1)),
        # All six have two lines: any two are as good, and a third of two is right.
        ("ab bc cd de ef fa", "abcd", (1, 1)),
        # A line named from both sides is one line.
        ("ab ba bc cb cd dc da ad", "abcd", (2, 1)),
    ],
)
def test_the_fewest_lines_are_taken_for_silence(ties: str, answered: str, guessed: tuple[int, int]) -> None:
    assert guessed_right(graph(ties, answered)) == guessed


@pytest.mark.parametrize("answered", ["", "abcdef"])
def test_nothing_is_guessed_where_all_are_alike(answered: str) -> None:
    assert guessed_right(graph("ab bc", answered)) is None


def test_nothing_is_guessed_from_lines_that_are_not_shown() -> None:
    assert guessed_right(graph("ab bc cd da", "abcd", "aggregate")) is None
    assert guessed_right(graph("ab bc cd da", "abcd", "named with strength")) == (2, 1)
    assert guessed_right(from_networkx(nx.empty_graph(4))) is None
