"""A table column by column, in little room: each different text of a column once, and a small number for each cell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import itemgetter
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.tabular import TextRows


class CodedTexts(Sequence[str]):
    """The texts of a column, which answers of a survey repeat many times over.

    A list would take eight bytes for a cell; a column with up to 256 different texts takes one.

    Parameters
    ----------
    different : sequence of str
        The texts that there are.
    codes : array of int, shape (n,)
        For each cell which of them it is.

    Notes
    -----
    It compares with a text, and is indexed by a mask, as an array of texts is.

    Examples
    --------
    >>> column = CodedTexts.of(["weekly", "", "weekly"])
    >>> (column != "").tolist(), column[column != ""].tolist()
    ([True, False, True], ['weekly', 'weekly'])
    >>> column[0], column.different, column.codes.tolist(), column.codes.dtype.itemsize
    ('weekly', ('weekly', ''), [0, 1, 0], 1)
    """

    __slots__ = ("codes", "different")

    def __init__(self, different: Sequence[str], codes: NDArray[np.integer]) -> None:
        self.different = tuple(different)
        self.codes = codes.astype(np.min_scalar_type(max(len(self.different) - 1, 0)), copy=False)

    @classmethod
    def of(cls, texts: Iterable[str]) -> "CodedTexts":
        """Code a column.

        Parameters
        ----------
        texts : iterable of str
            Its cells.
        """
        cells = texts if isinstance(texts, list) else list(texts)
        places = {text: place for place, text in enumerate(dict.fromkeys(cells))}
        codes = np.fromiter(map(places.__getitem__, cells), np.min_scalar_type(max(len(places) - 1, 0)), len(cells))
        return cls(tuple(places), codes)

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice | NDArray[Any]) -> "CodedTexts": ...
    def __getitem__(self, place: int | slice | NDArray[Any]) -> "str | CodedTexts":
        if isinstance(place, slice | np.ndarray):
            return CodedTexts(self.different, self.codes[place])
        return self.different[int(self.codes[place])]

    def __iter__(self) -> Iterator[str]:
        return map(self.different.__getitem__, self.codes.tolist())

    def __eq__(self, text: object) -> NDArray[np.bool_]:  # type: ignore[override]  # as an array compares
        return self.among(known == text for known in self.different)

    def __ne__(self, text: object) -> NDArray[np.bool_]:  # type: ignore[override]
        return ~(self == text)

    __hash__ = None  # type: ignore[assignment]

    def tolist(self) -> list[str]:
        """Give the text of each cell."""
        return list(self)

    def renamed(self, labels: Mapping[str, str]) -> "CodedTexts":
        """Give the column with other texts in place of some.

        Parameters
        ----------
        labels : mapping of str to str
            What takes the place of a text.

        Examples
        --------
        >>> CodedTexts.of(["1", "9"]).renamed({"1": "weekly"}).tolist()
        ['weekly', '9']
        """
        texts = [labels.get(text, text) for text in self.different]
        places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
        if len(places) == len(texts):
            return CodedTexts(texts, self.codes)
        return CodedTexts(tuple(places), np.array([places[text] for text in texts])[self.codes])

    def among(self, texts: Iterable[bool]) -> NDArray[np.bool_]:
        """Say for each cell what holds of its text.

        Parameters
        ----------
        texts : iterable of bool
            What holds of each different text, in their order.

        Examples
        --------
        >>> column = CodedTexts.of(["weekly", "", "weekly"])
        >>> column.among(text != "" for text in column.different).tolist()
        [True, False, True]
        """
        mask: NDArray[np.bool_] = np.fromiter(texts, np.bool_, len(self.different))[self.codes]
        return mask

    def used(self) -> list[str]:
        """Give the texts that some cell has, in the order in which they are first met where nothing was left out.

        Examples
        --------
        >>> CodedTexts.of(["weekly", "", "daily"])[np.array([0, 2])].used()
        ['weekly', 'daily']
        """
        return list(compress(self.different, self.counts()))

    def counts(self) -> list[int]:
        """Say in how many cells each of the different texts stands."""
        counts: list[int] = np.bincount(self.codes, minlength=len(self.different)).tolist()
        return counts


@dataclass(frozen=True, eq=False, slots=True)
class Body:
    """The rows below the headers of a sheet.

    Parameters
    ----------
    rows : array of int, shape (n,)
        The row of each as the spreadsheet numbers it. Blank rows are left out.
    cells : list of CodedTexts
        Column by column.
    """

    rows: NDArray[np.int64]
    cells: list[CodedTexts]

    def at(self, places: NDArray[Any]) -> "Body":
        """Give some of the rows.

        Parameters
        ----------
        places : array of int or of bool
            Their places, or whether each is wanted.
        """
        return Body(self.rows[places], [texts[places] for texts in self.cells])


def body(rows: TextRows, header_rows: int, width: int) -> Body:
    """Give the rows below the headers, cut or filled up to `width` columns.

    Parameters
    ----------
    rows : list of list of str
        The sheet.
    header_rows, width : int
        How many rows and columns of it hold headers.

    Examples
    --------
    >>> [texts.tolist() for texts in body([["a", "b"], ["1"], [""], ["2", "3"]], 1, 2).cells]
    [['1', '2'], ['', '3']]
    """
    kept = [number for number in range(header_rows, len(rows)) if any(rows[number])]
    filled = [rows[number] for number in kept]
    shortest = min(map(len, filled), default=0)
    cells = [
        CodedTexts.of(map(itemgetter(place), filled))
        if place < shortest
        else CodedTexts.of(row[place] if place < len(row) else "" for row in filled)
        for place in range(width)
    ]
    return Body(np.array(kept, dtype=np.int64) + 1, cells)
