"""Which words of two names belong together, and where the names differ, in plain words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from stakeholder_graph.survey.names.variants import SMALL_WORDS, initials, plain_words, spellings

#: How much initials tell, by their number (else the last): two letters fit many names.
INITIALS_TELL = {2: 0.7, 3: 0.85, 4: 0.9, 5: 0.93}
#: How much a word tells that is cut off or has letters left out.
ABBREVIATION_TELLS = 0.85

Near = Mapping[str, Mapping[str, float]]
"""For each written word the words of the roster that are like it, and how much, up to 1."""

_LETTERS = {1: "one letter differs", 2: "two letters differ", 3: "three letters differ"}


@dataclass(frozen=True)
class NameParts:
    """A name cut into words.

    Parameters
    ----------
    text : str
        The name.
    words : tuple of str
        As of `Spellings`.
    joined : str
        The words without blanks.
    runs : mapping of str to (int, int)
        Where neighbouring words stand, by their initials.
    shown : mapping of str to str
        Words as the name has them.
    """

    text: str
    words: tuple[str, ...]
    joined: str
    runs: Mapping[str, tuple[int, int]]
    shown: Mapping[str, str]

    @classmethod
    def of(cls, text: str) -> "NameParts":
        """Cut a name into words.

        Examples
        --------
        >>> sorted(NameParts.of("Bank of Wren County").runs)
        ['bow', 'bowc', 'bw', 'bwc', 'wc']
        """
        words = spellings(text).words
        runs: dict[str, tuple[int, int]] = {}
        for length in range(2, len(words) + 1):
            for start in range(len(words) - length + 1):
                run = words[start : start + length]
                if run[-1] not in SMALL_WORDS and (start == 0 or run[0] not in SMALL_WORDS):
                    for short in initials(run):
                        if len(short) > 1:
                            runs.setdefault(short, (start, start + length))
        shown = {plain: part for part in text.split() for plain in plain_words(part)}
        return cls(text, words, "".join(words), runs, shown)

    def quoted(self, places: Iterable[int]) -> str:
        """Quote the words at some places."""
        words = [self.words[place] for place in places]
        return '"' + " ".join(self.shown.get(word, word).strip(".,;:()[]&") for word in words) + '"'

    def large(self, places: Iterable[int]) -> list[int]:
        """Leave out the places of small words."""
        return [place for place in places if self.words[place] not in SMALL_WORDS]


@dataclass
class Pairing:
    """The words of a written and a known name, paired.

    Parameters
    ----------
    name, known : NameParts
        What was written, and what it is compared with.
    weight, alike : float
        What the paired words weigh together, and how much of that is alike.
    """

    name: NameParts
    known: NameParts
    weight: float = 0.0
    alike: float = 0.0
    _left: list[int] = field(default_factory=list)
    _right: list[int] = field(default_factory=list)
    _pairs: list[tuple[int, int]] = field(default_factory=list)
    _notes: set[str] = field(default_factory=set)
    _wrong_letters: int = 0

    @classmethod
    def of(cls, name: NameParts, known: NameParts, near: Near, weigh: Callable[[str], float]) -> "Pairing":
        """Pair equal words, then words with typing errors, then initials and abbreviations with what they stand for."""
        pairing = cls(name, known, _left=list(range(len(name.words))), _right=list(range(len(known.words))))
        alike = sorted(
            (-much, at, to)
            for at, one in enumerate(name.words)
            for to, other in enumerate(known.words)
            if (much := near[one].get(other))
        )
        for minus, at, to in alike:
            if at in pairing._left and to in pairing._right:
                pairing._pair(at, to, weigh(known.words[to]), -minus)
                one, other = name.words[at], known.words[to]
                if abbreviates(one, other) or abbreviates(other, one):
                    pairing._notes.add("abbreviation")
                elif minus > -1:
                    pairing._wrong_letters += OSA.distance(one, other)
        pairing._pair_initials(name, known, pairing._left, pairing._right, weigh)
        pairing._pair_initials(known, name, pairing._right, pairing._left, weigh)
        for at in list(pairing._left):
            for to in list(pairing._right):
                if abbreviates(name.words[at], known.words[to]) or abbreviates(known.words[to], name.words[at]):
                    pairing._pair(at, to, weigh(known.words[to]), ABBREVIATION_TELLS)
                    pairing._notes.add("abbreviation")
                    break
        return pairing

    def _pair(self, at: int, to: int, weight: float, alike: float) -> None:
        self._left.remove(at)
        self._right.remove(to)
        self._pairs.append((at, to))
        self.weight += weight
        self.alike += alike * weight

    def _pair_initials(
        self,
        short: NameParts,
        long: NameParts,
        short_left: list[int],
        long_left: list[int],
        weigh: Callable[[str], float],
    ) -> None:
        for at in list(short_left):
            run = range(*long.runs.get(short.words[at], (0, 0)))
            large = long.large(run)
            if run and set(large) <= set(long_left):
                short_left.remove(at)
                long_left[:] = [place for place in long_left if place not in run]
                weight = sum(weigh(long.words[place]) for place in large)
                self.weight += weight
                self.alike += weight * INITIALS_TELL[min(len(short.words[at]), max(INITIALS_TELL))]
                self._notes.add("same initials")

    def share(self, weigh: Callable[[str], float]) -> float:
        """How much of what both names say is alike, from 0 to 1; what the written one says counts a little more."""
        if not self.alike:
            return 0.0
        left = self.weight + sum(weigh(self.name.words[place]) for place in self._left)
        right = self.weight + sum(weigh(self.known.words[place]) for place in self._right)
        return 0.7 * 2 * self.alike / (left + right) + 0.3 * self.alike / left

    def reason(self) -> str:
        """Say what the names have in common, and where they differ."""
        said: list[str] = [note for note in ("same initials", "abbreviation") if note in self._notes]
        if self._wrong_letters:
            said.append(letters_differ(self._wrong_letters))
        order = [to for _, to in sorted(self._pairs)]
        if order != sorted(order):
            said.append("words in another order")
        more, less = self.name.large(self._left), self.known.large(self._right)
        if more and less:
            said.append(f"{self.name.quoted(more)} instead of {self.known.quoted(less)}")
        elif less:
            said.append(f"without {self.known.quoted(less)}")
        elif more:
            said.append(f"with {self.name.quoted(more)} besides")
        return "; ".join(said) or "the same but for small words"


def letters_differ(count: int) -> str:
    """Say how many letters differ."""
    return _LETTERS.get(count, "some letters differ")


def abbreviates(short: str, long: str) -> bool:
    """Whether a word is cut off, or has letters left out.

    Examples
    --------
    >>> abbreviates("dvlpmt", "development"), abbreviates("orch", "orchestra"), abbreviates("car", "care")
    (True, True, False)
    """
    if len(short) < 3 or len(long) < len(short) + 2 or short[0] != long[0]:
        return False
    if long.startswith(short):
        return True
    if short[-1] != long[-1] or not set("aeiou").isdisjoint(short[1:]):
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)
