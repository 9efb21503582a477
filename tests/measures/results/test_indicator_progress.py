"""Indicator progress: published counts, the example by hand, and each rule alone."""

import csv
import math
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.graph import PartnerGraph, Partnership, to_partnership
from stakeholder_graph.measures.results._periods import in_time, point_in_time
from stakeholder_graph.measures.results.indicator_progress import indicator_progress
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.survey import Wave
from stakeholder_graph.model.table import Row
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.survey.read import read_partnership
from tests.measures.results.listed import partnership, series

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"
PARTS = ("better", "same", "worse", "no data")


def found(*figures: list[dict[str, Any]], **lists: pd.DataFrame) -> Measured:
    made = partnership([row for rows in figures for row in rows], **lists)
    return indicator_progress(made.graph(), made)


def rows(measured: Measured, name: str = "") -> list[Row]:
    table = measured.tables.get(name) if name else measured.table
    return [] if table is None else [dict(row) for row in table.rows]


def only(measured: Measured) -> Row:
    (row,) = rows(measured)
    return row


def said(measured: Measured) -> dict[str, dict[str, Any]]:
    return {caveat.id: dict(caveat.fields) for caveat in measured.caveats}


def test_34_of_53_is_642() -> None:
    """StrivePartnership: 34 of 53 indicators improved in four years; how the other 19 divide is made up."""
    moves = [2.0] * 34 + [0.0] * 9 + [-2.0] * 8 + [None] * 2
    measured = found(
        *(
            series(f"I{k}", {"2008": 50.0 if move is not None else None, "2012": 50 + (move or 0)}, good="up")
            for k, move in enumerate(moves)
        )
    )
    assert measured.value is not None
    assert round(measured.value, 3) == 0.642
    assert measured.quotient is not None
    assert (measured.quotient.numerator, measured.quotient.denominator) == (34, 53)
    (counts,) = rows(measured, "roles")
    assert [counts[name] for name in ("better", "same", "worse", "no_data")] == [34, 9, 8, 2]
    assert [row["verdict"] for row in rows(measured)].count("better") == 34
    # Without n and under four figures endpoints decide: nothing but missing figures is uncertain.
    assert rows(measured, "bounds_of") == [{"k_low": 34, "k_high": 36}]
    assert measured.certain == (34 / 53, 36 / 53)


def test_the_example_by_loops_over_its_file() -> None:
    """Improved 7 of 12, of 11 with a baseline, improved or maintained 10 of 12: .58, .64, .83."""
    whole = to_partnership(read_partnership(WREN))
    (finding,) = assess(whole, ["indicator_progress"])
    with (WREN / "indicators.csv").open(newline="", encoding="utf-8") as lines:
        figures = [row for row in csv.DictReader(lines) if not (row["subgroup"] or row["place"])]
    by_name: dict[str, list[dict[str, str]]] = {}
    for row in figures:
        by_name.setdefault(row["indicator"], []).append(row)
    expected = {}
    for name, listed in by_name.items():
        first, last = listed[0], listed[-1]
        if first["period"] != "2020":
            expected[name] = "no data"
            continue
        p, q = float(first["value"]) / 100, float(last["value"]) / 100
        error = math.sqrt(p * (1 - p) / int(first["n"]) + q * (1 - q) / int(last["n"]))
        gain = (q - p) * (1 if first["good"] == "up" else -1)
        expected[name] = "same" if abs(gain) <= 1.645 * error else "better" if gain > 0 else "worse"
    assert finding.table is not None
    assert {row["indicator"]: row["verdict"] for row in finding.table.rows} == expected
    shares = [row["share"] for row in finding.tables["wordings"].rows]
    assert [round(float(share or 0), 2) for share in shares] == [0.58, 0.64, 0.83]
    assert finding.certain == (7 / 12, 11 / 12)
    assert [row["verdict"] for row in finding.tables["outcomes"].rows].count("better") == 5
    assert finding.id == "indicator_progress/-/2025"


def test_worse_than_at_the_baseline_and_better_three_years_running() -> None:
    absence = {"2020": 14.9, "2021": 19.7, "2022": 24.8, "2023": 22.3, "2024": 20.6, "2025": 19.4}
    measured = found(series("Absence", absence, good="down", n=9600))
    assert (only(measured)["verdict"], only(measured)["running"]) == ("worse", 3)
    assert said(measured)["worse_but"] == {"indicator": "Absence", "since": "2020", "count": 3}


@pytest.mark.parametrize(
    ("first", "last", "n", "verdict"),
    [
        # 1.645 sqrt(.4 .6 / 1000 + .43 .57 / 1000) = 3.64 points; with 1,600 each 2.88.
        (40.0, 43.0, 1000, "same"),
        (40.0, 43.0, 1600, "better"),
        (43.0, 40.0, 1600, "worse"),
        (40.0, 40.1, None, "better"),
        (40.0, 40.0, None, "same"),
    ],
)
def test_noise_by_hand(first: float, last: float, n: float | None, verdict: str) -> None:
    assert only(found(series("I", {"2020": first, "2024": last}, n=n, good="up")))["verdict"] == verdict


def test_what_matters_decides_where_it_is_stated_since_every_graduate_is_a_census() -> None:
    def verdict(last: float, **stated: Any) -> object:
        return only(found(series("I", {"2020": 40.0, "2024": last}, n=100, good="up", **stated)))["verdict"]

    assert [verdict(41.9, matters=2.0), verdict(42.0, matters=2.0), verdict(38.0, matters=2.0)] == [
        "same", "better", "worse"
    ]  # fmt: skip
    # Of shares a margin in points is one, too.
    shares = found(series("I", {"2020": 0.40, "2024": 0.43}, n=100, good="up", matters=2.0))
    assert only(shares)["verdict"] == "better"
    # What matters leaves nothing to noise: neither more nor less than what is better.
    assert rows(found(series("I", {"2020": 40.0, "2024": 41.0}, n=100, good="up", matters=2.0)), "bounds_of") == [
        {"k_low": 0, "k_high": 0}
    ]


@pytest.mark.parametrize(
    ("unit", "first", "last", "error"),
    [
        # Binomial by hand: sqrt(2 p (1 - p) / n) of what all would be; days are no rate, and have none.
        ("%", 0.6, 0.6, 100 * math.sqrt(2 * 0.006 * 0.994 / 5000)),
        ("per 1,000 births", 6.0, 6.0, 1000 * math.sqrt(2 * 0.006 * 0.994 / 5000)),
        ("share", 0.6, 0.6, math.sqrt(2 * 0.6 * 0.4 / 5000)),
        ("", 0.6, 0.6, math.sqrt(2 * 0.6 * 0.4 / 5000)),
        ("days", 60.0, 60.0, 0.0),
    ],
)
def test_the_unit_says_what_numbers_vary_by(unit: str, first: float, last: float, error: float) -> None:
    row = only(found(series("I", {"2020": first, "2024": last}, n=5000, good="up", unit=unit)))
    assert row["margin"] == pytest.approx(1.645 * error)


def test_from_four_figures_on_the_years_themselves_say_how_they_vary() -> None:
    """By hand: a line through 1, 3, 2, 4 has residuals -.3, .9, -.9, .3, so s is .9487; t(.95; 2) is 2.92."""
    measured = found(series("I", {"2020": 1.0, "2021": 3.0, "2022": 2.0, "2023": 4.0}, good="up"))
    assert only(measured)["margin"] == pytest.approx(2.92 * 0.94868 * math.sqrt(2), abs=1e-3)
    assert only(measured)["verdict"] == "same"
    assert "endpoints" not in said(measured)
    assert said(found(series("I", {"2020": 1.0, "2021": 3.0, "2022": 4.0}, good="up")))["endpoints"] == {"count": 1}


def test_a_changed_test_begins_a_new_baseline_and_nothing_is_compared_across() -> None:
    old = series("I", {"2020": 70.0, "2021": 72.0, "2022": 74.0}, good="up", series="old")
    new = series("I", {"2023": 50.0, "2024": 53.0}, good="up", series="new")
    measured = found(old, new, series("J", {"2020": 1.0, "2024": 2.0}, good="up"))
    row = rows(measured)[0]
    assert (row["since"], row["baseline"], row["change"], row["verdict"], row["new_series"]) == (
        "2023", 50.0, 3.0, "better", True
    )  # fmt: skip
    assert only(found(old, series("I", {"2023": 50.0}, good="up", series="new")))["verdict"] == "no data"


@pytest.mark.parametrize(
    ("figures", "why"),
    [
        (series("I", {"2020": None, "2024": None}, good="up"), "no figures"),
        (series("I", {"2020": 50.0, "2024": 60.0}, good="up", place="North"), "figures of groups or places only"),
        (series("I", {"2024": 50.0}, good="up"), "one figure only"),
        (series("I", {"2020": 50.0, "2024": 60.0}), "nobody has said which way is good"),
        (series("I", {"2023": 50.0, "2024": 60.0}, good="up"), "no baseline"),
    ],
)
def test_no_data_and_why(figures: list[dict[str, Any]], why: str) -> None:
    others = [series(name, {"2019": 1.0, "2024": 2.0}, good="up") for name in "AB"]
    row = rows(found(*others, figures))[2]
    assert (row["verdict"], row["judged_by"]) == ("no data", why)


def test_a_stated_baseline_counts_whenever_it_was() -> None:
    others = [series(name, {"2019": 1.0, "2024": 2.0}, good="up") for name in "AB"]
    late = series("I", {"2022": 10.0, "2023": 50.0, "2024": 40.0}, good="up", baseline="2023")
    assert rows(found(*others, late))[2]["verdict"] == "worse"


def test_an_old_figure_and_an_indicator_without_any() -> None:
    items = pd.DataFrame({"kind": ["indicator"] * 2, "item": ["Old", "None yet"], "outcome": ["Work", "Work"]})
    measured = found(
        series("Old", {"2015": 1.0, "2020": 2.0}, good="up"), series("New", {"2019": 1.0, "2024": 2.0}), items=items
    )
    assert [row["years_old"] for row in rows(measured)] == [4, 0, None]
    assert said(measured)["stale"] == {"count": 1}
    assert [row["indicator"] for row in rows(measured)] == ["Old", "New", "None yet"]


def test_who_uses_an_indicator_where_anybody_says_so() -> None:
    made = partnership(series("I", {"2020": 1.0, "2024": 2.0}, good="up"))
    uses = pd.DataFrame({"organization": ["A", "B", "A"], "kind": "indicator", "item": ["I", "I", "J"]})
    frames = {"organizations": pd.DataFrame({"organization": ["A", "B"]}), "affiliations": uses}
    graph = PartnerGraph(Wave("1"), {}, frames)
    with_users = Partnership("P", {"1": graph}, dict(made.lists))
    assert only(indicator_progress(graph, with_users))["users"] == 2
    assert "users" not in only(indicator_progress(made.graph(), made))


@pytest.mark.parametrize(
    ("moves", "verdict"),
    [
        ((1, 0), "better"), ((1, -1), "same"), ((1, 0, 0), "same"), ((1, 1, -1), "better"), ((-1, -1, 1), "worse"),
        ((0, 0), "same"), ((None, 1), "better"), ((None, None), "no data"),
    ],
)  # fmt: skip
def test_outcomes_by_the_stated_rule(moves: tuple[int | None, ...], verdict: str) -> None:
    measured = found(
        *(
            series(
                f"I{k}", {"2020": 5.0} if move is None else {"2020": 5.0, "2024": 5.0 + move}, good="up", outcome="O"
            )
            for k, move in enumerate(moves)
        )
    )
    (row,) = rows(measured, "outcomes")
    assert row["verdict"] == verdict


def test_five_of_six_outcomes_and_contributing_indicators_do_not_decide_for_them() -> None:
    """Achieve Brown County: five of six outcomes improved."""
    core = [
        series(f"C{k}", {"2020": 5.0, "2024": 6.0 if k else 4.0}, good="up", outcome=f"O{k}", role="core")
        for k in range(6)
    ]
    other = series("X", {"2020": 5.0, "2024": 1.0}, good="up", outcome="O1", role="contributing")
    measured = found(*core, other)
    assert said(measured)["of_outcomes"] == {"better": 5, "count": 6}
    assert [(row["role"], row["better"], row["indicators"]) for row in rows(measured, "roles")] == [
        ("all", 5, 7), ("core", 5, 6), ("contributing", 0, 1)
    ]  # fmt: skip


def test_an_indicator_of_two_outcomes_counts_for_both() -> None:
    items = pd.DataFrame({"kind": "indicator", "item": ["I", "I"], "outcome": ["Reading", "Math"]})
    measured = found(series("I", {"2020": 5.0, "2024": 6.0}, good="up"), items=items)
    assert [(row["outcome"], row["verdict"]) for row in rows(measured, "outcomes")] == [
        ("Reading", "better"), ("Math", "better")
    ]  # fmt: skip
    assert only(measured)["outcome"] == "Reading"


def test_figures_stand_at_their_points_in_time_with_those_of_the_old_test_first() -> None:
    old = series("I", {"2019": 70.0, "2021": 72.0}, good="up", series="old", n=900)
    new = series("I", {"2021": 49.0, "2023-24": 53.0}, good="up", series="new")
    listed = rows(found(old, new), "figures")
    assert [(row["at"], row["value"], row["earlier"], row["series"]) for row in listed] == [
        (2019.0, 70.0, True, "old"), (2021.0, 72.0, True, "old"), (2021.0, 49.0, False, "new"),
        (2024.0, 53.0, False, "new"),
    ]  # fmt: skip
    assert [row["n"] for row in listed] == [900, 900, None, None]
    assert [row["at"] for row in rows(found(series("J", {"after": 2.0, "before": 1.0})), "figures")] == [0, 1]


def test_a_trend_starts_on_its_line() -> None:
    """A line through 1, 3, 4, 6 has slope 1.6 and reaches 5.9 at the latest figure, 7.5 a year on."""
    measured = found(series("I", {str(2020 + k): value for k, value in enumerate((1.0, 3.0, 4.0, 6.0))}, good="up"))
    (row,) = rows(measured, "trends")
    assert [row["now"], row["next"]] == pytest.approx([5.9, 7.5])
    assert not rows(found(series("I", {"2020": 1.0, "2021": 3.0, "2022": 4.0}, good="up")), "trends")


def test_if_nothing_changes_stays_within_what_can_be() -> None:
    measured = found(series("I", {str(2020 + k): 80 + 5 * k for k in range(5)}, good="up", target=95))
    (row,) = rows(measured, "trends")
    assert [row[name] for name in ("points", "slope", "next", "target")] == pytest.approx([5, 5, 100, 95])


def test_without_figures_it_is_undefined() -> None:
    measured = found(series("I", {"2020": None}))
    assert measured.value is None
    assert list(said(measured)) == ["no_figures"]


values = st.lists(st.one_of(st.none(), st.floats(0, 100)), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(values, st.sampled_from(["up", "down", ""]), st.sampled_from([None, 20, 2000])),
        min_size=1,
        max_size=8,
    )
)
def test_four_parts_add_up_and_the_bounds_hold_the_count(drawn: list[tuple[list[Any], str, Any]]) -> None:
    measured = found(
        *(
            series(f"I{k}", {str(2015 + j): value for j, value in enumerate(listed)}, good=good, n=n)
            for k, (listed, good, n) in enumerate(drawn)
        )
    )
    if measured.value is None:
        assert all(value is None for listed, _good, _n in drawn for value in listed)
        return
    counts, bounds = rows(measured, "roles")[0], rows(measured, "bounds_of")[0]
    verdicts = [row["verdict"] for row in rows(measured)]
    assert [verdicts.count(part) for part in PARTS] == [counts[n] for n in ("better", "same", "worse", "no_data")]
    assert len(verdicts) == len(drawn)
    assert int(bounds["k_low"] or 0) <= verdicts.count("better") <= int(bounds["k_high"] or 0)
    assert int(bounds["k_high"] or 0) <= len(drawn) - verdicts.count("worse")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(2, 98), min_size=2, max_size=6))
def test_turning_figures_and_direction_around_changes_no_verdict(listed: list[float]) -> None:
    """What share reaches something improves as the share that misses it does."""
    up = only(found(series("I", {str(2015 + k): value for k, value in enumerate(listed)}, good="up", n=500)))
    down = only(found(series("I", {str(2015 + k): 100 - value for k, value in enumerate(listed)}, good="down", n=500)))
    assert up["margin"] == pytest.approx(down["margin"])
    if abs(abs(float(up["change"] or 0)) - float(up["margin"] or 0)) > 1e-6:
        assert up["verdict"] == down["verdict"]


@pytest.mark.parametrize(
    ("period", "point"),
    [
        ("2024", 2024), ("SY 2023/2024", 2024), ("2023–24", 2024), ("1999-00", 2000), ("2024 Q2", 2024.25),
        ("3Q 2024", 2024.5), ("2024-10", 2024.75), ("Fall 2024", 2024), ("2024-04-01", 2024.25), ("first", None),
        ("20245", None),
    ],
)  # fmt: skip
def test_periods(period: str, point: float | None) -> None:
    assert point_in_time(period) == point


def test_periods_without_years_are_sorted_as_a_person_sorts() -> None:
    assert in_time(["wave 10", "wave 2"]) == ["wave 2", "wave 10"]
