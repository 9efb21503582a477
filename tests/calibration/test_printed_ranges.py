"""The ranges that reports print: the stored coverage belongs to the code of today, and is what is asked of it."""

import json

import pytest

from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from tests.calibration.printed_ranges import DRAWS, LEVEL, SCENARIOS, SUMMARY, drawn, holm, measured, printed

STORED = json.loads(SUMMARY.read_text(encoding="utf-8"))["scenarios"]
#: Quick to compute.
AGAIN = ("density", "ei_index", "hierarchy", "reciprocity")
#: 70 % answered on full rosters: at most so large a share may be withheld where the hub answered.
FULL_ROSTERS = (
    "30 % silent at random",
    "30 % silent at random, undirected",
    "30 % silent at random, ties clustered by place",
)
A_FIFTH = 0.2


def test_every_scenario_is_stored() -> None:
    assert set(STORED) == set(SCENARIOS)


@pytest.mark.parametrize("scenario", STORED)
def test_a_network_of_each_scenario_gives_the_stored_ranges_again_and_the_runner_prints_them(scenario: str) -> None:
    stored = STORED[scenario]["examples"][0]
    for name, numbers in measured(SCENARIOS[scenario], 0, AGAIN).items():
        assert numbers[:5] == pytest.approx(stored[name][:5], abs=1e-4), name
    settings = MeasureSettings(seed=0, permutations=0, draws=DRAWS)
    for finding in assess(drawn(SCENARIOS[scenario], 0)[1], AGAIN, settings=settings):
        if finding.name in stored:
            shown = printed(finding.name, stored[finding.name])
            assert (finding.range is None) == (shown is None), finding.name
            assert shown is None or finding.range == pytest.approx(shown, abs=1e-4), finding.name


def test_no_range_that_is_printed_holds_the_truth_significantly_less_often_than_asked() -> None:
    cells = {
        (scenario, name): (row["hold"], row["printed"])
        for scenario, stored in STORED.items()
        for name, row in stored["measures"].items()
    }
    assert sum(shown for _, shown in cells.values()) > 10_000
    assert {key: p for key, p in holm(cells).items() if p <= LEVEL} == {}


@pytest.mark.parametrize("scenario", FULL_ROSTERS)
def test_where_seven_in_ten_answered_at_most_a_fifth_is_withheld(scenario: str) -> None:
    assert STORED[scenario]["withheld_where_the_hub_answered"] <= A_FIFTH


def test_holm_by_hand() -> None:
    # P(X <= 5 of 10 at .85) = .00987, P(X <= 8 of 10) = .4557: times 2, and times 1.
    corrected = holm({("a", "x"): (5, 10), ("a", "y"): (8, 10), ("a", "z"): (0, 0)})
    assert list(corrected) == [("a", "x"), ("a", "y")]
    assert list(corrected.values()) == pytest.approx([0.01975, 0.4557], abs=1e-4)
