"""Who is not at the table: a seat for each sector that is expected, and the empty ones first."""

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.studies.page_one.story import Learned
from stakeholder_graph.text import _
from stakeholder_graph.views.present.screens.finding_screen import finding_screen
from stakeholder_graph.views.present.screens.guesses import guess_of
from stakeholder_graph.views.present.screens.pictured import picture_of
from stakeholder_graph.views.present.screens.room import Room
from stakeholder_graph.views.present.screens.screen import Screen, Seat

#: Seats on one screen.
MOST_SEATS = 24


def missing(room: Room, learned: Learned) -> Screen:
    """Which sectors are not at the table.

    How many organizations each sector has was on the first screen; here it is whether anybody sits there at all.

    Parameters
    ----------
    room : Room
        What the room sees.
    learned : Learned
        The finding that is shown.
    """
    seats = _seats(learned.finding)
    empty = sum(not seat.taken for seat in seats)
    if not empty:
        return finding_screen(room, "missing", learned, **picture_of(room, learned.finding))
    question = _("Of {all} sectors that we expect here, how many does nobody speak for?", all=len(seats))
    # Nobody expects more than half of the seats to be empty.
    guess = guess_of(question, empty, len(seats), room.key("missing"), likely=len(seats) // 2)
    return finding_screen(room, "missing", learned, shows="seats", seats=seats[:MOST_SEATS], guess=guess)


def _seats(finding: Finding) -> tuple[Seat, ...]:
    """The sectors that a list expects; those of the partnership where no list does."""
    rows = [row for row in (finding.table.rows if finding.table else ()) if "sector" in row]
    rows = [row for row in rows if row.get("listed") is not None]
    expected = [row for row in rows if row.get("expected")] or rows
    seats = (Seat(str(row["sector"]), bool(row["listed"])) for row in expected)
    return tuple(sorted(seats, key=lambda seat: (seat.taken, seat.name)))
