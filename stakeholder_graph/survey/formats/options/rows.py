"""Rows of a grid that a tool exports as questions of their own, such as the statements of Microsoft Forms."""

import re
from collections.abc import Collection, Sequence

#: So many questions that differ in the name of an organization only are a grid.
_FEWEST = 3
_NAME = "…"
#: What Microsoft Forms adds to a header that is there already.
_AGAIN = re.compile(r" ?(\d)")


def rows_of_grids(headers: Sequence[str], known: Collection[str]) -> dict[int, tuple[str, str]]:
    """Find questions that say the same but for the organization that they are about.

    Parameters
    ----------
    headers : sequence of str
        What each column asks.
    known : collection of str
        Organizations that are listed or answer.

    Returns
    -------
    dict of int to (str, str)
        Question and row by the place of the column, where at least three columns beside each other are rows; the
        question is ``"roster"`` where headers are no more than names.

    Examples
    --------
    >>> headers = ["Who are you?", "How often do you meet Elm House?", "How often do you meet Fir Trust?"]
    >>> rows_of_grids([*headers, "How often do you meet Yew Inn?"], ["Elm House", "Fir Trust", "Yew Inn"])[2]
    ('How often do you meet …?', 'Fir Trust')
    >>> rows_of_grids(headers, ["Elm House", "Fir Trust"])
    {}
    >>> sorted(rows_of_grids(["Elm House", "Fir Trust", "Yew Inn", "Ash Farm"], ["Elm House", "Fir Trust", "Ash Farm"]))
    [0, 1, 2, 3]
    """
    longest = sorted((name for name in known if len(name) > 1), key=lambda name: (-len(name), name))
    parts = _with_gaps_filled(headers, [_parted(header, longest) for header in headers])
    rows: dict[int, tuple[str, str]] = {}
    start = 0
    for place in range(1, len(parts) + 1):
        if place < len(parts) and parts[place][1] and parts[place][0] == parts[start][0]:
            continue
        run = range(start, place)
        if parts[start][1] and len(run) >= _FEWEST and len({parts[row][1] for row in run}) == len(run):
            rows |= {row: parts[row] for row in run}
        start = place
    return rows


def _parted(header: str, longest: Sequence[str]) -> tuple[str, str]:
    """The question of a header and the organization in it; both blank where there is none."""
    name = next((name for name in longest if name in header), "")
    if not name:
        return "", ""
    before, _name, after = header.partition(name)
    if not before and (again := _AGAIN.fullmatch(after)):
        return f"roster {again[1]}", name
    if before[-1:].isalnum() or after[:1].isalnum():
        return "", ""
    return (f"{before}{_NAME}{after}" if before + after else "roster"), name


def _with_gaps_filled(headers: Sequence[str], parts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """With organizations that nobody knows, in a header that says the same or stands between those of a roster."""
    filled = list(parts)
    for place, (header, (_question, name)) in enumerate(zip(headers, parts, strict=True)):
        question = filled[place - 1][0] if place else next((question for question, _name in parts[1:2]), "")
        if name or not question:
            continue
        before, dots, after = question.partition(_NAME)
        if dots and header.startswith(before) and header.endswith(after) and len(header) > len(before + after):
            filled[place] = (question, header[len(before) : len(header) - len(after)])
        elif place and question == "roster" and any(asked == question for asked, _name in parts[place + 1 : place + 3]):
            filled[place] = (question, header)
    return filled
