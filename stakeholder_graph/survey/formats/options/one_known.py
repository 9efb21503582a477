"""Columns in which a cell is one known option, so that a comma in another cell belongs to what somebody wrote."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

#: So many answers, of which such a share is one known option and such a share differs, say who answers.
_ENOUGH, _MOSTLY_ONE, _OWN = 8, 0.75, 0.8


def names_one(split: Mapping[str, Sequence[str]], counts: Counter[str], certain: Collection[str]) -> bool:
    """Whether nearly every cell is one known option, as where people say who answers, some in words of their own.

    Parameters
    ----------
    split : mapping of str to sequence of str
        The parts of each different cell, taken apart at known options and at separators.
    counts : Counter of str
        How often each cell stands there.
    certain : collection of str
        Known options.

    Examples
    --------
    >>> known = ["Clinic", "Mill, Inc.", "Zoo"]
    >>> cells = {"Zoo": ["Zoo"], "Clinic": ["Clinic"], "THE MILL, INC": ["THE MILL", "INC"]}
    >>> names_one(cells, Counter(dict.fromkeys(cells, 1)), known)
    True
    >>> cells["Clinic, Zoo"] = ["Clinic", "Zoo"]
    >>> names_one(cells, Counter(dict.fromkeys(cells, 1)), known)
    False
    """
    filled, known = counts.total(), set(certain)
    whole = sum(counts[text] for text, parts in split.items() if len(parts) == 1 and parts[0] in known)
    if whole >= _MOSTLY_ONE * filled and filled >= _ENOUGH and len(counts) >= _OWN * filled:
        return True
    return 2 * whole > filled and not any(len(parts) > 1 and not known.isdisjoint(parts) for parts in split.values())
