"""The command line. Nothing heavy is imported here: each command imports what it needs when it runs."""

import sys
from importlib import import_module
from typing import Any

import click

from stakeholder_graph import __version__
from stakeholder_graph.model.errors import StakeholderGraphError, SurveyError

#: Commands in the order of the help, each in a module of its own, and what the help says of each.
COMMANDS = {
    "start": "Ask six questions and draft the survey settings.",
    "report": "Write the report and the map, for your desk and for the room.",
    "check": "Show problems, open decisions, and who answered.",
    "codebook": "Draft the survey settings from an export.",
    "names": "Show names as written against your list of organizations.",
    "questionnaire": "Write the survey itself from your settings.",
    "map": "Draw the map alone.",
    "measure": "Compute measures as a table, CSV or JSON.",
    "explain": "Explain a measure in plain words.",
}


class _Commands(click.Group):
    """Finds each command in its own module, and turns our errors into advice without a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            from difflib import get_close_matches

            if near := get_close_matches(cmd_name, COMMANDS, 1):
                ctx.fail(f'There is no command "{cmd_name}". Did you mean "{near[0]}"?')
            return None
        module = import_module(f"stakeholder_graph.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # Click would import every command to learn what it does.
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except StakeholderGraphError as error:
            click.echo(_advice(error), err=True)
            sys.exit(2)
        except OSError as error:
            where = f" {error.filename}" if error.filename else ""
            click.echo(f"Error: cannot use{where}: {error.strerror or error}. Is it open in another program?", err=True)
            sys.exit(2)


def _advice(error: StakeholderGraphError) -> str:
    if not isinstance(error, SurveyError):
        return f"Error: {error}"
    count = len(error.problems)
    lines = [f"{count} problem{'s' if count > 1 else ''} to mend first; nothing was written."]
    for problem in error.problems:
        lines += ["", f"  {problem.where}" if problem.where else "", f"    {problem.what}", f"    {problem.todo}"]
    return "\n".join(lines)


START = """\b
Start here:
  stakeholder-graph start FOLDER      with the export of your survey in it
  stakeholder-graph check FOLDER
  stakeholder-graph report FOLDER -o outputs
"""


@click.group(
    cls=_Commands,
    epilog=START,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="stakeholder-graph")
def main() -> None:
    """Turn a survey of partner organizations into a map and a report.

    PARTNERSHIP is a folder with your survey files, or its settings file partnership.toml. Everything runs on this
    computer; nothing is sent anywhere.
    """
