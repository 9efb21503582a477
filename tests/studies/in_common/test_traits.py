"""What two have in common is named so that a column of yes and no is not read as a thing."""

import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.groupings import of_attributes
from stakeholder_graph.views.sentences import term


@pytest.mark.parametrize(
    ("values", "yes_no"),
    [
        (["yes", "no"], True),
        (["Yes", "No"], True),
        ([True, False], True),
        ([1, 0], True),
        (["sí", "no"], True),
        (["yes", "partly"], False),
        (["yes", "no", "not sure"], False),
        (["State", "National"], False),
        ([1, 2], False),
    ],
)
def test_columns_of_yes_and_no_are_known(values: list[object], yes_no: bool) -> None:
    names = list("abcdefghijkl")
    people = pd.DataFrame({"organization": names, "sector": "x", "role": ""})
    people["lead"] = pd.Series([values[k % len(values)] for k in range(len(names))], dtype=object)
    ties = pd.DataFrame(columns=["from", "to", "layer", "value"])
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, {"organizations": people, "ties": ties})
    (grouping,) = of_attributes(graph, 0.8)
    assert (grouping.name, grouping.yes_no) == ("lead", yes_no)


def test_a_sentence_says_that_it_is_yes_or_no() -> None:
    both = "the same sector or the same Lead agency (yes or no)"
    assert term(both) == "the same sector or the same yes or no in “lead agency”"
