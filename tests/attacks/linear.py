"""Sums of whole-number variables, and inequalities between them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field


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
