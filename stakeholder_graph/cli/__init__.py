"""The command line. Nothing heavy is imported here: each command imports what it needs when it runs."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Any

import click

from stakeholder_graph import __version__
from stakeholder_graph.cli._translated_help import TranslatedHelp
from stakeholder_graph.cli.streams import echo, write_plainly
from stakeholder_graph.concurrency.garbage import look_rarely
from stakeholder_graph.text import N_, _, _n, translate

if TYPE_CHECKING:
    from stakeholder_graph.model.errors import StakeholderGraphError

#: Commands in the order of the help, each in a module of its own, and what the help says of each.
COMMANDS = {
    "start": N_("Answer a few questions and get a draft of your survey settings."),
    "report": N_("Write the report and the map, for your desk and for the room."),
    "check": N_("List every problem and open decision, and who answered."),
    "codebook": N_("Draft the survey settings from exports of your survey tool."),
    "names": N_("Compare the names in your survey with your list of organizations."),
    "questionnaire": N_("Write the survey itself from your settings."),
    "map": N_("Draw the map alone."),
    "profile": N_("Write a page for each organization, for it alone, and a sheet to send them by."),
    "measure": N_("Compute measures as a table, CSV or JSON."),
    "compare": N_("Compare two waves: what changed, and what only looks like it."),
    "maturity": N_("Say what you can show, row by row of a rubric."),
    "whatif": N_("Say what would change if somebody left or joined, or a connection were made or ended."),
    "introductions": N_("Choose whom to introduce to whom, and what could stop."),
    "across": N_("Put communities side by side: which could learn what from which."),
    "export": N_("Write the network for another tool, such as Gephi, Kumu or UCINET."),
    "presets": N_("List presets to start from, or write one as drafts of your lists."),
    "examples": N_("List invented partnerships to try the tool on, or write one."),
    "explain": N_("Explain a measure in plain words."),
}


#: The exit codes of a program that somebody stopped with Ctrl-C, or the system: 128 and the number of the signal.
_INTERRUPTED, _TERMINATED = 130, 143


class _Commands(TranslatedHelp, click.Group):
    """Finds each command in its own module, and turns our errors into advice without a traceback."""

    def main(self, *args: Any, **extra: Any) -> Any:
        write_plainly()
        look_rarely()
        with _stopped_by_the_system():
            return super().main(*args, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            from difflib import get_close_matches

            if near := get_close_matches(cmd_name, COMMANDS, 1):
                ctx.fail(_("There is no command “{command}”. Did you mean “{near}”?", command=cmd_name, near=near[0]))
            return None
        module = import_module(f"stakeholder_graph.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def get_help(self, ctx: click.Context) -> str:
        self.help = translate(HELP)
        ctx.terminal_width = ctx.terminal_width or _terminal_width(ctx)
        return super().get_help(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # Click would import every command to learn what it does.
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, translate(summary)) for name, summary in COMMANDS.items()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Start here")):
            formatter.write_dl(
                [
                    ("stakeholder-graph start FOLDER", _("with the export of your survey in it")),
                    ("stakeholder-graph check FOLDER", ""),
                    ("stakeholder-graph report FOLDER -o outputs", ""),
                ]
            )

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (KeyboardInterrupt, click.Abort) as error:
            # A prompt turns Ctrl-C into an Abort, and so it does where there is nothing more to read.
            if isinstance(error, click.Abort) and not isinstance(error.__context__, KeyboardInterrupt):
                raise
            echo("\n" + _("Stopped. No file was left half-written."), err=True)
            sys.exit(_TERMINATED if isinstance(error, _Terminated) else _INTERRUPTED)
        except BrokenPipeError:  # whoever reads along has read enough; click ends without a word
            raise
        except OSError as error:
            echo(_unusable(error), err=True)
            sys.exit(2)
        except Exception as error:
            from stakeholder_graph.model.errors import StakeholderGraphError

            if not isinstance(error, StakeholderGraphError):
                raise
            echo(_advice(error), err=True)
            sys.exit(2)


class _Terminated(KeyboardInterrupt):
    """The system asks the program to end."""


@contextmanager
def _stopped_by_the_system() -> Iterator[None]:
    """Stop as for Ctrl-C where the system asks the program to end: nothing half-written stays behind."""

    def stop(number: int, frame: object) -> None:
        raise _Terminated

    if current_thread() is not main_thread():  # others take no signals
        yield
        return
    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _terminal_width(ctx: click.Context) -> int:
    """As click finds it, without loading shutil and its archive formats: they would take longer than the catalogue."""
    try:
        columns = int(os.environ.get("COLUMNS") or 0) or os.get_terminal_size().columns
    except (ValueError, OSError):  # no number, or no terminal
        columns = 80
    return max(min(columns, ctx.max_content_width or 80) - 2, 50)


def _advice(error: "StakeholderGraphError") -> str:
    from stakeholder_graph.model.problems import SurveyError

    if not isinstance(error, SurveyError):
        return _("Error: {what}", what=error)
    lines = [
        _n(
            "There is {count} problem to correct; nothing was written.",
            "There are {count} problems to correct; nothing was written.",
            len(error.problems),
        )
    ]
    for problem in error.problems:
        where = [f"  {problem.where}"] if problem.where else []
        lines += ["", *where, f"    {problem.what}", f"    {problem.todo}"]
    return "\n".join(lines)


def _unusable(error: OSError) -> str:
    reason = error.strerror or str(error)
    if not error.filename:
        return _("Error: a file cannot be used: {reason}. Is it open in another program?", reason=reason)
    file = error.filename
    return _("Error: {file} cannot be used: {reason}. Is it open in another program?", file=file, reason=reason)


HELP = N_(
    "Turn a survey of partner organizations into a map and a report.\n\n"
    "PARTNERSHIP is the folder with your survey, or the settings file in it. Everything runs on this computer; the "
    "tool sends nothing over a network, unless you name a cluster of your own (across --cluster)."
)


@click.group(
    cls=_Commands,
    help=HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="stakeholder-graph")
def main() -> None:
    """Run the command line."""
