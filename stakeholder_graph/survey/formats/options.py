"""Several options in one cell: told apart by the options that are known, never by commas alone."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

#: A list of options is told from free text by its parts coming back.
_LEAST_RECURRING = 0.75
_LONGEST_OPTION = 200


def split_options(text: str, known: Sequence[str], separator: str) -> list[str]:
    """Split a cell into its options.

    Parameters
    ----------
    text : str
        The cell.
    known : sequence of str
        The options there are, the longest first: the first that fits is taken.
    separator : str
        Stands between two options; white space around it does not count.

    Returns
    -------
    list of str
        What fits no known option is split at the separator.

    Examples
    --------
    >>> split_options("Food Bank, Inc., YMCA", ["Food Bank, Inc.", "Food Bank"], ",")
    ['Food Bank, Inc.', 'YMCA']
    """
    found, rest = [], text.strip()
    while rest:
        option = next((each for each in known if _starts(rest, each, separator)), None)
        if option is None:
            option = rest.partition(separator)[0].strip()
            rest = rest.partition(separator)[2].strip()
        else:
            rest = rest[len(option) :].strip().removeprefix(separator.strip()).strip()
        if option:
            found.append(option)
    return found


def _starts(text: str, option: str, separator: str) -> bool:
    if not text.startswith(option):
        return False
    rest = text[len(option) :]
    return not rest.strip() or (rest if separator.isspace() else rest.lstrip()).startswith(separator)


def options_of(cells: Iterable[str], separator: str, known: Collection[str] = ()) -> list[str] | None:
    """Find the options of a list of which several can be ticked, from the answers.

    Parameters
    ----------
    cells : iterable of str
        The answers of all respondents.
    separator : str
        Stands between two options.
    known : collection of str
        Options there may be.

    Returns
    -------
    list of str or None
        In the order of `known`, then as first met. None where the column does not look like such a list:
        nobody ticked two, or the parts do not come back as ticked options do and free text does not. Parts
        that only ever stand together, in more than one answer, are one option.

    Examples
    --------
    >>> options_of(["Ada, Inc., YMCA", "YMCA", "Ada, Inc."], ", ")
    ['Ada, Inc.', 'YMCA']
    >>> options_of(["We meet in spring, mostly", "By phone, or not at all"], ", ") is None
    True
    """
    counts = Counter(filter(None, cells))
    longest = sorted(known, key=lambda each: (-len(each), each))
    split = {text: split_options(text, longest, separator) for text in counts}
    certain = set(known)
    while True:
        together = _always_together(split, counts, certain)
        if together is None:
            break
        split = {text: _joined(parts, together, separator, text) for text, parts in split.items()}
    if all(len(parts) < 2 for parts in split.values()):
        return None
    ticked = Counter[str]()
    for text, parts in split.items():
        ticked.update(dict.fromkeys(parts, counts[text]))
    recurring = sum(count for part, count in ticked.items() if count > 1 or part in certain)
    if recurring < _LEAST_RECURRING * ticked.total() or max(map(len, ticked)) > _LONGEST_OPTION:
        return None
    return [each for each in known if each in ticked] + [each for each in ticked if each not in certain]


def _always_together(split: dict[str, list[str]], counts: Counter[str], certain: set[str]) -> tuple[str, str] | None:
    """The first two parts of which neither stands without the other, in more than one answer."""
    pairs, alone = Counter[tuple[str, str]](), Counter[str]()
    for text, parts in split.items():
        for part in parts:
            alone[part] += counts[text]
        for pair in pairwise(parts):
            pairs[pair] += counts[text]
    for (one, other), times in pairs.items():
        if times > 1 and alone[one] == times == alone[other] and not {one, other} & certain:
            return one, other
    return None


def _joined(parts: list[str], together: tuple[str, str], separator: str, text: str) -> list[str]:
    joined: list[str] = []
    for part in parts:
        if joined and (joined[-1], part) == together:
            written = re.search(
                re.escape(joined[-1]) + r"\s*" + re.escape(separator.strip()) + r"\s*" + re.escape(part), text
            )
            joined[-1] = written[0] if written else separator.join(together)
        else:
            joined.append(part)
    return joined
