"""The registry of measures: a decorator that notes what a measure is and hands it back untouched.

A measure computes value and tables. What it *declares* here lets one runner add test and range, and lets
``explain``, the report and the reference speak of it: so a measure knows no inference, inference knows no
measure, and adding one is one file.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import walk_packages
from typing import Any, Literal, TypeVar

from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.model.finding import Finding, Interval, Message
from stakeholder_graph.model.table import Disclosure

F = TypeVar("F", bound=Callable[..., Any])

#: What a measure is handed: a layer; a layer with the graph that it is of; several layers of a graph at once; a wave
#: (its graph and the partnership); the whole partnership; or, on the floor of studies, a layer with all that they need.
Over = Literal["layer", "layer in graph", "layers", "wave", "partnership", "study"]

#: Packages whose modules register measures when imported, in the order of the report.
HOMES = ("stakeholder_graph.measures", "stakeholder_graph.studies")
ENTRY_POINTS = "stakeholder_graph.measures"


@dataclass(frozen=True)
class LabelNull:
    """How statistics read off mixing matrices, or off labels, for the null in which labels are permuted.

    Parameters
    ----------
    statistic : callable
        ``(layer, mixing) -> values``: from counts of ties by pair of sectors, shape (..., S, S), to the measure's
        value, shape (...); the layer says what does not change, such as whether ties have a direction.
    expected : callable, optional
        ``(layer) -> float``: the exact mean under the null.
    cells : callable, optional
        ``(layer, mixing) -> values``: one statistic for each row of the main table, shape (..., rows); the
        runner adds the columns p and p_adjusted to that table, which has a column `expected`.
    judged : callable, optional
        ``(row) -> bool``: which rows are tested together; all unless told. The others have no p_adjusted.
    verdict : callable, optional
        ``(row) -> str``: the last column of the main table, once p_adjusted is known.
    value : callable, optional
        ``(rows) -> float``: the measure's value, where it counts verdicts.
    relabelled : callable, optional
        ``(layer, labels) -> values``: for statistics that mixing matrices do not determine; from labels, shape
        (b, n), to one statistic for each row of the table `network`, shape (b, rows). The runner adds the columns
        by_chance (the mean), p and p_adjusted to that table.
    """

    statistic: Callable[[Any, Any], Any] | None = None
    expected: Callable[[Any], float] | None = None
    cells: Callable[[Any, Any], Any] | None = None
    judged: Callable[[Mapping[str, Any]], bool] = lambda row: True
    verdict: Callable[[Mapping[str, Any]], str] | None = None
    value: Callable[[Sequence[Mapping[str, Any]]], float] | None = None
    relabelled: Callable[[Any, Any], Any] | None = None


@dataclass(frozen=True)
class MeasureInfo:
    """What is known of a measure besides its code.

    Parameters
    ----------
    name : str
        The function's name, used on the command line and in files.
    function : callable
        The measure itself.
    over : {"layer", "layer in graph", "layers", "wave", "partnership", "study"}
        ``layer``: called with a `Layer`; ``layer in graph``: with a `Layer` and its `PartnerGraph`; ``layers``: with
        a `PartnerGraph` and the names of its layers that are asked for; ``wave``: with a `PartnerGraph` and its
        `Partnership`; ``partnership``: with the `Partnership`; ``study``: with a `StudyContext`.
    section : str
        The section of the report that it stands in.
    title, question, how_to_read, formula, undefined : str
        In plain words; `formula` for the evaluator.
    unit : str
        Of the value.
    bounds : tuple of (float or None)
        The least and the greatest the value can be.
    sources : tuple of str
        The literature.
    words : mapping of str to str
        English words for the message ids that the measure uses, with ``{field}`` to fill in.
    reading : callable
        ``(finding) -> Message``: what the finished finding says.
    questions : tuple of str
        Questions for the room.
    statistic : callable, optional
        ``(layer) -> float``: the value alone, for a layer with everything observed; the runner uses it for
        estimate and range.
    certain : callable, optional
        ``(layer) -> (low, high)``: between what the value must lie whatever those who have not answered would say,
        without any assumption; None where even that is undefined.
    no_range : str
        Why there is no range, where `statistic` is absent.
    told : callable, optional
        ``(finding, value) -> float``: the value as readers are told it, where that is not in its own unit; the words
        ``told`` then say what it counts, with ``{value}`` to fill in.
    null : LabelNull, optional
        How to test the value against chance.
    discloses : Disclosure
        What the value itself speaks of; tables say theirs.
    seeded : bool
        True where the function takes ``seed=``.
    group : bool
        True where it compares sectors, or whatever organizations are grouped by.
    supporting : bool
        True where it serves the evaluator: folded away in the report, and never on page one.
    compared : bool
        True where the measure itself compares with chance, in a way that its formula tells.
    counts : {"answers", "organizations", "seats"}
        What a count is made of: what organizations answered, the list of organizations, or who sits in which team.
    about : tuple of str
        Kinds of affiliation it speaks of, and ``rating``; their promise then counts.
    asks : {"ties", "trust", "value"}
        Of a measure over layers: what these ask about; of ties, those that everyone was asked about.
    """

    name: str
    function: Callable[..., Any]
    over: Over
    section: str
    title: str
    question: str
    how_to_read: str
    formula: str
    undefined: str
    unit: str
    bounds: tuple[float | None, float | None]
    sources: tuple[str, ...]
    words: Mapping[str, str]
    reading: Callable[[Finding], Message | None]
    questions: tuple[str, ...] = ()
    statistic: Callable[[Any], float] | None = None
    certain: Callable[[Any], Interval | None] | None = None
    no_range: str = ""
    told: Callable[[Finding, float], float] | None = None
    null: LabelNull | None = None
    discloses: Disclosure = Disclosure.NETWORK
    seeded: bool = False
    group: bool = False
    supporting: bool = False
    compared: bool = False
    counts: Literal["answers", "organizations", "seats"] = "answers"
    about: tuple[str, ...] = ()
    asks: Literal["ties", "trust", "value"] = "ties"


def whole(finding: Finding, value: float) -> float:
    """How readers are told a count, and the ends of its range: as a whole number."""
    return round(value)


_MEASURES: dict[str, MeasureInfo] = {}


def measure(**declared: Any) -> Callable[[F], F]:
    """Register a measure under its function's name and hand the function back untouched.

    Parameters
    ----------
    **declared
        The fields of `MeasureInfo` other than `name` and `function`.

    Examples
    --------
    >>> from stakeholder_graph.measures._registry import measures
    >>> from stakeholder_graph.measures.network.density import density
    >>> measures()["density"].function is density
    True
    """

    def register(function: F) -> F:
        name = function.__name__
        _MEASURES[name] = MeasureInfo(name=name, function=function, **declared)
        return function

    return register


def measures() -> Mapping[str, MeasureInfo]:
    """All measures there are, ours and those that other packages offer through an entry point.

    Returns
    -------
    mapping of str to MeasureInfo
        By name, sorted.
    """
    _load()
    return {name: _MEASURES[name] for name in sorted(_MEASURES)}


@cache
def _load() -> None:
    for home in HOMES:
        package = import_module(home)
        for module in sorted(info.name for info in walk_packages(package.__path__, f"{home}.")):
            import_module(module)
    for entry in sorted(entry_points(group=ENTRY_POINTS), key=lambda entry: entry.name):
        entry.load()


def find_measure(name: str) -> MeasureInfo:
    """The measure of that name.

    Raises
    ------
    UnknownNameError
        Naming those there are.
    """
    known = measures()
    if name not in known:
        raise UnknownNameError("measure", name, known)
    return known[name]
