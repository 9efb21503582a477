"""What the first answers would settle, and whether it matters which of them comes first."""

from collections.abc import Sequence

from stakeholder_graph.studies.call_list import FirstAnswers
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
    'As far as can be told, these answers are needed alike, in whichever order: Zoo and Museum.'
    """
    if not level[1:]:
        return ""
    if len(level) > MOST_LEVEL:
        return _(
            "As far as can be told, the answers of {count} are needed alike: their order does not matter.",
            count=len(level),
        )
    names = listing(level, "and")
    return _("As far as can be told, these answers are needed alike, in whichever order: {names}.", names=names)


def settled_by(answers: FirstAnswers | None) -> str:
    """Whose answers come first, and what they would settle, in a sentence; blank where that is not known.

    Parameters
    ----------
    answers : FirstAnswers or None
        As of the call list.

    Examples
    --------
    >>> settled_by(FirstAnswers(("Zoo", "Reed, Inc."), 39))
    'Of what is not known about the number of connections, 39% hangs on 2 answers: Zoo and Reed, Inc.'
    """
    if answers is None:
        return ""
    named, count = answers.organizations, len(answers.organizations)
    names = listing(named)
    if len(names) > LONGEST_LIST and count > NAMED + 1:
        names = listing([*named[:NAMED], _n("{count} other", "{count} others", count - NAMED)])
    return _(
        "Of what is not known about the number of connections, {of_hundred}% hangs on {calls} answers: {names}",
        calls=count,
        of_hundred=answers.of_hundred,
        names=names if names.endswith(".") else names + ".",
    )
