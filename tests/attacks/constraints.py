"""What must hold in one wave: what always holds of lines, and one row or two for each number on a page.

The variables are whole numbers, 0 or 1: whether an organization answered, whether one end of a line reported the
other, and at which level. A line has a report from one end or both; who reported something answered; between two
organizations without a line there is no report, so these need no variable.
"""

import copy
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from tests.attacks.linear import Row
from tests.attacks.quantities import QUANTITIES
from tests.attacks.seen import Drawn, Fact, Seen
from tests.attacks.truth import Truth

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
#: ("answered", organization), ("reported", layer, from, to), ("level", layer, from, to, level), ...
Variable = tuple[str | int, ...]


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
        self._of_lines: dict[str, tuple[Ints, Ints, Ints, Ints]] = {}
        self._joint: set[tuple[str, str]] = set()
        self._levels: set[str] = set()
        for layer, drawn in self.layers.items():
            self._reports(layer, drawn)
        #: What a partner knows of its own answers: the value of each of their variables.
        self.own: dict[int, int] = {}
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

    def of_lines(self, layer: str) -> tuple[Ints, Ints, Ints, Ints]:
        """Variables of each line: whether its first end answered, its second, the first reported it, the second did."""
        if layer not in self._of_lines:
            lines: list[list[int]] = self.layers[layer].lines.tolist()
            rows = [
                (self.answered(a), self.answered(b), self.reported(layer, a, b), self.reported(layer, b, a))
                for a, b in lines
            ]
            first, second, there, back = np.array(rows, dtype=np.int64).reshape(-1, 4).T
            self._of_lines[layer] = first, second, there, back
        return self._of_lines[layer]

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

    def informed(self, organization: int, truth: Truth) -> "System":
        """Add what a partner knows beside the folder: whether it answered, whom it named and how closely."""
        system = copy.copy(self)
        system.rows, system.own = list(self.rows), dict(self.own)
        system._know(self.answered(organization), int(organization in truth.answered))
        for layer, drawn in self.layers.items():
            named = truth.reports[layer]
            for (a, b), top in zip(drawn.lines.tolist(), drawn.level.tolist(), strict=True):
                if organization in (a, b):
                    other = a + b - organization
                    own = named.get((organization, other), 0)
                    system._know(self.reported(layer, organization, other), int(own > 0))
                    if top and own < top:
                        # The line is drawn closer than it said, so the other side said so.
                        system._know(self.reported(layer, other, organization), 1)
        return system

    def _know(self, variable: int, value: int) -> None:
        self.own[variable] = value
        self._require({variable: 1}, value, value, "own answers")

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
            high = np.inf if fact.quantity == "answered at least" else high
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
