"""``check``: every problem and open decision, and who answered; writes nothing."""

import sys
from pathlib import Path

from stakeholder_graph.cli import options
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.progress import part
from stakeholder_graph.text import N_, _, _n


@options.command(
    N_(
        "List every problem of a survey, every open decision, who answered, and what is not known yet.\n\n"
        "The command writes no file. Its last line says what to do next."
    )
)
@options.partnership
@options.wave
@options.language
def command(partnership: Path, wave: str | None) -> None:
    """List problems and open decisions, or problems alone where the survey cannot be read."""
    import stakeholder_graph as sg
    from stakeholder_graph.survey.next_step import next_step
    from stakeholder_graph.views.terminal import problem_table

    try:
        read = options.read_partnership(partnership, share=0.8)
    except SurveyError as error:
        echo(problem_table(error.problems), nl=False)
        count = len(error.problems)
        summary = _n("There is {count} problem to correct.", "There are {count} problems to correct.", count)
        echo(summary, err=True)
        echo("\n" + next_step(partnership, (), error.problems))
        sys.exit(2)
    with part(what=_("Checking")):
        checked = sg.check(read, wave)
    echo(checked, nl=False)
    unlisted = max((count for count, _of in read.info.asked_unlisted.values()), default=0)
    echo("\n" + next_step(partnership, read.info.undecided, unlisted=unlisted))
