"""The call list as a page to print and as a workbook to fill in."""

from stakeholder_graph.views.call_list.draw import draw_call_list, to_workbook

__all__ = ["draw_call_list", "to_workbook"]
