"""What measures declare per dyad is their value."""

import pytest

import stakeholder_graph as sg
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings, of_known_sector

DECLARING = [name for name, info in measures().items() if info.per_dyad is not None]


def test_these_declare_it() -> None:
    assert DECLARING == ["collaboration_levels", "density", "ei_index", "reciprocity"]


@pytest.mark.parametrize("wave", ["2024", "2025"])
def test_it_is_the_value_of_the_measure(wave: str) -> None:
    partnership = sg.read("surveys/wren-county")
    settings = MeasureSettings(permutations=99, draws=0)
    for finding in assess(partnership, DECLARING, wave=wave, layers=["collaboration"], settings=settings):
        info = measures()[finding.name]
        layer = partnership.graph(wave).layer("collaboration")
        assert info.per_dyad is not None
        ratio = info.per_dyad(of_known_sector(layer) if info.group else layer)
        assert ratio.value == pytest.approx(finding.value, rel=1e-12), finding.name


def test_each_that_no_other_finding_says_has_a_sentence_for_a_change() -> None:
    assert all("changed" in measures()[name].messages for name in DECLARING if name != "density")
