"""Turns the survey settings from one spelling into the other."""

import csv
import io
from pathlib import Path

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.storage.files import write_file_whole
from stakeholder_graph.storage.recovery import beside, free_name
from stakeholder_graph.survey.settings.draft_toml import draft_as_toml, text_draft
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
from stakeholder_graph.survey.settings.read_toml import read_settings
from stakeholder_graph.survey.settings.workbook.open_elsewhere import check_closed
from stakeholder_graph.survey.settings.workbook.read import SettingsWorkbook, read_workbook
from stakeholder_graph.survey.settings.workbook.sheets import WORKBOOK_FILE
from stakeholder_graph.survey.settings.workbook.write import workbook_bytes
from stakeholder_graph.text import _

#: Sheets that a text has no room for: each becomes a plain file.
_LISTS = ("organizations", "names", "sectors")


def is_other_spelling(path: Path, spelling: str) -> bool:
    """Whether a file holds survey settings in the other spelling than the one that is asked for.

    Parameters
    ----------
    path : Path
        The file.
    spelling : {"workbook", "toml"}
        What is asked for.

    Examples
    --------
    >>> is_other_spelling(Path("ours/partnership.xlsx"), "toml"), is_other_spelling(Path("survey.csv"), "toml")
    (True, False)
    """
    return path.name == (WORKBOOK_FILE if spelling == "toml" else SETTINGS_FILE)


def convert_settings(path: Path) -> list[Path]:
    """Write the survey settings in the other spelling, and set the file that held them aside.

    Parameters
    ----------
    path : Path
        The settings: partnership.xlsx or partnership.toml.

    Returns
    -------
    list of Path
        The new settings first, then the lists that the workbook held, and last the earlier file under its new name.

    Raises
    ------
    SurveyError
        If the settings cannot be read, or a file that would be written is there already.
    """
    inspection = Inspection()
    if path.name == WORKBOOK_FILE:
        check_closed(path)
        workbook = read_workbook(path, inspection)
        files = {SETTINGS_FILE: draft_as_toml(workbook.draft()).encode()} | _lists(workbook)
    else:
        files = {WORKBOOK_FILE: workbook_bytes(text_draft(read_settings(path, inspection)))}
    for name in files:
        if (path.parent / name).exists():
            inspection.wrong(
                _("This file is there already, and would be written."), _("Move it out of the folder."), name
            )
    inspection.verdict()
    earlier = free_name(beside(path))
    for name, content in files.items():
        write_file_whole(path.parent / name, content)
    path.rename(earlier)
    return [*(path.parent / name for name in files), earlier]


def _lists(workbook: SettingsWorkbook) -> dict[str, bytes]:
    """The sheets that become plain files."""
    tables = {name: table.columns for name in _LISTS if (table := workbook.tables.get(name)) is not None}
    if "names" in workbook.written:
        tables["names"] = _names(workbook)
    return {f"{name}.csv": _csv(columns) for name, columns in tables.items() if any(columns.values())}


def _names(workbook: SettingsWorkbook) -> dict[str, list[str]]:
    """Names that are decided, and those that wait, which have a reason and no organization."""
    decided, every = workbook.tables.get("names"), workbook.written["names"]
    cells = zip(*(every.texts(name) for name in ("written", "decision", "why")), strict=True)
    waiting = [(name, why or _("Nobody has decided yet.")) for name, decision, why in cells if not decision]
    columns = {name: decided.texts(name) if decided else [] for name in ("written", "organization", "wave", "reason")}
    columns["written"] = [*columns["written"], *(name for name, _why in waiting)]
    columns["reason"] = [*columns["reason"], *(why for _name, why in waiting)]
    for name in ("organization", "wave"):
        columns[name] = [*columns[name], *("" for _name in waiting)]
    return columns


def _csv(columns: dict[str, list[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(zip(*columns.values(), strict=True))
    return text.getvalue().encode()
