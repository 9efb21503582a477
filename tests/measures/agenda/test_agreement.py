"""Agreement: the indices against published numbers, and the verdicts against answers made up for them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership, to_partnership
from stakeholder_graph.inference.imputation.hot_deck import hot_deck
from stakeholder_graph.measures._registry import find_measure
from stakeholder_graph.measures.agenda._agreement import a_wg, agreement_a, average_deviation, r_wg
from stakeholder_graph.measures.agenda.agenda_agreement import agenda_agreement
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.survey import LayerInfo, Promise, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.survey import Survey, read_partnership
from stakeholder_graph.views.sentences import headline

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"
SCALE = [1, 2, 3, 4, 5]
NAMES = ["strongly disagree", "disagree", "neither", "agree", "strongly agree"]


@pytest.mark.parametrize(
    ("ratings", "within", "against_most", "deviation"),
    [
        ([4, 4, 5, 3, 4, 5, 2], 0.4286, 0.4, 0.7755),
        ([1, 1, 5, 5], -1.667, -1, 2),
        # 17 > 16: so few could not disagree at this mean; the bare formula of a_wg would give .846.
        ([4, 4, 4, 5], 0.875, np.nan, 0.375),
    ],
)
def test_indices_worked_by_hand(ratings: list[int], within: float, against_most: float, deviation: float) -> None:
    """s^2 = 1.142857, 5.333333 and .25; formulas of James et al. 1984, Brown & Hauenstein 2005, Burke et al. 1999."""
    assert r_wg(ratings, SCALE) == pytest.approx(within, abs=5e-4)
    assert a_wg(ratings, 1, 5) == pytest.approx(against_most, abs=5e-5, nan_ok=True)
    assert average_deviation(ratings) == pytest.approx(deviation, abs=5e-5)


@pytest.mark.parametrize(
    ("counts", "agreement"),
    [
        # van der Eijk (2001), and the examples of the R package agrmt (Ruedin).
        ([30, 40, 210, 130, 530, 50, 10], 0.611333),
        ([0, 0, 5, 10, 5], 0.625),
        ([0, 1, 2, 6, 11], 0.675),
        ([0, 0, 9, 0, 0], 1),
        ([4, 4, 4, 4, 4], 0),
        ([7, 0, 0, 0, 7], -1),
    ],
)
def test_van_der_eijk(counts: list[int], agreement: float) -> None:
    assert agreement_a(counts) == pytest.approx(agreement, abs=5e-7)


def test_unanimous_and_undefined() -> None:
    assert a_wg([5, 5, 5], 1, 5) == 1
    assert r_wg([2, 2], SCALE) == 1
    for nothing in (a_wg([3], 1, 5), r_wg([3], SCALE), r_wg([1, 2], [1]), average_deviation([]), agreement_a([0, 0])):
        assert np.isnan(nothing)


@given(st.lists(st.integers(1, 5), min_size=2, max_size=40))
def test_turning_the_scale_around_changes_nothing(ratings: list[int]) -> None:
    turned = [6 - rating for rating in ratings]
    counts = np.bincount(ratings, minlength=6)[1:]
    assert r_wg(turned, SCALE) == pytest.approx(r_wg(ratings, SCALE))
    assert a_wg(turned, 1, 5) == pytest.approx(a_wg(ratings, 1, 5), nan_ok=True)
    assert agreement_a(counts[::-1]) == pytest.approx(agreement_a(counts))
    assert -1 <= agreement_a(counts) <= 1
    assert np.isnan(a := a_wg(ratings, 1, 5)) or -1 - 1e-9 <= a <= 1


def partnership(ratings: pd.DataFrame, names: list[str], sectors: list[str] | None = None) -> Partnership:
    people = pd.DataFrame({"organization": names, "sector": sectors or ["Schools"] * len(names)})
    items = sorted(ratings["item"].unique())
    steps = pd.DataFrame(
        [(item, value, name) for item in items for value, name in zip(SCALE, NAMES, strict=True)],
        columns=["item", "value", "name"],
    )
    frames = {"organizations": people, "ratings": ratings}
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    return Partnership("P", {"1": graph}, {"steps": steps})


def answered(counts: dict[str, list[int]], silent: int = 0) -> Partnership:
    """Items with so many answers at each step, and organizations that have given none."""
    listed = sum(next(iter(counts.values()))) + silent
    names = [f"Organization {i:02}" for i in range(listed)]
    rows = [
        (name, item, value)
        for item, each in counts.items()
        for name, value in zip(names, np.repeat(SCALE, each), strict=False)
    ]
    return partnership(pd.DataFrame(rows, columns=["organization", "item", "value"]), names)


def measured(whole: Partnership) -> Measured:
    return agenda_agreement(whole.graph(), whole)


def verdicts(whole: Partnership) -> dict[str, str]:
    table = measured(whole).table
    assert table is not None
    return {str(row["item"]): str(row["verdict"]) for row in table.rows}


def test_verdicts() -> None:
    counts = {
        "agreed": [0, 1, 3, 8, 8],
        "camps": [6, 4, 1, 4, 5],
        "against": [9, 6, 3, 1, 1],
        "even": [4, 4, 4, 4, 4],
        "lukewarm": [0, 4, 8, 4, 4],
    }
    assert verdicts(answered(counts)) == {
        "agreed": "agreed",
        "camps": "two camps",
        "against": "most are against",
        "even": "opinions differ",  # every step chosen alike: 20 % between 40 and 40
        "lukewarm": "opinions differ",
    }
    assert measured(answered(counts)).value == pytest.approx(1 / 5)


def test_few_answers_are_not_known_and_many_missing_ones_too_close_to_call() -> None:
    assert verdicts(answered({"x": [0, 0, 1, 4, 4]}, silent=3)) == {"x": "not known"}
    assert verdicts(answered({"x": [0, 0, 0, 2, 1]})) == {"x": "agreed"}
    # 11 of 20 say yes; with 20 more to answer half of the hot decks fall on the other side of one half.
    assert verdicts(answered({"x": [1, 1, 7, 6, 5]}, silent=20)) == {"x": "too close to call"}


def test_bounds_without_assumptions_hold_whatever_the_silent_say() -> None:
    found = measured(answered({"x": [0, 2, 3, 8, 7]}, silent=5))
    (ranges,) = found.tables["ranges"].rows
    # by hand: sum 80 of 20 answers, 15 of them yes
    assert ranges["mean_low"] == pytest.approx((80 + 5) / 25)
    assert ranges["mean_high"] == pytest.approx((80 + 25) / 25)
    assert ranges["agree_low"] == pytest.approx(15 / 25)
    assert ranges["agree_high"] == pytest.approx(20 / 25)
    low, high = float(ranges["agree_like_low"] or 0), float(ranges["agree_like_high"] or 0)
    assert 15 / 25 <= low <= 0.75 <= high <= 20 / 25
    assert "ranges" not in measured(answered({"x": [0, 2, 3, 8, 7]})).tables


def test_hot_deck_borrows_within_the_group() -> None:
    answers = np.array([1.0, 1.0, np.nan, 5.0, 5.0, np.nan, np.nan])
    drawn = hot_deck(answers, np.array([0, 0, 0, 1, 1, 1, 2]), imputations=500, seed=3)
    assert np.array_equal(drawn[:, 4:6], np.tile([1.0, 5.0], (500, 1)))
    # A group without answers borrows from all: as often 1 as 5.
    assert 0.42 < np.mean(drawn[:, 6] == 1) < 0.58


def test_several_people_count_once_by_the_middle_answer_of_two_the_lower() -> None:
    ratings = pd.DataFrame(
        [("A", "x", 2.0, "one"), ("A", "x", 5.0, "two"), ("B", "x", 1.0, ""), ("C", "x", 4.0, "")],
        columns=["organization", "item", "value", "respondent"],
    )
    found = measured(partnership(ratings, ["A", "B", "C"]))
    assert found.table is not None
    assert found.table.rows[0]["mean"] == pytest.approx((2 + 1 + 4) / 3)
    assert found.caveats[0].id == "several_ratings"


def test_r_wg_is_clamped_and_said_so() -> None:
    found = measured(answered({"x": [2, 0, 0, 0, 2]}))
    (row,) = found.tables["agreement"].rows
    assert row["r_wg"] == 0
    assert row["r_wg_unclamped"] == pytest.approx(-1.667, abs=5e-4)
    assert [(caveat.id, caveat.fields["items"]) for caveat in found.caveats] == [("clamped", "x")]


@pytest.mark.parametrize("listed", [0, 1, 2])
def test_nobody_asked(listed: int) -> None:
    ratings = pd.DataFrame(columns=["organization", "item", "value"])
    found = measured(partnership(ratings, [f"O{i}" for i in range(listed)]))
    assert found.value is None
    assert [caveat.id for caveat in found.caveats] == ["no_ratings"]


def test_without_a_scale_nothing_is_said() -> None:
    whole = answered({"x": [0, 0, 1, 4, 4]})
    found = agenda_agreement(whole.graph(), Partnership("P", dict(whole.graphs), {}))
    assert (found.value, [caveat.id for caveat in found.caveats]) == (None, ["no_scale"])
    (finding,) = assess(Partnership("P", dict(whole.graphs), {}), ["agenda_agreement"])
    assert headline(finding) == (
        "Nothing can be said of the agenda yet: it is not known from where to where the answers run about x."
    )


@given(st.lists(st.integers(0, 5), min_size=12, max_size=30), st.permutations(range(30)))
def test_names_and_order_change_nothing(answers: list[int], order: list[int]) -> None:
    names = [f"O{i:02}" for i in range(len(answers))]
    sectors = ["Schools" if i % 3 else "Health" for i in range(len(answers))]
    rows = pd.DataFrame({"organization": names, "item": "x", "value": answers})
    rows = rows[rows["value"] > 0]
    if rows.empty:
        return
    renamed = {name: f"N{place:02}" for name, place in zip(names, order, strict=False)}
    before = measured(partnership(rows, names, sectors))
    other = rows.assign(organization=rows["organization"].map(renamed)).iloc[::-1]
    after = measured(partnership(other, [renamed[name] for name in names], sectors))
    assert before.table == after.table
    assert {n: p for n, p in before.tables.items() if n != "sides"} == {
        n: p for n, p in after.tables.items() if n != "sides"
    }


@pytest.mark.parametrize("promise", ["backbone", "aggregate", "named"])
def test_the_room_is_bound_by_the_promise_of_ratings(promise: Promise) -> None:
    whole = answered({"x": [6, 4, 1, 4, 5]})
    whole = replace(whole, info=replace(whole.info, rating_promise=promise))
    findings = assess(whole, ["agenda_agreement"])
    assert {"by_sector", "sides"} <= set(findings[0].tables)
    room = make_copy("partners", whole, findings, "1", ["agenda_agreement"]).findings
    if promise == "backbone":
        assert room == ()
    else:
        # Nine of twenty say yes: shares are told in tenths, and nothing of who stands where.
        (shown,) = room
        assert (shown.value, shown.tables) == (None, {})
        assert shown.table is not None
        assert [dict(row) for row in shown.table.rows] == [{"item": "x", "tenths": 4}]


def test_the_scale_of_ratings_in_an_export_is_known(read: Callable[[Mapping[str, str]], Survey]) -> None:
    settings = (
        '[[question]]\nkind = "tie"\nfile = "e.csv"\nrespondent = "who"\nquestion = "partner"\n'
        'partners = "partner"\n[[question]]\nkind = "rating"\nfile = "e.csv"\nrespondent = "who"\n'
        'question = "vision"\nitem = "Vision"\nabout = "agenda"\nscale = ["no", "perhaps", "yes"]\n'
    )
    export = "who,partner_1,partner_2,vision\nA,B,C,yes\nB,C,,no\nC,A,,yes\n"
    organizations = "organization\nA\nB\nC\n"
    whole = to_partnership(read({"e.csv": export, "organizations.csv": organizations, "partnership.toml": settings}))
    assert whole["steps"].to_numpy().tolist() == [["Vision", 0, "no"], ["Vision", 1, "perhaps"], ["Vision", 2, "yes"]]
    assert verdicts(whole) == {"Vision": "two camps"}  # of three answers two say yes, one says no


def test_the_example_agrees_on_all_but_one() -> None:
    """Planted in the example: agreement on everything but sharing student data."""
    whole = to_partnership(read_partnership(WREN))
    (found,) = assess(whole, ["agenda_agreement"])
    assert headline(found) == "Agreement on all but Sharing student data: two camps."
    assert find_measure("agenda_agreement").reads == ("rating",)
    assert whole.info.rating_promise == "backbone"
    by_sector = {row["sector"]: (row["yes"], row["no"]) for row in found.tables["by_sector"].rows}
    assert by_sector["Schools"] == (0, 7)
    assert by_sector["Nonprofits"] == (11, 1)
