"""Proposals: which names of the roster a written name may stand for, how near each is, and why.

Words are compared by the method SoftTFIDF [1]_: two names are as near as the words they share, a word weighs
the more the fewer names have it, and a word with a typing error counts nearly as much as the right one. Words
with typing errors are told from others by their Jaro-Winkler similarity [2]_.

Words weigh log(names / names with the word) + 1, by scikit-learn's TfidfVectorizer.

References
----------
.. [1] Cohen, W. W., Ravikumar, P., & Fienberg, S. E. (2003). A comparison of string distance metrics for
   name-matching tasks. Proceedings of the IJCAI-03 Workshop on Information Integration on the Web, 73-78.
.. [2] Winkler, W. E. (1990). String comparator metrics and enhanced decision rules in the Fellegi-Sunter model
   of record linkage. Proceedings of the Section on Survey Research Methods, American Statistical Association,
   354-359.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cdist
from scipy import sparse

from stakeholder_graph.survey.names.alignment import NameParts, Near, WordAlignment, letters_differ
from stakeholder_graph.survey.names.normalization import SMALL_WORDS, harmless, initials, spellings
from stakeholder_graph.text import _

#: Words at least so similar are one word with a typing error; the threshold of Cohen et al.
NEAR_WORDS = 0.9
#: Names with at most so many wrong letters, of which at least this share is right, are near as a whole.
WRONG_LETTERS, RIGHT_SHARE = 3, 0.75
#: Of so many names that share most words, the near ones are looked at closely.
CANDIDATES = 6
#: Lower scores say nothing.
LEAST_SCORE = 45
MOST_PROPOSALS = 3
#: Of names that differ in more than an abbreviation.
MOST_SHARE = 0.97
_BLOCK = 1024
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Proposal:
    """An organization that a written name may stand for.

    Parameters
    ----------
    organization : str
        As the roster shows it.
    score : int
        How near, from 0 to 99; only a decision makes it certain.
    reason : str
        What the two have in common, or where they differ, in plain words.
    """

    organization: str
    score: int
    reason: str


def _weights(names: Sequence[Sequence[str]]) -> tuple[dict[str, float], float]:
    """Weigh words by how few names have them; the second value is the weight of a word that none has."""
    # Imported here: it takes a second, and most surveys write every name as their list has it.
    from sklearn.feature_extraction.text import TfidfVectorizer

    if not any(names):
        return {}, 1.0
    rarity = TfidfVectorizer(analyzer=list, smooth_idf=False).fit(names)
    weights = {word: float(rarity.idf_[column]) for word, column in rarity.vocabulary_.items()}
    return {word: weight * (0.1 if word in SMALL_WORDS else 1.0) for word, weight in weights.items()}, float(
        np.log(len(names)) + 1
    )


class Proposer:
    """Compares written names with every spelling of a roster.

    Parameters
    ----------
    known : mapping of str to str
        Organization by spelling: the names of the roster, and aliases.

    Examples
    --------
    >>> proposer = Proposer({name: name for name in ["City Library", "City Health Center", "First Church"]})
    >>> (proposal,) = proposer.propose(["City Libary"])[0]
    >>> proposal.organization, proposal.reason
    ('City Library', 'one letter differs')
    >>> [proposal.reason for proposal in proposer.propose(["CHC"])[0]]
    ['same initials']
    """

    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = dict(sorted(known.items()))
        self.names = [NameParts.of(text) for text in self.known]
        self.words = sorted({word for name in self.names for word in name.words})
        self.weights, self.unheard = _weights([name.words for name in self.names])
        self.carries = self._carries()
        self.by_initials: dict[str, set[int]] = defaultdict(set)
        self.by_word: dict[str, set[int]] = defaultdict(set)
        self.by_possible: dict[str, set[int]] = defaultdict(set)
        for number, name in enumerate(self.names):
            whole = initials(name.words)
            for short in name.runs:
                if len(short) > 2 or short in whole:
                    self.by_initials[short].add(number)
            for word in name.words:
                self.by_word[word].add(number)
            for form in spellings(name.text).possible:
                self.by_possible[form].add(number)

    def _carries(self) -> sparse.csr_array:
        """Share of each name's weight that each word carries, names by words."""
        column = {word: number for number, word in enumerate(self.words)}
        rows, columns, shares = [], [], []
        for number, name in enumerate(self.names):
            words = sorted(set(name.words))
            whole = float(np.sqrt(sum(self.weights[word] for word in words)))
            for word in words:
                rows.append(number)
                columns.append(column[word])
                shares.append(self.weights[word] / whole)
        return sparse.csr_array((shares, (rows, columns)), shape=(len(self.names), len(self.words)))

    def propose(self, written: Sequence[str]) -> list[tuple[Proposal, ...]]:
        """Propose organizations for each written name.

        Parameters
        ----------
        written : sequence of str
            Names as written.

        Returns
        -------
        list of tuple of Proposal
            For each name at most three organizations, best first; none where nothing is near.
        """
        if not self.words:
            return [() for _ in written]
        names = [NameParts.of(text) for text in written]
        near = self._near_words(sorted({word for name in names for word in name.words}))
        proposals: list[tuple[Proposal, ...]] = []
        for start in range(0, len(names), _BLOCK):
            block = names[start : start + _BLOCK]
            for name, candidates in zip(block, self._candidates(block, near), strict=True):
                proposals.append(self._best(name, candidates, near))
        return proposals

    def _near_words(self, written: list[str]) -> dict[str, dict[str, float]]:
        """Give the words of the roster that each written word is, or is but for a typing error."""
        near: dict[str, dict[str, float]] = {word: {} for word in written}
        for start in range(0, len(written), _BLOCK):
            block = written[start : start + _BLOCK]
            alike = cdist(
                block, self.words, scorer=JaroWinkler.normalized_similarity, score_cutoff=NEAR_WORDS, dtype=np.float32
            )
            for at, to in zip(*np.nonzero(alike), strict=True):
                word, other = block[at], self.words[to]
                if word == other or (min(len(word), len(other)) > 3 and not _DIGIT.search(word + other)):
                    near[word][other] = round(float(alike[at, to]), 4)
        return near

    def _candidates(self, names: list[NameParts], near: Near) -> list[set[int]]:
        """Give the numbers of the names worth a closer look: those that share words, letters or initials."""
        shared = self._shared_words(names, near)
        best = np.argsort(-shared, axis=1, kind="stable")[:, :CANDIDATES]
        wrong_letters = cdist(
            [name.joined for name in names],
            [name.joined for name in self.names],
            scorer=OSA.distance,
            score_cutoff=WRONG_LETTERS,
            dtype=np.int32,
        )
        nearest = np.argsort(wrong_letters, axis=1, kind="stable")[:, :CANDIDATES]
        candidates = [{int(number) for number in row if shared[at, number] > 0} for at, row in enumerate(best)]
        for at, row in enumerate(nearest):
            candidates[at].update(int(number) for number in row if wrong_letters[at, number] <= WRONG_LETTERS)
        for name, numbers in zip(names, candidates, strict=True):
            for word in name.words:
                numbers |= self.by_initials.get(word, set())
            for short in name.runs:
                numbers |= self.by_word.get(short, set())
            for form in spellings(name.text).possible:
                numbers |= self.by_possible.get(form, set())
        return candidates

    def _shared_words(self, names: list[NameParts], near: Near) -> NDArray[np.float64]:
        """How much the words weigh that each written name shares with each known one."""
        column = {word: number for number, word in enumerate(self.words)}
        entries = [
            (row, column[other], similar)
            for row, name in enumerate(names)
            for word in sorted(set(name.words))
            for other, similar in near[word].items()
        ]
        rows, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
        shape = (len(names), len(self.words))
        written = sparse.csr_array(
            (np.array(values, float), (np.array(rows, int), np.array(columns, int))), shape=shape
        )
        shared: NDArray[np.float64] = (written @ self.carries.T).toarray().round(6)
        return shared

    def _best(self, name: NameParts, candidates: Iterable[int], near: Near) -> tuple[Proposal, ...]:
        best: dict[str, tuple[float, NameParts, WordAlignment | str]] = {}
        for number in sorted(candidates):
            known = self.names[number]
            share, why = self._compared(name, known, near)
            organization = self.known[known.text]
            if 100 * share >= LEAST_SCORE and (organization not in best or share > best[organization][0]):
                best[organization] = (share, known, why)
        ranked = sorted(best, key=lambda organization: (-best[organization][0], organization))[:MOST_PROPOSALS]
        proposals = []
        for organization in ranked:
            share, known, why = best[organization]
            reason = why if isinstance(why, str) else why.reason()
            proposals.append(Proposal(organization, round(100 * share), reason))
        return tuple(proposals)

    def _compared(self, name: NameParts, known: NameParts, near: Near) -> tuple[float, WordAlignment | str]:
        """How near one pair of names is, from 0 to 1, and why."""
        written, listed = spellings(name.text), spellings(known.text)
        if written.plain == listed.plain or not written.usual.isdisjoint(listed.usual):
            return 0.99, harmless()
        if not written.possible.isdisjoint(listed.possible):
            return 0.98, _("abbreviation")
        if name.numbers and known.numbers and name.numbers != known.numbers:
            return 0.0, ""
        alignment = WordAlignment.of(name, known, near, self._weigh)
        by_words = alignment.share(self._weigh)
        wrong = OSA.distance(name.joined, known.joined, score_cutoff=WRONG_LETTERS)
        by_letters = 1 - wrong / max(len(name.joined), len(known.joined), 1) if wrong <= WRONG_LETTERS else 0.0
        if name.numbers != known.numbers:
            by_letters = 0.0
        if by_letters >= max(by_words, RIGHT_SHARE):
            return round(MOST_SHARE * by_letters, 4), letters_differ(wrong)
        return round(MOST_SHARE * by_words, 4), alignment

    def _weigh(self, word: str) -> float:
        return self.weights.get(word, 0.1 if word in SMALL_WORDS else self.unheard)
