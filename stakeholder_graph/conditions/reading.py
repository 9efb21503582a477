"""Reads the number that a row of a rubric asks for: out of a finding, or as a fact."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from statistics import median

from stakeholder_graph.conditions.criterion import Criterion, FindingField
from stakeholder_graph.conditions.facts import FACTS, FactContext
from stakeholder_graph.conditions.facts._context import no_layer
from stakeholder_graph.conditions.quantity import Quantity, does_not_apply, too_few
from stakeholder_graph.graph import Layer
from stakeholder_graph.measures._registry import find_measure
from stakeholder_graph.model.cells import Cell
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row
from stakeholder_graph.studies.context import of_known_sector

#: Ids of caveats of a finding without a value that say that answers are missing; the others say that nothing is there.
_TOO_FEW = frozenset(
    {
        "nothing_observed",
        "under_half_answered",
        "too_few_answers",
        "too_few_to_tell",
        "too_many_to_draw",
        "limit_withheld",
        "limit_unsettled",
        "hub_silent",
        "cannot_tell",
        "undefined_in_draws",
    }
)
_TAKE: Mapping[str, Callable[[Sequence[float]], float]] = {
    "least": min,
    "most": max,
    "median": median,
    "spread": lambda numbers: max(numbers) - min(numbers),
}


def read_quantity(criterion: Criterion, context: FactContext) -> Quantity:
    """The number that a criterion asks for, or why there is none.

    Parameters
    ----------
    criterion : Criterion
        Judged by a finding or a list.
    context : FactContext
        What it is read from.

    Returns
    -------
    Quantity
        ``finding`` names where it stands.
    """
    looked = criterion.finding
    if looked is None:
        return Quantity()
    if looked.fact:
        if looked.fact not in FACTS:
            return does_not_apply("no_such_fact", fact=looked.fact)
        quantity = context.shared.once(f"fact/{looked}", lambda: FACTS[looked.fact](context, looked))
        layer = context.layer_name(looked) if looked.layer else "-"
        name = "/".join((looked.fact, layer or "-", context.graph.wave.name))
        quantity = replace(quantity, finding=name)
    else:
        quantity = _of_finding(context, looked)
    info = context.partnership.info
    if criterion.how == "finding" and quantity.fact and info.surveyed and not info.answered_known:
        quantity = replace(quantity, fields={"assumed": True})
    return quantity.counted() if looked.take == "count" else quantity


def _of_finding(context: FactContext, looked: FindingField) -> Quantity:
    layer = context.layer_name(looked) if looked.layer else ""
    if looked.layer and not layer:
        return no_layer(looked)
    finding = context.finding(looked.measure, layer)
    if finding is None:
        return does_not_apply("not_measured", measure=looked.measure)
    quantity = _of_table(finding, looked) if looked.table else _of_value(finding, context)
    return replace(quantity, finding=finding.id)


def _of_value(finding: Finding, context: FactContext) -> Quantity:
    ids = [caveat.id for caveat in finding.caveats]
    if finding.value is None:
        reason = next((id for id in ids if id in _TOO_FEW), None)
        return too_few("withheld") if reason else does_not_apply("not_defined", measure=finding.name)
    plain, made = Quantity(finding.value), finding.quotient
    if made is not None:
        count, among = float(made.numerator), float(made.denominator)
        plain = replace(plain, numerator=count, denominator=among, step=1 / among)
    if finding.test is not None:
        above = finding.value > finding.test.expected
        return replace(plain, p=finding.test.p, above=above, step=None)
    if not finding.scope.layers or finding.complete is not False or not context.partnership.info.surveyed:
        bounds = finding.certain
        return replace(plain, range=bounds, certain=bounds is not None, fact=bounds is None or bounds[0] == bounds[1])
    if finding.range is None:
        return too_few("withheld")
    value = finding.value if finding.estimate is None else finding.estimate
    statistic = _statistic(finding, context)
    return replace(
        plain, value=value, range=finding.range, step=None, statistic=statistic, layer=finding.scope.layers[0]
    )


def _statistic(finding: Finding, context: FactContext) -> Callable[[Layer], float] | None:
    """How the value of a finding is computed from a completed layer."""
    info = find_measure(finding.name)
    if info.statistic is None:
        return None
    statistic = info.statistic

    def value_of(completed: Layer) -> float:
        layer = completed.with_ties(context.settings.ties)
        return float(statistic(of_known_sector(layer) if info.group else layer))

    return value_of


def _of_table(finding: Finding, looked: FindingField) -> Quantity:
    table = finding.table if looked.table == "table" else finding.tables.get(looked.table)
    if table is None or looked.column not in table:
        return does_not_apply("not_defined", measure=finding.name)
    rows = [row for row in table.rows if all(_same(row.get(name), cell) for name, cell in looked.where.items())]
    numbers = [float(cell) for row in rows if (cell := row.get(looked.column)) is not None]
    if not numbers:
        return does_not_apply("not_defined", measure=finding.name)
    if looked.total:
        return _of_total(rows, sum(numbers), looked.total, finding)
    if len(numbers) > 1 and looked.take not in _TAKE:
        return does_not_apply("several_rows", measure=finding.name)
    value = float(_TAKE[looked.take](numbers)) if looked.take in _TAKE else numbers[0]
    # Only what everybody's answer or a list says can be read off a table: its cells have no range.
    if finding.scope.layers and finding.complete is False:
        return too_few("no_range")
    return Quantity(value, fact=True, cases=len(numbers))


def _of_total(rows: Sequence[Row], count: float, column: str, finding: Finding) -> Quantity:
    among = sum(float(row.get(column) or 0) for row in rows)
    if not among:
        return does_not_apply("not_defined", measure=finding.name)
    if finding.scope.layers and finding.complete is False:
        return too_few("no_range")
    return Quantity(count / among, numerator=count, denominator=among, step=1 / among, fact=True)


def _same(cell: Cell, wanted: Cell) -> bool:
    return str(cell).casefold() == str(wanted).casefold() if isinstance(wanted, str) else cell == wanted
