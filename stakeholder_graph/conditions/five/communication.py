"""Continuous communication: how often partners are in touch, whether both sides say so, and how far they trust."""

import re
from collections.abc import Iterator

from stakeholder_graph.conditions.five.counted import CountedFact, Known, rows_of, share
from stakeholder_graph.model.finding import Finding, Message

#: Steps of a scale that say how often, and at least once a month.
MONTHLY = re.compile(
    r"\b(daily|weekly|biweekly|fortnightly|monthly|(every|each|a|per) (day|week|month)|diari\w+|semanal\w*|"
    r"quincenal\w*|mensual\w*|(cada|al|por) (día|dia|semana|mes))\b",
    re.IGNORECASE,
)
RARER = re.compile(r"\b(less|fewer|rarer|not|never|menos|nunca|bimonthly|bimensual\w*)\b", re.IGNORECASE)


def communication(known: Known) -> Iterator[CountedFact]:
    """What is counted of communication.

    Parameters
    ----------
    known : Known
        One wave.
    """
    for finding in known.all_of("collaboration_levels"):
        if of_layer := list(_monthly(finding)):
            yield from of_layer
            break
    if (both := known.first.get("confirmation")) and both.quotient:
        yield from share("both_sides", both, both.quotient.numerator, both.quotient.denominator)
    for row in known.rows("action_teams", "attended_by"):
        came = float(row["at_half"] or 0), float(row["organizations"] or 0)
        yield from share("attended", known.first["action_teams"], *came)
    if (trust := known.first.get("trust")) and trust.value is not None:
        ends = next(iter(rows_of(trust, "network")), None)
        if ends and ends["low"] is not None and ends["high"] is not None:
            said = Message("trusted_named" if ends["step"] else "trusted", {"step": ends["step"]})
            yield CountedFact(said, trust.id, trust.value, float(ends["high"]), float(ends["low"]))


def communication_unknown(known: Known) -> Iterator[Message]:
    """What nobody has told yet."""
    if not any(any(_monthly(finding)) for finding in known.all_of("collaboration_levels")):
        yield Message("no_frequency")
    if (trust := known.first.get("trust")) is None or trust.value is None:
        yield Message("no_trust")
    if not known.rows("action_teams", "attended_by"):
        yield Message("no_meetings")


def _monthly(finding: Finding) -> Iterator[CountedFact]:
    """Connections at the lowest step that is monthly or at a closer one, of those whose step is known."""
    steps = [row for row in rows_of(finding) if row["number"] is not None]
    names = [str(row["level"]) for row in steps]
    monthly = (k for k, name in enumerate(names) if MONTHLY.search(name) and not RARER.search(name))
    first = next(monthly, None)
    if first is not None:
        ties = [int(row["ties"] or 0) for row in steps]
        counted = sum(ties[first:]), sum(ties)
        yield from share(
            "monthly_mentions" if finding.scope.ties == "reported" else "monthly", finding, *counted, level=names[first]
        )
