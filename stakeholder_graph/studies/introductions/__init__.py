"""Introductions: which pairs of organizations to introduce to each other, within everybody's hours.

For the backbone's desk alone: they name who does not work with whom.
"""

from stakeholder_graph.studies.introductions.introduction import Aim, Introduced, Introduction, Proposals

__all__ = ["Aim", "Introduced", "Introduction", "Proposals"]
