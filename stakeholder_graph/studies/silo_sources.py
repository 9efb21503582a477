"""Silo sources: what organizations that are tied have in common most, of all that is known of them."""

from collections.abc import Sequence

import numpy as np

from stakeholder_graph.measures._columns import TOO_CLOSE
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.sectors._two_nulls import smallest_agreed
from stakeholder_graph.model.finding import Finding, Measured, Message, Tone
from stakeholder_graph.model.table import Cell, Disclosure, Row, Table
from stakeholder_graph.studies.context import StudyContext
from stakeholder_graph.studies.in_common.groupings import TEAM, Grouping, groupings
from stakeholder_graph.studies.in_common.silo_lines import CLUSTER, COLUMNS, FEWER, MORE, compared_line, line_rows
from stakeholder_graph.studies.outcomes.tied_groups import clusters_of
from stakeholder_graph.studies.whole_roster import leading_share, share_of_whole_roster
from stakeholder_graph.text import N_

#: An attribute counts if it is known of so many; the others are left out for this attribute alone.
KNOWN = 0.5
LARGEST = 2000


def _reading(finding: Finding) -> Message | None:
    if finding.table is None:
        return None
    best = _clearest(finding.table.rows)
    if best is None:
        close = [row for row in finding.table.rows if row["verdict"] == TOO_CLOSE]
        what = {"what": str(close[0]["attribute"]).replace("_", " ")} if close else {}
        return Message("near_partners", what, "unknown") if close else Message("none")
    share, estimated = leading_share(finding, float(best["share"] or 0))
    fields: dict[str, Cell] = {
        "what": str(best["attribute"]).replace("_", " "),
        "inside": round(100 * share),
        "chance": round(100 * float(best["share_by_chance"] or 0)),
    }
    special = {TEAM: "teams", CLUSTER: "clusters"}.get(str(best["attribute"]))
    if best["verdict"] == FEWER:
        # Ties that cross sectors or places are good news; ties that pass by those with the same work are not.
        apart = {TEAM: "teams_apart", CLUSTER: "clusters_apart"}.get(str(best["attribute"]))
        tone: Tone = "concern" if apart else "strength"
        return Message(apart or "across", fields, tone, estimated=estimated)
    return Message(special or "along", fields, "strength" if special else "concern", estimated=estimated)


def _clearest(rows: Sequence[Row]) -> Row | None:
    """The line that the headline speaks of; None where none differs clearly from chance."""
    clear = [row for row in rows if row["verdict"] in (MORE, FEWER)]
    return max(clear, key=lambda row: (row["verdict"] == MORE, abs(float(row["z"] or 0))), default=None)


@measure(
    section="silos",
    on_map="alike",
    title=N_("What connections run along"),
    question=N_(
        "What do organizations that are connected have in common most: their sector, their place, a team, or "
        "something else?"
    ),
    how_to_read=N_(
        "For each thing that is known of organizations: how many of 100 ties join two that have it in common, and how "
        "many would if chance alone dealt it out. The wider apart these are, the more ties run along it. What comes "
        "out first need not be the cause: several of these go together. A line counts ties between two of which this "
        "is known; so one line may count more ties than another. Who sits in which team is known of those who answered "
        "and of those whom the list names in a team."
    ),
    formula=N_(
        "Share of ties inside a group (the same value, a team in common), its mean and standard deviation with values "
        "dealt out at random among those who answered and apart among the others, z, and a two-sided p; of sectors the "
        "mean is exact. Ties and who was asked about whom stay; each line uses all answered pairs of which both values "
        "are known. Corrected over the lines by Benjamini and Hochberg's procedure. A line is named where ties "
        "rewired with all degrees and reciprocity kept agree, p_rewired corrected likewise over the lines with p at "
        "most .05. Value: share less expected share of the line with the highest z."
    ),
    undefined=N_(
        "Without ties, or where nothing is known that puts ten or more organizations into groups. An attribute counts "
        "if it is known of half of the organizations and its groups have two members or more on average; those of whom "
        "it is not known are left out of its line."
    ),
    unit=N_("share"),
    bounds=(-1, 1),
    references=(
        "Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical "
        "Society B, 57(1), 289-300.",
        "Hubert, L., & Schultz, J. (1976). Quadratic assignment as a general data analysis strategy. British Journal "
        "of Mathematical and Statistical Psychology, 29(2), 190-241.",
        "McPherson, M., Smith-Lovin, L., & Cook, J. M. (2001). Birds of a feather: Homophily in social networks. "
        "Annual Review of Sociology, 27, 415-444.",
    ),
    messages={
        "along": N_(
            "Of all that is known of organizations, connections run along this most: {what}. {inside} of 100 "
            "connections join two that have it in common; luck would give {chance}."
        ),
        "teams": N_(
            "Teams bring organizations together: {inside} of 100 connections join two that sit in a team "
            "together, where luck would give {chance}. Nothing else that is known of them tells as much."
        ),
        "clusters": N_(
            "Connections follow shared outcomes: {inside} of 100 connections join two that work on the same "
            "outcomes, where luck would give {chance}. Nothing else that is known of organizations tells as "
            "much."
        ),
        "across": N_(
            "Connections reach across. Less often than by luck they join two that have the same {what}: "
            "{inside} of 100 connections do, where luck would give {chance}."
        ),
        "teams_apart": N_(
            "Few connections run within teams: {inside} of 100 connections join two that sit in a team "
            "together, where luck would give {chance}."
        ),
        "clusters_apart": N_(
            "Connections bypass shared outcomes: {inside} of 100 connections join two that work on the same "
            "outcomes, where luck would give {chance}."
        ),
        "along_mentions": N_(
            "Of all that is known of organizations, mentions run along this most: {what}. {inside} of 100 "
            "mentions join two that have it in common; luck would give {chance}."
        ),
        "teams_mentions": N_(
            "Teams bring organizations together: {inside} of 100 mentions join two that sit in a team "
            "together, where luck would give {chance}. Nothing else that is known of them tells as much."
        ),
        "clusters_mentions": N_(
            "Mentions follow shared outcomes: {inside} of 100 mentions join two that work on the same "
            "outcomes, where luck would give {chance}. Nothing else that is known of organizations tells as "
            "much."
        ),
        "across_mentions": N_(
            "Mentions reach across. Less often than by luck they join two that have the same {what}: {inside} "
            "of 100 mentions do, where luck would give {chance}."
        ),
        "teams_apart_mentions": N_(
            "Few mentions run within teams: {inside} of 100 mentions join two that sit in a team together, "
            "where luck would give {chance}."
        ),
        "clusters_apart_mentions": N_(
            "Mentions bypass shared outcomes: {inside} of 100 mentions join two that work on the same "
            "outcomes, where luck would give {chance}."
        ),
        "whole_roster": N_("What the headline counts, estimated for the whole roster"),
        "of_some": N_("Connections are counted only where it is known of both what they have in common."),
        "near_partners": N_(
            "Too close to call: connections run along this, {what}, more or less often than usual, but the "
            "difference could be owed to how many partners some organizations have with anyone."
        ),
        "none": N_("Nothing that is known of organizations clearly tells who works with whom."),
        "nothing_to_compare": N_("Nothing is known that organizations could have in common."),
    },
    reading=_reading,
    claims=("along", "teams", "clusters", "across"),
    headline=True,
    headline_p=smallest_agreed,
    chart=Chart(
        "dumbbell",
        {"label": "attribute", "value": "share", "usual": "share_by_chance", "verdict": "verdict"},
        N_("How much of all joins two organizations which have this in common"),
        N_("by luck"),
    ),
    questions=(
        N_("Whom do we know well only because they are near us or like us, and who is missing for that reason?"),
    ),
    null="QAP",
    reads=("outcome", "team"),
    no_range=N_(
        "Each line counts the connections that were reported; of the one that stands out the evaluator's table "
        "says the range."
    ),
)
def silo_sources(context: StudyContext) -> Measured:
    """Rank what organizations have in common by how much ties run along it.

    Parameters
    ----------
    context : StudyContext
        One layer.

    Returns
    -------
    Measured
        `table` has a row for the sector, each attribute, teams and clusters by outcomes: attribute, groups,
        organizations (of whom it is known), left_out, dyads_used of dyads_answered, share (of ties inside),
        share_by_chance, z, p, p_adjusted, p_rewired and p_rewired_adjusted (of lines with p at most .05) and verdict;
        the highest z first. `value` is share less share_by_chance of
        the first row. ``tables["whole_roster"]`` has, of the line that stands out, attribute, estimate, low and
        high with everyone's answers; left out where everyone answered, and for teams and clusters.

    Notes
    -----
    Null models: QAP with values dealt out anew among those who answered and, separately, among the others, while ties
    and who was asked about whom stay; and ties rewired with all degrees and reciprocity kept. The second has to agree,
    since ties run along whatever the most active organizations have in common. Where rewired networks tell nothing, the
    first decides alone.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> blocks = nx.planted_partition_graph(2, 8, 0.9, 0.1, seed=0)
    >>> nx.set_node_attributes(blocks, {node: "A" if node < 8 else "B" for node in blocks}, "sector")
    >>> nx.set_node_attributes(blocks, {node: "North" if node % 2 else "South" for node in blocks}, "place")
    >>> graph = from_networkx(blocks)
    >>> found = silo_sources(StudyContext(Partnership("P", {"1": graph}, {}), graph, "collaboration"))
    >>> [(row["attribute"], row["verdict"]) for row in found.table.rows]
    [('sector', 'more than by chance'), ('place', 'as by chance')]
    """
    if context.layer.n > LARGEST:
        return Measured(None, caveats=[Message("too_large", {"most": LARGEST})])
    if not context.layer.n_ties:
        return Measured(None, caveats=[Message("no_ties")])
    tested = {}
    for grouping in _groupings(context):
        result = compared_line(context, grouping)
        if result is not None:
            tested[grouping.name] = grouping, result
    if not tested:
        return Measured(None, caveats=[Message("nothing_to_compare")])
    rows = line_rows(context, tested)
    rows.sort(key=lambda row: -float(row["z"] or 0))
    value = float(rows[0]["share"] or 0) - float(rows[0]["share_by_chance"] or 0)
    best = _clearest(rows)
    named = str(best["attribute"]) if best is not None else TEAM
    # Of teams and of outcomes only those who answered can tell.
    whole = {} if named in (TEAM, CLUSTER) else share_of_whole_roster(context, tested[named][0])
    caveats = [Message("of_some")] if best is not None and best["left_out"] else []
    return Measured(value, Table.from_rows(COLUMNS, rows, Disclosure.NETWORK), whole, caveats=caveats)


def _groupings(context: StudyContext) -> list[Grouping]:
    clusters = _clusters(context)
    return groupings(context.graph, context.partnership, KNOWN) + ([clusters] if clusters else [])


def _clusters(context: StudyContext) -> Grouping | None:
    """Whether two are in one cluster by outcomes; None where there are fewer than two."""
    by_name = {name: cluster.letter for cluster in clusters_of(context).clusters for name in cluster.members}
    letters = np.array([by_name.get(name) for name in context.graph.names], dtype=object)
    stated = letters.astype(bool)
    groups = len(set(letters[stated]))
    return Grouping(CLUSTER, letters[:, None] == letters, stated, groups) if groups > 1 else None
