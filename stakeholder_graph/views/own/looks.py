"""How each sector of a partnership is drawn: in all waves, on all pages and in all languages alike."""

from collections import Counter
from collections.abc import Mapping

from stakeholder_graph.graph import Partnership
from stakeholder_graph.views.style import Look, sector_looks


def looks_of(partnership: Partnership) -> Mapping[str, Look]:
    """Give each sector its colour and shape.

    Parameters
    ----------
    partnership : Partnership
        Of which the sectors of all waves count, and the colours that it chose for them.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> looks_of(Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}))
    {'Not stated': Look(colour='#A6ADB4', shape='circle')}
    """
    sector_of: dict[str, str] = {}
    for graph in partnership.graphs.values():
        people = graph.organizations
        sector_of.update(zip(people["organization"], people["sector"].astype(str), strict=True))
    own = partnership.info.own_pages
    return sector_looks(Counter(sector_of.values()), dict(own.colours), own.sectors)
