"""Normalization: the form in which names are compared."""

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


#: Letters that nobody sees: soft hyphens, joiners, fillers, variation selectors, tags, marks of direction.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)


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
