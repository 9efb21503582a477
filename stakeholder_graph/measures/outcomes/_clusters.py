"""Clusters by outcomes: which organizations carry the same outcomes more than chance would have it."""

from dataclasses import dataclass, replace
from string import ascii_uppercase

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.inference.two_mode.cluster_stability import MORE_TABLES, Chosen, choose_number
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.measures.outcomes._two_mode import cluster
from stakeholder_graph.text import N_

#: Too few organizations or outcomes to tell clusters from chance.
LEAST_ORGANIZATIONS, LEAST_OUTCOMES = 10, 3
#: An outcome that nine in ten of those who name any name is everyone's and draws nobody together.
SHARED_BY_ALL = 0.9
#: A cluster comes back in resamples at least so much (Hennig 2007), and has at least so many members.
RETURNS, MEMBERS = 0.6, 3
MOST = 8
#: Among more organizations clusters are looked for in a random sample of so many.
MOST_SEARCHED = 2_000
TELLS, ALL = N_("tells organizations apart"), N_("nearly all name it")


@dataclass(frozen=True, eq=False)
class Cluster:
    """A cluster that holds.

    Parameters
    ----------
    letter : str
        A for the largest.
    members : tuple of str
        Organizations.
    returns : float
        How much of it comes back in resamples.
    profile : DataFrame
        How it names each outcome: organizations, share, lift (its share over that of all), and whether it is named by
        that outcome; the highest lift first.
    """

    letter: str
    members: tuple[str, ...]
    returns: float
    profile: pd.DataFrame

    @property
    def named_by(self) -> list[str]:
        """The outcomes that name it, highest lift first."""
        return list(self.profile.index[self.profile["names_it"]])

    @property
    def outcomes(self) -> str:
        """The same as a text."""
        return ", ".join(self.named_by)

    @property
    def outcome(self) -> str:
        """The outcome that names it, where it is but one; else blank.

        What is said of such a cluster's pairs is said of all who work on the outcome: somebody who works on it and on
        more may have fallen to another cluster, and the same name would stand over two numbers.
        """
        return self.named_by[0] if len(self.named_by) == 1 else ""


@dataclass(frozen=True, eq=False)
class OutcomeClusters:
    """What was looked at, and the clusters in it.

    Parameters
    ----------
    named : DataFrame
        Organizations by outcomes: who carries which.
    given : DataFrame
        The same of those who answered.
    use : Series
        For each outcome whether it tells organizations apart.
    table : DataFrame
        Organizations by outcomes that do, of organizations that they tell apart.
    chosen : Chosen or None
        The number of clusters; None where too little is known to look.
    clusters : tuple of Cluster
        Those that hold, the largest first.
    """

    named: pd.DataFrame
    given: pd.DataFrame
    use: "pd.Series[str]"
    table: pd.DataFrame
    chosen: Chosen | None = None
    clusters: tuple[Cluster, ...] = ()


def outcome_clusters_of(graph: PartnerGraph, partnership: Partnership, seed: int = 0) -> OutcomeClusters:
    """Look for clusters of organizations that carry the same outcomes.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Its list `items` tells of outcomes that nobody carries.
    seed : int
        Of resamples and curveball tables.

    Returns
    -------
    OutcomeClusters

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.path_graph(3))
    >>> outcome_clusters_of(graph, Partnership("P", {"1": graph}, {})).clusters
    ()
    """
    named = carried(graph, partnership, "outcome")
    given = named[graph.answered]
    use = _use(given)
    table = _telling(given, use)
    looked_at = OutcomeClusters(named, given, use, table)
    if table.shape[1] < LEAST_OUTCOMES or len(table) < LEAST_ORGANIZATIONS:
        return looked_at
    most = min(MOST, table.shape[1], len(table) // MEMBERS)
    chosen = choose_number(
        table.to_numpy(), cluster, range(2, most + 1), seed=seed, more=MORE_TABLES, most=MOST_SEARCHED
    )
    return replace(looked_at, chosen=chosen, clusters=tuple(_lettered(table, chosen)))


def _use(given: pd.DataFrame) -> "pd.Series[str]":
    """For each outcome whether it tells organizations apart."""
    naming = given.sum()
    shared = naming >= SHARED_BY_ALL * given.any(axis=1).sum()
    use = np.select([naming == 0, naming == 1, shared], ["nobody names it", "one names it", ALL], TELLS)
    return pd.Series(use, index=given.columns)


def _telling(given: pd.DataFrame, use: "pd.Series[str]") -> pd.DataFrame:
    """Organizations by outcomes that tell them apart."""
    table = given.loc[:, use == TELLS]
    return table[table.any(axis=1) & ~table.all(axis=1)]


def _lettered(table: pd.DataFrame, chosen: Chosen) -> list[Cluster]:
    """The clusters that hold, the largest first."""
    if not chosen.structure:
        return []
    clusters = []
    for label, returns in enumerate(chosen.returns):
        inside = chosen.labels == label
        if returns >= RETURNS and inside.sum() >= MEMBERS:
            members = tuple(table.index[inside])
            clusters.append(Cluster("", members, float(returns), _profile(table, inside)))
    clusters.sort(key=lambda group: (-len(group.members), group.outcomes))
    return [replace(group, letter=letter) for group, letter in zip(clusters, ascii_uppercase, strict=False)]


def _profile(table: pd.DataFrame, inside: NDArray[np.bool_]) -> pd.DataFrame:
    """How a cluster names each outcome, highest lift first: its own share over that of all.

    The outcomes that name it are those of the three highest lifts that most of it names; failing any, the first.
    """
    naming = table[inside].sum()
    share = naming / inside.sum()
    profile = pd.DataFrame({"organizations": naming, "share": share, "lift": share / table.mean()})
    profile = profile.sort_values("lift", ascending=False, kind="stable")
    most = (profile["share"] > 0.5) & (profile["lift"] > 1)
    profile["names_it"] = most & (most.cumsum() <= 3) if most.any() else np.arange(len(profile)) == 0
    return profile
