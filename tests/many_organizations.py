"""A partnership of thousands of organizations with outcomes, offers and needs, drawn at random."""

import numpy as np
import pandas as pd

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, Wave

OUTCOMES, ITEMS, SECTORS, TIES = 40, 60, 9, 10


def many_organizations(n: int, seed: int = 0) -> Partnership:
    """Each has ten ties, one to five of forty outcomes, and offers or needs one of sixty things."""
    rng = np.random.default_rng(seed)
    names = np.array([f"Org {number}" for number in range(n)])
    ends = rng.integers(0, n, (TIES * n, 2))
    ends = np.unique(ends[ends[:, 0] != ends[:, 1]], axis=0)
    works = [
        (name, "outcome", f"Outcome {outcome}")
        for name in names
        for outcome in rng.choice(OUTCOMES, rng.integers(1, 6), replace=False)
    ]
    goods = [
        (name, kind, f"Item {item}")
        for name, kind, item in zip(names, rng.choice(["asset", "need"], n), rng.integers(0, ITEMS, n), strict=True)
    ]
    frames = {
        "organizations": pd.DataFrame(
            {"organization": names, "sector": [f"Sector {number % SECTORS}" for number in range(n)]}
        ),
        "ties": pd.DataFrame({"layer": "work", "from": names[ends[:, 0]], "to": names[ends[:, 1]]}),
        "affiliations": pd.DataFrame([*works, *goods], columns=["organization", "kind", "item"]),
    }
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    return Partnership("Many", {"1": graph}, {})
