"""Where a command writes what it has found, and in which form."""

from collections.abc import Mapping
from pathlib import Path

import click

from stakeholder_graph.storage.file_forms import PAGES, TEXTS, ending_of, form_of_file
from stakeholder_graph.text import N_, _

#: How the name of a file of each form ends.
ENDINGS: Mapping[str, str] = {**TEXTS, **PAGES}
#: Endings that nobody gives to a folder. Others may be part of its name, such as "Spring 2.0".
_OTHER_FILES = frozenset({
    ".xlsx", ".xls", ".xlsm", ".ods", ".odt", ".docx", ".doc", ".pptx", ".ppt", ".odp", ".pdf", ".png", ".jpg", ".jpeg",
    ".svg", ".gif", ".tsv", ".tab", ".xml", ".xhtml", ".md", ".rtf", ".yaml", ".yml", ".toml", ".jsonl", ".zip",
    ".parquet", ".feather", ".rds", ".sav", ".dta", ".graphml", ".gexf", ".gml", ".net", ".cx2",
})  # fmt: skip
FORM = click.option(
    "--format", "form", type=click.Choice(tuple(ENDINGS)), help=N_("By default a table; with -o a page.")
)


def where_written(output: Path | None, form: str | None, name: str) -> tuple[Path | None, str]:
    """Say which file to write, if any, and in which form: as its name ends, or a page in a folder.

    Parameters
    ----------
    output : Path, optional
        A folder, or a file whose name ends as one of `ENDINGS`.
    form : str, optional
        One of `ENDINGS`.
    name : str
        What the file is called in a folder, without its ending.

    Raises
    ------
    click.UsageError
        If a page is to be printed, or the name is that of another file.
    FileFormError
        If the file's name and the form do not agree.

    Examples
    --------
    >>> where_written(None, None, "pairs"), where_written(Path("before.json"), None, "pairs")[1]
    ((None, 'table'), 'json')
    >>> where_written(Path("outputs"), None, "pairs")[0].name
    'pairs.html'
    """
    if output is None:
        if form == "html":
            raise click.UsageError(_("A page cannot be printed. Name a folder for it with -o."))
        return None, form or "table"
    ending = ending_of(output)
    if ending in ENDINGS.values():
        return output, form_of_file(output, form, ENDINGS)
    if ending in _OTHER_FILES and not output.is_dir():
        raise click.UsageError(
            _("No {ending} file is written. End the name in .html, .csv or .json, or name a folder.", ending=ending)
        )
    chosen = form or "html"
    return output / f"{name}{ENDINGS[chosen]}", chosen
