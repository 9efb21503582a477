"""What the program itself says: the messages of its catalogue, with their fields as gaps, and the works it cites."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate

from stakeholder_graph.editions.statements import plain
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.text import current_language
from stakeholder_graph.text.language import DOMAIN, translations

_WORD = re.compile(r"\w+")
_FIELD = re.compile(r"\{[^{}]*\}")


def is_message(text: str) -> bool:
    """Whether a text is a whole message of the catalogue.

    Parameters
    ----------
    text : str
        As a reader sees it.

    Examples
    --------
    >>> is_message("There is nobody to call."), is_message("First Baptist Church")
    (True, False)
    """
    return text in _messages(current_language())


def is_own(text: str, start: int, end: int) -> bool:
    """Whether the words at a place of a text are the program's own there.

    Parameters
    ----------
    text : str
        As a reader sees it.
    start, end : int
        Which words of it.

    Returns
    -------
    bool
        Whether they lie within the longer words of a message, which stand around them without a gap.

    Examples
    --------
    >>> is_own("There is nobody to call.", 9, 15), is_own("Call nobody.", 5, 11)
    (True, False)
    """
    words = text[start:end]
    return any(at <= start and text.startswith(part, start - at) for part, at in _around(words, current_language()))


@cache
def _around(words: str, language: str) -> tuple[tuple[str, int], ...]:
    """Longer parts of messages that hold these words, and where."""
    if not _vocabulary(language).issuperset(_WORD.findall(words)):
        return ()
    parts, starts, whole = _one_text(language)
    around, at = [], whole.find(words)
    while at >= 0:
        k = bisect_right(starts, at) - 1
        if len(parts[k]) > len(words):
            around.append((parts[k], at - starts[k]))
        at = whole.find(words, at + len(words))
    return tuple(around)


@cache
def _vocabulary(language: str) -> frozenset[str]:
    """Every word of the messages: most names have one that none of them has."""
    return frozenset(_WORD.findall(_one_text(language)[2]))


@cache
def _one_text(language: str) -> tuple[tuple[str, ...], tuple[int, ...], str]:
    """The parts of messages, where each begins in a text of all of them, and that text, which is searched at once."""
    parts = tuple(sorted(_parts(language)))
    # No part holds a line break, so nothing is found across two of them.
    return parts, tuple(accumulate((len(part) + 1 for part in parts[:-1]), initial=0)), "\n".join(parts)


@cache
def _parts(language: str) -> frozenset[str]:
    """The words of messages between their gaps; a sentence may begin within another, in small letters."""
    parts = {plain(part) for message in _messages(language) for part in _FIELD.split(message)}
    return frozenset(parts | {part[:1].lower() + part[1:] for part in parts})


@cache
def _messages(language: str) -> frozenset[str]:
    from babel.messages.pofile import read_po

    template = files("stakeholder_graph.text") / "locale" / f"{DOMAIN}.pot"
    with template.open("rb") as file:
        ids = [message.id for message in read_po(file) if message.id]
    works = {reference for info in measures().values() for reference in info.references}
    return frozenset(plain(text) for text in [*(text for entry in ids for text in _versions(entry, language)), *works])


def _versions(entry: str | Sequence[str], language: str) -> Iterator[str]:
    """A message in English and in the page's language, in all forms of a plural."""
    known = translations(language)
    if isinstance(entry, str):
        yield from (entry, known.gettext(entry))
    else:
        singular, plural = entry
        yield from (singular, plural, *(known.ngettext(singular, plural, count) for count in (*range(30), 1_000_000)))
