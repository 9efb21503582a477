"""Reads what a partnership asked and was answered."""

from stakeholder_graph.model.survey import (
    COLUMNS,
    DEFAULT_LAYER,
    DEFAULT_WAVE,
    NO_SECTOR,
    Combine,
    LayerInfo,
    Promise,
    Step,
    Survey,
    Wave,
)
from stakeholder_graph.survey.read import read_partnership

__all__ = [
    "COLUMNS",
    "DEFAULT_LAYER",
    "DEFAULT_WAVE",
    "NO_SECTOR",
    "Combine",
    "LayerInfo",
    "Promise",
    "Step",
    "Survey",
    "Wave",
    "read_partnership",
]
