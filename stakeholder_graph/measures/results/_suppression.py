"""Which cells of groups and places are not shown, so that nothing under ten can be computed from the rest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

#: Numbers of people under this are not shown.
FEWEST = 10
#: Parts that come so near their whole are all of it; the rest are those of whom the group is not known.
_NEARLY_ALL = 0.02

Key = tuple[str, str]
"""A group and a place; blank for all groups, or for all places."""


@dataclass(frozen=True)
class _Line:
    """A whole and the parts that add up to it."""

    whole: Key
    parts: tuple[Key, ...]


def not_shown(sizes: Mapping[Key, float]) -> frozenset[Key]:
    """Say which cells of one indicator and period may not be shown.

    Parameters
    ----------
    sizes : mapping of (str, str) to float
        How many people each cell is of; NaN where that is not known, so that it is shown.

    Returns
    -------
    frozenset of (str, str)
        Those under `FEWEST`; and so many of the others, the smallest first, that none of these follows from what is
        shown, and that no difference between a whole and its parts is of fewer people than that.

    Notes
    -----
    Numbers of people, and numbers of those who reach something, add up along lines: groups to all of a place, places to
    all of a group. A cell follows from the others if its unit vector lies in the row space of these equations [1]_.

    References
    ----------
    .. [1] Willenborg, L., & de Waal, T. (2001). Elements of Statistical Disclosure Control. Springer, chapter 1.

    Examples
    --------
    >>> sorted(not_shown({("", ""): 100, ("a", ""): 60, ("b", ""): 35, ("c", ""): 5}))
    [('b', ''), ('c', '')]
    """
    few = [key for key, n in sizes.items() if n < FEWEST]
    hidden = dict.fromkeys(few)
    lines = list(_lines(sizes)) if few else []
    while (more := _next(few, hidden, lines, sizes)) is not None:
        hidden[more] = None
    return frozenset(hidden)


def breakdowns(sizes: Mapping[str, float], whole: float) -> list[list[str]]:
    """Split groups into breakdowns, such as by sex and by income: runs of groups that add up to the whole.

    Parameters
    ----------
    sizes : mapping of str to float
        How many are in each group, in the order of their list.
    whole : float
        How many there are in all.

    Returns
    -------
    list of list of str
        What adds up to nothing stands together at the end.

    Examples
    --------
    >>> breakdowns({"girls": 52, "boys": 48, "north": 30, "south": 40, "east": 30}, 100)
    [['girls', 'boys'], ['north', 'south', 'east']]
    """
    groups, counts = list(sizes), list(sizes.values())
    runs: list[list[str]] = []
    others: list[str] = []
    start = 0
    while start < len(groups):
        left = np.abs(whole - np.cumsum(counts[start:]))
        # Of several ends the last: groups of nobody belong to what stands before them.
        nearest = len(left) - 1 - int(np.argmin(left[::-1])) if np.isfinite(left).all() else 0
        if left[nearest] <= _tolerance(whole):
            runs.append(groups[start : start + nearest + 1])
            start += nearest + 1
        else:
            others.append(groups[start])
            start += 1
    return [*runs, others] if others else runs


def _tolerance(whole: float) -> float:
    return max(FEWEST - 1, _NEARLY_ALL * whole)


def _lines(sizes: Mapping[Key, float]) -> Iterator[_Line]:
    """Wholes and their parts; parts of which not all numbers are known count as all."""
    groups = list(dict.fromkeys(group for group, _place in sizes if group))
    places = list(dict.fromkeys(place for _group, place in sizes if place))
    for place in ("", *places):
        parts = {group: sizes[group, place] for group in groups if (group, place) in sizes}
        if ("", place) in sizes:
            for run in breakdowns(parts, sizes["", place]):
                yield from _line(("", place), [(group, place) for group in run], sizes)
    for group in ("", *groups):
        if (group, "") in sizes:
            yield from _line((group, ""), [(group, place) for place in places if (group, place) in sizes], sizes)


def _line(whole: Key, parts: Sequence[Key], sizes: Mapping[Key, float]) -> Iterator[_Line]:
    total, rest = sizes[whole], sizes[whole] - sum(sizes[part] for part in parts)
    if parts and not abs(rest) > _tolerance(total):
        yield _Line(whole, tuple(parts))


def _next(
    few: Sequence[Key], hidden: Mapping[Key, None], lines: Sequence[_Line], sizes: Mapping[Key, float]
) -> Key | None:
    """The next cell that has to be hidden; None if all is well."""
    for line in lines:
        inside = [part for part in line.parts if part in hidden]
        together = sum(sizes[part] for part in inside)
        open_to_sums = bool(inside) and line.whole not in hidden and (len(inside) < 2 or together < FEWEST)
        shown = [part for part in line.parts if part not in hidden]
        if open_to_sums and shown:
            return _smallest(shown, sizes)
    unknown = list(hidden)
    equations = np.array(
        [
            [float(key in line.parts) - float(key == line.whole) for key in unknown]
            for line in lines
            if line.whole in hidden or any(part in hidden for part in line.parts)
        ]
    )
    if not equations.size:
        return None
    rank = np.linalg.matrix_rank(equations)
    for position, key in enumerate(unknown):
        if key in few and np.linalg.matrix_rank(np.delete(equations, position, axis=1)) < rank:
            beside = [line for line in lines if key == line.whole or key in line.parts]
            parts = [part for line in beside for part in line.parts if part not in hidden]
            wholes = [line.whole for line in beside if line.whole not in hidden]
            return _smallest(parts, sizes) or _smallest(wholes, sizes)
    return None


def _smallest(keys: Sequence[Key], sizes: Mapping[Key, float]) -> Key | None:
    return min(keys, key=lambda key: (np.isnan(sizes[key]), sizes[key], key), default=None)
