"""What a copy cannot tell: one page for an ethics board, made of its release and of the checks that ran."""

from stakeholder_graph.views.cannot_tell.cannot_tell_page import draw_cannot_tell

__all__ = ["draw_cannot_tell"]
