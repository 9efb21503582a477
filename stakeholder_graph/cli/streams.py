"""What reaches a terminal: text of a survey that cannot steer it, in letters that the stream can write."""

import codecs
import sys
from contextlib import nullcontext
from typing import Any

import click

from stakeholder_graph.text.printable import printable

#: What stands for a letter in an encoding that lacks it, such as that of a pipe on Windows.
_PLAINLY = {
    "\u2212": "-",
    "\u2013": "-",
    "\u2014": "-",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "…": "...",
    "\u00a0": " ",
}

#: Where a call keeps the line that shows how far it is: what is printed meanwhile stands above it.
PROGRESS_LINE = "stakeholder_graph.progress_line"


def echo(text: object = "", *, err: bool = False, nl: bool = True) -> None:
    """Print a text that may hold what somebody wrote in a survey.

    Parameters
    ----------
    text : object
        Is printed as `printable` gives it.
    err : bool
        Whether it goes to stderr.
    nl : bool
        Whether the line ends after it.
    """
    context = click.get_current_context(silent=True)
    line = context.meta.get(PROGRESS_LINE) if context else None
    with line.hidden() if line else nullcontext():
        click.echo(printable(str(text)), err=err, nl=nl)


def write_plainly() -> None:
    """Let stdout and stderr write a plain letter, or a question mark, in place of one that their encoding lacks."""
    codecs.register_error("plainly", _plainly)
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="plainly")


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    return "".join(_PLAINLY.get(letter, "?") for letter in letters), error.end
