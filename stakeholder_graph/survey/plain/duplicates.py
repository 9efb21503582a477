"""Rows that say the same thing twice, and rows that contradict each other."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.text import _, _n

Answers = Mapping[str, Sequence[Any]]
"""Columns that say something of what each row is about, by their headers."""


def come_back(hashes: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Say of each row whether another may be about the same; in eight bytes a row, since tables of ties are long.

    Parameters
    ----------
    hashes : array of int
        The hash of what each row is about.

    Returns
    -------
    array of bool
        True also where two subjects only share a hash.

    Examples
    --------
    >>> come_back(np.array([7, 3, 7])).tolist()
    [True, False, True]
    """
    _hashes, place, times = np.unique(hashes, return_inverse=True, return_counts=True)
    return np.asarray(times[place] > 1, dtype=np.bool_)


def settled(
    rows: Sequence[int],
    about: Sequence[Hashable],
    answers: Answers,
    file: str,
    inspection: Inspection,
    written: Sequence[Hashable] | None = None,
) -> list[int]:
    """Count identical rows once, with advice, and note a problem for each that contradicts an earlier one.

    Parameters
    ----------
    rows : sequence of int
        The numbers that a spreadsheet gives them.
    about : sequence
        What each is about.
    answers : mapping of str to sequence
        What each says of that, by column.
    file : str
        For the problems.
    inspection : Inspection
        Takes problems and advice.
    written : sequence, optional
        The names in each row as they are written. Where two names have become one organization, their rows do not
        contradict each other: the one with the largest answers stands for both.

    Returns
    -------
    list of int
        The places of the rows that count, one for each thing that rows are about, in the order of `rows`.

    Examples
    --------
    >>> inspection = Inspection()
    >>> settled([2, 3, 4], ["A", "B", "A"], {"value": ["1", "1", "1"]}, "x.csv", inspection)
    [0, 1]
    >>> inspection.advice[0].what
    'The row repeats row 2.'
    """
    ranks = list(zip(*(map(_rank, column) for column in answers.values()), strict=True)) or [()] * len(rows)
    names = [None] * len(rows) if written is None else written
    said: dict[tuple[Hashable, Hashable], dict[Hashable, int]] = {}
    repeated: list[tuple[int, int]] = []
    for place, key in enumerate(zip(about, names, strict=True)):
        first = said.setdefault(key, {}).setdefault(ranks[place], place)
        if first != place:
            repeated.append((place, first))
    if repeated:
        _advise_on_repetitions([(rows[place], rows[first]) for place, first in repeated], file, inspection)
    contradicting = [list(places.values())[:2] for places in said.values() if len(places) > 1]
    inspection.wrong_rows(
        [rows[second] for _first, second in contradicting],
        file,
        lambda number: _contradiction(rows, answers, *contradicting[number]),
        _("Keep the row that is right."),
    )
    by_subject: dict[Hashable, list[int]] = {}
    for (subject, _name), places in said.items():
        by_subject.setdefault(subject, []).extend(places.values())
    merged = [place for several in by_subject.values() for place in sorted(several)[1:]]
    if merged:
        inspection.advise(
            _n(
                "{count} row names an organization otherwise than another row does; the stronger answer counts.",
                "{count} rows name organizations otherwise than other rows do; the strongest answers count.",
                len(merged),
            ),
            _("You need do nothing if {names} is right.", names=inspection.list_name("names")),
            file,
            rows[min(merged)],
        )
    return sorted(max(several, key=lambda place: (ranks[place], place)) for several in by_subject.values())


def _rank(value: Any) -> tuple[bool, Any]:
    """A value as it can be compared: one that is not a number comes before all others and equals itself."""
    return (True, value) if value == value else (False, None)


def _advise_on_repetitions(repeated: Sequence[tuple[int, int]], file: str, inspection: Inspection) -> None:
    row, earlier = repeated[0]
    what = _("The row repeats row {row}.", row=str(earlier))
    if more := len(repeated) - 1:
        what += " " + _n("{count} more row repeats another.", "{count} more rows repeat others.", more)
    inspection.advise(what, _("You need do nothing: each counts once. You can remove the repetitions."), file, row)


def _contradiction(rows: Sequence[int], answers: Answers, first: int, second: int) -> str:
    differing = [
        _("{column} is {there} there and {here} here", column=column, there=_shown(there), here=_shown(here))
        for column, values in answers.items()
        if str(there := values[first]) != str(here := values[second])
    ]
    return _("The row contradicts row {row}: {differences}.", row=str(rows[first]), differences="; ".join(differing))


def _shown(value: Any) -> str:
    if value == "" or value != value:
        return _("blank")
    return f"“{value:g}”" if isinstance(value, float) else f"“{value}”"
