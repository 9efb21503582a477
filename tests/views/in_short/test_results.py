"""What page one says of children's results: four parts that add up, in whichever number."""

from typing import Any

import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.views.in_short.results import outcomes_line, results_line
from tests.measures.results.listed import partnership, series
from tests.views.charts.drawn import picture_of


def copy_of(*figures: list[dict[str, Any]]) -> Copy:
    made = partnership([row for rows in figures for row in rows])
    return Copy("backbone", made, assess(made, ["indicator_progress"]), "1")


def moved(*moves: float | None, first: str = "2020", **stated: Any) -> list[list[dict[str, Any]]]:
    return [
        series(f"I{k}", {"2024": 5.0} if move is None else {first: 5.0, "2024": 5.0 + move}, good="up", **stated)
        for k, move in enumerate(moves)
    ]


@pytest.mark.parametrize(
    ("moves", "said"),
    [
        (
            (1, 1, 0, -1, None),
            "Two of five indicators are better than in 2020, one about the same, one worse, one without a baseline.",
        ),
        ((1, -1), "One of two indicators is better than in 2020, none about the same, one worse."),
        ((0, 0), "None of two indicators are better than in 2020, two about the same, none worse."),
        ((0,), "The one indicator is about the same as in 2020."),
        ((-1,), "The one indicator is worse than in 2020."),
        ((None,), "The one indicator has no baseline yet."),
        ((1,), "The one indicator is better than in 2020."),
    ],
)
def test_the_sentence(moves: tuple[float | None, ...], said: str) -> None:
    line = results_line(copy_of(*moved(*moves)))
    assert line is not None
    assert line.said == said
    strip = picture_of(line.picture, "strip")
    assert [len(strip.root.findall(f".//g[@class='{name}']")) for name in ("better", "same", "worse", "unknown")] == [
        sum(move is not None and move > 0 for move in moves),
        sum(move == 0 for move in moves),
        sum(move is not None and move < 0 for move in moves),
        sum(move is None for move in moves),
    ]


def test_baselines_that_differ_name_no_year() -> None:
    line = results_line(copy_of(*moved(1), series("J", {"2019": 1.0, "2024": 2.0}, good="up")))
    assert line is not None
    assert line.said.startswith("Two of two indicators are better than at their baselines")


def test_34_of_53() -> None:
    line = results_line(copy_of(*moved(*[1.0] * 34, *[0.0] * 9, *[-1.0] * 8, None, None, first="2008")))
    assert line is not None
    assert line.said == (
        "34 of 53 indicators are better than in 2008, nine about the same, eight worse, two without a baseline."
    )


def test_five_of_six_outcomes_with_the_rule() -> None:
    """Achieve Brown County."""
    six = [row for k, rows in enumerate(moved(*[1.0] * 5, -1.0)) for row in [[{**r, "outcome": f"O{k}"} for r in rows]]]
    assert outcomes_line(copy_of(*six)) == (
        "Five of six outcomes are better: of their core indicators with a baseline, at least half improved and "
        "fewer got worse."
    )
    assert outcomes_line(copy_of(*moved(1))) == ""


def test_the_room_hears_nothing_of_it() -> None:
    """Figures of indicators are no part of a release."""
    made = partnership([row for rows in moved(1, -1) for row in rows])
    room = make_copy("partners", made, assess(made, ["indicator_progress"]), "1")
    assert results_line(room) is None
    assert outcomes_line(room) == ""
