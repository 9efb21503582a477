"""Commands whose help is put into the reader's language when it is shown; it is only marked where it is written."""

import os
import re
from copy import copy
from typing import Any

import click

from stakeholder_graph.cli.streams import PROGRESS_LINE
from stakeholder_graph.progress.terminal import progress_line
from stakeholder_graph.text import N_, _, translate

#: What click says of options that it adds itself.
_OF_CLICK = (N_("Show this message and exit."), N_("Show the version and exit."))
#: What it adds to the help of an option, such as ``[default: 200; x>=20]``.
_ADDED = re.compile(r"\[[^\]]*\]$")


class TranslatedHelp(click.Command):
    """The frame of a command's help, of which click says some words itself, in the language that is spoken."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how the command is typed.

        Parameters
        ----------
        ctx : click.Context
            Of the call.
        formatter : click.HelpFormatter
            Takes the line.
        """
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage:") + " ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of options and, of a group, that of its commands.

        Parameters
        ----------
        ctx : click.Context
            Of the call.
        formatter : click.HelpFormatter
            Takes the lists.
        """
        options = [parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option)]
        records = [_translated(option).get_help_record(ctx) for option in options]
        with formatter.section(_("Options")):
            formatter.write_dl([(names, _ADDED.sub(_added, said)) for names, said in filter(None, records)])
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


class TranslatedCommand(TranslatedHelp):
    """A command with help texts that are messages of the catalogue, which shows how far it is."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, and show how far it is while somebody watches.

        Parameters
        ----------
        ctx : click.Context
            Of the call.
        """
        if os.environ.get("STAKEHOLDER_GRAPH_KERNELS"):
            from stakeholder_graph.api.measuring import check_environment

            check_environment()
        with progress_line(quiet=ctx.params.get("quiet", False)) as line:
            ctx.meta[PROGRESS_LINE] = line
            return super().invoke(ctx)

    def get_help(self, ctx: click.Context) -> str:
        """Give the help in the language that is spoken.

        Parameters
        ----------
        ctx : click.Context
            Of the call.
        """
        shown = copy(self)
        shown.help = translate(self.help or "")
        return click.Command.get_help(shown, ctx)


def _translated(option: click.Option) -> click.Option:
    shown = copy(option)
    shown.help = translate(option.help or "")
    return shown


def _added(said: re.Match[str]) -> str:
    return said[0].replace("default:", _("default:")).replace("required", _("required"))
