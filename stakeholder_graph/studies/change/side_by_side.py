"""Every measure that is a number, of two waves side by side: on all, and among those who answered both times."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from stakeholder_graph.concurrency.second_process import SecondProcess
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.inference.p_values import benjamini_hochberg
from stakeholder_graph.inference.rates.ratio_change import RatioChange, ratio_change
from stakeholder_graph.measures._registry import MeasureInfo, find_measure, measures
from stakeholder_graph.model.finding import LEVEL, Finding, Interval
from stakeholder_graph.progress import counted
from stakeholder_graph.studies._arguments import extent_of
from stakeholder_graph.studies.assess import assess_apart
from stakeholder_graph.studies.change.comparison import ChangeVerdict, MeasureChange
from stakeholder_graph.studies.change.panel_change import ABOUT
from stakeholder_graph.studies.change.panel_graph import on_panel
from stakeholder_graph.studies.change.two_waves import TwoWaves
from stakeholder_graph.studies.context import MeasureSettings, of_known_sector

#: Sections of the report whose measures are no numbers of a wave's network: they speak of the survey itself, of lists
#: and results, which have dates of their own, or of change.
_ASIDE = frozenset({"response", "outcomes", "results", "change"})
#: "About the same" is said of a mean where the interval reaches no farther than this share of it.
_ABOUT_MEAN = 0.1
#: Tests against chance are of one wave alone and not looked at here.
_FEWEST_PERMUTATIONS = 99


def numbers() -> list[str]:
    """The measures whose value is a number of one wave that does not itself rest on a test.

    Examples
    --------
    >>> "density" in numbers(), "sector_mixing" in numbers()
    (True, False)
    """
    return [
        name
        for name, info in measures().items()
        if info.section not in _ASIDE
        and extent_of(info) != "partnership"
        and (info.statistic is not None or info.null is None)
    ]


def on_all(
    partnership: Partnership,
    names: Sequence[str],
    layers: Sequence[str],
    settings: MeasureSettings,
    second: SecondProcess | None = None,
) -> list[MeasureChange]:
    """Measure both waves on all that was answered.

    Parameters
    ----------
    partnership : Partnership
        Two waves.
    names : sequence of str
        Measures.
    layers : sequence of str
        Kinds of tie that both asked about alike.
    settings : MeasureSettings
        Draws are for the ranges; there are none where values alone are wanted.
    second
        As of `assess`.
    """
    quick = replace(settings, permutations=_FEWEST_PERMUTATIONS, only=settings.only or "ranges")
    waves = [
        _by_scope(assess_apart(partnership, names, wave=wave, layers=layers, settings=quick, second=second))
        for wave in counted(tuple(partnership.graphs))
    ]
    rows = [MeasureChange(*pair, "all") for pair in _pairs(*waves)]
    return [replace(row, range=_between(row)) for row in rows]


def among_panel(
    partnership: Partnership,
    names: Sequence[str],
    layer: str,
    waves: TwoWaves,
    settings: MeasureSettings,
    *,
    tested: bool,
) -> list[MeasureChange]:
    """Measure both waves among those who answered both times.

    Parameters
    ----------
    partnership : Partnership
        Two waves.
    names : sequence of str
        Measures; those of one kind of tie are looked at.
    layer : str
        A kind of tie.
    waves : TwoWaves
        Both waves of it.
    settings : MeasureSettings
        Of the measures.
    tested : bool
        Whether changes are tested.

    Returns
    -------
    list of MeasureChange
        Not yet corrected, so without a verdict.
    """
    if not waves.panel.any():
        return []
    quick = replace(settings, permutations=_FEWEST_PERMUTATIONS, draws=0, only="values")
    graphs = [on_panel(graph, layer, waves) for graph in partnership.graphs.values()]
    of_layer = [name for name in names if extent_of(find_measure(name)) == "layer"]
    of_waves = [
        _by_scope(
            assess_apart(
                Partnership(partnership.info, {graph.wave.name: graph}, partnership.lists),
                of_layer,
                layers=[layer],
                settings=quick,
            )
        )
        for graph in graphs
    ]
    rows = [MeasureChange(*pair, "panel") for pair in _pairs(*of_waves)]
    return [_tested(row, graphs) if tested else row for row in rows]


def _by_scope(findings: Sequence[Finding]) -> dict[tuple[str, tuple[str, ...]], Finding]:
    return {(f.name, f.scope.layers): f for f in findings if f.value is not None}


_ByScope = Mapping[tuple[str, tuple[str, ...]], Finding]


def _pairs(before: _ByScope, after: _ByScope) -> Iterator[tuple[Finding, Finding]]:
    """The findings of both waves that have a value in both."""
    for scope, finding in after.items():
        if scope in before:
            yield before[scope], finding


def _between(row: MeasureChange) -> Interval | None:
    """What the ranges of both waves allow the change to be."""
    ranges = [
        finding.range or ((value, value) if finding.complete else None)
        for finding, value in ((row.before_finding, row.before), (row.after_finding, row.after))
    ]
    first, last = ranges
    return (last[0] - first[1], last[1] - first[0]) if first and last else None


def _tested(row: MeasureChange, graphs: Sequence[PartnerGraph]) -> MeasureChange:
    changed = _change_of(find_measure(row.name), row.layer, graphs)
    return row if changed is None else replace(row, se=changed.se, p=changed.p, range=changed.range)


def _change_of(info: MeasureInfo, layer: str, graphs: Sequence[PartnerGraph]) -> RatioChange | None:
    if info.per_dyad is None:
        return None
    layers = [graph.layer(layer) for graph in graphs]
    if info.group:
        layers = [of_known_sector(of_wave) for of_wave in layers]
    if layers[0].organizations != layers[1].organizations:
        return None
    return ratio_change(*(info.per_dyad(of_wave) for of_wave in layers))


def judged(rows: Sequence[MeasureChange], others: Sequence[float]) -> tuple[list[MeasureChange], list[float]]:
    """Correct the tests of all measures together with others, and say what became of each.

    Parameters
    ----------
    rows : sequence of MeasureChange
        Tested or not.
    others : sequence of float
        The smallest corrected p among the pairs of groups of each kind of tie.

    Returns
    -------
    (list of MeasureChange, list of float)
        With corrected p and verdict; and the corrected p of the others.
    """
    tested = [row.p for row in rows if row.p is not None]
    adjusted = benjamini_hochberg(np.array([*tested, *others])).tolist()
    corrected = iter(adjusted)
    result = []
    for row in rows:
        if row.p is not None:
            p_adjusted = float(next(corrected))
            row = replace(row, p_adjusted=p_adjusted, verdict=_verdict(row, p_adjusted))
        result.append(row)
    return result, [float(p) for p in corrected]


def _verdict(row: MeasureChange, p_adjusted: float) -> ChangeVerdict:
    if p_adjusted <= LEVEL:
        return "rose" if row.change > 0 else "fell"
    if row.range is None or row.p is None or row.p <= LEVEL:
        return "too close to call"
    low, high = find_measure(row.name).bounds
    # A fourth of what there was, or of what was lacking, whichever is less; of a mean without bounds a tenth.
    apart = [abs(row.before - end) for end in (low, high) if end is not None]
    about = ABOUT * min(apart) if apart else _ABOUT_MEAN * abs(row.before)
    return "about the same" if max(-row.range[0], row.range[1]) <= about else "too close to call"
