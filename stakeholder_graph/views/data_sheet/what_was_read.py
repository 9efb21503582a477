"""Which files were read, and whom names in them were read as."""

from pathlib import Path

from stakeholder_graph.model.read_files import ReadFiles
from stakeholder_graph.model.table import ABSENT, Column, Table
from stakeholder_graph.text import N_

#: Why a name was read as it was.
_SOURCES = {
    "decided": N_("decided by people"),
    "spelling": N_("spelled alike"),
    "not on the list": N_("not on the list, as people decided"),
    "nobody": N_("names no organization"),
}


def files_read(read: ReadFiles) -> Table:
    """List the tables that were read.

    Parameters
    ----------
    read : ReadFiles
        As of the survey.

    Examples
    --------
    >>> from stakeholder_graph.model.read_files import ReadTable
    >>> files_read(ReadFiles(tables=(ReadTable("ties.csv", "ties", 12),), digests={"ties.csv": "9f"})).rows[0]["rows"]
    12
    """
    settings = [(file, "settings", None) for file in read.digests if file not in {table.file for table in read.tables}]
    files = [*settings, *read.tables]
    sizes = {Path(path).name: stamp.size for path, stamp in read.stamps.items() if stamp}
    return Table.of(
        {
            Column("file", N_("File"), "text", ordered=True): [file for file, _holds, _rows in files],
            Column("holds", N_("What it holds"), "text", labels=_HOLDS): [holds for _file, holds, _rows in files],
            Column("rows", N_("Rows"), "count"): [ABSENT if rows is None else rows for _file, _holds, rows in files],
            Column("bytes", N_("Size in bytes"), "count"): [
                sizes.get(Path(file).name) for file, _holds, _rows in files
            ],
            Column("sha256", N_("Digest (SHA-256)"), "text"): [read.digests.get(file) for file, _holds, _rows in files],
        }
    )


#: Kinds of files in words.
_HOLDS = {
    "settings": N_("settings"),
    "organizations": N_("organizations"),
    "names": N_("names"),
    "scales": N_("scales"),
    "ties": N_("ties"),
    "asked": N_("who was asked"),
    "rosters": N_("rosters"),
    "sectors": N_("sectors"),
    "items": N_("items"),
    "affiliations": N_("what organizations take part in"),
    "ratings": N_("ratings"),
    "indicators": N_("indicators"),
    "places": N_("places"),
    "strategies": N_("strategies"),
    "changes": N_("changes"),
    "evidence": N_("evidence"),
    "commitments": N_("commitments"),
    "corrections": N_("corrections"),
}


def names_read(read: ReadFiles) -> Table:
    """List the names that were read as something else than they say.

    Parameters
    ----------
    read : ReadFiles
        As of the survey.
    """
    return Table.of(
        {
            Column("written", N_("As it was written"), "text"): [name.written for name in read.names],
            Column("wave", N_("Round (blank: all)"), "text"): [name.wave or ABSENT for name in read.names],
            Column("organization", N_("Read as"), "organization"): [name.organization or ABSENT for name in read.names],
            Column("why", N_("Why"), "term", labels=_SOURCES): [name.source for name in read.names],
        }
    )
