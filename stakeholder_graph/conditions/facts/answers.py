"""Facts of who answered."""

from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.facts._context import FactContext
from stakeholder_graph.conditions.quantity import Quantity, does_not_apply, share
from stakeholder_graph.model.survey import NO_SECTOR


def sectors_heard(context: FactContext, looked: FindingField) -> Quantity:
    """The share of sectors at the table of which somebody answered."""
    info = context.partnership.info
    if not info.surveyed:
        return does_not_apply("nobody_asked")
    if not info.answered_known:
        return does_not_apply("who_answered_unknown")
    sectors = context.graph.organizations["sector"]
    stated = sectors != NO_SECTOR
    if not stated.any():
        return does_not_apply("no_sectors")
    heard = context.graph.answered
    among = sectors[stated].nunique()
    return share(sectors[stated & heard].nunique(), among)
