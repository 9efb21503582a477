"""Measures of three waves and more with their ranges, and which steps from one wave to the next hold."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.studies.assess import assess_apart
from stakeholder_graph.studies.change.compare_waves import compare_waves
from stakeholder_graph.studies.change.comparison import Comparison, MeasureChange
from stakeholder_graph.studies.change.over_time.flows import Flows, cluster_flows, sector_flows
from stakeholder_graph.studies.change.side_by_side import judged
from stakeholder_graph.studies.change.zero_rows import without_zero_rows
from stakeholder_graph.studies.context import MeasureSettings

#: With fewer waves two are compared and there is no line to draw.
FEWEST_WAVES = 3
_FEWEST_PERMUTATIONS = 99


@dataclass(frozen=True, slots=True)
class MeasureOverTime:
    """A measure in each wave, and what became of it from one to the next among those who answered both.

    Parameters
    ----------
    name, layer : str
        The measure and the kind of tie.
    findings : tuple of (Finding or None)
        For each wave on all that was answered, with its range; None where it has no value.
    steps : tuple of (MeasureChange or None)
        From each wave to the next, among those who answered both; None where the two cannot be compared.
    """

    name: str
    layer: str
    findings: tuple[Finding | None, ...]
    steps: tuple[MeasureChange | None, ...]


@dataclass(frozen=True, eq=False)
class Timeline:
    """Three waves and more.

    Parameters
    ----------
    waves : tuple of str
        Their names.
    measures : tuple of MeasureOverTime
        Those whose change can be tested.
    steps : tuple of (Comparison or None)
        From each wave to the next, corrected with the tests of all steps together; None where the two cannot be
        compared.
    flows : tuple of Flows
        Sectors and, where there are any, clusters.
    tests : int
        How many tests were corrected together.
    """

    waves: tuple[str, ...]
    measures: tuple[MeasureOverTime, ...]
    steps: tuple[Comparison | None, ...]
    flows: tuple[Flows, ...]
    tests: int


def timeline(partnership: Partnership, layers: Sequence[str] | None, settings: MeasureSettings) -> Timeline | None:
    """Follow a partnership over all its waves.

    Parameters
    ----------
    partnership : Partnership
        Any.
    layers : sequence of str, optional
        Kinds of tie; by default all.
    settings : MeasureSettings
        How thoroughly to look.

    Returns
    -------
    Timeline or None
        None of fewer than three waves.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> waves = {name: from_networkx(nx.path_graph(n)) for n, name in enumerate(("1", "2", "3"), 3)}
    >>> over_time = timeline(Partnership("P", waves), None, MeasureSettings(draws=20))
    >>> [round(finding.value, 2) for finding in over_time.measures[0].findings]
    [0.67, 0.5, 0.4]
    """
    names = [name for name, info in measures().items() if info.per_dyad is not None]
    waves = tuple(partnership.graphs)
    if len(waves) < FEWEST_WAVES:
        return None
    compared = [_compared(partnership, pair, names, layers, settings) for pair in pairwise(waves)]
    steps, tests = _corrected(compared)
    known = partnership
    if partnership.info.surveyed and not partnership.info.answered_known:
        graphs = {name: without_zero_rows(graph) for name, graph in partnership.graphs.items()}
        known = Partnership(partnership.info, graphs, partnership.lists, partnership.agreed)
    quick = replace(settings, permutations=_FEWEST_PERMUTATIONS, only=settings.only or "ranges")
    findings = [_by_scope(known, wave, names, layers, quick) for wave in waves]
    scopes = dict.fromkeys(scope for of_wave in findings for scope in of_wave)
    over_time = tuple(
        MeasureOverTime(*scope, tuple(of_wave.get(scope) for of_wave in findings), _panel_rows(scope, steps))
        for scope in scopes
        if sum(scope in of_wave for of_wave in findings) > 1
    )
    clusters = cluster_flows(partnership, replace(settings, draws=0))
    flows = (sector_flows(partnership), *((clusters,) if clusters is not None else ()))
    return Timeline(waves, over_time, tuple(steps), flows, tests)


def _compared(
    partnership: Partnership,
    pair: tuple[str, str],
    names: Sequence[str],
    layers: Sequence[str] | None,
    settings: MeasureSettings,
) -> Comparison | None:
    try:
        return compare_waves(
            partnership, *pair, names=names, layers=layers, settings=replace(settings, draws=0, only="values")
        )
    except SurveyError:  # nothing in common, which the comparison of the two alone says
        return None


def _corrected(compared: Sequence[Comparison | None]) -> tuple[list[Comparison | None], int]:
    """Correct the tests of all steps together, each pair of groups as before by the smallest of its kind of tie."""
    steps = [step for step in compared if step is not None]
    rows = [row for step in steps for row in step.measures]
    least = [
        min(row.ties.p_adjusted for row in step.groups if row.layer == layer)
        for step in steps
        for layer in dict.fromkeys(row.layer for row in step.groups)
    ]
    verdicts, of_groups = judged([replace(row, p_adjusted=None, verdict="not tested") for row in rows], least)
    measured, grouped = iter(verdicts), iter(of_groups)
    result: list[Comparison | None] = []
    for step in compared:
        if step is None:
            result.append(None)
            continue
        own = tuple(next(measured) for _row in step.measures)
        by_layer = {layer: next(grouped) for layer in dict.fromkeys(row.layer for row in step.groups)}
        groups = tuple(replace(row, p_adjusted=max(row.ties.p_adjusted, by_layer[row.layer])) for row in step.groups)
        result.append(replace(step, measures=own, groups=groups))
    return result, sum(row.p is not None for row in rows) + len(least)


def _by_scope(
    partnership: Partnership, wave: str, names: Sequence[str], layers: Sequence[str] | None, settings: MeasureSettings
) -> dict[tuple[str, str], Finding]:
    there = set(partnership.graph(wave)["asked"]["layer"])
    chosen = [name for name in layers or partnership.graph(wave).layers if name in there]
    chosen = [name for name in chosen if not partnership.graph(wave).layers[name].asked_of]
    if not chosen:
        return {}
    findings = assess_apart(partnership, names, wave=wave, layers=chosen, settings=settings)
    return {(f.name, "+".join(f.scope.layers)): f for f in findings if f.value is not None}


def _panel_rows(scope: tuple[str, str], steps: Sequence[Comparison | None]) -> tuple[MeasureChange | None, ...]:
    rows: list[MeasureChange | None] = []
    for step in steps:
        every = step.measures if step is not None else ()
        rows.append(next((row for row in every if (row.name, row.layer) == scope and row.on == "panel"), None))
    return tuple(rows)
