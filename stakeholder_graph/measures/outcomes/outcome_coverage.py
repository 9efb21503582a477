"""Outcome coverage: which outcomes nobody, one organization or one sector alone works on."""

from collections.abc import Mapping

import numpy as np

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._columns import ORGANIZATIONS, OUTCOME, SECTOR
from stakeholder_graph.measures._declaration import Chart, as_whole_number
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._silence import silence
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.model.finding import Finding, Measured, Message, Tone
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.text import N_

NOBODY, ONE, ONE_SECTOR, SEVERAL = (
    N_("nobody who answered"),
    N_("one organization"),
    N_("one sector"),
    N_("several organizations"),
)

NOBODY_LISTED = N_("nobody")
#: The outcomes that a sentence names, by how they stand; a sentence on lists has the same with another word.
NAMED_BY: Mapping[str, frozenset[str]] = {
    "nobody": frozenset({NOBODY, NOBODY_LISTED}),
    "one": frozenset({ONE}),
    "nobody_or_one": frozenset({NOBODY, NOBODY_LISTED, ONE}),
    "one_sector": frozenset({ONE_SECTOR}),
}
_OTHER_SECTOR = N_("Which other sector could work on an outcome that one sector carries alone, and what would it need?")
_WHO = N_("Who could work on an outcome that nobody works on yet, and what would they need?")
_FEW = N_("Who else could work on an outcome that few work on, and what would they need?")

AT_MOST = Column("at_most", N_("At most"), "count")
SECTORS = Column("sectors", N_("Sectors"), "count")
STATE = Column("state", N_("How it stands"), "term")
ANSWERED = Column("answered", N_("Answered"), "count")
SILENT = Column("silent", N_("Have not answered yet"), "count")
ASIDE = Column("aside", N_("Came and are set aside"), "count", discloses=Disclosure.ORGANIZATION)


def _reading(finding: Finding) -> Message | None:
    if finding.value is None or finding.table is None:
        return None
    outcomes = {
        state: ", ".join(str(row["outcome"]) for row in finding.table.rows if row["state"] == state)
        for state in (NOBODY, NOBODY_LISTED, ONE, ONE_SECTOR)
    }
    heard = finding.tables["network"].rows[0] if "network" in finding.tables else {"answered": 1, "silent": 0}
    missing = int(heard["silent"] or 0) + int(heard.get("aside") or 0)
    tone: Tone = "concern" if int(heard["answered"] or 0) > missing else "unknown"
    outcomes[NOBODY] = outcomes[NOBODY] or outcomes[NOBODY_LISTED]
    fields = {"nobody": outcomes[NOBODY], "one": outcomes[ONE], "one_sector": outcomes[ONE_SECTOR]}
    if outcomes[NOBODY] or outcomes[ONE]:
        name = "nobody_or_one" if outcomes[NOBODY] and outcomes[ONE] else "nobody" if outcomes[NOBODY] else "one"
        return Message(name, fields, tone)
    if outcomes[ONE_SECTOR]:
        return Message("one_sector", fields, tone)
    several = all(int(row["sectors"] or 0) > 1 for row in finding.table.rows)
    return Message("all_carried" if several else "all_shared", tone="strength")


@measure(
    section="clusters",
    title=N_("Outcomes that few work on"),
    question=N_("Which outcomes does nobody work on, or one organization alone, or one sector alone?"),
    how_to_read=N_(
        "An outcome that one organization carries alone is lost when it stops; one of a single sector lacks what other "
        "sectors could bring. Nobody means nobody who answered: those who have not answered yet may well work on it. "
        "An outcome that was in no list and that nobody named cannot be seen here: some survey tools hand over only "
        "what somebody ticked."
    ),
    how_to_read_copy=N_(
        "Each number counts organizations that say they work on the outcome. Those that have not answered yet may well "
        "work on it, too. Fewer than five are not counted, so that nobody can tell who they are."
    ),
    how_to_read_lists=N_(
        "An outcome that one organization carries alone is lost when it stops; one of a single sector lacks what other "
        "sectors could bring. An outcome that is in no list cannot be seen here."
    ),
    formula_lists=N_(
        "Outcomes that at most one organization carries. One sector: at least two organizations carry it, all of the "
        "same sector, where there are several sectors."
    ),
    formula=N_(
        "Outcomes that at most one organization that answered names. Of each outcome: organizations that name it, and "
        "at most those and all that have not answered. One sector: at least two organizations name it, all of the same "
        "sector, where there are several sectors."
    ),
    undefined=N_(
        "Where nobody names any outcome. Without a list of outcomes, those that nobody works on cannot be seen."
    ),
    unit=N_("outcomes"),
    bounds=(0, None),
    references=(
        "Kania, J., & Kramer, M. (2011). Collective impact. Stanford Social Innovation Review, 9(1), 36-41.",
        "Manski, C. F. (2003). Partial Identification of Probability Distributions. Springer.",
    ),
    messages={
        "nobody": N_("Of those who answered, nobody works on: {nobody}."),
        "one": N_("Of those who answered, only one organization works on: {one}."),
        "nobody_or_one": N_("Of those who answered, nobody works on: {nobody}. Only one organization works on: {one}."),
        "one_sector": N_("Of those who answered, only one sector works on: {one_sector}."),
        "nobody_listed": N_("By these lists nobody works on: {nobody}."),
        "one_listed": N_("By these lists only one organization works on: {one}."),
        "nobody_or_one_listed": N_("By these lists nobody works on: {nobody}. Only one organization works on: {one}."),
        "one_sector_listed": N_("By these lists only one sector works on: {one_sector}."),
        "no_outcomes_listed": N_("These lists hold no outcomes that organizations work on."),
        # Nothing tells a whole list from one made up of what somebody ticked.
        "all_carried": N_(
            "Every outcome that was named has several organizations that work on it, from more than one sector."
        ),
        "all_shared": N_("Every outcome that was named has several organizations that work on it."),
        "released": N_(
            "Outcomes that five or more organizations work on: {count}. Outcomes with fewer, or none: {others}."
        ),
        "released_all": N_("Five or more organizations work on every outcome that was asked about."),
        "no_outcomes": N_("Nobody named outcomes that they work on."),
        "no_list": N_("There is no list of outcomes, so one that nobody works on cannot be seen."),
        "silent_outcomes": N_(
            "Organizations that have not answered yet: {silent}; which outcomes they work on is not known."
        ),
    },
    reading=_reading,
    chart=Chart(
        "bars",
        {"label": "outcome", "length": "organizations", "beside": "state"},
        N_("How many organizations work on each outcome"),
    ),
    displayed=as_whole_number,
    questions=(N_("Who else could work on an outcome that hangs on one organization, and what would they need?"),),
    questions_after={
        "nobody": (_WHO,),
        "nobody_or_one": (_FEW,),
        "one_sector": (_OTHER_SECTOR,),
        "all_carried": (),
        "all_shared": (),
        "released": (_FEW,),
        "released_all": (),
    },
    reads=("outcome",),
)
def outcome_coverage(graph: PartnerGraph, partnership: Partnership) -> Measured:
    """Count the organizations and sectors that work on each outcome.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; its affiliations of kind ``outcome``, of organizations that answered.
    partnership : Partnership
        Its list `items` tells of outcomes that nobody names.

    Returns
    -------
    Measured
        `value` is the number of outcomes that at most one organization names; `range` what it could be with every
        answer, whatever it says, where that differs. `table` has outcome, organizations, at_most, sectors (how many)
        and state. `tables` has by_sector (outcome, sector, organizations: a count of one points at somebody) and
        network (answered, silent).

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import LayerInfo, Wave
    >>> named = {"organization": ["A", "B", "A"], "kind": "outcome", "item": ["Reading", "Reading", "Math"]}
    >>> people = pd.DataFrame({"organization": ["A", "B"], "sector": ["Schools", "Health"]})
    >>> frames = {"organizations": people, "affiliations": pd.DataFrame(named)}
    >>> graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    >>> found = outcome_coverage(graph, Partnership("P", {"1": graph}, {}))
    >>> found.value, [(row["outcome"], row["state"]) for row in found.table.rows]
    (1, [('Math', 'one organization'), ('Reading', 'several organizations')])
    """
    given = carried(graph, partnership, "outcome")[graph.answered]
    if not given.to_numpy().any():
        return Measured(None, caveats=[Message("no_outcomes")])
    answered, silent = len(given), int((~graph.answered).sum())
    missing = silence(graph, partnership, "silent_outcomes")
    sector = graph.organizations.set_index("organization")["sector"]
    organizations = given.sum()
    by_sector = given.groupby(sector[given.index].to_numpy()).sum()
    by_sector = by_sector.loc[sorted(by_sector.index, key=natural)]
    sectors = (by_sector.drop(index=NO_SECTOR, errors="ignore") > 0).sum()
    # Somebody whose sector is not stated may be of another one.
    unstated = by_sector.loc[NO_SECTOR] > 0 if NO_SECTOR in by_sector.index else sectors < 0
    alone = (sectors == 1) & ~unstated & (len(sector.unique()) > 1)
    surveyed = partnership.info.surveyed
    nobody = NOBODY if surveyed else NOBODY_LISTED
    state = np.select([organizations == 0, organizations == 1, alone], [nobody, ONE, ONE_SECTOR], SEVERAL)
    cells = {OUTCOME: given.columns, ORGANIZATIONS: organizations}
    if surveyed:
        cells[AT_MOST] = organizations + silent
    table = Table.of({**cells, SECTORS: sectors, STATE: state}, Disclosure.NETWORK)
    counts = by_sector.rename_axis(index="sector").reset_index().melt("sector", None, "outcome", "organizations")
    counts = counts[counts["organizations"] > 0]
    tables = {"by_sector": Table.from_frame((OUTCOME, SECTOR, ORGANIZATIONS), counts, Disclosure.ORGANIZATION)}
    if surveyed:
        aside = sum(int(message.fields["count"] or 0) for message in missing if message.id == "set_aside")
        network = {ANSWERED: [answered], SILENT: [silent - aside]} | ({ASIDE: [aside]} if aside else {})
        tables["network"] = Table.of(network, Disclosure.NETWORK)
    items = partnership.lists.get("items")
    caveats = [] if items is not None and (items["kind"] == "outcome").any() else [Message("no_list")]
    caveats += missing
    few = organizations <= 1
    value, surely = int(few.sum()), int((few & (organizations + silent <= 1)).sum())
    could_be = (surely, value) if surely < value or not silent else None
    return Measured(value, table, tables, caveats=caveats, range=could_be)
