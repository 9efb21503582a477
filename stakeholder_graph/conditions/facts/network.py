"""Facts of the network: who reaches whom with the backbone and without it."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import rustworkx as rx

from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.facts._context import FactContext, imputed, no_layer
from stakeholder_graph.conditions.quantity import Quantity, does_not_apply, too_few
from stakeholder_graph.frames.arrays import Flags
from stakeholder_graph.graph import Layer

#: Fewer others tell nothing of a network without its backbone.
FEWEST = 5


def two_steps_without_backbone(context: FactContext, looked: FindingField) -> Quantity:
    """The share of pairs of partners within two steps of each other, whichever side named the tie, without it."""

    def reached(layer: Layer, backbone: int) -> float:
        others = np.arange(layer.n) != backbone
        near = _either(layer)[others][:, others]
        steps = near.astype(np.float32)
        within = near | (steps @ steps > 0)
        np.fill_diagonal(within, False)
        pairs = (layer.n - 1) * (layer.n - 2)
        return float(within.sum() / pairs)

    return _of_backbone(context, looked, reached, left_out=True)


def two_steps_of_backbone(context: FactContext, looked: FindingField) -> Quantity:
    """The share of the other organizations within two steps of the backbone, whichever side named the tie."""

    def reached(layer: Layer, backbone: int) -> float:
        near = _either(layer)
        within = near[backbone] | near[near[backbone]].any(axis=0)
        within[backbone] = False
        return float(within.sum() / (layer.n - 1))

    return _of_backbone(context, looked, reached)


def kept_without_backbone(context: FactContext, looked: FindingField) -> Quantity:
    """The share of the others that hang together in the largest part without the backbone."""

    def kept(layer: Layer, backbone: int) -> float:
        others = np.arange(layer.n) != backbone
        return _largest_part(_drawn(_either(layer)[others][:, others])) / (layer.n - 1)

    return _of_backbone(context, looked, kept, left_out=True)


def most_cut_off(context: FactContext, looked: FindingField) -> Quantity:
    """The share of organizations that the leaving of one, other than the backbone, would cut off at most."""
    layer = context.layer_name(looked)
    if not layer:
        return no_layer(looked)
    backbone = context.graph.names.index(context.graph.backbone) if context.graph.backbone else -1

    def worst(completed: Layer) -> float:
        near = _either(completed)
        graph = _drawn(near)
        whole, candidates = _largest_part(graph), sorted(rx.articulation_points(graph))
        return max((_cut_off(near, place, whole) for place in candidates if place != backbone), default=0.0)

    return imputed(context.study(layer), worst, hub=True, without=backbone)


def _of_backbone(
    context: FactContext, looked: FindingField, statistic: Callable[[Layer, int], float], *, left_out: bool = False
) -> Quantity:
    """A statistic that needs the backbone, and its answer unless it is left out."""
    layer, name = context.layer_name(looked), context.graph.backbone
    if not layer:
        return no_layer(looked)
    if name is None:
        return does_not_apply("no_backbone", file="organizations.csv")
    study, backbone = context.study(layer), context.graph.names.index(name)
    if study.reports.n - 1 < FEWEST:
        return does_not_apply("too_few_organizations")
    if not left_out and context.partnership.info.surveyed and not study.reports.answered[backbone]:
        return too_few("backbone_silent")
    return replace(imputed(study, lambda completed: statistic(completed, backbone)), cases=study.reports.n - 1)


def _either(layer: Layer) -> Flags:
    """Whether either side names the other, shape (n, n): dense, since networks of many draws are small."""
    named = layer.strength.toarray() != 0
    return np.asarray(named | named.T)


def _drawn(near: Flags) -> "rx.PyGraph[int, float]":
    return rx.PyGraph.from_adjacency_matrix(near.astype(float))


def _largest_part(graph: "rx.PyGraph[int, float]") -> int:
    return max(map(len, rx.connected_components(graph)), default=0)


def _cut_off(near: Flags, place: int, whole: int) -> float:
    """How much smaller the largest part is without an organization, beside the organization itself, as a share."""
    keep = np.arange(len(near)) != place
    without = near[keep][:, keep]
    return max(whole - 1 - _largest_part(_drawn(without)), 0) / len(near)
