"""Communities side by side as text, as data, and as a page for the desk of whoever holds them together."""

from stakeholder_graph.views.across.across_data import across_csv, across_json
from stakeholder_graph.views.across.across_page import draw_across
from stakeholder_graph.views.across.across_text import across_text

__all__ = ["across_csv", "across_json", "across_text", "draw_across"]
