"""Where all organizations ever listed stand on the map, from nothing but what every edition may see."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import is_named
from stakeholder_graph.views.layout.sector_layout import arrange_by_sector
from stakeholder_graph.views.layout.text_width import text_width, wrap
from stakeholder_graph.views.layout.tie_layout import arrange_by_ties

#: Pixels at the zoom at which boxes were pushed apart.
FONT_SIZE = 13.0
LINE_HEIGHT = 15.0
RADIUS = 10.0
#: From the middle of a symbol to the top of its name.
NAME_BELOW = 15.0
NAME_WIDTH = 118.0


@dataclass(frozen=True, slots=True)
class Position:
    """Where an organization stands and how its name is written there.

    Parameters
    ----------
    x, y : float
        The middle of the symbol, arranged by ties.
    sector_x, sector_y : float
        The same, arranged by sector.
    lines : tuple of str
        The name, broken.
    width : float
        Of its longest line.
    """

    x: float
    y: float
    sector_x: float
    sector_y: float
    lines: tuple[str, ...]
    width: float


def positions(partnership: Partnership) -> Mapping[str, Position]:
    """Give each organization of any wave its position.

    Parameters
    ----------
    partnership : Partnership
        Of any edition: used are the rosters of all waves and the ties of ``named`` layers without their
        direction, so that an organization has the same position in each edition and in each wave. Where no
        layer is ``named`` only the backbone sees ties at all, and all of them are used. Without any ties
        organizations stand by sector.

    Returns
    -------
    mapping of str to Place
        By name, in the order of sectors and names.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> where = positions(Partnership("P", {"1": from_networkx(nx.path_graph(["a", "b"]))}, {}))
    >>> list(where), where["a"].lines
    (['a', 'b'], ('a',))
    """
    sectors = sectors_in_order(partnership)
    names = list(sectors)
    shared = {name for graph in partnership.graphs.values() for name in _shared(graph)}
    index = {name: k for k, name in enumerate(names)}
    pairs = set()
    for wave, graph in partnership.graphs.items():
        ties = graph["ties"]
        ties = ties[ties["layer"].isin(list(shared)) & (ties["from"] != ties["to"])]
        for layer, sender, receiver in zip(ties["layer"], ties["from"], ties["to"], strict=True):
            low, high = sorted((index[sender], index[receiver]))
            pairs.add((wave, layer, low, high))
    return _arranged(tuple((name, sectors[name]) for name in names), tuple(sorted(pair[2:] for pair in pairs)))


def sectors_in_order(partnership: Partnership) -> dict[str, str]:
    """Give each organization of any wave its sector, in the order of sectors and names.

    Parameters
    ----------
    partnership : Partnership
        Of any edition.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> sectors_in_order(Partnership("P", {"1": from_networkx(nx.path_graph(["b", "a"]))}, {}))
    {'a': 'Not stated', 'b': 'Not stated'}
    """
    sectors: dict[str, str] = {}
    for graph in partnership.graphs.values():
        frame = graph.organizations
        sectors.update(zip(frame["organization"], frame["sector"], strict=True))
    return {name: sectors[name] for name in sorted(sectors, key=lambda name: (sectors[name], name))}


@lru_cache(maxsize=4)
def _arranged(people: tuple[tuple[str, str], ...], pairs: tuple[tuple[int, int], ...]) -> Mapping[str, Position]:
    """Positions of organizations with their sectors, and pairs of them; the pages of all copies ask for the same."""
    names, sectors = [name for name, _sector in people], dict(people)
    tied = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    broken = [wrap(name, FONT_SIZE, NAME_WIDTH) for name in names]
    widths = [max(text_width(line, FONT_SIZE) for line in lines) for lines in broken]
    heights = [RADIUS + NAME_BELOW + LINE_HEIGHT * len(lines) for lines in broken]
    sizes = np.column_stack([np.maximum(widths, 2 * RADIUS), heights])
    by_ties = arrange_by_ties(tied, sizes)
    numbers = {sector: k for k, sector in enumerate(sorted(set(sectors.values())))}
    block = np.array([numbers[sectors[name]] for name in names], dtype=np.intp)
    by_sector = arrange_by_sector(by_ties, sizes, block, tied)
    if not len(tied) and len(numbers) > 1:  # rows of names say nothing; sectors do
        by_ties = by_sector
    # From the middle of a box to the middle of its symbol.
    up = [0.0, 1.0] * (RADIUS - sizes[:, 1:] / 2)
    symbols = np.round(np.hstack([by_ties + up, by_sector + up]), 1)
    placed = {
        name: Position(x, y, sector_x, sector_y, broken[k], round(widths[k], 1))
        for k, (name, (x, y, sector_x, sector_y)) in enumerate(zip(names, symbols.tolist(), strict=True))
    }
    return MappingProxyType(placed)


def _shared(graph: PartnerGraph) -> list[str]:
    """The layers that every edition sees, or all if there are none."""
    named = [name for name, info in graph.layers.items() if is_named(info.promise)]
    return named or list(graph.layers)
