"""Verdicts: what can be said of how many pairs of a group are tied."""

from stakeholder_graph.measures._columns import TOO_CLOSE
from stakeholder_graph.model.finding import LEVEL
from stakeholder_graph.text import N_

#: Hardly tied: at most half of what would be usual, and too few for chance.
HALF = 0.5
HARDLY, WELL = N_("hardly tied"), N_("well tied")
FEWER = N_("fewer ties than chance would give")


def verdict_inside(ties: float, expected: float, p: float) -> str:
    """What can be said of ties inside a group.

    Parameters
    ----------
    ties, expected : float
        How many there are, and how many chance would give.
    p : float
        Corrected, where several groups are looked at together.

    Examples
    --------
    >>> verdict_inside(2, 10.0, 0.01), verdict_inside(2, 10.0, 0.2)
    ('hardly tied', 'too close to call')
    """
    if p > LEVEL:
        return TOO_CLOSE
    if ties > expected:
        return WELL
    return HARDLY if ties <= HALF * expected else FEWER
