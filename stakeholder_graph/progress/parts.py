"""Work as a tree of parts, each with the share of the part around it that it usually takes."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from operator import length_hint
from threading import Lock
from typing import TypeVar

Counted = TypeVar("Counted")

#: The part that is being worked on, in this thread.
_current: ContextVar["Part | None"] = ContextVar("part", default=None)
#: One thread works while another looks.
_changing = Lock()


class Part:
    """A part of the work.

    Parameters
    ----------
    what : str
        What is being done, in words; blank where the part around it says enough.
    tells : callable
        Takes each part within this one when it begins or advances.

    Examples
    --------
    >>> report = Part("Report")
    >>> with report.within(0.5, "Measuring") as measuring:
    ...     measuring.advance(0.2)
    ...     report.done, report.doing
    (0.1, ['Report', 'Measuring'])
    >>> report.done
    0.5
    """

    def __init__(self, what: str = "", tells: Callable[["Part"], None] = lambda part: None) -> None:
        self.what = what
        self._tells = tells
        self._done = 0.0
        self._open: dict[Part, float] = {}
        self._around: tuple[Part, ...] = ()

    @property
    def done(self) -> float:
        """How much of it is done, from 0 to 1."""
        with _changing:
            going_on = tuple(self._open.items())
            done = self._done
        return min(done + sum(share * inner.done for inner, share in going_on), 1.0)

    @property
    def doing(self) -> list[str]:
        """What is being done at the moment, from the whole to the part that began last."""
        with _changing:
            last = next(reversed(self._open), None)
        return [*filter(None, [self.what]), *(last.doing if last else [])]

    @property
    def whole(self) -> "Part":
        """What it is a part of in the end."""
        return (*self._around, self)[0]

    @property
    def left(self) -> float:
        """How much of it has not even begun."""
        with _changing:
            return max(1 - self._done - sum(self._open.values()), 0.0)

    def advance(self, share: float) -> None:
        """Count a share of it as done.

        Parameters
        ----------
        share : float
            More than 0, at most 1; what would be more than the whole is not counted.
        """
        with _changing:
            self._done = min(self._done + share, 1.0)
        self._tells(self)

    def reach(self, done: float) -> None:
        """Count it as done up to there, as another process tells it.

        Parameters
        ----------
        done : float
            From 0 to 1; it never goes back.
        """
        if done > self._done:
            self.advance(done - self._done)

    @contextmanager
    def within(self, share: float, what: str = "") -> Iterator["Part"]:
        """Work on a part of it for as long as the block runs; then all of that part is done.

        Parameters
        ----------
        share : float
            How much of this part it is.
        what : str
            What is being done, in words.

        Yields
        ------
        Part
        """
        inner = Part(what, self._tells)
        inner._around = (*self._around, self)
        with _changing:
            self._open[inner] = share
        self._tells(inner)
        before = _current.get()
        _current.set(inner)
        try:
            yield inner
        finally:
            with _changing:
                del self._open[inner]
                self._done = min(self._done + share, 1.0)
            now = _current.get()
            # A generator that nobody finished may end long after the part around it: then others work already.
            if now is not None and (now is inner or inner in now._around):
                _current.set(before)


@contextmanager
def watched(tells: Callable[[Part], None] = lambda part: None) -> Iterator[Part]:
    """Watch how far the work of the block is.

    Parameters
    ----------
    tells : callable
        Takes each part when it begins or advances, in the thread that works.

    Yields
    ------
    Part
        The whole.

    Examples
    --------
    >>> names = []
    >>> with watched(lambda part: names.append(part.what)) as whole:
    ...     with part(0.5, "Reading"):
    ...         names.append(whole.done)
    >>> names, whole.done
    (['Reading', 0.0], 0.5)
    """
    whole = Part(tells=tells)
    token = _current.set(whole)
    try:
        yield whole
    finally:
        _current.reset(token)


@contextmanager
def part(share: float = 1.0, what: str = "") -> Iterator[Part]:
    """Work on the next part of what is being done, for as long as the block runs.

    Parameters
    ----------
    share : float
        How much of what is left of the part around it this one usually takes; by default all of it.
    what : str
        What is being done, in words: a title of the catalogue, or a name.

    Yields
    ------
    Part
        Nobody looks at it where nobody watches.

    Examples
    --------
    >>> with watched() as whole:
    ...     with part(0.5):
    ...         pass
    ...     with part(0.5):
    ...         pass
    ...     whole.done
    0.75
    """
    around = _current.get()
    if around is None:
        yield Part()
        return
    with around.within(share * around.left, what) as inner:
        yield inner


def counted(items: Iterable[Counted], share: float = 1.0, what: str = "") -> Generator[Counted, None, None]:
    """Go through items of about equal cost, and tell how many are done.

    Parameters
    ----------
    items : iterable
        Where it does not say how many they are, how far they are is not known until the last.
    share, what
        As of `part`: what they all take together.

    Yields
    ------
    object
        Each item.

    Examples
    --------
    >>> with watched() as whole:
    ...     [(item, whole.done) for item in counted("abcd")]
    [('a', 0.0), ('b', 0.25), ('c', 0.5), ('d', 0.75)]
    """
    count = length_hint(items)
    with part(share, what) as whole:
        for item in items:
            with whole.within(1 / count if count else 0.0):
                yield item
