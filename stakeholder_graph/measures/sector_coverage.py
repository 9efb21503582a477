"""Sector coverage: who is at the table, against a list of who should be."""

from collections.abc import Hashable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from stakeholder_graph.finding import Disclosure, Finding, Measured, Message, Part
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.rows import rows_of
from stakeholder_graph.registry import measure
from stakeholder_graph.survey.survey import NO_SECTOR

#: A sector is thinly tied where its organizations have under half the ties of a typical one.
THIN = 0.5

#: What is known of a sector whoever answered, and what tells how many did.
SAFE = ("sector", "expected", "listed")
RESPONSE = ("answered", "tied", "state", "next_step")


def _state(row: Mapping[Hashable, Any], typical: float) -> str:
    if not row["listed"]:
        return "missing"
    if 2 * row["answered"] < row["listed"]:
        return "too close to call"
    if row["listed"] == 1:
        return "one organization only"
    return "at the table, few ties" if row["named_each"] < THIN * typical else "at the table"


#: What to do next about a sector in each state.
NEXT = {
    "missing": "invite",
    "too close to call": "hear from",
    "one organization only": "invite a second",
    "at the table, few ties": "connect",
    "at the table": "",
}


def _reading(finding: Finding) -> Message | None:
    if finding.table is None:
        return None
    rows = finding.table.rows
    missing = [str(row["sector"]) for row in rows if row["state"] == "missing"]
    unclear = [str(row["sector"]) for row in rows if row["state"] == "too close to call"]
    if finding.value is None:
        return Message("no_list", {"listed": len(rows)}) if len(rows) > 1 else None
    if missing:
        names = {"missing": ", ".join(missing)}
        return Message("missing", names, "concern", Disclosure.SECTOR, tuple(missing))
    if unclear:
        names = {"unclear": ", ".join(unclear)}
        return Message("unclear", names, "unknown", Disclosure.SECTOR, tuple(unclear), tells="response")
    return Message("all_there", tone="strength")


@measure(
    over="wave",
    section="missing",
    title="Who is at the table",
    question="Which sectors that matter for these outcomes are missing?",
    how_to_read="A sector is missing only where no organization of it is on the roster. Where most of a sector have "
    "not answered yet, nothing is said about how well it is tied.",
    formula="Sectors of the reference list with at least one organization on the roster / sectors on the list. Tied: "
    "named by, or naming, at least one organization in any kind of tie. Few ties: those who answered name under half "
    "as many partners as those who answered in all sectors do.",
    undefined="Without a reference list of sectors; the table is then of the sectors that are there.",
    unit="share",
    bounds=(0, 1),
    sources=(
        "Kania, J., & Kramer, M. (2011). Collective impact. Stanford Social Innovation Review, 9(1), 36-41.",
        "Blau, P. M. (1977). Inequality and Heterogeneity. Free Press.",
    ),
    words={
        "missing": "Missing at the table: {missing}.",
        "unclear": "Every sector on the list is at the table. Too close to call for {unclear}: most there have not "
        "answered yet.",
        "all_there": "Every sector on the list is at the table.",
        "no_list": "{listed} sectors are at the table; there is no list of who should be.",
        "no_reference": "There is no list of sectors to compare with. Add one to the survey settings, or as "
        "sectors.csv.",
        "several_lists": "There are several lists of sectors; the first, {list}, is used.",
    },
    reading=_reading,
    questions=(
        "Who should be here and is not, and who of us knows them?",
        "What would make it worth their while to come?",
    ),
    no_range="Who is on the roster is known; how the silent are tied is left open.",
    group=True,
)
def sector_coverage(graph: PartnerGraph, partnership: Partnership) -> Measured:
    """Compare the sectors on the roster with a reference list of sectors.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Its list `sectors` is the reference.

    Returns
    -------
    Measured
        `value` is the share of listed sectors that are at the table; None without a list. `table` has sector, expected,
        listed, answered, tied, teams, steering, state, next_step; teams and steering are left out where the survey
        has none.

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
    reference, caveats = _reference(partnership)
    unknown = int((graph.organizations["sector"] == NO_SECTOR).sum())
    if unknown:
        caveats = [*caveats, Message("no_sector", {"count": unknown})]
    table = _by_sector(graph, partnership)
    sectors = sorted(set(reference) | set(table.index))
    table = table.reindex(sectors)
    counts = table.columns.drop("named_each")
    table[counts] = table[counts].fillna(0).astype(int)
    table.insert(0, "expected", table.index.isin(reference))
    typical = _named_each(graph).mean()
    table["state"] = [_state(row, typical) for row in table.to_dict("records")]
    table["next_step"] = table["state"].map(NEXT)
    rows = rows_of(table.drop(columns="named_each").rename_axis("sector").reset_index())
    there = [sector for sector in reference if table.loc[sector, "listed"]]
    return Measured(
        len(there) / len(reference) if reference else None,
        Part(rows, Disclosure.SECTOR, SAFE, RESPONSE),
        caveats=caveats,
    )


def _reference(partnership: Partnership) -> tuple[list[str], list[Message]]:
    frame = partnership.lists.get("sectors")
    if frame is None or frame.empty:
        return [], [Message("no_reference")]
    first = str(frame["list"].iloc[0])
    caveats = [Message("several_lists", {"list": first})] if (frame["list"] != first).any() else []
    return sorted(frame.loc[frame["list"] == first, "sector"].astype(str)), caveats


def _named_each(graph: PartnerGraph) -> "pd.Series[float]":
    """How many partners each organization that answered names, in any layer."""
    pairs = graph["ties"][["from", "to"]].drop_duplicates()
    if not graph.directed:
        pairs = pd.concat([pairs, pairs.rename(columns={"from": "to", "to": "from"})]).drop_duplicates()
    named = pairs.groupby("from").size().reindex(list(graph.names), fill_value=0)
    return named[graph.answered].astype(float)


def _by_sector(graph: PartnerGraph, partnership: Partnership) -> pd.DataFrame:
    people = graph.organizations.set_index("organization")[["sector"]].assign(answered=graph.answered)
    people = people[people["sector"] != NO_SECTOR]
    ties = graph["ties"]
    people["tied"] = np.isin(people.index, ties[["from", "to"]].to_numpy(dtype=object))
    people["named_each"] = _named_each(graph)
    grouped = people.groupby("sector")
    table = pd.DataFrame(
        {
            "listed": grouped.size(),
            "answered": grouped["answered"].sum(),
            "tied": grouped["tied"].sum(),
            "named_each": grouped["named_each"].mean(),
        }
    )
    seats = graph["affiliations"].merge(people[["sector"]], left_on="organization", right_index=True)
    teams = seats[seats["kind"] == "team"]
    if len(teams):
        table["teams"] = teams.groupby("sector")["item"].nunique()
    steering = _steering(seats, partnership)
    if steering is not None:
        table["steering"] = steering.groupby("sector")["organization"].nunique()
    return table


def _steering(seats: pd.DataFrame, partnership: Partnership) -> pd.DataFrame | None:
    items = partnership.lists.get("items")
    if items is None or not items["steering"].any():
        return None
    steering = items.loc[items["steering"], ["kind", "item"]]
    return seats.merge(steering, on=["kind", "item"])
