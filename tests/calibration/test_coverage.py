"""The stored coverage belongs to the code of today, and is what the documentation says."""

import json

import pytest

from tests.calibration.coverage import SCENARIOS, SUMMARY, measured

STORED = json.loads(SUMMARY.read_text(encoding="utf-8"))["scenarios"]

#: Quick to compute; all statistics share one set of draws.
AGAIN = ("density", "ei_index")


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_network_of_each_scenario_gives_the_stored_ranges_again(scenario: str) -> None:
    stored = STORED[scenario]["examples"][0]
    for name, numbers in measured(SCENARIOS[scenario], 0, AGAIN).items():
        assert numbers == pytest.approx(stored[name], abs=1e-4), name


@pytest.mark.parametrize("scenario", [name for name in SCENARIOS if not SCENARIOS[name].limit])
def test_the_range_to_lead_with_holds_the_truth_in_about_nine_networks_of_ten(scenario: str) -> None:
    for name, of_statistic in STORED[scenario]["coverage"].items():
        assert of_statistic["within_range"] >= 80, name
