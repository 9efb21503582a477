"""What may be seen by whom: releases, the copies computed from them, and writing these whole or not at all."""

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.editions.make_copy import copy_of, make_copy
from stakeholder_graph.editions.release import Edition, Release

__all__ = ["Copy", "Edition", "Release", "copy_of", "make_copy"]
