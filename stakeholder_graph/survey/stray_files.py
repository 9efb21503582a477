"""Files in a partnership's folder that may be exports, and those of them that nothing reads."""

import re
from collections.abc import Iterable
from pathlib import Path

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import COLUMNS
from stakeholder_graph.survey.formats import Responses, resembles_export
from stakeholder_graph.survey.settings.workbook.sheets import EVIDENCE_SHEET, OUR_WORKBOOKS
from stakeholder_graph.tabular.files import WORKBOOKS
from stakeholder_graph.text import _
from stakeholder_graph.text.commands import quoted

_ENDINGS = (".csv", ".tsv", ".txt", ".json", ".zip", *WORKBOOKS)
_OURS = frozenset({*COLUMNS, "names", "scales", *(Path(name).stem for name in OUR_WORKBOOKS)})
#: In the name of a file that was kept beside its new version.
EARLIER = ".earlier"
#: From this share of common headers on, two files are downloads of one survey.
_ALIKE = 0.5
_LIKE_EVIDENCE_SHEET = re.compile(r"(?<![a-z])evidence[^a-z]*sheet(?![a-z])")


def may_be_exports(files: Iterable[Path]) -> list[Path]:
    """Give the files that may be exports by their names, in the order of their names.

    Parameters
    ----------
    files : iterable of Path
        Those of a partnership's folder.
    """
    return sorted(
        path
        for path in files
        if path.suffix.casefold() in _ENDINGS
        and path.stem.partition(EARLIER)[0] not in _OURS
        and path.name[0] not in "~."
        and not is_like_evidence_sheet(path)
        and path.is_file()
    )


def is_like_evidence_sheet(path: Path) -> bool:
    """Whether a file is a workbook that was the evidence sheet before a computer or a person renamed it.

    Parameters
    ----------
    path : Path
        Of any file.

    Examples
    --------
    >>> [is_like_evidence_sheet(Path(name)) for name in ("Evidence sheet (1).xlsx", "evidence-sheet.xlsx", "e.xlsx")]
    [True, False, False]
    """
    name = path.name.casefold()
    return (
        name != EVIDENCE_SHEET
        and path.suffix.casefold() in WORKBOOKS
        and EARLIER not in name
        and name[0] not in "~."
        and _LIKE_EVIDENCE_SHEET.search(name) is not None
    )


def advise_renamed_sheets(files: Iterable[Path], inspection: Inspection) -> None:
    """Advise on each workbook that looks like the evidence sheet but has another name, so that nobody reads it.

    Parameters
    ----------
    files : iterable of Path
        Those of a partnership's folder.
    inspection : Inspection
        Takes the advice.
    """
    files = list(files)
    there = any(path.name.casefold() == EVIDENCE_SHEET for path in files)
    for path in filter(is_like_evidence_sheet, files):
        inspection.advise(
            _("This file looks like your evidence sheet, but it is not read."),
            _("If its decisions count, put it in the place of {file}; else move it out of the folder.",
              file=EVIDENCE_SHEET)
            if there
            else _("Save it as {file}.", file=EVIDENCE_SHEET)
            if path.suffix.casefold() != ".xlsx"
            else _("Rename it to {file}.", file=EVIDENCE_SHEET),
            path.name,
        )  # fmt: skip


def advise_unread(unnamed: Iterable[Path], opened: Iterable[Responses], inspection: Inspection) -> None:
    """Advise on each export in a folder that no question and no round names, such as a newer download.

    Parameters
    ----------
    unnamed : iterable of Path
        Files of the folder that the settings do not name.
    opened : iterable of Responses
        The exports that were read.
    inspection : Inspection
        Takes the advice. A plain table counts as an export if it has the headers of one that was read.
    """
    headers = [{column.header for column in responses.columns} for responses in opened]
    for path in may_be_exports(unnamed):
        if resembles_export(path, headers, _ALIKE):
            inspection.advise(
                _("This export is in the folder but is not read, because no question and no round names it."),
                _(
                    "To read it, run: stakeholder-graph codebook {file}{to}",
                    file=quoted(path),
                    to="" if inspection.in_workbook else " --to toml",
                ),
                path.name,
            )
