"""Invented partnerships with planted structure: for tests, benchmarks and the example.

`invent` makes one of any size, `wren_county` the example with its story.
"""

from stakeholder_graph.generators.partnership import Invented, invent
from stakeholder_graph.generators.write_files import write

__all__ = ["Invented", "invent", "write"]
