"""Five calls by whom_to_call settle more than five at random; the stored figures belong to the code of today."""

import json

import pytest

from tests.calibration.whom_to_call import SUMMARY, measured

STORED = json.loads(SUMMARY.read_text(encoding="utf-8"))


@pytest.mark.parametrize("number", [0, 1])
def test_a_network_gives_the_stored_figures_again(number: int) -> None:
    assert measured(number) == pytest.approx(STORED["records"][number], abs=1e-3)


@pytest.mark.parametrize(("what", "most"), [("spread", 0.8), ("range", 0.7)])
def test_five_calls_settle_more_than_five_at_random_on_average_and_on_most_networks(what: str, most: float) -> None:
    assert STORED["networks"] == len(STORED["records"])
    assert STORED["left"][what] < STORED["left"][f"{what}_at_random"]
    assert STORED["narrower_on"][what] >= most * STORED["networks"]
