"""Posters to print: one station a page, by reportlab."""

from stakeholder_graph.views.present.paper.pdf_canvas import Printed
from stakeholder_graph.views.present.paper.pdf_fonts import drawable, lent_by_reader
from stakeholder_graph.views.present.paper.stations import draw_stations

__all__ = ["Printed", "draw_stations", "drawable", "lent_by_reader"]
