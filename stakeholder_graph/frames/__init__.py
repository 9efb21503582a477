"""The frames of a survey, which reading fills and graphs hold: their columns and types, and the order of their rows."""

from stakeholder_graph.frames.rows import empty_frame, in_order_of_content, natural, order_of_content

__all__ = ["empty_frame", "in_order_of_content", "natural", "order_of_content"]
