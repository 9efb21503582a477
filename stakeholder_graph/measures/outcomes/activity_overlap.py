"""Activity overlap: which activities several organizations carry, and which pairs share more than chance gives."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.inference.p_values import could_turn, error_of
from stakeholder_graph.inference.replicates import replicated
from stakeholder_graph.inference.two_mode.curveball import curveballs
from stakeholder_graph.measures._columns import COULD_TURN, EXPECTED, ORGANIZATIONS, P_ERROR, VERDICT, P
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._silence import silence
from stakeholder_graph.measures._tables import pair_table
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.model.finding import LEVEL, Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.text import N_

#: Curveball tables, and the most organizations whose pairs are compared with them.
TABLES, LARGEST = 499, 200
#: Of more organizations no pairs are listed.
LARGEST_LISTED = 2_000
MORE, USUAL, NOT_COMPARED = (
    N_("more than chance would give"),
    N_("as chance would give"),
    N_("not compared with chance"),
)

ACTIVITY = Column("activity", N_("Activity"), "text")
ACTIVITIES = Column("activities", N_("Activities in common"), "count")
SHARED = Column("shared", N_("In common, rarer ones count more"), "number")


def _reading(finding: Finding) -> Message | None:
    if finding.value is None or finding.table is None:
        return None
    counts = [int(row["organizations"] or 0) for row in finding.table.rows]
    fields = {"several": sum(count > 1 for count in counts), "activities": sum(count > 0 for count in counts)}
    bare = Message("several" if fields["several"] else "none_shared", fields)
    pairs = finding.tables["pairs"].rows if "pairs" in finding.tables else ()
    alike = [row for row in pairs if row["verdict"] == MORE]
    if not alike:
        return bare
    most = max(alike, key=lambda row: float(row["shared"] or 0) - float(row["expected"] or 0))
    said = {"one": most["organization"], "other": most["partner"], "both": most["activities"], "pairs": len(alike)}
    return Message("alike" if len(alike) == 1 else "alike_most", said, discloses=Disclosure.PAIR)


@measure(
    section="clusters",
    title=N_("Who does the same"),
    question=N_("Which activities do several organizations carry, and who carries the same ones?"),
    how_to_read=N_(
        "Two organizations that do the same may get in each other's way, or reach twice as many people. A table cannot "
        "tell which: that is for them to say. An activity that many carry counts for little in what a pair shares."
    ),
    formula=N_(
        "Activities that at least two organizations name / activities that any names. A pair shares the sum of 1 / (k "
        "- 1) over the activities that both name, with k organizations that name it (Newman 2001). Expected: the mean "
        "over 499 curveball tables, in which each organization names as many activities and each activity is named by "
        "as many, and over pairs that name as many. p: how often chance gives any pair at all as much beyond what is "
        "expected of it; more than chance: p at most .05."
    ),
    undefined=N_("Where nobody names an activity."),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Newman, M. E. J. (2001). Scientific collaboration networks. II. Physical Review E, 64(1), 016132.",
        "Strona, G., Nappo, D., Boccacci, F., Fattorini, S., & San-Miguel-Ayanz, J. (2014). A fast and unbiased "
        "procedure to randomize ecological binary matrices with fixed row and column totals. Nature Communications, 5, "
        "4114.",
        "Westfall, P. H., & Young, S. S. (1993). Resampling-Based Multiple Testing. Wiley.",
    ),
    messages={
        "several": N_("Of {activities} activities, {several} are carried by more than one organization."),
        "alike": N_("{one} and {other} carry {both} of the same activities, more than chance would give."),
        "alike_most": N_(
            "{pairs} pairs carry more of the same activities than is usual; {one} and {other} most, {both}."
        ),
        "pairs": N_("Pairs that carry the same activities"),
        "none_shared": N_("No activity is carried by more than one organization."),
        "no_activities": N_("Nobody named activities that they carry."),
        "silent_activities": N_(
            "Organizations that have not answered yet: {silent}; which activities they carry is not known."
        ),
    },
    reading=_reading,
    claims=("alike",),
    chart=Chart(
        "bars",
        {"label": "activity", "length": "organizations"},
        N_("How many organizations carry each activity"),
    ),
    questions=(N_("Where several of us do the same, does that double the work or reach more people?"),),
    null="curveball",
    on_lines=True,
    reads=("activity",),
    no_range=N_("Only those who have not answered yet could say which activities they carry."),
)
def activity_overlap(graph: PartnerGraph, partnership: Partnership, *, seed: int = 0) -> Measured:
    """Find activities that several organizations carry, and the pairs that share them.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; its affiliations of kind ``activity``, of organizations that answered.
    partnership : Partnership
        Its list `items` tells of activities that nobody names.
    seed : int
        Of the curveball tables.

    Returns
    -------
    Measured
        `value` is the share of activities that several carry. `table` has activity and organizations.
        ``tables["pairs"]``, for the backbone alone, has organization, sector, partner, partner_sector, activities (how
        many both name), shared (with each weighted), expected, p (corrected over all pairs; None where pairs are too
        many to compare) and verdict.

    Examples
    --------
    >>> from stakeholder_graph.model.survey import LayerInfo, Wave
    >>> named = {"organization": ["A", "B", "B"], "kind": "activity", "item": ["Tutoring", "Tutoring", "Meals"]}
    >>> frames = {"organizations": pd.DataFrame({"organization": ["A", "B"]}), "affiliations": pd.DataFrame(named)}
    >>> graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    >>> found = activity_overlap(graph, Partnership("P", {"1": graph}, {}))
    >>> found.value, found.tables["pairs"].rows[0]["shared"]
    (0.5, 1.0)
    """
    given = carried(graph, partnership, "activity")[graph.answered]
    if not given.to_numpy().any():
        return Measured(None, caveats=[Message("no_activities")])
    organizations = given.sum()
    table = Table.of({ACTIVITY: given.columns, ORGANIZATIONS: organizations}, Disclosure.NETWORK)
    several = Quotient(int((organizations > 1).sum()), int((organizations > 0).sum()))
    caveats = silence(graph, partnership, "silent_activities")
    if len(given) > LARGEST:
        caveats.append(Message("too_large_to_test", {"most": LARGEST}))
    if len(given) > LARGEST_LISTED:
        caveats.append(Message("pairs_not_listed", {"most": LARGEST_LISTED}))
        return Measured.of(several, table, caveats=caveats)
    return Measured.of(several, table, {"pairs": _pairs(graph, given, seed)}, caveats=caveats)


def shared(named: NDArray[np.bool_]) -> NDArray[np.float64]:
    """What each pair of rows shares: Newman's sum of 1 / (k - 1), shape (n (n - 1) / 2,), pairs in order of rows.

    Parameters
    ----------
    named : ndarray of bool, shape (n, m)
        Organizations by activities.

    Returns
    -------
    ndarray of float, shape (n (n - 1) / 2,)
        0 where a pair shares nothing.

    Examples
    --------
    >>> shared(np.array([[1, 1], [1, 1], [1, 0]], dtype=bool))
    array([1.5, 0.5, 0.5])
    """
    weight = 1 / np.maximum(named.sum(axis=0) - 1, 1)
    return np.asarray((named * weight @ named.T)[np.triu_indices(len(named), 1)])


def _pairs(graph: PartnerGraph, given: pd.DataFrame, seed: int) -> Table:
    named, rank = given.to_numpy(), np.lexsort(given.to_numpy().T[::-1])
    a, b = np.triu_indices(len(named), 1)
    observed = shared(named)
    expected = p = np.full(len(observed), np.nan)
    verdict = np.full(len(observed), NOT_COMPARED, dtype=object)
    if 2 <= len(named) <= LARGEST:
        back = np.argsort(rank)
        # Drawn with rows in the order of their content, so that names do not matter.
        tables = curveballs(named[rank], TABLES, np.random.SeedSequence(seed))
        simulated = np.array(list(replicated(lambda table: shared(table[back]), tables)))
        # Chance expects the same of any two pairs that name as many.
        sums = np.sort(named.sum(axis=1)[np.stack([a, b], axis=1)], axis=1)
        _, alike = np.unique(sums, axis=0, return_inverse=True)
        expected = (np.bincount(alike, simulated.mean(axis=0)) / np.bincount(alike))[alike]
        # Not standardized: pairs that name little would reach a great many standard deviations by sharing one.
        largest = (simulated - expected).max(axis=1)
        p = (1 + (largest[:, None] >= observed - expected - 1e-12).sum(axis=0)) / (1 + TABLES)
        verdict = np.where(p <= LEVEL, MORE, USUAL)
    both = (named[a] & named[b]).sum(axis=1)
    shared_any, position = both > 0, pd.Index(graph.names).get_indexer(given.index)
    error = error_of(p, TABLES, two_sided=False)
    cells = {ACTIVITIES: both, SHARED: observed, EXPECTED: expected, P: p, P_ERROR: error}
    cells |= {COULD_TURN: could_turn(p, error), VERDICT: verdict}
    return pair_table(
        graph,
        position[a[shared_any]],
        position[b[shared_any]],
        {column: values[shared_any] for column, values in cells.items()},
    )
