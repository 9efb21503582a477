"""Options that mean the same in every command, each written once."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from stakeholder_graph.cli._translated_help import TranslatedCommand
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.progress import part
from stakeholder_graph.text import LANGUAGES, N_, _, _n, speaking

if TYPE_CHECKING:
    from stakeholder_graph.graph import Partnership

#: Who copies are for.
EDITIONS = ("backbone", "partners", "community")

F = TypeVar("F", bound=Callable[..., Any])

partnership = click.argument("partnership", type=click.Path(path_type=Path))
wave = click.option("--wave", metavar="NAME", help=N_("Round of the survey to use; the latest by default."))
layer = click.option(
    "--layer",
    "layers",
    metavar="NAME",
    multiple=True,
    help=N_("Kind of tie to use; all by default. Repeat the option to use several."),
)


def speak(context: click.Context, _parameter: click.Parameter, language: str | None) -> str | None:
    """Put all that the command says into a language, from here on.

    Parameters
    ----------
    context : click.Context
        Of the call.
    language : str, optional
        As it was asked for; one that the catalogue does not have, such as ``"both"``, changes nothing.
    """
    if language in LANGUAGES:
        context.meta[_LANGUAGE] = language
        context.with_resource(speaking(language))
    return language


#: Where a call keeps the language that it was asked for.
_LANGUAGE = "stakeholder_graph.language"
language = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    is_eager=True,
    expose_value=False,
    callback=speak,
    help=N_("Language of pages and of what the command says; by default the one that the survey settings name."),
)
quiet = click.option("--quiet", is_flag=True, help=N_("Show errors only."))
ties = click.option(
    "--ties",
    type=click.Choice(["reported", "either", "both"]),
    help=N_(
        "What counts as a tie: each report, a pair that either side named, or a pair that both sides named. By default "
        "it is what the survey settings say, or else each report."
    ),
)
seed = click.option(
    "--seed",
    default=0,
    show_default=True,
    help=N_("Start of the random numbers. The same seed gives the same results."),
)
permutations = click.option(
    "--permutations",
    type=click.IntRange(99),
    default=9999,
    show_default=True,
    help=N_("Number of random permutations that a test compares with."),
)
draws = click.option(
    "--draws",
    type=click.IntRange(20),
    default=200,
    show_default=True,
    help=N_("Number of imputations for organizations that have not answered."),
)


def command(help_text: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a function a command.

    Parameters
    ----------
    help_text : str
        Marked with `N_`: what the command does, then a blank line and what else its user needs to know.
    """
    return click.command(cls=TranslatedCommand, help=help_text)


def output(default: str | None, help_text: str) -> Callable[[F], F]:
    """Make the option ``-o``.

    Parameters
    ----------
    default : str, optional
        Where a command writes without it.
    help_text : str
        Marked with `N_`.
    """
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        default=default,
        show_default=default is not None,
        help=help_text,
    )


def form(choices: Iterable[str]) -> Callable[[F], F]:
    """Make the option ``--format`` of a command that prints, or writes one file.

    Parameters
    ----------
    choices : iterable of str
        Those there are, the first without it where no file says otherwise.
    """
    return click.option(
        "--format",
        "form",
        type=click.Choice(tuple(choices)),
        help=N_("By default what the ending of the file says, or a table."),
    )


def edition(default: str, choices: Sequence[str] = EDITIONS) -> Callable[[F], F]:
    """Make the option ``--edition``.

    Parameters
    ----------
    default : {"backbone", "partners", "community"}
        The edition without it.
    choices : sequence of str
        Those there are.
    """
    return click.option(
        "--edition",
        type=click.Choice(choices),
        default=default,
        show_default=True,
        help=N_("Intended readers: backbone shows everything, every other edition only what was promised."),
    )


def thoroughness(function: F) -> F:
    """Add the options that say how ties are counted and how much is simulated."""
    return ties(seed(permutations(draws(function))))


def read_partnership(path: Path, *, say_advice: bool = True, share: float = 0.05) -> "Partnership":
    """Read a partnership, and say on stderr what was corrected on the way and which decisions are open.

    Parameters
    ----------
    path : Path
        As given on the command line.
    say_advice : bool
        False for a quiet command.
    share : float
        How much of what the command does it usually takes to read.
    """
    import stakeholder_graph as sg
    from stakeholder_graph.cli.outputs.kept_survey import keep_the_survey
    from stakeholder_graph.views.terminal import first_of_each_kind

    context = click.get_current_context(silent=True)
    chosen = context.meta.get(_LANGUAGE, "") if context else ""
    with part(share, _("Reading")):
        read = sg.read(path, language=chosen)
    if context and read.info.language and not chosen:
        context.with_resource(speaking(read.info.language))
    if context and (output := context.params.get("output")):
        keep_the_survey(output, read.info.read_from)
    if say_advice:
        for advice in first_of_each_kind(read.info.advice):
            echo(_("Note: {advice}", advice=advice), err=True)
        if read.info.undecided:
            draft = _n(
                "Draft: {count} decision is open; `stakeholder-graph check` shows it.",
                "Draft: {count} decisions are open; `stakeholder-graph check` lists them.",
                len(read.info.undecided),
            )
            echo(draft, err=True)
    return read
