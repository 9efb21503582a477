"""Words as languages write them: what a text read in the wrong encoding is known by."""

import re
import unicodedata

#: Letters beyond ASCII of one language or of neighbours, in lower case: no word needs those of two.
_ALPHABETS = tuple(map(frozenset, (
    "áéíóúüñ", "àâæçéèêëîïôœùûüÿ", "äöüß", "áâãàçéêíóôõúü", "àèéìíîòóù", "åäöæøéüè", "áðéíóúýþæö", "àçèéíïòóúü·",
    "áéíóúëïöüèê", "äõöšžåü", "ąćęłńóśźż", "áčďéěíňóřšťúůýžäĺľôŕ", "áéíóöőúüű", "ăâîșşțţ", "čćđšž", "çğıöşüâîûi̇",
    "āčēģīķļņšūž", "ąčęėįšųūž", "âêîôûŵŷáéíóúàèìòùäëïöü", "āēīōū", "ċġħż",
)))  # fmt: skip
_WORD = re.compile(r"[^\s,;\t\"|()\[\]/\\=:+]+")
#: Letters where the languages that have them do not write them.
_UNUSUAL = re.compile(r"ñ(?![aeiouáéíóúü])|õ(?![es])|ã(?![oes]|\b)|ς(?=\w)")
_OPENING = "“‘«„‚‹¿¡•·–—-'…©@#*~’†№"
_CLOSING = "”’»…•·–—-®™°ªº!?.›'*~€%½¼¾²³¹“†"
_JAPANESE = frozenset({"HIRAGANA", "KATAKANA", "CJK", "KATAKANA-HIRAGANA"})
_INSIDE = frozenset("'’‘-.&·‐‑_@*°ºª")


def doubtful_words(text: str) -> tuple[tuple[str, ...], int]:
    """Give the words of a text that no language writes so, and how many words have letters beyond ASCII.

    A capital inside a word, a sign between letters, letters of two alphabets, and accents that no one language has
    are doubtful.

    Parameters
    ----------
    text : str
        As it was decoded.

    Returns
    -------
    (tuple of str, int)
        Each word once.

    Examples
    --------
    >>> doubtful_words("Peña House, École, “Müller”, £5"), doubtful_words("Pe–a House, ƒcole, £ódŸ")
    (((), 4), (('Pe–a', 'ƒcole', '£ódŸ'), 3))
    """
    words = dict.fromkeys(word for word in _WORD.findall(text) if not word.isascii())
    return tuple(word for word in words if not _is_plausible(word)), len(words)


def _is_plausible(word: str) -> bool:
    inside = word.lstrip(_OPENING).rstrip(_CLOSING)
    if inside[:1] in ("£", "€", "¥", "$") and inside[1:2].isdigit():
        inside = inside[1:]
    if inside.isascii():
        return True
    letters = unicodedata.normalize("NFC", inside)
    for place, letter in enumerate(letters):
        if letter.isalpha() or letter.isdigit() or letter in _INSIDE or (letter.isascii() and letter.isprintable()):
            continue
        if letter not in "–—" or letters[place + 1 : place + 2].islower():
            return False
    return _is_one_script(letters) and _has_usual_capitals(letters) and _is_of_one_language(letters)


def _is_one_script(letters: str) -> bool:
    scripts = {_script(letter) for letter in letters if letter.isalpha()}
    return "HALFWIDTH" not in scripts and (len(scripts) == 1 or scripts <= _JAPANESE)


def _has_usual_capitals(letters: str) -> bool:
    """Whether no capital beyond ASCII stands behind another letter, unless the word is all capitals."""
    parts = (part for part in re.split(r"[^\w]|[\d_]", letters) if not part.isupper())
    return not any(letter.isupper() and not letter.isascii() for part in parts for letter in part[1:])


def _is_of_one_language(letters: str) -> bool:
    own = {letter for letter in letters.lower() if letter.isalpha() and not letter.isascii()}
    if _UNUSUAL.search(letters.lower()):
        return False
    return any(_script(letter) != "LATIN" for letter in own) or any(own <= alphabet for alphabet in _ALPHABETS)


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0]
