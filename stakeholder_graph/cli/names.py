"""``names``: organizations as written against the roster."""

from pathlib import Path

from stakeholder_graph.cli import options
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.progress import part
from stakeholder_graph.text import N_, _, _n


@options.command(
    N_(
        "Compare the names in your survey with your list of organizations.\n\n"
        "The tool matches names that are certain. For the others it proposes organizations, with a score from 0 to 99, "
        "and you decide.\n\n"
        "With -o, the command writes names.csv, with your decisions and the names that wait for one. In its column "
        "organization, write a name from your list, or - where the name stands for nobody. Where ties.csv names a "
        "partner whom you did not survey, leave the column blank and delete the reason in the same row. Keep names.csv "
        "beside your survey: every command uses it from then on. The file shows who wrote what, so keep it on your "
        "desk."
    )
)
@options.partnership
@options.output(None, N_("File names.csv to write and fill in; decisions in it are kept."))
@options.language
@options.quiet
def command(partnership: Path, output: Path | None, quiet: bool) -> None:
    """Print the names, or write the file in which a person decides."""
    from stakeholder_graph.survey.name_report import names_as_written
    from stakeholder_graph.views.names_file import write_names
    from stakeholder_graph.views.terminal import names_table

    with part(what=_("Reading")):
        written = names_as_written(partnership)
    if output is None:
        echo(names_table(written), nl=False)
        return
    echo(write_names(output, written))
    undecided = sum(not name.decided for name in written.names)
    if not quiet:
        echo(_n("{count} name to decide.", "{count} names to decide.", undecided), err=True)
