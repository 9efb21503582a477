"""Whether the ties of a kind have a direction: what the file says of each, else what can be seen in the whole."""

from collections.abc import Iterable
from typing import NamedTuple


class NetworkTie(NamedTuple):
    """One tie of one kind as a file has it.

    `directed` is None where the file does not say; `value` is text, blank for none.
    """

    row: int
    kind: str
    origin: str
    target: str
    directed: bool | None
    value: str = ""
    wave: str = ""
    respondent: str = ""


class Direction(NamedTuple):
    """Whether ties of a kind have a direction, and whether nobody can tell."""

    directed: bool
    in_doubt: bool = False


#: From so many pairs on it says something that none is returned.
_ENOUGH = 4


def direction_of(ties: Iterable[NetworkTie]) -> Direction:
    """Say whether the ties of one kind have a direction.

    Parameters
    ----------
    ties : iterable of NetworkTie
        Of one kind.

    Returns
    -------
    Direction
        What the file says counts. Ties that hold both ways and no others are without direction. Where it does not say,
        ties that are all returned, or that are never returned, are without direction; the latter is in doubt.

    Examples
    --------
    >>> pairs = ["AB", "AC", "AD", "BC", "BD"]
    >>> direction_of([NetworkTie(1, "", *pair, None) for pair in pairs])
    Direction(directed=False, in_doubt=True)
    >>> direction_of([NetworkTie(1, "", *pair, None) for pair in [*pairs, "BA"]])
    Direction(directed=True, in_doubt=False)
    """
    ties = list(ties)
    if any(tie.directed for tie in ties):
        return Direction(directed=True)
    if any(tie.directed is False for tie in ties):
        return Direction(directed=False)
    pairs = {(tie.origin, tie.target) for tie in ties if tie.origin != tie.target}
    returned = sum((target, origin) in pairs for origin, target in pairs)
    if not pairs or returned == len(pairs):
        return Direction(directed=False)
    if returned == 0 and len(pairs) >= _ENOUGH:
        return Direction(directed=False, in_doubt=True)
    return Direction(directed=True)
