"""Names without a list: which of them are so near to another one that a person has to say whether they are the same."""

from collections.abc import Collection, Mapping, Sequence

from stakeholder_graph.frames import natural
from stakeholder_graph.survey.names.abbreviations import ABBREVIATIONS
from stakeholder_graph.survey.names.candidates import Proposal, Proposer
from stakeholder_graph.survey.names.normalization import normal, plain_words

#: From this score on two names may be one, and an acronym may be a name with these initials.
_NEAR, _NEAR_INITIALS = 87, 80
#: In shorter words a wrong letter makes another word: "Ward A" is not "Ward B".
_LEAST_LETTERS = 4

#: Words that names of organizations have: of two spellings the one with more of them is right.
_KNOWN = frozenset(word for usual, _possible in ABBREVIATIONS.values() for text in usual for word in text.split())


def without_near_duplicates(names: Sequence[str], counts: Mapping[str, int], kept: Collection[str] = ()) -> list[str]:
    """Give the names without those that may be another spelling of one that is kept.

    Parameters
    ----------
    names : sequence of str
        Each once, as it is shown.
    counts : mapping of str to int
        How often each is written; of two that are near the one that is written more often is kept, then the longer
        one. An acronym is never kept in place of the name it may stand for.
    kept : collection of str
        Names, in normal form, that are decided.

    Returns
    -------
    list of str
        In the order of `names`.

    Examples
    --------
    >>> names = ["Birch Elementary School", "Birch Elementry School", "BES", "Alder House", "Alder School"]
    >>> without_near_duplicates(names, {})
    ['Birch Elementary School', 'Alder House', 'Alder School']
    """
    if len(names) < 2:
        return list(names)

    def liking(name: str) -> tuple[object, ...]:
        known = sum(word in _KNOWN for word in plain_words(name))
        return normal(name) not in kept, _is_acronym(name), -counts.get(name, 0), -known, -len(name), natural(name)

    ordered = sorted(names, key=liking)
    proposals = dict(zip(ordered, Proposer({name: name for name in ordered}).propose(ordered), strict=True))
    chosen: set[str] = set()
    for name in ordered:
        near = (proposal for proposal in proposals[name] if proposal.organization in chosen)
        if normal(name) in kept or not any(_may_be_one(name, proposal) for proposal in near):
            chosen.add(name)
    return [name for name in names if name in chosen]


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name.split()) == 1


def _may_be_one(name: str, proposal: Proposal) -> bool:
    if _is_acronym(name):
        return len(name) > 2 and proposal.score >= _NEAR_INITIALS and not _is_acronym(proposal.organization)
    if proposal.score < _NEAR:
        return False
    mine, other = set(plain_words(name)), set(plain_words(proposal.organization))
    apart = mine ^ other
    if mine < other or other < mine:
        return not any(word.isdigit() for word in apart)
    return all(len(word) >= _LEAST_LETTERS and word.isalpha() for word in apart)
