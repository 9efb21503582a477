"""Facts that an absence shows: no sector works mostly within itself, and no pair of sectors is empty.

Each sector's ratio to chance has an interval from its spread under permuted sectors. Such a row is shown only where
the whole interval of every sector lies within the margin of the rubric: few answers make wide intervals.
"""

from collections.abc import Callable
from statistics import NormalDist

import numpy as np

from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.facts._context import FactContext, no_layer, under_limit
from stakeholder_graph.conditions.quantity import Quantity, does_not_apply, too_few
from stakeholder_graph.frames.arrays import Flags, Floats
from stakeholder_graph.graph import Layer
from stakeholder_graph.inference.label_permutation import permuted_mixing
from stakeholder_graph.model.finding import Finding

#: Standard errors to the ends of an interval, and permutations that give its width.
TO_ENDS, PERMUTATIONS = 1.959963984540054, 999
#: Fewer ties than this by chance tell nothing of a pair of sectors that has none.
FEWEST_EXPECTED = 1.0


def sector_to_itself(context: FactContext, looked: FindingField) -> Quantity:
    """How many times as many ties within itself as by chance the most closed sector has; 1 at least."""

    def inside(mixing: Floats) -> Floats:
        return np.diagonal(mixing, axis1=-2, axis2=-1)

    return _against_permuted(context, looked, inside, "coleman_homophily", upwards=True)


def emptiest_pair(context: FactContext, looked: FindingField) -> Quantity:
    """How many times as many ties as by chance the emptiest pair of sectors has; 1 at most."""

    def between(mixing: Floats) -> Floats:
        both = mixing + np.swapaxes(mixing, -1, -2)
        rows, columns = np.triu_indices(mixing.shape[-1], 1)
        return both[..., rows, columns]

    return _against_permuted(context, looked, between, "sector_mixing", upwards=False)


def _against_permuted(
    context: FactContext, looked: FindingField, cells: Callable[[Floats], Floats], measure: str, *, upwards: bool
) -> Quantity:
    name = context.layer_name(looked)
    if not name:
        return no_layer(looked)
    study = context.study(name)
    layer = study.grouped
    if len(layer.sectors) < 2:
        return does_not_apply("no_sectors")
    if not layer.n_ties:
        return too_few("no_ties")
    if (limited := under_limit(context.graph, name)) is not None:
        return limited
    drawn = np.concatenate(
        [cells(batch.astype(float)) for batch in permuted_mixing(layer, PERMUTATIONS, context.settings.seed)]
    )
    expected, spread = drawn.mean(axis=0), drawn.std(axis=0)
    counted = expected >= FEWEST_EXPECTED if not upwards else expected > 0
    if not counted.any():
        return too_few("too_few_ties")
    ratio = np.where(counted, cells(layer.mixing.astype(float)) / np.maximum(expected, FEWEST_EXPECTED / 2), 1.0)
    # A count spreads more the larger it is.
    error = np.where(counted, spread / np.maximum(expected, FEWEST_EXPECTED / 2), 0.0) * np.sqrt(np.maximum(ratio, 1.0))
    least, clear = _tested(context.finding(measure, name), layer, cells)
    counts = cells(layer.mixing.astype(float))
    p = None if least is None else min(least, _normal_tail(counts[clear], expected[clear], spread[clear], len(counts)))
    # What a test says stands out, where it says so; else the farthest from chance.
    said = ratio[clear] if clear.any() else ratio
    if upwards:
        value, farthest = max(float(said.max()), 1.0), max(float((ratio + TO_ENDS * error).max()), 1.0)
        return Quantity(value, (1.0, farthest), p=p, cases=layer.n)
    value, farthest = min(float(said.min()), 1.0), min(float((ratio - TO_ENDS * error).min()), 1.0)
    return Quantity(value, (max(farthest, 0.0), 1.0), p=p, cases=layer.n)


def _normal_tail(counts: Floats, expected: Floats, spread: Floats, tests: int) -> float:
    """The p of what stands out most, corrected for the number of tests: permutations alone give no small one."""
    farthest = float((np.abs(counts - expected) / np.maximum(spread, np.finfo(float).tiny)).max())
    return min(1.0, tests * 2 * NormalDist().cdf(-farthest))


def _tested(finding: Finding | None, layer: Layer, cells: Callable[[Floats], Floats]) -> tuple[float | None, Flags]:
    """The smallest corrected p of the sectors, or pairs, that the measure says stand out, and which these are."""
    marks = np.zeros((len(layer.sectors), len(layer.sectors)))
    least: float | None = None
    for row in finding.table.rows if finding is not None and finding.table is not None else ():
        sender = str(row.get("sector", row.get("from_sector")))
        receiver = str(row.get("sector", row.get("to_sector")))
        if row.get("verdict") not in ("keeps to itself", "fewer") or row.get("p_adjusted") is None:
            continue
        if ("sector" in row) == (sender == receiver):
            marks[layer.sectors.index(sender), layer.sectors.index(receiver)] = 1
            p = float(row["p_adjusted"] or 0)
            least = p if least is None else min(p, least)
    return least, cells(marks) > 0
