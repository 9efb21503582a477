"""A comparison of two waves as text, as data, and as a page for the backbone's desk."""

from stakeholder_graph.views.compare.comparison_data import comparison_csv, comparison_json
from stakeholder_graph.views.compare.comparison_page import draw_comparison
from stakeholder_graph.views.compare.comparison_text import comparison_text

__all__ = ["comparison_csv", "comparison_json", "comparison_text", "draw_comparison"]
