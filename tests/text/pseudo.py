"""A language made of the catalogue: every vowel of a message has an accent, so what has none is not translated."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from gettext import NullTranslations

import pytest
from babel.messages.pofile import read_po

from stakeholder_graph.text import catalogue, language, speaking
from tools.catalogue import LOCALE

LANGUAGE = "xx-pseudo"
_FIELD = re.compile(r"(\{[^{}]*\})")
_ACCENTS = str.maketrans("aeiouyAEIOUY", "åéîöüýÅÉÎÖÜÝ")
#: A word of which no message has been the source: it has a vowel without an accent.
_PLAIN = re.compile(r"(?<!\w)(?=\w*[^\W\d_]{2})\w*[aeiouyAEIOUY]\w*")


class Pseudo(NullTranslations):
    """Translates the messages of the catalogue, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        with (LOCALE / f"{language.DOMAIN}.pot").open("rb") as file:
            ids = [message.id for message in read_po(file) if message.id]
        self.known = {text for entry in ids for text in ([entry] if isinstance(entry, str) else entry)}

    def gettext(self, message: str) -> str:
        return accented(message) if message in self.known else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@cache
def _pseudo() -> Pseudo:
    return Pseudo()


def accented(message: str) -> str:
    """A message in the pseudo language, its fields as they are."""
    return "".join(part if k % 2 else part.translate(_ACCENTS) for k, part in enumerate(_FIELD.split(message)))


@contextmanager
def speaking_pseudo() -> Iterator[None]:
    """Put all texts into the pseudo language, for as long as the block runs."""
    real = language.translations

    def translations(tag: str) -> NullTranslations:
        return _pseudo() if tag == LANGUAGE else real(tag)

    with pytest.MonkeyPatch.context() as patch:
        for module in (language, catalogue):
            patch.setattr(module, "translations", translations)
        with speaking(LANGUAGE):
            yield


def untranslated(texts: Iterable[str], data: Iterable[str]) -> list[str]:
    """Texts with a word that is neither translated nor of the survey; pictures write a long name in several lines."""
    words = {plain(text) for text in data if text.strip()}
    known = sorted(words | {text[:1].upper() + text[1:] for text in words}, key=len, reverse=True)
    of_survey = re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in known if _PLAIN.search(text)))
    lines = "\n".join(known)
    seen = dict.fromkeys(map(plain, texts))
    left = (text for text in seen if _PLAIN.search(of_survey.sub(" ", text)))
    return [text for text in left if not re.search(rf"(?<!\w){re.escape(text)}(?!\w)", lines)]


def plain(text: str) -> str:
    """A text with composed letters and single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())
