"""The runner: computes measures and adds to each its test against chance and its range.

Measures know no inference and inference knows no measure; here the two meet, by what each measure declares.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from stakeholder_graph.concurrency.second_process import SecondProcess, computed_by, longest_at_ends
from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.graph import Layer, PartnerGraph, Partnership
from stakeholder_graph.inference.imputation.impute import ranges
from stakeholder_graph.measures._columns import FIRST_IN
from stakeholder_graph.measures._registry import MeasureInfo, find_measure, measures
from stakeholder_graph.measures._sections import section_order
from stakeholder_graph.model.cells import plain
from stakeholder_graph.model.finding import Finding, Measured, Message, Scope
from stakeholder_graph.progress import part
from stakeholder_graph.studies._arguments import arguments, extent_of
from stakeholder_graph.studies.context import MeasureSettings, Shared, StudyContext, of_known_sector
from stakeholder_graph.studies.page_one.one_family import corrected_claims
from stakeholder_graph.studies.prepared import prepare
from stakeholder_graph.studies.significance import against_chance
from stakeholder_graph.studies.whole_roster import estimate_first
from stakeholder_graph.studies.withheld import (
    hub_unsettled,
    limit_unsettled,
    under_limit,
    unless_too_wide,
    without_wide_range,
)
from stakeholder_graph.text import _

DEFAULT_SETTINGS = MeasureSettings()


def assess(
    partnership: Partnership,
    names: Sequence[str] | None = None,
    *,
    wave: str | None = None,
    layers: Sequence[str] | None = None,
    settings: MeasureSettings = DEFAULT_SETTINGS,
    second: SecondProcess | None = None,
) -> tuple[Finding, ...]:
    """Compute findings: one for each measure and, where it is about ties, for each layer.

    Parameters
    ----------
    partnership : Partnership
        Any.
    names : sequence of str, optional
        Measures; by default all.
    wave : str, optional
        By default the latest.
    layers : sequence of str, optional
        By default all, except those asked about partners only.
    settings : MeasureSettings
        How thoroughly to look.
    second : SecondProcess, optional
        Computes some of the findings, and the same ones.

    Returns
    -------
    tuple of Finding
        In the order of the report.

    Raises
    ------
    UnknownNameError
        For a measure, wave or layer that does not exist.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.path_graph(3))
    >>> findings = assess(Partnership("P", {"1": graph}, {}), ["density"])
    >>> findings[0].id, round(findings[0].value, 3)
    ('density/collaboration/1', 0.667)
    """
    apart = assess_apart(partnership, names, wave=wave, layers=layers, settings=settings, second=second)
    return tuple(corrected_claims(apart, settings.permutations))


def assess_apart(
    partnership: Partnership,
    names: Sequence[str] | None = None,
    *,
    wave: str | None = None,
    layers: Sequence[str] | None = None,
    settings: MeasureSettings = DEFAULT_SETTINGS,
    second: SecondProcess | None = None,
) -> list[Finding]:
    """Compute findings as `assess` does, without correcting their tests together: whoever joins them does.

    Parameters
    ----------
    partnership, names, wave, layers, settings, second
        As of `assess`.
    """
    run = _Run.of(partnership, wave, layers, settings)
    chosen = list(measures().values()) if names is None else [find_measure(name) for name in names]
    ordered = sorted(chosen, key=lambda info: section_order(info.section))
    steps = [(info.name, layer) for info in ordered for layer in run.layers_of(info)]

    divided = run.divided(steps)
    with part(what=_("Measuring")):
        if second and names is None:
            with part(PREPARING):
                prepare(run.contexts, second)
        with part():
            findings = computed_by(second, run.findings, divided, lambda step: find_measure(step[0]).title, run.cost)
    computed = dict(zip(divided, findings, strict=True))
    return [finding for step in steps for finding in computed[step]]


#: The share of the work that is done before the measures.
PREPARING = 0.2
#: The number of organizations that measures declare their costs for.
_COSTS_ARE_OF = 500
#: A measure, and the layer that it is computed of, if it is of one.
_Step = tuple[str, str | None]


@dataclass(frozen=True, eq=False)
class _Run:
    """One wave of a partnership, and the layers that are looked at."""

    partnership: Partnership
    graph: PartnerGraph
    layers: tuple[str, ...]
    contexts: tuple[StudyContext, ...]
    settings: MeasureSettings
    shared: Shared

    @classmethod
    def of(
        cls, partnership: Partnership, wave: str | None, layers: Sequence[str] | None, settings: MeasureSettings
    ) -> "_Run":
        graph, shared = partnership.graph(wave), Shared()
        # How many ties there are says nothing where only partners were asked about.
        open_to_all = [name for name, info in graph.layers.items() if not info.asked_of]
        contexts = tuple(StudyContext(partnership, graph, layer, settings, shared) for layer in (layers or open_to_all))
        return cls(partnership, graph, tuple(layers or ()), contexts, settings, shared)

    def layers_of(self, info: MeasureInfo) -> Sequence[str | None]:
        """The layers that a measure has a finding for; None for a finding that is of no one layer."""
        return [context.name for context in self.contexts] if extent_of(info) == "layer" else [None]

    def cost(self, step: _Step) -> float:
        """How long a step usually takes, beside one of a plain measure."""
        return 1 + find_measure(step[0]).cost * len(self.graph.names) / _COSTS_ARE_OF

    def divided(self, steps: Sequence[_Step]) -> list[_Step]:
        """Steps in the order in which two processes take them from both ends, so that neither has to wait long.

        What takes long comes first from either end. Measures of one layer have most in common: one end has those of
        the first layer, the other those of the rest, and between them stands what is of no one layer.
        """
        if len(self.contexts) < 2:
            return longest_at_ends(steps, self.cost)
        longest_first = sorted(steps, key=self.cost, reverse=True)
        first, *rest = (context.name for context in self.contexts)
        by_layer = {layer: [step for step in longest_first if step[1] == layer] for layer in (first, None, *rest)}
        return [*by_layer[first], *by_layer[None], *(step for name in rest for step in by_layer[name][::-1])]

    def findings(self, step: _Step) -> list[Finding]:
        """The finding of one measure, of one layer if it is of one; none where nobody was asked about it."""
        info, layer = find_measure(step[0]), step[1]
        for context in self.contexts:
            if context.name == layer:
                return [self._of_layer(info, context)]
        extent = extent_of(info)
        names = self._asked_about(info) if extent == "layers" else ()
        if extent == "layers" and not names:
            return []
        group = self.partnership.info.sector_called if info.group else None
        if extent == "partnership":
            scope = Scope(tuple(self.partnership.graphs))
        elif extent == "layers":
            ties = self.settings.ties if self.graph.directed else None
            scope = Scope((self.graph.wave.name,), names, ties, group)
        else:
            scope = Scope((self.graph.wave.name,), group=group)
        layers = [self.graph.layer(name) for name in names]
        measured = self.shared.once(info.name, lambda: self._measured(info, {Sequence[Layer]: layers}))
        return [self._read(info, replace(_finding(info, scope, measured), complete=self._complete))]

    def _of_layer(self, info: MeasureInfo, context: StudyContext) -> Finding:
        layer = context.grouped if info.group else context.layer
        scope = Scope((layer.wave,), (layer.name,), layer.ties, "sector" if info.group else None)
        instead = under_limit(info, context)
        only = self.settings.only
        if only and info.value_alone and not instead:
            measured = info.value_alone(layer)
        else:
            measured = instead or self._measured(info, {Layer: layer, StudyContext: context})
        finding = replace(_finding(info, scope, measured), complete=context.complete)
        if layer.n < context.layer.n:
            unknown = Message("no_sector", {"count": context.layer.n - layer.n})
            finding = replace(finding, caveats=(*finding.caveats, unknown))
        # A value that counts cells which differ from chance takes their tests.
        counts_cells = info.permutes_labels is not None and info.permutes_labels.cells is not None
        if (not only or counts_cells) and (finding.table is not None or finding.value is not None):
            finding = against_chance(info, finding, context)
        if finding.value is not None and not instead and only != "values":
            finding = _ranged(info, finding, context)
        finding = limit_unsettled(finding, context)
        if not context.layer.n_ties and not info.says_of_no_ties:
            return finding if finding.value is None else replace(finding, caveats=(*finding.caveats, NO_TIES))
        return self._read(info, finding)

    def _read(self, info: MeasureInfo, finding: Finding) -> Finding:
        """The finding with what it says; where nobody was asked nothing is missing, so that there is no range."""
        if not self.partnership.info.surveyed:
            finding = replace(finding, estimate=None, range_like=None, range=None)
        if self.settings.only:
            return without_wide_range(finding)
        finding = estimate_first(info, unless_too_wide(info, finding))
        answered_only = any(caveat.id == "answered_subgraph" for caveat in finding.caveats)
        leads = (
            finding.reading is not None and finding.reading.estimated is not None and finding.reading.estimated.leads
        )
        if finding.reading and answered_only and not leads:
            finding = replace(finding, reading=replace(finding.reading, answered_only=True))
        if finding.reading and not leads and any(caveat.id == "asked_in_part" for caveat in finding.caveats):
            finding = replace(finding, reading=replace(finding.reading, as_asked=True))
        return finding if self.partnership.info.surveyed else _of_lists(info, finding)

    def _measured(self, info: MeasureInfo, values: dict[Any, Any]) -> Measured:
        values = {
            PartnerGraph: self.graph,
            Partnership: self.partnership,
            Sequence[StudyContext]: self.contexts,
            **values,
        }
        return info.function(**arguments(info, values, self.settings.seed))

    def _asked_about(self, info: MeasureInfo) -> tuple[str, ...]:
        """The layers that a measure over several speaks of, among those asked for."""
        about = (
            name
            for name, layer in self.graph.layers.items()
            if layer.asks == info.asks and not (layer.asks == "ties" and layer.asked_of)
        )
        return tuple(name for name in about if not self.layers or name in self.layers)

    @property
    def _complete(self) -> bool | None:
        """Whether everyone answered; None where nothing says who did, or nobody was asked."""
        info = self.partnership.info
        return info.all_counted(bool(self.graph.answered.all()), self.graph.wave.name)


#: What is said of a layer without a tie in place of what a measure would say: that nobody stands between others, say.
NO_TIES = Message("no_ties_told")


def _finding(info: MeasureInfo, scope: Scope, measured: Measured) -> Finding:
    value = plain(measured.value)
    caveats = list(measured.caveats)
    if value is None and measured.value is not None and math.isinf(measured.value):
        caveats.append(Message("unbounded"))
    return Finding(
        name=info.name,
        scope=scope,
        value=None if value is None else float(value),
        unit=info.unit,
        bounds=info.bounds,
        attainable=measured.attainable,
        rescaled=measured.rescaled,
        quotient=measured.quotient,
        table=measured.table,
        tables=measured.tables,
        test=measured.test,
        estimate=measured.estimate,
        range_like=measured.range_like,
        range=measured.range,
        certain=measured.certain,
        caveats=tuple(caveats),
        discloses=info.disclosure,
    )


def _of_lists(info: MeasureInfo, finding: Finding) -> Finding:
    """The finding in the words that its measure has for where nobody was asked, if it has such words."""

    def said(message: Message) -> Message:
        id = f"{message.id}_listed"
        return replace(message, id=id) if id in info.messages else message

    reading = finding.reading and said(finding.reading)
    return replace(finding, reading=reading, caveats=tuple(map(said, finding.caveats)))


def _ranged(info: MeasureInfo, finding: Finding, context: StudyContext) -> Finding:
    statistic = info.statistic
    if not context.settings.draws or not context.partnership.info.surveyed:
        return finding
    if statistic is None:
        why = (Message("no_range", {"why": info.no_range}),) if info.no_range else ()
        return replace(finding, caveats=(*finding.caveats, *why))
    if info.ranged_up_to is not None and context.layer.n > info.ranged_up_to:
        most = Message("too_large_to_range", {"most": info.ranged_up_to})
        return finding if context.complete else replace(finding, caveats=(*finding.caveats, most))
    if partners := context.graph.layers[context.name].asked_of:
        return replace(finding, caveats=(*finding.caveats, Message("asked_of", {"layer": partners})))
    ties = context.settings.ties

    def counted(completed: Layer) -> Layer:
        layer = completed.with_ties(ties)
        return of_known_sector(layer) if info.group else layer

    def value_of(completed: Layer) -> float:
        return statistic(counted(completed))

    first = _First(info.scores, finding) if info.scores and finding.table is not None else None
    together = first or info.together
    drawn = ranges(
        context.completions,
        value_of,
        together and (lambda completed: together([counted(layer) for layer in completed])),
    )
    caveats = finding.caveats
    if context.limited:
        caveats += (Message("limited_names"),)
    if drawn.range is None:
        caveats += (Message(drawn.reason or "nothing_observed"),)
    elif finding.value is not None and not drawn.range[0] <= finding.value <= drawn.range[1]:
        caveats += (Message("outside_range"),)
    if drawn.range is not None and context.donors:
        caveats += (Message("donor_draws", {"draws": context.donors}),)
        if drawn.error is not None:
            caveats += (Message("range_error", {"percent": math.ceil(100 * drawn.error)}),)
    if first and drawn.range is not None and len(context.completions):
        finding = first.added_to(finding, len(context.completions))
    finding = replace(
        finding,
        estimate=drawn.estimate,
        range_like=drawn.range_like,
        range=drawn.range,
        certain=info.certain(context.layer) if info.certain else None,
        caveats=caveats,
    )
    return hub_unsettled(info, finding, context) or finding


class _First:
    """Whether the organization that is named has the largest score of each completed layer, too.

    Parameters
    ----------
    scores : callable
        As measures declare it.
    finding : Finding
        Its table has the scores observed.
    """

    def __init__(self, scores: Callable[[Sequence[Layer]], list[Floats]], finding: Finding) -> None:
        assert finding.table is not None
        self._scores = scores
        column = finding.table.columns[-1].name
        self._named = max(finding.table.rows, key=lambda row: float(row[column] or 0))["organization"]
        self._first: list[bool] = []

    def __call__(self, completed: Sequence[Layer]) -> list[float]:
        """The largest score of each layer, as `ranges` asks for."""
        scores = np.array(self._scores(completed))
        largest = scores.max(axis=1)
        self._first += list(scores[:, completed[0].organizations.index(str(self._named))] >= largest - 1e-9)
        return list(largest)

    def added_to(self, finding: Finding, imputations: int) -> Finding:
        """The finding with the share of imputations, alike those who answered, in which it is first."""
        share = float(np.mean(self._first[:imputations]))
        network = finding.tables["network"].with_columns({FIRST_IN: [share]})
        return replace(finding, tables={**finding.tables, "network": network})
