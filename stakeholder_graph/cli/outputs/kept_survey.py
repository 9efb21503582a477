"""What ``-o`` never writes over: the files that a survey is read from.

A table that the tool wrote into the folder of a survey is no part of it, and may be written again: it is known by how
it begins. A name under which answers are read, such as changes.csv, is refused even where there is no such file yet:
the next run would read what this one wrote.
"""

from collections.abc import Iterable
from pathlib import Path

import click

from stakeholder_graph.model.read_files import ReadFiles
from stakeholder_graph.survey.input_files import read_by_name
from stakeholder_graph.text import _

#: How the tool's own JSON begins, and the tables of measure, compare, whatif, introductions and
#: across.
OWN_BEGINNINGS = (
    b'"schema":',
    b'"partnership":',
    b"id,name,layers,unit,",
    b"id,value,unit,expected,",
    b"name,layer,on,before,",
    b"a,b,weight,shared,",
    b"community,wave,layer,aspect,",
    b"kind,subjects,question,",
)
_LONGEST = 40
#: Plain files that a command writes on purpose.
_WRITTEN = frozenset({"names.csv", "evidence.csv"})


def keep_the_survey(output: Path, read_from: ReadFiles) -> None:
    """Refuse an output that would become, or replace, a file of the survey.

    Parameters
    ----------
    output : Path
        A file or a folder.
    read_from : ReadFiles
        What the survey was read from.

    Raises
    ------
    click.UsageError
        Naming the file.
    """
    if output.is_file():
        if not _own(output) and _among(output, read_from.stamps):
            raise click.UsageError(
                _("{file} is one of the files that your survey is read from. Name another file to write.", file=output)
            )
    elif (
        read_by_name(output)
        and output.name.casefold() not in _WRITTEN
        and output.parent.resolve() == Path(read_from.folder).resolve()
    ):
        raise click.UsageError(
            _("Your survey would be read from {file} the next time. Give the file another name.", file=output)
        )


def _own(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(_LONGEST).lstrip(b"\xef\xbb\xbf{ \r\n").startswith(OWN_BEGINNINGS)


def _among(file: Path, names: Iterable[str]) -> bool:
    return any(Path(name).is_file() and file.samefile(name) for name in names)
