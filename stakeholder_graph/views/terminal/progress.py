"""How far things are, shown by rich on standard error while somebody is watching a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress_bar(what: str, steps: int) -> Iterator[Callable[[object], None]]:
    """Show a bar that fills up step by step, and vanishes at the end.

    Parameters
    ----------
    what : str
        What is being done, in words.
    steps : int
        How many steps there are.

    Yields
    ------
    callable
        ``advance(step)``: call it after each step, with whatever names the step. Off a terminal it does nothing.

    Examples
    --------
    >>> with progress_bar("Reading", 2) as advance:
    ...     advance(1)
    ...     advance(2)
    """
    if not _watched():
        yield _nothing
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=steps)
        yield lambda step: progress.advance(task)


@contextmanager
def progress_status(*, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """Show what is being computed at the moment, in one line that vanishes at the end.

    Parameters
    ----------
    quiet : bool
        Show nothing.

    Yields
    ------
    callable
        ``say(what)``: call it with what begins now. Off a terminal it does nothing.

    Examples
    --------
    >>> with progress_status() as say:
    ...     say("density")
    """
    if quiet or not _watched():
        yield _nothing
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status("") as status:
        # As text: a layer's name in it is never taken for markup.
        yield lambda what: status.update(Text(f"{what} ..."))


def _watched() -> bool:
    return sys.stderr.isatty()


def _nothing(step: object) -> None:
    """Say nothing."""
