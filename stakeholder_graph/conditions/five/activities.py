"""Mutually reinforcing activities: teams and strategies of outcomes, who shares outcomes and works together."""

from collections.abc import Iterator

from stakeholder_graph.conditions.five.counted import CountedFact, Known, share
from stakeholder_graph.model.finding import Message
from stakeholder_graph.studies.aligned_pairs import KINDS


def activities(known: Known) -> Iterator[CountedFact]:
    """What is counted of activities that reinforce each other.

    Parameters
    ----------
    known : Known
        One wave.
    """
    sheets, rows = known.first.get("outcome_sheets"), known.rows("outcome_sheets")
    if sheets and rows and any(row["teams"] for row in rows):
        yield from share("teams", sheets, sum(bool(row["teams"]) for row in rows), len(rows))
    if (crossing := known.first.get("action_teams")) and crossing.quotient:
        yield from share("teams_cross", crossing, crossing.quotient.numerator, crossing.quotient.denominator)
    if overlap := known.first.get("activity_overlap"):
        counts = [int(row["organizations"] or 0) for row in known.rows("activity_overlap")]
        yield from share("activities", overlap, sum(count > 1 for count in counts), sum(count > 0 for count in counts))
    if aligned := known.first.get("aligned_pairs"):
        pairs = {str(row["kind"]): int(row["pairs"] or 0) for row in known.rows("aligned_pairs")}
        together = pairs.get(KINDS["together"], 0)
        yield from share("together", aligned, together, together + pairs.get(KINDS["introductions"], 0))
    if sheets and any(row["strategies"] for row in rows):
        yield from share("strategies", sheets, sum(bool(row["strategies"]) for row in rows), len(rows))


def activities_unknown(known: Known) -> Iterator[Message]:
    """What nobody has told yet."""
    rows = known.rows("outcome_sheets")
    if not any(row["teams"] for row in rows):
        yield Message("no_teams")
    if not any(row["strategies"] for row in rows) and not known.rows("activity_overlap"):
        yield Message("no_activities")
    elif not known.rows("activity_overlap"):
        yield Message("no_overlap")
