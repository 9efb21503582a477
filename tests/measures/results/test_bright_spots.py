"""Places to learn from: those planted, those of one year, what they have to work with, and what is never said."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.inference.rates.meta_regression import meta_regression, studentized_deleted_residuals
from stakeholder_graph.measures.results._by_place.places import place_years
from stakeholder_graph.measures.results._figures import indicators_of
from stakeholder_graph.measures.results.bright_spots import bright_spots
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.table import Row
from stakeholder_graph.studies.assess import assess
from tests.editions.hand_made import partnership as hand_made
from tests.measures.results.listed import partnership

NAMES = [f"School {k:02}" for k in range(30)]


def figures(years: tuple[str, ...] = ("2023", "2024"), **bonus: float) -> list[dict[str, Any]]:
    """30 schools of 150: 80 % less half of the share in poverty, some noise, and what is planted."""
    rng = np.random.default_rng(11)
    poverty = np.linspace(10, 80, 30)
    return [
        {
            "indicator": "Reading", "place": name, "period": year, "n": 150, "good": "up",
            "value": float(np.clip(80 - poverty[k] / 2 + rng.normal(0, 3) + bonus.get(f"s{k}", 0), 0, 100)),
        }
        for k, name in enumerate(NAMES)
        for year in years
    ]  # fmt: skip


def places(**practices: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "place": NAMES,
            "period": "2023",
            "poverty": [str(number) for number in np.linspace(10, 80, 30)],
            "practices": [practices.get(f"s{k}", "") for k in range(30)],
        }
    )


def found(rows: list[dict[str, Any]], **lists: pd.DataFrame) -> Measured:
    made = partnership(rows, **lists)
    return bright_spots(made.graph(), made)


def rows_of(measured: Measured, name: str = "") -> list[Row]:
    table = measured.tables.get(name) if name else measured.table
    return [] if table is None else [dict(row) for row in table.rows]


def said(measured: Measured) -> set[str]:
    return {caveat.id for caveat in measured.caveats}


def test_planted_places_are_named_and_low_ones_are_not() -> None:
    measured = found(figures(s4=20, s20=20, s25=-30), places=places())
    assert measured.value == 2
    assert {row["place"]: row["verdict"] for row in rows_of(measured)} == {
        NAMES[4]: "bright spot", NAMES[20]: "bright spot"
    }  # fmt: skip
    for row in rows_of(measured):
        assert float(row["actual"] or 0) > float(row["expected"] or 0)
        assert float(row["residual"] or 0) > 2
        assert float(row["fdr"] if row["fdr"] is not None else 1) <= 0.1
        assert row["years"] == 2
    (summary,) = rows_of(measured, "indicators")
    assert (summary["places"], summary["allowing_for"], summary["named"]) == (30, "poverty", 2)
    assert float(summary["p"] or 1) < 0.05


def test_expected_is_the_weighted_line_of_the_latest_year() -> None:
    rows = figures(s4=20)
    measured = found(rows, places=places())
    row = next(row for row in rows_of(measured) if row["place"] == NAMES[4])
    latest = np.array([made["value"] for made in rows if made["period"] == "2024"]) / 100
    design = np.column_stack([np.ones(30), np.linspace(10, 80, 30)])
    fit = meta_regression(latest, latest * (1 - latest) / 150, design)
    assert row["expected"] == pytest.approx(100 * float(design[4] @ fit.coefficients))
    deleted = studentized_deleted_residuals(latest, latest * (1 - latest) / 150, design)
    assert row["residual"] == pytest.approx(deleted[4])


def test_less_is_better_where_the_list_says_so() -> None:
    up = figures(s4=20)
    down = [{**row, "value": 100 - row["value"], "good": "down"} for row in up]
    ours, theirs = (rows_of(found(rows, places=places())) for rows in (up, down))
    assert [row["place"] for row in ours] == [row["place"] for row in theirs]
    assert [100 - float(row["expected"] or 0) for row in ours] == pytest.approx([row["expected"] for row in theirs])


def test_what_a_place_has_to_work_with_changes_what_is_expected_of_it() -> None:
    """The poorest school does as well as the others on average: without knowing that it is poor nobody sees it."""
    rows = figures(s29=22)
    assert NAMES[29] in {row["place"] for row in rows_of(found(rows, places=places()))}
    without = found(rows)
    assert NAMES[29] not in {row["place"] for row in rows_of(without)}
    assert "expected_alike" in said(without)


def test_one_year_makes_candidates_only() -> None:
    measured = found(figures(("2024",), s4=30), places=places())
    assert measured.value == 0
    assert [(row["place"], row["verdict"], row["years"]) for row in rows_of(measured)] == [
        (NAMES[4], "candidate, one year only", 1)
    ]


def test_what_stands_out_in_one_year_of_two_is_not_named() -> None:
    first, second = figures(("2023",), s4=30), figures(("2024",))
    measured = found([*first, *second], places=places())
    assert NAMES[4] not in {row["place"] for row in rows_of(measured)}


def test_nobody_is_named_where_the_years_do_not_agree() -> None:
    rng = np.random.default_rng(5)
    rows = [{**row, "value": 50 + 5 * float(rng.normal())} for row in figures()]
    measured = found(rows)
    assert measured.value == 0
    assert not rows_of(measured)
    assert "unlike_years" in said(measured)


def test_practices_in_common_with_how_many_others_have_them_too() -> None:
    """As with the leveled libraries of Dallas: an association, said to be so."""
    practices = {"s4": "leveled library; tutors", "s20": "leveled library", "s1": "leveled library", "s2": "tutors"}
    measured = found(figures(s4=20, s20=20), places=places(**practices))
    assert [list(row.values())[1:] for row in rows_of(measured, "in_common")] == [
        ["leveled library", 2, 2, 1, 28], ["tutors", 1, 2, 1, 28]
    ]  # fmt: skip
    assert "association" in said(measured)


def test_who_lacks_the_practice_is_listed_whatever_its_own_results() -> None:
    """A leveled library: both spots and 1 of 28 others have it; tutors: half of the spots, and 14 of 28 others."""
    practices = {"s4": "leveled library; tutors", "s20": "leveled library", "s1": "leveled library"}
    practices |= {f"s{k}": "tutors" for k in range(5, 19)}
    measured = found(figures(s4=20, s20=20, s25=-30), places=places(**practices))
    listed = rows_of(measured, "lacking")
    assert {row["practice"] for row in listed} == {"leveled library"}
    assert [row["place"] for row in listed] == [name for k, name in enumerate(NAMES) if k not in (1, 4, 20)]


def test_the_funnel_names_only_who_stands_out_and_widens_for_the_small() -> None:
    rows = [{**row, "n": 40 if row["place"] == NAMES[0] else row["n"]} for row in figures(s4=20, s20=20, s25=-30)]
    measured = found(rows, places=places())
    funnel = rows_of(measured, "funnel")
    assert len(funnel) == 30
    assert {row["place"] for row in funnel} == {None, NAMES[4], NAMES[20]}
    assert min(float(row["apart"] or 0) for row in funnel) < -20  # it is drawn, and has no name
    spot = next(row for row in rows_of(measured) if row["place"] == NAMES[4])
    drawn = next(row for row in funnel if row["place"] == NAMES[4])
    assert drawn["apart"] == pytest.approx(float(spot["actual"] or 0) - float(spot["expected"] or 0))
    limits = rows_of(measured, "limits")
    widths = [float(row["within_95"] or 0) for row in limits]
    assert (limits[0]["n"], limits[-1]["n"]) == (40, 150)
    assert widths == sorted(widths, reverse=True)
    assert float(limits[0]["within_998"] or 0) / widths[0] == pytest.approx(3.09 / 1.96)


def test_limits_of_a_funnel_by_hand() -> None:
    """All places alike, tau 0: 1.96 sqrt(.5 .5 / n), at 100 people 9.8 points, at 400 people 4.9."""
    rows = [{**row, "value": 50.0, "n": 100 if row["place"] < NAMES[15] else 400} for row in figures()]
    limits = rows_of(found(rows), "limits")
    ends = limits[0], limits[-1]
    assert [row["n"] for row in ends] == [100, 400]
    assert [row["within_95"] for row in ends] == pytest.approx([9.8, 4.9])


def test_without_numbers_of_people_there_is_no_funnel() -> None:
    measured = found([{**row, "n": None} for row in figures(s4=20)])
    assert not rows_of(measured, "funnel")
    assert not rows_of(measured, "limits")


@pytest.mark.parametrize(
    "rows",
    [
        figures()[:18],  # nine schools
        [{**row, "n": 9} for row in figures()],
        [{**row, "value": 10 * row["value"]} for row in figures()],  # no rate
        [{**row, "good": ""} for row in figures()],
        [{**row, "place": ""} for row in figures()],
    ],
)
def test_where_it_is_undefined(rows: list[dict[str, Any]]) -> None:
    measured = found(rows)
    assert measured.value is None
    assert said(measured) == {"no_places"}


def test_small_places_are_left_out() -> None:
    rows = [{**row, "n": 5 if row["place"] == NAMES[0] else 150} for row in figures()]
    assert rows_of(found(rows), "indicators")[0]["places"] == 29


def test_as_many_things_are_allowed_for_as_places_can_bear() -> None:
    wide = places().assign(**{f"x{k}": np.random.default_rng(k).normal(size=30) for k in range(5)})
    made = partnership(figures())
    (indicator,) = indicators_of(made)
    years = place_years(indicator, wide)
    assert years is not None
    assert years.attributes == ("poverty", "x0", "x1")


def test_no_copy_beyond_the_desk_names_a_place() -> None:
    """Figures of indicators are no part of a release, so that nothing of them can be inferred from a copy."""
    made = hand_made(lists={"indicators": pd.DataFrame(figures(s4=20, s20=20)), "places": places()})
    names = ["bright_spots", "disparity_gaps", "indicator_progress", "indicator_use"]
    findings = assess(made, names)
    assert [finding.value for finding in findings if finding.name == "bright_spots"] == [2]
    for edition in ("partners", "community"):
        assert make_copy(edition, made, findings, "1").findings == make_copy(edition, made, (), "1").findings
        assert not {finding.name for finding in make_copy(edition, made, findings, "1").findings} & set(names)
