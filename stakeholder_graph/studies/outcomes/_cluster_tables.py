"""The tables of outcome clusters."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.inference.p_values import error_of
from stakeholder_graph.inference.two_mode.cluster_stability import Chosen
from stakeholder_graph.measures._columns import (
    BY_CHANCE,
    EXPECTED,
    LAYER,
    ORGANIZATIONS,
    OUTCOME,
    P_ADJUSTED,
    P_ERROR,
    SECTOR,
    SHARE,
    VERDICT,
    P,
)
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.measures.outcomes._charters import charters
from stakeholder_graph.measures.outcomes._clusters import Cluster, OutcomeClusters
from stakeholder_graph.measures.outcomes._only_links import CLUSTER
from stakeholder_graph.measures.outcomes._two_mode import barber_modularity, excess
from stakeholder_graph.model.table import Cell, Column, Disclosure, Table
from stakeholder_graph.studies.context import StudyContext
from stakeholder_graph.studies.outcomes.tied_groups import tied_groups
from stakeholder_graph.text import N_

SIZE = Column("size", N_("Organizations in it"), "count")
OUTCOMES_OF = Column("outcomes", N_("Outcomes that stand out"), "text")
TEAMS = Column("teams", N_("Teams for these outcomes"), "text")
#: Of the members; of all who work on the outcome where it is one.
SEATED = Column("seated", N_("Of these, sit on one"), "count")
LIFT = Column("lift", N_("Times as common as among all"), "number")
STABILITY = Column("stability", N_("How much of it comes back in resamples"), "index")
USE = Column("use", N_("Whether it tells organizations apart"), "term")
NUMBER = Column("clusters", N_("Number of groups"), "count")
HELD = Column("held", N_("Modularity on the whole table"), "index")
LOOKED_AT = Column("looked_at", N_("Number of groups"), "count")
MODULARITY = Column("modularity", N_("Modularity"), "index")
AGREEMENT = Column("agreement", N_("Agreement of resamples"), "index")
#: Pairs inside a cluster; `outcome` where they are those of all who work on it, whose test this is.
INSIDE = (
    CLUSTER,
    LAYER,
    OUTCOME,
    ORGANIZATIONS,
    Column("pairs", N_("Pairs"), "count"),
    Column("ties", N_("Connections on the map"), "count"),
    Column("unknown", N_("Pairs of which it is not known"), "count"),
    EXPECTED,
)


def ties_table(clusters: Sequence[Cluster], contexts: Sequence[StudyContext]) -> Table:
    """How many pairs of each cluster are tied, in each kind of tie that everyone may be spoken to about.

    Parameters
    ----------
    clusters : sequence of Cluster
        The largest first.
    contexts : sequence of StudyContext
        Of the layers of a wave.
    """
    rows: list[dict[str, Cell]] = []
    for context in contexts:
        if context.name not in context.graph.layers or context.graph.layers[context.name].promise == "backbone":
            continue
        here = tied_groups(context)
        for cluster in clusters:
            group = here.of_cluster(cluster)
            if group is not None and group.unknown < group.pairs:
                rows.append(
                    {
                        "cluster": cluster.letter,
                        "layer": context.name,
                        "outcome": cluster.outcome or next(iter(group.outcomes), None),
                        "organizations": group.organizations,
                        "pairs": group.pairs,
                        "ties": group.tied,
                        "unknown": group.unknown,
                        "expected": group.usual,
                        "p": group.p,
                        "p_adjusted": group.p_adjusted,
                        "p_error": group.p_error,
                        "verdict": group.verdict,
                    }
                )
    tested = any(row["p"] is not None for row in rows)
    return Table.from_rows((*INSIDE, *((P, P_ADJUSTED, P_ERROR) if tested else ()), VERDICT), rows, Disclosure.NETWORK)


def outcome_table(looked_at: OutcomeClusters) -> Table:
    """How many name each outcome, and whether it tells organizations apart."""
    given, use = looked_at.given, looked_at.use
    naming = given.sum()
    cells = {OUTCOME: given.columns, ORGANIZATIONS: naming, SHARE: naming / len(given), USE: use}
    return Table.of(cells, Disclosure.NETWORK)


def number_table(chosen: Chosen) -> Table:
    return Table.of({NUMBER: chosen.numbers, HELD: chosen.held, BY_CHANCE: chosen.expected}, Disclosure.NETWORK)


def fit_table(table: pd.DataFrame, chosen: Chosen) -> Table:
    """How well the whole holds, at the number that stands out most."""
    named, labels = table.to_numpy(), chosen.labels
    columns = (excess(named).T @ (labels[:, None] == np.arange(chosen.number))).argmax(axis=1)
    fit = {
        LOOKED_AT: [chosen.number],
        P: [chosen.p],
        P_ERROR: error_of([chosen.p], chosen.tables, two_sided=False),
        MODULARITY: [barber_modularity(named, labels, columns)],
        AGREEMENT: [chosen.agreement],
    }
    return Table.of(fit, Disclosure.NETWORK)


def cluster_table(clusters: Sequence[Cluster], graph: PartnerGraph, partnership: Partnership) -> Table:
    chartered = charters(partnership)
    teams = [
        list(dict.fromkeys(team for outcome in cluster.named_by for team in chartered.get(outcome, ())))
        for cluster in clusters
    ]
    cells = {
        CLUSTER: [cluster.letter for cluster in clusters],
        SIZE: [len(cluster.members) for cluster in clusters],
        OUTCOMES_OF: [cluster.outcomes for cluster in clusters],
        LIFT: [float(cluster.profile["lift"].iloc[0]) for cluster in clusters],
        STABILITY: [cluster.returns for cluster in clusters],
    }
    if any(teams):
        seats, work = (carried(graph, partnership, kind) for kind in ("team", "outcome"))
        cells[TEAMS] = ["; ".join(of_cluster) for of_cluster in teams]
        cells[SEATED] = [
            _seated(list(work.index[work[cluster.outcome]]) if cluster.outcome else cluster.members, seats, there)
            for cluster, there in zip(clusters, teams, strict=True)
        ]
    return Table.of(cells, Disclosure.NETWORK)


def _seated(members: Sequence[str], seats: pd.DataFrame, teams: list[str]) -> int | None:
    """How many of some organizations sit on one of some teams; None without a team whose seats are known."""
    known = [team for team in teams if team in seats and seats[team].any()]
    return int(seats.loc[list(members), known].any(axis=1).sum()) if known else None


def profile_table(clusters: Sequence[Cluster]) -> Table:
    frames = [
        cluster.profile.rename_axis("outcome").reset_index().assign(cluster=cluster.letter) for cluster in clusters
    ]
    return Table.from_frame((CLUSTER, OUTCOME, ORGANIZATIONS, SHARE, LIFT), pd.concat(frames), Disclosure.NETWORK)


def sector_table(people: pd.DataFrame) -> Table:
    """Organizations of each sector in each cluster: one or two of a sector point at them."""
    sizes = people.dropna(subset="cluster").groupby(["cluster", "sector"]).size().rename("organizations")
    return Table.from_frame((CLUSTER, SECTOR, ORGANIZATIONS), sizes.reset_index(), Disclosure.ORGANIZATION)
