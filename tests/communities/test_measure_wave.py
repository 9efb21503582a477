"""One community in one survey: numbers that can be counted by hand, and that agree with measures."""

import networkx as nx
import pytest

import stakeholder_graph as sg
from stakeholder_graph.communities.measure_wave import WaveTask, measure_wave
from stakeholder_graph.graph import Partnership, from_networkx
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings


def six() -> Partnership:
    """Three schools and three clinics: a triangle of schools, and one tie of a school with a clinic."""
    graph = nx.Graph([("s1", "s2"), ("s2", "s3"), ("s1", "s3"), ("s1", "c1"), ("c2", "c3")])
    nx.set_node_attributes(graph, {node: "Schools" if node[0] == "s" else "Escuelas" for node in graph}, "sector")
    nx.set_node_attributes(graph, {node: {"s": "Schools", "c": "Salud"}[node[0]] for node in graph}, "sector")
    return Partnership("Six", {"1": from_networkx(graph)})


def test_groups_are_matched_by_standard_names_in_either_language() -> None:
    found = measure_wave(WaveTask(six(), "collaboration", permutations=99))
    assert found.sectors == ("Health", "Schools")
    pair = found.comparable("two_sectors", ("Health", "Schools"))
    assert pair is not None
    assert (pair.value, pair.denominator) == (1 / 9, 9)
    assert pair.expected == pytest.approx(5 / 15), "by chance each of 15 pairs is as likely to hold a tie"


def test_facts_are_those_that_one_counts() -> None:
    found = measure_wave(WaveTask(six(), "collaboration", permutations=99))
    assert (found.organizations, found.answered, found.parts) == (6, 6, 2)
    assert found.mean_degree == pytest.approx(10 / 6)
    assert found.density == pytest.approx(5 / 15)
    # Two parts of 4 and of 2: 12 + 2 of 30 ordered pairs reach each other.
    assert found.fragmentation == pytest.approx(1 - 14 / 30)


def test_share_across_sectors_has_the_tests_of_its_measure() -> None:
    wren = sg.read("surveys/wren-county")
    found = measure_wave(WaveTask(wren, "collaboration", permutations=199))
    settings = MeasureSettings("either", permutations=199, draws=0)
    (measured,) = assess(wren, ["ei_index"], layers=["collaboration"], settings=settings)
    across = found.comparable("across_sectors")
    assert across is not None
    assert measured.test is not None
    assert measured.rewired is not None
    assert across.z == pytest.approx((measured.value - measured.test.expected) / measured.test.sd)  # type: ignore[operator]
    assert across.z_rewired == pytest.approx(
        (measured.value - measured.rewired.expected) / measured.rewired.sd  # type: ignore[operator]
    )


def test_returned_mentions_are_those_of_the_measure() -> None:
    wren = sg.read("surveys/wren-county")
    found = measure_wave(WaveTask(wren, "collaboration", permutations=99))
    both = found.comparable("named_by_both")
    (measured,) = assess(wren, ["reciprocity"], layers=["collaboration"], settings=MeasureSettings(draws=0))
    assert both is not None
    assert both.value == pytest.approx(measured.value)


def test_no_organization_is_in_it() -> None:
    wren = sg.read("surveys/wren-county")
    text = str(measure_wave(WaveTask(wren, "collaboration", permutations=99)).to_plain())
    assert not [name for name in wren.graph().names if name in text]
