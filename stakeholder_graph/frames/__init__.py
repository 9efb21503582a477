"""The frames of a survey, which reading fills and graphs hold: their columns and types, and the order of their rows."""

from stakeholder_graph.frames.empty import empty_frame

__all__ = ["empty_frame"]
