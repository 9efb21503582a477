"""Sector coverage: who is at the table, against a list of who should be."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._columns import LISTED, SHARE, TOO_CLOSE
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._silence import set_aside
from stakeholder_graph.measures.representation._sector_lists import (
    SectorList,
    first_list,
    further_lists,
    table_by_sector,
)
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.model.table import Column, Disclosure
from stakeholder_graph.text import N_

#: A sector is thinly tied where its organizations have under half the ties of a typical one.
THIN = 0.5
MISSING, ONE_ONLY, FEW_TIES = N_("missing"), N_("one organization only"), N_("at the table, few ties")
DOMINANT, PRESENT = N_("more than half the table"), N_("at the table")
#: What to do about a sector of which under half answered, so that nothing else can be told of it.
HEAR_FROM = N_("hear from")
#: A sector dominates with more than half of all at the table, unless twice its fair share is still more.
HALF, FAIR = 0.5, 2.0

COLUMNS = (
    Column("expected", N_("On the list"), "flag"),
    LISTED,
    SHARE,
    Column("reference_share", N_("Share in the community"), "share"),
    Column("answered", N_("Answered"), "count", of_answers=True),
    Column("tied", N_("Connected"), "count"),
    Column("teams", N_("Teams"), "count"),
    Column("steering", N_("On steering"), "count"),
    Column("state", N_("How it stands"), "term", of_answers=True),
    Column("next_step", N_("Next step"), "term", of_answers=True),
)


def _next_step(row: Mapping[Hashable, Any], aside: int) -> str:
    """What to do next; nobody is called whose answer came and is set aside."""
    nobody_to_call = row["state"] == TOO_CLOSE and aside == row["listed"] - row["answered"]
    return "" if nobody_to_call else NEXT[row["state"]]


def _state(row: Mapping[Hashable, Any], typical: float, fair: float) -> str:
    """How a sector stands; of the backbone alone nobody asks whether one is enough, unless a list wants its sector."""
    if not row["listed"]:
        return MISSING
    if 2 * row["answered"] < row["listed"]:
        return TOO_CLOSE
    if row["listed"] == 1 and (row["expected"] or not row["backbone"]):
        return ONE_ONLY
    if row["named_each"] < THIN * typical:
        return FEW_TIES
    return DOMINANT if row["share"] > max(HALF, FAIR * fair) else PRESENT


#: What to do next about a sector in each state.
NEXT = {
    MISSING: N_("invite"),
    TOO_CLOSE: HEAR_FROM,
    ONE_ONLY: N_("ask whether one is enough"),
    FEW_TIES: N_("connect"),
    DOMINANT: N_("make room for others"),
    PRESENT: "",
}


def _reading(finding: Finding) -> Message | None:
    if finding.table is None:
        return None
    rows = finding.table.rows
    missing = [str(row["sector"]) for row in rows if not row["listed"]]
    unclear = [str(row["sector"]) for row in rows if row.get("state") == TOO_CLOSE]
    if finding.value is None:
        return Message("no_list", {"listed": len(rows)}) if len(rows) > 1 else None
    if missing:
        return Message("missing", {"missing": ", ".join(missing)}, "concern", Disclosure.SECTOR)
    if unclear:
        aside = any(caveat.id == "set_aside" for caveat in finding.caveats)
        return Message(
            "unclear_aside" if aside else "unclear", {"unclear": ", ".join(unclear)}, "unknown", Disclosure.SECTOR
        )
    return Message("all_there", tone="strength")


@measure(
    section="missing",
    page="missing",
    title=N_("Who is at the table"),
    question=N_("Which sectors that matter for these outcomes are missing?"),
    how_to_read=N_(
        "A sector is missing only where no organization of it is on the roster. Where most of a sector have not "
        "answered yet, nothing is said about how well it is tied."
    ),
    how_to_read_copy=N_(
        "A sector is missing only where no organization of it is on the list. An organization without ties may just "
        "not have answered yet."
    ),
    how_to_read_lists=N_("A sector is missing only where no organization of it is on the list."),
    formula=N_(
        "Sectors of the reference list with at least one organization on the roster / sectors on the list. Tied: named "
        "by, or naming, at least one organization in any kind of tie. Few ties: those who answered name under half as "
        "many partners as those who answered in all sectors do. More than half the table: of all organizations with a "
        "stated sector, and more than twice its reference share (an equal share where none is known)."
    ),
    formula_lists=N_(
        "Sectors of the reference list with at least one organization on the list of organizations / sectors on the "
        "reference list. More than half the table: of all organizations with a stated sector, and more than twice its "
        "reference share (an equal share where none is known)."
    ),
    undefined=N_("Without a reference list of sectors; the table is then of the sectors that are there."),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Kania, J., & Kramer, M. (2011). Collective impact. Stanford Social Innovation Review, 9(1), 36-41.",
        "Blau, P. M. (1977). Inequality and Heterogeneity. Free Press.",
    ),
    messages={
        "missing": N_("Missing at the table: {missing}."),
        "unclear": N_(
            "Every sector on the list is at the table. Too close to call for {unclear}: most there have not answered "
            "yet."
        ),
        "unclear_aside": N_(
            "Every sector on the list is at the table. Too close to call for {unclear}: most answers from there are "
            "missing or set aside."
        ),
        "all_there": N_("Every sector on the list is at the table."),
        "no_list": N_("{listed} sectors are at the table; there is no list of who should be."),
        "no_reference": N_(
            "There is no list of sectors to compare with. Add one to the survey settings, or as sectors.csv."
        ),
        "no_column": N_("The list {list} is not compared: no column of organizations is called so."),
    },
    reading=_reading,
    role="missing sectors",
    chart=Chart("seats"),
    questions=(
        N_("Who should be here and is not, and who of us knows them?"),
        N_("What would make it worth their while to come?"),
    ),
    no_range=N_("Who is on the roster is known; how the silent are connected is left open."),
    counts="organizations",
    group=True,
)
def sector_coverage(graph: PartnerGraph, partnership: Partnership) -> Measured:
    r"""Compare the sectors on the roster with a reference list of sectors.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Its list `sectors` is the reference.

    Returns
    -------
    Measured
        `value` is the share of listed sectors that are at the table; None without a list. `table` has sector, expected
        (whether it is on the list), listed (organizations at the table), share (of these), reference_share, answered,
        tied, teams (how many it sits in), steering (organizations there), state, next_step; reference_share, teams and
        steering are left out where nothing is known of them. Of a sector of which nobody answered, no ties, teams or
        seats that others know of are None. `tables` has the same for each further list, by its name, for the backbone
        only.

    Notes
    -----
    An organization can stand on several lists. The first list is of its `sector`; any other is of the column of
    organizations.csv that is called as the list is.

    ============  ==========  ==========      ============  ==============  =====
    organization  sector      Age served      list          sector          share
    ============  ==========  ==========      ============  ==============  =====
    Clinic        Health      Birth to five   Sectors       Health          0.14
    High School   Schools     Teens           Sectors       Schools         0.12
    \             \           \               Age served    Birth to five
    \             \           \               Age served    Teens
    ============  ==========  ==========      ============  ==============  =====

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(3)
    >>> nx.set_node_attributes(path, "Schools", "sector")
    >>> graph = from_networkx(path)
    >>> sectors = pd.DataFrame({"list": "ours", "sector": ["Schools", "Health"], "share": [None, None]})
    >>> sector_coverage(graph, Partnership("P", {"1": graph}, {"sectors": sectors})).value
    0.5
    """
    main = first_list(graph, partnership)
    further, caveats = further_lists(graph, partnership)
    if not main.name:
        caveats = [Message("no_reference")]
    caveats = [*caveats, *set_aside(graph, partnership)]
    unknown = int((graph.organizations["sector"] == NO_SECTOR).sum())
    if unknown:
        caveats = [*caveats, Message("no_sector", {"count": unknown})]
    table = _by_sector(main, graph, partnership)
    # How the sectors of another list answered is not known to be safe to show: these are for the backbone.
    others = {
        reference.name: table_by_sector(COLUMNS, _by_sector(reference, graph, partnership), reference.name)
        for reference in further
    }
    there = table.loc[table["expected"], "listed"] > 0
    if not main.name:
        return Measured(None, table_by_sector(COLUMNS, table), others, caveats=caveats)
    return Measured.of(Quotient(int(there.sum()), len(there)), table_by_sector(COLUMNS, table), others, caveats=caveats)


def _partners_named(graph: PartnerGraph) -> "pd.Series[float]":
    """How many partners each organization that answered names, in any layer."""
    ties = graph["ties"]
    mutual = ties[~ties["layer"].map(graph.has_direction).astype(bool)].rename(columns={"from": "to", "to": "from"})
    pairs = pd.concat([ties[["from", "to"]], mutual[["from", "to"]]]).drop_duplicates()
    named = pairs.groupby("from").size().reindex(list(graph.names), fill_value=0)
    return named[graph.answered].astype(float)


def _by_sector(reference: SectorList, graph: PartnerGraph, partnership: Partnership) -> pd.DataFrame:
    aside = partnership.info.answers_aside.get(graph.wave.name, ())
    ties, named = graph["ties"], _partners_named(graph)
    answered = pd.Series(graph.answered, index=list(graph.names))
    people = pd.DataFrame({"sector": reference.members})
    people["answered"] = answered
    people["backbone"] = people.index == graph.backbone
    people["tied"] = people.index.isin(ties["from"]) | people.index.isin(ties["to"])
    people["named_each"] = named
    grouped = people.groupby("sector")
    table = pd.DataFrame({"expected": False, "listed": reference.listed}, index=reference.sectors)
    table["expected"] = table.index.isin(reference.shares.index)
    table["share"] = table["listed"] / max(len(people), 1)
    if reference.shares.notna().any():
        table["reference_share"] = reference.shares
    # Where nobody was asked about ties there are none to speak of.
    for column in ("answered", "tied") if graph.layers else ("answered",):
        table[column] = grouped[column].sum()
    named_each = grouped["named_each"].mean().reindex(table.index)
    seats = graph["affiliations"].merge(people[["sector"]], left_on="organization", right_index=True)
    teams = seats[seats["kind"] == "team"]
    if len(teams):
        table["teams"] = teams.groupby("sector")["item"].nunique()
    held = steering_seats(seats, partnership)
    if held is not None:
        table["steering"] = held.groupby("sector")["organization"].nunique()
    counts = table.columns.intersection(["answered", "tied", "teams", "steering"])
    table[counts] = table[counts].fillna(0).astype(int)
    known = table.assign(
        named_each=named_each, backbone=grouped["backbone"].any().reindex(table.index, fill_value=False)
    )
    states = zip(known.to_dict("records"), reference.fair, strict=True)
    table["state"] = [_state(row, float(named.mean()), fair) for row, fair in states]
    came = reference.members[reference.members.index.isin(aside)].value_counts()
    steps = zip(table.to_dict("records"), table.index, strict=True)
    table["next_step"] = [_next_step(row, int(came.get(sector, 0))) for row, sector in steps]
    # Not known is not none. A list of teams that holds nonrespondents, though, does not rest on answers alone.
    unheard = (table["answered"] == 0) & (table["listed"] > 0)
    left_open = ["tied", "teams", "steering"] if set(seats["organization"]) <= set(named.index) else ["tied"]
    for column in counts.intersection(left_open):
        table[column] = table[column].astype(object).mask(unheard & (table[column] == 0), None)
    return table if partnership.info.surveyed else table.drop(columns="answered")


def steering_seats(seats: pd.DataFrame, partnership: Partnership) -> pd.DataFrame | None:
    """Those of some affiliations that are to steer; None where nothing says which do.

    Parameters
    ----------
    seats : DataFrame
        Affiliations, with kind and item.
    partnership : Partnership
        Its list `items` says which steer.

    Returns
    -------
    DataFrame or None
        The rows of those items.

    Examples
    --------
    >>> items = pd.DataFrame({"kind": "team", "item": ["Board", "Reading"], "steering": [True, False]})
    >>> seats = pd.DataFrame({"organization": ["A", "B"], "kind": "team", "item": ["Board", "Reading"]})
    >>> steering_seats(seats, Partnership("P", {}, {"items": items}))["organization"].tolist()
    ['A']
    """
    items = partnership.lists.get("items")
    if items is None or not items["steering"].any():
        return None
    steering = items.loc[items["steering"], ["kind", "item"]]
    return seats.merge(steering, on=["kind", "item"])
