"""Outcome clusters: which organizations work on the same outcomes, and whether they are tied."""

from dataclasses import dataclass, replace
from string import ascii_uppercase

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.inference.cluster_stability import MORE_TABLES, Chosen, choose_number
from stakeholder_graph.inference.p_values import error_of
from stakeholder_graph.measures._columns import (
    BY_CHANCE,
    NOT_KNOWN,
    ORGANIZATION,
    ORGANIZATIONS,
    OUTCOME,
    P_ERROR,
    SECTOR,
    SHARE,
    P,
)
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._silence import silence
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.measures.outcomes._charters import charters
from stakeholder_graph.measures.outcomes._ties_inside import CLUSTER, HARDLY, only_links, ties_inside
from stakeholder_graph.measures.outcomes._two_mode import barber_modularity, cluster, excess
from stakeholder_graph.model.finding import Finding, Measured, Message
from stakeholder_graph.model.table import Column, Disclosure, Row, Table
from stakeholder_graph.text import N_

#: Too few organizations or outcomes to tell clusters from chance.
LEAST_ORGANIZATIONS, LEAST_OUTCOMES = 10, 3
#: An outcome that nine in ten of those who name any name is everyone's and draws nobody together.
SHARED_BY_ALL = 0.9
#: A cluster comes back in resamples at least so much (Hennig 2007), and has at least so many members.
RETURNS, MEMBERS = 0.6, 3
MOST = 8
IN, OUT, NONE = N_("in a cluster"), N_("in no cluster"), N_("names no outcomes")
TELLS, ALL = N_("tells organizations apart"), N_("nearly all name it")

STATE = Column("state", N_("How it stands"), "term")
SIZE = Column("size", N_("Organizations in it"), "count")
OUTCOMES_OF = Column("outcomes", N_("Outcomes that stand out"), "text")
TEAMS = Column("teams", N_("Teams for these outcomes"), "text")
SEATED = Column("seated", N_("Members who sit on one"), "count")
LIFT = Column("lift", N_("Times as common as among all"), "number")
STABILITY = Column("stability", N_("How much of it comes back in resamples"), "index")
USE = Column("use", N_("Whether it tells organizations apart"), "term")
NUMBER = Column("clusters", N_("Number of groups"), "count")
HELD = Column("held", N_("Modularity on the whole table"), "index")
LOOKED_AT = Column("looked_at", N_("Number of groups"), "count")
MODULARITY = Column("modularity", N_("Modularity"), "index")
AGREEMENT = Column("agreement", N_("Agreement of resamples"), "index")


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    if not finding.value:
        return Message("no_clusters")
    clusters = {row["cluster"]: row for row in finding.tables["clusters"].rows}
    row = _hardly_tied(finding)
    if row is not None:
        group = clusters[row["cluster"]]
        fields = {"size": group["size"], "outcomes": group["outcomes"], "layer": row["layer"]}
        fields |= {"ties": row["ties"], "drawn": row.get("drawn"), "expected": row["expected"]}
        mentions = "" if row.get("drawn") is None else "_mentions"
        if not group.get("teams"):
            known = not any(caveat.id == "no_charters" for caveat in finding.caveats)
            return Message(f"{'to_convene' if known else 'hardly_tied'}{mentions}", fields, "concern")
        fields |= {"teams": group["teams"], "seated": group["seated"]}
        seats = "" if group["seated"] is None else "_seats"
        return Message(f"team_there{seats}{mentions}", fields, "concern")
    first = next(iter(clusters.values()))
    if len(clusters) == 1:
        return Message("one_cluster", {"size": first["size"], "outcomes": first["outcomes"]})
    about = "; ".join(str(row["outcomes"]) for row in clusters.values())
    return Message("several", {"count": len(clusters), "about": about})


def _hardly_tied(finding: Finding) -> Row | None:
    """The group that the reading speaks of, if there is one that is hardly tied in the main kind of tie."""
    ties = list(finding.tables["ties"].rows) if "ties" in finding.tables else []
    return next((row for row in ties if row["layer"] == ties[0]["layer"] and row["verdict"] == HARDLY), None)


def _headline_p(finding: Finding) -> float | None:
    """The p of the clusters themselves; where the headline adds that one is hardly tied, the larger of both.

    A statement that holds only if two others do is tested at the larger p of the two (Berger 1982). Where no clusters
    are claimed there is nothing that could stand.
    """
    if finding.value is None or "fit" not in finding.tables:
        return None
    if not finding.value:
        return 1.0
    row = _hardly_tied(finding)
    of_clusters = float(finding.tables["fit"].rows[0]["p"] or 0)
    return of_clusters if row is None else max(of_clusters, float(row["p_adjusted"] or 0))


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
        "drawn only then. A cluster is kept if its Jaccard over 200 resamples (Hennig 2007) is at least .6 and it has "
        "three members."
    ),
    formula=N_(
        "Outcomes joined by average linkage on 1 - phi; each organization goes to the group of outcomes where the sum "
        "of A_ij - k_i d_j / M is largest (Barber 2007). The number of clusters is where the modularity that clusters "
        "found in 25 bootstrap resamples have on the whole table exceeds its mean over 99 curveball tables most; there "
        "are clusters if that excess is reached in at most 3 % of curveball tables at any number, and of 399 that are "
        "drawn only then. A cluster is kept if its Jaccard over 200 resamples (Hennig 2007) is at least .6 and it has "
        "three members. Ties inside: against a "
        "Poisson count with the mean that the members' numbers of partners give (Chung & Lu 2002), two-sided, "
        "corrected by Benjamini and Hochberg's procedure. Page one rests on the p of the clusters themselves and, "
        "where it says that a group is hardly tied, on the larger of this p and that of the ties inside."
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
        "Chung, F., & Lu, L. (2002). Connected components in random graphs with given expected degree sequences. "
        "Annals of Combinatorics, 6(2), 125-145.",
        "Hennig, C. (2007). Cluster-wise assessment of cluster stability. Computational Statistics & Data Analysis, "
        "52(1), 258-271.",
        "Strona, G., Nappo, D., Boccacci, F., Fattorini, S., & San-Miguel-Ayanz, J. (2014). A fast and unbiased "
        "procedure to randomize ecological binary matrices with fixed row and column totals. Nature Communications, 5, "
        "4114.",
    ),
    messages={
        "no_clusters": N_("No clear groups: which outcomes organizations share is much as chance would have it."),
        "one_cluster": N_("{size} organizations stand out as a group. They work on: {outcomes}."),
        "several": N_("{count} groups of organizations work on the same outcomes. They are: {about}."),
        "to_convene": N_(
            "{size} organizations work on the same outcomes ({outcomes}) and hardly tie with each other: {ties} ties "
            "of {layer} among them, where {expected:.0f} would be usual for organizations with as many partners. A "
            "team waiting to be convened."
        ),
        "to_convene_mentions": N_(
            "{size} organizations work on the same outcomes ({outcomes}) and hardly tie with each other: they mention "
            "each other {ties} times in {layer}, where {expected:.0f} times would be usual for organizations with as "
            "many partners. The map draws {drawn} ties among them. A team waiting to be convened."
        ),
        "hardly_tied": N_(
            "{size} organizations work on the same outcomes ({outcomes}) and hardly tie with each other: {ties} ties "
            "of {layer} among them, where {expected:.0f} would be usual for organizations with as many partners."
        ),
        "hardly_tied_mentions": N_(
            "{size} organizations work on the same outcomes ({outcomes}) and hardly tie with each other: they mention "
            "each other {ties} times in {layer}, where {expected:.0f} times would be usual for organizations with as "
            "many partners. The map draws {drawn} ties among them."
        ),
        "no_charters": N_("It is said of no team which outcome it is there for."),
        "team_there": N_(
            "{size} organizations work on the same outcomes ({outcomes}) and hardly tie with each other: {ties} ties "
            "of {layer} among them, where {expected:.0f} would be usual for organizations with as many partners. "
            "Teams for these outcomes: {teams}."
        ),
        "team_there_mentions": N_(
            "{size} organizations work on the same outcomes ({outcomes}) and hardly tie with each other: they mention "
            "each other {ties} times in {layer}, where {expected:.0f} times would be usual for organizations with as "
            "many partners. The map draws {drawn} ties among them. "
            "Teams for these outcomes: {teams}."
        ),
        "team_there_seats": N_(
            "{size} organizations work on the same outcomes ({outcomes}) and hardly tie with each other: {ties} ties "
            "of {layer} among them, where {expected:.0f} would be usual for organizations with as many partners. "
            "Teams for these outcomes: {teams}. Of the {size}, {seated} sit on one."
        ),
        "team_there_seats_mentions": N_(
            "{size} organizations work on the same outcomes ({outcomes}) and hardly tie with each other: they mention "
            "each other {ties} times in {layer}, where {expected:.0f} times would be usual for organizations with as "
            "many partners. The map draws {drawn} ties among them. "
            "Teams for these outcomes: {teams}. Of the {size}, {seated} sit on one."
        ),
        "no_outcomes": N_("Nobody named outcomes that they work on."),
        "few_outcomes": N_("Fewer than three outcomes tell organizations apart, so groups cannot be found."),
        "silent_outcomes": N_(
            "Organizations that have not answered yet: {silent}; which outcomes they work on is not known."
        ),
    },
    reading=_reading,
    claims=("one_cluster", "several", "to_convene", "hardly_tied", "team_there"),
    headline=True,
    headline_p=_headline_p,
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
def outcome_clusters(graph: PartnerGraph, partnership: Partnership, *, seed: int = 0) -> Measured:
    """Find clusters of organizations that share outcomes, or that there are none.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; its affiliations of kind ``outcome``, of organizations that answered. Value 0 says that an
        organization does not work on an outcome.
    partnership : Partnership
        Its list `items` tells of outcomes that nobody names.
    seed : int
        Of resamples and curveball tables.

    Returns
    -------
    Measured
        `value` is the number of clusters, 0 for no structure, None where too little is known to look. `table` has
        organization, sector, cluster (A, B, ... or None) and state: in a cluster, in no cluster, names no outcomes, not
        known. `tables` has clusters (with the teams for its outcomes, if there are any, and how many members sit on
        one), profiles (outcomes in each), sectors (of each), ties (inside each, by kind of tie; not of those promised
        to the backbone alone), only_links (members that alone hold others of it together, for the backbone alone),
        outcomes, numbers (those looked at) and fit.

    Notes
    -----
    Nothing depends on the names of organizations or the order of rows.

    Examples
    --------
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
    named, answered = carried(graph, partnership, "outcome"), graph.answered
    given = named[answered]
    if not given.to_numpy().any():
        return Measured(None, caveats=[Message("no_outcomes")])
    use = _use(given)
    tables = {"outcomes": _outcome_table(given, use)}
    caveats = silence(graph, partnership, "silent_outcomes")
    if carried(graph, partnership, "team").size and not charters(partnership):
        caveats.append(Message("no_charters"))
    table = _telling(given, use)
    if table.shape[1] < LEAST_OUTCOMES:
        return Measured(None, None, tables, caveats=[Message("few_outcomes"), *caveats])
    if len(table) < LEAST_ORGANIZATIONS:
        return Measured(None, None, tables, caveats=[Message("too_few_organizations"), *caveats])

    most = min(MOST, table.shape[1], len(table) // MEMBERS)
    chosen = choose_number(table.to_numpy(), cluster, range(2, most + 1), seed=seed, more=MORE_TABLES)
    clusters = _lettered(table, chosen)
    people = graph.organizations[["organization", "sector"]].copy()
    letters = {name: group.letter for group in clusters for name in group.members}
    people["cluster"] = people["organization"].map(letters)
    people["state"] = np.select([~answered, ~named.any(axis=1), people["cluster"].notna()], [NOT_KNOWN, NONE, IN], OUT)
    tables["numbers"] = _number_table(chosen)
    tables["fit"] = _fit_table(table, chosen)
    if clusters:
        tables["clusters"] = _cluster_table(clusters, graph, partnership)
        tables["profiles"] = _profile_table(clusters)
        tables["sectors"] = _sector_table(people)
        groups = people["cluster"].to_numpy(dtype=object)
        ties, links = ties_inside(graph, groups), only_links(graph, groups)
        if len(ties):
            tables["ties"] = ties
        if len(links):
            tables["only_links"] = links
    members = Table.from_frame((ORGANIZATION, SECTOR, CLUSTER, STATE), people, Disclosure.ORGANIZATION)
    return Measured(len(clusters), members, tables, caveats=caveats)


@dataclass(frozen=True, eq=False)
class _Cluster:
    """A cluster that holds: its members, how much of it comes back, and how it names each outcome."""

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


def _use(given: pd.DataFrame) -> "pd.Series[str]":
    """For each outcome whether it tells organizations apart."""
    naming = given.sum()
    shared = naming >= SHARED_BY_ALL * given.any(axis=1).sum()
    use = np.select([naming == 0, naming == 1, shared], ["nobody names it", "one names it", ALL], TELLS)
    return pd.Series(use, index=given.columns)


def _outcome_table(given: pd.DataFrame, use: "pd.Series[str]") -> Table:
    naming = given.sum()
    cells = {OUTCOME: given.columns, ORGANIZATIONS: naming, SHARE: naming / len(given), USE: use}
    return Table.of(cells, Disclosure.NETWORK)


def _telling(given: pd.DataFrame, use: "pd.Series[str]") -> pd.DataFrame:
    """Organizations by outcomes that tell them apart."""
    table = given.loc[:, use == TELLS]
    return table[table.any(axis=1) & ~table.all(axis=1)]


def _lettered(table: pd.DataFrame, chosen: Chosen) -> list[_Cluster]:
    """The clusters that hold, the largest first."""
    if not chosen.structure:
        return []
    clusters = []
    for label, returns in enumerate(chosen.returns):
        inside = chosen.labels == label
        if returns >= RETURNS and inside.sum() >= MEMBERS:
            members = tuple(table.index[inside])
            clusters.append(_Cluster("", members, float(returns), _profile(table, inside)))
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


def _number_table(chosen: Chosen) -> Table:
    return Table.of({NUMBER: chosen.numbers, HELD: chosen.held, BY_CHANCE: chosen.expected}, Disclosure.NETWORK)


def _fit_table(table: pd.DataFrame, chosen: Chosen) -> Table:
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


def _cluster_table(clusters: list[_Cluster], graph: PartnerGraph, partnership: Partnership) -> Table:
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
        seats = carried(graph, partnership, "team")
        cells[TEAMS] = ["; ".join(of_cluster) for of_cluster in teams]
        cells[SEATED] = [_seated(cluster, seats, there) for cluster, there in zip(clusters, teams, strict=True)]
    return Table.of(cells, Disclosure.NETWORK)


def _seated(cluster: _Cluster, seats: pd.DataFrame, teams: list[str]) -> int | None:
    """How many members sit on one of some teams; None where there is no team, or its seats are not known."""
    known = [team for team in teams if team in seats and seats[team].any()]
    return int(seats.loc[list(cluster.members), known].any(axis=1).sum()) if known else None


def _profile_table(clusters: list[_Cluster]) -> Table:
    frames = [
        cluster.profile.rename_axis("outcome").reset_index().assign(cluster=cluster.letter) for cluster in clusters
    ]
    return Table.from_frame((CLUSTER, OUTCOME, ORGANIZATIONS, SHARE, LIFT), pd.concat(frames), Disclosure.NETWORK)


def _sector_table(people: pd.DataFrame) -> Table:
    """Organizations of each sector in each cluster: one or two of a sector point at them."""
    sizes = people.dropna(subset="cluster").groupby(["cluster", "sector"]).size().rename("organizations")
    return Table.from_frame((CLUSTER, SECTOR, ORGANIZATIONS), sizes.reset_index(), Disclosure.ORGANIZATION)
