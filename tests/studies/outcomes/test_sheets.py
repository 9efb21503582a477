"""Sheets: the outcomes that most need action first, a reason for each, and what each may say."""

import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership, to_partnership
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.studies.outcomes.sheets import OutcomeSheet, outcome_pages
from stakeholder_graph.survey.read import read_partnership
from tests.studies.outcomes.test_outcome_ties import WREN

QUICK = MeasureSettings(permutations=199, draws=0)
NAMES = ["outcome_sheets", "outcome_ties", "outcome_coverage"]


def sheets(
    work: dict[str, str],
    charter: dict[str, str] | None = None,
    seats: dict[str, str] | None = None,
    ties: tuple[str, ...] = ("AB",),
    sectors: str = "ssssccfx",
    status: dict[str, str] | None = None,
    layers: tuple[str, ...] = ("work",),
) -> dict[str, OutcomeSheet]:
    """Eight organizations A to H; teams by outcome, seats by team, the status of a strategy by outcome."""
    carried = [(name, "outcome", item) for item, members in work.items() for name in members]
    carried += [(name, "team", team) for team, members in (seats or {}).items() for name in members]
    items = [("outcome", item, "") for item in work] + [("team", team, to) for team, to in (charter or {}).items()]
    tried = [(f"S {outcome}", outcome, "A; B", "", said, "", "") for outcome, said in (status or {}).items()]
    spelled = {"s": "Schools", "c": "Clinics", "f": "Funders", "x": "Residents"}
    frames = {
        "organizations": pd.DataFrame({"organization": list("ABCDEFGH"), "sector": [spelled[s] for s in sectors]}),
        "ties": pd.DataFrame([(*ends, layers[0], 1.0) for ends in ties], columns=["from", "to", "layer", "value"])
        if layers
        else pd.DataFrame(columns=["from", "to", "layer", "value"]),
        "affiliations": pd.DataFrame(carried, columns=["organization", "kind", "item"]),
    }
    graph = PartnerGraph(Wave("1"), {name: LayerInfo(name) for name in layers}, frames)
    lists = {
        "items": pd.DataFrame(items, columns=["kind", "item", "outcome"]),
        "strategies": pd.DataFrame(
            tried, columns=["strategy", "outcome", "partners", "started", "status", "learned", "indicator"]
        ),
    }
    found = assess(Partnership("P", {"1": graph}, lists), NAMES, settings=QUICK)
    return {sheet.outcome: sheet for sheet in outcome_pages(found)}


def test_wren_county_begins_with_attendance() -> None:
    partnership = to_partnership(read_partnership(WREN))
    first, *others = outcome_pages(assess(partnership, NAMES, settings=QUICK))
    assert first.outcome == "Attendance"
    assert first.lacks == ("hardly tied", "stands still", "seats", "no funder")
    assert first.pairs is not None
    assert (first.pairs.pairs, first.pairs.together, first.pairs.unknown) == (36, 2, 0)
    (tried,) = first.tried
    assert (tried.stands_still, tried.pairs, tried.apart) == (True, 1, 1)
    assert [sheet.outcome for sheet in others if "no team" in sheet.lacks] == ["Working at 24", "Eighth-grade math"]
    assert len(others) == 7


def test_the_most_pressing_stands_first() -> None:
    made = sheets(
        {"Empty": "", "Fine": "ABG", "Alone": "A", "Paused": "BG", "Teamless": "AG"},
        {"E": "Empty", "F": "Fine", "A": "Alone", "P": "Paused"},
        {"F": "AB", "A": "A", "P": "BG"},
        status={"Paused": "paused", "Fine": "going on"},
    )
    assert list(made) == ["Empty", "Paused", "Teamless", "Alone", "Fine"]
    assert {outcome: sheet.lacks for outcome, sheet in made.items()} == {
        "Empty": ("nobody",),
        "Paused": ("stands still",),
        "Teamless": ("no team",),
        "Alone": ("one organization", "no funder"),
        "Fine": (),
    }


def test_without_funders_teams_or_ties_nobody_lacks_them() -> None:
    made = sheets({"Math": "AB"}, sectors="sssscccx", ties=(), layers=())
    assert made["Math"].lacks == ()
    assert made["Math"].pairs is None


def test_the_sectors_without_anybody_are_a_whole_list_though_the_story_names_the_funders() -> None:
    math = sheets({"Math": "AB"})["Math"]
    assert "no funder" in math.lacks
    assert math.missing["sector"] == ("Clinics", "Funders", "Residents")


@pytest.mark.parametrize("work", [{}, {"Math": ""}])
def test_of_outcomes_that_nobody_says_anything_of_there_is_no_sheet(work: dict[str, str]) -> None:
    assert sheets(work) == {}
