"""The story on the map: the findings of page one in their order, each with what it speaks of in view."""

from collections.abc import Callable

import networkx as nx
import pytest
from playwright.sync_api import Page, expect

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import Partnership, from_networkx
from stakeholder_graph.model.finding import Finding, Message, Scope, Test
from stakeholder_graph.model.table import Disclosure
from stakeholder_graph.studies.page_one.story import Learned
from stakeholder_graph.views.layout.positions import positions
from stakeholder_graph.views.map.arrangements import arrangements
from stakeholder_graph.views.map.story_steps import story_steps
from tests.tables import table_of
from tests.views.browser import goes_to, sees, still

Opens = Callable[..., Page]

SCOPE = Scope(("1",), ("collaboration",))
TEST = Test("labels", 999, 0.0, 0.1, 0.002, 0)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Copy:
    """Two cliques of different sectors, a bridge, and two findings on page one: of lines, and of a cluster of four."""
    graph = nx.disjoint_union(nx.complete_graph(5), nx.complete_graph(5))
    graph.add_edge(4, 5)
    graph = nx.relabel_nodes(graph, {k: f"Organization {k}" for k in graph})
    sector = {name: "Health" if k < 5 else "Schools" for k, name in enumerate(graph)}
    nx.set_node_attributes(graph, sector, "sector")
    within = Message("within", {"inside": 95, "chance": 44}, "concern")
    mixing = Finding("ei_index", SCOPE, -0.9, "index", (-1, 1), test=TEST, reading=within)
    fields: dict[str, str | int | float | bool | None] = {
        "size": 4,
        "outcomes": "Attendance",
        "ties": 1,
        "pairs": 6,
        "expected": 4.0,
        "layer": "collaboration",
    }
    members = table_of(tuple({"organization": f"Organization {k}", "cluster": "A"} for k in (0, 1, 5, 6)))
    named = table_of(({"cluster": "A", "outcomes": "Attendance"},), Disclosure.NETWORK)
    groups = Finding(
        "outcome_clusters",
        SCOPE,
        1.0,
        "clusters",
        (0, None),
        test=TEST,
        reading=Message("to_convene", fields, "concern"),
        table=members,
        tables={"clusters": named},
    )
    copy = Copy("backbone", Partnership("P", {"1": from_networkx(graph)}, {}), (mixing, groups), "1")
    learned = tuple(Learned(finding, "clear") for finding in copy.findings)
    monkeypatch.setattr(
        "stakeholder_graph.views.map.story_steps.story", lambda findings, backbone: learned if findings else ()
    )
    return copy


def test_the_steps_are_page_one_s_findings_and_what_they_speak_of(told: Copy) -> None:
    where = positions(told.partnership)
    ways = arrangements(told, where, ["Health", "Schools"], [])
    steps = {step.finding: step for step in story_steps(told, ways, where)}
    assert list(steps) == ["ei_index", "outcome_clusters"]
    assert (steps["ei_index"].lines, steps["ei_index"].arranged) == ("within", "sector")
    assert steps["outcome_clusters"].lines == "among"
    assert set(steps["outcome_clusters"].organizations) == {f"Organization {k}" for k in (0, 1, 5, 6)}
    # Two of the four stand in each sector: no arrangement holds most of them.
    assert steps["outcome_clusters"].arranged == ""


def test_a_copy_without_findings_has_no_story(told: Copy) -> None:
    assert story_steps(Copy("backbone", told.partnership, (), "1"), ()) == ()


@pytest.mark.browser
def test_each_step_shows_what_it_speaks_of_and_the_keys_go_on(opens: Opens, told: Copy) -> None:
    page = opens(release=told)
    expect(page.locator("#story")).to_be_hidden()
    page.click("#tell")
    steps = page.evaluate("about.story")
    for number, step in enumerate(steps):
        expect(page.locator("#story-words")).to_have_text(step["words"])
        inside = """() => { const view = viewOnScreen();
          return [...scene.lit].every((id) => inside(organizations[id], view)); }"""
        sees(page, inside, True)
        if step["organizations"]:
            assert still(page).evaluate("[...scene.lit].sort((a, b) => a - b)") == sorted(step["organizations"])
        if number + 1 < len(steps):
            page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator("#story")).to_be_hidden()
    sees(page, "scene.focused", False)


@pytest.mark.browser
def test_a_link_opens_its_finding_and_going_on_undoes_what_was_chosen(opens: Opens, told: Copy) -> None:
    page = opens(release=told, at="#finding=outcome_clusters&without=Schools")
    expect(page.locator("#story")).to_be_visible()
    place = page.evaluate("state.told")
    page.click("#story-back" if place else "#story-next")
    sees(page, "[state.told, state.off.size]", [1 - place, 0])
    goes_to(page, "#org=Organization+3")
    expect(page.locator("#details h2")).to_have_text("Organization 3")
