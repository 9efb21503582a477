"""The bars of a finding show what its headline says."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from stakeholder_graph.model.finding import Finding, Message, Scope
from stakeholder_graph.views.in_short.bars import bars_of
from stakeholder_graph.views.in_short.finding_bars import finding_bars
from tests.tables import table_of

if TYPE_CHECKING:
    from stakeholder_graph.model.cells import Cell


def test_who_sits_in_teams_is_not_drawn_as_who_is_at_the_table() -> None:
    table = table_of(
        [
            {"sector": "Funders", "listed": 2, "residents": False, "teams": 1},
            {"sector": "Residents", "listed": 3, "residents": True, "teams": 1},
        ]
    )
    reading = Message("one", {"sector": "Residents", "sits": 1, "teams": 3})
    seats = Finding("team_coverage", Scope(("1",)), 0.5, "share", (0, 1), table=table, reading=reading)
    assert finding_bars(seats) == ((), "")


def test_who_is_at_the_table_is_drawn_by_sector() -> None:
    table = table_of([{"sector": "Funders", "listed": 2, "state": "at the table"}, {"sector": "Police", "listed": 0}])
    finding = Finding("sector_coverage", Scope(("1",)), 0.5, "share", (0, 1), table=table)
    bars, caption = finding_bars(finding)
    assert [(bar.name, bar.label) for bar in bars] == [("Police", "missing"), ("Funders", "2")]
    assert caption == "Organizations at the table"


def test_thousands_stand_apart_as_everywhere_else() -> None:
    table = table_of([{"sector": "Funders", "listed": 4717, "state": "at the table"}])
    finding = Finding("sector_coverage", Scope(("1",)), 0.5, "share", (0, 1), table=table)
    assert [bar.label for bar in finding_bars(finding)[0]] == ["4,717"]
    ties = Message("to_convene", {"size": 2000, "outcomes": "Attendance", "ties": 2500, "expected": 11_111.1})
    clusters = Finding("outcome_clusters", Scope(("1",)), 4, "clusters", (0, None), reading=ties)
    assert [bar.label for bar in finding_bars(clusters)[0]] == ["2,500", "11,111"]
    named = finding_bars(coverage("several", ("Reading", 1250, "several organizations")))[0]
    assert [bar.label for bar in named] == ["1,250"]


def test_bars_of_pairs_say_among_how_many_they_were_counted_but_for_lines_of_a_map() -> None:
    """Of 20 pairs on one team 8 are connected, of 800 others 160: 40 and 20 of 100, among 820."""
    table = table_of(
        [
            {"predictor": "a team", "tied_alike": 40, "tied_others": 20, "pairs_alike": 20, "pairs_others": 800},
        ]
    )
    reading = Message("by_work", {"work": "a team"}, "strength")
    pairs = Finding("tie_predictors", Scope(("1",)), 0.1, "share", (0, 1), table=table, reading=reading)
    assert finding_bars(pairs)[1].endswith("among the 820 of which both were asked and answered.")
    assert "820" not in finding_bars(replace(pairs, released=True))[1]


def coverage(reading: str, *outcomes: tuple[str, int, str]) -> Finding:
    rows: list[dict[str, Cell]] = [
        {"outcome": name, "organizations": size, "state": state} for name, size, state in outcomes
    ]
    message = Message(reading, tone="concern")
    return Finding("outcome_coverage", Scope(("1",)), 0, "outcomes", (0, None), table=table_of(rows), reading=message)


MANY = [(f"Outcome {k}", 20 - k, "several organizations") for k in range(12)]


@pytest.mark.parametrize(
    ("reading", "state", "size"),
    [
        ("one_sector", "one sector", 2),
        ("one_sector_listed", "one sector", 2),
        ("one", "one organization", 1),
        ("nobody", "nobody who answered", 0),
        ("nobody_listed", "nobody", 0),
        ("nobody_or_one", "one organization", 1),
    ],
)
def test_the_outcomes_that_a_headline_names_have_their_bar_whatever_their_rank(
    reading: str, state: str, size: int
) -> None:
    bars, _caption = finding_bars(coverage(reading, *MANY, ("Care", size, state)))
    assert [(bar.name, bar.named) for bar in bars] == [
        ("Care", True), ("Outcome 0", False), ("Outcome 1", False), ("Outcome 2", False)
    ]  # fmt: skip
    # In the room, which sees more bars, it is there, too.
    assert bars_of(coverage(reading, *MANY, ("Care", size, state)))["tally"][0].length == size


def test_an_outcome_is_highlighted_for_what_the_headline_says_of_it_alone() -> None:
    """That one sector works on it is not what a headline on those of one organization says."""
    bars, _caption = finding_bars(coverage("one", *MANY, ("Care", 1, "one organization"), ("Rides", 3, "one sector")))
    assert [bar.name for bar in bars if bar.named] == ["Care"]
    assert not any(bar.named for bar in finding_bars(coverage("all_carried", *MANY))[0])


@pytest.mark.parametrize(("outcomes", "drawn", "said"), [(5, 5, ""), (6, 4, " Shown: 4 of 6.")])
def test_bars_of_outcomes_are_all_drawn_or_said_to_be_some(outcomes: int, drawn: int, said: str) -> None:
    table = table_of([{"outcome": f"Outcome {k}", "organizations": 9 - k, "state": "several"} for k in range(outcomes)])
    reading = Message("all_covered", {})
    bars, caption = finding_bars(
        Finding("outcome_coverage", Scope(("1",)), 1, "share", (0, 1), table=table, reading=reading)
    )
    assert len(bars) == drawn
    assert caption == f"Each bar: how many organizations say that they work on the outcome.{said}"


@pytest.mark.parametrize(
    ("whole", "without", "shown"),
    [
        (25, 24, []),  # the one is the backbone itself
        (25, 16, [24, 16]),
        (20, 20, []),  # it is none of them
    ],
)
def test_the_backbone_is_none_of_those_who_reach_each_other_through_it(
    whole: int, without: int, shown: list[int]
) -> None:
    row: dict[str, Cell] = {
        "measure": "largest",
        "with_backbone": whole,
        "without_backbone": without,
        "difference": without - whole,
    }
    table = table_of([row])
    finding = Finding("backbone_dependence", Scope(("1",), ("work",)), 1, "organizations", (0, None), table=table)
    assert [bar.length for bar in finding_bars(finding)[0]] == shown
