"""A number of introductions below 0, which is a number and not an option."""

import click

from stakeholder_graph.cli._translated_help import TranslatedCommand
from stakeholder_graph.text import _


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
                raise click.UsageError(_("{count} is no number of introductions. Ask for 1 or more.", count=text), ctx)
        return super().parse_args(ctx, args)
