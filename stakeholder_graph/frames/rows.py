"""The rows of a survey's frames: their columns and types, how they gather while files are read, and their one order.

The order of rows follows from what they say, never from where they stood in a file. Text is sorted as a person sorts
it, by natsort: numbers in it as numbers, and without regard to case.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from natsort import natsort_keygen
from numpy.typing import NDArray

from stakeholder_graph.model.survey import COLUMNS, LayerInfo, Wave

_NUMBERS = frozenset({"value", "limit", "share", "n", "target", "matters"})
_FLAGS = frozenset({"answered", "observed", "steering", "public", "done", "reference"})
#: Lists whose order their author chose, such as outcomes from cradle to career.
_AS_GIVEN = frozenset(
    {
        "items", "steps", "sectors", "indicators", "places", "strategies", "changes", "evidence", "commitments",
        "corrections", "forecasts",
    }
)  # fmt: skip
Values = Sequence[Any] | NDArray[Any]
_numbers_as_numbers = natsort_keygen()


class SurveyRows:
    """Rows of all the frames that `COLUMNS` names, added as they are read.

    Examples
    --------
    >>> rows = SurveyRows()
    >>> rows.add("rosters", {"roster": "north", "organization": ["Library", "Clinic"]})
    >>> rows.column("rosters", "roster").tolist(), len(rows["rosters"]["organization"])
    (['north', 'north'], 2)
    >>> rows.frames((), ())["rosters"].values.tolist()
    [['north', 'Clinic'], ['north', 'Library']]
    """

    def __init__(self) -> None:
        self._columns = {
            family: {name: _typed(family, name, []) for name in names} for family, names in COLUMNS.items()
        }

    def __getitem__(self, family: str) -> dict[str, NDArray[Any]]:
        return self._columns[family]

    def column(self, family: str, name: str) -> NDArray[Any]:
        """Give one column of what has been read so far.

        Parameters
        ----------
        family : str
            The frame.
        name : str
            The column.
        """
        return self._columns[family][name]

    def add(self, family: str, columns: Mapping[str, Values | str | float | bool]) -> None:
        """Add rows.

        Parameters
        ----------
        family : str
            The frame.
        columns : mapping of str to sequence or value
            Every column of the frame, and others of organizations. A single value stands in all rows; at least one
            column is a sequence.
        """
        lengths = {len(values) for values in columns.values() if not isinstance(values, str | float | bool)}
        (length,) = lengths
        if not length:
            return
        held = self._columns[family]
        for name, values in columns.items():
            typed = _typed(
                family, name, _repeated(values, length) if isinstance(values, str | float | bool) else values
            )
            held[name] = np.concatenate([held[name], typed]) if len(held.get(name, ())) else typed

    def add_records(self, family: str, names: Sequence[str], records: Sequence[tuple[Any, ...]]) -> None:
        """Add rows one by one.

        Parameters
        ----------
        family : str
            The frame.
        names : sequence of str
            Its columns, in the order of the cells.
        records : sequence of tuple
            The cells of each row.
        """
        if records:
            self.add(family, dict(zip(names, map(list, zip(*records, strict=True)), strict=True)))

    def clear(self, family: str) -> None:
        """Forget the rows of a frame.

        Parameters
        ----------
        family : str
            The frame.
        """
        self._columns[family] = {name: values[:0].copy() for name, values in self._columns[family].items()}

    def keep(self, family: str, kept: NDArray[np.bool_]) -> None:
        """Keep some of the rows of a frame.

        Parameters
        ----------
        family : str
            The frame.
        kept : array of bool
            Whether each row stays.
        """
        if not kept.all():
            self._columns[family] = {name: values[kept] for name, values in self._columns[family].items()}

    def records(self, family: str, *names: str) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a frame one by one.

        Parameters
        ----------
        family : str
            The frame.
        *names : str
            Its columns that are wanted, in this order.
        """
        return zip(*(self._columns[family][name].tolist() for name in names), strict=True)

    def frames(self, waves: Sequence[Wave], layers: Sequence[LayerInfo]) -> dict[str, pd.DataFrame]:
        """Make the frames, and forget the rows: both together would take twice the room.

        Parameters
        ----------
        waves, layers : sequence of Wave, sequence of LayerInfo
            In the order in which their rows stand.

        Returns
        -------
        dict of str to DataFrame
            Rows are ordered by wave, by layer and then by content; lists stay in the order of their author.
        """
        first = {"wave": [wave.name for wave in waves], "layer": [layer.name for layer in layers]}
        frames = {}
        for family in COLUMNS:
            columns = self._columns[family]
            self.clear(family)
            order = None
            if family not in _AS_GIVEN and len(columns[COLUMNS[family][0]]) > 1:
                order = order_of_content({name: columns[name] for name in COLUMNS[family]}, first)
            frames[family] = _frame(columns, order)
        return frames


def empty_frame(name: str) -> pd.DataFrame:
    """Make an empty frame with the columns and types that `COLUMNS` gives it.

    Parameters
    ----------
    name : str
        A key of `COLUMNS`.

    Returns
    -------
    DataFrame

    Examples
    --------
    >>> list(empty_frame("rosters").columns)
    ['roster', 'organization']
    """
    return _frame({column: _typed(name, column, []) for column in COLUMNS[name]})


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


def _typed(family: str, name: str, values: Values) -> NDArray[Any]:
    """The cells of a column in its type; an attribute of organizations is text, whatever it is called."""
    own = name in COLUMNS[family] or (family, name) == ("organizations", "public")
    if own and name in _NUMBERS:
        return np.asarray(values, dtype=np.float64)
    if own and name in _FLAGS:
        return np.asarray(values, dtype=np.bool_)
    if isinstance(values, np.ndarray) and values.dtype == object:
        return values
    texts = np.empty(len(values), dtype=object)
    texts[:] = values
    return texts


def _repeated(value: str | float | bool, length: int) -> NDArray[np.object_]:
    """The same value in every row, in the room of one."""
    one_value = np.empty(1, dtype=object)
    one_value[0] = value
    return np.broadcast_to(one_value, length)


def _frame(columns: dict[str, NDArray[Any]], order: NDArray[np.intp] | None = None) -> pd.DataFrame:
    """A frame of columns, which are used up one by one."""
    held: dict[str, Any] = {}
    for name in list(columns):
        values = columns.pop(name)
        if order is not None:
            values = values[order]
        held[name] = pd.array(values, dtype="str", copy=False) if values.dtype == object else values
    return pd.DataFrame(held, copy=False)


def _ranks(values: NDArray[Any], first: Sequence[str]) -> NDArray[Any]:
    if values.dtype != object:
        return values
    texts = values.tolist()
    others = sorted(set(texts) - set(first), key=natural)
    rank = {text: number for number, text in enumerate([*first, *others])}
    return np.fromiter(map(rank.__getitem__, texts), dtype=np.min_scalar_type(len(rank)), count=len(texts))
