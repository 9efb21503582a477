"""The tests that page one rests on: one family, its correction by hand, and when more permutations could turn it."""

import pytest

from stakeholder_graph.model.finding import Finding, Message, Scope, Test
from stakeholder_graph.studies.page_one.headline_tests import family_tests, headline_tests, voices


def found(name: str, p: float, permutations: int = 999, layer: str = "contact") -> Finding:
    test = Test("labels", permutations, 0.0, 0.1, p, 0)
    reading = Message("across", {"across": 70, "chance": 50}, "strength")
    return Finding(name, Scope(("1",), (layer,)), 0.4, "index", (-1, 1), test=test, reading=reading)


def test_the_family_is_corrected_by_benjamini_and_hochberg() -> None:
    # By hand: .01 * 2 / 1 = .02 and .04 * 2 / 2 = .04.
    tests = headline_tests([found("ei_index", 0.01), found("aligned_pairs", 0.04)])
    assert [(test.finding.name, test.p) for test in tests] == [("ei_index", 0.01), ("aligned_pairs", 0.04)]
    assert [test.p_adjusted for test in tests] == pytest.approx([0.02, 0.04])


def test_a_measure_speaks_once_and_all_that_claim_anything_are_corrected_with_it() -> None:
    # By hand, of three tests: .01 * 3 / 1 = .03. Density claims nothing beyond what was counted.
    findings = [found("ei_index", 0.01), found("ei_index", 0.5, layer="trust"), found("density", 0.001)]
    findings.append(found("confirmation", 0.9))
    assert [test.p_adjusted for test in headline_tests(findings)] == pytest.approx([0.03])
    assert [finding.scope.layers for finding in voices(findings) if finding.name == "ei_index"] == [("contact",)]


def test_the_whole_family_is_listed_and_says_on_which_page_one_may_rest() -> None:
    findings = [found("ei_index", 0.01), found("ei_index", 0.5, layer="trust"), found("density", 0.001)]
    findings.append(found("confirmation", 0.9))
    listed = [(test.finding.id.split("/")[0], test.p, test.on_page_one) for test in family_tests(findings)]
    assert listed == [("ei_index", 0.01, True), ("ei_index", 0.5, False), ("confirmation", 0.9, False)]


@pytest.mark.parametrize(("p", "permutations", "could_turn"), [(0.04, 99, True), (0.04, 9999, False), (0.2, 99, False)])
def test_a_verdict_near_the_level_says_that_more_permutations_could_turn_it(
    p: float, permutations: int, could_turn: bool
) -> None:
    (test,) = headline_tests([found("ei_index", p, permutations)])
    # sqrt(.04 * 1.96 / 99) = .028: two of these reach from .04 beyond .05; of 9,999 permutations two are .0056.
    assert test.error == pytest.approx((p * (2 - p) / permutations) ** 0.5)
    assert test.could_turn is could_turn
