"""The stored coverage belongs to the code of today, and is what is asked of it."""

import json
from math import sqrt

import pytest

from tests.calibration.coverage import SCENARIOS, SUMMARY, measured

STORED = json.loads(SUMMARY.read_text(encoding="utf-8"))["scenarios"]

#: Quick to compute; all statistics share one set of draws.
AGAIN = ("density", "ei_index")

#: The least share of networks whose likely range of a nominal 90 % may hold the truth.
LIKELY = {
    "30 % silent at random": {
        "density": 0.85,
        "ei_index": 0.85,
        "betweenness": 0.85,
        "centralization": 0.80,
        "reciprocity": 0.75,
        "transitivity": 0.75,
    },
    "50 % silent at random": {
        "density": 0.78,
        "ei_index": 0.78,
        "betweenness": 0.78,
        "centralization": 0.78,
        "reciprocity": 0.78,
        "transitivity": 0.70,
    },
}
#: The same of the range to lead with, who is silent being left to chance or not.
AT_RANDOM, LEANING = 0.90, 0.72


def enough(percent: float, asked: float, networks: int) -> bool:
    """Whether a share found is within two standard errors of what is asked for, or above."""
    return percent / 100 >= asked - 2 * sqrt(asked * (1 - asked) / networks)


@pytest.mark.parametrize("scenario", STORED)
def test_a_network_of_each_scenario_gives_the_stored_ranges_again(scenario: str) -> None:
    stored = STORED[scenario]["examples"][0]
    for name, numbers in measured(SCENARIOS[scenario], 0, AGAIN).items():
        assert numbers == pytest.approx(stored[name], abs=1e-4), name


@pytest.mark.parametrize("scenario", LIKELY)
def test_the_likely_range_holds_the_truth_as_often_as_asked(scenario: str) -> None:
    for name, asked in LIKELY[scenario].items():
        of_statistic = STORED[scenario]["coverage"][name]
        assert enough(of_statistic["within_like"], asked, of_statistic["networks"]), name


@pytest.mark.parametrize("scenario", [name for name in STORED if not SCENARIOS[name].limit])
def test_the_range_to_lead_with_holds_the_truth_as_often_as_asked(scenario: str) -> None:
    asked = AT_RANDOM if SCENARIOS[scenario].leaning == "at random" else LEANING
    for name, of_statistic in STORED[scenario]["coverage"].items():
        assert enough(of_statistic["within_range"], asked, of_statistic["networks"]), name
