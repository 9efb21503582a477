"""The registry of measures: a decorator that notes what a measure is.

A measure computes value and tables. What it *declares* here lets one runner add test and range, and lets
``explain``, the report and the reference speak of it: so a measure knows no inference, inference knows no
measure, and adding one is one file.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import walk_packages
from typing import Any, TypeVar, cast, get_type_hints

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._declaration import Declaration, MeasureRole
from stakeholder_graph.measures._docstring import with_declaration
from stakeholder_graph.measures._guard import guarded
from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.model.finding import Finding, Measured

Function = TypeVar("Function", bound=Callable[..., Measured])

#: Packages whose modules register measures when imported, in the order of the report.
HOMES = ("stakeholder_graph.measures", "stakeholder_graph.studies")
ENTRY_POINTS = "stakeholder_graph.measures"


@dataclass(frozen=True, kw_only=True)
class MeasureInfo(Declaration):
    """What is known of a measure: its declaration, its name and its function.

    Parameters
    ----------
    name : str
        The function's name, used on the command line and in files.
    function : callable
        The measure itself, with its guards.
    takes : mapping of str to type
        The types of its parameters by name, read off its annotations: `Layer`, `PartnerGraph`, `Partnership`,
        `StudyContext` or a sequence of layers, and ``seed``.
    value_alone : callable, optional
        ``(layer) -> measured``: the same value by the declared statistic, with the same guards and without any table;
        None where the measure declares none, or takes more than a layer.
    """

    name: str
    function: Callable[..., Measured]
    takes: Mapping[str, Any]
    value_alone: Callable[[Layer], Measured] | None = None

    @property
    def seeded(self) -> bool:
        """Whether it draws at random, and takes ``seed=``."""
        return "seed" in self.takes


_MEASURES: dict[str, MeasureInfo] = {}


@dataclass(frozen=True, kw_only=True)
class measure(Declaration):  # noqa: N801 -- a decorator
    """Register a function as a measure, under its own name.

    The parameters are those of `Declaration`. Around the function stand the guards that it declares; its docstring
    gains formula and references, and is otherwise as it was.

    Examples
    --------
    >>> from stakeholder_graph.measures._registry import measures
    >>> from stakeholder_graph.measures.network.density import density
    >>> measures()["density"].function is density
    True
    """

    def __call__(self, function: Function) -> Function:
        """Register the function and hand it back with its guards."""
        takes = {name: kind for name, kind in get_type_hints(function).items() if name != "return"}
        measured = guarded(function, self, takes)
        measured.__doc__ = with_declaration(function.__doc__, self)
        declared = {field.name: getattr(self, field.name) for field in fields(Declaration)}
        name = function.__name__
        alone = self._value_alone() if set(takes.values()) <= {Layer, int} else None
        _MEASURES[name] = MeasureInfo(name=name, function=measured, takes=takes, value_alone=alone, **declared)
        return cast("Function", measured)

    def _value_alone(self) -> Callable[[Layer], Measured] | None:
        statistic = self.statistic
        if statistic is None:
            return None

        def value_alone(layer: Layer) -> Measured:
            return Measured(statistic(layer))

        return guarded(value_alone, self, {"layer": Layer})


def measures() -> Mapping[str, MeasureInfo]:
    """All measures there are, ours and those that other packages offer through an entry point.

    Returns
    -------
    mapping of str to MeasureInfo
        By name, sorted.

    Examples
    --------
    >>> measures()["density"].section
    'network'
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

    Parameters
    ----------
    name : str
        As the function is called.

    Returns
    -------
    MeasureInfo
        What is known of it.

    Raises
    ------
    UnknownNameError
        Naming those there are.

    Examples
    --------
    >>> find_measure("density").unit
    'share'
    """
    known = measures()
    if name not in known:
        raise UnknownNameError("measure", name, known)
    return known[name]


def with_role(findings: Iterable[Finding], role: MeasureRole) -> tuple[Finding, ...]:
    """The findings of measures that declare a role, in their order.

    Parameters
    ----------
    findings : iterable of Finding
        Any.
    role : str
        Such as ``"response"``.

    Returns
    -------
    tuple of Finding
        Empty where there is none.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Scope
    >>> findings = [Finding(name, Scope(("1",)), 0.5, "share", (0, 1)) for name in ("density", "response")]
    >>> [finding.name for finding in with_role(findings, "response")]
    ['response']
    """
    known = measures()
    return tuple(finding for finding in findings if known[finding.name].role == role)
