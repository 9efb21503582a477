"""What would settle the open rows of a ledger."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stakeholder_graph.conditions.facts import FactContext
from stakeholder_graph.conditions.judgement import NOT_HERE, TOO_CLOSE, TOO_FEW, WAITS, LedgerRow
from stakeholder_graph.conditions.quantity import Quantity
from stakeholder_graph.conditions.reading import read_quantity
from stakeholder_graph.conditions.rubric import Rubric
from stakeholder_graph.conditions.settler import Settler
from stakeholder_graph.conditions.settling.sampled_answers import fewest_more
from stakeholder_graph.conditions.settling.silent import silent_in_order
from stakeholder_graph.conditions.settling.value_of_answers import ValueOfAnswers
from stakeholder_graph.inference.imputation.impute import FEWEST_ANSWERS
from stakeholder_graph.model.finding import Message
from stakeholder_graph.progress import counted
from stakeholder_graph.studies.withheld import silent_hubs

#: Sums of floating-point numbers this close are the same.
_NEAR = 1e-9


def what_settles(rows: Sequence[LedgerRow], rubric: Rubric, context: FactContext) -> tuple[LedgerRow, ...]:
    """Say of each open row what could settle it.

    Parameters
    ----------
    rows : sequence of LedgerRow
        All of a ledger.
    rubric : Rubric
        Whose rows they are.
    context : FactContext
        What they were judged by.

    Returns
    -------
    tuple of LedgerRow
        The same rows, in the same order. One that people decided, or that nothing could settle, has no settlers.
    """
    until = context.partnership.info.closes.get(context.graph.wave.name, "")
    return tuple(
        replace(row, settles=tuple(replace(settler, until=until) for settler in _settlers(row, rubric, context)))
        if _is_open(row)
        else row
        for row in counted(rows)
    )


def _is_open(row: LedgerRow) -> bool:
    return row.open or (row.decision is None and row.judgement.verdict == NOT_HERE and bool(row.judgement.absent))


def _settlers(row: LedgerRow, rubric: Rubric, context: FactContext) -> Iterator[Settler]:
    judgement = row.judgement
    if judgement.verdict == WAITS:
        yield Settler("document", Message("attach", {"file": row.criterion.file}), needed=1, settled=1.0)
    elif judgement.verdict == NOT_HERE:
        yield Settler("data", Message("add_list", {"file": judgement.absent}), needed=1)
    elif judgement.verdict == TOO_FEW:
        yield from _too_few(row, rubric, context)
    elif judgement.verdict == TOO_CLOSE and not judgement.fact:
        yield from _too_close(row, read_quantity(row.criterion, context), context)


def _too_few(row: LedgerRow, rubric: Rubric, context: FactContext) -> Iterator[Settler]:
    """What a row waits for that too few answered to be judged."""
    because, silent = row.judgement.because, silent_in_order(context)
    answered, everybody = int(context.graph.answered.sum()), len(context.graph.names)
    if because.id == "gate_shut":
        gate = rubric[str(because.fields["row"])]
        if gate.finding is not None and gate.finding.fact == "sectors_heard":
            chosen = _one_a_sector(silent, context)
        else:
            chosen, missing = silent, math.ceil((gate.threshold or 0) * everybody - _NEAR) - answered
            if missing > 0 and silent:
                yield _answers("open_gate", silent, missing)
            return
        if chosen:
            yield _answers("one_a_sector", chosen, len(chosen))
    elif because.id in ("silent_hub", "backbone_silent", "withheld"):
        hubs = _hubs(row, context) if because.id != "backbone_silent" else (context.graph.backbone,)
        hub = next((name for name in silent if name in hubs), None)
        if hub is not None:
            yield Settler("answers", Message("answer_of", {"organization": hub}), (hub,), 1)
        elif silent:
            yield _answers("more_answers", silent, None)
    elif because.id == "too_few_answers":
        if silent and answered < FEWEST_ANSWERS:
            yield _answers("open_gate", silent, FEWEST_ANSWERS - answered)
    elif because.id == "who_answered_unknown":
        yield Settler("data", Message("add_list", {"file": "asked.csv"}), needed=1)
    elif because.id == "few_cases" and row.criterion.how == "list":
        missing = int(float(because.fields["fewest"] or 0) - float(because.fields["cases"] or 0))
        yield Settler("data", Message("more_data", {"count": missing}), needed=missing)
    elif silent and because.id != "limit_on_names":
        yield _answers("more_answers", silent, None)


def _too_close(row: LedgerRow, quantity: Quantity, context: FactContext) -> Iterator[Settler]:
    """What would bring the range of a row off its threshold."""
    criterion, silent = row.criterion, silent_in_order(context)
    if criterion.threshold is None or criterion.direction not in ("at least", "at most") or quantity.range is None:
        if silent and criterion.how == "finding":
            yield _answers("more_answers", silent, None)
        return
    if quantity.hangs_on:
        first = tuple(name for name in silent if name in quantity.hangs_on)
        # Of one alone it is known how many it takes.
        yield _answers("answers" if len(first) == 1 else "more_answers", first, 1 if len(first) == 1 else None)
        return
    if quantity.certain:
        yield from _counted(row, quantity, silent)
        return
    if quantity.statistic is not None and quantity.value is not None:
        study = context.study(quantity.layer)
        value = ValueOfAnswers(
            study.imputations, quantity.statistic, quantity.value, quantity.range, context.settings.seed
        )
        order = tuple(name for name in value.order if name in silent)
        fewest = value.fewest(criterion.threshold) if len(order) == len(value.order) else None
    else:
        order, answered, everybody = _who_counts(row, silent, context)
        fewest = fewest_more(quantity.range, criterion.threshold, answered, everybody) if answered else None
    if fewest and fewest[0] <= len(order):
        yield Settler("answers", Message("answers", {"count": fewest[0]}), order, fewest[0], fewest[1])
    elif order:
        yield _answers("more_answers", order, None)


def _who_counts(row: LedgerRow, silent: tuple[str, ...], context: FactContext) -> tuple[tuple[str, ...], int, int]:
    """Whose answers narrow a mean, how many gave one, and how many could: of a change, those who did so before, too."""
    answered = {name for name, yes in zip(context.graph.names, context.graph.answered, strict=True) if yes}
    everybody = set(context.graph.names)
    looked, waves = row.criterion.finding, list(context.partnership.graphs)
    if looked is not None and looked.fact.endswith("_on_panel"):
        before = context.partnership.graphs[waves[max(waves.index(context.graph.wave.name) - 1, 0)]]
        heard = {name for name, yes in zip(before.names, before.answered, strict=True) if yes}
        everybody &= set(before.names)
        answered &= heard
        silent = tuple(name for name in silent if name in heard)
    return silent, len(answered), len(everybody)


def _counted(row: LedgerRow, quantity: Quantity, silent: tuple[str, ...]) -> Iterator[Settler]:
    """How many of the cases that are not known yet could decide a count either way."""
    assert quantity.range is not None
    assert row.criterion.threshold is not None
    among = quantity.denominator or 0
    low, high = (end * among for end in quantity.range)
    wanted = row.criterion.threshold * among
    if row.criterion.direction == "at most":
        wanted = math.floor(wanted + _NEAR) + 1
    wanted = math.ceil(wanted - _NEAR)
    needed = max(1, round(min(wanted - low, high - wanted + 1)))
    if row.criterion.how == "list":
        yield Settler("data", Message("more_data", {"count": needed}), needed=needed)
    elif silent:
        yield _answers("more_answers", silent, needed)


def _answers(message: str, organizations: tuple[str, ...], needed: int | None) -> Settler:
    return Settler("answers", Message(message, {"count": needed or 0}), organizations, needed)


def _one_a_sector(silent: Sequence[str], context: FactContext) -> tuple[str, ...]:
    """Of each sector from which nobody answered, the first to call."""
    sectors = dict(zip(context.graph.names, context.graph.organizations["sector"], strict=True))
    answered = zip(context.graph.names, context.graph.answered, strict=True)
    heard = {sectors[name] for name, yes in answered if yes}
    first: dict[str, str] = {}
    for name in silent:
        if sectors[name] not in heard:
            first.setdefault(str(sectors[name]), name)
    return tuple(first.values())


def _hubs(row: LedgerRow, context: FactContext) -> tuple[str, ...]:
    looked = row.criterion.finding
    layer = context.layer_name(looked) if looked is not None and looked.layer else ""
    return silent_hubs(context.study(layer).reports) if layer else ()
