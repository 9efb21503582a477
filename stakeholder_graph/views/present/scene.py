"""The map as it is shown to a room: who stands where, and which lines run between them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from stakeholder_graph.editions.release import Release
from stakeholder_graph.graph import Layer
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.studies.reported_pairs import reported_pairs
from stakeholder_graph.views.layout.positions import FONT_SIZE, LINE_HEIGHT, NAME_BELOW, NAME_WIDTH, RADIUS, positions
from stakeholder_graph.views.layout.text_width import text_width, wrap
from stakeholder_graph.views.present.labels import TRIES, Frame, Name, Spot, spots
from stakeholder_graph.views.style import Look, sector_looks

#: Ties that join two sectors, that stay within one, or none of them.
Joins = Literal["", "across", "within"]

#: With more organizations than this names would be too small for a room: only those spoken of are named.
MOST_NAMED = 80
#: A name is written for the back row only if it is as high as this share of the map; its width for a height.
READABLE, ASPECT = 1 / 24, 1.7
#: How many times larger symbols may be where there is room, and how much of that room they take.
GROWN, ROOM = 1.8, 0.8
#: So many partners of who is chosen are all named; of more, those for whose names there is room beside them.
MOST_PARTNERS = 15
#: If names have no room, the frame is made wider by this share, at most so many times.
WIDER, WIDENINGS = 0.12, 8
#: Names that need more than so many lines are given wider ones, up to this many times as wide.
NAME_LINES, NAME_WIDEST = 4, 2.5
#: The closest look shows this share of the map, so that the rest is not lost.
CLOSEST = 0.5
#: Free space between names, and how much wider one is in bold.
GAP, BOLD = 6.0, 1.08
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
    """An organization on the map: its symbol's middle, its name in lines, the width of the longest."""

    name: str
    sector: str
    x: float
    y: float
    lines: tuple[str, ...]
    width: float
    backbone: bool

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

    @property
    def width(self) -> float:
        """How wide the line is drawn."""
        return THIN + (THICK - THIN) * self.strength


@dataclass(frozen=True, slots=True)
class View:
    """How the map is looked at: what part of it, how much larger symbols and names are, and where names stand."""

    frame: Frame
    symbols: float
    names: float
    spots: tuple[Spot, ...]


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
    def number(self) -> Mapping[str, int]:
        """The place of each organization in `dots`."""
        return {dot.name: k for k, dot in enumerate(self.dots)}

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
        return frozenset(k for k, (one, other) in self._joined if one != other)

    @cached_property
    def within(self) -> frozenset[int]:
        """The numbers of the threads between organizations of one sector."""
        return frozenset(k for k, (one, other) in self._joined if one == other)

    @property
    def _joined(self) -> Iterable[tuple[int, tuple[str, str]]]:
        """The sectors that each thread joins, where both are stated."""
        for k, thread in enumerate(self.threads):
            sectors = self.dots[thread.a].sector, self.dots[thread.b].sector
            if NO_SECTOR not in sectors:
                yield k, sectors

    @cached_property
    def partners(self) -> tuple[frozenset[int], ...]:
        """Whom each organization has a line to."""
        found: list[set[int]] = [set() for _ in self.dots]
        for thread in self.threads:
            found[thread.a].add(thread.b)
            found[thread.b].add(thread.a)
        return tuple(map(frozenset, found))

    def bright(self, lit: Collection[int] | None, ties: Joins = "") -> frozenset[int]:
        """The numbers of the threads that stand out: those across or within sectors, or those among who is lit."""
        if lit is None:
            return {"": frozenset[int](), "across": self.across, "within": self.within}[ties]
        within = set(lit)
        return frozenset(k for k, thread in enumerate(self.threads) if {thread.a, thread.b} <= within)

    @property
    def ink(self) -> float:
        """How strongly lines are drawn where none stands out: the more there are, the fainter."""
        return next((ink for most, ink in INK_OF if len(self.threads) < most), INK_LEAST)

    @property
    def symbols(self) -> Frame:
        """The frame around all symbols."""
        return self._around(range(len(self.dots)))

    def far_off(self, lit: Collection[int] | None) -> View:
        """The map for the back row: symbols as large as there is room, and no name that is too small to read.

        Parameters
        ----------
        lit : collection of int or None
            Who is spoken of; None for all, who are named all or not at all.
        """
        frame = self.symbols
        times = _readable(frame)
        shown = range(len(self.dots)) if lit is None else lit
        order = sorted(shown, key=lambda k: (-len(self.partners[k]), k))
        named = self._fitting(order, times, frame)
        if lit is None and len(named) < len(self.dots):
            named = ()
        return View(frame, self.grown, round(times, 2), self._below(named))

    def found(self, chosen: int) -> View:
        """One organization with its partners for the back row: a closer look, and their names around the symbols.

        Parameters
        ----------
        chosen : int
            Whose name is placed first, and whole.
        """
        partners = sorted(self.partners[chosen], key=lambda k: (-len(self.partners[k]), k))
        lit, few = [chosen, *partners], len(partners) <= MOST_PARTNERS
        whole = self.symbols
        frame = _shaped(_at_least(self._around(lit), whole, CLOSEST))
        reach = RADIUS * RING * self.grown
        symbols = [(self.dots[k].x - reach, self.dots[k].y - reach, 2 * reach, 2 * reach) for k in lit]
        here = self.dots[chosen]
        ties = np.array([(here.x, here.y, self.dots[k].x, self.dots[k].y) for k in partners]).reshape(-1, 4)
        for widened in range(WIDENINGS):
            times = _readable(frame)
            wanted = [self._name(k, times, reach, BOLD if k == chosen else 1.0) for k in lit]
            if few:
                placed = spots(wanted, frame, symbols, ties, tries=TRIES + widened)
            else:
                own = spots(wanted[:1], frame, symbols, ties)
                boxes = [(one.x - wanted[0].wide / 2, one.top, wanted[0].wide, wanted[0].high) for one in own]
                placed = (*own, *spots(wanted[1:], frame, [*symbols, *boxes], ties, tries=1))
            numbers = {one.number for one in placed}
            if numbers == set(lit) or (not few and chosen in numbers):
                break
            frame = _at_least(frame, frame, 1 + WIDER)
            # Who found no room comes first the next time.
            lit = sorted(lit, key=lambda k: (k != chosen, k in numbers))
        return View(frame, self.grown, round(times, 2), placed)

    def _name(self, number: int, times: float, reach: float, bold: float) -> Name:
        dot = self.dots[number]
        high = LINE_HEIGHT * times
        return Name(number, dot.x, dot.y, reach, dot.width * times * bold + GAP, high * len(dot.lines), high)

    def _below(self, named: Iterable[int]) -> tuple[Spot, ...]:
        return tuple(Spot(k, self.dots[k].x, round(self.name_top(self.dots[k]), 1)) for k in named)

    @cached_property
    def grown(self) -> float:
        """How many times larger symbols can be drawn with none on another."""
        if len(self.dots) < 2:
            return GROWN
        from scipy.spatial import KDTree

        places = np.array([[dot.x, dot.y] for dot in self.dots])
        nearest = float(np.min(np.asarray(KDTree(places).query(places, k=2)[0])[:, 1]))
        return round(min(GROWN, max(1.0, ROOM * nearest / (2 * RADIUS))), 2)

    def _around(self, dots: Collection[int]) -> Frame:
        """The frame around some symbols."""
        if not dots:
            return (-300.0, -200.0, 600.0, 400.0)
        reach = RADIUS * RING * self.grown + MARGIN
        x, y = [self.dots[k].x for k in dots], [self.dots[k].y for k in dots]
        left, top = min(x) - reach, min(y) - reach
        return _rounded((left, top, max(x) + reach - left, max(y) + reach - top))

    def _name_box(self, number: int, times: float) -> Frame:
        dot = self.dots[number]
        wide = dot.width * times * BOLD + GAP
        return (dot.x - wide / 2, self.name_top(dot), wide, LINE_HEIGHT * len(dot.lines) * times)

    def name_top(self, dot: Dot) -> float:
        """Where a name begins below a symbol that has grown."""
        return dot.y + (dot.name_top - dot.y) * self.grown

    def _fitting(self, order: Sequence[int], times: float, frame: Frame) -> tuple[int, ...]:
        """Whose names fit into the frame below their symbols, on no other name and on no symbol of theirs."""
        reach = RADIUS * self.grown
        taken = [(self.dots[k].x - reach, self.dots[k].y - reach, 2 * reach, 2 * reach) for k in order]
        named = []
        for k in order:
            box = self._name_box(k, times)
            fits = _both(frame, box) == frame and not any(_meet(box, other) for other in taken)
            if fits:
                taken.append(box)
                named.append(k)
        return tuple(sorted(named))


def _readable(frame: Frame) -> float:
    """How many times larger a name is to be, so that it can be read when the frame fills the screen."""
    return READABLE * max(frame[3], frame[2] / ASPECT) / FONT_SIZE


def _both(one: Frame, other: Frame) -> Frame:
    """The frame around both."""
    left, top = min(one[0], other[0]), min(one[1], other[1])
    right, bottom = max(one[0] + one[2], other[0] + other[2]), max(one[1] + one[3], other[1] + other[3])
    within = (left, top, right, bottom) == (one[0], one[1], one[0] + one[2], one[1] + one[3])
    return one if within else _rounded((left, top, right - left, bottom - top))


def _shaped(frame: Frame) -> Frame:
    """The frame, around its middle in the shape of a screen, so that all of it can be written on."""
    wide, high = max(frame[2], frame[3] * ASPECT), max(frame[3], frame[2] / ASPECT)
    return _rounded((frame[0] + (frame[2] - wide) / 2, frame[1] + (frame[3] - high) / 2, wide, high))


def _whole(name: str) -> tuple[str, ...]:
    """A name in few lines and never cut: the longer, the wider they are."""
    for times in np.linspace(1, NAME_WIDEST, 7):
        broken = wrap(name, FONT_SIZE, NAME_WIDTH * float(times), most=len(name) + 1)
        if len(broken) <= NAME_LINES:
            break
    return broken


def _meet(one: Frame, other: Frame) -> bool:
    return all(one[k] < other[k] + other[k + 2] and other[k] < one[k] + one[k + 2] for k in (0, 1))


def _at_least(frame: Frame, whole: Frame, share: float) -> Frame:
    """The frame, around its middle as large as that share of the whole."""
    wide, high = max(frame[2], whole[2] * share), max(frame[3], whole[3] * share)
    return _rounded((frame[0] + (frame[2] - wide) / 2, frame[1] + (frame[3] - high) / 2, wide, high))


def _rounded(frame: Frame) -> Frame:
    left, top, wide, high = (round(value, 1) for value in frame)
    return (left, top, wide, high)


def scene(release: Release) -> Scene:
    """The map of an edition's wave, with the first kind of tie that may be shown.

    Parameters
    ----------
    release : Release
        All that may be drawn.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import release_for
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> graph = from_networkx(nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")]))
    >>> drawn = scene(release_for("partners", Partnership("P", {"1": graph}, {}), [], "1"))
    >>> [dot.name for dot in drawn.dots], [(thread.a, thread.b) for thread in drawn.threads]
    (['a', 'b', 'c'], [(0, 1), (1, 2)])
    """
    partnership = release.partnership
    graph = partnership.graph(release.wave)
    people = graph.organizations.set_index("organization")
    where = positions(partnership)
    broken = {name: _whole(name) for name in graph.names}
    dots = tuple(
        Dot(
            name,
            str(people.loc[name, "sector"]),
            where[name].x,
            where[name].y,
            broken[name],
            max(text_width(line, FONT_SIZE) for line in broken[name]),
            str(people.loc[name, "role"]).casefold() == "backbone",
        )
        for name in graph.names
    )
    sector_of: dict[str, str] = {}
    for each in partnership.graphs.values():
        sector_of.update(zip(each.organizations["organization"], each.organizations["sector"], strict=True))
    tied = set(graph["ties"]["layer"])
    layer = next((name for name in graph.layers if name in tied), next(iter(graph.layers), ""))
    threads = _threads(graph.layer(layer)) if layer else ()
    return Scene(dots, threads, layer, sector_looks(Counter(sector_of.values())))


def _threads(layer: Layer) -> tuple[Thread, ...]:
    """Weaker ties first, so that stronger ones lie on top."""
    found = [(min(line.a, line.b), max(line.a, line.b), line.strength) for line in reported_pairs(layer)]
    steps = sorted({strength for *_, strength in found if strength is not None})
    share = {strength: k / max(1, len(steps) - 1) for k, strength in enumerate(steps)}
    threads = [Thread(a, b, 0.0 if strength is None else share[strength]) for a, b, strength in found]
    return tuple(sorted(threads, key=lambda thread: (thread.strength, thread.a, thread.b)))
