"""The columns of an export that give each row a name of its own, such as who answers."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

#: A column names rows if so many of its cells are filled, and so many of these differ.
_MOSTLY = 0.8
_LEAST_ROWS = 5
#: So many columns are looked at, and so many of them count: who answers stands near the start.
_MOST_COLUMNS, _MOST_NAMING = 80, 4
#: Words, and no address, date or number of the tool.
_NAME = re.compile(r"(?=.*[^\W\d_]{2})[^@]{2,120}")
_NO_NAME = re.compile(r"R_\w+|[\da-f-]{16,}|.*\d{1,2}:\d\d.*|https?:.*", re.IGNORECASE | re.DOTALL)


def row_names(columns: Iterable[Sequence[str]]) -> frozenset[str]:
    """Give the names that rows have, from columns in which nearly every row has its own.

    Parameters
    ----------
    columns : iterable of sequence of str
        The cells of each column of an export.

    Returns
    -------
    frozenset of str
        None from columns that hold lists, and none from a few rows, which may differ by chance.

    Examples
    --------
    >>> who = ["Ada", "Gem", "Elm", "Fir", "Oak"]
    >>> times, lists = ["9:01", "9:02", "9:03", "9:04", "9:05"], ["Gem, Elm", "Ada", "Ada, Fir", "", "Elm, Ada"]
    >>> sorted(row_names([times, who, lists]))
    ['Ada', 'Elm', 'Fir', 'Gem', 'Oak']
    """
    names = set[str]()
    for cells in islice(_naming(columns), _MOST_NAMING):
        names |= cells
    return frozenset(names)


def _naming(columns: Iterable[Sequence[str]]) -> Iterator[set[str]]:
    for cells in islice(columns, _MOST_COLUMNS):
        texts = [text for text in cells if text]
        different = set(texts)
        if len(different) < max(_LEAST_ROWS, _MOSTLY * len(texts)) or len(texts) < _MOSTLY * len(cells):
            continue
        names = {text for text in different if _NAME.fullmatch(text) and not _NO_NAME.fullmatch(text)}
        if len(names) >= _MOSTLY * len(different) and _lists(names) <= (1 - _MOSTLY) * len(names):
            yield names


def _lists(texts: Collection[str]) -> int:
    """How many texts are lists: what they begin with stands in another one, too, as it does not in "Elm, Inc."."""
    parts = {text: [part.strip() for part in re.split("[,;]", text)] for text in texts}
    counts = Counter(part for several in parts.values() for part in several)
    return sum(len(several) > 1 and counts[several[0]] > 1 for several in parts.values())
