"""Which waves and kinds of tie can be compared: all that is wrong is said at once."""

import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.model.survey import Step
from stakeholder_graph.studies.change.joined_surveys import joined_surveys
from stakeholder_graph.studies.change.waves_chosen import chosen_layers, chosen_waves
from tests.studies.change.test_compare_waves import NAMES, wave

THREE = Partnership("P", {name: wave(name) for name in ("1", "2", "3")})


def problems(partnership: Partnership, before: str | None = None, after: str | None = None) -> list[str]:
    with pytest.raises(SurveyError) as raised:
        chosen_waves(partnership, before, after)
    return [problem.what for problem in raised.value.problems]


@pytest.mark.parametrize(
    ("before", "after", "waves"),
    [(None, None, ["2", "3"]), ("1", None, ["1", "3"]), (None, "2", ["1", "2"]), ("1", "3", ["1", "3"])],
)
def test_waves_that_are_not_named_are_the_nearest(before: str | None, after: str | None, waves: list[str]) -> None:
    assert list(chosen_waves(THREE, before, after).graphs) == waves


def test_what_is_wrong_with_a_choice() -> None:
    assert problems(THREE, "2", "2") == ["Both waves are “2”, and a wave does not differ from itself."]
    assert problems(THREE, "8", "9") == ["There is no wave “8”.", "There is no wave “9”."]
    assert problems(THREE, "3", "1") == ["The wave “3” is later than “1”."]
    assert problems(THREE, after="1") == ["There is no wave before “1”."]
    assert problems(THREE, before="3") == ["There is no wave after “3”."]


def test_one_wave_and_unknown_names_are_said_together() -> None:
    one = Partnership("P", {"1": wave("1")})
    assert problems(one, "1", "2") == [
        "There is only one wave here, so there is nothing to compare it with.",
        "There is no wave “2”.",
    ]


def test_no_name_in_common() -> None:
    other = wave("2", names=[f"Other {name}" for name in NAMES])
    assert problems(Partnership("P", {"1": wave("1"), "2": other})) == [
        "No organization is listed in both “1” and “2”."
    ]


def layers_wrong(*waves: PartnerGraph, layers: list[str] | None = None) -> list[str]:
    with pytest.raises(SurveyError) as raised:
        chosen_layers(Partnership("P", {graph.wave.name: graph for graph in waves}), layers)
    return [problem.what for problem in raised.value.problems]


def test_kinds_of_tie_that_cannot_be_compared() -> None:
    yearly, monthly = (wave(name, steps=(Step(1, step),)) for name, step in (("1", "yearly"), ("2", "monthly")))
    assert layers_wrong(yearly, monthly)[0].startswith("The two surveys asked about “work” on scales")
    contact = wave("2", layer="contact")
    assert layers_wrong(wave("1"), contact) == [
        "The two surveys asked about no kind of tie in common: work and contact."
    ]
    assert layers_wrong(wave("1"), wave("2"), layers=["x", "y"]) == [
        "The kind of tie “x” was not asked about in “1” and “2”.",
        "The kind of tie “y” was not asked about in “1” and “2”.",
    ]


def test_two_surveys_are_one_partnership_of_two_waves() -> None:
    before = Partnership("P", {"1": wave("1", names=("The A", "B"), share=1)})
    after = Partnership("P", {"1": wave("1", names=("A", "B"), share=1)})
    joined = joined_surveys(before, after, lambda first, last: {"The A": "A"})
    assert list(joined.graphs) == ["1 (1)", "1 (2)"]
    assert joined.graphs["1 (1)"].names == ("A", "B")
    assert joined.graphs["1 (1)"].layer("work").n_ties == 2


def test_surveys_that_cannot_be_joined_say_all_that_is_wrong() -> None:
    with pytest.raises(SurveyError) as raised:
        joined_surveys(THREE, THREE, before_wave="8", after_wave="9")
    assert [problem.what for problem in raised.value.problems] == ["P has no wave “8”.", "P has no wave “9”."]
    with pytest.raises(SurveyError, match="does not differ from itself"):
        joined_surveys(THREE, THREE)
    assert list(joined_surveys(THREE, THREE, before_wave="1").graphs) == ["1", "3"]
