"""The stored levels and powers of whole comparisons belong to the code of today, and hold what is promised."""

import json

import pytest

from tests.calibration.change import WITHOUT_CHANGE
from tests.calibration.comparison import FEWER, FIGURES, FOUND, QUIET, p_of_measures, said
from tests.calibration.rejection import most

STORED = json.loads(FIGURES.read_text(encoding="utf-8"))
#: Of comparisons without change, the share that may hold one.
HEADLINE = 0.06


@pytest.mark.parametrize("scenario", WITHOUT_CHANGE)
def test_a_pair_of_waves_gives_what_is_stored(scenario: str) -> None:
    assert p_of_measures(scenario, 0) == pytest.approx(STORED["tests"][scenario]["example"])


@pytest.mark.parametrize("scenario", WITHOUT_CHANGE)
def test_no_measure_is_often_said_to_change_that_does_not(scenario: str) -> None:
    stored = STORED["tests"][scenario]
    assert stored["pairs"] >= 1000
    assert all(rejected <= 0.07 for rejected in stored["rejected"].values()), stored["rejected"]


@pytest.mark.parametrize("scenario", [*QUIET, FEWER, *FOUND])
def test_a_comparison_says_what_is_stored(scenario: str) -> None:
    assert [said(scenario, number) for number in range(2)] == STORED["whole"][scenario]["examples"]


def test_comparisons_without_change_hold_one_in_at_most_six_of_a_hundred() -> None:
    stored = [STORED["whole"][scenario] for scenario in (*QUIET, FEWER)]
    comparisons = sum(figures["comparisons"] for figures in stored)
    assert comparisons >= 1000
    assert sum(figures["with_a_change"] for figures in stored) <= HEADLINE * comparisons
    for figures in stored:
        allowed = most(figures["comparisons"], HEADLINE, len(stored)) * figures["comparisons"]
        assert figures["with_a_change"] <= allowed


def test_a_wave_in_which_fewer_answered_shows_no_loss() -> None:
    figures = STORED["whole"][FEWER]
    assert figures["density_fell"] <= 0.02 * figures["comparisons"]


def test_what_is_planted_is_found() -> None:
    more, doubled = (STORED["whole"][scenario] for scenario in FOUND)
    assert more["density_rose"] >= 0.3 * more["comparisons"]
    assert doubled["team_to_sector_0"] >= 0.6 * doubled["comparisons"]
