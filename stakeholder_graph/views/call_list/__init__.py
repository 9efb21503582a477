"""The call list as a page to print and as a workbook to fill in."""

from stakeholder_graph.views.call_list.call_lines import calls_of
from stakeholder_graph.views.call_list.call_list_page import draw_call_list
from stakeholder_graph.views.call_list.call_list_workbook import call_list_workbook, merge_call_list
from stakeholder_graph.views.call_list.notes import read_notes

__all__ = ["call_list_workbook", "calls_of", "draw_call_list", "merge_call_list", "read_notes"]
