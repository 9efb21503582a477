"""Copies: what views get of each edition."""

from dataclasses import replace

import pandas as pd
import pytest

from stakeholder_graph.editions import Edition, copy_of, make_copy
from stakeholder_graph.editions.community.community_release import community_release
from stakeholder_graph.editions.room_release import room_release
from stakeholder_graph.editions.withheld import withheld
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, Step, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from tests.editions.hand_made import NAMES, SILENT, affiliations, partnership

STEPS = (Step(1, "yearly"), Step(3, "weekly"))


def test_the_backbone_sees_everything() -> None:
    whole = partnership()
    findings = assess(whole, ["density"], settings=MeasureSettings(permutations=9, draws=2))
    copy = make_copy("backbone", whole, findings, "1")
    assert copy.partnership is whole
    assert copy.findings == findings
    assert copy.release is None
    assert copy.confidential
    assert (copy.answered(), copy.everyone_answered()) == ((9, 16), False)


def test_the_room_sees_undirected_lines_of_named_layers_and_nothing_else() -> None:
    whole = partnership(frames=affiliations(("Health 0", "outcome", "Reading", "answer")))
    copy = make_copy("partners", whole, [], "1")
    graph = copy.partnership.graph()
    assert not copy.confidential
    assert list(graph.layers) == ["work"]
    assert not graph.directed
    assert graph.answered.all()
    assert list(graph.organizations.columns) == ["organization", "sector", "role"]
    assert set(graph.organizations["role"]) == {"backbone", ""}
    lines = [("Faith 0", "Schools 0"), ("Health 0", "Health 1"), ("Health 0", "Schools 0")]
    assert list(graph["ties"][["from", "to"]].itertuples(index=False, name=None)) == lines
    assert graph["ties"]["value"].isna().all()
    assert set(graph["ties"]["respondent"]) == {""}
    for name in ("ratings", "affiliations", "unlisted", "rosters", "exceptions"):
        assert graph[name].empty
    assert (copy.answered(), copy.everyone_answered(), copy.answered_known) == ((9, 16), False, True)
    assert copy.partnership.info.as_written == ()


def test_a_scale_is_known_but_lines_show_no_step_of_it_unless_that_was_promised() -> None:
    for promise, shown in (("named", ()), ("named with strength", STEPS)):
        copy = make_copy("partners", partnership(layers=(LayerInfo("work", STEPS, promise),)), [], "1")  # type: ignore[arg-type]
        assert copy.partnership.graph().layers["work"].steps == shown
        assert copy.scales == {"work": STEPS}


def test_where_its_own_lines_may_not_be_drawn_a_wave_stands_alone_and_without_layers() -> None:
    dense = tuple((one, other, 1.0) for one in NAMES if one not in SILENT for other in NAMES if other != one)
    first, second = partnership().graph(), partnership(ties=dense).graph()
    both = Partnership("P", {"1": first, "2": PartnerGraph(Wave("2"), second.layers, second.frames)})
    now, then = make_copy("partners", both, [], "2"), make_copy("partners", both, [], "1")
    assert list(now.partnership.graphs) == ["2"]
    assert now.partnership.graph().layers == {}
    # An earlier wave with lines speaks for itself; the later one is not drawn beside it.
    assert list(then.partnership.graphs) == ["1"]
    assert len(then.partnership.graph()["ties"]) == 3


def test_the_community_sees_no_organization_even_if_the_list_marks_it_as_public() -> None:
    graph = make_copy("community", partnership(people={"public": True}), [], "1").partnership.graph()
    assert graph.names == ()
    assert graph["ties"].empty


@pytest.mark.parametrize("edition", ["partners", "community"])
def test_a_copy_is_that_of_its_release(edition: Edition) -> None:
    whole = partnership(people={"public": True})
    release = room_release(whole, [], "1")
    made = make_copy(edition, whole, [], "1")
    again = copy_of(release if edition == "partners" else community_release(release))
    assert made.release == again.release
    assert made.findings == again.findings
    for name, frame in made.partnership.graph().frames.items():
        pd.testing.assert_frame_equal(frame, again.partnership.graph().frames[name])


def test_findings_are_looked_up_by_measure_and_layer() -> None:
    copy = make_copy("partners", partnership(layers=(LayerInfo("work"), LayerInfo("play"))), [], "1")
    finding = copy.find("density", "play")
    assert finding is not None
    assert finding.scope.layers == ("play",)
    assert copy.find("density", "trust") is None
    assert copy.find("whom_to_call") is None


def test_what_is_withheld_is_looked_for_in_the_bytes() -> None:
    items = pd.DataFrame({"kind": "outcome", "item": ["Every child reads by nine"]})
    rows = affiliations(("Health 0", "outcome", "Every child reads by nine", "answer"))
    whole = partnership(frames=rows, lists={"items": items}, as_written=("Helth Zero",))
    secret = withheld(whole, make_copy("partners", whole, [], "1"))
    assert {"person0@organization0.example", "We share pupils' data", "the director herself"} <= secret.texts
    assert "Helth Zero" in secret.texts
    assert secret.texts.isdisjoint(whole.graph().names)
    # What was asked about may be said, but not beside an organization that answered so.
    assert "Every child reads by nine" not in secret.texts
    assert "Every child reads by nine" in secret.beside["Health 0"]
    everyone = replace(whole, info=replace(whole.info, who_answered="named"))
    told = withheld(everyone, make_copy("partners", everyone, [], "1"))
    assert "Every child reads by nine" not in told.beside["Health 0"]
    assert not withheld(whole, make_copy("backbone", whole, [], "1"))
