"""What reaches a terminal: text of a survey that cannot steer it, in letters that the stream can write."""

import codecs
import sys
from typing import Any

import click

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
#: Set the direction of what follows on a line, and are seen by nobody.
_DIRECTION = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
#: All control characters but tabs and ends of lines.
_STEERING = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)], "\N{REPLACEMENT CHARACTER}")


def printable(text: str) -> str:
    r"""Give a text without what steers a terminal or turns the direction of a line.

    Examples
    --------
    >>> printable("Gem\x1b[2J Clinic\u202e")
    'Gem\ufffd[2J Clinic'
    """
    return (
        text.translate(_DIRECTION).translate(_STEERING).replace("\r\n", "\n").replace("\r", "\N{REPLACEMENT CHARACTER}")
    )


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
