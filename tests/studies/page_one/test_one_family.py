"""One family a report: by hand, over measures and kinds of tie, and what becomes of a claim that falls."""

from dataclasses import replace

import pytest

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding, Message, Scope, Test
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.studies.page_one.one_family import corrected_claims, family
from stakeholder_graph.views.sentences import headline
from tests.calibration.drawn_partnerships import WITH, WITHOUT, draw

CLAIMS = {
    "ei_index": Message("within", {"inside": 70, "chance": 50}, "concern"),
    "aligned_pairs": Message("tied_more", {"introductions": 3, "aligned": 9}, "strength"),
    "freeman_segregation": Message("missing", {"of_hundred": 20}),
    "outcome_similarity": Message("share", {"of_hundred": 20}),
}


def found(name: str, p: float, layer: str = "contact") -> Finding:
    test = Test("labels", 999, 0.0, 0.1, p, 0)
    return Finding(name, Scope(("1",), (layer,)), 0.4, "index", (-1, 1), test=test, reading=CLAIMS[name])


def test_every_measure_that_is_tested_says_which_of_its_sentences_rest_on_the_test() -> None:
    # These two only describe: their sentences compare nothing with chance.
    describing = {"modularity", "odds_ratio"}
    assert {name for name, info in measures().items() if info.null is not None and not info.claims} == describing
    for name, info in measures().items():
        assert all(any(id.startswith(claim) for id in info.messages) for claim in info.claims), name
        if isinstance(info.restates, str):
            assert not info.restates or measures()[info.restates].claims


def test_every_measure_and_every_kind_of_tie_is_in_the_family() -> None:
    tests = family([found("ei_index", 0.01), found("ei_index", 0.04, "trust"), found("aligned_pairs", 0.03)])
    # By hand: .01 * 3 / 1, .03 * 3 / 2 and .04 * 3 / 3, the second not above the third.
    assert [test.p_adjusted for test in tests] == pytest.approx([0.03, 0.04, 0.04])
    assert {test.tests for test in tests} == {3}


def test_a_claim_that_falls_says_that_it_is_too_close_to_call() -> None:
    stands, falls = corrected_claims([found("ei_index", 0.01), found("aligned_pairs", 0.06)])
    assert (stands.reading, falls.reading and falls.reading.among_tests) == (CLAIMS["ei_index"], 2)
    (alone,) = corrected_claims([found("ei_index", 0.04)])
    assert alone.reading == CLAIMS["ei_index"]
    one, _other = corrected_claims([found("ei_index", 0.04), found("aligned_pairs", 0.6)])
    assert one.reading is not None
    assert (one.reading.tone, one.reading.among_tests) == ("unknown", 2)
    said = headline(one)
    assert said.startswith("Too close to call: among the 2 tests of this report one may come out like this by chance.")
    assert said.endswith(headline(alone))


@pytest.mark.parametrize(("permutations", "short"), [(0, False), (99, True), (198, True), (199, False), (9999, False)])
def test_what_fell_with_fewer_permutations_than_the_tests_need_says_so(permutations: int, short: bool) -> None:
    # The least two-sided p of 99 permutations is 2/100, which is .1 among five tests; of 199 it is 1/100, and .05.
    family_of_five = [found("ei_index", 0.02), *(found("aligned_pairs", 0.6, layer) for layer in "abcd")]
    fallen = next(corrected_claims(family_of_five, permutations))
    assert fallen.reading is not None
    assert (fallen.reading.among_tests, bool(fallen.reading.permutations_needed)) == (5, short)
    said = headline(fallen)
    few = (
        f"Too close to call: with {permutations} permutations hardly any of the 5 tests of this report can be clear, "
        "however large the difference; that takes 200 or more."
    )
    assert said.startswith(few if short else "Too close to call: among the 5 tests of this report one may")


def test_what_restates_another_is_no_further_test_and_stands_where_the_other_does() -> None:
    clear, again = corrected_claims([found("ei_index", 0.04), found("freeman_segregation", 0.04)])
    assert [finding.reading and finding.reading.among_tests for finding in (clear, again)] == [0, 0]
    _, again, _ = corrected_claims(
        [found("ei_index", 0.04), found("freeman_segregation", 0.04), found("aligned_pairs", 0.6)]
    )
    assert again.reading is not None
    assert again.reading.among_tests == 2
    # Without the other in the report it is tested by itself.
    assert len(family([found("freeman_segregation", 0.04), found("aligned_pairs", 0.6)])) == 2


def test_what_claims_nothing_is_left_as_it_is() -> None:
    finding = replace(found("outcome_similarity", 0.9), scope=Scope(("1",)))
    assert list(corrected_claims([finding])) == [finding]


def test_a_sector_that_is_merely_busier_is_no_broker() -> None:
    drawn = draw(WITHOUT["60 organizations, one sector active"], 100)
    (finding,) = assess(drawn.known, ["brokerage"], settings=MeasureSettings(seed=100, draws=0))
    rows = finding.tables["network"].rows
    # Labels alone would name a role; networks in which everyone has as many ties do not agree.
    labels = [row for row in rows if row["p_adjusted"] is not None and float(row["p_adjusted"] or 0) <= 0.05]
    assert labels
    assert all(float(row["p_rewired_adjusted"] or 1) > 0.05 for row in labels)
    assert finding.reading is not None
    assert finding.reading.id == "as_chance"


def test_where_only_a_part_was_asked_the_one_who_is_named_is_so_as_far_as_was_asked() -> None:
    drawn = draw(WITHOUT["80 organizations, unequal outcomes, own rosters"], 0)
    settings = MeasureSettings(permutations=0, draws=0)
    (named,) = assess(drawn.known, ["betweenness"], settings=settings)
    (whole,) = assess(drawn.everything, ["betweenness"], settings=settings)
    assert headline(named).startswith("As far as was asked and named, Organization")
    assert headline(whole).startswith("Organization")


def test_a_clear_core_is_held_against_more_rewired_networks_than_an_unclear_one() -> None:
    settings = MeasureSettings(draws=0)
    (core,) = assess(draw(WITH["core and periphery"], 0).known, ["core_periphery"], settings=settings)
    (none,) = assess(
        draw(WITHOUT["15 organizations, everyone answers"], 100).known, ["core_periphery"], settings=settings
    )
    assert core.rewired is not None
    assert none.rewired is not None
    assert (core.rewired.permutations, none.rewired.permutations) == (499, 199)
