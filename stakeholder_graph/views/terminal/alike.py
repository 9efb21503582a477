"""Notes and open decisions of one kind together: the first of them, and how many more there are."""

import re
from collections.abc import Iterable

from stakeholder_graph.model.problems import Problem
from stakeholder_graph.text import _, _n, listing

#: So many notes of a kind are shown one by one; so many rows of the others are named.
_MOST_SHOWN, _MOST_ROWS = 3, 5
#: So many decisions of a kind are listed.
_MOST_DECISIONS = 5
_QUOTED = re.compile(r"“[^”]*”")


def first_of_each_kind(notes: Iterable[Problem]) -> list[str]:
    r"""Give notes as sentences; of those that ask for the same in one file the first, and how many more there are.

    Parameters
    ----------
    notes : iterable of Problem
        In the order in which they are to be read.

    Examples
    --------
    >>> notes = [Problem(f"“{name}” is odd.", "Look at it.", "ties.csv", row) for row, name in enumerate("abcde", 2)]
    >>> print(*first_of_each_kind(notes), sep="\n")
    ties.csv, row 2: “a” is odd. Look at it.
    ties.csv, row 3: “b” is odd. Look at it.
    ties.csv, row 4: “c” is odd. Look at it.
    ties.csv: 2 more notes are of this kind, of rows 5 and 6.
    """
    kinds: dict[tuple[str, str | None, str], list[Problem]] = {}
    for note in notes:
        kinds.setdefault((note.file, note.column, note.todo), []).append(note)
    said = []
    for alike in kinds.values():
        shown = alike if len(alike) <= _MOST_SHOWN + 1 else alike[:_MOST_SHOWN]
        said += [str(note) for note in shown]
        if more := alike[len(shown) :]:
            said.append(_more(more))
    return said


def first_decisions(decisions: Iterable[Problem]) -> list[Problem]:
    """Give open decisions with at most the first five of each kind, and one line for how many more there are.

    Parameters
    ----------
    decisions : iterable of Problem
        In the order in which they are to be read. Those of one kind are settled in the same way, in one file.

    Examples
    --------
    >>> waiting = [Problem(f"Who is “{name}”?", "Say it.", "ties.csv", row) for row, name in enumerate("abcdefgh", 2)]
    >>> shown = first_decisions(waiting)
    >>> len(shown), shown[-1].what
    (6, '3 more decisions are of this kind, of rows 7, 8 and 9.')
    """
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for decision in decisions:
        kinds.setdefault((decision.file, _QUOTED.sub("“”", decision.todo)), []).append(decision)
    shown: list[Problem] = []
    for alike in kinds.values():
        first = alike if len(alike) <= _MOST_DECISIONS + 1 else alike[:_MOST_DECISIONS]
        shown += first
        if more := alike[len(first) :]:
            what = _n("{count} more decision is of this kind", "{count} more decisions are of this kind", len(more))
            todo = _("Settle them in the same way; each shows up here once those above are decided.")
            shown.append(Problem(f"{_with_rows(what, more)}.", todo, more[0].file))
    return shown


def _with_rows(count: str, notes: list[Problem]) -> str:
    rows = [str(note.row) for note in notes if note.row is not None]
    if not rows:
        return count
    named = rows[:_MOST_ROWS] + ([_("others")] if len(rows) > _MOST_ROWS else [])
    return _("{count}, of rows {rows}", count=count, rows=listing(named, "and"))


def _more(notes: list[Problem]) -> str:
    count = _with_rows(
        _n("{count} more note is of this kind", "{count} more notes are of this kind", len(notes)), notes
    )
    return f"{notes[0].file}: {count}." if notes[0].file else f"{count}."
