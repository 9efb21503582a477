"""``names``: organizations as written against the roster."""

from pathlib import Path

import click

from stakeholder_graph.cli import options


@click.command()
@options.partnership
@options.output(None, "Write names.csv to fill in; decisions in it are kept.")
@options.quiet
def command(partnership: Path, output: Path | None, quiet: bool) -> None:
    """Show whom each name stands for that is not written as in your list of organizations.

    What is certain is matched; the rest is proposed with a score from 0 to 99, for you to decide. Fill in the file's
    column organization, with a name from your list or - for nobody. Of a partner that ties.csv names and you never
    asked, leave it blank and empty the reason beside it. Keep the file as names.csv beside your survey: it is
    used from then on. It says who wrote what, so keep it on your desk.
    """
    from stakeholder_graph.editions.publish import write_file
    from stakeholder_graph.survey.names.report import names_as_written, names_file
    from stakeholder_graph.views.names_file import names_csv
    from stakeholder_graph.views.terminal.names_table import names_table

    written = names_as_written(partnership)
    if output is None:
        click.echo(names_table(written), nl=False)
        return
    write_file(output, names_csv(written, names_file(output)))
    click.echo(output)
    undecided = sum(not name.decided for name in written.names)
    if not quiet:
        click.echo(f"{undecided} name{'' if undecided == 1 else 's'} to decide.", err=True)
