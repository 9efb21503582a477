"""Outcome clusters: which organizations work on the same outcomes, and whether they are tied."""

from collections.abc import Sequence

import numpy as np

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._columns import (
    NOT_KNOWN,
    ORGANIZATION,
    SECTOR,
)
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._silence import silence
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.measures.outcomes._charters import charters
from stakeholder_graph.measures.outcomes._clusters import LEAST_OUTCOMES, MOST, MOST_SEARCHED
from stakeholder_graph.measures.outcomes._only_links import CLUSTER, only_links
from stakeholder_graph.model.finding import Measured, Message
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.studies.context import MeasureSettings, Shared, StudyContext
from stakeholder_graph.studies.outcomes._cluster_tables import (
    cluster_table,
    fit_table,
    number_table,
    outcome_table,
    profile_table,
    sector_table,
    ties_table,
)
from stakeholder_graph.studies.outcomes._cluster_words import MESSAGES, hardly_tied_in, headline_p, reading, restates
from stakeholder_graph.studies.outcomes.tied_groups import clusters_of
from stakeholder_graph.text import N_

IN, OUT, NONE = N_("in a cluster"), N_("in no cluster"), N_("names no outcomes")
STATE = Column("state", N_("How it stands"), "term")


@measure(
    section="clusters",
    on_map="group",
    title=N_("Who works on the same outcomes"),
    question=N_("Which organizations work on the same outcomes, and do they work together?"),
    how_to_read=N_(
        "Organizations stand together that name the same outcomes more than chance would have it. An outcome that many "
        "name counts for little, one that nearly all name for nothing. Organizations that have not answered yet are "
        "not known: they stand apart from those that answered and name no outcomes."
    ),
    how_to_read_lists=N_(
        "Organizations stand together that carry the same outcomes more than chance would have it. An outcome that "
        "many carry counts for little, one that nearly all carry for nothing."
    ),
    formula_lists=N_(
        "Outcomes joined by average linkage on 1 - phi; each organization goes to the group of outcomes where the sum "
        "of A_ij - k_i d_j / M is largest (Barber 2007). The number of clusters is where the modularity that clusters "
        "found in 25 bootstrap resamples have on the whole table exceeds its mean over 99 curveball tables most; there "
        "are clusters if that excess is reached in at most 3 % of curveball tables at any number, and of 399 that are "
        "drawn only then. A cluster is kept if it has three members and on average .6 of it or more comes back in 200 "
        "resamples (Jaccard of the cluster with the one most like it, Hennig 2007)."
    ),
    formula=N_(
        "Outcomes joined by average linkage on 1 - phi; each organization goes to the group of outcomes where the sum "
        "of A_ij - k_i d_j / M is largest (Barber 2007). The number of clusters is where the modularity that clusters "
        "found in 25 bootstrap resamples have on the whole table exceeds its mean over 99 curveball tables most; there "
        "are clusters if that excess is reached in at most 3 % of curveball tables at any number, and of 399 that are "
        "drawn only then. A cluster is kept if it has three members and on average .6 of it or more comes back in 200 "
        "resamples (Jaccard of the cluster with the one most like it, Hennig 2007). Among more than 2,000 "
        "organizations, 2,000 drawn at random decide which clusters there are. Pairs inside that are tied: counted and "
        "tested with those who work on each outcome, as on the pages of outcomes. Page one rests on "
        "the p of the clusters themselves and, where it says that a group is hardly tied, on the larger of this p and "
        "that of the pairs inside. Where the group is all who work on one outcome it rests on the latter alone: that "
        "is the test of the outcome."
    ),
    undefined=N_(
        "For fewer than ten organizations with outcomes that tell them apart, or fewer than three such outcomes (named "
        "by at least two, and by fewer than nine in ten). 0 means that there is no structure beyond chance."
    ),
    unit=N_("clusters"),
    bounds=(0, MOST),
    references=(
        "Barber, M. J. (2007). Modularity and community detection in bipartite networks. Physical Review E, 76(6), "
        "066102.",
        "Berger, R. L. (1982). Multiparameter hypothesis testing and acceptance sampling. Technometrics, 24(4), "
        "295-300.",
        "Hennig, C. (2007). Cluster-wise assessment of cluster stability. Computational Statistics & Data Analysis, "
        "52(1), 258-271.",
        "Strona, G., Nappo, D., Boccacci, F., Fattorini, S., & San-Miguel-Ayanz, J. (2014). A fast and unbiased "
        "procedure to randomize ecological binary matrices with fixed row and column totals. Nature Communications, 5, "
        "4114.",
    ),
    messages=MESSAGES,
    reading=reading,
    claims=("one_cluster", "several", "to_convene", "hardly_tied", "team_there"),
    restates=restates,
    headline=True,
    headline_p=headline_p,
    on_lines=True,
    role="groups",
    chart=Chart("cards"),
    questions=(
        N_("Which organizations that work on the same outcomes should sit down together?"),
        N_("Does this group have a table to meet at, and who would call the first meeting?"),
    ),
    null="curveball",
    reads=("outcome",),
    no_range=N_("Only those who have not answered yet could say which outcomes they work on."),
)
def outcome_clusters(
    graph: PartnerGraph, partnership: Partnership, contexts: Sequence[StudyContext] = (), *, seed: int = 0
) -> Measured:
    """Find clusters of organizations that share outcomes, or that there are none.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; its affiliations of kind ``outcome``, of organizations that answered. Value 0 says that an
        organization does not work on an outcome.
    partnership : Partnership
        Its list `items` tells of outcomes that nobody names.
    contexts : sequence of StudyContext
        The layers in which pairs inside clusters are counted; by default all that everybody was asked about.
    seed : int
        Of resamples and curveball tables.

    Returns
    -------
    Measured
        `value` is the number of clusters, 0 for no structure, None where too little is known to look. `table` has
        organization, sector, cluster (A, B, ... or None) and state: in a cluster, in no cluster, names no outcomes, not
        known. `tables` has clusters (with the teams for its outcomes, if there are any, and how many members sit on
        one), profiles (outcomes in each), sectors (of each), ties (pairs inside each and how many are tied, by kind of
        tie; not of those promised to the backbone alone), only_links (members that alone hold others of it together,
        for the backbone alone), outcomes, numbers (those looked at) and fit.

    Notes
    -----
    Nothing depends on the names of organizations or the order of rows.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import Wave
    >>> names = [f"Organization {i:02}" for i in range(40)]
    >>> frames = {
    ...     "organizations": pd.DataFrame({"organization": names, "sector": "Health"}),
    ...     "affiliations": pd.DataFrame(
    ...         [(name, "outcome", f"Outcome {2 * (i % 2) + j}") for i, name in enumerate(names) for j in (0, 1)],
    ...         columns=["organization", "kind", "item"],
    ...     ),
    ... }
    >>> frames["asked"] = frames["organizations"][["organization"]].assign(layer="contact", answered=True)
    >>> graph = PartnerGraph(Wave("1"), {}, frames)
    >>> found = outcome_clusters(graph, Partnership("P", {"1": graph}, {}))
    >>> found.value, found.table.rows[1]["cluster"]
    (2, 'B')
    """
    contexts = contexts or _contexts(graph, partnership, seed)
    clusters, answered = clusters_of(contexts[0]), graph.answered
    if not clusters.given.to_numpy().any():
        return Measured(None, caveats=[Message("no_outcomes")])
    tables = {"outcomes": outcome_table(clusters)}
    caveats = silence(graph, partnership, "silent_outcomes")
    if carried(graph, partnership, "team").size and not charters(partnership):
        caveats.append(Message("no_charters"))
    if clusters.chosen is None:
        few = "few_outcomes" if clusters.table.shape[1] < LEAST_OUTCOMES else "too_few_organizations"
        return Measured(None, None, tables, caveats=[Message(few), *caveats])

    if len(clusters.table) > MOST_SEARCHED:
        fields = {"organizations": len(clusters.table), "drawn": MOST_SEARCHED}
        caveats.append(Message("clusters_sampled", fields))
    people = graph.organizations[["organization", "sector"]].copy()
    letters = {name: cluster.letter for cluster in clusters.clusters for name in cluster.members}
    people["cluster"] = people["organization"].map(letters)
    named = clusters.named.any(axis=1)
    people["state"] = np.select([~answered, ~named, people["cluster"].notna()], [NOT_KNOWN, NONE, IN], OUT)
    tables |= {"numbers": number_table(clusters.chosen), "fit": fit_table(clusters.table, clusters.chosen)}
    if clusters.clusters:
        tables["clusters"] = cluster_table(clusters.clusters, graph, partnership)
        tables["profiles"] = profile_table(clusters.clusters)
        tables["sectors"] = sector_table(people)
        inside = {"ties": ties_table(clusters.clusters, contexts)}
        inside["only_links"] = only_links(graph, people["cluster"].to_numpy(dtype=object))
        tables |= {name: table for name, table in inside.items() if len(table)}
    apart = hardly_tied_in(tables.get("ties"))
    if apart is not None and apart["unknown"]:
        caveats.append(Message("pairs_open", {"pairs": apart["unknown"]}))
    members = Table.from_frame((ORGANIZATION, SECTOR, CLUSTER, STATE), people, Disclosure.ORGANIZATION)
    return Measured(len(clusters.clusters), members, tables, caveats=caveats)


def _contexts(graph: PartnerGraph, partnership: Partnership, seed: int) -> tuple[StudyContext, ...]:
    """All layers that everybody was asked about, where the runner has none ready; one of no layer without any."""
    shared, settings = Shared(), MeasureSettings(seed=seed)
    names = [name for name, info in graph.layers.items() if not info.asked_of]
    return tuple(StudyContext(partnership, graph, name, settings, shared) for name in names or [""])
