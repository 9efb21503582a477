"""Slides to edit, by python-pptx."""

from stakeholder_graph.views.present.slides.slides import draw_slides

__all__ = ["draw_slides"]
