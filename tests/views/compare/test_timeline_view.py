"""Three waves on the page: a planted change is drawn heavily, who came and moved is drawn, and noise is flat."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

import stakeholder_graph as sg
from stakeholder_graph.cli import main
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import SurveyInfo
from stakeholder_graph.views.compare import comparison_json, comparison_text, draw_comparison
from stakeholder_graph.views.compare.flow_picture import flow_picture
from stakeholder_graph.views.compare.measure_panel import wave_labels
from stakeholder_graph.views.compare.timeline_view import timeline_view
from tests.cli.test_compare import folder
from tests.studies.change.test_compare_waves import NAMES, wave


def three(*waves: PartnerGraph) -> Partnership:
    return Partnership(SurveyInfo("P"), {graph.wave.name: graph for graph in waves})


RISING = three(wave("2021", 0.15), wave("2023", 0.15), wave("2025", 0.4, names=[*NAMES, "Newcomer <b>"]))


@pytest.fixture(scope="module")
def page() -> str:
    compared = sg.compare(RISING, permutations=99, draws=20)
    return draw_comparison(compared, sg.timeline(RISING, permutations=99, draws=20))


def test_a_change_that_holds_is_drawn_heavily_and_said(page: str) -> None:
    assert "Over all 3 surveys" in page
    assert page.count('class="step holds"') >= 1
    assert "2023 to 2025" in page
    assert re.search(r"more than before\.", page)


def test_who_came_is_drawn_and_names_are_text(page: str) -> None:
    assert "Sectors: who came, left and moved" in page
    assert "Newcomer <b>" not in page


def test_noise_is_flat() -> None:
    """Lines of what is about the same stay within a third of the height."""
    calm = three(*(wave(name, 0.2, seed=seed) for name, seed in (("1", 1), ("2", 2), ("3", 3))))
    over_time = sg.timeline(calm, permutations=99, draws=20)
    assert over_time is not None
    view = timeline_view(over_time)
    for panel in view.panels:
        assert all(abs(step.y1 - step.y2) < 100 / 3 for step in panel.steps if not step.holds), panel.title
    assert view.flows == ()  # nobody came, left or moved


def test_blocks_do_not_overlap_and_bands_stay_within_them() -> None:
    over_time = sg.timeline(RISING, permutations=99, draws=20)
    assert over_time is not None
    picture = flow_picture(over_time.flows[0], over_time.waves)
    for _x, _wave, blocks in picture.columns:
        for one, other in pairwise(blocks):
            assert one.y + one.height < other.y
    assert len(picture.bands) == len(over_time.flows[0].ribbons)


def test_text_and_json_have_it_too() -> None:
    compared = sg.compare(RISING, permutations=99, draws=20)
    over_time = sg.timeline(RISING, permutations=99, draws=20)
    assert "Over all 3 surveys" in comparison_text(compared, over_time)
    data = json.loads(comparison_json(compared, over_time))["timeline"]
    assert data["waves"] == ["2021", "2023", "2025"]
    assert {"name", "layer", "values", "ranges", "steps"} <= data["measures"][0].keys()
    assert {flow["kind"] for flow in data["flows"]} == {"sector"}


def test_the_command_draws_it_unless_two_waves_are_named(tmp_path: Path) -> None:
    survey = folder(tmp_path / "three", ("2021", "2023", "2025"))
    quick = ("--permutations", "99", "--draws", "20", "--quiet", "--format", "json")
    whole = CliRunner().invoke(main, ["compare", str(survey), *quick])
    two = CliRunner().invoke(main, ["compare", str(survey), "2021", "2023", *quick])
    assert json.loads(whole.stdout)["timeline"]["waves"] == ["2021", "2023", "2025"]
    assert "timeline" not in json.loads(two.stdout)


def test_many_waves_and_long_names_leave_room_for_each_other() -> None:
    labels = wave_labels(tuple(f"Survey of spring 20{k}" for k in range(10, 18)))
    assert all(7 * len(shown) <= after[0] - x + 7 for (x, shown), after in pairwise(labels))
    calm = three(*(wave(str(k), 0.2, seed=k) for k in range(1, 6)))
    over_time = sg.timeline(calm, layers="work", permutations=99, draws=20)
    assert over_time is not None
    panel = timeline_view(over_time).panels[-1]
    assert len(panel.steps) == 4
    assert {step.verdict for step in panel.steps if not step.holds} == {""}
