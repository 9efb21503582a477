"""The report page: what was learned, how sure we are, and what to talk about."""

from stakeholder_graph.views.report.first_page import draw_first_page
from stakeholder_graph.views.report.report_page import draw_report

__all__ = ["draw_first_page", "draw_report"]
