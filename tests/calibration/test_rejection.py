"""The stored rates of rejection belong to the code of today, and are what a test may have."""

import json

import pytest

from tests.calibration.rejection import LEVELS, SCENARIOS, SUMMARY, measured, most

STORED = json.loads(SUMMARY.read_text(encoding="utf-8"))["scenarios"]
WITHOUT = [name for name, scenario in SCENARIOS.items() if not scenario.silos]

#: Every test of sectors, with what counts in a table with tests of its own.
TESTS = (
    *("ei_index", "modularity", "assortativity"),
    *("ei_index, rewired", "modularity, rewired", "assortativity, rewired"),
    *("sector_mixing", "coleman_homophily", "brokerage", "qap", "mrqap"),
)


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_network_of_each_scenario_gives_the_stored_p_again(name: str) -> None:
    number, stored = next(iter(STORED[name]["examples"].items()))
    assert measured(SCENARIOS[name], int(number)) == pytest.approx(stored, abs=1e-3)


@pytest.mark.parametrize("name", WITHOUT)
def test_without_structure_no_test_rejects_more_often_than_its_level(name: str) -> None:
    rejected = STORED[name]["rejected"]
    assert set(TESTS) <= set(rejected)
    together = len(rejected) * len(LEVELS) * len(WITHOUT)
    for test, found in rejected.items():
        for level in LEVELS:
            assert found[f"at {level}"] <= most(found["networks"], level, together), (test, level)


@pytest.mark.parametrize("response", ["everyone answers", ".25 to .95 answer"])
def test_sectors_that_keep_to_themselves_are_seen_the_better_the_more_they_do(response: str) -> None:
    weak, strong = (STORED[f"odds {odds} times within, {response}"]["rejected"] for odds in ("1.5", "2"))
    none = STORED[WITHOUT[0]]["rejected"]
    for test in TESTS:
        assert none[test]["at 0.05"] <= weak[test]["at 0.05"] <= strong[test]["at 0.05"], test
    for test in ("ei_index", "ei_index, rewired", "qap", "mrqap"):
        assert strong[test]["at 0.05"] >= 0.8, test


def test_a_place_that_plays_no_part_is_not_seen_beside_sectors_that_do() -> None:
    for name in SCENARIOS:
        found = STORED[name]["rejected"]["mrqap, a place without part"]
        assert found["at 0.05"] <= most(found["networks"], 0.05, len(SCENARIOS)), name
