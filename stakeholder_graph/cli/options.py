"""Options that mean the same in every command, each written once."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from stakeholder_graph.text import _

if TYPE_CHECKING:
    from stakeholder_graph.graph import Partnership
    from stakeholder_graph.model.finding import Ties
    from stakeholder_graph.studies.context import MeasureSettings

F = TypeVar("F", bound=Callable[..., Any])

partnership = click.argument("partnership", type=click.Path(path_type=Path))
wave = click.option("--wave", metavar="NAME", help="Which round of the survey; the latest unless told.")
layer = click.option(
    "--layer", "layers", metavar="NAME", multiple=True, help="Which kind of tie; all unless told. May be repeated."
)
quiet = click.option("--quiet", is_flag=True, help="Say nothing but errors.")


def output(default: str | None, what: str) -> Callable[[F], F]:
    """Where to write."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        default=default,
        show_default=default is not None,
        help=what,
    )


def edition(default: str) -> Callable[[F], F]:
    """Whose eyes it is for."""
    return click.option(
        "--edition",
        type=click.Choice(["backbone", "partners", "community"]),
        default=default,
        show_default=True,
        help="Whose eyes it is for.",
    )


ties = click.option(
    "--ties",
    type=click.Choice(["reported", "either", "both"]),
    help="What counts as a tie: each report (unless the survey settings say otherwise), a pair that either side "
    "named, or that both named.",
)
seed = click.option("--seed", default=0, show_default=True, help="Same seed, same numbers.")
permutations = click.option(
    "--permutations",
    type=click.IntRange(99),
    default=9999,
    show_default=True,
    help="Arrangements by chance to compare with.",
)
draws = click.option(
    "--draws",
    type=click.IntRange(20),
    default=200,
    show_default=True,
    help="Ways in which those who have not answered might have answered.",
)


def thoroughness(command: F) -> F:
    """How ties are counted and how much is simulated."""
    return ties(seed(permutations(draws(command))))


def read(path: Path, *, say_advice: bool = True) -> "Partnership":
    """Read a partnership, telling on stderr what was mended on the way."""
    from stakeholder_graph.graph import to_partnership
    from stakeholder_graph.survey import read_partnership
    from stakeholder_graph.survey.read import STEPS
    from stakeholder_graph.views.terminal.progress import progress_bar

    with progress_bar(_("Reading"), STEPS) as advance:
        survey = read_partnership(path, advance)
    if say_advice:
        for advice in survey.advice:
            click.echo(f"Note: {advice}", err=True)
        if survey.info.undecided:
            count = len(survey.info.undecided)
            click.echo(f"Draft: open decisions, {count}; `stakeholder-graph check` lists them.", err=True)
    return to_partnership(survey)


def settings(partnership: "Partnership", ties: "Ties | None", **chosen: Any) -> "MeasureSettings":
    """The settings of a run from the options of `thoroughness`, and from what the partnership says of ties."""
    from stakeholder_graph.studies.context import MeasureSettings

    return MeasureSettings(ties=ties or partnership.info.ties, **chosen)
