"""Guards around a measure: whether it is defined at all, and for whom it is computed."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from inspect import signature

import numpy as np

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.partner_graph import PartnerGraph
from stakeholder_graph.measures._declaration import Declaration
from stakeholder_graph.measures._needs import Subject
from stakeholder_graph.model.cells import CompactCells
from stakeholder_graph.model.finding import Measured, Message
from stakeholder_graph.model.table import Cell, Disclosure, Table

#: Less than so large a share of dyads asked about is asked in part; a few blanks change little.
MOSTLY_ASKED = 0.95


def guarded(
    function: Callable[..., Measured], declared: Declaration, takes: dict[str, object]
) -> Callable[..., Measured]:
    """The measure with the guards that it declares; the function itself where it declares none.

    Parameters
    ----------
    function : callable
        The measure as written.
    declared : Declaration
        Its `needs`, `among_answered` and `names_need_half` are looked at.
    takes : dict
        The types of its parameters by name.

    Returns
    -------
    callable
        With the same signature.
    """
    if not (declared.needs or declared.among_answered or declared.names_need_half):
        return function
    by_type = {kind: name for name, kind in takes.items() if kind in (Layer, PartnerGraph)}
    if Layer not in by_type:
        raise TypeError(f"{function.__name__} declares what it needs of a Layer, but takes none")
    parameters = signature(function)

    @wraps(function)
    def with_guards(*args: object, **kwargs: object) -> Measured:
        bound = parameters.bind(*args, **kwargs)
        roster = bound.arguments[by_type[Layer]]
        graph = bound.arguments[by_type[PartnerGraph]] if PartnerGraph in by_type else None
        subject = Subject(roster.among_answered() if declared.answered_only(roster) else roster, roster, graph)
        for need in declared.needs:
            if not need.met(subject):
                return Measured(None, caveats=[Message(need.message, need.fields)])
        bound.arguments[by_type[Layer]] = subject.layer
        measured = function(*bound.args, **bound.kwargs)
        if subject.layer.n < roster.n:
            measured = _said_of_answered(measured, subject)
        elif declared.answered_only(roster) and asked_in_part(roster) and measured.value is not None:
            measured = replace(measured, caveats=(Message("asked_in_part"), *measured.caveats))
        if declared.names_need_half and not subject.half_answered:
            measured = _without_names(measured)
        return measured

    return with_guards


def asked_in_part(layer: Layer) -> bool:
    """Whether everyone answered, and yet much is open: not all were asked about all, or could name all they wanted.

    Parameters
    ----------
    layer : Layer
        Any.
    """
    return bool(layer.answered.all()) and layer.n_dyads < MOSTLY_ASKED * layer.n_possible_dyads


def _said_of_answered(measured: Measured, subject: Subject) -> Measured:
    """The same with a row for everyone on the roster, and a caveat that it was counted among those who answered."""
    if measured.value is None and measured.table is None and not measured.tables:
        return measured
    return replace(
        measured,
        table=measured.table and _on_roster(measured.table, subject),
        tables={name: _on_roster(table, subject) for name, table in measured.tables.items()},
        caveats=(Message("answered_subgraph"), *measured.caveats),
    )


def _on_roster(table: Table, subject: Subject) -> Table:
    """A table of all who answered with rows for those who did not, of whom nothing is known; other tables as they are.

    Notes
    -----
    Such a table is one by organization in the order of the layer, as `organization_table` makes it.
    """
    layer, roster = subject.layer, subject.roster
    if "organization" not in table or table["organization"] != layer.organizations:
        return table
    row = np.full(roster.n, -1)
    row[roster.answered] = np.arange(layer.n)
    everyone: dict[str, object] = {
        "organization": roster.organizations,
        "sector": np.array(roster.sectors, dtype=object)[roster.sector_codes],
    }

    def spread(cells: CompactCells) -> list[Cell]:
        return [cells[position] if position >= 0 else None for position in row.tolist()]

    columns = zip(table.columns, table.cells, strict=True)
    return Table.of({column: everyone.get(column.name, spread(cells)) for column, cells in columns}, table.discloses)


def _without_names(measured: Measured) -> Measured:
    """The same without the tables that name organizations: with few answers any order of them would mislead."""
    table = measured.table
    return replace(
        measured,
        table=None if table is not None and table.disclosed >= Disclosure.ORGANIZATION else table,
        tables={name: table for name, table in measured.tables.items() if table.disclosed < Disclosure.ORGANIZATION},
        caveats=(*measured.caveats, Message("under_half_answered")),
    )
