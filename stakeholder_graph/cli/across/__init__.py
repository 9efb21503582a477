"""``across``: many partnerships side by side."""

from pathlib import Path
from typing import Any, Literal

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.outputs.where_written import ENDINGS, FORM, where_written
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.concurrency.second_process import second_process
from stakeholder_graph.text import N_

#: What the files are called in a folder.
PAGE = "backbone-only-communities"
_IN_FOLDER = ("html", "csv", "json")


@options.command(
    N_(
        "Put communities side by side, each with its size taken into account, and say which could learn what from "
        "which.\n\n"
        "Name two or more folders, settings files or fingerprints (export --to fingerprint), in any mixture. "
        "Rename the file of a fingerprint: its name is what the page calls the community. "
        "Nobody is ranked: a community is named only where it does more of something than luck and size explain. What "
        "was measured is kept, so that the next run measures only what has changed. The output is for your desk."
    )
)
@click.argument("named", nargs=-1, required=True, metavar="PARTNERSHIP...", type=click.Path(path_type=Path))
@options.output(
    None, N_("Folder to write a page, a CSV file and a JSON file to, or a file that ends in .html, .csv or .json.")
)
@click.option(
    "--waves",
    type=click.Choice(["latest", "all"]),
    default="latest",
    show_default=True,
    help=N_("Which surveys of each community to show; the latest are compared."),
)
@click.option(
    "--layer",
    "layers",
    metavar="NAME",
    multiple=True,
    help=N_(
        "The one kind of tie to compare; by default “collaboration”, or the only one. Repeat the option where "
        "communities use different names: the first that a community has is taken."
    ),
)
@options.seed
@options.permutations
@FORM
@click.option(
    "--cache",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help=N_("Where what was measured is kept, for you alone; by default with the caches of your other programs."),
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help=N_("A Dask scheduler that runs already, such as tcp://127.0.0.1:8786: its workers measure."),
)
@options.language
@options.quiet
def command(
    named: tuple[Path, ...],
    output: Path | None,
    waves: Literal["latest", "all"],
    layers: tuple[str, ...],
    form: str | None,
    cache: Path | None,
    cluster: str | None,
    quiet: bool,
    **thoroughness: Any,
) -> None:
    """Put communities side by side, and print or write them."""
    file, chosen = where_written(output, form, PAGE)
    if output is not None:
        from stakeholder_graph.cli.outputs.kept_survey import keep_the_survey
        from stakeholder_graph.survey.input_files import InputWatch

        for path in named:
            keep_the_survey(output, InputWatch(path).files)
    with second_process("stakeholder_graph.communities.gather") as second:
        import stakeholder_graph as sg
        from stakeholder_graph.storage.files import write_file_whole
        from stakeholder_graph.storage.user_cache import user_cache
        from stakeholder_graph.views.across import across_csv, across_json, across_text, draw_across

        together = sg.across(
            named,
            waves=waves,
            layers=layers,
            cache=cache or user_cache(),
            cluster=cluster,
            second=second,
            **thoroughness,
        )
    written = {"table": across_text, "csv": across_csv, "json": across_json, "html": draw_across}
    if file is None:
        echo(written[chosen](together), nl=False)
        return
    # A folder gets all of them; a file is what its name says.
    kinds = _IN_FOLDER if form is None and file.parent == output else (chosen,)
    for kind in kinds:
        path = file.with_suffix(ENDINGS[kind]) if len(kinds) > 1 else file
        write_file_whole(path, written[kind](together).encode())
        echo(path)
