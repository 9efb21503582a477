"""The aspects in which communities are compared, each with its size taken into account, in words."""

from collections.abc import Iterable, Mapping
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


def in_order(keys: Iterable[tuple[str, tuple[str, ...]]]) -> list[tuple[str, tuple[str, ...]]]:
    """Aspects, each with the outcome or sectors that it is about, in the order of `ASPECTS` and then of names.

    Parameters
    ----------
    keys : iterable of (str, tuple of str)
        In any order.

    Examples
    --------
    >>> in_order([("outcome", ("Work",)), ("outcome", ("Reading",)), ("answered", ())])
    [('answered', ()), ('outcome', ('Reading',)), ('outcome', ('Work',))]
    """
    order = list(ASPECTS)
    return sorted(keys, key=lambda key: (order.index(key[0]), key[1]))
