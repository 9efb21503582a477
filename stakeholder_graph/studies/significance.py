"""Tests of significance: adds to a finding what its measure declares as a `LabelPermutation`.

The first null permutes the sectors of organizations and leaves the ties; the second rewires the ties and leaves
everyone as many as they have. A finding about sectors that differs from both is owed neither to the sizes of sectors
nor to how active and sought after their members are.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from typing import Any

import numpy as np

from stakeholder_graph.frames.arrays import Flags, Floats
from stakeholder_graph.graph import Layer
from stakeholder_graph.inference.label_permutation import (
    PermutedMixing,
    asked_by_sector,
    under_labels,
    under_relabelling,
)
from stakeholder_graph.inference.p_values import (
    benjamini_hochberg,
    could_turn,
    error_of,
    max_t,
    min_p,
    needed,
    two_sided,
)
from stakeholder_graph.inference.rewiring import FEWEST, LARGEST
from stakeholder_graph.measures._columns import (
    BY_CHANCE,
    COULD_TURN,
    EXPECTED,
    P_ADJUSTED,
    P_ERROR,
    P_REWIRED,
    P_REWIRED_ADJUSTED,
    P_REWIRED_ERROR,
    SD,
    VERDICT,
    P,
)
from stakeholder_graph.measures._declaration import LabelPermutation, RewiredTies
from stakeholder_graph.measures._registry import MeasureInfo
from stakeholder_graph.model.finding import LEVEL, Finding, Message, Test
from stakeholder_graph.model.table import Table
from stakeholder_graph.studies.context import StudyContext

#: Above so many ties what rewired networks do not tell by their mixing matrices takes too long.
MANY_TIES = 20_000
#: The largest network in which statistics of relabelled organizations are simulated.
LARGEST_RELABELLED = 1000


def against_chance(info: MeasureInfo, finding: Finding, context: StudyContext) -> Finding:
    """Add to a finding its tests against chance.

    Parameters
    ----------
    info : MeasureInfo
        Of the measure; tested is what its `null` declares.
    finding : Finding
        As measured.
    context : StudyContext
        What it was measured on.

    Returns
    -------
    Finding
        With test, rewired, and p in its tables, as far as they apply; a caveat says why the second test is missing.
    """
    null, settings = info.permutes_labels, context.settings
    if isinstance(info.null, RewiredTies):
        return _against_rewired_ties(info.null, finding, context)
    if null is None or not settings.permutations:
        return finding
    layer = context.grouped if info.group else context.layer
    if null.statistic is not None and finding.value is not None:
        finding = _against_labels(null, finding, layer, context)
        finding = _against_rewiring(null, finding, context)
    if null.cells is not None and finding.table is not None:
        finding = _cells_tested(null, finding, finding.table, layer, context)
    if null.relabelled is not None and "network" in finding.tables:
        finding = _rows_tested(null.relabelled, finding, layer, context)
    return finding


def _against_labels(null: LabelPermutation, finding: Finding, layer: Layer, context: StudyContext) -> Finding:
    statistic = null.statistic
    assert statistic is not None
    # An arrangement in which the measure is undefined is no evidence either way, and is left out.
    simulated = under_labels(
        _permuted(layer, context),
        lambda mixing: statistic(layer, mixing),
        inside_alone=null.inside_alone,
        observed=finding.value,
    )
    if not len(simulated):
        return finding
    test = _test("labels", finding.value, simulated, len(simulated), context.settings.seed)
    return replace(finding, test=replace(test, expected=null.expected(layer)) if null.expected else test)


def _permuted(layer: Layer, context: StudyContext) -> PermutedMixing:
    settings = context.settings
    same = layer is context.grouped
    return context.permuted if same else PermutedMixing(layer, settings.permutations, settings.seed)


def _against_rewiring(null: LabelPermutation, finding: Finding, context: StudyContext) -> Finding:
    layer, statistic = context.grouped, null.statistic
    assert statistic is not None
    if layer.n > LARGEST:
        return replace(finding, caveats=(*finding.caveats, Message("too_large_to_rewire", {"most": LARGEST})))
    simulated = context.rewired.values(lambda mixing: statistic(layer, mixing))
    if isinstance(simulated, str):
        return replace(finding, caveats=(*finding.caveats, Message(simulated)))
    replicates = len(context.rewired.mixing)
    return replace(finding, rewired=_test("rewired", finding.value, simulated, replicates, context.settings.seed))


def _against_rewired_ties(null: RewiredTies, finding: Finding, context: StudyContext) -> Finding:
    """Test a value that mixing matrices do not determine; what is not clear then says less."""
    if finding.value is None or not context.settings.permutations:
        return finding
    layer = context.layer
    if layer.n > LARGEST or layer.n_ties > MANY_TIES:
        why = Message("too_large_to_rewire", {"most": LARGEST}) if layer.n > LARGEST else Message("too_many_to_rewire")
        return null.unclear(replace(finding, caveats=(*finding.caveats, why)))
    networks = context.rewired_whole
    ends = (np.stack(np.divmod(ties.astype(np.intp), layer.n)) for ties in networks.ties)

    def drawn(most: int | None) -> list[float]:
        """Values of the next so many rewired networks."""
        return null.statistics(networks.layer, list(islice(ends, most)))

    values = drawn(FEWEST)
    simulated = networks.usable(np.array(values), None)
    if isinstance(simulated, str):
        return null.unclear(replace(finding, caveats=(*finding.caveats, Message(simulated))))
    if two_sided(np.array(finding.value), simulated) <= LEVEL:
        # Clear by the first: corrected with the other tests of the report, p has to be finer than these can tell. It
        # stands only if all agree, so that it rejects no more often.
        values += drawn(None)
        simulated = np.array(values)[np.isfinite(values)]
    test = _test("rewired", finding.value, simulated, len(values), context.settings.seed)
    beside = finding.tables["network"].with_columns({EXPECTED: [test.expected], SD: [test.sd], P: [test.p]})
    finding = replace(finding, rewired=test, tables={**finding.tables, "network": beside})
    return finding if test.p <= LEVEL else null.unclear(finding)


def _test(null: str, value: float | None, simulated: Floats, permutations: int, seed: int) -> Test:
    finite = simulated[np.isfinite(simulated)]
    p = float(two_sided(np.array(value), simulated))
    return Test(null, permutations, float(finite.mean()), float(finite.std()), p, seed)


def _rows_tested(
    statistics: Callable[[Layer, Any], Any], finding: Finding, layer: Layer, context: StudyContext
) -> Finding:
    """Test each row of the table `network` under both null models, the second where any stands out under the first."""
    settings = context.settings
    if layer.n > LARGEST_RELABELLED:
        return replace(finding, caveats=(*finding.caveats, Message("too_large_to_test", {"most": LARGEST_RELABELLED})))
    if asked_by_sector(layer, settings.permutations, settings.seed):
        return replace(finding, caveats=(*finding.caveats, Message("asked_by_sector")))
    observed = statistics(layer, layer.sector_codes[None, :])[0]
    simulated = under_relabelling(layer, statistics, settings.permutations, settings.seed)
    by_chance = simulated.mean(axis=0)
    p = np.where(np.ptp(simulated, axis=0) > 0, two_sided(observed, simulated), np.nan)
    # Corrected by the largest deviation either way, it may fall below twice the smaller tail.
    adjusted = np.maximum(p, max_t(observed, simulated, by_chance))
    error = error_of(adjusted, len(simulated), two_sided=False)
    rewired = _rows_rewired(statistics, observed, adjusted <= LEVEL, context)
    guard = benjamini_hochberg(rewired, adjusted <= LEVEL)
    added = {BY_CHANCE: by_chance, P: p, P_ADJUSTED: adjusted, P_ERROR: error, COULD_TURN: could_turn(adjusted, error)}
    added |= {P_REWIRED: rewired, P_REWIRED_ADJUSTED: guard}
    return replace(finding, tables={**finding.tables, "network": finding.tables["network"].with_columns(added)})


def _rows_rewired(
    statistics: Callable[[Layer, Any], Any], observed: Floats, judged: Flags, context: StudyContext
) -> Floats:
    """Two-sided p of the judged rows with ties rewired; NaN of others, and where rewiring tells nothing."""
    p = np.full(len(judged), np.nan)
    if not judged.any() or context.grouped.n > LARGEST or context.grouped.n_ties > MANY_TIES:
        return p
    networks = context.rewired
    if not networks.moves:
        return p
    values = np.array([statistics(layer, layer.sector_codes[None, :])[0] for layer in networks.layers()])
    for row in np.flatnonzero(judged):
        if np.ptp(values[:, row]) > 0:
            p[row] = two_sided(observed[row], values[:, row])
    return p


def _cells_tested(
    null: LabelPermutation, finding: Finding, table: Table, layer: Layer, context: StudyContext
) -> Finding:
    """Test each row of a table under both null models: the second over those that stand out under the first."""
    cells = null.cells
    assert cells is not None
    observed = cells(layer, layer.mixing)
    simulated = under_labels(
        _permuted(layer, context),
        lambda mixing: cells(layer, mixing),
        by_cell=True,
        inside_alone=null.inside_alone,
    )
    known = np.array([mean is not None for mean in table["expected"]])
    p = np.where(known, two_sided(observed, simulated), np.nan)
    judged = known & np.array([null.judged(row) for row in table.rows], dtype=bool)
    adjusted = np.full(len(known), np.nan)
    adjusted[judged] = min_p(observed[judged], simulated[:, judged])
    rewired, why_not = _cells_rewired(cells, observed, judged, layer, context)
    guard = benjamini_hochberg(rewired, judged & (p <= LEVEL))
    errors = (
        error_of(adjusted, len(simulated), two_sided=False),
        error_of(rewired, _replicates(context, rewired), guard),
    )
    table = table.with_columns(
        {
            P: p,
            P_ADJUSTED: adjusted,
            P_ERROR: errors[0],
            P_REWIRED: rewired,
            P_REWIRED_ADJUSTED: guard,
            P_REWIRED_ERROR: errors[1],
            COULD_TURN: judged & _either_could_turn((adjusted, errors[0]), (guard, errors[1])),
        }
    )
    why_not += _few_draws(int(judged.sum()), len(simulated))
    if null.verdict:
        table = table.with_columns({VERDICT: list(map(null.verdict, table.rows))})
    value = null.value(table.rows) if null.value else finding.value
    return replace(finding, value=value, table=table, caveats=(*finding.caveats, *why_not))


def _replicates(context: StudyContext, rewired: Floats) -> int:
    """How many rewired networks there were, if any were looked at."""
    return 1 if np.isnan(rewired).all() else len(context.rewired.mixing)


def _either_could_turn(labels: tuple[Floats, Floats], rewired: tuple[Floats, Floats]) -> Flags:
    """Whether more permutations could turn a verdict that needs both tests to reject: p and its error under each null.

    One could only turn it if the other rejects, or could.
    """
    near, near_rewired = could_turn(*labels), could_turn(*rewired)
    rejects, agrees = near | (labels[0] <= LEVEL), near_rewired | ~(rewired[0] > LEVEL)
    return np.asarray((near & agrees) | (near_rewired & rejects))


def _few_draws(tests: int, permutations: int) -> tuple[Message, ...]:
    """What is said where so many corrected tests cannot tell anything from so few permutations."""
    fields = {"count": tests, "needed": needed(tests), "permutations": permutations}
    return (Message("few_draws", fields),) if permutations + 1 < needed(tests) else ()


def _cells_rewired(
    cells: Callable[[Layer, Any], Any], observed: Floats, judged: Flags, layer: Layer, context: StudyContext
) -> tuple[Floats, tuple[Message, ...]]:
    """Two-sided p of the judged cells with ties rewired, NaN where rewiring tells nothing; why, if of none it does.

    A walk that mixes slowly still gives a valid p, only less power; as a guard that has to agree it is used.
    """
    p = np.full(len(judged), np.nan)
    if not judged.any():
        return p, ()
    if layer.n > LARGEST:
        return p, (Message("too_large_to_rewire", {"most": LARGEST}),)
    networks = context.rewired
    end, half = cells(layer, networks.mixing), cells(layer, networks.halfway)
    reasons = []
    for cell in np.flatnonzero(judged):
        why = networks.usable(end[:, cell], half[:, cell])
        if isinstance(why, str) and why in ("rewire_one", "rewire_same"):
            reasons.append(why)
        else:
            p[cell] = two_sided(observed[cell], end[:, cell])
    return p, (Message(reasons[0]),) if len(reasons) == judged.sum() else ()
