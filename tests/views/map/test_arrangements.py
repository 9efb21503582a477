"""By what the map can be arranged, and that nothing lies on a name in any arrangement."""

from collections.abc import Callable
from typing import Any

import networkx as nx
import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from stakeholder_graph.editions import Edition, make_copy
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from stakeholder_graph.views.layout.group_places import group_of_each
from stakeholder_graph.views.layout.positions import positions
from stakeholder_graph.views.map.arrangements import Arrangement, arrangements
from tests.views.browser import sees, still

Opens = Callable[..., Page]
Found = Callable[..., Copy]

#: Names that lie on another name, on a title or on a symbol that is not their own.
ON_NAMES = """() => {
  const hit = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const symbols = [...scene.shown].map((id) => { const one = organizations[id], r = radiusAt(id) * 0.9;
    return { id, left: one.x - r, right: one.x + r, top: one.y - r, bottom: one.y + r }; });
  return names.boxes.filter((box) => [...symbols, ...names.boxes, ...titles.boxes]
    .some((other) => other.id !== box.id && hit(box, other))).map((box) => box.lines.join(" "));
}"""


def partnership(rows: list[tuple[str, str, str, str]], places: dict[str, str]) -> Partnership:
    """Six organizations in a ring; ``rows`` say who is on what, and whether a list or an answer says so."""
    names = list("ABCDEF")
    people = pd.DataFrame({"organization": names, "sector": ["x", "x", "x", "y", "y", "y"]})
    people["Place"] = [places.get(name, "") for name in names]
    ties = pd.DataFrame(nx.utils.pairwise(names, cyclic=True), columns=["from", "to"]).assign(layer="work", value=1.0)
    asked = pd.DataFrame({"organization": names, "layer": "work", "answered": [name != "F" for name in names]})
    frames = {
        "organizations": people,
        "ties": ties[ties["from"] != "F"],
        "asked": asked,
        "affiliations": pd.DataFrame(rows, columns=["organization", "kind", "item", "source"]).assign(value=1.0),
    }
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    return Partnership(SurveyInfo("P"), {"1": graph}, {})


ROWS = [
    ("A", "team", "Reading", "list"),
    ("B", "team", "Reading", "list"),
    ("C", "team", "Math 10", "list"),
    ("D", "team", "Math 9", "list"),
    ("A", "outcome", "Healthy", "answer"),
    ("B", "outcome", "Ready", "answer"),
]


def ways(edition: Edition, rows: list[tuple[str, str, str, str]], places: dict[str, str]) -> dict[str, Arrangement]:
    copy = make_copy(edition, partnership(rows, places), (), "1")
    where = positions(copy.partnership)
    clusters: list[dict[str, Any]] = []
    return {way.kind: way for way in arrangements(copy, where, ["x", "y"], clusters)}


def test_the_desk_arranges_by_all_that_it_holds_in_natural_order() -> None:
    found = ways("backbone", ROWS, {"A": "North", "B": "South", "C": "North"})
    assert list(found) == ["sector", "outcome", "team", "place"]
    assert found["team"].groups == ("Math 9", "Math 10", "Reading", "On no team")
    assert found["team"].stands == {"A": 2, "B": 2, "C": 1, "D": 0, "E": 3, "F": 3}
    assert found["place"].groups == ("North", "South", "Place not known")
    assert not found["team"].several


def test_the_room_arranges_by_sectors_and_lists_alone() -> None:
    """Who names an outcome is known of those who answered; a place is no part of the room's list."""
    assert list(ways("partners", ROWS, {"A": "North", "B": "South"})) == ["sector", "team"]


def test_one_group_is_no_arrangement() -> None:
    assert list(ways("backbone", ROWS[:2], {"A": "North"})) == ["sector"]


def test_who_is_in_several_groups_stands_with_the_one_it_knows_best() -> None:
    """C is connected with one of two others in the first group and with the only other in the second."""
    pairs = [("A", "C"), ("C", "D")]
    assert group_of_each("ABCDE", ["ABC", "CD"], pairs) == {"A": 0, "B": 0, "C": 1, "D": 1, "E": 2}


def test_of_equal_groups_the_first_is_taken() -> None:
    assert group_of_each("A", ["A", "A"], []) == {"A": 0}


@pytest.mark.browser
@pytest.mark.parametrize(("n", "density"), [(30, 0.15), (60, 0.1), (150, 0.04)])
def test_nothing_lies_on_a_name_in_any_arrangement(opens: Opens, n: int, density: float) -> None:
    page = opens(n, density)
    expect(page.locator("#arranged")).to_have_value("sector")
    for arranged in ("sector", "ties", "outcome"):
        page.select_option("#arranged", arranged)
        sees(page, "state.arranged", arranged)
        assert still(page).evaluate(ON_NAMES) == []
        assert page.evaluate("names.boxes.length") >= 20


@pytest.mark.browser
def test_lines_are_coloured_within_a_group_and_faint_and_curved_across(opens: Opens, found: Found) -> None:
    page = opens(release=found())
    looks = """(kind) => { const within = scene.visible.filter((tie) =>
        (organizations[tie.from].stands[kind] === organizations[tie.to].stands[kind]));
      const across = scene.visible.filter((tie) => !within.includes(tie)), look = (tie) => lineLook(tie, true);
      return [Math.min(...within.map((tie) => look(tie).ink)) > Math.max(...across.map((tie) => look(tie).ink)),
        new Set(across.map((tie) => look(tie).colour)).size, new Set(within.map((tie) => look(tie).colour)).size,
        threads.filter(({ bends }) => bends).length === threads.length]; }"""
    for kind, colours in (("sector", 7), ("team", 3)):
        page.select_option("#arranged", kind)
        sees(page, "state.arranged", kind)
        assert still(page).evaluate(looks, kind) == [True, 1, colours, True]
    page.evaluate("choose(7)")
    sees(page, "new Set(scene.visible.filter((t) => !scene.litTie(t)).map((t) => lineLook(t, false).ink)).size", 1)


@pytest.mark.browser
def test_more_than_a_thousand_lines_are_straight(opens: Opens) -> None:
    page = opens(150, 0.12)
    assert page.evaluate("[threads.length > 1000, threads.some(({ bends }) => bends)]") == [True, False]
