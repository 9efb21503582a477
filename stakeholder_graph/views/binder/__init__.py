"""The binder: each row of a rubric with its proof, document and decision, for a coach, accreditor or board."""

from stakeholder_graph.views.binder.binder_page import draw_binder, draw_board_binder
from stakeholder_graph.views.binder.documents import Documents, linked_documents

__all__ = ["Documents", "draw_binder", "draw_board_binder", "linked_documents"]
