"""Files in a partnership's folder that may be exports, and those of them that nothing reads."""

from collections.abc import Collection, Mapping
from pathlib import Path

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import COLUMNS
from stakeholder_graph.survey.formats import Responses, resembles_export
from stakeholder_graph.survey.settings.workbook.sheets import WORKBOOK_FILE
from stakeholder_graph.text import _

_ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".json", ".zip")
_OURS = frozenset({*COLUMNS, "names", "scales", Path(WORKBOOK_FILE).stem})
#: From this share of common headers on, two files are downloads of one survey.
_ALIKE = 0.5


def may_be_exports(folder: Path) -> list[Path]:
    """Give the files of a folder that may be exports by their names, in the order of their names.

    Parameters
    ----------
    folder : Path
        The partnership's folder.
    """
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    return [
        path
        for path in files
        if path.is_file() and path.suffix.casefold() in _ENDINGS and path.stem not in _OURS and path.name[0] not in "~."
    ]


def advise_unread(
    folder: Path, named: Collection[str], opened: Mapping[str, Responses | None], inspection: Inspection
) -> None:
    """Advise on each export in a folder that no question and no round names, such as a newer download.

    Parameters
    ----------
    folder : Path
        The partnership's folder.
    named : collection of str
        Files that the settings name, whether or not they were opened.
    opened : mapping of str to Responses or None
        What was read, by file. Where nothing was, the partnership has no exports and nothing is said.
    inspection : Inspection
        Takes the advice. A plain table counts as an export if it has the headers of one that was read.
    """
    headers = [
        {column.header for column in responses.columns} for responses in opened.values() if responses is not None
    ]
    known = {(folder / file).resolve() for file in (*named, *opened)}
    for path in may_be_exports(folder) if headers else ():
        if path.resolve() not in known and resembles_export(path, headers, _ALIKE):
            inspection.advise(
                _("This export is in the folder but is not read, because no question and no round names it."),
                _(
                    "Name it in the survey settings, or run: stakeholder-graph codebook {file}.",
                    file=path.name,
                ),
                path.name,
            )
