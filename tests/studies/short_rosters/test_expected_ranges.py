"""Expected ranges: the more is asked, the less stays open; what is revealed is what was asked."""

from pathlib import Path

import numpy as np
import pytest

import stakeholder_graph as sg
from stakeholder_graph.graph import Partnership
from stakeholder_graph.questionnaire.short import draw_rosters
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.studies.short_rosters import ExpectedRanges, expected_ranges
from stakeholder_graph.studies.short_rosters.reveal import not_known, revealed

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"


@pytest.fixture(scope="module")
def wren() -> Partnership:
    return sg.read(WREN)


def expected(wren: Partnership, size: int, fewer: int = 9, planted: int = 1) -> ExpectedRanges:
    graph = wren.graph()
    frame = graph.organizations
    rosters = draw_rosters(dict(zip(frame["organization"], frame["sector"], strict=True)), size)
    silent = [name for name, yes in zip(graph.names, graph.answered, strict=True) if not yes]
    return expected_ranges(
        wren,
        {name: rosters.roster(name) for name in silent},
        fewer=fewer,
        settings=MeasureSettings(draws=20),
        planted=planted,
    )


def test_longer_rosters_leave_less_open(wren: Partnership) -> None:
    for few, many in zip(expected(wren, 6, planted=2).ranges, expected(wren, 45, planted=2).ranges, strict=True):
        assert few.now == many.now
        assert few.now
        assert few.short
        assert many.short
        assert few.whole == 0 < many.short < few.short < few.now[1] - few.now[0]


def test_pairs_not_known_are_those_that_no_side_is_asked_about(wren: Partnership) -> None:
    """18 have not answered: 153 pairs among them. From 30 of 60 on, every pair is asked of somebody."""
    assert expected(wren, 30).not_known[:2] == (153, 0)
    now, short, fewer = expected(wren, 10).not_known
    assert now == 153 > short > 0
    assert fewer == 9 * 8 // 2


def test_the_same_seed_says_the_same(wren: Partnership) -> None:
    assert expected(wren, 20) == expected(wren, 20)


def test_a_row_that_is_revealed_is_as_asked_and_the_others_stay(wren: Partnership) -> None:
    layer = wren.graph().layer("collaboration")
    silent = np.flatnonzero(~layer.answered)
    about = np.zeros((61, 61), dtype=bool)
    about[silent[0], :10] = True
    truth = layer.completed(layer.adjacency)
    after = revealed(layer, truth, about)
    mask, before = after.observed.mask(), layer.observed.mask()
    np.testing.assert_array_equal(np.delete(mask, silent[0], 0), np.delete(before, silent[0], 0))
    assert mask[silent[0]].sum() == 10 - (silent[0] < 10)
    assert not_known(layer) == 153
