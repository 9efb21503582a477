"""Reads what a partnership asked and was answered.

Readers are loaded when `read_partnership` is asked for: a second process computes with what the first one has read.
"""

from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
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


def __getattr__(name: str) -> Any:
    """Load the readers of surveys when they are needed."""
    if name == "read_partnership":
        from stakeholder_graph.survey.read import read_partnership

        return read_partnership
    raise AttributeError(name)
