"""Pairs with a tie and who reported it, and whether another wave would show such a tie."""

from typing import Any

import pandas as pd
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.reported_pairs import ReportedPair, reported_pairs, would_be_known


def small(ties: list[tuple[str, str, float]], answered: str = "ABCD", **info: Any) -> Partnership:
    """Four organizations, one layer."""
    names = list("ABCD")
    rows = pd.DataFrame(ties, columns=["from", "to", "value"]).assign(layer="contact")
    asked = pd.DataFrame({"organization": names, "layer": "contact", "answered": [n in answered for n in names]})
    frames = {
        "organizations": pd.DataFrame({"organization": names, "sector": ["x", "x", "y", "y"]}),
        "ties": rows,
        "asked": asked,
    }
    graph = PartnerGraph(Wave("1"), {"contact": LayerInfo("contact", **info)}, frames)
    return Partnership("Small", {"1": graph}, {})


def test_a_pair_is_one_line_with_the_stronger_report() -> None:
    layer = small([("A", "B", 2.0), ("B", "A", 4.0), ("C", "A", 1.0)]).graph().layer("contact")
    assert list(reported_pairs(layer)) == [ReportedPair(0, 1, 4.0, "both"), ReportedPair(2, 0, 1.0, "one")]


def test_not_returned_and_not_known_are_told_apart() -> None:
    layer = small([("A", "B", 2.0), ("A", "C", float("nan"))], answered="ABD").graph().layer("contact")
    assert list(reported_pairs(layer)) == [ReportedPair(0, 1, 2.0, "one"), ReportedPair(0, 2, None, "unknown")]


def test_ties_without_direction_say_nothing_of_who_named_them() -> None:
    partnership = small([("A", "B", 2.0), ("C", "B", 1.0)])
    layer = make_copy("partners", partnership, (), "1").partnership.graph().layer("contact")
    assert list(reported_pairs(layer)) == [ReportedPair(0, 1, None, None), ReportedPair(1, 2, None, None)]
    told = small([("A", "B", 2.0), ("C", "B", 1.0)], promise="named with strength")
    layer = make_copy("partners", told, (), "1").partnership.graph().layer("contact")
    assert list(reported_pairs(layer)) == [ReportedPair(0, 1, 2.0, None), ReportedPair(1, 2, 1.0, None)]


def wave(name: str, ties: list[tuple[str, str]], answered: str, listed: str = "ABCDEF") -> PartnerGraph:
    """Who named whom, who answered, who stood on the roster."""
    rows = pd.DataFrame(ties, columns=["from", "to"]).assign(layer="contact", value=1.0)
    asked = pd.DataFrame(
        {"organization": list(listed), "layer": "contact", "answered": [n in answered for n in listed]}
    )
    people = pd.DataFrame({"organization": list(listed), "sector": ["x" if n in "AB" else "y" for n in listed]})
    return PartnerGraph(
        Wave(name), {"contact": LayerInfo("contact")}, {"organizations": people, "ties": rows, "asked": asked}
    )


@pytest.fixture(scope="module")
def panel() -> Partnership:
    """Six organizations; A, B and F answered both times, C the first time only, D the second only, E is new in it.

    A-B was named by both and is named by A still: kept. B-F: B named it and neither does now: ended. A-F: F names it
    now and neither did: gained. B-C: B named it and does no longer, but C is silent and might: nobody can tell. A-C: A
    names it now, and neither did: gained. A-D: A names it now and did not, but D was silent and might have: nobody can
    tell, nor of D-B, which D names now. C-E: E was on no roster before. C-D: each was silent once.
    """
    then = wave("1", [("A", "B"), ("B", "A"), ("B", "C"), ("B", "F"), ("C", "D")], "ABCF", "ABCDF")
    now = wave("2", [("A", "B"), ("A", "C"), ("A", "D"), ("D", "B"), ("E", "C"), ("F", "A")], "ABDEF")
    return Partnership("Panel", {"1": then, "2": now}, {})


def test_only_a_line_whose_ends_both_answered_in_the_other_wave_can_be_told(panel: Partnership) -> None:
    then, now = (panel.graph(name).layer("contact") for name in "12")
    earlier = list(reported_pairs(then))
    assert [(then.organizations[pair.a] + then.organizations[pair.b]) for pair in earlier] == ["AB", "BC", "BF", "CD"]
    assert would_be_known(earlier, then, now).tolist() == [True, False, True, False]
    later = list(reported_pairs(now))
    assert [(now.organizations[pair.a] + now.organizations[pair.b]) for pair in later] == [
        "AB",
        "AC",
        "AD",
        "DB",
        "EC",
        "FA",
    ]
    assert would_be_known(later, now, then).tolist() == [True, True, False, False, False, True]
    assert would_be_known([], now, then).tolist() == []


def test_who_was_not_asked_of_the_other_is_as_good_as_silent(panel: Partnership) -> None:
    """A named B, and no longer does; B answered, but had a roster without A, or as many partners as it might name."""
    then = wave("1", [("A", "B")], "ABC", "ABC").layer("contact")
    names = list("ABC")
    asked = pd.DataFrame({"organization": names, "layer": "contact", "answered": True, "roster": ["", "short", ""]})
    frames = {
        "organizations": pd.DataFrame({"organization": names, "sector": "x"}),
        "ties": pd.DataFrame({"from": ["B"], "to": ["C"], "layer": "contact", "value": [1.0]}),
    }
    short = {**frames, "asked": asked, "rosters": pd.DataFrame({"roster": "short", "organization": ["B", "C"]})}
    full = {**frames, "asked": asked.assign(roster="", limit=[float("nan"), 1.0, float("nan")])}
    free = {**frames, "asked": asked.assign(roster="")}
    for survey, known in ((short, False), (full, False), (free, True)):
        now = PartnerGraph(Wave("2"), {"contact": LayerInfo("contact")}, survey).layer("contact")
        assert would_be_known(list(reported_pairs(then)), then, now).tolist() == [known]


def test_where_ties_have_no_direction_either_end_answers_for_both() -> None:
    graphs = []
    for name, ties, answered in (("1", [("A", "B"), ("A", "C")], "ABC"), ("2", [("A", "B")], "A")):
        directed = wave(name, ties, answered, "ABC")
        graphs.append(PartnerGraph(directed.wave, directed.layers, directed.frames, directed=False))
    then, now = (graph.layer("contact") for graph in graphs)
    assert would_be_known(list(reported_pairs(then)), then, now).tolist() == [True, True]
