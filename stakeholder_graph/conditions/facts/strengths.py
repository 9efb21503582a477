"""Facts of how strong ties are: regular contact, deeper ties and trust, now and on the panel."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.facts._context import FactContext, no_layer, under_limit
from stakeholder_graph.conditions.facts._sampling import of_respondents
from stakeholder_graph.conditions.quantity import Quantity, does_not_apply, too_few
from stakeholder_graph.frames.arrays import Flags, Floats, Ints
from stakeholder_graph.graph import Layer, PartnerGraph
from stakeholder_graph.measures.ties._levels import levels_of, strengths
from stakeholder_graph.model.survey import LayerInfo

#: Trust is brought to a scale of so many steps; a score rests on so many raters.
TRUST_STEPS, RATERS = 4, 5
#: Steps that are regular contact: monthly or oftener.
_REGULAR = re.compile(r"month|week|dai|mensual|al mes|seman|diari|quincen|fortnight", re.IGNORECASE)
_RARER = re.compile(r"few|every (other|two|three|six)|less|bimonth|cada|varios|menos", re.IGNORECASE)

#: What a tie counts, from its strength and what the layer says of its scale.
Score = Callable[[Floats, LayerInfo], Floats]


@dataclass(frozen=True, eq=False)
class _Sent:
    """The ties of those who answered, by sender: how they count, and how many there are."""

    layer: Layer
    senders: Ints
    receivers: Ints
    scores: Floats

    @classmethod
    def of(cls, layer: Layer, info: LayerInfo, score: Score) -> "_Sent":
        senders, receivers = layer.edge_index
        if not layer.directed:  # either end may be the one that answered
            turned = ~layer.answered[senders]
            senders, receivers = np.where(turned, receivers, senders), np.where(turned, senders, receivers)
        values = strengths(layer)
        known = ~np.isnan(values) & layer.answered[senders]
        return cls(layer, senders[known], receivers[known], score(values[known], info))

    def mean(self, kept: Flags) -> float:
        """The mean score of the ties that some organizations sent; NaN where they sent none."""
        scores = self.scores[kept[self.senders]]
        return float(scores.mean()) if len(scores) else np.nan


def regular_contact(context: FactContext, looked: FindingField) -> Quantity:
    """The share of ties that are monthly or oftener."""
    name = context.layer_name(looked)
    if not name:
        return no_layer(looked)
    info = context.graph.layers[name]
    if len(levels_of(info)) < 2:
        return does_not_apply("no_scale")
    if (limited := under_limit(context.graph, name)) is not None:
        return limited
    sent = _Sent.of(context.study(name).reports, info, _regular)
    quantity = _of_senders(sent)
    ties = len(sent.scores)
    if quantity.fact:
        return replace(quantity, numerator=float(sent.scores.sum()), denominator=ties, step=1 / ties)
    return quantity


def _regular(values: Floats, info: LayerInfo) -> Floats:
    levels = levels_of(info)
    named = [step.value for step in levels if _REGULAR.search(step.name) and not _RARER.search(step.name)]
    return (values >= min(named or [levels[len(levels) // 2].value])).astype(float)


def _deeper(values: Floats, info: LayerInfo) -> Floats:
    levels = levels_of(info)
    return (values >= levels[len(levels) // 2].value).astype(float)


def _trust(values: Floats, info: LayerInfo) -> Floats:
    levels = levels_of(info)
    low, high = levels[0].value, levels[-1].value
    return 1 + (TRUST_STEPS - 1) * (values - low) / (high - low)


def _of_senders(sent: _Sent) -> Quantity:
    """A mean over ties with its range, if those who have not answered are like those who have."""
    answered = np.flatnonzero(sent.layer.answered)
    if not len(sent.scores):
        return too_few("no_ties")

    def mean(kept: Flags) -> float:
        chosen = np.zeros(sent.layer.n, dtype=bool)
        chosen[answered[kept]] = True
        return sent.mean(chosen)

    return of_respondents(len(answered), sent.layer.n, mean)


def deeper_on_panel(context: FactContext, looked: FindingField) -> Quantity:
    """How the share of ties at the deeper half of the scale changed, among those who answered both times."""
    return _on_panel(context, looked, _deeper)


def mean_on_panel(context: FactContext, looked: FindingField) -> Quantity:
    """How the mean strength of ties changed, on four steps, among those who answered both times."""
    return _on_panel(context, looked, _trust)


def _on_panel(context: FactContext, looked: FindingField, score: Score) -> Quantity:
    name = context.layer_name(looked)
    if not name:
        return no_layer(looked)
    before = _wave_before(context, name)
    if before is None:
        return does_not_apply("no_earlier_wave")
    graphs = (before, context.graph)
    if any(len(levels_of(graph.layers[name])) < 2 for graph in graphs):
        return does_not_apply("no_scale")
    waves = [_Sent.of(graph.layer(name), graph.layers[name], score) for graph in graphs]
    both = sorted(set(graphs[0].names) & set(graphs[1].names))
    places = [np.array([graph.names.index(organization) for organization in both], dtype=int) for graph in graphs]
    panel = np.flatnonzero(
        np.logical_and(*(sent.layer.answered[place] for sent, place in zip(waves, places, strict=True)))
    )

    def change(kept: Flags) -> float:
        means = []
        for sent, place in zip(waves, places, strict=True):
            chosen = np.zeros(sent.layer.n, dtype=bool)
            chosen[place[panel[kept]]] = True
            means.append(sent.mean(chosen))
        return means[1] - means[0]

    return of_respondents(len(panel), len(both), change)


def _wave_before(context: FactContext, layer: str) -> PartnerGraph | None:
    """The wave before this one in which the same was asked."""
    earlier: list[PartnerGraph] = []
    for graph in context.partnership.graphs.values():
        if graph.wave.name == context.graph.wave.name:
            break
        if layer in graph.layers and (graph["ties"]["layer"] == layer).any():
            earlier.append(graph)
    return earlier[-1] if earlier else None


def trust_received(context: FactContext, looked: FindingField) -> Quantity:
    """The mean of trust received, on four steps, over organizations that five or more rated."""
    sent = _trust_ratings(context, looked)
    if isinstance(sent, Quantity):
        return sent
    raters = np.bincount(sent.receivers, minlength=sent.layer.n)
    rated = raters >= RATERS
    if not rated.any():
        return too_few("few_raters", raters=RATERS)
    answered = np.flatnonzero(sent.layer.answered)

    def mean(kept: Flags) -> float:
        chosen = np.zeros(sent.layer.n, dtype=bool)
        chosen[answered[kept]] = True
        given = chosen[sent.senders]
        counts = np.bincount(sent.receivers[given], minlength=sent.layer.n)
        sums = np.bincount(sent.receivers[given], sent.scores[given], sent.layer.n)
        return float((sums[rated & (counts > 0)] / counts[rated & (counts > 0)]).mean())

    return replace(of_respondents(len(answered), sent.layer.n, mean), cases=int(rated.sum()))


def backbone_trust(context: FactContext, looked: FindingField) -> Quantity:
    """Trust in the backbone less the median of trust in the others, on four steps."""
    sent = _trust_ratings(context, looked)
    if isinstance(sent, Quantity):
        return sent
    if context.graph.backbone is None:
        return does_not_apply("no_backbone", file="organizations.csv")
    backbone = context.graph.names.index(context.graph.backbone)
    raters = np.bincount(sent.receivers, minlength=sent.layer.n)
    means = np.bincount(sent.receivers, sent.scores, sent.layer.n) / np.maximum(raters, 1)
    others = (raters >= RATERS) & (np.arange(sent.layer.n) != backbone)
    if raters[backbone] < RATERS or not others.any():
        return too_few("few_raters", raters=RATERS)
    usual = float(np.median(means[others]))
    own = sent.scores[sent.receivers == backbone]
    answered = sent.layer.answered
    everybody = len(own) if answered.all() else round(len(own) / float(answered.mean()))
    quantity = of_respondents(len(own), everybody, lambda kept: float(own[kept].mean()) - usual)
    return replace(quantity, step=(TRUST_STEPS - 1) / len(own) if quantity.fact else None)


def _trust_ratings(context: FactContext, looked: FindingField) -> _Sent | Quantity:
    name = context.layer_name(looked)
    if not name:
        return no_layer(looked)
    layer, info = context.graph.layer(name), context.graph.layers[name]
    if not layer.directed:
        return does_not_apply("no_direction")
    if len(levels_of(info)) < 2:
        return does_not_apply("no_scale")
    sent = _Sent.of(layer, info, _trust)
    return sent if len(sent.scores) else too_few("nothing_observed")
