"""Normalization: the form in which names are compared, and the order in which a person expects them."""

import unicodedata
from typing import TYPE_CHECKING, Any

from natsort import natsort_keygen

if TYPE_CHECKING:
    import pandas as pd

_numbers_as_numbers = natsort_keygen()


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


def natural(text: str) -> tuple[Any, str]:
    """Sort key in which "wave 10" comes after "wave 2", and case makes no difference.

    Parameters
    ----------
    text : str
        What is sorted; texts that differ only in case still have one order.

    Examples
    --------
    >>> sorted(["wave 10", "Wave 2"], key=natural)
    ['Wave 2', 'wave 10']
    """
    return _numbers_as_numbers(normal(text)), text
