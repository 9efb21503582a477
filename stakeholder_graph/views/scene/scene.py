"""The map as it is shown to a room: who stands where, and which lines run between them."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import Layer
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.studies.reported_pairs import Joins, joins_sectors, reported_pairs
from stakeholder_graph.views.layout.boxes import nearest_distance
from stakeholder_graph.views.layout.frame import Frame, rounded
from stakeholder_graph.views.layout.positions import FONT_SIZE, NAME_BELOW, NAME_WIDTH, RADIUS, Position, positions
from stakeholder_graph.views.layout.text_width import text_width, wrap
from stakeholder_graph.views.own.looks import looks_of
from stakeholder_graph.views.style import Look

#: How many times larger symbols may be where there is room, and how much of that room they take.
GROWN, ROOM = 1.8, 0.8
#: Names that need more than so many lines are given wider ones, up to so many times as wide.
NAME_LINES, NAME_WIDER = 4, (1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5)
#: The colour of lines.
LINE = "#5B6F82"
#: How much lower the backbone's name stands.
LOWER = 1.3
#: Around the backbone's symbol runs a ring of this radius, in radii of the symbol.
RING = 1.62
#: Up to so many lines, how strongly they are drawn.
INK_OF, INK_LEAST = ((200, 0.5), (600, 0.38)), 0.26
#: A line's width, for the weakest and the strongest tie.
THIN, THICK = 1.2, 3.5
#: Free space around the map.
MARGIN = 14.0


@dataclass(frozen=True, slots=True)
class Dot:
    """An organization on the map: its symbol's middle, its name in lines, the width of the longest.

    Where it stands on the map that is arranged by sector, `by_sector` says.
    """

    name: str
    sector: str
    x: float
    y: float
    lines: tuple[str, ...]
    width: float
    backbone: bool
    by_sector: tuple[float, float] = (0.0, 0.0)

    @property
    def name_top(self) -> float:
        """Where the name begins, below the symbol and, of the backbone, below its ring."""
        return self.y + NAME_BELOW * (LOWER if self.backbone else 1)


@dataclass(frozen=True, slots=True)
class Thread:
    """A line between two organizations by number; `strength` runs from 0 to 1."""

    a: int
    b: int
    strength: float
    joins: Joins = ""

    @property
    def width(self) -> float:
        """How wide the line is drawn."""
        return THIN + (THICK - THIN) * self.strength


@dataclass(frozen=True)
class Scene:
    """A map of one wave and one kind of tie.

    Parameters
    ----------
    dots : tuple of Dot
        By name.
    threads : tuple of Thread
        Each pair once.
    layer : str
        The kind of tie; blank where none may be shown.
    looks : mapping of str to Look
        Of the sectors.
    """

    dots: tuple[Dot, ...]
    threads: tuple[Thread, ...]
    layer: str
    looks: Mapping[str, Look]

    @cached_property
    def sectors(self) -> Mapping[str, int]:
        """How many organizations each sector has on this map."""
        sizes = Counter(dot.sector for dot in self.dots)
        return {sector: sizes[sector] for sector in self.looks if sector in sizes}

    @property
    def has_ring(self) -> bool:
        """Whether a ring marks the backbone."""
        return any(dot.backbone for dot in self.dots)

    @property
    def has_widths(self) -> bool:
        """Whether some lines are thicker than others."""
        return len({thread.width for thread in self.threads}) > 1

    @property
    def by_sector(self) -> bool:
        """Whether there are sectors to tell apart."""
        return len(set(self.sectors) - {NO_SECTOR}) > 1

    @cached_property
    def across(self) -> frozenset[int]:
        """The numbers of the threads between organizations of two sectors."""
        return self._joining("across")

    @cached_property
    def within(self) -> frozenset[int]:
        """The numbers of the threads between organizations of one sector."""
        return self._joining("within")

    def _joining(self, joins: Joins) -> frozenset[int]:
        return frozenset(k for k, thread in enumerate(self.threads) if thread.joins == joins)

    @cached_property
    def partners(self) -> tuple[frozenset[int], ...]:
        """Whom each organization has a line to."""
        partners: list[set[int]] = [set() for _dot in self.dots]
        for thread in self.threads:
            partners[thread.a].add(thread.b)
            partners[thread.b].add(thread.a)
        return tuple(map(frozenset, partners))

    def bright(self, lit: Collection[int] | None, ties: Joins = "") -> frozenset[int]:
        """The numbers of the threads that stand out: those across or within sectors, or those among who is lit."""
        if lit is None:
            return {"": frozenset[int](), "across": self.across, "within": self.within}[ties]
        among = set(lit)
        return frozenset(k for k, thread in enumerate(self.threads) if {thread.a, thread.b} <= among)

    @property
    def ink(self) -> float:
        """How strongly lines are drawn where none stands out: the more there are, the fainter."""
        return next((ink for most, ink in INK_OF if len(self.threads) < most), INK_LEAST)

    @cached_property
    def frame(self) -> Frame:
        """The frame around all symbols."""
        return self.around(range(len(self.dots)))

    @cached_property
    def grown(self) -> float:
        """How many times larger symbols can be drawn with none on another."""
        if len(self.dots) < 2:
            return GROWN
        nearest = nearest_distance([(dot.x, dot.y) for dot in self.dots])
        return round(min(GROWN, max(1.0, ROOM * nearest / (2 * RADIUS))), 2)

    @cached_property
    def arranged_by_sector(self) -> "Scene":
        """The same map with each sector's organizations side by side."""
        moved = tuple(replace(dot, x=dot.by_sector[0], y=dot.by_sector[1]) for dot in self.dots)
        return replace(self, dots=moved)

    def around(self, dots: Collection[int]) -> Frame:
        """The frame around some symbols."""
        if not dots:
            return (-300.0, -200.0, 600.0, 400.0)
        reach = RADIUS * RING * self.grown + MARGIN
        x, y = [self.dots[k].x for k in dots], [self.dots[k].y for k in dots]
        left, top = min(x) - reach, min(y) - reach
        return rounded((left, top, max(x) + reach - left, max(y) + reach - top))

    def name_top(self, dot: Dot) -> float:
        """Where a name begins below a symbol that has grown."""
        return dot.y + (dot.name_top - dot.y) * self.grown


def scene(copy: Copy, where: Mapping[str, Position] | None = None) -> Scene:
    """The map of an edition's wave, with the first kind of tie that may be shown.

    Parameters
    ----------
    copy : Copy
        All that may be drawn.
    where : mapping of str to Position, optional
        Where organizations stand, where that is known already.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> graph = from_networkx(nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")]))
    >>> drawn = scene(make_copy("partners", Partnership("P", {"1": graph}, {}), [], "1"))
    >>> [dot.name for dot in drawn.dots], [(thread.a, thread.b) for thread in drawn.threads]
    (['a', 'b', 'c'], [(0, 1), (1, 2)])
    """
    partnership = copy.partnership
    graph = partnership.graph(copy.wave)
    people = graph.organizations.set_index("organization")
    where = where or positions(partnership)
    lines = {name: _whole(name) for name in graph.names}
    dots = tuple(
        Dot(
            name,
            str(people.loc[name, "sector"]),
            where[name].x,
            where[name].y,
            lines[name],
            max(text_width(line, FONT_SIZE) for line in lines[name]),
            str(people.loc[name, "role"]).casefold() == "backbone",
            (where[name].sector_x, where[name].sector_y),
        )
        for name in graph.names
    )
    tied = set(graph["ties"]["layer"])
    layer = next((name for name in graph.layers if name in tied), next(iter(graph.layers), ""))
    threads = _threads(graph.layer(layer)) if layer else ()
    return Scene(dots, threads, layer, looks_of(partnership))


def _whole(name: str) -> tuple[str, ...]:
    """A name in few lines and never cut: the longer, the wider they are."""
    for times in NAME_WIDER:
        lines = wrap(name, FONT_SIZE, NAME_WIDTH * times, most=len(name) + 1)
        if len(lines) <= NAME_LINES:
            break
    return lines


def _threads(layer: Layer) -> tuple[Thread, ...]:
    """Weaker ties first, so that stronger ones lie on top."""
    pairs = list(reported_pairs(layer))
    steps = sorted({pair.strength for pair in pairs if pair.strength is not None})
    share = {strength: k / max(1, len(steps) - 1) for k, strength in enumerate(steps)}
    threads = []
    for pair, joins in zip(pairs, joins_sectors(pairs, layer), strict=True):
        a, b = sorted((pair.a, pair.b))
        threads.append(Thread(a, b, 0.0 if pair.strength is None else share[pair.strength], joins))
    return tuple(sorted(threads, key=lambda thread: (thread.strength, thread.a, thread.b)))
