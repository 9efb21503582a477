"""A page for each organization, made for it alone, and the sheet to send these pages by."""

from stakeholder_graph.views.profile.file_names import file_names
from stakeholder_graph.views.profile.mailing import MAILING, Addressee, mailing_workbook, merge_mailing
from stakeholder_graph.views.profile.profile_page import draw_profile

__all__ = ["MAILING", "Addressee", "draw_profile", "file_names", "mailing_workbook", "merge_mailing"]
