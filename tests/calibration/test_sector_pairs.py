"""The stored shares of pairs that are named belong to the code of today, and are near those of the literature."""

import json

import pytest

from tests.calibration.rejection import most
from tests.calibration.sector_pairs import FIGURES, SCENARIOS, named

STORED = json.loads(FIGURES.read_text(encoding="utf-8"))
SHARES, NETWORKS = STORED["shares"], STORED["networks"]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_network_of_each_scenario_gives_what_is_stored(scenario: str) -> None:
    assert named(scenario, 0) == STORED["examples"][scenario][0]


def test_without_structure_hardly_any_pair_is_named() -> None:
    for rule in SHARES["no structure"]:
        assert SHARES["no structure"][rule] <= most(NETWORKS, 0.05, 3), rule
    assert SHARES["no structure"]["min-P and rewired"] <= 0.02


def test_one_active_sector_is_no_pair_that_stands_out() -> None:
    # Both rules on labels alone name a pair in most such networks; with rewired networks hardly any.
    assert SHARES["active"]["max-T"] >= 0.7
    assert SHARES["active"]["min-P"] >= 0.7
    assert SHARES["active"]["min-P and rewired"] <= 0.12


def test_a_hole_of_one_is_found_and_more_often_than_by_max_t() -> None:
    for scenario, least in (("hole", 0.9), ("hole, 30 % silent", 0.75)):
        assert SHARES[scenario]["min-P and rewired"] >= least
        assert SHARES[scenario]["min-P"] >= SHARES[scenario]["max-T"]
