"""Verdicts by hand: each of them, and what no verdict may rest on."""

from statistics import NormalDist
from typing import Any

import pytest

from stakeholder_graph.conditions.criterion import Criterion
from stakeholder_graph.conditions.judge import holm, judge
from stakeholder_graph.conditions.quantity import Quantity, does_not_apply, share, too_few


def criterion(**cells: Any) -> Criterion:
    row = {"id": "row", "condition": "agenda", "asked": "?", "how": "finding", "threshold": 0.5}
    return Criterion(**{**row, **cells})


@pytest.mark.parametrize(
    ("ends", "verdict"),
    [((0.5, 0.7), "shown"), ((0.45, 0.6), "too close"), ((0.3, 0.49), "not met")],
)
def test_a_range_is_shown_only_where_all_of_it_reaches_the_threshold(ends: tuple[float, float], verdict: str) -> None:
    assert judge(criterion(), Quantity(sum(ends) / 2, ends)).verdict == verdict
    turned = Quantity(1 - sum(ends) / 2, (1 - ends[1], 1 - ends[0]))
    assert judge(criterion(direction="at most"), turned).verdict == verdict


def test_the_p_of_not_met_is_the_normal_tail_of_the_range() -> None:
    # From 5 % to 95 % of a normal distribution with mean .4 and standard deviation .05, against .5: two of these above.
    width = NormalDist().inv_cdf(0.95) * 0.05
    made = judge(criterion(), Quantity(0.4, (0.4 - width, 0.4 + width)))
    assert made.p == pytest.approx(1 - NormalDist().cdf(2), rel=1e-6)


def test_a_fact_needs_no_correction_and_says_how_many_answers_would_turn_it() -> None:
    # Seven tenths of 46 are 32.2: with two answers fewer than 34 it is 32, which is below.
    made = judge(criterion(threshold=0.7), share(34, 46))
    assert (made.verdict, made.turns, made.p) == ("shown", 2, None)
    # With 30 it takes three more.
    made = judge(criterion(threshold=0.7), share(30, 46))
    assert (made.verdict, made.turns, made.p) == ("not met", 3, None)
    # Exactly on the threshold one answer turns it.
    assert judge(criterion(), share(5, 10)).turns == 1
    assert judge(criterion(direction="at most"), share(5, 10)).turns == 1


def test_certain_bounds_of_indicators_withhold_no_verdict_that_they_settle() -> None:
    # A Wilson interval on 34 of 53 straddles .6, as it does on 8 of 11: the indicators' own noise bounds k instead.
    assert judge(criterion(threshold=0.6), share(34, 53, low=33, high=38)).verdict == "shown"
    assert judge(criterion(threshold=0.6), share(34, 53, low=31, high=38)).verdict == "too close"
    assert judge(criterion(threshold=0.6), share(25, 53, low=20, high=31)).verdict == "not met"


def test_above_chance() -> None:
    tested = criterion(direction="above chance", threshold=None)
    assert judge(tested, Quantity(0.2, p=0.05)).verdict == "shown"
    assert judge(tested, Quantity(0.2, p=0.06)).verdict == "too close"
    assert judge(tested, Quantity(-0.2, p=0.01, above=False)).verdict == "not met"
    # A large p refutes as little as it shows.
    assert judge(tested, Quantity(0.0, p=1.0, above=False)).verdict == "too close"


def test_an_absence_is_shown_by_the_margin_alone() -> None:
    absent = criterion(direction="within a margin", threshold=1.0, margin=0.5)
    assert judge(absent, Quantity(1.1, (1.0, 1.4), p=0.9)).verdict == "shown"
    # Few answers: nothing stands out, and nothing is shown.
    assert judge(absent, Quantity(1.1, (1.0, 3.0), p=1.0)).verdict == "too close"
    assert judge(absent, Quantity(2.4, (1.0, 3.8), p=0.01)).verdict == "not met"
    # A clear difference that lies within the margin is none that matters.
    assert judge(absent, Quantity(1.2, (1.1, 1.6), p=0.01)).verdict == "too close"


def test_a_threshold_and_chance_are_both_needed() -> None:
    agreed = criterion(threshold=0.7)
    assert judge(agreed, Quantity(0.8, (0.75, 0.85), p=0.01)).verdict == "shown"
    assert judge(agreed, Quantity(0.8, (0.75, 0.85), p=0.2)).verdict == "too close"


def test_a_mean_is_rounded_before_it_is_put_into_a_band() -> None:
    band = criterion(threshold=4.0, decimals=1)
    assert judge(band, Quantity(3.96, fact=True)).verdict == "shown"
    assert judge(band, Quantity(3.94, fact=True)).verdict == "not met"


def test_what_is_not_there_has_a_reason() -> None:
    missing = criterion(file="a kind of tie called “trust” in the survey")
    made = judge(missing, does_not_apply("no_layer", layer="trust"))
    assert (made.verdict, made.because.id, made.absent) == ("does not apply", "no_layer", missing.file)
    assert judge(criterion(), too_few("silent_hub")).verdict == "too few answers"
    assert judge(criterion(fewest=5), share(3, 4)).verdict == "too few answers"
    document = criterion(how="document", file="the budget")
    assert (made := judge(document, Quantity())).verdict == "waits for a document"
    assert made.absent == "the budget"


def test_what_is_never_scored_shows_its_value() -> None:
    made = judge(criterion(direction="not scored", threshold=None), Quantity(0.18, (0.15, 0.22)))
    assert (made.verdict, made.value) == ("does not apply", 0.18)


def test_holm() -> None:
    # Four tests: .01 x 4, .02 x 3, .03 x 2, and .04, which is no smaller than what came before it.
    assert holm({"d": 0.04, "a": 0.01, "c": 0.03, "b": 0.02}) == pytest.approx(
        {"a": 0.04, "b": 0.06, "c": 0.06, "d": 0.06}
    )
