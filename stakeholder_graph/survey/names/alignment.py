"""Alignment: which words of two names belong together, and where the names differ, in plain words."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from stakeholder_graph.survey.names.normalization import SMALL_WORDS, initials, plain_words, spellings
from stakeholder_graph.text import _

#: How much initials tell, by their number (else the last): two letters fit many names.
INITIALS_TELL = {2: 0.7, 3: 0.85, 4: 0.9, 5: 0.93}
#: How much a word tells that is cut off or has letters left out.
ABBREVIATION_TELLS = 0.85

Near = Mapping[str, Mapping[str, float]]
"""For each written word the words of the roster that are like it, and how much, up to 1."""


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
    numbers : tuple of str
        The numbers in it: School 12 is not School 13, however alike they are.
    """

    text: str
    words: tuple[str, ...]
    joined: str
    runs: Mapping[str, tuple[int, int]]
    shown: Mapping[str, str]
    numbers: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str) -> "NameParts":
        """Cut a name into words.

        Parameters
        ----------
        text : str
            The name.

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
        return cls(text, words, "".join(words), runs, shown, tuple(re.findall(r"\d+", " ".join(words))))

    def quoted(self, numbers: Iterable[int]) -> str:
        """Quote some of the words.

        Parameters
        ----------
        numbers : iterable of int
            Their numbers, from 0 on.
        """
        words = [self.words[number] for number in numbers]
        shown = " ".join(self.shown.get(word, word).strip(".,;:()[]&") for word in words)
        return _("“{name}”", name=shown)

    def large(self, numbers: Iterable[int]) -> list[int]:
        """Leave out the numbers of small words.

        Parameters
        ----------
        numbers : iterable of int
            Numbers of words, from 0 on.
        """
        return [number for number in numbers if self.words[number] not in SMALL_WORDS]


@dataclass
class WordAlignment:
    """The words of a written and a known name, aligned.

    Parameters
    ----------
    name, known : NameParts
        What was written, and what it is compared with.
    weight, alike : float
        What the aligned words weigh together, and how much of that is alike.
    """

    name: NameParts
    known: NameParts
    weight: float = 0.0
    alike: float = 0.0
    _left: list[int] = field(default_factory=list)
    _right: list[int] = field(default_factory=list)
    _pairs: list[tuple[int, int]] = field(default_factory=list)
    _same_initials: bool = False
    _abbreviated: bool = False
    _wrong_letters: int = 0

    @classmethod
    def of(cls, name: NameParts, known: NameParts, near: Near, weigh: Callable[[str], float]) -> "WordAlignment":
        """Align equal words, then words with typing errors, then initials and abbreviations with what they stand for.

        Parameters
        ----------
        name, known : NameParts
            What was written, and what it is compared with.
        near : Near
            How alike words are.
        weigh : callable
            Gives the weight of a word.

        Examples
        --------
        >>> written, known = NameParts.of("Eastgate Center"), NameParts.of("Eastgate Community Center")
        >>> same = {"eastgate": {"eastgate": 1.0}, "center": {"center": 1.0}}
        >>> WordAlignment.of(written, known, same, lambda word: 1.0).reason()
        'without “Community”'
        """
        alignment = cls(name, known, _left=list(range(len(name.words))), _right=list(range(len(known.words))))
        alike = sorted(
            (-similar, at, to)
            for at, word in enumerate(name.words)
            for to, other in enumerate(known.words)
            if (similar := near[word].get(other))
        )
        for minus, at, to in alike:
            if at in alignment._left and to in alignment._right:
                alignment._align(at, to, weigh(known.words[to]), -minus)
                word, other = name.words[at], known.words[to]
                if abbreviates(word, other) or abbreviates(other, word):
                    alignment._abbreviated = True
                elif minus > -1:
                    alignment._wrong_letters += OSA.distance(word, other)
        alignment._align_initials(name, known, alignment._left, alignment._right, weigh)
        alignment._align_initials(known, name, alignment._right, alignment._left, weigh)
        for at in list(alignment._left):
            for to in list(alignment._right):
                if abbreviates(name.words[at], known.words[to]) or abbreviates(known.words[to], name.words[at]):
                    alignment._align(at, to, weigh(known.words[to]), ABBREVIATION_TELLS)
                    alignment._abbreviated = True
                    break
        return alignment

    def _align(self, at: int, to: int, weight: float, alike: float) -> None:
        self._left.remove(at)
        self._right.remove(to)
        self._pairs.append((at, to))
        self.weight += weight
        self.alike += alike * weight

    def _align_initials(
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
                long_left[:] = [number for number in long_left if number not in run]
                weight = sum(weigh(long.words[number]) for number in large)
                self.weight += weight
                self.alike += weight * INITIALS_TELL[min(len(short.words[at]), max(INITIALS_TELL))]
                self._same_initials = True

    def share(self, weigh: Callable[[str], float]) -> float:
        """How much of what both names say is alike, from 0 to 1; what the written one says counts a little more.

        Parameters
        ----------
        weigh : callable
            Gives the weight of a word.
        """
        shared = {self.name.words[at] for at, _to in self._pairs}
        if not self.alike or (shared and all(word.isdigit() for word in shared) and not self._same_initials):
            return 0.0  # A number alone is nobody's name.
        left = self.weight + sum(weigh(self.name.words[number]) for number in self._left)
        right = self.weight + sum(weigh(self.known.words[number]) for number in self._right)
        return 0.7 * 2 * self.alike / (left + right) + 0.3 * self.alike / left

    def reason(self) -> str:
        """Say what the names have in common, and where they differ."""
        order = [to for _at, to in sorted(self._pairs)]
        reasons = [
            _("same initials") if self._same_initials else "",
            _("abbreviation") if self._abbreviated else "",
            letters_differ(self._wrong_letters) if self._wrong_letters else "",
            _("words in another order") if order != sorted(order) else "",
            self._words_apart(),
        ]
        return "; ".join(filter(None, reasons)) or _("the same but for small words")

    def _words_apart(self) -> str:
        """Which words only one of the names has."""
        more, less = self.name.large(self._left), self.known.large(self._right)
        if more and less:
            return _("{words} instead of {others}", words=self.name.quoted(more), others=self.known.quoted(less))
        if less:
            return _("without {words}", words=self.known.quoted(less))
        return _("with {words} besides", words=self.name.quoted(more)) if more else ""


def letters_differ(count: int) -> str:
    """Say how many letters differ.

    Parameters
    ----------
    count : int
        At least one.

    Examples
    --------
    >>> letters_differ(2)
    'two letters differ'
    """
    counts = {1: _("one letter differs"), 2: _("two letters differ"), 3: _("three letters differ")}
    return counts.get(count, _("some letters differ"))


def abbreviates(short: str, long: str) -> bool:
    """Whether a word is cut off, or has letters left out.

    Parameters
    ----------
    short, long : str
        In plain letters.

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
