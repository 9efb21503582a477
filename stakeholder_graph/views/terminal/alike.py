"""Notes of one kind together: the first of them, and how many more there are."""

from collections.abc import Iterable

from stakeholder_graph.model.problems import Problem
from stakeholder_graph.text import _, _n, listing

#: So many notes of a kind are shown one by one; so many rows of the others are named.
_MOST_SHOWN, _MOST_ROWS = 3, 5


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


def _more(notes: list[Problem]) -> str:
    rows = [str(note.row) for note in notes if note.row is not None]
    count = _n("{count} more note is of this kind", "{count} more notes are of this kind", len(notes))
    if rows:
        named = rows[:_MOST_ROWS] + ([_("others")] if len(rows) > _MOST_ROWS else [])
        count = _("{count}, of rows {rows}", count=count, rows=listing(named, "and"))
    return f"{notes[0].file}: {count}." if notes[0].file else f"{count}."
