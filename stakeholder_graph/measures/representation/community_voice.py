"""Community voice: residents, parents and youth at the table, in teams and on steering, connected or merely listed."""

from collections.abc import Mapping

from stakeholder_graph.graph import Layer, PartnerGraph, Partnership
from stakeholder_graph.measures._columns import ORGANIZATIONS, SECTOR
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.representation._connected import CONNECTED, FEW_TIES, Connected
from stakeholder_graph.measures.representation._voice_rows import all_together, by_voice, one_by_one
from stakeholder_graph.measures.representation._voice_tables import Seats, without
from stakeholder_graph.measures.representation._voices import Voices
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient, Tone
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.model.table import Cell, Disclosure, Row, Table
from stakeholder_graph.text import N_

#: Pairs of more organizations are not looked at.
LARGEST = 2000


def _reading(finding: Finding) -> Message | None:
    rows = finding.tables["network"].rows if "network" in finding.tables else ()
    if not rows:
        return None
    row = rows[0]
    if not row["organizations"]:
        asked = "unclear_sectors" in finding.tables
        return Message("unclear" if asked else "nobody", tone="unknown" if asked else "concern")
    fields: dict[str, Cell] = {name: row.get(name) for name in ("organizations", "answered", "connected")}
    if row.get("connected") is None:
        return Message("listed", fields)
    verdict = row.get("verdict")
    tone: Tone = "strength" if verdict == CONNECTED else "concern" if verdict == FEW_TIES else "unknown"
    return Message("connected", fields, tone, Disclosure.SECTOR)


@measure(
    section="missing",
    page="missing",
    supporting=True,
    title=N_("Residents, parents and youth"),
    question=N_(
        "Are residents, parents and youth at the table, in teams and on steering? Are they connected or merely listed?"
    ),
    how_to_read=N_(
        "A seat is a start; a voice needs partners too. Look at teams, outcomes and places without anybody, and ask "
        "residents themselves whom they would send. Few ties are no fault of theirs: meetings at noon, in one language "
        "and without child care keep people away. Whoever has not answered may be well connected."
    ),
    how_to_read_lists=N_(
        "A seat is a start. Look at teams, outcomes and places without anybody, and ask residents themselves whom they "
        "would send."
    ),
    formula=N_(
        "Teams in which somebody sits who stands for residents, parents or youth / teams that do not steer and whose "
        "members are known. Whoever stands for them: by the sector or the role, if it is called after them (English or "
        "Spanish); what serves them does not, and what could mean either is asked. Connected: the share of others it "
        "works with, of pairs that both answered about, is at least that of the lowest quarter (linear interpolation) "
        "of the others who answered, the backbone apart. Of one who has not answered, those who name it are a lower "
        "bound. Verdict: the median of all of them against that quarter, with the share of the silent anywhere between "
        "this bound and all; too close to call where that turns it, not known where fewer than half of them or fewer "
        "than four others answered."
    ),
    formula_lists=N_(
        "Teams in which somebody sits who stands for residents, parents or youth / teams that do not steer and whose "
        "members are known. Whoever stands for them: by the sector or the role, if it is called after them (English or "
        "Spanish); what serves them does not, and what could mean either is asked."
    ),
    undefined=N_(
        "The share, without teams whose members are known. Everything, without sectors and roles, and where "
        "sectors are all that is known and nobody stands for them."
    ),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Arnstein, S. R. (1969). A ladder of citizen participation. Journal of the American Institute of Planners, "
        "35(4), 216-224.",
        "Raderstrong, J., & Boyea-Robinson, T. (2016). The why and how of working with communities through collective "
        "impact. Community Development, 47(2), 181-193.",
        "Manski, C. F. (2003). Partial Identification of Probability Distributions. Springer.",
    ),
    messages={
        "connected": N_(
            "Residents, parents or youth: {organizations} at the table, {answered} answered, {connected} known to be "
            "connected as others are."
        ),
        "listed": N_("Residents, parents or youth: {organizations} at the table."),
        "nobody": N_("Nobody at the table stands for residents, parents or youth, as far as sectors and roles say."),
        "unclear": N_("It is not clear whether anybody at the table stands for residents, parents or youth."),
        "asked": N_(
            "Does anybody of these stand for residents, parents or youth: {names}? Write “residents”, “parents” or "
            "“youth” as the role of those who do, in the list of organizations, and anything else for those who do not."
        ),
        "ties_alone": N_(
            "Ties and sectors alone do not say whether residents, parents or youth are to be at the table."
        ),
        "no_sectors": N_("The list of organizations has neither sectors nor roles."),
        "no_teams": N_("No list says who sits on a team."),
        "teams_without": N_("Teams without any of them: {names}."),
        "steering_without": N_("None of them sits on steering."),
        "outcomes_without": N_("Outcomes that none of them works on, as far as it is known: {names}."),
        "places_without": N_("Places of which none of them is listed: {names}."),
        "persons_unnamed": N_(
            "Persons who take part for themselves and have not said that they may be named: {count}. They are counted "
            "everywhere, and no copy beyond your desk names them."
        ),
        "network": N_("All of them together"),
        "voices": N_("Who they are, where they sit and how they are connected"),
        "teams": N_("Each team"),
        "steering": N_("Steering"),
        "outcomes": N_("Each outcome"),
        "places": N_("Each place"),
        "unclear_sectors": N_("What is not clear"),
    },
    reading=_reading,
    chart=Chart("none"),
    disclosure=Disclosure.ORGANIZATION,
    no_range=N_("Who sits where is taken from lists; the table says between what the median lies."),
    reads=("team", "meeting", "outcome"),
    counts="seats",
)
def community_voice(graph: PartnerGraph, partnership: Partnership) -> Measured:
    """Find who stands for residents, parents and youth, where they sit, and whether they are connected.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; sectors and roles of its organizations, and affiliations of the kinds team, outcome and what steers.
        Ties are those of the first layer that everybody was asked about.
    partnership : Partnership
        Its list `items`; its `info` says who is a person and has agreed to be named.

    Returns
    -------
    Measured
        `value` is the share of teams in which any of them sits. `table` has voice (residents, parents, youth),
        organizations, persons, answered, teams and steering. `tables`: network, in one row, has organizations, persons,
        persons_named, answered, connected, few_ties, not_known, teams, of_teams, steering, of_steering, median,
        median_low, median_high, lowest_quarter, others and verdict; voices (for the desk) has organization, sector,
        voice, person, answered, ties, of, share, teams, steers and state; teams, steering, outcomes and places have
        team, body, outcome or place, voices, of and state; unclear_sectors has sector and organizations. What is not
        known is None, and what there is nothing of is left out.

    Examples
    --------
    >>> import networkx as nx
    >>> import pandas as pd
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(3)
    >>> nx.set_node_attributes(path, {0: "Schools", 1: "Residents", 2: "Youth services"}, "sector")
    >>> plain = from_networkx(path)
    >>> seats = pd.DataFrame({"organization": ["0", "1", "2"], "kind": "team", "item": ["Math", "Reading", "Reading"]})
    >>> graph = PartnerGraph(plain.wave, plain.layers, {**plain.frames, "affiliations": seats}, plain.directed)
    >>> measured = community_voice(graph, Partnership("P", {"1": graph}, {}))
    >>> measured.value, [row["organization"] for row in measured.tables["voices"].rows]
    (0.5, ['1'])
    """
    people = graph.organizations
    if (people["sector"].isin(["", NO_SECTOR]) & people["role"].isin(["", "backbone"])).all():
        return Measured(None, caveats=[Message("no_sectors")])
    voices = Voices(graph)
    who = voices.by_organization
    # Of a network that is no community partnership nobody expects residents at the table.
    if not (who or voices.unclear or partnership.has_aims) and not any(map(len, partnership.lists.values())):
        return Measured(None, caveats=[Message("ties_alone")])
    agreed = {name: named for name, named in partnership.info.participants.items() if name in graph.names}
    seats = Seats(graph, partnership, who)
    layer = _main_layer(graph)
    connected = Connected(layer, who.keys(), graph.backbone or "") if layer is not None and who else None
    tables = {"network": all_together(seats, connected, agreed), "voices": one_by_one(seats, connected, agreed)}
    tables |= seats.tables() if who else {}
    asked: list[Row] = [{"sector": text, "organizations": count} for text, count in voices.unclear.items()]
    tables["unclear_sectors"] = Table.from_rows((SECTOR, ORGANIZATIONS), asked, Disclosure.SECTOR)
    tables = {name: table for name, table in tables.items() if len(table)}
    table = by_voice(seats, agreed)
    caveats = _caveats(tables, voices.unclear, agreed)
    network = tables["network"].rows[0]
    if network.get("teams") is None or not seats.heard("team"):
        return Measured(None, table, tables, caveats=caveats or [Message("no_teams")])
    covered = Quotient(int(network["teams"] or 0), int(network["of_teams"] or 0))
    return Measured.of(covered, table, tables, caveats=caveats)


def _main_layer(graph: PartnerGraph) -> Layer | None:
    """The first kind of tie that everybody was asked about, if it is not too large."""
    names = [name for name, info in graph.layers.items() if not info.asked_of and info.asks == "ties"]
    return graph.layer(names[0]) if names and len(graph.names) <= LARGEST else None


def _caveats(tables: Mapping[str, Table], unclear: Mapping[str, int], agreed: Mapping[str, bool]) -> list[Message]:
    caveats = [Message("asked", {"names": "; ".join(unclear)}, discloses=Disclosure.SECTOR)] if unclear else []
    for name in ("teams", "steering", "outcomes", "places"):
        if lacking := without(tables, name):
            caveats.append(Message(f"{name}_without", {"names": "; ".join(lacking)}))
    if silent := sum(not named for named in agreed.values()):
        caveats.append(Message("persons_unnamed", {"count": silent}, discloses=Disclosure.ORGANIZATION))
    return caveats
