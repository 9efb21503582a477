"""What two have in common is named so that a column of yes and no is not read as a thing."""

import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.in_common.groupings import of_attributes
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


@pytest.mark.parametrize(("marked", "groups"), [(1, []), (2, ["lead"]), (11, []), (10, ["lead"])])
def test_a_column_that_marks_one_organization_groups_nobody(marked: int, groups: list[str]) -> None:
    """Whether it says yes of one, as of the lead agency, or no of one; the sector is looked at all the same."""
    people = pd.DataFrame({"organization": list("abcdefghijkl"), "sector": ["Lead", *["x"] * 11], "role": ""})
    people["lead"] = ["yes"] * marked + ["no"] * (12 - marked)
    ties = pd.DataFrame(columns=["from", "to", "layer", "value"])
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, {"organizations": people, "ties": ties})
    assert [grouping.name for grouping in of_attributes(graph, 0.8)] == ["sector", *groups]


def test_a_sentence_says_that_it_is_yes_or_no() -> None:
    both = "the same sector or the same Lead agency (yes or no)"
    assert term(both) == "the same sector or the same yes or no in “lead agency”"
