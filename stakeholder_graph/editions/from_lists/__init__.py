"""What a release takes from lists that the backbone keeps, and that hold no answers."""

from stakeholder_graph.editions.from_lists.commitments import commitments_of
from stakeholder_graph.editions.from_lists.public_results import public_results, public_strategies

__all__ = ["commitments_of", "public_results", "public_strategies"]
