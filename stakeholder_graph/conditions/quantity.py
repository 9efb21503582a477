"""The quantity: what is known of the number that a row of a rubric asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from stakeholder_graph.graph import Layer
from stakeholder_graph.model.cells import Cell
from stakeholder_graph.model.finding import Interval


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its range, or the reason why there is none.

    Parameters
    ----------
    value : float, optional
        What was found; None where there is nothing.
    range : interval, optional
        Between what it lies; None where it is a fact, or where nothing says.
    numerator, denominator : float, optional
        Of a share or a mean.
    p : float, optional
        Of a test against chance.
    above : bool
        Of a test: whether the value lies above chance.
    step : float, optional
        How far one answer can move the value: 1 / n of a share.
    cases : int, optional
        How many cases it rests on, where too few tell nothing.
    fact : bool
        Whether nothing had to be guessed.
    certain : bool
        Whether the range is certain, whatever those who have not answered would say.
    finding : str
        The id of the finding that it was read from, or the name of the fact.
    missing : str
        Id of the reason why too few answers tell it.
    absent : str
        Id of the reason why it does not apply here.
    fields : mapping of str to cell
        What the reason names.
    statistic, layer : callable and str
        Of a range over imputations: how it is computed from a completed layer, and of which.
    hangs_on : tuple of str
        Whose answers alone can move it, where it is not all that have not answered. For the desk alone.

    Examples
    --------
    >>> share(3, 4).value, share(3, 4, high=4).range
    (0.75, (0.75, 1.0))
    """

    value: float | None = None
    range: Interval | None = None
    numerator: float | None = None
    denominator: float | None = None
    p: float | None = None
    above: bool = True
    step: float | None = None
    cases: int | None = None
    fact: bool = False
    certain: bool = False
    finding: str = ""
    missing: str = ""
    absent: str = ""
    fields: Mapping[str, Cell] = field(default_factory=dict)
    statistic: Callable[[Layer], float] | None = field(default=None, compare=False)
    layer: str = ""
    hangs_on: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "fields", MappingProxyType(dict(self.fields)))

    def counted(self) -> "Quantity":
        """The same as a count instead of a share."""
        if self.numerator is None or self.denominator is None:
            return self
        among = self.denominator
        ends = None if self.range is None else (self.range[0] * among, self.range[1] * among)
        return replace(self, value=self.numerator, range=ends, step=1.0)


def share(count: float, among: float, *, low: float | None = None, high: float | None = None) -> Quantity:
    """A share of cases, of which some may still change sides.

    Parameters
    ----------
    count, among : float
        How many of how many.
    low, high : float, optional
        How many at least and at most; without either it is a fact.
    """
    ends = None
    if (low, high) != (None, None):
        ends = ((count if low is None else low) / among, (count if high is None else high) / among)
    settled = ends is None or ends[0] == ends[1]
    return Quantity(
        count / among,
        None if settled else ends,
        numerator=count,
        denominator=among,
        step=1 / among,
        cases=int(among),
        fact=settled,
        certain=not settled,
    )


def does_not_apply(reason: str, **fields: Cell) -> Quantity:
    """Nothing here that the row could be about.

    Parameters
    ----------
    reason : str
        Id of the reason.
    **fields : cell
        What the reason names.
    """
    return Quantity(absent=reason, fields=fields)


def too_few(reason: str, **fields: Cell) -> Quantity:
    """Too few answers to tell.

    Parameters
    ----------
    reason : str
        Id of the reason.
    **fields : cell
        What the reason names.
    """
    return Quantity(missing=reason, fields=fields)
