"""Rows of indicators and gaps: what is drawn where, what is said, and what is never drawn."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest

from stakeholder_graph.measures.results.disparity_gaps import disparity_gaps
from stakeholder_graph.measures.results.indicator_progress import indicator_progress
from stakeholder_graph.model.table import Row
from stakeholder_graph.text import speaking
from stakeholder_graph.views.charts.figure import rows_figure
from stakeholder_graph.views.charts.indicators.gaps import gap_figures
from stakeholder_graph.views.charts.indicators.rows import gap_row, indicator_row
from stakeholder_graph.views.charts.kinds.line_row import LineRow
from tests.measures.results.listed import partnership, series
from tests.views.charts.drawn import Drawn, picture_of

ABSENCE = {"2020": 14.9, "2021": 19.7, "2022": 24.8, "2023": 22.3, "2024": 20.6, "2025": 19.4}


def row_of(*figures: list[dict[str, Any]], **lists: pd.DataFrame) -> LineRow:
    """The row of the first indicator of a list."""
    made = partnership([row for rows in figures for row in rows], **lists)
    measured = indicator_progress(made.graph(), made)
    assert measured.table is not None
    row = measured.table.rows[0]

    def of(name: str) -> list[Row]:
        rows = measured.tables[name].rows if name in measured.tables else ()
        return [made for made in rows if made["indicator"] == row["indicator"]]

    return indicator_row(row, of("figures"), next(iter(of("trends")), None))


def of_gap(figures: list[tuple[Any, ...]], **stated: Any) -> LineRow:
    names = ("subgroup", "period", "value", "n")
    made = partnership([{"indicator": "I", "good": "up", **dict(zip(names, row, strict=True)), **stated}
                        for row in figures])  # fmt: skip
    measured = disparity_gaps(made.graph(), made)
    assert measured.table is not None
    row = measured.table.rows[0]
    return gap_row(
        row, gap_figures(row, tuple(measured.tables["figures"].rows) if "figures" in measured.tables else ())
    )


def drawn(row: LineRow, kind: str = "wide") -> Drawn:
    return picture_of(rows_figure((row,)), kind)


def test_absence_is_worse_than_in_2020_and_better_three_years_running() -> None:
    """Both sentences where both are true; upwards is worse here, so the arrow points down."""
    row = row_of(series("Chronic absence", ABSENCE, good="down", n=9600, unit="%", target=12.0))
    assert (row.standing, row.verdict) == ("worse", "worse, +4.5 points")
    assert row.said == ("19.4% in 2025 (n = 9,600)", "14.9% in 2020, target 12%", "But better 3 years running.")
    picture = drawn(row)
    assert picture.colours("worse") == ["fill-fewer"]
    assert {"Chronic absence", "worse, +4.5 points", "14.9% in 2020, target 12%", "2020", "2025", "0"} <= set(
        picture.texts
    )
    said = picture.root.get("aria-label") or ""
    assert said == "Chronic absence: worse, +4.5 points; " + "; ".join(row.said)


@pytest.mark.parametrize("kind", ["wide", "narrow"])
def test_figures_are_to_scale_from_zero_and_years_to_scale_too(kind: str) -> None:
    """By the file: 20 at half the height of 40; 2023 at three quarters of the way from 2020 to 2024."""
    row = row_of(series("I", {"2020": 20.0, "2023": 40.0, "2024": 30.0}, good="up"))
    (path,) = (node.get("d", "") for node in drawn(row, kind).marks("series"))
    points = [tuple(map(float, step.split()[1:])) for step in _steps(path)]
    (x0, y0), (x1, y1), (x2, y2) = points
    assert (x1 - x0) / (x2 - x0) == pytest.approx(0.75, abs=0.01)
    zero, top = _axis(drawn(row, kind))
    assert [(zero - y) / (zero - top) for y in (y0, y1, y2)] == pytest.approx([0.5, 1.0, 0.75], abs=0.01)


def _steps(path: str) -> list[str]:
    return [step for step in path.replace("L", "|L").split("|") if step]


def _axis(picture: Drawn) -> tuple[float, float]:
    heights = [float(node.get("d", "").split()[2]) for node in picture.marks("axis")]
    return max(heights), min(heights)


def test_a_changed_test_breaks_the_line_and_no_arrow_goes_across() -> None:
    """Old: 70 to 74; new: 50 to 53. Nothing is said of 74 to 50, and the baseline is the new test's first."""
    old = series("I", {"2020": 70.0, "2022": 74.0}, good="up", series="old", unit="%")
    new = series("I", {"2023": 50.0, "2024": 53.0}, good="up", series="new", unit="%")
    row = row_of(old, new)
    assert (row.verdict, row.said) == (
        "better, +3 points", ("53% in 2024", "50% in 2023", "A changed test began in 2023.")
    )  # fmt: skip
    picture = drawn(row)
    assert len(picture.marks("series")) == 2
    assert picture.marks("new-test")
    (_first, end), (start, _last) = sorted(picture.spans("series"))
    assert end < start  # nothing joins them
    assert len(picture.marks("baseline")) == 1


def test_what_is_ahead_is_dashed_from_four_figures_on_with_its_interval() -> None:
    four = {str(2020 + k): value for k, value in enumerate((41.0, 43.0, 44.0, 46.0))}
    picture = drawn(row_of(series("I", four, good="up")))
    assert len(picture.marks("ahead")) > 1
    assert len(picture.marks("interval")) == 1
    right = max(end for _start, end in picture.spans("ahead"))
    assert right > picture.dots("latest")[0]
    three = drawn(row_of(series("I", dict(list(four.items())[:3]), good="up")))
    assert not three.marks("ahead")
    assert not three.marks("interval")


@pytest.mark.parametrize(
    ("figures", "verdict", "said"),
    [
        ({"2024": 50.0}, "one figure only", ("50 in 2024",)),
        ({"2020": -2.0, "2024": 3.0}, "better, +5", ("3 in 2024", "−2 in 2020")),
        ({"2020": 0.0, "2024": 0.0}, "about the same, 0", ("0 in 2024", "0 in 2020")),
        ({"before": 5.0, "after": 4.0}, "better, +1", ("5 in before", "4 in after")),
        ({"2020": 1250.0, "2024": 1300.0}, "better, +50", ("1,300 in 2024", "1,250 in 2020")),
    ],
    ids=["one period", "negative", "nothing", "no years", "counts"],
)
def test_odd_figures_are_drawn(figures: Mapping[str, float | None], verdict: str, said: tuple[str, ...]) -> None:
    row = row_of(series("I", figures, good="up"))
    assert (row.verdict, row.said) == (verdict, said)
    for kind in ("wide", "narrow"):
        assert drawn(row, kind).texts[0]


def test_a_target_without_a_baseline_and_no_figure_at_all() -> None:
    others = [series(name, {"2019": 1.0, "2024": 2.0}, good="up") for name in "AB"]
    late = row_of(series("I", {"2024": 50.0}, good="up", target=60.0), *others)
    assert (late.standing, late.said) == ("unknown", ("50 in 2024", "target 60"))
    assert len(drawn(late).marks("target")) == 1
    assert not drawn(late).marks("baseline")
    nothing = row_of(series("I", {"2024": None}, good="up"), *others)
    assert (nothing.panel, nothing.verdict) == (None, "no figures")
    assert drawn(nothing).texts == ["I", "no figures"]


def test_missing_years_leave_their_room() -> None:
    row = row_of(series("I", {"2020": 10.0, "2021": None, "2022": None, "2023": 20.0, "2024": 30.0}, good="up"))
    (path,) = (node.get("d", "") for node in drawn(row).marks("series"))
    xs = [float(step.split()[1]) for step in _steps(path)]
    assert (xs[1] - xs[0]) / (xs[2] - xs[0]) == pytest.approx(0.75, abs=0.01)


def test_running_is_said_in_times_where_periods_are_no_years() -> None:
    row = row_of(series("I", {"2020": 50.0, "2022": 30.0, "2024": 35.0, "2026": 40.0}, good="up", matters=5))
    assert row.said[-1] == "But better 2 times running."


GAP = [("low", "2010", 53.0, 3000), ("high", "2010", 67.3, 4000), ("low", "2013", 62.0, 3000)]


def test_a_gap_is_two_lines_with_the_band_between_and_says_who_moved() -> None:
    """All Hands Raised: 14.3 to 9.5 points, because the lower rose."""
    row = of_gap([*GAP, ("high", "2013", 71.5, 4000)], unit="%")
    assert (row.standing, row.verdict) == ("better", "gap narrower: the group worse off got better")
    assert row.said[0] == "9.5 points in 2013, 14.3 in 2010"
    assert row.said[1].startswith("Change −4.8 points (")
    picture = drawn(row)
    assert len(picture.marks("band")) == len(picture.marks("other")) == len(picture.marks("series")) == 1
    assert {"low", "62%", "high", "71.5%"} <= set(picture.texts)
    assert not picture.marks("ahead")


def test_a_gap_narrower_because_the_higher_fell_has_no_arrow_upwards() -> None:
    row = of_gap([*GAP[:2], ("low", "2013", 53.0, 3000), ("high", "2013", 58.0, 4000)], unit="%")
    assert (row.standing, row.verdict) == ("same", "gap narrower: the group better off got worse")


def test_a_gap_of_one_period_and_of_nobody() -> None:
    row = of_gap(GAP[:2], unit="%")
    assert (row.verdict, row.said) == ("gap: no baseline", ("14.3 points in 2010",))
    hidden = of_gap([(group, year, value, 7) for group, year, value, _n in GAP])
    assert hidden.panel is None
    assert (hidden.verdict, hidden.said) == ("gap: no data", ())


def test_long_names_of_groups_are_cut_and_leave_no_room_for_numbers() -> None:
    long = "Families whose children were counted by the county in both of its surveys"
    row = of_gap([(long if group == "low" else group, *rest) for group, *rest in [*GAP, ("high", "2013", 71.5, 4000)]])
    for kind in ("wide", "narrow"):
        texts = drawn(row, kind).texts
        assert [text for text in texts if text.startswith("Families") and text.endswith("…")]
        assert "62" not in texts
        assert "71.5" in texts


def test_in_spanish() -> None:
    with speaking("es"):
        row = row_of(series("Ausencia crónica", ABSENCE, good="down", n=9600, unit="%"))
        assert drawn(row).texts
        assert "19.4" in " ".join(row.said)


@pytest.mark.parametrize(
    ("figures", "stated", "verdict"),
    [
        (
            {"2020": 18.0, "2024": 22.0},
            {"good": "down", "n": 150, "target": 15.0},
            "4 points worse, which could be luck",
        ),
        ({"2020": 22.0, "2024": 18.0}, {"good": "down", "n": 150}, "4 points better, which could be luck"),
        ({"2020": 18.0, "2024": 22.0}, {"good": "up", "n": 150}, "4 points better, which could be luck"),
        ({"2020": 18.0, "2024": 22.0}, {"good": "up", "matters": 5}, "4 points better, less than what matters"),
        ({"2020": 18.0, "2024": 17.0}, {"good": "up", "matters": 5}, "1 point worse, less than what matters"),
        # Worse than at first, though better than the year before.
        ({"2020": 18.0, "2023": 24.0, "2024": 22.0}, {"good": "down", "n": 150}, "4 points worse, which could be luck"),
        # The latest two are alike: the target says which way is good.
        (
            {"2020": 18.0, "2023": 22.0, "2024": 22.0},
            {"good": "down", "n": 150, "target": 15.0},
            "4 points worse, which could be luck",
        ),
        ({"2020": 18.0, "2023": 22.0, "2024": 22.0}, {"good": "down", "n": 150}, "about the same, +4 points"),
        ({"2020": 18.0, "2024": 18.0}, {"good": "down", "n": 150}, "about the same, 0 points"),
    ],
)
def test_a_change_too_small_to_be_one_is_said_for_better_or_worse(
    figures: Mapping[str, float | None], stated: dict[str, Any], verdict: str
) -> None:
    row = row_of(series("Chronic absence", figures, unit="%", **stated))
    assert (row.standing, row.verdict) == ("same", verdict)
