"""Answers that come in: between what the network would likely be if some that have not answered did."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from stakeholder_graph.frames.arrays import Flags
from stakeholder_graph.graph import Layer, Partnership
from stakeholder_graph.graph.observed import Observed
from stakeholder_graph.inference.imputation.impute import HIGH, LOW, Imputations
from stakeholder_graph.model.finding import Interval, Ties
from stakeholder_graph.studies.context import MeasureSettings, StudyContext
from stakeholder_graph.studies.in_common.known_ties import open_layers
from stakeholder_graph.studies.whatif.departures import MeasuredValues, network_values
from stakeholder_graph.studies.whatif.scenario_check import ScenarioCheck
from stakeholder_graph.text import _


@dataclass(frozen=True, slots=True)
class AnsweredValue:
    """What a measure is, and between what it would likely be.

    Parameters
    ----------
    name : str
        Of the measure.
    before : float or None
        As it is.
    after : interval or None
        From 5 % to 95 % of the imputations, widened to those in which who answers is half or twice as active as the
        others; None where too few imputations define it.
    """

    name: str
    before: float | None
    after: Interval | None


@dataclass(frozen=True, slots=True)
class ComingAnswers:
    """What could come of answers.

    Parameters
    ----------
    who : tuple of str
        Whose answers come in.
    wave, layer : str
        The round of the survey, and the kind of tie.
    values : tuple of AnsweredValue
        Every measure of the network as a whole.
    reason : str or None
        Id of the message that says why nothing can be said.
    ties : {"reported", "either", "both"} or None
        What counted as a tie; None where ties have no direction.
    """

    who: tuple[str, ...]
    wave: str
    layer: str
    values: tuple[AnsweredValue, ...]
    reason: str | None = None
    ties: Ties | None = None


def coming_answers(
    partnership: Partnership, who: Sequence[str], *, wave: str | None = None, settings: MeasureSettings
) -> ComingAnswers:
    """Say between what the network would likely be if some that have not answered did.

    Parameters
    ----------
    partnership : Partnership
        As it is.
    who : sequence of str
        Organizations that have not answered, in any spelling of case and spaces.
    wave : str, optional
        A round of the survey; the latest by default.
    settings : MeasureSettings
        How ties are counted, and how many imputations are drawn.

    Returns
    -------
    ComingAnswers
        In the first kind of tie that everybody was asked about. Their rows are those of the imputations that ranges
        rest on; the rows of others who have not answered stay unknown.

    Raises
    ------
    SurveyError
        With every name that is not there, or has answered already.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.graph import PartnerGraph
    >>> from stakeholder_graph.model.survey import LayerInfo, Wave
    >>> names = [f"Org {k:02d}" for k in range(14)]
    >>> ties = [(a, b) for k, a in enumerate(names[:13]) for b in names if a != b and (k + int(b[-2:])) % 3 == 0]
    >>> frames = {
    ...     "organizations": pd.DataFrame({"organization": names}),
    ...     "asked": pd.DataFrame({"layer": "work", "organization": names, "answered": [True] * 13 + [False]}),
    ...     "ties": pd.DataFrame(ties, columns=["from", "to"]).assign(layer="work"),
    ... }
    >>> ours = Partnership("Ours", {"1": PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)})
    >>> said = coming_answers(ours, ["org 13"], settings=MeasureSettings(draws=20))
    >>> density = next(value for value in said.values if value.name == "density")
    >>> density.after[0] <= density.before <= density.after[1]
    True
    """
    graph = partnership.graph(wave)
    check = ScenarioCheck(partnership, graph, ())
    names = check.named(who)
    layer = next(iter(open_layers(graph)), "")
    if not layer:
        check.inspection.verdict()
        return ComingAnswers(names, graph.wave.name, layer, (), "nothing_observed")
    context = StudyContext(partnership, graph, layer, settings)
    answered = dict(zip(graph.names, context.reports.answered.tolist(), strict=True))
    for name in names:
        if answered[name]:
            check.inspection.wrong(
                _("“{name}” has answered already.", name=name),
                _("Name one that has not; stakeholder-graph check does."),
            )
    check.inspection.verdict()
    values_of = network_values(context)
    before = values_of(context.layer)
    ties = settings.ties if graph.directed else None
    coming = np.isin(graph.index, names)
    imputations = context.imputations
    if imputations.reason or not len(imputations):
        why = imputations.reason or "nothing_observed"
        unknown = tuple(AnsweredValue(*row, None) for row in before.items())
        return ComingAnswers(names, graph.wave.name, layer, unknown, why, ties)
    ends = _likely(imputations, coming, lambda drawn: values_of(drawn.with_ties(settings.ties)))
    values = tuple(AnsweredValue(name, value, ends.get(name)) for name, value in before.items())
    return ComingAnswers(names, graph.wave.name, layer, values, ties=ties)


def _likely(
    imputations: Imputations, coming: Flags, values_of: Callable[[Layer], MeasuredValues]
) -> dict[str, Interval]:
    """By measure, the range over imputations and assumptions; measures that too few of them define are missing."""
    lows: dict[str, list[float]] = {}
    highs: dict[str, list[float]] = {}
    for shift in range(len(imputations.shifts)):
        drawn: dict[str, list[float]] = {}
        for layer in _answered(imputations, coming, shift):
            for name, value in values_of(layer).items():
                drawn.setdefault(name, []).append(np.nan if value is None else value)
        for name, values in drawn.items():
            known = np.array(values)[np.isfinite(values)]
            if 2 * len(known) >= len(values):
                low, high = np.quantile(known, (LOW, HIGH))
                lows.setdefault(name, []).append(float(low))
                highs.setdefault(name, []).append(float(high))
    every = len(imputations.shifts)
    return {name: (min(ends), max(highs[name])) for name, ends in lows.items() if len(ends) == every}


def _answered(imputations: Imputations, coming: Flags, shift: int) -> Iterator[Layer]:
    """The layer with the rows of who answers as each imputation has them; the others stay as they are."""
    layer, rows, columns = imputations.layer, imputations.rows, imputations.columns
    theirs = coming[rows] if layer.directed else coming[rows] | coming[columns]
    observed = _observing(layer.observed, coming)
    known = layer.strength.tocoo()
    for ties in imputations.ties(shift):
        chosen = ties & theirs
        a, b = rows[chosen], columns[chosen]
        if not layer.directed:
            a, b = np.append(a, b), np.append(b, a)
        values = np.concatenate([known.data, np.full(len(a), np.nan)])
        ends = np.concatenate([known.row, a]), np.concatenate([known.col, b])
        yield replace(layer, strength=csr_array((values, ends), shape=layer.strength.shape), observed=observed)


def _observing(observed: Observed, coming: Flags) -> Observed:
    """What is observed once some have answered about everybody."""
    everybody = np.ones((observed.n, 1), dtype=bool)
    roster_of = np.where(coming, observed.rosters.shape[1], observed.roster_of)
    removed = observed.removed.tocoo()
    kept = ~coming[removed.row]
    left = csr_array((removed.data[kept], (removed.row[kept], removed.col[kept])), shape=observed.removed.shape)
    return Observed(roster_of, np.hstack([observed.rosters, everybody]), observed.added, left)
