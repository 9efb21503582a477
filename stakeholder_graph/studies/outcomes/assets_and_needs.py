"""Assets and needs: which needs somebody meets with what it offers, who could be brought together, what stays open."""

from collections.abc import Iterator

import numpy as np

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._columns import NOT_KNOWN, ORGANIZATION, OUTCOME, PARTNER
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._silence import silence
from stakeholder_graph.measures.outcomes._needs import OffersAndNeeds, SharedNeed
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Column, Disclosure, Row, Table
from stakeholder_graph.studies.outcomes._pairs import NOT_TIED, TIED, PairsOfLayer
from stakeholder_graph.text import N_

#: So many pairs are listed, at most, those that do not work together first.
MOST_PAIRS = 1000
#: So many items are named, at most, in a sentence.
MOST_NAMED = 5
OFFERED, NOT_OFFERED, NOT_NEEDED = N_("somebody offers it"), N_("nobody offers it"), N_("nobody needs it")
ALREADY_THERE, NOT_THERE = N_("is there already"), N_("is not there yet")
#: By name this is for the backbone's desk alone.
DESK = Disclosure.PAIR

ITEM = Column("item", N_("What"), "text")
TEAM = Column("team", N_("Team"), "text")
STATE = Column("state", N_("How they stand"), "term")
ITEMS = (
    ITEM,
    Column("needed_by", N_("Organizations that need it"), "count"),
    Column("shared_needs", N_("Outcomes and teams that need it"), "count"),
    Column("offered_by", N_("Organizations that offer it"), "count"),
    Column("apart", N_("Pairs that do not work together yet"), "count", of_answers=True),
    Column("met", N_("Whether it is met"), "term"),
)
PAIRS = (ITEM, ORGANIZATION, PARTNER, STATE)
OF_OUTCOMES = (ITEM, OUTCOME, TEAM, ORGANIZATION, STATE)
UNMET = (ITEM, OUTCOME, TEAM, ORGANIZATION)
UNUSED = (ITEM, ORGANIZATION)
_ORDER = (NOT_TIED, NOT_KNOWN, TIED)


def _reading(finding: Finding) -> Message | None:
    if finding.quotient is None or finding.table is None:
        return None
    fields = {"met": int(finding.quotient.numerator), "needs": int(finding.quotient.denominator)}
    apart = sum(int(row.get("apart") or 0) for row in finding.table.rows)
    return Message("matched_apart", {**fields, "apart": apart}) if apart else Message("matched", fields)


@measure(
    section="outcomes",
    title=N_("What is offered, and what is needed"),
    question=N_("Which needs could be met with what partners offer, and who should meet for that?"),
    how_to_read=N_(
        "An offer that meets a need is a reason for two organizations to talk, first where they do not work together "
        "yet. What nobody offers may be there all the same: ask, before you look for it elsewhere."
    ),
    formula=N_(
        "Needs that at least one organization offers / all needs. An item that is offered and one that is needed are "
        "the same where their names are, whatever their case and spaces. A need is that of an organization or, in the "
        "list of items, of an outcome or a team. Two organizations do not work together where both answered and "
        "neither named the other in the main kind of tie; where that was not asked or not answered it is not known."
    ),
    undefined=N_("Where nobody needs anything, or nobody says what it offers."),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Kretzmann, J. P., & McKnight, J. L. (1993). Building Communities from the Inside Out. ACTA Publications.",
        "Kania, J., & Kramer, M. (2011). Collective impact. Stanford Social Innovation Review, 9(1), 36-41.",
    ),
    messages={
        "matched": N_("Of {needs} needs, partners offer {met}."),
        "matched_apart": N_(
            "Of {needs} needs, partners offer {met}. Pairs of one that offers and one that needs, and that do not work "
            "together yet: {apart}."
        ),
        "no_needs": N_("No list and no answer says what is needed."),
        "no_assets": N_("No list and no answer says what anybody offers."),
        "unmet_named": N_("Nobody offers: {items}."),
        "most_pairs": N_(
            "More pairs could meet than are listed; those that do not work together yet come first: {most}."
        ),
        "silent_assets": N_(
            "Organizations that have not answered yet: {silent}; what they offer and what they need is not known."
        ),
        "pairs": N_("Who offers what another needs"),
        "for_outcomes": N_("Who offers what an outcome or a team needs"),
        "unmet": N_("Needs that nobody offers to meet"),
        "unused": N_("Offers that nobody needs yet"),
    },
    reading=_reading,
    chart=Chart("none"),
    supporting=True,
    questions=(N_("Which of these offers did we not know of?"),),
    reads=("asset", "need"),
    no_range=N_("Only those who have not answered yet could say what they offer and what they need."),
)
def assets_and_needs(graph: PartnerGraph, partnership: Partnership) -> Measured:
    """Match what organizations offer with what organizations, outcomes and teams need.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; its affiliations of kind ``asset`` and ``need``.
    partnership : Partnership
        Its list `items` says which needs are those of an outcome or a team.

    Returns
    -------
    Measured
        `value` is the share of needs that somebody offers. `table` has item, needed_by, shared_needs, offered_by, apart
        (pairs of one that offers and one that needs it that do not work together) and met. ``tables``, for the
        backbone alone, has pairs (item, organization that offers, partner that needs, state), those that do not work
        together first; for_outcomes (item, outcome, team, organization that offers, state: whether it works on the
        outcome or sits on the team already); unmet (item, outcome, team, organization that needs it) and unused (item,
        organization).

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import LayerInfo, Wave
    >>> rows = [("College", "asset", "Tutors"), ("School", "need", "Tutors"), ("School", "need", "Buses")]
    >>> frames = {
    ...     "organizations": pd.DataFrame({"organization": ["College", "School"]}),
    ...     "affiliations": pd.DataFrame(rows, columns=["organization", "kind", "item"]),
    ... }
    >>> graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    >>> found = assets_and_needs(graph, Partnership("P", {"1": graph}, {}))
    >>> found.value, dict(found.tables["unmet"].rows[0])["item"]
    (0.5, 'Buses')
    """
    both = OffersAndNeeds(graph, partnership)
    if not both.needs and not both.offers:
        return Measured(None, caveats=[Message("no_needs")])
    pairs = sorted(_pairs(both), key=lambda row: _ORDER.index(str(row["state"])))
    tables = {
        "pairs": Table.from_rows(PAIRS, pairs[:MOST_PAIRS], DESK),
        "for_outcomes": Table.from_rows(OF_OUTCOMES, _for_outcomes(both), DESK),
        "unmet": Table.from_rows(UNMET, _unmet(both) if both.offers else (), DESK),
        "unused": Table.from_rows(UNUSED, _unused(both) if both.needs else (), DESK),
    }
    caveats = [] if both.by_list else silence(graph, partnership, "silent_assets")
    if len(pairs) > MOST_PAIRS:
        caveats.append(Message("most_pairs", {"most": MOST_PAIRS}))
    unmet = [both.items[key] for key in both.needs if key not in both.offers]
    if both.offers and unmet:
        named = "; ".join([*unmet[:MOST_NAMED], *(["…"] if len(unmet) > MOST_NAMED else [])])
        caveats.insert(0, Message("unmet_named", {"items": named}, discloses=Disclosure.ORGANIZATION))
    table = Table.from_rows(ITEMS, _items(both, pairs), Disclosure.NETWORK)
    shown = {name: table for name, table in tables.items() if len(table)}
    if not both.needs or not both.offers:
        return Measured(None, table, shown, caveats=[Message("no_assets" if both.needs else "no_needs"), *caveats])
    return Measured.of(Quotient(len(both.needs) - len(unmet), len(both.needs)), table, shown, caveats=caveats)


def _items(both: OffersAndNeeds, pairs: list[Row]) -> Iterator[Row]:
    shared: dict[str, int] = {}
    for need in both.shared:
        shared[need.key] = shared.get(need.key, 0) + 1
    apart: dict[str, int] = {}
    for row in pairs:
        apart[str(row["item"])] = apart.get(str(row["item"]), 0) + (row["state"] == NOT_TIED)
    for key, item in both.items.items():
        needed, offered = key in both.needs, key in both.offers
        if needed or offered:
            met = NOT_NEEDED if not needed else OFFERED if offered else NOT_OFFERED if both.offers else NOT_KNOWN
            yield {
                "item": item,
                "needed_by": int(both.needing(key).sum()),
                "shared_needs": shared.get(key, 0),
                "offered_by": int(both.offering(key).sum()) if both.offers else None,
                "apart": apart.get(item, 0),
                "met": met,
            }


def _pairs(both: OffersAndNeeds) -> Iterator[Row]:
    """Each two of which one offers what the other needs; by item, then by name."""
    graph = both.graph
    layers = [name for name, info in graph.layers.items() if info.asks == "ties" and not info.asked_of]
    known = PairsOfLayer.of(graph.layer(layers[0])) if layers else None
    names = np.array(graph.names, dtype=object)
    for key in both.needs:
        offering, needing = np.nonzero(both.offering(key))[0], np.nonzero(both.needing(key))[0]
        a, b = (ends.ravel() for ends in np.meshgrid(offering, needing, indexing="ij"))
        a, b = a[a != b], b[a != b]
        low, high = np.minimum(a, b), np.maximum(a, b)
        state = np.full(len(a), NOT_KNOWN, dtype=object)
        if known is not None and len(a):
            state[known.known(low, high)] = NOT_TIED
            state[known.together(low, high)] = TIED
        two = sorted(zip(names[a], names[b], state, strict=True), key=lambda row: (natural(row[0]), natural(row[1])))
        for offers, needs, stands in two:
            yield {"item": both.items[key], "organization": offers, "partner": needs, "state": stands}


def _for_outcomes(both: OffersAndNeeds) -> Iterator[Row]:
    for need in both.shared:
        offering, there = both.offering(need.key), both.meant(need)
        rows = [
            (str(name), bool(sits))
            for name, sits in zip(np.array(both.graph.names)[offering], there[offering], strict=True)
        ]
        for name, sits in sorted(rows, key=lambda row: (row[1], natural(row[0]))):
            yield {**_of(need, both), "organization": name, "state": ALREADY_THERE if sits else NOT_THERE}


def _unmet(both: OffersAndNeeds) -> Iterator[Row]:
    for key in both.needs:
        if key not in both.offers:
            yield from (_of(need, both) for need in both.shared if need.key == key)
            for name in np.array(both.graph.names, dtype=object)[both.needing(key)]:
                yield {"item": both.items[key], "outcome": "", "team": "", "organization": str(name)}


def _unused(both: OffersAndNeeds) -> Iterator[Row]:
    for key in both.offers:
        if key not in both.needs:
            for name in np.array(both.graph.names, dtype=object)[both.offering(key)]:
                yield {"item": both.items[key], "organization": str(name)}


def _of(need: SharedNeed, both: OffersAndNeeds) -> Row:
    return {"item": both.items[need.key], "outcome": need.outcome, "team": need.team, "organization": None}
