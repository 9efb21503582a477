"""Where a comparison is written, and in which form."""

from collections.abc import Mapping
from pathlib import Path

import click

from stakeholder_graph.text import _

#: How the name of a file of each form ends.
ENDINGS: Mapping[str, str] = {"table": ".txt", "csv": ".csv", "json": ".json", "html": ".html"}
#: What a comparison is called in a folder.
NAME = "backbone-only-comparison"


def where_written(output: Path | None, form: str | None) -> tuple[Path | None, str]:
    """Say which file to write, if any, and in which form: as its name ends, or a page in a folder.

    Parameters
    ----------
    output : Path, optional
        A folder, or a file whose name ends as one of `ENDINGS`.
    form : str, optional
        One of `ENDINGS`.

    Raises
    ------
    click.UsageError
        If a page is to be printed, or the file's name and the form do not agree.

    Examples
    --------
    >>> where_written(None, None), where_written(Path("changes.json"), None)[1]
    ((None, 'table'), 'json')
    >>> where_written(Path("outputs"), None)[0].name
    'backbone-only-comparison.html'
    """
    if output is None:
        if form == "html":
            raise click.UsageError(_("A page cannot be printed. Name a folder for it with -o."))
        return None, form or "table"
    named = next((known for known, ending in ENDINGS.items() if ending == output.suffix.lower()), None)
    if named is None:
        chosen = form or "html"
        return output / f"{NAME}{ENDINGS[chosen]}", chosen
    if form not in (None, named):
        raise click.UsageError(
            _("The file {file} and --format {form} do not agree. Leave one of them out.", file=output.name, form=form)
        )
    return output, named
