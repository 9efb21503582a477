"""The data sheet: what a report was made from, for whoever checks it; a page and sheets of the tables."""

from stakeholder_graph.views.data_sheet.data_sheet_page import draw_data_sheet
from stakeholder_graph.views.data_sheet.parts import sheet_parts

__all__ = ["draw_data_sheet", "sheet_parts"]
