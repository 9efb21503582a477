"""What measures need of a layer to be defined; where a need is not met there is no value, and a caveat says why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.partner_graph import PartnerGraph
from stakeholder_graph.model.table import Cell


@dataclass(frozen=True, slots=True)
class Subject:
    """What a measure is asked to look at.

    Parameters
    ----------
    layer : Layer
        The layer it computes on: for some measures only those who answered.
    roster : Layer
        The same with everyone on the roster.
    graph : PartnerGraph or None
        The graph that the layer is of, where the measure takes it too.
    """

    layer: Layer
    roster: Layer
    graph: PartnerGraph | None = None

    @property
    def half_answered(self) -> bool:
        """Whether at least half of the roster answered."""
        return bool(2 * self.roster.answered.sum() >= self.roster.n)


@dataclass(frozen=True, slots=True)
class Need:
    """Something without which a measure is undefined.

    Parameters
    ----------
    message : str
        Id of the caveat where it is not met.
    met : callable
        ``(subject) -> bool``.
    fields : mapping of str to cell
        Of the caveat.
    """

    message: str
    met: Callable[[Subject], bool]
    fields: Mapping[str, Cell] = field(default_factory=dict)


TIES = Need("no_ties", lambda subject: subject.layer.n_ties > 0)
DIRECTION = Need("no_direction", lambda subject: subject.layer.directed)
TWO_SECTORS = Need("one_sector", lambda subject: len(subject.layer.sectors) >= 2)
OBSERVED_DYADS = Need("nothing_observed", lambda subject: subject.layer.n_dyads > 0)
HALF_ANSWERED = Need("under_half", lambda subject: subject.half_answered)


def organizations(at_least: int) -> Need:
    """So many organizations on the layer.

    Parameters
    ----------
    at_least : int
        How many.

    Returns
    -------
    Need
        Without it there are too few organizations to say.

    Examples
    --------
    >>> organizations(3).message
    'too_few_organizations'
    """
    return Need("too_few_organizations", lambda subject: subject.layer.n >= at_least)


def at_most(most: int) -> Need:
    """No more organizations than can be computed in reasonable time and memory.

    Parameters
    ----------
    most : int
        How many.

    Returns
    -------
    Need
        Without it the measure takes too long to compute.

    Examples
    --------
    >>> at_most(500).fields
    {'most': 500}
    """
    return Need("too_large", lambda subject: subject.layer.n <= most, {"most": most})
