"""Short answers narrow ranges about as much as was expected; the stored figures belong to the code of today."""

import json

import numpy as np
import pytest

from tests.calibration.short_rosters import HELD, LEANINGS, SUMMARY, measured

STORED = json.loads(SUMMARY.read_text(encoding="utf-8"))["scenarios"]


def test_a_network_gives_the_stored_figures_again() -> None:
    again = measured("at random", 0)
    for name, figures in STORED["at random"]["example"].items():
        assert again[name] == pytest.approx(figures, abs=1e-6)


@pytest.mark.parametrize("leaning", LEANINGS)
@pytest.mark.parametrize("name", HELD)
def test_what_was_expected_is_about_what_came(leaning: str, name: str) -> None:
    figures = STORED[leaning][name]
    assert figures["short"] == pytest.approx(figures["expected"], rel=0.25)
    assert figures["fewer"] == pytest.approx(figures["expected_fewer"], rel=0.25)
    assert figures["short"] < figures["fewer"] < figures["before"]


@pytest.mark.parametrize("leaning", LEANINGS)
def test_ranges_after_short_answers_still_hold_the_truth(leaning: str) -> None:
    """Nine in ten are aimed at; what is stored is few networks."""
    assert np.mean([STORED[leaning][name]["short_holds"] for name in HELD]) >= 0.75
