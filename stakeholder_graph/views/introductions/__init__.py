"""Introductions in words: a page of cards for the desk, text for the terminal, and data."""

from stakeholder_graph.views.introductions.introductions_data import introductions_csv, introductions_json, stop_json
from stakeholder_graph.views.introductions.introductions_page import draw_introductions
from stakeholder_graph.views.introductions.introductions_text import introductions_text, stop_text

__all__ = [
    "draw_introductions",
    "introductions_csv",
    "introductions_json",
    "introductions_text",
    "stop_json",
    "stop_text",
]
