"""The map: one page on which a partnership can look at its own network."""

from stakeholder_graph.views.map.map_page import draw_map

__all__ = ["draw_map"]
