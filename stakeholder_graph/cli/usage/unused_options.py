"""Options that would change nothing are refused: whoever gives one expects it to do something.

Options that only say how thorough a computation is, such as ``--permutations``, are no such promise and may stay.
"""

from collections.abc import Collection

import click
from click.core import ParameterSource

from stakeholder_graph.text import _, listing


def refuse_unused(names: Collection[str], why: str) -> None:
    """Refuse options that were given on the command line and have no effect beside the others.

    Parameters
    ----------
    names : collection of str
        Parameters of the command that is running, as its function calls them.
    why : str
        A sentence that says why they change nothing.

    Raises
    ------
    click.UsageError
        If one of them was given; it names all of them.

    Examples
    --------
    >>> @click.command()
    ... @click.option("--wave")
    ... def show(wave):
    ...     refuse_unused({"wave"}, "There is one wave.")
    >>> from click.testing import CliRunner
    >>> CliRunner().invoke(show, ["--wave", "2025"]).output.splitlines()[-1]
    'Error: There is one wave. Remove --wave.'
    >>> CliRunner().invoke(show).exit_code
    0
    """
    context = click.get_current_context()
    given = [
        max(parameter.opts, key=len)
        for parameter in context.command.params
        if parameter.name in names and context.get_parameter_source(parameter.name) is ParameterSource.COMMANDLINE
    ]
    if given:
        raise click.UsageError(_("{why} Remove {options}.", why=why, options=listing(given)))
