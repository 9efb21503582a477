"""What each quantity that pages state counts, as a sum of answers and reports."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tests.attacks.linear import Expression
from tests.attacks.seen import Fact

if TYPE_CHECKING:
    from tests.attacks.constraints import System

Quantity = Callable[["System", Fact], Expression | None]


def _answered(system: "System", fact: Fact) -> Expression:
    total = Expression()
    for k in system.members:
        if not fact.of or system.seen.sector[k] == fact.of[0]:
            total.add(system.answered(k))
    return total


def _organizations(system: "System", fact: Fact) -> Expression:
    return Expression(constant=len(system.members))


def _mentions(keep: Callable[[str, str, tuple[str, ...]], bool]) -> Quantity:
    """Reports whose two sectors meet a condition."""

    def quantity(system: "System", fact: Fact) -> Expression | None:
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

    def quantity(system: "System", fact: Fact) -> Expression:
        sector, total = system.seen.sector, Expression()
        for k in system.members:
            others = sum(other != k and keep(sector[k], sector[other]) for other in system.members)
            total.add(system.answered(k), others)
        return total

    return quantity


def _pairs_known(system: "System", fact: Fact) -> Expression | None:
    """Lines between two that answered; as one end of a line did, they are a + b - 1."""
    if fact.layer not in system.layers:
        return None
    total = Expression()
    for a, b in system.layers[fact.layer].lines.tolist():
        total.add(system.answered(a)).add(system.answered(b))
        total.constant -= 1
    return total


def _named_by_both(system: "System", fact: Fact) -> Expression | None:
    """Lines reported by both ends; as one end did, they are r + r' - 1."""
    total = _mentions(lambda *_: True)(system, fact)
    if total is not None:
        total.constant -= len(system.layers[fact.layer].lines)
    return total


def _sum_of(*parts: tuple[float, Quantity]) -> Quantity:
    def quantity(system: "System", fact: Fact) -> Expression | None:
        total = Expression()
        for factor, part in parts:
            expression = part(system, fact)
            if expression is None:
                return None
            total = total.plus(expression, factor)
        return total

    return quantity


def _at_level(system: "System", fact: Fact) -> Expression | None:
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

    def quantity(system: "System", fact: Fact) -> Expression | None:
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


def _in_both(system: "System", fact: Fact) -> Expression | None:
    if not set(fact.of) <= system.layers.keys():
        return None
    return Expression(Counter(system.joint(*fact.of)))


def _in_either(system: "System", fact: Fact) -> Expression | None:
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
    "answered at least": _answered,
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
