"""What reports claim of partnerships whose truth is known: the stored table belongs to the code of today."""

import json

import pytest

from tests.calibration.drawn_partnerships import KINDS, WITH, WITHOUT
from tests.calibration.headlines import MOST_FALSE, SUMMARY, measured

STORED = json.loads(SUMMARY.read_text(encoding="utf-8"))
KIND = STORED["kinds"]
#: Run again: one without structure and two with, all quick.
AGAIN = ("15 organizations, everyone answers", "a hole of 1 where 18 are expected", "core and periphery")


def test_every_kind_is_stored() -> None:
    assert set(KIND) == set(KINDS)
    assert len(WITHOUT) == len(WITH) == 10


def test_reports_without_structure_hardly_ever_claim_any() -> None:
    reports = sum(KIND[called]["reports"] for called in WITHOUT)
    held = sum(KIND[called]["with_a_false_claim"] for called in WITHOUT)
    assert held <= MOST_FALSE / 200 * reports


@pytest.mark.parametrize("called", WITH)
def test_what_was_planted_is_found_or_told_as_too_close_to_call(called: str) -> None:
    for planted, became in KIND[called]["planted"].items():
        told = became.get("found", 0) + became.get("too close to call", 0)
        assert told >= 0.8 * KIND[called]["reports"], planted


@pytest.mark.parametrize("called", AGAIN)
def test_a_report_of_some_kinds_claims_what_is_stored(called: str) -> None:
    again, stored = json.loads(json.dumps(measured(called, 0))), STORED["seed_0"][called]
    assert again["planted"] == stored["planted"]
    assert [claim[:4] for claim in again["claims"]] == [claim[:4] for claim in stored["claims"]]
