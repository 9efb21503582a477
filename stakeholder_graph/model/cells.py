"""The cells of one column: plain values in the smallest array that holds them."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from math import isfinite, nan
from typing import Any, Final, Literal, cast, overload

Cell = str | int | float | bool | None


class _Absent(Enum):
    """No cell at all: an edition withholds it, or nothing was computed; unlike None, which is "not known"."""

    ABSENT = "absent"

    def __bool__(self) -> Literal[False]:
        return False


ABSENT: Final = cast("Cell", _Absent.ABSENT)

#: Types of whole numbers by size, each with its least number, which stands for None.
_WHOLE: Final = tuple((code, -(2 ** (8 * array(code).itemsize - 1))) for code in "bhiq")
#: Words that repeat are kept once; with more different ones than this share of the cells, each by itself.
_REPEATED: Final = 0.5


def plain(value: Any) -> Cell:
    """A value without numpy, with None for what is not a number.

    Parameters
    ----------
    value : any
        A plain value, or a numpy scalar.

    Returns
    -------
    cell
        The same value.

    Examples
    --------
    >>> plain(float("nan")), plain(3), plain("x")
    (None, 3, 'x')
    """
    if type(value).__module__ == "numpy":
        value = value.item()
    if isinstance(value, float) and not isfinite(value):
        return None
    return cast("Cell", value)


def is_number(cell: object) -> bool:
    """Whether a cell is a number; yes and no are none.

    Parameters
    ----------
    cell : any
        A cell.

    Returns
    -------
    bool
        Also for one that is infinite.

    Examples
    --------
    >>> is_number(0.5), is_number(True), is_number(None)
    (True, False, False)
    """
    return isinstance(cell, int | float) and not isinstance(cell, bool)


@dataclass(frozen=True, slots=True, eq=False)
class CompactCells(Sequence[Cell]):
    """Plain values, kept compactly.

    Parameters
    ----------
    data : array or tuple
        The values, or which of `levels` each is. NaN, or the least whole number of the array's type, stands for None.
    levels : tuple of cell or None
        The different values, where they are kept once.

    See Also
    --------
    CompactCells.of : Makes one of a list, an array or a Series.

    Examples
    --------
    >>> import numpy as np
    >>> cells = CompactCells.of(np.array([0.5, np.nan]))
    >>> list(cells), cells == [0.5, None]
    ([0.5, None], True)
    """

    data: "array[Any] | tuple[Cell, ...]"
    levels: tuple[Cell, ...] | None = None

    @classmethod
    def of(cls, values: Any) -> "CompactCells":
        """Keep values compactly.

        Parameters
        ----------
        values : sequence, ndarray or Series
            Numbers, words, yes or no; NaN and infinity become None.
        """
        if isinstance(values, CompactCells):
            return values
        if getattr(getattr(values, "dtype", None), "char", "") == "d":
            numbers: array[float] = array("d")
            numbers.frombytes(values.__array__().tobytes())
            return cls(numbers)
        return _kept([plain(value) for value in (values.tolist() if hasattr(values, "tolist") else values)])

    def __len__(self) -> int:
        return len(self.data)

    @overload
    def __getitem__(self, position: int) -> Cell: ...

    @overload
    def __getitem__(self, position: slice) -> tuple[Cell, ...]: ...

    def __getitem__(self, position: int | slice) -> Cell | tuple[Cell, ...]:
        if isinstance(position, slice):
            return tuple(self)[position]
        return self._decoded(self.data[position])

    def __iter__(self) -> Iterator[Cell]:
        return map(self._decoded, self.data) if isinstance(self.data, array) else iter(self.data)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def take(self, positions: Sequence[int]) -> "CompactCells":
        """Some cells, in this order.

        Parameters
        ----------
        positions : sequence of int
            Their positions.
        """
        chosen = [self.data[position] for position in positions]
        return CompactCells(
            array(self.data.typecode, chosen) if isinstance(self.data, array) else tuple(chosen), self.levels
        )

    def _decoded(self, value: Any) -> Cell:
        if self.levels is not None:
            return self.levels[int(value)]
        if isinstance(value, float):
            return value if isfinite(value) else None
        if isinstance(self.data, array):
            return None if value == _least(self.data.typecode) else cast("Cell", value)
        return cast("Cell", value)


def _least(code: str) -> int:
    return next((least for known, least in _WHOLE if known == code), 0)


def _kept(cells: list[Cell]) -> CompactCells:
    kinds = {type(cell) for cell in cells} - {type(None)}
    if kinds == {float}:
        return CompactCells(array("d", [nan if cell is None else cell for cell in cells]))
    if kinds == {int}:
        numbers = [cell for cell in cells if isinstance(cell, int)]
        for code, least in _WHOLE:
            if least < min(numbers) and max(numbers) <= -least - 1:
                return CompactCells(array(code, [least if cell is None else cell for cell in cells]))
    if kinds in ({str}, {bool}):
        levels = tuple(dict.fromkeys(cells))
        if len(levels) <= _REPEATED * len(cells):
            code = next(code for code, least in _WHOLE if len(levels) <= -least)
            position = {level: at for at, level in enumerate(levels)}
            return CompactCells(array(code, [position[cell] for cell in cells]), levels)
    return CompactCells(tuple(cells))
