"""Judges the rows of a rubric: shown, not met, too close, too few answers, does not apply, waits for a document.

Of a range, all of it must lie on the good side of the threshold for a row to be shown, and all of it on the other for
"not met", which is corrected by Holm over the rows that have a p; its p is the normal tail of the range. What everybody
answered, or a list says, is a fact and needs no correction. An absence is shown only where the whole interval lies
within the stated margin: a large p shows nothing.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import NormalDist

from stakeholder_graph.conditions.criterion import Criterion
from stakeholder_graph.conditions.facts import FactContext
from stakeholder_graph.conditions.judgement import (
    NOT_HERE,
    NOT_MET,
    SHOWN,
    TOO_CLOSE,
    TOO_FEW,
    WAITS,
    Judgement,
    Verdict,
)
from stakeholder_graph.conditions.quantity import Quantity
from stakeholder_graph.conditions.reading import read_quantity
from stakeholder_graph.conditions.rubric import Rubric
from stakeholder_graph.model.cells import Cell
from stakeholder_graph.model.finding import LEVEL, Message

#: Standard deviations from 5 % to 95 % of a normal distribution.
WIDTH = 2 * NormalDist().inv_cdf(0.95)
#: Sums of floating-point numbers this close are the same.
NEAR = 1e-9


def judge_rows(rubric: Rubric, context: FactContext) -> dict[str, Judgement]:
    """What the tool proposes for every row of a rubric.

    Parameters
    ----------
    rubric : Rubric
        What is asked.
    context : FactContext
        What it is judged by.

    Returns
    -------
    dict of str to Judgement
        By the id of the row.
    """
    quantities = {row.id: read_quantity(row, context) for row in rubric.rows}
    first = {row.id: judge(row, quantities[row.id]) for row in rubric.rows}
    corrected = holm({id: _p_of_refuting(made) for id, made in first.items() if made.p is not None})
    judged = {id: _corrected(made, corrected[id]) if id in corrected else made for id, made in first.items()}
    return {row.id: _behind_gates(row, judged, rubric) for row in rubric.rows}


def judge(criterion: Criterion, quantity: Quantity) -> Judgement:
    """Judge one row by itself, before its p is corrected and its gates are looked at.

    Parameters
    ----------
    criterion : Criterion
        What is asked.
    quantity : Quantity
        What is known.

    Returns
    -------
    Judgement
        Of a row that is not met by a range or a test, ``p`` is what has to be corrected.

    Examples
    --------
    >>> from stakeholder_graph.conditions.quantity import share
    >>> row = Criterion(id="a", condition="agenda", asked="?", how="finding", threshold=0.7)
    >>> made = judge(row, share(34, 46))
    >>> made.verdict, made.turns
    ('shown', 2)
    """
    if criterion.how == "document" and (criterion.finding is None or quantity.absent):
        return Judgement(WAITS, Message("waits", {"file": criterion.file}), absent=criterion.file)
    named = {**({"file": criterion.file} if criterion.file else {}), **quantity.fields}
    if quantity.absent:
        return _without_value(NOT_HERE, quantity.absent, named, criterion, quantity)
    if quantity.missing or quantity.value is None:
        return _without_value(TOO_FEW, quantity.missing or "undefined", named, criterion, quantity)
    if quantity.cases is not None and quantity.cases < criterion.fewest:
        fields: dict[str, Cell] = {"cases": quantity.cases, "fewest": criterion.fewest}
        return _without_value(TOO_FEW, "few_cases", fields, criterion, quantity)
    bare = _bare(criterion, quantity)
    if criterion.direction == "not scored":
        return replace(bare, verdict=NOT_HERE, because=Message("never_scored"))
    if criterion.direction == "above chance":
        return _against_chance(bare, quantity)
    if criterion.direction == "within a margin":
        return _within(criterion, bare)
    return _against_threshold(criterion, bare, quantity)


def _without_value(
    verdict: Verdict, reason: str, fields: Mapping[str, Cell], criterion: Criterion, quantity: Quantity
) -> Judgement:
    absent = criterion.file if verdict == NOT_HERE else ""
    return Judgement(
        verdict, Message(reason, fields), threshold=criterion.threshold, finding=quantity.finding, absent=absent
    )


def _bare(criterion: Criterion, quantity: Quantity) -> Judgement:
    """The numbers of a judgement, rounded as the criterion says."""

    def rounded(number: float) -> float:
        return number if criterion.decimals is None else round(number, criterion.decimals)

    assert quantity.value is not None
    ends = quantity.range
    return Judgement(
        TOO_CLOSE,
        Message("range_crosses"),
        value=rounded(quantity.value),
        range=None if ends is None else (rounded(ends[0]), rounded(ends[1])),
        threshold=criterion.threshold,
        numerator=quantity.numerator,
        denominator=quantity.denominator,
        p=quantity.p,
        fact=quantity.fact,
        finding=quantity.finding,
    )


def _against_threshold(criterion: Criterion, bare: Judgement, quantity: Quantity) -> Judgement:
    assert criterion.threshold is not None
    assert bare.value is not None
    sign = 1 if criterion.direction == "at least" else -1
    low, high = sorted(sign * end for end in (bare.range or (bare.value, bare.value)))
    wanted = sign * criterion.threshold
    settled = "is_fact" if bare.fact else "is_certain" if quantity.certain else ""
    settled = "is_assumed" if quantity.fields.get("assumed") else settled
    p = None if settled else _p_of_good_side(low, high, wanted)
    plain = replace(bare, p=p, turns=_turns(sign, bare, quantity))
    if high < wanted - NEAR:
        return replace(plain, verdict=NOT_MET, because=Message(settled or "whole_range_below"))
    if low < wanted - NEAR:
        return plain
    if quantity.p is not None and (quantity.p > LEVEL or not quantity.above):
        # It reaches the threshold, but could come about by chance: that is neither shown nor refuted.
        return replace(plain, because=Message("as_chance", {"p": quantity.p}), turns=None)
    return replace(plain, verdict=SHOWN, because=Message(settled or "whole_range"))


def _p_of_good_side(low: float, high: float, wanted: float) -> float:
    """How likely the truth is on the good side of the threshold: the normal tail of a range from 5 % to 95 %."""
    spread = max((high - low) / WIDTH, NEAR)
    return 1 - NormalDist((low + high) / 2, spread).cdf(wanted - NEAR)


def _against_chance(bare: Judgement, quantity: Quantity) -> Judgement:
    if quantity.p is None:
        return replace(bare, verdict=TOO_FEW, because=Message("not_tested"))
    clear = quantity.p <= LEVEL
    if quantity.above:
        return replace(
            bare,
            verdict=SHOWN if clear else TOO_CLOSE,
            because=Message("above_chance" if clear else "as_chance", {"p": quantity.p}),
        )
    return replace(
        bare,
        verdict=NOT_MET if clear else TOO_CLOSE,
        because=Message("below_chance" if clear else "as_chance", {"p": quantity.p}),
    )


def _within(criterion: Criterion, bare: Judgement) -> Judgement:
    """An absence: shown where the whole range lies within the margin, not met where a test says that it does not."""
    assert criterion.threshold is not None
    assert criterion.margin is not None
    assert bare.value is not None
    ends = bare.range or (bare.value, bare.value)
    if all(abs(end - criterion.threshold) <= criterion.margin + NEAR for end in ends):
        return replace(bare, verdict=SHOWN, because=Message("within_margin", {"margin": criterion.margin}), p=None)
    beyond = abs(bare.value - criterion.threshold) > criterion.margin
    if beyond and bare.p is not None and bare.p <= LEVEL:
        return replace(bare, verdict=NOT_MET, because=Message("beyond_margin", {"margin": criterion.margin}))
    return replace(bare, because=Message("margin_open", {"margin": criterion.margin}))


def _turns(sign: int, bare: Judgement, quantity: Quantity) -> int | None:
    """Of a fact, how many answers would turn the verdict."""
    if not bare.fact or not quantity.step or bare.threshold is None or quantity.value is None:
        return None
    ahead = sign * (quantity.value - bare.threshold) / quantity.step
    return math.floor(ahead + NEAR) + 1 if ahead >= -NEAR else math.ceil(-ahead - NEAR)


def _p_of_refuting(made: Judgement) -> float:
    """The p of "not met": what lies above chance refutes nothing, however small its p."""
    assert made.p is not None
    return 1.0 if made.because.id in ("above_chance", "as_chance") else made.p


def _corrected(made: Judgement, p: float) -> Judgement:
    """The judgement with its corrected p: "not met" holds only where that is small, too."""
    made = replace(made, p_adjusted=p)
    if made.verdict != NOT_MET or p <= LEVEL:
        return made
    return replace(made, verdict=TOO_CLOSE, because=Message("not_after_correction", {"p": p}))


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """Correct p-values that are looked at together by Holm's step-down procedure.

    Parameters
    ----------
    p_values : mapping of str to float
        By name.

    Examples
    --------
    >>> {name: round(p, 3) for name, p in holm({"a": 0.01, "b": 0.04, "c": 0.03}).items()}
    {'a': 0.03, 'c': 0.06, 'b': 0.06}
    """
    corrected, largest = {}, 0.0
    for rank, (name, p) in enumerate(sorted(p_values.items(), key=lambda pair: pair[1])):
        largest = max(largest, min(1.0, (len(p_values) - rank) * p))
        corrected[name] = largest
    return corrected


def _behind_gates(criterion: Criterion, judged: Mapping[str, Judgement], rubric: Rubric) -> Judgement:
    """The judgement, or too few answers where a gate is shut; what does not apply shuts no gate."""
    made = judged[criterion.id]
    if made.verdict in (NOT_HERE, WAITS):
        return made
    shut: Sequence[str] = [gate for gate in criterion.gates if judged[gate].verdict not in (SHOWN, NOT_HERE)]
    if not shut:
        return made
    because = Message("gate_shut", {"row": shut[0], "asked": rubric[shut[0]].asked})
    return replace(made, verdict=TOO_FEW, because=because, turns=None)
