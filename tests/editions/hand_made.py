"""A small partnership whose copies can be said by hand."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave

#: Listed and answered.
SECTORS = {"Health": (6, 4), "Schools": (5, 4), "Funders": (2, 1), "Faith": (3, 0)}
LAYERS = (LayerInfo("work"), LayerInfo("trust", promise="backbone"), LayerInfo("money", promise="aggregate"))
NAMES = tuple(f"{sector} {number}" for sector, (listed, _) in SECTORS.items() for number in range(listed))
SILENT = tuple(f"{sector} {number}" for sector, (listed, n) in SECTORS.items() for number in range(n, listed))

#: Who named whom, and how close: one tie named by both sides, at different levels.
TIES = (
    ("Health 0", "Schools 0", 3.0),
    ("Schools 0", "Health 0", 1.0),
    ("Schools 0", "Faith 0", 2.0),
    ("Health 1", "Health 0", 1.0),
)


def partnership(
    ties: tuple[tuple[str, str, float], ...] = TIES,
    silent: tuple[str, ...] = SILENT,
    layers: tuple[LayerInfo, ...] = LAYERS,
    people: Mapping[str, Any] | None = None,
    frames: Mapping[str, pd.DataFrame] | None = None,
    lists: Mapping[str, pd.DataFrame] | None = None,
    **info: Any,
) -> Partnership:
    """Sixteen organizations of four sectors, nine of which answered; the same ties in each layer."""
    rows = [(layer.name, one, other, value, "the director herself") for layer in layers for one, other, value in ties]
    asked = [(layer.name, name, name not in silent) for layer in layers for name in NAMES]
    columns = {
        "organization": list(NAMES),
        "sector": [name.rsplit(" ", 1)[0] for name in NAMES],
        "role": ["backbone", *["likes to talk of others"] * (len(NAMES) - 1)],
        "contact": [f"person{k}@organization{k}.example" for k in range(len(NAMES))],
    }
    whole = {
        "organizations": pd.DataFrame({**columns, **(people or {})}),
        "asked": pd.DataFrame(asked, columns=["layer", "organization", "answered"]),
        "ties": pd.DataFrame(rows, columns=["layer", "from", "to", "value", "respondent"]),
        "ratings": pd.DataFrame({"organization": ["Health 0"], "item": ["We share pupils' data"], "value": [1.0]}),
        **(frames or {}),
    }
    graph = PartnerGraph(Wave("1", "2025-03-01"), {layer.name: layer for layer in layers}, whole)
    return Partnership(SurveyInfo("P", **info), {"1": graph}, lists or {})


def affiliations(*rows: tuple[str, str, str, str]) -> dict[str, pd.DataFrame]:
    """The frame of affiliations: organization, kind, item, source."""
    return {"affiliations": pd.DataFrame(rows, columns=["organization", "kind", "item", "source"]).assign(value=1.0)}
