"""What each number means: quantities as linear expressions in who answered and who reported whom.

The variables are whole numbers, 0 or 1: whether an organization answered, whether one end of a line reported the
other, and at which level. A line has a report from one end or both; who reported something answered; between two
organizations without a line there is no report, so these need no variable.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from tests.attacks.extract import Drawn, Fact, Seen

Floats = NDArray[np.float64]
#: ("answered", organization), ("reported", layer, from, to), ("level", layer, from, to, level), ...
Variable = tuple[str | int, ...]


@dataclass
class Expression:
    """A sum of variables with coefficients, and a constant."""

    terms: Counter[int] = field(default_factory=Counter)
    constant: float = 0.0

    def add(self, variable: int, coefficient: int = 1) -> "Expression":
        """Add a variable in place."""
        self.terms[variable] += coefficient
        return self

    def plus(self, other: "Expression", factor: float = 1) -> "Expression":
        """Give the sum of two expressions, the other one times a factor."""
        total = Expression(Counter(self.terms), self.constant + factor * other.constant)
        for variable, coefficient in other.terms.items():
            total.terms[variable] += factor * coefficient  # type: ignore[assignment]
        return total


@dataclass(frozen=True)
class Row:
    """An inequality, and the number on a page that it comes from; blank for what always holds."""

    terms: Mapping[int, float]
    low: float
    high: float
    source: str = ""


class System:
    """All that must hold in one wave."""

    def __init__(self, seen: Seen, wave: str, facts: tuple[Fact, ...] | None = None) -> None:
        self.seen, self.wave = seen, wave
        self.layers = {layer: drawn for (layer, when), drawn in seen.drawn.items() if when == wave}
        self.members = sorted(seen.present[wave])
        self.number: dict[Variable, int] = {}
        self.rows: list[Row] = []
        for organization in self.members:
            self.variable("answered", organization)
        self._joint: set[tuple[str, str]] = set()
        self._levels: set[str] = set()
        for layer, drawn in self.layers.items():
            self._reports(layer, drawn)
        self.used: list[Fact] = []
        for fact in seen.facts if facts is None else facts:
            if fact.wave == wave:
                self._hold(fact)

    def variable(self, *name: str | int) -> int:
        """Number of a variable, new or not."""
        return self.number.setdefault(name, len(self.number))

    def answered(self, organization: int) -> int:
        """Variable: the organization answered."""
        return self.variable("answered", organization)

    def reported(self, layer: str, start: int, end: int) -> int:
        """Variable: the first organization reported the second."""
        return self.variable("reported", layer, start, end)

    def directions(self, layer: str) -> list[tuple[int, int]]:
        """Both directions of each line."""
        lines: list[list[int]] = self.layers[layer].lines.tolist()
        return [pair for a, b in lines for pair in ((a, b), (b, a))]

    def matrix(self, rows: list[Row] | None = None) -> tuple[csr_array, Floats, Floats]:
        """Coefficients, lower and upper bounds."""
        rows = self.rows if rows is None else rows
        at = [k for k, row in enumerate(rows) for _ in row.terms]
        columns = [variable for row in rows for variable in row.terms]
        values = [float(coefficient) for row in rows for coefficient in row.terms.values()]
        shape = (len(rows), len(self.number))
        return (
            csr_array((values, (at, columns)), shape=shape),
            np.array([row.low for row in rows], dtype=float),
            np.array([row.high for row in rows], dtype=float),
        )

    def _require(self, terms: Mapping[int, float], low: float, high: float, source: str = "") -> None:
        self.rows.append(Row(dict(terms), low, high, source))

    def _reports(self, layer: str, drawn: Drawn) -> None:
        for start, end in self.directions(layer):
            self._require({self.reported(layer, start, end): 1, self.answered(start): -1}, -np.inf, 0)
        for a, b in drawn.lines.tolist():
            self._require({self.reported(layer, a, b): 1, self.reported(layer, b, a): 1}, 1, 2)
            # It follows for whole numbers; said outright, it makes the search far shorter.
            self._require({self.answered(a): 1, self.answered(b): 1}, 1, 2)

    def levels(self, layer: str) -> None:
        """Give each report a level: a line is drawn at the higher of its two."""
        if layer in self._levels:
            return
        self._levels.add(layer)
        drawn = self.layers[layer]
        for (a, b), top in zip(drawn.lines.tolist(), drawn.level.tolist(), strict=True):
            for start, end in ((a, b), (b, a)):
                terms = {self.variable("level", layer, start, end, level): 1 for level in range(1, top + 1)}
                self._require({**terms, self.reported(layer, start, end): -1}, 0, 0)
            tops = {self.variable("level", layer, *pair, top): 1 for pair in ((a, b), (b, a))}
            self._require(tops, 1, 2)

    def joint(self, layer: str, other: str) -> list[int]:
        """Variables: a report in both layers."""
        shared = sorted(set(self.directions(layer)) & set(self.directions(other)))
        variables = [self.variable("joint", layer, other, *pair) for pair in shared]
        if (layer, other) not in self._joint:
            self._joint.add((layer, other))
            for both, pair in zip(variables, shared, strict=True):
                one, two = self.reported(layer, *pair), self.reported(other, *pair)
                self._require({both: 1, one: -1}, -np.inf, 0)
                self._require({both: 1, two: -1}, -np.inf, 0)
                self._require({one: 1, two: 1, both: -1}, -np.inf, 1)
        return variables

    def know(self, organization: int, named: Mapping[str, frozenset[int]]) -> None:
        """Add what a partner knows beside the folder: that it answered, and whom it named in each layer."""
        self._require({self.answered(organization): 1}, 1, 1, "own answers")
        for layer in self.layers:
            for start, end in self.directions(layer):
                if start == organization:
                    value = float(end in named.get(layer, frozenset()))
                    self._require({self.reported(layer, start, end): 1}, value, value, "own answers")

    def _hold(self, fact: Fact) -> None:
        """Add the rows of a number, where it can be said in these variables."""
        unnamed = self.seen.unnamed(self.wave)
        if unnamed and (fact.over or fact.quantity == "parts"):
            return
        if fact.quantity == "parts":
            self._one_part(fact)
            return
        quantity = QUANTITIES.get(fact.quantity)
        over = QUANTITIES.get(fact.over) if fact.over else None
        expression = quantity(self, fact) if quantity else None
        whole = over(self, fact) if over else None
        if expression is None or (fact.over and whole is None):
            return
        self.used.append(fact)
        if whole is None:
            low, high = fact.low - expression.constant, fact.high - expression.constant
            if unnamed:
                # The number counts those whom the folder does not name too: it is the most the others can have.
                low = low - unnamed if fact.quantity == "answered" else -np.inf
            self._require(expression.terms, low, high, fact.source)
            return
        least, most = expression.plus(whole, -fact.low), expression.plus(whole, -fact.high)
        self._require(least.terms, -least.constant - 1e-9, np.inf, fact.source)
        self._require(most.terms, -np.inf, -most.constant + 1e-9, fact.source)

    def _one_part(self, fact: Fact) -> None:
        """Where those who answered hang together, each of them has a line to another one."""
        partners: dict[int, set[int]] = {organization: set() for organization in self.members}
        if fact.layer not in self.layers:
            return
        self.used.append(fact)
        for a, b in self.directions(fact.layer):
            partners[a].add(b)
        for organization, others in partners.items():
            terms = {self.answered(other): -1.0 for other in others}
            self._require({**terms, self.answered(organization): 1.0}, -np.inf, 0, fact.source)


# Quantities -------------------------------------------------------------------------------------------------------

Quantity = Callable[[System, Fact], Expression | None]


def _answered(system: System, fact: Fact) -> Expression:
    total = Expression()
    for k in system.members:
        if not fact.of or system.seen.sector[k] == fact.of[0]:
            total.add(system.answered(k))
    return total


def _organizations(system: System, fact: Fact) -> Expression:
    return Expression(constant=len(system.members))


def _mentions(keep: Callable[[str, str, tuple[str, ...]], bool]) -> Quantity:
    """Reports whose two sectors meet a condition."""

    def quantity(system: System, fact: Fact) -> Expression | None:
        if fact.layer not in system.layers:
            return None
        sector, total = system.seen.sector, Expression()
        for a, b in system.directions(fact.layer):
            if keep(sector[a], sector[b], fact.of):
                total.add(system.reported(fact.layer, a, b))
        return total

    return quantity


def _asked(keep: Callable[[str, str], bool]) -> Quantity:
    """Ordered pairs that were asked about: everybody who answered was asked about everybody else."""

    def quantity(system: System, fact: Fact) -> Expression:
        sector, total = system.seen.sector, Expression()
        for k in system.members:
            others = sum(other != k and keep(sector[k], sector[other]) for other in system.members)
            total.add(system.answered(k), others)
        return total

    return quantity


def _pairs_known(system: System, fact: Fact) -> Expression | None:
    """Lines between two that answered; as one end of a line did, they are a + b - 1."""
    if fact.layer not in system.layers:
        return None
    total = Expression()
    for a, b in system.layers[fact.layer].lines.tolist():
        total.add(system.answered(a)).add(system.answered(b))
        total.constant -= 1
    return total


def _named_by_both(system: System, fact: Fact) -> Expression | None:
    """Lines reported by both ends; as one end did, they are r + r' - 1."""
    total = _mentions(lambda *_: True)(system, fact)
    if total is not None:
        total.constant -= len(system.layers[fact.layer].lines)
    return total


def _sum_of(*parts: tuple[float, Quantity]) -> Quantity:
    def quantity(system: System, fact: Fact) -> Expression | None:
        total = Expression()
        for factor, part in parts:
            expression = part(system, fact)
            if expression is None:
                return None
            total = total.plus(expression, factor)
        return total

    return quantity


def _at_level(system: System, fact: Fact) -> Expression | None:
    drawn = system.layers.get(fact.layer)
    if drawn is None or fact.of[0] not in drawn.levels:
        return None
    system.levels(fact.layer)
    level, total = drawn.levels.index(fact.of[0]) + 1, Expression()
    for (a, b), top in zip(drawn.lines.tolist(), drawn.level.tolist(), strict=True):
        if level <= top:
            for pair in ((a, b), (b, a)):
                total.add(system.variable("level", fact.layer, *pair, level))
    return total


def _below(steps: int) -> Quantity:
    """Lines whose two ends put them `steps` or more levels apart: one end stands at the line's level."""

    def quantity(system: System, fact: Fact) -> Expression | None:
        drawn = system.layers.get(fact.layer)
        if drawn is None or not drawn.levels:
            return None
        system.levels(fact.layer)
        total = Expression()
        for (a, b), top in zip(drawn.lines.tolist(), drawn.level.tolist(), strict=True):
            for level in range(1, top - steps + 1):
                for pair in ((a, b), (b, a)):
                    total.add(system.variable("level", fact.layer, *pair, level))
        return total

    return quantity


def _in_both(system: System, fact: Fact) -> Expression | None:
    if not set(fact.of) <= system.layers.keys():
        return None
    return Expression(Counter(system.joint(*fact.of)))


def _in_either(system: System, fact: Fact) -> Expression | None:
    both = _in_both(system, fact)
    if both is None:
        return None
    total = Expression().plus(both, -1)
    for layer in fact.of:
        for pair in system.directions(layer):
            total.add(system.reported(layer, *pair))
    return total


_ALL = _mentions(lambda *_: True)
_WITHIN = _mentions(lambda start, end, _: start == end)
_ACROSS = _mentions(lambda start, end, _: start != end)
_ASKED = _asked(lambda *_: True)

#: Every quantity that pages state, by the name that extractors give it.
QUANTITIES: Mapping[str, Quantity] = {
    "answered": _answered,
    "organizations": _organizations,
    "asked": _ASKED,
    "asked within": _asked(lambda start, end: start == end),
    "asked across": _asked(lambda start, end: start != end),
    "no mention": _sum_of((1, _ASKED), (-1, _ALL)),
    "mentions": _mentions(lambda start, end, of: not of or (start, end) == of),
    "mentions by": _mentions(lambda start, _, of: start == of[0]),
    "mentions leaving": _mentions(lambda start, end, of: start == of[0] != end),
    "mentions within": _WITHIN,
    "mentions across": _ACROSS,
    "mentions across less within": _sum_of((1, _ACROSS), (-1, _WITHIN)),
    "pairs known": _pairs_known,
    "named by both": _named_by_both,
    "named by one": _sum_of((1, _pairs_known), (-1, _named_by_both)),
    "mentions returned": _sum_of((2, _named_by_both)),
    "mentions between answered": _sum_of((1, _pairs_known), (1, _named_by_both)),
    "mentions at level": _at_level,
    "levels differ": _below(1),
    "levels far apart": _below(2),
    "in both layers": _in_both,
    "in either layers": _in_either,
}
