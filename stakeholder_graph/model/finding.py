"""The Finding: one measured thing in one scope, with its test, its range and what it discloses.

A finding holds no sentences. Its reading and caveats are `Message` values, ids with fields, which views put
into words after an edition has taken out what may not be seen: a name baked into a sentence would leak.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from stakeholder_graph.model.html_table import HtmlCell, html_table
from stakeholder_graph.model.table import Cell, Disclosure, Table
from stakeholder_graph.text import number

#: A difference from chance is clear where its p, corrected where several are tested together, is at most this.
LEVEL = 0.05

Interval = tuple[float, float]
Ties = Literal["reported", "either", "both"]
Tone = Literal["strength", "concern", "neutral", "unknown"]


@dataclass(frozen=True, slots=True)
class Estimated:
    """That what was counted so far lies outside the range of the estimate for the whole roster.

    Parameters
    ----------
    so_far : float
        What was counted, in the unit of the finding.
    range : interval
        Of the estimate.
    leads : bool
        Whether the message says the estimate; else it says what was counted so far.
    """

    so_far: float
    range: Interval
    leads: bool = True


@dataclass(frozen=True, slots=True)
class Message:
    """Something to be said, not yet in words.

    Parameters
    ----------
    id : str
        Key into the words, such as ``"more_inside"``.
    fields : mapping of str to cell
        What the sentence needs: numbers, names.
    tone : {"strength", "concern", "neutral", "unknown"}
        Whether it is good news, a worry, neither, or too close to call.
    discloses : Disclosure
        The closest thing its fields name.
    answered_only : bool
        Whether it holds among those who answered only, while others have not; the runner marks that.
    estimated : Estimated or None
        Where what was counted so far lies outside the range: that number and the range.
    among_tests : int
        With how many tests its own is corrected, where it does not survive that: it is then too close to call. 0 where
        it does, and where nothing was tested.
    permutations, permutations_needed : int
        Where it does not survive that, and there were fewer permutations than so many tests need: how many there were,
        and how many these need. 0 where there were enough.
    as_asked : bool
        Whether it holds as far as was asked: everyone answered, though not about everyone, or within a limit on names.
    """

    id: str
    fields: Mapping[str, Cell] = field(default_factory=dict)
    tone: Tone = "neutral"
    discloses: Disclosure = Disclosure.NETWORK
    answered_only: bool = False
    estimated: Estimated | None = None
    among_tests: int = 0
    permutations: int = 0
    permutations_needed: int = 0
    as_asked: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "fields", MappingProxyType(dict(self.fields)))


@dataclass(frozen=True, slots=True)
class Scope:
    """What part of the partnership a finding speaks of.

    Parameters
    ----------
    waves, layers : tuple of str
        Empty `layers` where no kind of tie is involved.
    ties : {"reported", "either", "both"} or None
        Which reports count as a tie; None where no tie is involved or ties have no direction.
    group : str or None
        The attribute by which organizations were grouped.
    """

    waves: tuple[str, ...]
    layers: tuple[str, ...] = ()
    ties: Ties | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Test:
    """How the value compares with what chance alone would give.

    Parameters
    ----------
    null : str
        Which chance, such as ``"labels"``.
    permutations : int
        How many times it was simulated.
    expected, sd : float
        Mean and standard deviation under the null; `expected` is exact where a closed form exists.
    p : float
        Two-sided, in (0, 1]: twice the smaller tail, each tail (1 + k)/(1 + B).
    seed : int
        The simulation's seed.
    """

    __test__ = False  # pytest would collect the name

    null: str
    permutations: int
    expected: float
    sd: float
    p: float
    seed: int

    @property
    def error(self) -> float:
        """The Monte Carlo standard error of p, twice a share of simulations: sqrt(p (2 - p) / B)."""
        return math.sqrt(self.p * (2 - self.p) / self.permutations)

    @property
    def could_turn(self) -> bool:
        """Whether two standard errors more or less could turn the verdict."""
        return abs(self.p - LEVEL) <= 2 * self.error


@dataclass(frozen=True, slots=True)
class Quotient:
    """A share or a mean as the two numbers that it is made of.

    Parameters
    ----------
    numerator, denominator : float
        Counts or sums; the denominator is not 0.

    Examples
    --------
    >>> Quotient(469, 2580).value
    0.1817829457364341
    """

    numerator: float
    denominator: float

    @property
    def value(self) -> float:
        """The share or the mean."""
        return float(self.numerator) / float(self.denominator)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a measure returns: the value and its tables, before any test or range.

    Parameters
    ----------
    value : float or None
        None where undefined; then a caveat says why.
    table : Table or None
        The main table.
    tables : mapping of str to Table
        Further tables by name.
    attainable : interval or None
        The lowest and highest value these group sizes and this number of ties allow.
    rescaled : float or None
        The value mapped linearly so that the attainable range becomes the bounds.
    caveats : sequence of Message
        What limits the value.
    test, estimate, range_like, range, certain
        As in `Finding`, from a measure that has to find them itself; the runner adds them to all others.
    quotient : Quotient or None
        Of a share or a mean: what was divided by what.
    """

    value: float | None
    table: Table | None = None
    tables: Mapping[str, Table] = field(default_factory=dict)
    attainable: Interval | None = None
    rescaled: float | None = None
    caveats: Sequence[Message] = ()
    test: Test | None = None
    estimate: float | None = None
    range_like: Interval | None = None
    range: Interval | None = None
    certain: Interval | None = None
    quotient: Quotient | None = None

    @classmethod
    def of(
        cls,
        quotient: Quotient,
        table: Table | None = None,
        tables: Mapping[str, Table] | None = None,
        *,
        caveats: Sequence[Message] = (),
        test: Test | None = None,
    ) -> "Measured":
        """Give a share or a mean, so that its value is what its numerator and denominator say.

        Parameters
        ----------
        quotient : Quotient
            What was divided by what.
        table, tables, caveats, test
            As of the class.

        Examples
        --------
        >>> Measured.of(Quotient(1, 4)).value
        0.25
        """
        return cls(quotient.value, table, tables or {}, caveats=caveats, test=test, quotient=quotient)


@dataclass(frozen=True, slots=True)
class Finding:
    """One measured thing in one scope.

    Parameters
    ----------
    name : str
        The measure's name.
    scope : Scope
        What it speaks of.
    value : float or None
        On what was observed; None where undefined.
    unit : str
        Such as ``"index"``, ``"share"``.
    bounds : interval or None
        What the measure can be at all; None on a side stands for no limit.
    estimate : float or None
        The median over draws of what was not observed.
    range_like, range : interval or None
        5 % to 95 % of the draws if those who did not answer are like those who did; the same if they are half
        or twice as active.
    certain : interval or None
        Between what the value must lie whatever those who have not answered would say, without any assumption; of a
        count of indicators, what their own noise allows.
    test : Test or None
        Against chance: for statistics of sectors, with the sectors permuted.
    rewired : Test or None
        Against a second null model: ties rewired, everyone keeping as many.
    table, tables
        As in `Measured`.
    reading : Message or None
        What it says in one sentence; None where the edition may not say it.
    caveats : tuple of Message
        What limits it.
    discloses : Disclosure
        What the value itself speaks of.
    complete : bool or None
        Whether everyone answered all that it rests on, so that nothing had to be guessed; None where nothing says who
        answered.
    in_words : bool
        Whether it stands for a finding of which its readers hear the verdict only, without any number.
    released : bool
        Whether it was made of a release, for a copy beyond the backbone's desk: counted on the lines of its map and the
        lists it holds, or one of its verdicts in words.

    Other Parameters
    ----------------
    attainable, rescaled, quotient
        As in `Measured`.
    """

    name: str
    scope: Scope
    value: float | None
    unit: str
    bounds: tuple[float | None, float | None]
    attainable: Interval | None = None
    rescaled: float | None = None
    estimate: float | None = None
    range_like: Interval | None = None
    range: Interval | None = None
    certain: Interval | None = None
    test: Test | None = None
    rewired: Test | None = None
    table: Table | None = None
    tables: Mapping[str, Table] = field(default_factory=dict)
    reading: Message | None = None
    caveats: tuple[Message, ...] = ()
    discloses: Disclosure = Disclosure.NETWORK
    complete: bool | None = False
    in_words: bool = False
    released: bool = False
    quotient: Quotient | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "tables", MappingProxyType(dict(self.tables)))

    def __repr__(self) -> str:
        value = "not defined" if self.value is None else f"{self.value:.4g}"
        return f"<Finding {self.id}: {value}{f', p = {self.test.p:.3g}' if self.test else ''}>"

    def _repr_html_(self) -> str:
        """The numbers alone: a list of findings says what each means."""
        rows: list[list[HtmlCell]] = [["value", self.value], ["unit", self.unit]]
        for name, interval in (("range", self.range), ("certain", self.certain)):
            rows += [[name, " to ".join(map(number, interval))]] if interval else []
        if self.test:
            rows += [["expected by chance", self.test.expected], ["p", self.test.p]]
        return html_table([], rows, self.id)

    @property
    def id(self) -> str:
        """``name/layer/wave``, with ``-`` for no layer.

        Examples
        --------
        >>> Finding("density", Scope(("2025",), ("trust",)), 0.2, "share", (0, 1)).id
        'density/trust/2025'
        """
        return "/".join((self.name, "+".join(self.scope.layers) or "-", "+".join(self.scope.waves)))

    @property
    def disclosed(self) -> Disclosure:
        """The closest thing that anything in the finding speaks of."""
        levels = [self.discloses, *(table.disclosed for table in self.tables.values())]
        levels += [self.table.disclosed] if self.table is not None else []
        levels += [message.discloses for message in (self.reading, *self.caveats) if message]
        return max(levels)
