"""A printed sheet for each outcome, to lay on the table that talks about it."""

from stakeholder_graph.views.outcomes.handout.handout_page import draw_outcome_sheets, has_outcome_sheets

__all__ = ["draw_outcome_sheets", "has_outcome_sheets"]
