"""Who is at the table: nonresponse is never read as peripheral."""

import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.representation.response import response
from stakeholder_graph.measures.representation.sector_coverage import sector_coverage
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from stakeholder_graph.model.table import Cell


def partnership() -> Partnership:
    people = pd.DataFrame(
        {
            "organization": ["A", "B", "C", "D", "E", "F", "G"],
            "sector": ["Schools", "Schools", "Schools", "Business", "Business", "Health", "Faith"],
        }
    )
    answered = [True, True, True, False, False, True, True]
    asked = people[["organization"]].assign(layer="work", answered=answered)
    ties = pd.DataFrame(
        [("A", "B"), ("B", "C"), ("C", "A"), ("A", "F"), ("B", "F"), ("C", "D")], columns=["from", "to"]
    ).assign(layer="work", value=1.0)
    seats = pd.DataFrame(
        [("A", "team", "Reading"), ("B", "team", "Attendance"), ("F", "meeting", "Steering")],
        columns=["organization", "kind", "item"],
    )
    frames = {"organizations": people, "asked": asked, "ties": ties, "affiliations": seats}
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    sectors = ["Schools", "Business", "Health", "Public safety", "Faith"]
    lists = {
        "sectors": pd.DataFrame({"list": "ours", "sector": sectors, "share": None}),
        "items": pd.DataFrame({"kind": ["meeting"], "item": ["Steering"], "steering": [True]}),
    }
    return Partnership("P", {"1": graph}, lists)


def rows() -> dict[Cell, dict[str, Cell]]:
    whole = partnership()
    table = sector_coverage(whole.graph(), whole).table
    assert table is not None
    return {row["sector"]: dict(row) for row in table.rows}


def test_value_is_the_share_of_the_list_that_is_at_the_table() -> None:
    whole = partnership()
    assert sector_coverage(whole.graph(), whole).value == pytest.approx(4 / 5)


def test_states() -> None:
    states = {sector: (row["state"], row["next_step"]) for sector, row in rows().items()}
    assert states == {
        "Public safety": ("missing", "invite"),
        "Business": ("too close to call", "hear from"),  # nobody answered: not "few ties"
        "Faith": ("one organization only", "ask whether one is enough"),
        "Health": ("one organization only", "ask whether one is enough"),
        "Schools": ("at the table", ""),
    }


def test_nobody_asks_whether_one_backbone_is_enough_unless_a_list_wants_its_sector() -> None:
    whole = partnership()
    graph = whole.graph()
    people = graph.organizations.assign(role=["", "", "", "", "", "backbone", ""])
    with_backbone = PartnerGraph(graph.wave, graph.layers, {**graph.frames, "organizations": people})
    asked = {}
    for lists in (whole.lists, {}):
        table = sector_coverage(with_backbone, Partnership("P", {"1": with_backbone}, lists)).table
        assert table is not None
        asked[bool(lists)] = {row["sector"]: row["next_step"] for row in table.rows}
    assert (asked[True]["Health"], asked[True]["Faith"]) == ("ask whether one is enough",) * 2
    # F, the only one of Health, is the backbone, and names nobody; G of Faith is not.
    assert (asked[False]["Health"], asked[False]["Faith"]) == ("connect", "ask whether one is enough")


def test_counts() -> None:
    found = rows()
    assert found["Schools"]["listed"] == 3
    assert found["Business"] | {"state": "", "next_step": ""} == {
        "sector": "Business",
        "expected": True,
        "listed": 2,
        "share": pytest.approx(2 / 7),
        "answered": 0,
        "tied": 1,  # named by C
        "teams": None,  # nobody of it has said so yet, which is not none
        "steering": None,
        "state": "",
        "next_step": "",
    }
    assert found["Schools"]["teams"] == 2
    assert found["Health"]["steering"] == 1


def test_without_a_list_there_is_a_table_and_no_value() -> None:
    graph = partnership().graph()
    found = sector_coverage(graph, Partnership("P", {"1": graph}, {}))
    assert found.value is None
    assert [caveat.id for caveat in found.caveats] == ["no_reference"]
    assert found.table is not None
    assert len(found.table.rows) == 4


def test_response_counts_who_answered() -> None:
    whole = partnership()
    found = response(whole.graph(), whole)
    assert found.value == pytest.approx(5 / 7)
    by_sector = {row["sector"]: row for row in found.tables["by_sector"].rows}
    assert dict(by_sector["Schools"]) == {"sector": "Schools", "listed": 3, "answered": 3, "share": 1.0}
    assert by_sector["Business"]["share"] == 0.0


def test_response_says_when_nothing_says_who_answered() -> None:
    graph = partnership().graph()
    caveat = response(graph, Partnership(SurveyInfo("P", answered_known=False), {"1": graph})).caveats[0]
    assert dict(caveat.fields) == {"listed": 7, "silent": 4}
