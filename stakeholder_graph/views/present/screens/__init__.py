"""The story for a room, in at most nine screens: the page, the posters and the slides show the same ones.

Page and slides go through them in steps: a screen that the room guesses first takes two, its question and its answer.
At most three are guessed, so that there are at most twelve steps.
"""

from stakeholder_graph.views.present.screens.deck import Deck, deck
from stakeholder_graph.views.present.screens.screen import Screen, SpeakerNote

__all__ = ["Deck", "Screen", "SpeakerNote", "deck"]
