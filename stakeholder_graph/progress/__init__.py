"""How far the work is: whoever works on something long tells it, and whoever shows it listens.

Work is a tree of parts. Each knows what share of the part around it it usually takes, so that the whole knows how much
of it is done. Nobody passes it on: `part` and `counted` find the part around them, and cost nothing where nobody
listens.
"""

from stakeholder_graph.progress.parts import Part, counted, part, watched

__all__ = ["Part", "counted", "part", "watched"]
