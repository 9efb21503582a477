"""The one order of rows: it follows from what they say, never from where they stood in a file.

Text is sorted as a person sorts it, by natsort: numbers in it as numbers, and without regard to case.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from natsort import natsort_keygen
from numpy.typing import NDArray

_numbers_as_numbers = natsort_keygen()


@lru_cache(maxsize=100_000)  # the same names are sorted in frame after frame
def natural(text: str) -> tuple[Any, str]:
    """Sort key in which "wave 10" comes after "wave 2", and case makes no difference.

    Parameters
    ----------
    text : str
        What is sorted; texts that differ only in case still have one order.

    Returns
    -------
    tuple

    Examples
    --------
    >>> sorted(["wave 10", "Wave 2"], key=natural)
    ['Wave 2', 'wave 10']
    """
    return _numbers_as_numbers(unicodedata.normalize("NFC", text).casefold()), text


def order_of_content(
    columns: Mapping[str, NDArray[Any]], first: Mapping[str, Sequence[str]] | None = None
) -> NDArray[np.intp]:
    """Give the order of rows by their text, column by column, then by their numbers.

    Parameters
    ----------
    columns : mapping of str to ndarray
        Those that decide, the most important first; text as objects.
    first : mapping of str to sequence of str
        For columns whose texts have an order of their own, such as layers: these texts in that order. Any others
        follow naturally.

    Returns
    -------
    ndarray of int
        Indices of the rows.

    Examples
    --------
    >>> names = np.array(["Ward 10", "Ward 2", "ward 1"], dtype=object)
    >>> order_of_content({"organization": names}).tolist()
    [2, 1, 0]
    """
    by_text_first = sorted(columns, key=lambda name: columns[name].dtype != object)
    return np.lexsort([_ranks(columns[name], (first or {}).get(name, ())) for name in reversed(by_text_first)])


def in_order_of_content(
    frame: pd.DataFrame, columns: Iterable[str], first: Mapping[str, Sequence[str]] | None = None
) -> pd.DataFrame:
    """Sort the rows of a frame as `order_of_content` does.

    Parameters
    ----------
    frame : DataFrame
        In any order.
    columns : iterable of str
        Those that decide.
    first : mapping of str to sequence of str
        As in `order_of_content`.

    Returns
    -------
    DataFrame
        Its index counts rows from 0.
    """
    given = {name: frame[name] for name in columns}
    arrays = {name: column.to_numpy(object if column.dtype == "str" else None) for name, column in given.items()}
    if frame.empty or not arrays:
        return frame.reset_index(drop=True)
    return frame.iloc[order_of_content(arrays, first)].reset_index(drop=True)


def _ranks(values: NDArray[Any], first: Sequence[str]) -> NDArray[Any]:
    if values.dtype != object:
        return values
    texts = values.tolist()
    others = sorted(set(texts) - set(first), key=natural)
    rank = {text: number for number, text in enumerate([*first, *others])}
    return np.fromiter((rank[text] for text in texts), dtype=np.intp, count=len(texts))
