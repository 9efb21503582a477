"""The aspects in which communities are compared, each with its size taken into account, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from stakeholder_graph.text import N_


@dataclass(frozen=True, slots=True)
class Aspect:
    """Something to compare.

    Parameters
    ----------
    title : str
        A message id; ``{one}`` and ``{other}`` stand for what it is about.
    learn : str
        A message id: what others could learn from whoever does it more than usual.
    size : str
        A message id: what its size is counted in.
    """

    title: str
    learn: str
    size: str


_CONNECTIONS = N_("how much is known, in connections")

#: In the order in which pages have them.
ASPECTS: Mapping[str, Aspect] = MappingProxyType(
    {
        "answered": Aspect(
            N_("Organizations that answered"),
            N_("how to get so many organizations to answer"),
            N_("organizations listed"),
        ),
        "across_sectors": Aspect(N_("Connections across sectors"), N_("how to work across sectors"), _CONNECTIONS),
        "named_by_both": Aspect(N_("Mentions returned"), N_("how mentions come to be returned"), _CONNECTIONS),
        "outcome": Aspect(
            N_("Connections among those that work on {one}"),
            N_("how those that work on {one} come to work with each other"),
            _CONNECTIONS,
        ),
        "two_sectors": Aspect(
            N_("Connections between {one} and {other}"), N_("how {one} and {other} work together"), _CONNECTIONS
        ),
    }
)
