"""What the page on sectors says of two sectors and who stands between them: to the desk alone."""

from dataclasses import replace

import pytest

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import Partnership
from stakeholder_graph.studies.between_sectors import Between, Made
from stakeholder_graph.views.report import between_sectors
from stakeholder_graph.views.report.between_sectors import between

ALL = Between("work", "Schools", "Health", Made(29, 49), Made(5, 104), True, ("Library",), 29, 39, "networking", False)
SHARES = "Of 100 possible mentions within Schools 59 are made (29 of 49), with Health 5 (5 of 104)."
BOTH_SIDES = "Library works with both sides of 29 of the 39 unconnected pairs"


def said(monkeypatch: pytest.MonkeyPatch, two: Between | None, edition: str = "backbone") -> tuple[str, ...]:
    monkeypatch.setattr(between_sectors, "between_sectors", lambda *given: two)
    return between(Copy(edition, Partnership("P", {}, {}), (), "1"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("two", "told"),
    [
        (ALL, (SHARES, f"{BOTH_SIDES}, mostly at “networking” and without a seat on steering.")),
        (replace(ALL, steers=None), (SHARES, f"{BOTH_SIDES}, mostly at “networking”.")),
        (replace(ALL, level="", steers=True), (SHARES, f"{BOTH_SIDES}.")),
        (replace(ALL, level=""), (SHARES, f"{BOTH_SIDES}, without a seat on steering.")),
        (replace(ALL, organizations=()), (SHARES,)),
        (
            replace(ALL, organizations=("Library", "Clinic, Inc."), through=28),
            (SHARES, "Library and Clinic, Inc. each work with both sides of 28 or more of the 39 unconnected pairs."),
        ),
        (None, ()),
    ],
)
def test_it_is_said_as_far_as_it_is_known(
    monkeypatch: pytest.MonkeyPatch, two: Between | None, told: tuple[str, ...]
) -> None:
    assert said(monkeypatch, two) == told


def test_connections_are_not_called_mentions_where_ties_have_no_direction(monkeypatch: pytest.MonkeyPatch) -> None:
    told = said(monkeypatch, replace(ALL, directed=False))
    assert told[0] == "Of 100 possible connections within Schools 59 are there (29 of 49), with Health 5 (5 of 104)."


@pytest.mark.parametrize("edition", ["partners", "community"])
def test_nobody_beyond_the_desk_hears_of_an_organization(monkeypatch: pytest.MonkeyPatch, edition: str) -> None:
    assert said(monkeypatch, ALL, edition) == ()
