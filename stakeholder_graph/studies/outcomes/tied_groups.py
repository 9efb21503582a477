"""How many pairs of a group of organizations are tied, against what would be usual: one test, one verdict.

The groups of a layer are those who work on each outcome and the clusters by outcomes. They are tested together, here
and nowhere else: outcomes and clusters show the same rows. A cluster that one outcome names, or of just those who work
on one, is no group of its own: what is said of it is said of all who work on that outcome.

Usual is the mean of networks with ties rewired [1]_: every organization keeps as many partners, and ties stay where
somebody was asked about them.

References
----------
.. [1] McDonald, J. W., Smith, P. W. F., & Forster, J. J. (2007). Markov chain Monte Carlo exact inference for social
   networks. Social Networks, 29(1), 127-136.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.frames.arrays import Flags
from stakeholder_graph.inference.p_values import benjamini_hochberg
from stakeholder_graph.inference.rewiring import LARGEST, RewiredMixing, rewire
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.measures.outcomes._clusters import Cluster, OutcomeClusters, outcome_clusters_of
from stakeholder_graph.measures.outcomes._verdicts import verdict_inside
from stakeholder_graph.studies.context import StudyContext
from stakeholder_graph.studies.outcomes._pairs import PairsOfLayer
from stakeholder_graph.studies.outcomes._tied_inside import p_inside, tied_inside

#: Name of what the layers of a wave share.
CLUSTERS = "clusters by outcomes"


@dataclass(frozen=True, slots=True)
class TiedGroup:
    """A group of organizations, and how many of its pairs are tied.

    Parameters
    ----------
    members : tuple of str
        Two organizations or more.
    outcomes : tuple of str
        The outcomes that just these work on.
    organizations, pairs, tied, unknown : int
        Members, their pairs, those that are tied, and those of which it is not known.
    usual : float or None
        How many would be tied if ties knew nothing of the group; None where rewired networks tell nothing.
    p, p_adjusted, p_error : float or None
        Two-sided; over all groups of the layer; and the Monte Carlo standard error of the latter.
    verdict : str or None
        What can be said of it.
    """

    members: tuple[str, ...]
    outcomes: tuple[str, ...]
    organizations: int
    pairs: int
    tied: int
    unknown: int
    usual: float | None = None
    p: float | None = None
    p_adjusted: float | None = None
    p_error: float | None = None
    verdict: str | None = None


@dataclass(frozen=True, slots=True)
class TiedGroups:
    """The groups of a layer, and why rewired networks tell nothing, if they do not."""

    groups: tuple[TiedGroup, ...]
    why_not: str = ""

    def of_outcome(self, outcome: str) -> TiedGroup | None:
        """Those who work on an outcome; None where fewer than two do.

        Parameters
        ----------
        outcome : str
            Its name.
        """
        return next((group for group in self.groups if outcome in group.outcomes), None)

    def of_cluster(self, cluster: Cluster) -> TiedGroup | None:
        """The group that stands for a cluster: all who work on the outcome that names it, or else its members.

        Parameters
        ----------
        cluster : Cluster
            Any.
        """
        return self.of_outcome(cluster.outcome) if cluster.outcome else self.of_members(cluster.members)

    def of_members(self, members: tuple[str, ...]) -> TiedGroup | None:
        """The group of just these.

        Parameters
        ----------
        members : tuple of str
            In any order.
        """
        return next((group for group in self.groups if set(group.members) == set(members)), None)


def clusters_of(context: StudyContext) -> OutcomeClusters:
    """The clusters by outcomes of a wave, by_members once for all layers.

    Parameters
    ----------
    context : StudyContext
        Of any layer.
    """
    graph, partnership, seed = context.graph, context.partnership, context.settings.seed
    return context.shared.once(CLUSTERS, lambda: outcome_clusters_of(graph, partnership, seed))


def tied_groups(context: StudyContext) -> TiedGroups:
    """Count and test the groups of a layer, once for all who ask.

    Parameters
    ----------
    context : StudyContext
        One layer; where reports are looked at one by one, a pair is tied if either side names the other.

    Returns
    -------
    TiedGroups
        Without tests where no permutations are asked for.

    Examples
    --------
    >>> import networkx as nx
    >>> import pandas as pd
    >>> from stakeholder_graph.graph import PartnerGraph, Partnership, from_networkx
    >>> ring = from_networkx(nx.cycle_graph(12))
    >>> named = pd.DataFrame({"organization": ["0", "1", "2"], "kind": "outcome", "item": "Math"})
    >>> graph = PartnerGraph(ring.wave, ring.layers, {**ring.frames, "affiliations": named}, ring.directed)
    >>> (math,) = tied_groups(StudyContext(Partnership("P", {"1": graph}, {}), graph, "collaboration")).groups
    >>> math.pairs, math.tied, math.usual < 1
    (3, 2, True)
    """
    return context.shared.once(f"tied groups of {context.name}", lambda: _counted(context))


def _counted(context: StudyContext) -> TiedGroups:
    pairs = PairsOfLayer.of(context.reports, context.settings.ties)
    members, outcomes = _groups(context)
    tied = pairs.tied_among(members)
    there = [np.flatnonzero(group) for group in members.T]
    counted = [
        TiedGroup(
            tuple(np.array(pairs.layer.organizations, dtype=object)[group]),
            names,
            len(group),
            len(group) * (len(group) - 1) // 2,
            int(tied[k]),
            pairs.unknown(group),
        )
        for k, (names, group) in enumerate(zip(outcomes, there, strict=True))
    ]
    if not counted or not context.settings.permutations or pairs.layer.n > LARGEST or not len(pairs.first):
        return TiedGroups(tuple(counted))
    networks = _rewired(context)
    if isinstance(networks, str):
        return TiedGroups(tuple(counted), networks)
    return TiedGroups(tuple(_tested(counted, pairs, members, tied, networks)))


def _groups(context: StudyContext) -> tuple[Flags, list[tuple[str, ...]]]:
    """Who is in each group, shape (n, k), and the outcomes that just these work on; each set of members once."""
    work = carried(context.graph, context.partnership, "outcome")
    by_members: dict[bytes, tuple[NDArray[np.bool_], list[str]]] = {}
    for outcome in work.columns:
        there = work[outcome].to_numpy(dtype=bool)
        if there.sum() >= 2:
            by_members.setdefault(there.tobytes(), (there, []))[1].append(str(outcome))
    for cluster in clusters_of(context).clusters:
        if cluster.outcome:
            continue
        there = work.index.isin(cluster.members)
        by_members.setdefault(there.tobytes(), (there, []))
    flags = [there for there, _ in by_members.values()]
    members = np.column_stack(flags) if flags else np.zeros((len(work), 0), dtype=bool)
    return members, [tuple(names) for _, names in by_members.values()]


def _rewired(context: StudyContext) -> RewiredMixing | str:
    """The layer as reported with its ties rewired, or why that tells nothing."""
    settings = context.settings
    as_counted = context.layer is context.reports
    networks = context.rewired_whole if as_counted else rewire(context.reports, settings.permutations, settings.seed)
    why = networks.usable(np.arange(2.0), None)
    return why if isinstance(why, str) else networks


def _tested(
    counted: list[TiedGroup],
    pairs: PairsOfLayer,
    members: Flags,
    tied: NDArray[np.intp],
    networks: RewiredMixing,
) -> Iterator[TiedGroup]:
    index = {name: k for k, name in enumerate(pairs.layer.organizations)}
    order = [index[name] for name in networks.layer.organizations]
    simulated = tied_inside(networks, members[order], both=pairs.ties == "both").astype(np.float64)
    possible = np.array([pairs.possible(np.flatnonzero(group)) for group in members.T])
    p, error = p_inside(tied.astype(np.float64), simulated, possible)
    adjusted = benjamini_hochberg(p)
    for group, usual, raw, corrected, off in zip(counted, simulated.mean(axis=0), p, adjusted, error, strict=True):
        yield replace(
            group,
            usual=float(usual),
            p=float(raw),
            p_adjusted=float(corrected),
            p_error=float(off * corrected / raw) if raw else 0.0,
            verdict=verdict_inside(group.tied, float(usual), float(corrected)),
        )
