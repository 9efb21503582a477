"""Numbers that anybody can count on the map: they say nothing that its lines do not say."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations

import networkx as nx

from tests.attacks.seen import Fact, Seen

#: How the map calls it where no sector is stated; measures of sectors leave these organizations out.
UNSTATED = ("", "Not stated")

Pair = tuple[int, int]


def without_counted(seen: Seen) -> tuple[Seen, list[Fact]]:
    """A folder without the numbers that are counts of its lines, and these numbers.

    The numbers of one measure are taken together: all of them count lines, or they count what was answered.
    """
    groups: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in seen.facts:
        groups.setdefault((fact.layer, fact.wave, fact.source.rsplit(":", 1)[0]), []).append(fact)
    counted = [fact for group in groups.values() if all(map(_counts(seen), group)) for fact in group]
    left = tuple(fact for fact in seen.facts if fact not in set(counted))
    return replace(seen, facts=left), counted


def _counts(seen: Seen) -> Callable[[Fact], bool]:
    def counted(fact: Fact) -> bool:
        return any(fact.low - 1e-9 <= value <= fact.high + 1e-9 for value in _values(seen, fact))

    return counted


def _values(seen: Seen, fact: Fact) -> Iterator[float]:
    """What a number is if it counts lines: of all organizations, or of those with a sector."""
    if (fact.layer, fact.wave) not in seen.drawn and not all((name, fact.wave) in seen.drawn for name in fact.of):
        return
    for stated in (False, True):
        members = [k for k in sorted(seen.present[fact.wave]) if not stated or seen.sector[k] not in UNSTATED]
        map_ = _Map(seen, fact, members)
        value, over = map_.value(fact.quantity), map_.value(fact.over) if fact.over else 1.0
        if value is not None and over:
            yield value / over


class _Map:
    """The lines of one layer among some organizations."""

    def __init__(self, seen: Seen, fact: Fact, members: list[int]) -> None:
        self.seen, self.fact, self.members = seen, fact, members
        self.lines = self.of(fact.layer)

    def value(self, quantity: str) -> float | None:
        """How many there are on the map; None for what no map shows."""
        count = QUANTITIES.get(quantity)
        return None if count is None else count(self)

    def of(self, layer: str) -> set[Pair]:
        """The lines of a layer."""
        if (layer, self.fact.wave) not in self.seen.drawn:
            return set()
        there = set(self.members)
        lines = self.seen.drawn[layer, self.fact.wave].lines.tolist()
        return {(min(pair), max(pair)) for pair in lines if set(pair) <= there}

    def pairs(self) -> set[Pair]:
        """All pairs, with a line or without."""
        return set(combinations(self.members, 2))

    def joins(self, pairs: set[Pair], within: bool) -> int:
        """How many pairs are within one sector, or across two."""
        return sum((self.seen.sector[a] == self.seen.sector[b]) is within for a, b in pairs)

    def between(self) -> int:
        """How many lines join the two sectors that the number speaks of; all where it speaks of none."""
        wanted = sorted(self.fact.of)
        return sum(not wanted or sorted((self.seen.sector[a], self.seen.sector[b])) == wanted for a, b in self.lines)

    def leaving(self) -> int:
        """How many lines lead from a sector to others."""
        sector = self.fact.of[0]
        return sum((self.seen.sector[a] == sector) != (self.seen.sector[b] == sector) for a, b in self.lines)

    def at_level(self) -> int | None:
        """How many lines are drawn at a level."""
        drawn = self.seen.drawn[self.fact.layer, self.fact.wave]
        if not self.fact.of or self.fact.of[0] not in drawn.levels:
            return None
        return int((drawn.level == drawn.levels.index(self.fact.of[0]) + 1).sum())

    def parts(self) -> int:
        """In how many parts the map falls."""
        graph: nx.Graph[int] = nx.Graph(self.lines)
        graph.add_nodes_from(self.members)
        return nx.number_connected_components(graph)


QUANTITIES: Mapping[str, Callable[[_Map], float | None]] = {
    "answered": lambda m: None if not m.fact.layer or m.fact.of else len(m.members),
    "organizations": lambda m: len(m.members),
    "asked": lambda m: len(m.pairs()),
    "asked within": lambda m: m.joins(m.pairs(), within=True),
    "asked across": lambda m: m.joins(m.pairs(), within=False),
    "no mention": lambda m: len(m.pairs()) - len(m.lines),
    "mentions": _Map.between,
    "mentions leaving": _Map.leaving,
    "mentions within": lambda m: m.joins(m.lines, within=True),
    "mentions across": lambda m: m.joins(m.lines, within=False),
    "mentions across less within": lambda m: m.joins(m.lines, within=False) - m.joins(m.lines, within=True),
    "mentions at level": _Map.at_level,
    "in both layers": lambda m: len(set.intersection(*(m.of(name) for name in m.fact.of))),
    "in either layers": lambda m: len(set.union(*(m.of(name) for name in m.fact.of))),
    "parts": _Map.parts,
}
