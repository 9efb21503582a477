"""A line on standard error, while somebody watches a terminal: what is being done, how far, and how much time is left.

A thread of its own looks at the work from time to time; the work itself only counts, and pays nothing for being seen.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING

from stakeholder_graph.progress.parts import Part, watched
from stakeholder_graph.progress.time_left import TimeLeft
from stakeholder_graph.text import _, current_language, number, speaking
from stakeholder_graph.text.printable import printable

if TYPE_CHECKING:
    from rich.live import Live
    from rich.table import Table

#: What takes fewer seconds shows nothing; from then on the line is drawn anew so often.
FIRST_SHOWN, BETWEEN_LOOKS = 2.0, 0.5
_BAR, _MINUTE = 24, 60
#: Fewer seconds are not counted.
_A_FEW = 5


@contextmanager
def progress_line(*, quiet: bool = False) -> Iterator["ProgressLine | None"]:
    """Show how far the work of the block is, in one line that vanishes at the end.

    Parameters
    ----------
    quiet : bool
        Show nothing.

    Yields
    ------
    ProgressLine or None
        None where nobody watches: off a terminal nothing is shown, nor counted.

    Examples
    --------
    >>> with progress_line() as line:
    ...     line is None
    True
    """
    if quiet or not sys.stderr.isatty():
        yield None
        return
    line, ended = ProgressLine(), Event()

    def looks() -> None:
        pause = FIRST_SHOWN
        with suppress(OSError, ValueError):  # the terminal was closed
            while not ended.wait(pause):
                line.look()
                pause = BETWEEN_LOOKS

    thread = Thread(target=looks, daemon=True)
    thread.start()
    try:
        with line.watching():
            yield line
    finally:
        ended.set()
        thread.join()
        line.hide()


class ProgressLine:
    """The line.

    Parameters
    ----------
    seconds : callable
        Gives seconds that only go forward.
    """

    def __init__(self, seconds: Callable[[], float] = monotonic) -> None:
        self._seconds = seconds
        self._began = seconds()
        self._whole = Part()
        self._left = TimeLeft()
        self._language = current_language()
        self._live: Live | None = None
        self._drawing = Lock()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Show the work of the block."""
        with watched(self._hear) as self._whole:
            yield

    def _hear(self, _part: Part) -> None:
        # Whoever looks does so in another thread, which speaks no language yet.
        self._language = current_language()

    def look(self) -> None:
        """Draw the line anew, or not at all where nothing is being done or it has not taken long."""
        seconds = self._seconds() - self._began
        if seconds < FIRST_SHOWN:
            return
        with self._drawing, speaking(self._language):
            doing = self._whole.doing
            if not doing:
                self._end()
                return
            if self._live is None:
                self._live = _live()
            self._live.update(self._drawn(doing, seconds, self._live.console.width), refresh=True)

    def _drawn(self, doing: Sequence[str], seconds: float, width: int) -> "Table":
        from rich.progress_bar import ProgressBar
        from rich.table import Table
        from rich.text import Text

        done = self._whole.done
        # What it is part of and what it is. As text: a name in it is never taken for markup.
        what = ": ".join(dict.fromkeys(printable(name) for name in (doing[0], doing[-1])))
        left = self._left.at(seconds, done)
        time = in_words(left) if left else ""
        # A name gives way to the time: that is what people look for.
        named = Text(what.replace("\n", " "))
        named.truncate(max(width - _BAR - len(time) - 3, 1), overflow="ellipsis")
        line = Table.grid(padding=(0, 1))
        line.add_column(no_wrap=True)
        line.add_column(width=_BAR)
        line.add_column(no_wrap=True)
        bar = ProgressBar(total=1 if done else None, completed=done, width=_BAR, pulse=not done)
        line.add_row(named, bar, Text(time))
        return line

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Take the line away for as long as the block prints something else."""
        with self._drawing:
            self._end()
            yield

    def hide(self) -> None:
        """Take the line away until somebody looks again."""
        with self.hidden():
            pass

    def _end(self) -> None:
        if self._live is not None:
            self._live.stop()
            self._live = None


def _live() -> "Live":
    from rich.console import Console
    from rich.live import Live

    live = Live(
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    live.start()
    return live


def in_words(seconds: float) -> str:
    """Say how much time is left.

    Parameters
    ----------
    seconds : float
        As `TimeLeft` gives them.

    Examples
    --------
    >>> in_words(5), in_words(40), in_words(120)
    ('a few seconds left', 'about 40 s left', 'about 2 min left')
    """
    if seconds <= _A_FEW:
        return _("a few seconds left")
    if seconds < 2 * _MINUTE:
        return _("about {seconds} s left", seconds=number(seconds))
    return _("about {minutes} min left", minutes=number(round(seconds / _MINUTE)))
