"""What the first answers would settle, and whether it matters which of them comes first."""

from collections.abc import Sequence

from stakeholder_graph.measures._registry import with_role
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.text import _, listing

#: So many calls that are nearly level are named; more are counted.
MOST_LEVEL = 6


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
    """How much a few answers would settle, in a short sentence; blank where that is not known.

    Parameters
    ----------
    findings : sequence of Finding
        Of one wave.

    Examples
    --------
    >>> settled_by_calls([])
    ''
    """
    readings = [finding.reading for finding in with_role(findings, "calls") if finding.reading]
    settle = next((reading.fields for reading in readings[:1] if reading.id == "settle"), None)
    if settle is None:
        return ""
    return _("{calls} answers would settle about {of_hundred}% of what is not known yet.", **settle)
