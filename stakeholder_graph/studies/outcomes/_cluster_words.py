"""What outcome clusters say, on which test it rests, and which claim says what another measure tests."""

from stakeholder_graph.measures.outcomes._verdicts import HARDLY
from stakeholder_graph.model.finding import Finding, Message
from stakeholder_graph.model.table import Row, Table
from stakeholder_graph.text import N_

#: The measure that tests how many pairs of each outcome are tied, whose verdict a cluster with the same members has.
TESTED_BY = "outcome_ties"
#: How the ids of readings end that speak of all who work on one outcome.
ONE = "_one"

MESSAGES = {
    "clusters_sampled": N_(
        "Of the {organizations} organizations, {drawn} that were drawn at random decide which groups there are; the "
        "others were put where they fit best."
    ),
    "no_clusters": N_("No clear groups: which outcomes organizations share is much as luck would have it."),
    "one_cluster": N_("{size} organizations stand out as a group. They work on: {outcomes}."),
    "several": N_("{count} groups of organizations work on the same outcomes. They are: {about}."),
    "to_convene": N_(
        "{size} organizations work on the same outcomes ({outcomes}) and hardly work with each other: {ties} "
        "of their {pairs} pairs in {layer}, where about {expected:.0f} would be usual for organizations with "
        "as many partners. A team waiting to be convened."
    ),
    "hardly_tied": N_(
        "{size} organizations work on the same outcomes ({outcomes}) and hardly work with each other: {ties} "
        "of their {pairs} pairs in {layer}, where about {expected:.0f} would be usual for organizations with "
        "as many partners."
    ),
    "no_charters": N_("It is said of no team which outcome it is there for."),
    "team_there": N_(
        "{size} organizations work on the same outcomes ({outcomes}) and hardly work with each other: {ties} "
        "of their {pairs} pairs in {layer}, where about {expected:.0f} would be usual for organizations with "
        "as many partners. Teams for these outcomes: {teams}."
    ),
    "team_there_seats": N_(
        "{size} organizations work on the same outcomes ({outcomes}) and hardly work with each other: {ties} "
        "of their {pairs} pairs in {layer}, where about {expected:.0f} would be usual for organizations with "
        "as many partners. Teams for these outcomes: {teams}. Of the {size}, {seated} sit on one."
    ),
    "to_convene_one": N_(
        "{size} organizations work on {outcomes} and hardly with each other: {ties} of their {pairs} pairs in {layer}, "
        "where about {expected:.0f} would be usual for organizations with as many partners. A team waiting to be "
        "convened."
    ),
    "hardly_tied_one": N_(
        "{size} organizations work on {outcomes} and hardly with each other: {ties} of their {pairs} pairs in {layer}, "
        "where about {expected:.0f} would be usual for organizations with as many partners."
    ),
    "team_there_one": N_(
        "{size} organizations work on {outcomes} and hardly with each other: {ties} of their {pairs} pairs in {layer}, "
        "where about {expected:.0f} would be usual for organizations with as many partners. Team for it: {teams}."
    ),
    "team_there_seats_one": N_(
        "{size} organizations work on {outcomes} and hardly with each other: {ties} of their {pairs} pairs in {layer}, "
        "where about {expected:.0f} would be usual for organizations with as many partners. Team for it: {teams}, "
        "with {seated} of the {size}."
    ),
    "pairs_open": N_("Of {pairs} pairs it is not known whether they work together."),
    "no_outcomes": N_("Nobody named outcomes that they work on."),
    "few_outcomes": N_("Fewer than three outcomes tell organizations apart, so groups cannot be found."),
    "silent_outcomes": N_(
        "Organizations that have not answered yet: {silent}; which outcomes they work on is not known."
    ),
}


def reading(finding: Finding) -> Message | None:
    """What the finding says: of the first group that is hardly tied, else which groups there are.

    Parameters
    ----------
    finding : Finding
        Of outcome clusters.
    """
    if finding.value is None:
        return None
    if not finding.value:
        return Message("no_clusters")
    clusters = {row["cluster"]: row for row in finding.tables["clusters"].rows}
    row = hardly_tied(finding)
    if row is not None:
        group = clusters[row["cluster"]]
        fields = {"size": row.get("organizations") or group["size"], "outcomes": group["outcomes"]}
        fields |= {name: row[name] for name in ("layer", "ties", "pairs", "expected")}
        # All who work on one outcome are called by it.
        of_one = ONE if row.get("outcome") == group["outcomes"] else ""
        if not group.get("teams"):
            known = not any(caveat.id == "no_charters" for caveat in finding.caveats)
            return Message(("to_convene" if known else "hardly_tied") + of_one, fields, "concern")
        fields |= {"teams": group["teams"], "seated": group["seated"]}
        there = "team_there" if group["seated"] is None else "team_there_seats"
        return Message(there + of_one, fields, "concern")
    first = next(iter(clusters.values()))
    if len(clusters) == 1:
        return Message("one_cluster", {"size": first["size"], "outcomes": first["outcomes"]})
    about = "; ".join(str(row["outcomes"]) for row in clusters.values())
    return Message("several", {"count": len(clusters), "about": about})


def hardly_tied(finding: Finding) -> Row | None:
    """The group that the reading speaks of, if there is one that is hardly tied in the main kind of tie.

    Parameters
    ----------
    finding : Finding
        Of outcome clusters.
    """
    return hardly_tied_in(finding.tables.get("ties"))


def hardly_tied_in(table: Table | None) -> Row | None:
    """The group that is hardly tied in the main kind of tie, by the table of ties.

    Parameters
    ----------
    table : Table or None
        Of all groups and kinds of tie, those of the main kind first.
    """
    ties = list(table.rows) if table is not None else []
    return next((row for row in ties if row["layer"] == ties[0]["layer"] and row["verdict"] == HARDLY), None)


def headline_p(finding: Finding) -> float | None:
    """The p of the clusters themselves; where the headline adds that one is hardly tied, the larger of both.

    A statement that holds only if two others do is tested at the larger p of the two (Berger 1982). That those who
    work on one outcome are hardly tied holds whether or not they are a cluster. Where no clusters are claimed there is
    nothing that could stand.

    Parameters
    ----------
    finding : Finding
        Of outcome clusters.
    """
    if finding.value is None or "fit" not in finding.tables:
        return None
    if not finding.value:
        return 1.0
    row = hardly_tied(finding)
    of_clusters = float(finding.tables["fit"].rows[0]["p"] or 0)
    if row is None:
        return of_clusters
    of_ties = float(row["p_adjusted"] or 0)
    return of_ties if row.get("outcome") else max(of_clusters, of_ties)


def restates(finding: Finding) -> str:
    """The measure that tests the same, where the group that is hardly tied is all who work on one outcome.

    Parameters
    ----------
    finding : Finding
        Of outcome clusters.

    Returns
    -------
    str
        Blank where it says more than that, or less.
    """
    row = hardly_tied(finding) if finding.value else None
    return TESTED_BY if row is not None and row.get("outcome") else ""
