"""Three waves: each step is compared on those who answered both, and all steps are corrected together."""

import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import SurveyInfo
from stakeholder_graph.studies.change.compare_waves import compare_waves
from stakeholder_graph.studies.change.over_time.timeline import MeasureOverTime, Timeline, timeline
from tests.studies.change.test_compare_waves import NAMES, SETTINGS, wave


def followed(*waves: PartnerGraph, answered_known: bool = True) -> Timeline | None:
    info = SurveyInfo("P", answered_known=answered_known)
    return timeline(Partnership(info, {graph.wave.name: graph for graph in waves}), None, SETTINGS)


def density(over_time: Timeline | None) -> MeasureOverTime:
    assert over_time is not None
    (found,) = (measure for measure in over_time.measures if measure.name == "density")
    return found


def verdicts(measure: MeasureOverTime) -> list[str | None]:
    return [None if row is None else row.verdict for row in measure.steps]


def test_two_waves_have_no_timeline() -> None:
    assert followed(wave("1"), wave("2")) is None


def test_a_rise_stands_in_its_step_and_no_loss_of_answers_in_any() -> None:
    over_time = followed(wave("1", 0.15), wave("2", 0.15, NAMES[26:]), wave("3", 0.4, NAMES[26:]))
    assert verdicts(density(over_time)) == ["about the same", "rose"]
    assert over_time is not None
    assert [step is not None and len(step.changes) > 0 for step in over_time.steps] == [False, True]


def test_values_are_those_of_each_wave_with_ranges() -> None:
    graphs = [wave("1"), wave("2", 0.25, NAMES[30:]), wave("3", 0.3)]
    measure = density(followed(*graphs))
    for finding, graph in zip(measure.findings, graphs, strict=True):
        layer = graph.layer("work")
        assert finding is not None
        assert finding.value == pytest.approx(layer.n_ties / layer.n_dyads)
    assert measure.findings[1] is not None
    assert measure.findings[1].range is not None


def test_all_steps_are_one_family() -> None:
    graphs = {name: wave(name, share, seed=seed) for name, share, seed in (("1", 0.2, 1), ("2", 0.2, 2), ("3", 0.4, 2))}
    partnership = Partnership(SurveyInfo("P"), graphs)
    over_time = timeline(partnership, None, SETTINGS)
    assert over_time is not None
    alone = [
        compare_waves(partnership, *pair, names=["density"], settings=SETTINGS) for pair in (("1", "2"), ("2", "3"))
    ]
    raw = [next(row.p for row in step.measures if row.on == "panel") for step in alone]
    assert [row and row.p for row in density(over_time).steps] == pytest.approx(raw)
    tested = [row for step in over_time.steps if step for row in step.measures if row.p is not None]
    assert over_time.tests >= len(tested) > 2
    assert all(row.p_adjusted is not None and row.p is not None and row.p_adjusted >= row.p for row in tested)


def test_a_wave_that_shares_nobody_breaks_the_line() -> None:
    strangers = wave("2", names=[f"Other {k}" for k in range(30)])
    over_time = followed(wave("1"), strangers, wave("3"))
    assert over_time is not None
    assert over_time.steps == (None, None)
    assert verdicts(density(over_time)) == [None, None]


def test_a_kind_of_tie_that_one_wave_did_not_ask_about() -> None:
    over_time = followed(wave("1"), wave("2", layer="contact"), wave("3"))
    assert over_time is not None
    assert [finding is not None for finding in density(over_time).findings] == [True, False, True]


def test_where_nothing_says_who_answered_nothing_is_tested() -> None:
    over_time = followed(wave("1"), wave("2", silent=NAMES[20:]), wave("3"), answered_known=False)
    assert over_time is not None
    assert over_time.tests == 0
    second = density(over_time).findings[1]
    assert second is not None
    assert second.value == pytest.approx(wave("2", silent=NAMES[20:]).layer("work").n_ties / (20 * 35))
