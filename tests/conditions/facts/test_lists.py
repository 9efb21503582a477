"""Facts of lists: outcomes, teams, indicators, strategies and changes, and what is said where a list is missing."""

from dataclasses import replace

import pandas as pd
import pytest

from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.facts import FACTS, FactContext
from stakeholder_graph.conditions.quantity import Quantity
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import Wave

PEOPLE = pd.DataFrame({"organization": list("ABCDE"), "sector": ["x", "y", "z", "Residents", "x"]})


def context(
    affiliations: list[tuple[str, str, str]] = [],  # noqa: B006 - never changed
    silent: str = "",
    source: str = "answer",
    **lists: pd.DataFrame,
) -> FactContext:
    carried = pd.DataFrame(affiliations, columns=["organization", "kind", "item"]).assign(source=source)
    asked = pd.DataFrame({"layer": "", "organization": list("ABCDE")})
    asked["answered"] = ~asked["organization"].isin(list(silent))
    frames = {"organizations": PEOPLE, "affiliations": carried, "asked": asked}
    graph = PartnerGraph(Wave("2025", "2025-10-21"), {}, frames)
    return FactContext(Partnership("P", {"2025": graph}, lists), graph)


def items(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["kind", "item", "outcome"]).assign(steering=False)


def fact(name: str, made: FactContext) -> Quantity:
    return FACTS[name](made, FindingField())


def test_outcomes_carried_by_three_of_two_sectors_and_what_silence_leaves_open() -> None:
    listed = items(("outcome", "Reading", ""), ("outcome", "Math", ""))
    carried = [("A", "outcome", "Reading"), ("B", "outcome", "Reading"), ("C", "outcome", "Reading")]
    carried += [("A", "outcome", "Math"), ("B", "outcome", "Math")]
    everybody = fact("outcomes_carried", context(carried, items=listed))
    assert (everybody.value, everybody.fact) == (0.5, True)
    # E has not answered, and may work on math too.
    open_still = fact("outcomes_carried", context(carried, silent="E", items=listed))
    assert (open_still.range, open_still.certain) == ((0.5, 1.0), True)
    assert fact("outcomes_carried", context(carried, "E", "list", items=listed)).fact
    assert fact("outcomes_carried", context()).absent == "no_outcomes"
    # Where nobody was asked who works on what, nothing is said of it: seats in a team are no such answer.
    assert fact("outcomes_carried", context([("A", "team", "Readers")], items=listed)).absent == "no_carriers"


def test_teams_of_outcomes_and_sectors() -> None:
    listed = items(("outcome", "Reading", ""), ("outcome", "Math", ""), ("team", "Readers", "Reading"))
    seats = [("A", "team", "Readers"), ("B", "team", "Readers"), ("C", "team", "Readers")]
    made = context(seats, items=listed)
    assert fact("outcomes_with_team", made).value == 0.5
    assert fact("teams_across_sectors", made).value == 1.0
    # D stands for residents: in no team yet, then in it.
    assert fact("residents_seated", made).value == 0.0
    assert fact("residents_seated", context([*seats, ("D", "team", "Readers")], items=listed)).value == 1.0
    assert fact("teams_across_sectors", context()).absent == "no_teams"


def test_a_team_that_steers_is_no_team_beside_it() -> None:
    listed = items(("team", "Readers", "Reading"), ("team", "Steering", ""))
    listed = listed.assign(steering=listed["item"] == "Steering")
    seats = [("D", "team", "Readers"), ("A", "team", "Steering")]
    made = fact("residents_seated", context(seats, items=listed))
    assert (made.numerator, made.denominator) == (1, 2)
    crossing = fact("teams_across_sectors", context(seats, items=listed))
    assert (crossing.numerator, crossing.denominator) == (0, 1)


def test_a_role_makes_a_resident_of_whom_the_sector_says_nothing() -> None:
    made = context([("A", "team", "Readers"), ("B", "team", "Counters")])
    people = PEOPLE.assign(sector="x", role=["parents", "", "", "", ""])
    graph = PartnerGraph(made.graph.wave, {}, {**made.graph.frames, "organizations": people})
    told = FactContext(Partnership("P", {"2025": graph}, {}), graph)
    assert fact("residents_seated", told).value == 0.5
    assert fact("residents_seated", replace(told, graph=made.graph)).value == 0.0


@pytest.mark.parametrize(
    ("statuses", "value"), [(["test", "scale"], 2), (["going on", "piloting"], 1), (["paused"], 0), (["stopped"], 1)]
)
def test_tested_and_decided(statuses: list[str], value: int) -> None:
    strategies = pd.DataFrame({"strategy": range(len(statuses)), "outcome": "Reading", "status": statuses})
    assert fact("tested_and_decided", context(strategies=strategies)).value == value


def test_changes_of_the_last_twelve_months() -> None:
    changes = pd.DataFrame({"date": ["2025-03", "2023-05-01", "2024"], "what": ["Bus passes", "A form", "A rule"]})
    # Until 2024-10-20 is too long ago; some day of 2024 may be later.
    assert fact("systems_changed", context(changes=changes)).value == 2
    assert fact("systems_changed", context()).absent == "no_changes"


def test_core_indicators_improved_as_far_as_their_noise_allows() -> None:
    rows = []
    # Of 1,000 children: from 40 to 50 in 100 is far more than noise, from 40 to 41 is not; nobody asks of "Extra".
    for indicator, first, last, role in (
        ("A", 40, 50, "core"),
        ("B", 40, 41, "core"),
        ("Extra", 40, 60, "contributing"),
    ):
        for period, value in (("2020", first), ("2024", last)):
            rows.append((indicator, period, float(value), 1000.0, "up", role, "%"))
    columns = ["indicator", "period", "value", "n", "good", "role", "unit"]
    made = context(indicators=pd.DataFrame(rows, columns=columns))
    improved = fact("indicators_improved", made)
    # One of two improved for sure; the other may have.
    assert (improved.numerator, improved.denominator, improved.range) == (1, 2, (0.5, 1.0))
    assert improved.certain
    maintained = FACTS["indicators_improved"](made, FindingField(where={"wording": "improved or maintained"}))
    assert maintained.value == 1.0


@pytest.mark.parametrize(
    ("wording", "count", "among", "least", "most"),
    [
        # Without a baseline, "New" may have improved; "Worse" surely did not.
        ("improved", 1, 5, 1, 3),
        # Of those with a baseline "New" is none.
        ("improved, where there is a baseline", 1, 4, 1, 2),
        # "Still" is maintained by what its partnership says matters, whatever its noise; "Perhaps" by its noise alone.
        ("improved or maintained", 3, 5, 2, 4),
    ],
)
def test_what_may_have_improved_is_counted_among_the_same_indicators(
    wording: str, count: int, among: int, least: int, most: int
) -> None:
    nan = float("nan")
    figures = {
        "Better": (40, 50, nan),
        "Perhaps": (40, 41, nan),
        "Still": (40, 41, 5),
        "Worse": (40, 30, nan),
        "New": (None, 40, nan),
    }
    rows = [
        (name, period, float(value), 1000.0, "up", "%", matters)
        for name, (first, last, matters) in figures.items()
        for period, value in (("2020", first), ("2024", last))
        if value is not None
    ]
    columns = ["indicator", "period", "value", "n", "good", "unit", "matters"]
    made = context(indicators=pd.DataFrame(rows, columns=columns))
    improved = FACTS["indicators_improved"](made, FindingField(where={"wording": wording}))
    assert (improved.numerator, improved.denominator) == (count, among)
    assert improved.range == pytest.approx((least / among, most / among))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("outcomes_with_baseline", "no_outcomes"),
        ("outcomes_with_activity", "no_outcomes"),
        ("indicators_by_group", "no_indicators"),
        ("indicators_fresh", "no_indicators"),
        ("indicators_used", "no_indicators"),
        ("indicators_improved", "no_indicators"),
        ("gaps_closed_from_below", "no_gaps"),
        ("tested_and_decided", "no_strategies"),
        ("agenda_mean", "no_ratings"),
        ("agenda_agreed", "no_ratings"),
        ("agenda_sectors_apart", "no_ratings"),
    ],
)
def test_where_a_list_is_missing_the_reason_says_so(name: str, reason: str) -> None:
    assert fact(name, context()).absent == reason
