"""Ties of one kind that stand between the same two organizations more than once: the strongest counts."""

from collections.abc import Mapping, Sequence

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.networks.direction import Direction, NetworkTie
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.text import _, _n


def strongest(
    ties: Sequence[NetworkTie], directions: Mapping[str, Direction], file: str, inspection: Inspection
) -> list[NetworkTie]:
    """Give one tie of a kind for each pair: of several the strongest.

    Parameters
    ----------
    ties : sequence of NetworkTie
        As a file has them.
    directions : mapping of str to Direction
        By kind of tie.
    file : str
        How advice names where they stand.
    inspection : Inspection
        Takes advice on those that do not count.
    """
    kept: dict[tuple[str, ...], NetworkTie] = {}
    repeated: list[int] = []
    for tie in ties:
        key = _pair(tie, directions)
        if key not in kept:
            kept[key] = tie
            continue
        if tie.row != kept[key].row and not _is_returned(tie, kept[key]):
            repeated.append(tie.row)
        if _strength(tie) > _strength(kept[key]):
            kept[key] = tie
    _advise(repeated, file, inspection)
    return list(kept.values())


def strongest_of_both_ends(
    ties: Sequence[NetworkTie], directions: Mapping[str, Direction], file: str, inspection: Inspection
) -> list[NetworkTie]:
    """Give what one end said of each pair without a direction, the end that said more; all that it said is kept.

    Parameters
    ----------
    ties : sequence of NetworkTie
        Answers. Whether an organization that stands twice on the same side answered twice is asked later.
    directions : mapping of str to Direction
        By kind of tie.
    file : str
        How advice names where they stand.
    inspection : Inspection
        Takes advice on those that do not count.
    """
    chosen: dict[tuple[str, ...], NetworkTie] = {}
    for tie in ties:
        key = _pair(tie, directions)
        if key not in chosen or _strength(tie) > _strength(chosen[key]):
            chosen[key] = tie
    kept, repeated = [], []
    for tie in ties:
        best = chosen[_pair(tie, directions)]
        if tie.origin == best.origin:
            kept.append(tie)
        elif tie.row != best.row and not _is_returned(tie, best):
            repeated.append(tie.row)
    _advise(repeated, file, inspection)
    return kept


def _pair(tie: NetworkTie, directions: Mapping[str, Direction]) -> tuple[str, ...]:
    ends = (tie.origin, tie.target)
    if not directions[tie.kind].directed:
        ends = (min(ends), max(ends))
    return (tie.wave, tie.respondent, tie.kind, *ends)


def _strength(tie: NetworkTie) -> float:
    return as_number(tie.value) or 0


def _is_returned(tie: NetworkTie, other: NetworkTie) -> bool:
    """Whether it says of a pair from the other end what the other says."""
    return tie.origin == other.target and as_number(tie.value) == as_number(other.value)


def _advise(repeated: Sequence[int], file: str, inspection: Inspection) -> None:
    if repeated:
        inspection.advise(
            _n(
                "{count} tie stands between two organizations that have one of the same kind; the stronger counts.",
                "{count} ties stand between two organizations that have one of the same kind; the strongest counts.",
                len(repeated),
            ),
            _("You need do nothing, unless they are of different kinds: then give each its kind."),
            file,
            repeated[0],
        )
