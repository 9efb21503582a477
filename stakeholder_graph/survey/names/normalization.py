"""Normalization: the forms in which names are compared, from the finest to the coarsest.

Names of one normal form are written alike. Beyond that, case, accents, punctuation, "the", "&", the legal form and
usual abbreviations do no harm: names that differ in nothing else are one name. Some abbreviations have more than one
meaning ("Co.", "HS"): their usual ones count, the others are only possible.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING

from stakeholder_graph.survey.names.abbreviations import ABBREVIATIONS, Meanings
from stakeholder_graph.survey.names.legal_forms import without_legal_form
from stakeholder_graph.text import _

if TYPE_CHECKING:
    import pandas as pd

#: Letters that nobody sees: soft hyphens, joiners, fillers, variation selectors, tags, marks of direction.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
#: Words that carry little: they are left out of initials, and weigh little when names are compared.
SMALL_WORDS = frozenset(
    ("a", "an", "and", "at", "by", "de", "del", "el", "for", "in", "la", "las", "los", "of", "on", "the", "to", "y")
)

#: More spellings than this of one name tell nothing more.
_MOST = 128

_MARKS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = re.compile("['`´\u2018\u2019\u02bc]")
_INITIAL_DOTS = re.compile(r"(?<![^\W_])([^\W_])\.(?=[^\W_](?![^\W_]))")
_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"(.*?)\s*\(([^()]+)\)\s*")


def normal(name: str) -> str:
    r"""Bring a name to the form in which names are compared: NFC, one space between words, no case, nothing unseen.

    Parameters
    ----------
    name : str
        As written.

    Examples
    --------
    >>> normal("  Harbor   FLATS Clinic ") == normal("Harbor Fl\u00adats clinic\u2060")
    True
    """
    if name.isascii():
        return " ".join(name.split()).casefold()
    name = _UNSEEN.sub("", name)
    return unicodedata.normalize("NFC", " ".join(unicodedata.normalize("NFC", name).split()).casefold())


def normals(names: "pd.Series[str]") -> "pd.Series[str]":
    """Bring a column of names to normal form, each different name once.

    Parameters
    ----------
    names : Series of str
        As written.

    Examples
    --------
    >>> import pandas as pd
    >>> normals(pd.Series(["City  Library", "CITY LIBRARY"])).tolist()
    ['city library', 'city library']
    """
    return names.map({name: normal(name) for name in names.unique()}).astype("str")


@dataclass(frozen=True, slots=True)
class Spellings:
    """The forms in which one name is compared, from fine to coarse.

    Parameters
    ----------
    plain : str
        Letters and digits as they stand, without case, accents and punctuation.
    usual : frozenset of str
        Without "the" and legal form, abbreviations written out as they usually are; names that share one of
        these are one name.
    possible : frozenset of str
        `usual`, and what the name might be taken for besides.
    words : tuple of str
        The words of the first of the usual forms.
    """

    plain: str
    usual: frozenset[str]
    possible: frozenset[str]
    words: tuple[str, ...]


def plain_words(name: str) -> tuple[str, ...]:
    """Split a name into words without case, accents and punctuation; "&" is a word.

    Parameters
    ----------
    name : str
        As written.

    Examples
    --------
    >>> plain_words("Casa de los Niños, Parents' & Kids' Y.M.C.A.")
    ('casa', 'de', 'los', 'ninos', 'parents', 'and', 'kids', 'ymca')
    """
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    text = _APOSTROPHES.sub("", _MARKS.sub("", text)).replace("&", " and ").replace("+", " and ")
    return tuple(_WORD.findall(_INITIAL_DOTS.sub(r"\1", text)))


def initials(words: tuple[str, ...]) -> frozenset[str]:
    """Give the first letters of words, with and without the small words; a small first word may count alone.

    Parameters
    ----------
    words : tuple of str
        In plain words.

    Examples
    --------
    >>> sorted(initials(("bank", "of", "wren")))
    ['bow', 'bw']
    """
    first = [word[0] for word in words[:1]]
    large = [word[0] for word in words[1:] if word not in SMALL_WORDS]
    short = ["".join([*first, *large]), "".join(word[0] for word in words)]
    return frozenset([*short, "".join(large)] if words and words[0] in SMALL_WORDS else short)


@lru_cache(maxsize=65536)
def spellings(name: str) -> Spellings:
    """Give the forms in which a name is compared.

    Parameters
    ----------
    name : str
        As written.

    Returns
    -------
    Spellings
        All forms are blank for a name without letters and digits.

    Examples
    --------
    >>> first, second = spellings("The Wren Co. Health Dept., Inc."), spellings("WREN COUNTY HEALTH DEPARTMENT")
    >>> first.usual & second.usual
    frozenset({'wrencountyhealthdepartment'})
    >>> spellings("Wren Valley HS").words
    ('wren', 'valley', 'high', 'school')
    """
    words = plain_words(_without_initials(name))
    plain = "".join(plain_words(name))
    kept = without_legal_form(tuple(word for word in words if word != "the")) or words
    meanings = [_meanings(kept, number) for number in range(len(kept))]
    usual = list(islice(product(*(mostly for mostly, _besides in meanings)), _MOST))
    possible = islice(product(*((*mostly, *besides) for mostly, besides in meanings)), _MOST)
    usual_forms = frozenset(_joined(words) for words in usual)
    return Spellings(
        plain,
        usual_forms,
        usual_forms.union(_joined(words) for words in possible),
        tuple(" ".join(usual[0]).split()),
    )


def harmless() -> str:
    """Say that two names differ in nothing that matters.

    Examples
    --------
    >>> harmless()
    'the same but for capitals, punctuation, legal form or abbreviations'
    """
    return _("the same but for capitals, punctuation, legal form or abbreviations")


def _joined(words: tuple[str, ...]) -> str:
    return "".join("".join(words).split())


def _meanings(words: tuple[str, ...], number: int) -> Meanings:
    """What one word of a name usually stands for, and what it may stand for besides."""
    word, is_last = words[number], number == len(words) - 1
    if word == "co":
        return _co(words, number)
    if word == "st":
        return (("street", "saint"), ()) if is_last else (("saint", "street"), ("state",))
    if word == "corp" and is_last and number > 1:
        return ("", "corporation"), ()
    if word in ("company", "corporation", "limited") and is_last and number:
        return (word,), ("",)
    return ABBREVIATIONS.get(word, ((word,), ()))


def _co(words: tuple[str, ...], number: int) -> Meanings:
    """Read "Co." as a county before a noun and after "of", else as a company, whose legal form says nothing."""
    if number == 0:
        return ("co",), ("county", "company")
    if number < len(words) - 1 or not SMALL_WORDS.isdisjoint(words[max(0, number - 3) : number]):
        return ("county",), ("company", "")
    return (("", "company"), ("county",)) if number > 1 else (("company",), ("", "county"))


def _without_initials(name: str) -> str:
    """Leave out initials in brackets that only repeat the name: "City Health Center (CHC)"."""
    match = _BRACKETS.fullmatch(name)
    if not match:
        return name
    outside, inside = match.groups()
    if "".join(plain_words(inside)) in initials(plain_words(outside)):
        return outside
    return inside if "".join(plain_words(outside)) in initials(plain_words(inside)) else name
