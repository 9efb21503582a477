"""Networks of thousands: nothing of organizations by organizations is written out, and what is sampled says so."""

import tracemalloc

import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.bridges import betweenness as between
from stakeholder_graph.measures.network import distance as steps
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings


def partnership(n: int, response: float) -> Partnership:
    """Ten ties each, seven sectors; those who did not answer report nothing."""
    rng = np.random.default_rng(1)
    names = np.array([f"Org {number:05}" for number in range(n)])
    answered = rng.random(n) < response
    ends = np.unique(rng.integers(0, n, (10 * n, 2)), axis=0)
    ends = ends[(ends[:, 0] != ends[:, 1]) & answered[ends[:, 0]]]
    frames = {
        "organizations": pd.DataFrame({"organization": names, "sector": [f"S{number % 7}" for number in range(n)]}),
        "ties": pd.DataFrame({"layer": "work", "from": names[ends[:, 0]], "to": names[ends[:, 1]]}),
        "asked": pd.DataFrame({"layer": "work", "organization": names, "answered": answered}),
    }
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    return Partnership(SurveyInfo("Many"), {"1": graph})


def test_ranges_of_three_thousand_need_no_table_of_pairs() -> None:
    """A table of pairs of 3,000 would take 9 MB as bytes and 72 MB as numbers, and every draw another."""
    many = partnership(3_000, 0.7)
    many.graph().layer("work")
    tracemalloc.start()
    try:
        names = ["density", "ei_index", "reciprocity", "odds_ratio", "centralization"]
        findings = assess(many, names, settings=MeasureSettings(permutations=99, draws=3))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 3_000**2 * 8 / 1.5
    assert all(finding.range is not None or "too_few_to_tell" in _caveats(finding) for finding in findings)
    density = findings[0]
    assert density.range is not None
    assert density.value is not None
    assert density.range[0] <= density.value <= density.range[1]
    assert "donor_draws" in _caveats(density)


def test_what_is_sampled_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """In 300 organizations, with what is too many put at 100: within four standard errors of the exact values."""
    small = partnership(300, 1.0)
    settings = MeasureSettings(permutations=0, draws=0)
    exact = {finding.name: finding for finding in assess(small, ["betweenness", "distance"], settings=settings)}
    monkeypatch.setattr(between, "LARGEST", 100)
    monkeypatch.setattr(steps, "MOST", 100)
    for found in assess(small, ["betweenness", "distance"], settings=settings):
        assert "sampled" in _caveats(found)
        (network,) = found.tables["network"].rows
        if found.name == "distance":
            error = _number(network["standard_error"])
            assert abs(_number(found.value) - _number(exact["distance"].value)) < 4 * error
            continue
        assert found.table is not None
        named = exact["betweenness"].table
        assert named is not None
        first = max(found.table.rows, key=lambda row: _number(row["betweenness"]))
        true = {row["organization"]: _number(row["betweenness"]) for row in named.rows}
        off = abs(_number(first["betweenness"]) - true[first["organization"]])
        assert off < 4 * _number(first["standard_error"])
        assert network["pivots"] == 256


def _caveats(finding: Finding) -> list[str]:
    return [caveat.id for caveat in finding.caveats]


def _number(cell: object) -> float:
    assert isinstance(cell, int | float)
    return float(cell)
