"""Communities against their own chance, against z-scores and corrections worked out by hand."""

import pytest

from stakeholder_graph.communities.community_wave import CommunityWave, Comparable
from stakeholder_graph.communities.own_chance import OwnChance, own_chances

NONE = OwnChance("across_sectors", (), 2)


def town(name: str, *compared: Comparable) -> CommunityWave:
    return CommunityWave(name, "1", "work", True, 30, 30, comparables=compared)


def across(z: float, z_rewired: float | None = None) -> Comparable:
    rewired = z if z_rewired is None else z_rewired
    return Comparable("across_sectors", (), 0.5, 0.5 - z / 100, 0.01, 0.5 - rewired / 100, 0.01, 90)


def test_tests_are_corrected_together() -> None:
    # Two-sided p of 2.1 is .0357: enough by itself, and not as one of two of which the other is .9.
    assert own_chances([town("A", across(2.1))]) == (OwnChance("across_sectors", (), 1, ("A",)),)
    assert own_chances([town("A", across(2.1)), town("B", across(0.13))]) == (NONE,)
    assert own_chances([town("A", across(2.1)), town("B", across(-3.0)), town("C", across(-0.1))]) == (
        OwnChance("across_sectors", (), 3, (), 1),
    )


def test_who_lies_below_is_not_named_by_elimination() -> None:
    assert own_chances([town("A", across(-5.0))]) == ()
    assert own_chances([town("A", across(0.1))]) == ()
    assert own_chances([town("A", across(5.0)), town("B", across(-5.0))]) == (
        OwnChance("across_sectors", (), 2, ("A",), 0),
    )
    assert own_chances([town("A", across(-5.0)), town("B", across(-5.0))]) == (
        OwnChance("across_sectors", (), 2, (), 2),
    )


@pytest.mark.parametrize("both", [(5.0, 1.0), (1.0, 5.0), (5.0, -5.0)])
def test_both_chances_have_to_be_passed_on_the_same_side(both: tuple[float, float]) -> None:
    assert own_chances([town("A", across(*both)), town("B", across(0.0))]) == (NONE,)


def test_what_has_no_second_chance_is_not_tested_where_others_have_one() -> None:
    alone = Comparable("across_sectors", (), 0.9, 0.5, 0.01, denominator=90)
    returned = Comparable("named_by_both", (), 0.9, 0.5, 0.01, denominator=90)
    assert own_chances([town("A", alone, returned)]) == (OwnChance("named_by_both", (), 1, ("A",)),)


def test_groups_are_there_only_where_somebody_lies_above() -> None:
    pair = Comparable("two_sectors", ("Health", "Schools"), 0.4, 0.5, 0.01, 0.5, 0.01, 90)
    assert own_chances([town("A", pair)]) == ()
    above = Comparable("two_sectors", ("Health", "Schools"), 0.6, 0.5, 0.01, 0.5, 0.01, 90)
    assert own_chances([town("A", above)]) == (OwnChance("two_sectors", ("Health", "Schools"), 1, ("A",)),)


def test_what_ten_have_is_for_the_funnel() -> None:
    assert own_chances([town(f"Town {k}", across(5.0)) for k in range(10)]) == ()
