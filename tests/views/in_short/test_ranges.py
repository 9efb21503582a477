"""Beside a number of page one stands how far missing answers could move it, and nowhere twice."""

from dataclasses import replace

import pytest

from stakeholder_graph.model.finding import Estimated, Finding, Message, Scope, Test
from stakeholder_graph.views.charts.drawing.canvas import width_of
from stakeholder_graph.views.charts.kinds.row_layout import row_layout
from stakeholder_graph.views.in_short.finding_bars import finding_bars, says_all
from stakeholder_graph.views.in_short.ranges import range_of, range_said, with_range

#: Two thirds stay within: E-I of -1/3, whose ends are 60 and 77 of 100 within.
WITHIN = Finding(
    "ei_index", Scope(("1",), ("work",), "reported"), -0.34, "index", (-1, 1), range=(-0.54, -0.2),
    reading=Message("within", {"inside": 67, "chance": 26}, "concern"), test=Test("labels", 99, 0.48, 0.05, 0.01, 0),
)  # fmt: skip


def test_bars_of_sectors_say_their_range_and_what_they_count() -> None:
    bars, caption = finding_bars(WITHIN)
    assert [bar.label for bar in bars] == ["67 (60 to 77)", "26"]
    assert caption == "Of 100 mentions, those within a sector"
    assert says_all(WITHIN)


@pytest.mark.parametrize("change", [{"range": None}, {"complete": True}, {"complete": None}, {"released": True}])
def test_no_range_stands_where_nothing_is_missing_or_the_copy_has_none(change: dict[str, object]) -> None:
    finding = replace(WITHIN, **change)  # type: ignore[arg-type]
    assert range_of(finding) is None
    assert finding_bars(finding)[0][0].label == "67"


def test_an_estimate_that_leads_has_its_range_and_one_that_does_not_keeps_its_sentence() -> None:
    assert WITHIN.reading is not None
    leads = Estimated(so_far=-0.1, range=(-0.54, -0.2), leads=True)
    led = replace(WITHIN, reading=replace(WITHIN.reading, estimated=leads))
    assert finding_bars(led)[0][0].label == "67 (60 to 77)"
    assert not says_all(replace(led, reading=replace(WITHIN.reading, estimated=replace(leads, leads=False))))


def test_a_number_that_is_not_the_findings_own_has_no_range() -> None:
    assert with_range(WITHIN, 43) == "43"


def test_bars_of_another_thing_in_common_do_not_speak_of_sectors() -> None:
    reading = Message("along", {"what": "place", "inside": 40, "chance": 20}, "concern")
    along = Finding("silo_sources", Scope(("1",), ("work",)), 0.2, "share", (0, 1), reading=reading)
    assert [bar.name for bar in finding_bars(along)[0]] == ["As it is", "By luck"]
    assert not says_all(along)


def test_a_sentence_that_has_its_range_is_given_none_and_one_without_is() -> None:
    fields = {"of_hundred": 18, "low": 15, "high": 22}
    density = Finding(
        "density", Scope(("1",), ("work",)), 0.18, "share", (0, 1), range=(0.15, 0.22),
        reading=Message("ties_between", fields),
    )  # fmt: skip
    assert range_said(density) == ""
    mutual = Finding(
        "reciprocity", Scope(("1",), ("work",)), 0.62, "share", (0, 1), range=(0.54, 0.66),
        reading=Message("returned", {"of_hundred": 62}),
    )  # fmt: skip
    assert range_said(mutual) == "With all the answers likely 54% to 66%."
    assert range_said(replace(mutual, range=(0.62, 0.62))) == ""


def test_a_number_with_its_range_ends_within_the_small_chart() -> None:
    """As wide as it may be: names of two lines, three digits each."""
    label = "100 (100 to 100)"
    layout = row_layout(["If sector made no difference"], "small", 0)
    scale = layout.scale(0, width_of(label, bold=True) + 12, 0.0, 100.0)
    assert scale(100.0) + 8 + width_of(label, bold=True) <= layout.width
