"""Codes for questions, rows and answers that every survey tool accepts: letters, digits and ``_``."""

import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 48


class UniqueCodes:
    """Gives each text a code made of its own letters, so that codes stay when the list around them changes.

    Parameters
    ----------
    taken : iterable of str
        Codes that no text may get.

    Examples
    --------
    >>> codes = UniqueCodes(["role"])
    >>> codes.code("Casa de los Niños"), codes.code("casa de los niños!"), codes.code("Role"), codes.code("7")
    ('casa_de_los_ninos', 'casa_de_los_ninos_b', 'role_b', 'x_7')
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)

    def code(self, text: str) -> str:
        """Give a code that no other text has.

        Parameters
        ----------
        text : str
        """
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
        stem = re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "x"
        if len(stem) > _LONGEST:
            stem = stem[:_LONGEST].rpartition("_")[0] or stem[:_LONGEST]
        stem = stem if stem[0].isalpha() else f"x_{stem}"
        code, number = stem, 1
        while code in self._taken:
            number += 1
            code = f"{stem}_{_letters(number)}"
        self._taken.add(code)
        return code


def _letters(number: int) -> str:
    """1 is a, 26 z, 27 aa: a code that ended in a number could be taken for a column of a grid."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(97 + rest) + letters
    return letters
