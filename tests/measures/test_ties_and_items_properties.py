"""What must not matter to measures of ties and items: names, the order of rows, and who could not say anything."""

from functools import cache

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import LayerInfo, Step, Wave
from stakeholder_graph.model.table import Cell
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings

MEASURES = (
    "collaboration_levels", "discrepant_pairs", "trust", "perceived_value", "multiplexity", "outcome_coverage",
    "activity_overlap",
)  # fmt: skip
SCALE = tuple(Step(value, f"level {value}", value > 0) for value in range(5))
LAYERS = {
    "work": LayerInfo("work", SCALE),
    "contact": LayerInfo("contact", SCALE),
    "trust": LayerInfo("trust", SCALE, "backbone", asked_of="work", asks="trust"),
    "perceived value: time": LayerInfo("perceived value: time", asks="value"),
}


def graph_of(seed: int, n: int, answering: float, *, directed: bool, sectors: int = 3) -> PartnerGraph:
    """Anything at all: ties of any strength, unknown ones among them, and items that some carry."""
    rng = np.random.default_rng(seed)
    names = np.array([f"Organization {i:02}" for i in range(n)])
    answered = rng.random(n) < answering
    ties = []
    for layer in LAYERS:
        one, other = np.nonzero((rng.random((n, n)) < 0.4) & ~np.eye(n, dtype=bool) & answered[:, None])
        if not directed:
            one, other = one[one < other], other[one < other]
        value = rng.choice([1.0, 2.0, 3.0, 4.0, np.nan], len(one))
        ties.append(pd.DataFrame({"layer": layer, "from": names[one], "to": names[other], "value": value}))
    carried = [
        pd.DataFrame({"organization": names[rng.random(n) < 0.4], "kind": kind, "item": f"{kind} {j}"})
        for kind in ("outcome", "activity")
        for j in range(4)
    ]
    people = pd.DataFrame({"organization": names, "sector": [f"S{i % sectors}" for i in range(n)]})
    asked = [pd.DataFrame({"layer": layer, "organization": names, "answered": answered}) for layer in LAYERS]
    frames = {
        "organizations": people,
        "ties": pd.concat(ties),
        "affiliations": pd.concat(carried),
        "asked": pd.concat(asked),
    }
    return PartnerGraph(Wave("1"), LAYERS, frames, directed)


def assessed(graph: PartnerGraph) -> tuple[Finding, ...]:
    return assess(Partnership("P", {"1": graph}, {}), MEASURES, settings=MeasureSettings(draws=2, permutations=9))


def turned(graph: PartnerGraph, names: dict[str, str], seed: int) -> PartnerGraph:
    """The same organizations under other names, all rows in another order."""
    frames = {}
    for name in ("organizations", "ties", "affiliations", "asked"):
        frame = graph[name].sample(frac=1, random_state=seed)
        columns = [column for column in ("organization", "from", "to") if column in frame]
        frames[name] = frame.assign(**{column: frame[column].map(names) for column in columns})
    return PartnerGraph(graph.wave, graph.layers, frames, graph.directed)


def told(finding: Finding, names: dict[str, str]) -> dict[str, list[dict[str, Cell]]]:
    """All tables, rows in the order of their content; a pair may stand either way round."""
    both_ways = {"organization": "partner", "sector": "partner_sector", "level": "partner_level"}
    back = {two: one for one, two in both_ways.items()}
    found: dict[str, list[dict[str, Cell]]] = {}
    for name, part in {"": finding.table, **finding.tables}.items():
        rows: list[dict[str, Cell]] = []
        for row in part.rows if part else ():
            cells = {key: names.get(str(cell), cell) for key, cell in row.items()}
            cells = {key: round(cell, 9) if isinstance(cell, float) else cell for key, cell in cells.items()}
            other = {{**both_ways, **back}.get(key, key): cell for key, cell in cells.items()}
            rows.append(min(cells, {key: other[key] for key in cells}, key=repr) if "partner" in row else cells)
        found[name] = sorted(rows, key=repr)
    return found


@settings(max_examples=5)
@given(st.integers(0, 10_000), st.sampled_from([3, 8, 12]), st.sampled_from([0.5, 1.0]), st.booleans())
def test_neither_names_nor_the_order_of_rows_matter(seed: int, n: int, answering: float, directed: bool) -> None:
    graph = graph_of(seed, n, answering, directed=directed)
    names = dict(zip(graph.names, np.random.default_rng(seed).permutation([f"P{i}" for i in range(n)]), strict=True))
    before, after = assessed(graph), assessed(turned(graph, names, seed))
    for one, other in zip(before, after, strict=True):
        assert one.value == pytest.approx(other.value)
        assert (one.reading is None) == (other.reading is None)
        assert told(one, names) == told(other, {})


@cache
def findings(n: int, answering: float, sectors: int) -> tuple[Finding, ...]:
    return assessed(graph_of(1, n, answering, directed=True, sectors=sectors))


@pytest.mark.parametrize("n", [0, 1, 2, 12])
@pytest.mark.parametrize("answering", [0.0, 1.0])
def test_undefined_is_none_and_says_why(n: int, answering: float) -> None:
    for found in findings(n, answering, 1):
        assert found.value is not None or found.caveats
        assert found.value is not None or found.reading is None
        if not n * answering:
            assert found.value is None


@pytest.mark.parametrize("sectors", [1, 4])
def test_shares_are_shares(sectors: int) -> None:
    for found in findings(12, 1.0, sectors):
        unscaled = found.scope.layers == ("perceived value: time",) and found.name != "perceived_value"
        assert (found.value is None) == unscaled, found.id
        if found.value is None:
            continue
        low, high = found.bounds
        assert low is None or low <= found.value
        assert high is None or found.value <= high
        for part in [found.table, *found.tables.values()]:
            for row in part.rows if part else ():
                for key in ("share", "share_of_ties", "of_all_pairs", "jaccard", "p", "p_adjusted"):
                    cell = row.get(key)
                    assert cell is None or 0 <= float(cell) <= 1
