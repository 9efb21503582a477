"""Normalization: the form in which names are compared."""

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def normal(name: str) -> str:
    """Bring a name to the form in which names are compared: NFC, one space between words, no case.

    Parameters
    ----------
    name : str
        As written.

    Examples
    --------
    >>> normal("  Harbor   FLATS Clinic ") == normal("Harbor Flats clinic")
    True
    """
    if name.isascii():
        return " ".join(name.split()).casefold()
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
