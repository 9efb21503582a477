"""Invented partnerships with planted structure: for tests, benchmarks and the example.

`invent` makes one of any size, `stakeholder_graph.invented.wren_county` the example with its story.
"""

from stakeholder_graph.invented.files import write
from stakeholder_graph.invented.partnership import Invented, invent

__all__ = ["Invented", "invent", "write"]
