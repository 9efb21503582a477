"""Organizations of an earlier list in a later one: the same under another spelling, or perhaps renamed."""

from collections.abc import Mapping, Sequence

from stakeholder_graph.survey.names.candidates import Proposer
from stakeholder_graph.survey.names.matching import Matcher

#: A name that is gone and a new one are asked about from this score on.
_NEAR = 70


def same_names(
    before: Sequence[str], after: Sequence[str], aliases: Mapping[tuple[str, str], str] | None = None
) -> dict[str, str]:
    """Find the organizations of one list in another as the reader finds written names in a list.

    Parameters
    ----------
    before, after : sequence of str
        Two lists.
    aliases : mapping of (str, str) to str, optional
        What people decided on names of the later survey, as of `Names`.

    Returns
    -------
    dict of str to str
        Those of the earlier list that are certainly one of the later list, and are spelled differently. Where two of
        them would be the same one, neither is taken for it.

    Examples
    --------
    >>> same_names(["The City Library", "Zoo"], ["City Library", "Zoo"])
    {'The City Library': 'City Library'}
    """
    there = set(after)
    waiting = [name for name in before if name not in there]
    matches = {
        match.written: match.organization for match in Matcher(after, aliases).certain(waiting) if match.organization
    }
    taken = [*matches.values(), *(name for name in before if name in there)]
    return {name: organization for name, organization in matches.items() if taken.count(organization) == 1}


def possible_renames(left: Sequence[str], joined: Sequence[str]) -> list[tuple[str, str, str]]:
    """Pair organizations that are gone with new ones of a similar name.

    Parameters
    ----------
    left, joined : sequence of str
        Those that only the earlier and only the later list has.

    Returns
    -------
    list of (str, str, str)
        The old name, the new one, and what they have in common; each new name at most once.

    Examples
    --------
    >>> possible_renames(["Wren County Food Bank"], ["Wren County Food Pantry", "Zoo"])[0][:2]
    ('Wren County Food Bank', 'Wren County Food Pantry')
    """
    if not left or not joined:
        return []
    proposals = Proposer({name: name for name in joined}).propose(list(left))
    ranked = sorted(
        (-best[0].score, name, best[0].organization, best[0].reason)
        for name, best in zip(left, proposals, strict=True)
        if best and best[0].score >= _NEAR
    )
    pairs: dict[str, tuple[str, str, str]] = {}
    for _score, name, organization, reason in ranked:
        pairs.setdefault(organization, (name, organization, reason))
    return list(pairs.values())
