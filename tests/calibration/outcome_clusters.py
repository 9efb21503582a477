"""How often outcome clusters are seen where there are none, and where there are: writes outcome_clusters.json.

Run ``python tests/calibration/outcome_clusters.py``; it takes a quarter of an hour. Tests read the figures and rerun a
few. The test is a rank among tables that are alike by construction, so p <= .05 should come up in 5 of 100 tables, and
does in 5.1 (p <= .03 in 3.4).
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.outcomes.outcome_clusters import outcome_clusters

Table = NDArray[np.bool_]

FIGURES = Path(__file__).with_suffix(".json")
#: Tables without structure, and with each kind of it.
UNSTRUCTURED, PLANTED = 1000, 40


def unstructured(index: int) -> Table:
    """12 to 60 organizations by 5 to 10 outcomes: unequal organizations and outcomes, and nothing else (Rasch)."""
    rng = np.random.default_rng([index, 0])
    n, m = rng.integers(12, 61), rng.integers(5, 11)
    busy, popular = rng.normal(0, rng.uniform(0, 1.2), n), rng.normal(rng.uniform(-1.5, 0.5), rng.uniform(0, 1.5), m)
    return np.asarray(rng.random((n, m)) < 1 / (1 + np.exp(-busy[:, None] - popular)))


def planted(index: int, groups: int) -> Table:
    """42 organizations in groups with two or three outcomes of their own, one popular with all, and some noise."""
    rng = np.random.default_rng([index, groups])
    each = rng.integers(2, 4)
    own = np.arange(groups * each) // each == (np.arange(42) % groups)[:, None]
    table = rng.random(own.shape) < np.where(own, 0.8, 0.1)
    return np.column_stack([table, rng.random(42) < 0.8])


def partnership(table: Table) -> PartnerGraph:
    """Organizations that all answered and name these outcomes."""
    names = np.array([f"Organization {i:03}" for i in range(len(table))])
    who, what = np.nonzero(table)
    outcomes = np.array([f"Outcome {j}" for j in range(table.shape[1])])
    named = {"organization": names[who], "kind": "outcome", "item": outcomes[what]}
    organizations = pd.DataFrame({"organization": names, "sector": "Nonprofits"})
    frames = {"organizations": organizations, "affiliations": pd.DataFrame(named)}
    return PartnerGraph(Wave("1"), {"contact": LayerInfo("contact")}, frames)


def seen(table: Table) -> tuple[int | None, float | None]:
    """How many clusters the measure sees, and its p; None where it does not look."""
    graph = partnership(table)
    found = outcome_clusters(graph, Partnership("P", {"1": graph}, {}))
    if found.value is None:
        return None, None
    return int(found.value), float(found.tables["fit"].rows[0]["p"] or 0)


def measured() -> dict[str, list[tuple[int | None, float | None]]]:
    """What the measure sees in each table."""
    return {
        "unstructured": [seen(unstructured(index)) for index in range(UNSTRUCTURED)],
        "two": [seen(planted(index, 2)) for index in range(PLANTED)],
        "three": [seen(planted(index, 3)) for index in range(PLANTED)],
    }


if __name__ == "__main__":
    FIGURES.write_text(json.dumps(measured()) + "\n", encoding="utf-8")
