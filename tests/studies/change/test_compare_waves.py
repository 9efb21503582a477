"""Comparing two waves: a planted change is found, fewer answers are no loss, and silence about noise."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, Step, SurveyInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.change.compare_waves import compare_waves
from stakeholder_graph.studies.change.comparison import Comparison, GroupRow, MeasureChange
from stakeholder_graph.studies.context import MeasureSettings

NAMES = tuple(f"Organization {k:02d}" for k in range(36))
SETTINGS = MeasureSettings(permutations=199, draws=20)
SCALE = (Step(1, "monthly"), Step(2, "weekly"))


def wave(
    name: str,
    share: float = 0.2,
    silent: Sequence[str] = (),
    *,
    names: Sequence[str] = NAMES,
    seed: int = 1,
    steps: tuple[Step, ...] = (),
    limit: float = np.nan,
    layer: str = "work",
) -> PartnerGraph:
    """Ties at random; with the same seed a larger share holds all ties of a smaller one."""
    drawn = np.random.default_rng(seed).random((len(names), len(names)))
    ties = [
        (a, b)
        for i, a in enumerate(names)
        for j, b in enumerate(names)
        if i != j and drawn[i, j] < share and a not in silent
    ]
    asked = {"organization": names, "layer": layer, "answered": [n not in silent for n in names], "limit": limit}
    frames = {
        "organizations": pd.DataFrame({"organization": names, "sector": [f"s{k % 3}" for k in range(len(names))]}),
        "ties": pd.DataFrame(ties, columns=["from", "to"]).assign(layer=layer, value=1.0),
        "asked": pd.DataFrame(asked),
    }
    return PartnerGraph(Wave(name), {layer: LayerInfo(layer, steps)}, frames)


def compared(*waves: PartnerGraph, answered_known: bool = True, layers: Sequence[str] | None = None) -> Comparison:
    info = SurveyInfo("P", answered_known=answered_known)
    partnership = Partnership(info, {graph.wave.name: graph for graph in waves})
    return compare_waves(partnership, layers=layers, settings=SETTINGS)


def row(comparison: Comparison, name: str, on: str = "panel") -> MeasureChange:
    return next(row for row in comparison.measures if (row.name, row.on) == (name, on))


def test_fewer_answers_are_no_loss() -> None:
    """The same ties, and a third of the organizations no longer answers."""
    comparison = compared(wave("1"), wave("2", silent=NAMES[24:]))
    assert comparison.changes == ()
    density = row(comparison, "density")
    assert (density.change, density.p, density.verdict) == (0, 1, "about the same")
    assert {tie.change for tie in comparison.ties} <= {"kept", "not known"}
    assert row(comparison, "density", "all").verdict == "not tested"


def test_more_ties_among_all_are_found_and_said() -> None:
    comparison = compared(wave("1", 0.15), wave("2", 0.35))
    assert row(comparison, "density").verdict == "rose"
    reading = comparison.panels["work"].finding.reading
    assert reading is not None
    assert reading.id == "more"


def test_on_the_panel_the_share_of_ties_is_that_of_the_report() -> None:
    first, last = wave("1", 0.2, NAMES[30:]), wave("2", 0.25, NAMES[:4], seed=2)
    comparison = compared(first, last)
    partnership = Partnership(SurveyInfo("P"), {"1": first, "2": last})
    (report,) = assess(partnership, ["panel_change"], settings=SETTINGS)
    cells = report.tables["network"].rows[0]
    density = row(comparison, "density")
    assert density.change == pytest.approx(report.value)
    assert density.p == pytest.approx(cells["p"])
    assert density.se == pytest.approx(cells["se"])
    assert comparison.panels["work"].organizations == cells["panel"] == 26


def test_a_claim_of_the_report_that_falls_with_the_correction_is_too_close_to_call() -> None:
    """Of the same p, one of several tests may not stand where one alone does."""
    for share in np.arange(0.2, 0.3, 0.005):
        comparison = compared(wave("1", 0.2), wave("2", share))
        density = row(comparison, "density")
        reading = comparison.panels["work"].finding.reading
        assert density.p is not None
        assert reading is not None
        assert (reading.id == "more") == (density.verdict == "rose")
        if density.p <= 0.05 and not density.holds:
            assert (reading.id, density.verdict) == ("unclear", "too close to call")
            return
    pytest.fail("No share gave a p that the correction takes away.")


def test_one_pair_of_groups_that_doubles_is_named() -> None:
    first = wave("1")
    sector = dict(zip(NAMES, first.organizations["sector"], strict=True))
    kept = first["ties"]
    more = [(a, b) for a in NAMES for b in NAMES if a != b and (sector[a], sector[b]) == ("s0", "s1")]
    drawn = np.random.default_rng(2).random(len(more)) < 0.35
    extra = pd.DataFrame([pair for pair, yes in zip(more, drawn, strict=True) if yes], columns=["from", "to"])
    ties = pd.concat([kept, extra.assign(layer="work", value=1.0)]).drop_duplicates(["from", "to"])
    last = PartnerGraph(Wave("2"), first.layers, {**first.frames, "ties": ties})
    holding = [row for row in compared(first, last).changes if isinstance(row, GroupRow)]
    assert [(row.ties.from_group, row.ties.to_group) for row in holding] == [("s0", "s1")]


def test_who_came_and_who_left() -> None:
    comparison = compared(wave("1", names=NAMES[:30]), wave("2", names=NAMES[2:]))
    assert (comparison.left, len(comparison.joined), len(comparison.both)) == (NAMES[:2], 6, 28)
    roster = next(message for message in comparison.survey if message.id == "roster")
    assert dict(roster.fields) == {"before": 30, "after": 34, "left": 2, "joined": 6}


def test_below_twenty_nothing_is_tested() -> None:
    comparison = compared(wave("1", silent=NAMES[19:]), wave("2", 0.6, NAMES[19:]))
    assert comparison.tests == 0
    assert {row.verdict for row in comparison.measures} == {"not tested"}


def test_all_zero_rows_are_not_known_where_nothing_says_who_answered() -> None:
    """Ten name nobody in the first wave: its density is that of the others, and nothing is tested."""
    silent = NAMES[26:]
    comparison = compared(wave("1", silent=silent), wave("2"), answered_known=False)
    whole, part = wave("1").layer("work"), wave("1", silent=silent).layer("work")
    first = row(comparison, "density", "all").before
    assert first == pytest.approx(part.n_ties / (26 * 35))
    assert first > part.n_ties / whole.n_dyads
    assert comparison.tests == 0
    asked = next(message for message in comparison.survey if message.id == "zero_rows")
    assert dict(asked.fields) == {"count": 10, "wave": "1"}


def test_a_limit_on_names_is_named_and_nothing_is_tested() -> None:
    comparison = compared(wave("1"), wave("2", limit=5))
    assert [message.id for message in comparison.survey] == ["limit"]
    assert comparison.tests == 0


def test_scales_on_which_ties_begin_alike_are_compared_and_named() -> None:
    comparison = compared(wave("1", steps=SCALE), wave("2", steps=(*SCALE, Step(3, "daily"))))
    assert [message.id for message in comparison.survey] == ["more_steps"]
    assert row(comparison, "density").verdict == "about the same"


def test_ties_without_direction() -> None:
    drawn = np.triu(np.random.default_rng(3).random((36, 36)) < 0.2, 1)
    frames = dict(wave("1").frames)
    ends = zip(*np.nonzero(drawn), strict=True)
    frames["ties"] = pd.DataFrame([(NAMES[a], NAMES[b]) for a, b in ends], columns=["from", "to"]).assign(layer="work")
    graphs = [PartnerGraph(Wave(name), {"work": LayerInfo("work")}, frames, directed=False) for name in "12"]
    comparison = compared(*graphs)
    density = row(comparison, "density")
    assert density.before == pytest.approx(drawn.sum() / 630)
    assert density.change == 0
    assert comparison.panels["work"].organizations == 36
    assert {tie.change for tie in comparison.ties} == {"kept"}


def test_a_layer_without_any_tie_is_compared_too() -> None:
    comparison = compared(wave("1", 0.0), wave("2", 0.0))
    assert row(comparison, "density").change == 0
    assert comparison.ties == ()


def test_everybody_silent_leaves_nothing_to_compare() -> None:
    comparison = compared(wave("1"), wave("2", silent=NAMES))
    assert comparison.panels["work"].organizations == 0
    assert comparison.tests == 0
    assert all(row.on == "all" for row in comparison.measures)


def test_how_people_were_asked_is_named_where_both_surveys_say_it() -> None:
    graphs = [wave("1"), wave("2")]
    modes = (("online", "With whom do you work?"), ("By telephone", "With whom did you work this year?"))
    asked = [
        PartnerGraph(Wave(graph.wave.name, "", *said), graph.layers, graph.frames)
        for graph, said in zip(graphs, modes, strict=True)
    ]
    assert [(message.id, message.fields["after"]) for message in compared(*asked).survey] == [
        ("mode", "By telephone"),
        ("wording", "With whom did you work this year?"),
    ]
    assert compared(graphs[0], asked[1]).survey == ()


def test_the_same_who_answered_both_times_are_no_difference() -> None:
    same = compared(wave("1", silent=NAMES[:6]), wave("2", silent=NAMES[:6]))
    assert "response" not in {message.id for message in same.survey}
    others = compared(wave("1", silent=NAMES[:6]), wave("2", silent=NAMES[6:12]))
    assert "response" in {message.id for message in others.survey}, "as many, and not the same"


def test_where_nobody_answered_nothing_is_said_of_how_many_people_did() -> None:
    empty = compared(wave("1"), wave("2", silent=NAMES))
    assert "respondents" not in {message.id for message in empty.survey}
