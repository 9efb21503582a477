"""Gaps between groups: published gaps, the example by hand, places, and what may not be shown."""

import csv
from pathlib import Path
from typing import Any

import pytest

from stakeholder_graph.graph import to_partnership
from stakeholder_graph.inference.rates.gaps import difference, wilson
from stakeholder_graph.measures.results.disparity_gaps import disparity_gaps
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.table import Row
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.survey.read import read_partnership
from tests.measures.results.listed import partnership

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"


def found(figures: list[tuple[Any, ...]], **stated: Any) -> Measured:
    """Figures as (group, period, value, n) or (group, period, value, n, place)."""
    names = ("subgroup", "period", "value", "n", "place")
    rows = [
        {"place": "", "indicator": "Graduation", "good": "up", **dict(zip(names, row, strict=False)), **stated}
        for row in figures
    ]
    made = partnership(rows)
    return disparity_gaps(made.graph(), made)


def rows(measured: Measured, name: str = "") -> list[Row]:
    table = measured.tables.get(name) if name else measured.table
    return [] if table is None else [dict(row) for row in table.rows]


def test_all_hands_raised() -> None:
    """The graduation gap went from 14.3 to 9.5 points: -4.8 points, -33.6 %; the figures of both groups are made up."""
    (row,) = rows(
        found(
            [
                ("Students of color", "2010", 53.0, 3000),
                ("White students", "2010", 67.3, 4000),
                ("Students of color", "2013", 62.0, 3000),
                ("White students", "2013", 71.5, 4000),
            ]
        )
    )
    assert (row["first_gap"], row["last_gap"], row["change"]) == pytest.approx((14.3, 9.5, -4.8))
    assert round(100 * float(row["relative"] or 0), 1) == -33.6
    assert (row["verdict"], row["because"]) == ("narrower", "lower rose")


def test_newcombe_and_mover_in_points() -> None:
    """statistics of the methods: 56/70 - 48/80, then 60/75 - 58/82: -.1073 [-.2981, .0892], -54 % [-123, 124]."""
    shares = [
        ("low", "1", 4800 / 80, 80),
        ("high", "1", 80.0, 70),
        ("low", "2", 5800 / 82, 82),
        ("high", "2", 80.0, 75),
    ]
    (row,) = rows(found(shares))
    change = [row[name] for name in ("change", "change_low", "change_high")]
    assert change == pytest.approx([-10.73, -29.81, 8.92], abs=5e-3)
    relative = [round(100 * float(row[name] or 0)) for name in ("relative", "relative_low", "relative_high")]
    assert relative == [-54, -123, 124]
    assert row["verdict"] == "same"
    same = rows(found([(group, year, value / 100, n) for group, year, value, n in shares]))[0]
    assert [float(same[name] or 0) * 100 for name in ("change", "change_low")] == pytest.approx(change[:2])


def test_absolute_and_relative_can_disagree() -> None:
    """40 and 60, then 60 and 76: the gap falls from 20 to 16, the ratio of failures rises from 1.50 to 1.67."""
    (row,) = rows(found([("a", "1", 40, 900), ("b", "1", 60, 900), ("a", "2", 60, 900), ("b", "2", 76, 900)]))
    assert [row["first_gap"], row["last_gap"]] == [20, 16]
    assert [row["ratio_first"], row["ratio_last"]] == pytest.approx([1.50, 1.67], abs=0.005)


@pytest.mark.parametrize(
    ("lower", "higher", "because", "verdict"),
    [
        ((40, 55), (70, 72), "lower rose", "narrower"),
        ((40, 41), (70, 55), "higher fell", "narrower"),
        ((40, 50), (70, 60), "both", "narrower"),
        ((40, 30), (70, 71), "neither", "wider"),
        ((40, 30), (70, 50), "higher fell", "narrower"),
        ((40, 50), (70, 80), "neither", "same"),
    ],
)
def test_which_side_moved(lower: tuple[int, int], higher: tuple[int, int], because: str, verdict: str) -> None:
    figures = [("low", str(k), value, 1000) for k, value in enumerate(lower)]
    (row,) = rows(found([*figures, *(("high", str(k), value, 1000) for k, value in enumerate(higher))]))
    assert (row["because"], row["verdict"]) == (because, verdict)
    # Turned around, with less being better, it is the same gap.
    turned = [("low", str(k), 100 - value, 1000) for k, value in enumerate(lower)]
    turned += [("high", str(k), 100 - value, 1000) for k, value in enumerate(higher)]
    (mirror,) = rows(found(turned, good="down"))
    for name in ("first_gap", "change", "change_low", "because", "verdict", "ratio_first"):
        assert mirror[name] == (pytest.approx(row[name]) if isinstance(row[name], float) else row[name])


def test_the_example() -> None:
    """README of the example: reading stays, graduation because the lower rose, math because the higher fell."""
    (finding,) = assess(to_partnership(read_partnership(WREN)), ["disparity_gaps"])
    assert finding.table is not None
    by_name = {row["indicator"]: row for row in finding.table.rows}
    with (WREN / "indicators.csv").open(newline="", encoding="utf-8") as lines:
        figures = {
            (row["indicator"], row["subgroup"][:1], row["period"]): (float(row["value"]) / 100, int(row["n"]))
            for row in csv.DictReader(lines)
            if not row["place"]
        }
    for name, row in by_name.items():
        gaps = [
            difference(wilson(*figures[str(name), "O", year]), wilson(*figures[str(name), "L", year]))
            for year in ("2020", "2025")
        ]
        change = difference(gaps[1], gaps[0])
        assert [row["change"], row["change_low"], row["change_high"]] == pytest.approx(
            [100 * number for number in (change.value, change.low, change.high)], abs=1e-6
        )
    assert {name: (round(float(row["change"] or 0), 1), row["because"]) for name, row in by_name.items()} == {
        "Third-grade reading": (0.4, "neither"),
        "Eighth-grade math": (-5.9, "higher fell"),
        "Graduated in four years": (-4.8, "lower rose"),
    }


def test_the_reference_is_fixed() -> None:
    figures = [(g, y, v, n) for g, v, n in (("a", 50, 300), ("b", 70, 200), ("c", 60, 100)) for y in "12"]
    assert {row["reference"] for row in rows(found(figures))} == {"a"}  # the largest, not the best off
    marked = [
        {"subgroup": g, "period": y, "value": v, "n": n, "reference": g == "c", "indicator": "I", "good": "up"}
        for g, y, v, n in figures
    ]
    made = partnership(marked)
    assert {row["reference"] for row in rows(disparity_gaps(made.graph(), made))} == {"c"}
    # Two breakdowns, by sex and by income, each have their own.
    two = [("", y, 60, 200) for y in "12"]
    two += [(g, y, v, n) for g, v, n in (("girls", 63, 100), ("boys", 57, 100)) for y in "12"]
    two += [(g, y, v, n) for g, v, n in (("low", 50, 120), ("other", 75, 80)) for y in "12"]
    assert {row["group"]: row["reference"] for row in rows(found(two))} == {"boys": "girls", "low": "other"}


SCHOOLS = {"East High": (50, 70, 66, 66), "West High": (50, 70, 52, 70)}


def of_schools(n: int = 400) -> list[tuple[Any, ...]]:
    return [
        (group, year, values[k], n, place)
        for place, values in SCHOOLS.items()
        for k, (group, year) in enumerate((("low", "1"), ("high", "1"), ("low", "2"), ("high", "2")))
    ]


WHOLE = [("low", "1", 50, 800), ("high", "1", 70, 800), ("low", "2", 59, 800), ("high", "2", 68, 800)]


@pytest.mark.parametrize(
    ("n", "matters", "gone", "said"),
    [
        # 66 of 100 in both, of 400 each: Newcombe +- 6.5 points, of 4,000 each +- 2.1; all of it has to matter not.
        (400, 7.0, True, {"gone": {"places": "East High"}}),
        (400, 5.0, False, {"close": {"count": 1}}),
        (4000, 5.0, True, {"gone": {"places": "East High"}}),
        (400, None, False, {"close": {"count": 1}}),
        (4000, None, False, {"close": {"count": 1}}),
        (None, 7.0, False, {}),
    ],
)
def test_in_a_place_the_gap_is_gone_only_where_the_interval_says_so(
    n: int, matters: float | None, gone: bool, said: dict[str, Any]
) -> None:
    measured = found([*WHOLE, *of_schools(n)], **({} if matters is None else {"matters": matters}))
    assert {row["place"]: row["gone"] for row in rows(measured, "by_place")} == {"East High": gone, "West High": False}
    assert {c.id: dict(c.fields) for c in measured.caveats} == said


def test_newcombe_of_the_school_whose_gap_is_gone() -> None:
    """By hand: Wilson of 264 of 400 is [.6123, .7048], so two such differ by 0 +- sqrt(.0477^2 + .0448^2)."""
    measured = found([*WHOLE, *of_schools()])
    row = next(row for row in rows(measured, "by_place") if row["place"] == "East High")
    assert [row["last_low"], row["last_high"]] == pytest.approx([-6.54, 6.54], abs=0.02)


def test_groups_within_places_alone_are_compared_there() -> None:
    """Nothing is said of all places together; of two groups the one better off at first is the reference."""
    measured = found(of_schools())
    assert measured.table is None
    assert {(row["place"], row["group"], row["reference"]) for row in rows(measured, "by_place")} == {
        ("East High", "low", "high"), ("West High", "low", "high")
    }  # fmt: skip
    # East High: 20 points to none, narrower; West High: 20 to 18 of 400 each, about the same.
    assert measured.value == 0.5


def test_the_figures_of_both_sides_are_those_that_may_be_shown() -> None:
    figures = [*WHOLE, ("low", "3", 60, 9), ("high", "3", 68, 800)]
    assert [(row["period"], row["value"], row["other"], row["n"]) for row in rows(found(figures), "figures")] == [
        ("1", 50, 70, 800), ("2", 59, 68, 800)
    ]  # fmt: skip


def test_cells_under_ten_are_left_out_and_what_would_give_them_away() -> None:
    groups = {"": (100, 60), "a": (60, 70), "b": (33, 50), "c": (7, 20)}
    measured = found([(group, year, value, n) for group, (n, value) in groups.items() for year in "12"])
    assert {row["group"]: row["last_gap"] for row in rows(measured)} == {"b": None, "c": None}
    assert [dict(c.fields) for c in measured.caveats if c.id == "not_shown"] == [{"count": 4}]
    assert measured.value is None


def test_one_period_has_a_gap_and_no_change() -> None:
    measured = found([("a", "1", 50, 300), ("b", "1", 60, 300)])
    assert [(row["last_gap"], row["verdict"]) for row in rows(measured)] == [(10, "no data")]
    assert measured.value is None


def test_without_numbers_or_a_direction() -> None:
    figures = [("a", "1", 50, None), ("b", "1", 60, None), ("a", "2", 55, None), ("b", "2", 60, None)]
    (row,) = rows(found(figures))
    assert (row["change"], row.get("change_low"), row["verdict"], row["because"]) == (
        -5,
        None,
        "narrower",
        "lower rose",
    )
    measured = found(figures, good="")
    assert measured.value is None
    assert {caveat.id for caveat in measured.caveats} == {"no_groups", "no_direction"}
