"""Unreturned ties between groups: counted by hand, planted, and without anything to find."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, to_partnership
from stakeholder_graph.measures.ties import _unreturned as module
from stakeholder_graph.measures.ties._unreturned import unreturned, unreturned_by_group
from stakeholder_graph.measures.ties.confirmation import confirmation
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.model.table import Disclosure
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey.read import read_partnership
from stakeholder_graph.views.sentences import headline

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"


def graph_of(
    tied: "np.ndarray[tuple[int, int], np.dtype[np.bool_]]", answered: int, **attributes: list[str]
) -> PartnerGraph:
    n = len(tied)
    names = np.array([f"O{i:02}" for i in range(n)])
    one, other = np.nonzero(tied & ~np.eye(n, dtype=bool) & (np.arange(n) < answered)[:, None])
    frames = {
        "organizations": pd.DataFrame({"organization": names, **attributes}),
        "ties": pd.DataFrame({"layer": "work", "from": names[one], "to": names[other], "value": 1.0}),
        "asked": pd.DataFrame({"layer": "work", "organization": names, "answered": np.arange(n) < answered}),
    }
    return PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)


def planted(answered: int = 24) -> PartnerGraph:
    """Every second small organization names every large one; the large name each other."""
    size = np.array(["small"] * 12 + ["large"] * 12)
    tied = (size[:, None] == "large") & (size[None, :] == "large")
    tied |= (size[:, None] == "small") & (size[None, :] == "large") & (np.arange(24) % 2 == 0)[:, None]
    order = np.random.default_rng(0).permutation(24)
    return graph_of(tied[order][:, order], answered, size=size[order].tolist())


def test_a_tie_is_unreturned_only_if_the_other_side_answered() -> None:
    tied = np.zeros((4, 4), dtype=bool)
    tied[[0, 1, 0, 0], [1, 0, 2, 3]] = True
    one, other = unreturned(graph_of(tied, 3).layer("work"))
    assert (one.tolist(), other.tolist()) == ([0], [2])


def test_planted_direction_is_found_and_counted() -> None:
    graph = planted()
    table = unreturned_by_group(graph.layer("work"), graph, 0)
    assert table is not None
    (row,) = table.rows
    assert (row["from_group"], row["to_group"], row["unreturned"], row["other_way"]) == ("small", "large", 72, 0)
    assert row["within"] == "all sectors"
    assert row["verdict"] == "names more than it is named"
    assert float(row["p"] or 1) == pytest.approx(2 / 2000)


def test_what_it_says_is_for_the_backbone_alone() -> None:
    graph = planted()
    found = confirmation(graph.layer("work"), graph)
    assert found.tables["unreturned_by_group"].discloses == Disclosure.PAIR
    partnership = to_partnership(read_partnership(WREN))
    (finding,) = assess(partnership, ["confirmation"], layers=["collaboration"], settings=MeasureSettings(draws=5))
    assert finding.reading is not None
    assert finding.reading.discloses == Disclosure.PAIR
    # Planted: twelve small nonprofits name large ones unreturned, none the other way.
    assert "by size (Nonprofits) “small” names “large” 12 times" in headline(finding)


def test_seldom_seen_where_there_is_nothing() -> None:
    # Unequal organizations, groups of three sizes and two places that have nothing to do with ties.
    rng = np.random.default_rng(3)
    alarms = []
    for _ in range(60):
        busy, popular = rng.normal(0, 0.8, 30), rng.normal(0, 0.8, 30)
        tied = rng.random((30, 30)) < 1 / (1 + np.exp(1.5 - busy[:, None] - popular))
        labels = {"size": rng.choice(["s", "m", "l"], 30).tolist(), "place": rng.choice(["x", "y"], 30).tolist()}
        graph = graph_of(tied, 25, **labels)
        table = unreturned_by_group(graph.layer("work"), graph, 0)
        alarms.append(table is not None and module.MORE in table["verdict"])
    assert np.mean(alarms) <= 0.1


def test_groups_are_told_by_words_and_not_by_numbers() -> None:
    tied = np.random.default_rng(1).random((20, 20)) < 0.3
    attributes = {"size": ["s", "l"] * 10, "founded": [str(1990 + i) for i in range(20)], "blank": ["", "x"] * 10}
    # It only marks one organization, as the lead agency is marked.
    attributes["lead"] = ["yes", *["no"] * 19]
    graph = graph_of(tied, 20, **attributes)
    graph = PartnerGraph(
        graph.wave, graph.layers, {**graph.frames, "organizations": graph.organizations.assign(staff=range(20))}
    )
    table = unreturned_by_group(graph.layer("work"), graph, 0)
    assert table is not None
    assert set(table["attribute"]) == {"size"}


def test_nothing_to_compare() -> None:
    graph = graph_of(np.zeros((5, 5), dtype=bool), 5, size=list("sslls"))
    assert unreturned_by_group(graph.layer("work"), graph, 0) is None
