"""What many measures need, computed once and on both cores before the measures are.

Each process would otherwise compute it again as soon as one of its measures asks for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from stakeholder_graph.concurrency.second_process import SecondProcess, computed_by
from stakeholder_graph.inference.imputation.impute import MOST_IMPUTED
from stakeholder_graph.inference.rewiring import LARGEST
from stakeholder_graph.studies.context import IMPUTED, REWIRED, StudyContext
from stakeholder_graph.studies.outcomes.tied_groups import CLUSTERS, clusters_of

_What = Literal["first imputations", "other imputations", "rewired", "clusters"]


@dataclass(frozen=True)
class _Need:
    """One of the things that measures need, and the layer that it is of, by its position."""

    what: _What
    layer: int


def prepare(contexts: Sequence[StudyContext], second: SecondProcess) -> None:
    """Compute imputations, rewired networks and clusters by outcomes, and keep them where `contexts` look for them.

    Parameters
    ----------
    contexts : sequence of StudyContext
        The layers of a wave.
    second : SecondProcess
        Computes about half of it.
    """
    needs = _needs(contexts)
    results = computed_by(second, _Preparing(tuple(contexts)).computed, needs)
    by_need = dict(zip(needs, results, strict=True))
    for need, result in by_need.items():
        context = contexts[need.layer]
        match need.what:
            case "first imputations":
                others = by_need[_Need("other imputations", need.layer)]
                context.shared.keep(IMPUTED.format(context.name), result.and_then(others))
            case "rewired":
                context.shared.keep(REWIRED.format(context.name), result)
            case "clusters":
                context.shared.keep(CLUSTERS, result)


def _needs(contexts: Sequence[StudyContext]) -> list[_Need]:
    """The two halves of the imputations stand at the two ends, from which the processes begin."""
    imputed = [
        k
        for k, context in enumerate(contexts)
        if context.settings.draws and context.reports.n <= MOST_IMPUTED and not context.reports.complete
    ]
    rewired = [
        k
        for k, context in enumerate(contexts)
        if context.settings.permutations and context.grouped.n <= LARGEST and context.grouped.n_ties
    ]
    return [
        *(_Need("first imputations", k) for k in imputed),
        *(_Need("clusters", k) for k in range(len(contexts[:1]))),
        *(_Need("rewired", k) for k in rewired),
        *(_Need("other imputations", k) for k in imputed),
    ]


@dataclass(frozen=True, eq=False)
class _Preparing:
    """The layers, of which each process computes some of the needs."""

    contexts: tuple[StudyContext, ...]

    def computed(self, need: _Need) -> Any:
        context = self.contexts[need.layer]
        half = context.settings.draws // 2
        match need.what:
            case "first imputations":
                return context.imputed(slice(half))
            case "other imputations":
                return context.imputed(slice(half, None))
            case "rewired":
                return context.rewired
            case "clusters":
                return clusters_of(context)
