"""Commands whose help is put into the reader's language when it is shown; it is only marked where it is written."""

from copy import copy

import click

from stakeholder_graph.text import translate


class TranslatedCommand(click.Command):
    """A command with help texts that are messages of the catalogue."""

    def get_help(self, ctx: click.Context) -> str:
        """Give the help in the language that is spoken.

        Parameters
        ----------
        ctx : click.Context
            Of the call.
        """
        shown = copy(self)
        shown.help = translate(self.help or "")
        shown.params = [_translated(parameter) for parameter in self.params]
        return click.Command.get_help(shown, ctx)


def _translated(parameter: click.Parameter) -> click.Parameter:
    if not isinstance(parameter, click.Option) or not parameter.help:
        return parameter
    shown = copy(parameter)
    shown.help = translate(parameter.help)
    return shown
