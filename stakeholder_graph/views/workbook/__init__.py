"""All numbers of a copy as tables: one workbook, or a folder of CSV, with a dictionary of every column."""

from stakeholder_graph.views.workbook.csv_folder import csv_files
from stakeholder_graph.views.workbook.every_table import every_table
from stakeholder_graph.views.workbook.write_workbook import to_workbook

__all__ = ["csv_files", "every_table", "to_workbook"]
