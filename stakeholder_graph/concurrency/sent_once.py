"""A value that both processes work with: written at once, before anybody changes it, and sent no more than once."""

import pickle
from itertools import count
from multiprocessing import parent_process
from multiprocessing.reduction import ForkingPickler
from typing import Any, Generic, TypeVar

Held = TypeVar("Held")

_numbers = count()
#: What a second process made or was sent, until it ends.
_held: dict[tuple[str, int], "SentOnce[Any]"] = {}


class SentOnce(Generic[Held]):
    """A value to which many steps of a task belong.

    Parameters
    ----------
    value : object
        Can be pickled; it may keep what it computes later.
    now : bool
        Whether to write it at once; there is no need to where it will not be sent.

    Examples
    --------
    >>> copy = SentOnce([1, 2])
    >>> sent = ForkingPickler.dumps(copy)
    >>> ForkingPickler.loads(sent).value
    [1, 2]
    """

    def __init__(self, value: Held, now: bool = True) -> None:
        self.value = value
        self._key = ("first" if parent_process() is None else "second", next(_numbers))
        self._written = bytes(ForkingPickler.dumps(value)) if now else None
        self._hold()

    def _hold(self) -> None:
        """Keep it where the first process will only name it; the first has its steps to hold it."""
        if parent_process() is not None:
            _held[self._key] = self

    def __reduce__(self) -> tuple[Any, ...]:
        """Write it in full the first time, then by name alone."""
        written, self._written = self._written, None
        return _received, (self._key, written)


def _received(key: tuple[str, int], written: bytes | None) -> SentOnce[Any]:
    if written is None:
        return _held[key]
    received = SentOnce.__new__(SentOnce)
    received.value, received._key, received._written = pickle.loads(written), key, None  # noqa: S301
    received._hold()
    return received
