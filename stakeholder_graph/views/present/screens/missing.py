"""Who is not at the table: a seat for each sector that is expected, and the empty ones first."""

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.studies.page_one.story import Learned
from stakeholder_graph.text import _
from stakeholder_graph.views.present.screens.finding_screen import finding_screen
from stakeholder_graph.views.present.screens.guesses import guess_of
from stakeholder_graph.views.present.screens.room import Room
from stakeholder_graph.views.present.screens.screen import Screen, Seat

#: Seats on one screen.
MOST_SEATS = 24


def missing(room: Room, learned: Learned | None) -> Screen | None:
    """Which sectors are not at the table.

    How many organizations each sector has was on the first screen; here it is whether anybody sits there at all.

    Parameters
    ----------
    room : Room
        What the room sees.
    learned : Learned or None
        The finding that is shown; None where there is none.

    Returns
    -------
    Screen or None
        None where there is nothing to show.
    """
    if learned is None:
        return None
    seats = _seats(learned.finding)
    empty = sum(not seat.taken for seat in seats)
    question = _("Of {all} sectors that we expect here, how many does nobody speak for?", all=len(seats))
    guess = guess_of(question, empty, len(seats), room.key("missing")) if empty else None
    shows = "seats" if empty else "words"
    return finding_screen(room, "missing", learned, shows=shows, seats=seats[:MOST_SEATS] if empty else (), guess=guess)


def _seats(finding: Finding) -> tuple[Seat, ...]:
    """The sectors that a list expects; those of the partnership where no list does."""
    rows = [row for row in (finding.table.rows if finding.table else ()) if "sector" in row]
    rows = [row for row in rows if row.get("listed") is not None]
    expected = [row for row in rows if row.get("expected")] or rows
    seats = (Seat(str(row["sector"]), bool(row["listed"])) for row in expected)
    return tuple(sorted(seats, key=lambda seat: (seat.taken, seat.name)))
