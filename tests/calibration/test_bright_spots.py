"""The stored shares of places named falsely, found, and right the next year belong to the code of today."""

import json
from dataclasses import asdict

import pytest

from stakeholder_graph.inference.rates.persistent_places import MOST_FALSE
from tests.calibration.bright_spots import DATA_SETS, FIGURES, SCENARIOS, outcome

STORED = json.loads(FIGURES.read_text(encoding="utf-8"))


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_data_set_of_each_scenario_gives_what_is_stored(scenario: str) -> None:
    assert asdict(outcome(scenario, 0)) == STORED[scenario]["examples"][0]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_few_are_named_falsely(scenario: str) -> None:
    """The mean share of false discoveries of 500 data sets is at most q and two standard errors."""
    figures = STORED[scenario]
    assert figures["data_sets"] == DATA_SETS == 500
    assert figures["false_discovery"] <= MOST_FALSE + 2 * figures["standard_error"]


@pytest.mark.parametrize("scenario", ["noise", "noise, 20 places"])
def test_in_noise_hardly_any_is_named(scenario: str) -> None:
    assert STORED[scenario]["any_named"] <= 0.06


@pytest.mark.parametrize("scenario", [name for name, made in SCENARIOS.items() if made.planted])
def test_planted_places_are_found(scenario: str) -> None:
    assert STORED[scenario]["found"] >= 0.65
    assert STORED[scenario]["any_named"] >= 0.9


def test_of_a_hundred_places_whose_years_correlate_nine_in_ten_named_are_in_the_upper_quarter_of_the_next() -> None:
    figures = STORED["100 places, correlation .8"]
    assert figures["named"] > DATA_SETS
    assert figures["again"] >= 0.9
