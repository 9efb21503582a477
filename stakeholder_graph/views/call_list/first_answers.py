"""What the first answers would settle, and whether it matters which of them comes first."""

from collections.abc import Sequence

from stakeholder_graph.measures._registry import with_role
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.text import _, _n, listing

#: So many calls that are nearly level are named; more are counted.
MOST_LEVEL = 6
#: A longer list of names, in characters, names so many on page one; the call list has them all.
LONGEST_LIST, NAMED = 110, 2


def level_said(level: Sequence[str]) -> str:
    """That the order of the first calls hangs on chance, where it does.

    Parameters
    ----------
    level : sequence of str
        Those that are nearly level; blank for fewer than two.

    Examples
    --------
    >>> level_said(["Zoo", "Museum"])
    'As far as can be told, these answers are needed alike, so any of them may come first: Zoo and Museum.'
    """
    if not level[1:]:
        return ""
    if len(level) > MOST_LEVEL:
        return _(
            "As far as can be told, the answers of {count} are needed alike, so any of them may come first.",
            count=len(level),
        )
    names = listing(level, "and")
    return _(
        "As far as can be told, these answers are needed alike, so any of them may come first: {names}.", names=names
    )


def settled_by_calls(findings: Sequence[Finding]) -> str:
    """Whose answers would settle most, and how much of what, in a sentence; blank where that is not known.

    Parameters
    ----------
    findings : sequence of Finding
        Of one wave.

    Examples
    --------
    >>> settled_by_calls([])
    ''
    """
    first = next((finding for finding in with_role(findings, "calls") if finding.reading), None)
    if first is None or first.reading is None or first.reading.id != "settle" or first.table is None:
        return ""
    calls = int(first.reading.fields["calls"] or 0)
    needed = [str(row["organization"]) for row in first.table.rows[:calls]]
    names = listing(needed)
    if len(names) > LONGEST_LIST and calls > NAMED + 1:
        names = listing([*needed[:NAMED], _n("{count} other", "{count} others", calls - NAMED)])
    return _(
        "{calls} answers hold {of_hundred}% of the doubt about the number of connections: {names}",
        calls=calls,
        of_hundred=first.reading.fields["of_hundred"],
        names=names if names.endswith(".") else names + ".",
    )
