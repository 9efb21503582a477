"""The story for a room, in at most eight screens: the page, the posters and the slides show the same ones."""

from stakeholder_graph.views.present.screens.deck import Deck, deck
from stakeholder_graph.views.present.screens.screen import Screen, SpeakerNote

__all__ = ["Deck", "Screen", "SpeakerNote", "deck"]
