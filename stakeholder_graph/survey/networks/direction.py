"""Whether the ties of a kind have a direction: what the file says of each, else what can be seen in the whole."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from stakeholder_graph.tabular.delimited import as_number


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


#: Words of kinds of tie that run one way.
_ONE_WAY = re.compile(
    r"\bfund|refer|report|advi[cs]e|\bgive|receiv|\bsend|\bsent\b|suppl|pay|contract|lend|trust|seek|ask|mentor|"
    r"supervis|train|grant|donat|financ",
    re.IGNORECASE,
)
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
        What the file says counts. Where it does not say, ties that are all returned, each as strong as it is given, are
        without direction, and so are those that are never returned although some that receive one send others, too;
        these are in doubt, and words such as "funds" say that they run one way. A written 0 is no tie.

    Examples
    --------
    >>> pairs = ["AB", "AC", "AD", "BC", "BD"]
    >>> direction_of([NetworkTie(1, "", *pair, None) for pair in pairs])
    Direction(directed=False, in_doubt=True)
    >>> direction_of([NetworkTie(1, "", *pair, None) for pair in [*pairs, "BA"]])
    Direction(directed=True, in_doubt=False)
    >>> direction_of([NetworkTie(1, "", "A", "B", None, "3"), NetworkTie(2, "", "B", "A", None, "0")])
    Direction(directed=True, in_doubt=False)
    """
    ties = list(ties)
    if any(tie.directed for tie in ties):
        return Direction(directed=True)
    if any(tie.directed is False for tie in ties):
        return Direction(directed=False)
    values = {(tie.wave, tie.origin, tie.target): tie.value for tie in ties if tie.origin != tie.target}
    if any(values.get((wave, target, origin), value) != value for (wave, origin, target), value in values.items()):
        return Direction(directed=True)
    pairs = {(origin, target) for (_wave, origin, target), value in values.items() if as_number(value) != 0}
    returned = sum((target, origin) in pairs for origin, target in pairs)
    if not pairs or returned == len(pairs):
        return Direction(directed=False)
    senders = {origin for origin, _target in pairs}
    if returned == 0 and len(pairs) >= _ENOUGH and any(target in senders for _origin, target in pairs):
        return Direction(directed=bool(_ONE_WAY.search(ties[0].kind)), in_doubt=True)
    return Direction(directed=True)
