"""Figures reach the room only for outcomes that the list marks as public, and only those of groups of ten and more."""

from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph.editions.from_lists import public_results, public_strategies
from stakeholder_graph.editions.release import IndicatorResult
from stakeholder_graph.graph import Partnership

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"


@pytest.fixture(scope="module")
def wren() -> Partnership:
    return sg.read(WREN)


def marked(wren: Partnership, *outcomes: str) -> Partnership:
    """The example with these outcomes alone marked."""
    items = wren["items"]
    items = items.assign(public=(items["kind"] == "outcome") & items["item"].isin(outcomes))
    return Partnership(wren.info, wren.graphs, {**wren.lists, "items": items})


def test_figures_and_gaps_are_those_of_the_file(wren: Partnership) -> None:
    """indicators.csv: 44.4 in 2020 and 49.4 in 2025, target 60; lower-income families 25.3 and 25.7 points behind."""
    findings = sg.measure(wren, ["indicator_progress", "disparity_gaps"], permutations=99, draws=20)
    about = ("Third-grade reading", "Third-grade reading", "%", "2020", "2025")
    whole, gap = public_results(marked(wren, "Third-grade reading"), list(findings))
    assert whole == IndicatorResult(*about, 44.4, 49.4, 60.0)
    assert (gap.group, gap.reference) == ("Lower-income families", "Other families")
    assert (gap.first, gap.last) == pytest.approx((25.3, 25.7))


def test_nothing_is_public_unless_somebody_says_so(wren: Partnership) -> None:
    findings = sg.measure(wren, ["indicator_progress", "disparity_gaps"], permutations=99, draws=20)
    assert public_results(marked(wren), list(findings)) == ()
    assert public_strategies(marked(wren)) == ()


def test_of_strategies_only_the_name_is_public(wren: Partnership) -> None:
    assert public_strategies(marked(wren, "Attendance")) == (("Attendance", "Bus passes for absent students"),)
