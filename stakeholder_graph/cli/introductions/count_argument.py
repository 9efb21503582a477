"""How many introductions: a number of 1 and more, and what is said of anything else."""

import re

import click

from stakeholder_graph.cli._translated_help import TranslatedCommand
from stakeholder_graph.text import _

_COUNT = re.compile("0*[1-9][0-9]{0,8}")


def count_of(ctx: click.Context | None, _param: click.Parameter | None, written: str) -> int:
    """Take the number, or say that it is none.

    Parameters
    ----------
    ctx, _param
        As click gives them.
    written : str
        By the user, or the default.

    Examples
    --------
    >>> count_of(None, None, "12")
    12
    """
    if not _COUNT.fullmatch(written.strip()):
        raise _no_count(written, ctx)
    return int(written)


class CountingCommand(TranslatedCommand):
    """A command that takes a number below 0 for a number, and says what is wrong with it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse what stands on the command line.

        Parameters
        ----------
        ctx : click.Context
            Of this call.
        args : list of str
            What the user wrote.
        """
        for before, text in zip(["", *args], args, strict=False):
            if text[:1] == "-" and text[1:].isdigit() and not before.startswith("--"):
                raise _no_count(text, ctx)
        return super().parse_args(ctx, args)


def _no_count(written: str, ctx: click.Context | None) -> click.UsageError:
    return click.UsageError(_("“{count}” is no number of introductions. Ask for 1 or more.", count=written), ctx)
