"""Who moved between groups: every organization is in one block a wave and in one band a step."""

import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.studies.change.over_time.flows import (
    NOT_LISTED,
    Ribbon,
    cluster_flows,
    flows_of,
    sector_flows,
)
from stakeholder_graph.studies.context import MeasureSettings
from tests.studies.change.test_compare_waves import NAMES, wave


def test_counts_by_hand() -> None:
    flows = flows_of("sector", [{"a": "x", "b": "x", "c": "y"}, {"a": "x", "b": "y"}, {"a": "x", "b": "y", "d": "y"}])
    assert [dict(column) for column in flows.columns] == [
        {"x": 2, "y": 1, NOT_LISTED: 1},
        {"x": 1, "y": 1, NOT_LISTED: 2},
        {"x": 1, "y": 2, NOT_LISTED: 1},
    ]
    assert set(flows.ribbons) == {
        Ribbon(0, "x", "x", 1), Ribbon(0, "x", "y", 1), Ribbon(0, "y", NOT_LISTED, 1),
        Ribbon(1, "x", "x", 1), Ribbon(1, "y", "y", 1), Ribbon(1, NOT_LISTED, "y", 1),
    }  # fmt: skip
    assert (flows.moved, flows.changes) == (1, True)


@pytest.mark.parametrize("step", [0, 1])
def test_bands_add_up_to_blocks(step: int) -> None:
    graphs = {name: wave(name, names=NAMES[first:]) for name, first in (("1", 3), ("2", 0), ("3", 6))}
    flows = sector_flows(Partnership("P", graphs))
    for group, count in flows.columns[step].items():
        assert sum(r.organizations for r in flows.ribbons if r.step == step and r.from_group == group) == count
    for group, count in flows.columns[step + 1].items():
        assert sum(r.organizations for r in flows.ribbons if r.step == step and r.to_group == group) == count
    assert flows.moved == 0


def test_nobody_moved() -> None:
    flows = flows_of("sector", [{"a": "x"}, {"a": "x"}])
    assert not flows.changes


def test_clusters_are_followed_by_what_they_work_on() -> None:
    """Two clusters; in the second wave four organizations of the first work on what the second does."""
    outcomes = {0: ("Math", "Reading"), 1: ("Birth weight", "Prenatal care")}

    def with_outcomes(name: str, moved: int) -> PartnerGraph:
        graph = wave(name)
        rows = [
            (organization, outcome)
            for k, organization in enumerate(NAMES)
            for outcome in outcomes[int(k % 2 == 0 or k < 2 * moved)]
        ]
        frame = pd.DataFrame(rows, columns=["organization", "item"]).assign(kind="outcome", value=1.0)
        return PartnerGraph(graph.wave, graph.layers, {**graph.frames, "affiliations": frame})

    graphs = {name: with_outcomes(name, moved) for name, moved in (("1", 0), ("2", 4))}
    items = pd.DataFrame({"kind": "outcome", "item": [item for pair in outcomes.values() for item in pair]})
    for column in ("outcome", "scale", "steering", "public", "team"):
        items[column] = ""
    flows = cluster_flows(Partnership("P", graphs, {"items": items}), MeasureSettings(permutations=99, draws=0))
    assert flows is not None
    assert {r for r in flows.ribbons if r.from_group != r.to_group} == {
        Ribbon(0, "Math, Reading", "Birth weight, Prenatal care", 4)
    }
