"""Steering by place: which of the places that partners come from have nobody on steering, and nobody in a team."""

import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._columns import LISTED
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.representation.sector_coverage import steering_seats
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Cell, Column, Disclosure, Row, Table
from stakeholder_graph.text import N_

COLUMNS = (
    Column("place", N_("Place"), "text"),
    LISTED,
    Column("teams", N_("Teams"), "count"),
    Column("steering", N_("On steering"), "count"),
)


def _reading(finding: Finding) -> Message | None:
    if finding.table is None or finding.quotient is None:
        return None
    without = [str(row["place"]) for row in finding.table.rows if not row["steering"]]
    fields: dict[str, Cell] = {"count": len(without), "places": len(finding.table.rows), "names": "; ".join(without)}
    if not without:
        return Message("all_there", fields, discloses=Disclosure.SECTOR)
    return Message("without", fields, "concern", Disclosure.SECTOR)


@measure(
    section="missing",
    page="missing",
    supporting=True,
    title=N_("Which places sit on steering"),
    question=N_("Which of the places that partners come from have nobody on steering?"),
    how_to_read=N_(
        "A place has a seat where an organization that is listed there has one. An organization may work in more "
        "places than the one it is listed for."
    ),
    formula=N_("Places of the list of organizations with at least one organization on steering / all places."),
    undefined=N_("Where fewer than two places are listed, or nobody is known to sit on steering."),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Raderstrong, J., & Boyea-Robinson, T. (2016). The why and how of working with communities through collective "
        "impact. Community Development, 47(2), 181-193.",
    ),
    messages={
        "without": N_("Of {places} places, {count} have no seat on steering: {names}."),
        "all_there": N_("All {places} places have a seat on steering."),
        "no_places": N_("The list of organizations names fewer than two places, or nobody on steering is known."),
    },
    reading=_reading,
    chart=Chart("none"),
    questions=(N_("Who from the places without a seat should be asked onto steering?"),),
    no_range=N_("Who sits where is taken from lists."),
    reads=("team", "meeting"),
    counts="seats",
)
def steering_by_place(graph: PartnerGraph, partnership: Partnership) -> Measured:
    """Find which places have nobody on steering, and in how many teams each has somebody.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; its list of organizations has a column `place`.
    partnership : Partnership
        Its list `items` says what steers.

    Returns
    -------
    Measured
        `value` is the share of places with a seat on steering. `table` has place, listed (organizations), teams (in how
        many it has somebody) and steering (how many of its organizations sit there).

    Examples
    --------
    >>> from stakeholder_graph.model.survey import Wave
    >>> people = pd.DataFrame({"organization": ["A", "B", "C"], "place": ["North", "South", "South"]})
    >>> seats = pd.DataFrame({"organization": ["B"], "kind": "team", "item": "Board"})
    >>> graph = PartnerGraph(Wave("1"), {}, {"organizations": people, "affiliations": seats})
    >>> items = pd.DataFrame({"kind": ["team"], "item": ["Board"], "steering": [True]})
    >>> found = steering_by_place(graph, Partnership("P", {"1": graph}, {"items": items}))
    >>> found.value, [(row["place"], row["steering"]) for row in found.table.rows]
    (0.5, [('North', 0), ('South', 1)])
    """
    people = graph.organizations
    places = people["place"].fillna("").astype(str).str.strip() if "place" in people else pd.Series("", people.index)
    listed = pd.DataFrame({"organization": people["organization"], "place": places})[places != ""]
    seats = graph["affiliations"].merge(listed, on="organization")
    steering = steering_seats(graph["affiliations"], partnership)
    names = sorted(listed["place"].unique(), key=natural)
    if len(names) < 2 or steering is None or steering.empty:
        return Measured(None, caveats=[Message("no_places")])
    steering = steering.merge(listed, on="organization")
    teams = seats[seats["kind"] == "team"]
    rows: list[Row] = [
        {
            "place": place,
            "listed": int((listed["place"] == place).sum()),
            "teams": int(teams.loc[teams["place"] == place, "item"].nunique()),
            "steering": int(steering.loc[steering["place"] == place, "organization"].nunique()),
        }
        for place in names
    ]
    there = sum(bool(row["steering"]) for row in rows)
    return Measured.of(Quotient(there, len(rows)), Table.from_rows(COLUMNS, rows, Disclosure.SECTOR))
