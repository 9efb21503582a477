"""Read a partnership: a folder of plain files, or settings and the exports they speak of."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import Survey
from stakeholder_graph.survey.assemble import assemble
from stakeholder_graph.survey.exports.questions import Export, open_exports
from stakeholder_graph.survey.exports.stray_files import advise_unread
from stakeholder_graph.survey.formats import Responses, read_export
from stakeholder_graph.survey.plain.organizations import chosen_columns
from stakeholder_graph.survey.settings.location import SETTINGS_FILE
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.read_toml import read_settings
from stakeholder_graph.survey.settings.template import Template
from stakeholder_graph.survey.settings.workbook.read import SettingsWorkbook, read_workbook
from stakeholder_graph.survey.settings.workbook.sheets import WORKBOOK_FILE
from stakeholder_graph.tabular.archive import too_large
from stakeholder_graph.tabular.source_table import SourceTable, read_table
from stakeholder_graph.tabular.workbook import workbook_rows

#: The plain files, in the order in which problems are told.
FAMILIES = (
    "organizations", "names", "scales", "ties", "asked", "rosters", "sectors",
    "items", "affiliations", "ratings", "indicators", "strategies", "evidence",
)  # fmt: skip


#: Answers that count although the respondent did not come to the end.
UNFINISHED = "partial answers, which count"


#: Steps of reading that `read_partnership` tells of: lists read, exports opened, answers put together.
STEPS = 3


def read_partnership(path: str | Path, progress: Callable[[int], None] = lambda step: None) -> Survey:
    """Read everything a partnership's folder holds.

    Parameters
    ----------
    path : str or Path
        The folder, or the settings file in it: ``partnership.toml`` or ``partnership.xlsx``.
    progress : callable
        Told after each of the `STEPS`, which one it was.

    Returns
    -------
    Survey
        Rows are in an order of their own, so that the order of rows in the files has no effect. Where several
        respondents of one organization stand in one export, they are numbered by row.

    Raises
    ------
    SurveyError
        With every problem found, each with file, row and column as a spreadsheet shows them.
    """
    inspection = Inspection()
    opened = open_partnership(Path(path), inspection, progress)
    survey = assemble(opened.name, opened.settings, opened.tables, opened.exports, inspection)
    progress(3)
    inspection.verdict()
    return replace(survey, info=replace(survey.info, set_apart=opened.set_apart))


@dataclass(frozen=True, eq=False)
class Opened:
    """The files of a partnership, opened and not yet read against each other.

    Parameters
    ----------
    name : str
        The partnership's name.
    book : SettingsWorkbook
        What it says about its survey, and where.
    tables : dict of str to Table
        The plain files, by name without ending, and the sheets that stand for such files.
    exports : list of Export
        One for each question and wave.
    set_apart : dict of str to int
        Rows of exports that do not count, by reason.
    """

    name: str
    book: SettingsWorkbook
    tables: dict[str, SourceTable]
    exports: list[Export]
    set_apart: dict[str, int]

    @property
    def settings(self) -> Settings:
        """The settings alone."""
        return self.book.settings


def open_partnership(path: Path, inspection: Inspection, progress: Callable[[int], None] = lambda step: None) -> Opened:
    """Open every file of a partnership.

    Parameters
    ----------
    path : Path
        The folder, or the settings file in it.
    inspection : Inspection
        Takes problems and advice.
    progress : callable
        As in `read_partnership`.

    Raises
    ------
    SurveyError
        If there is no such folder or file.
    """
    folder, book, tables = open_lists(path, inspection)
    progress(1)
    settings = book.settings
    known = _known(tables)
    opened: dict[str, Responses | None] = {}

    def open_export(file: str) -> Responses | None:
        if file not in opened:
            opened[file] = read_export(folder / file, file, inspection, known)
        return opened[file]

    exports = open_exports(settings, open_export, inspection)
    advise_unread(folder, _named(settings), opened, inspection)
    progress(2)
    _check_presence(folder, tables, settings, inspection)
    name = settings.name or folder.resolve().name
    return Opened(name, book, tables, exports, _set_apart(opened.values()))


def open_lists(path: Path, inspection: Inspection) -> tuple[Path, SettingsWorkbook, dict[str, SourceTable]]:
    """Open the settings and the plain files of a partnership, without exports.

    Parameters
    ----------
    path : Path
        The folder, or the settings file in it.
    inspection : Inspection
        Takes problems and advice.

    Returns
    -------
    (Path, SettingsWorkbook, dict of str to Table)
        The folder, what it says about its survey, and the tables as in `Opened`.

    Raises
    ------
    SurveyError
        If there is no such folder or file.
    """
    folder, book = _settings(path, inspection)
    plain = _tables(folder, inspection)
    inspection.sheets = book.sheets(plain)
    tables = _with_sheets(plain, book.tables, inspection)
    _listed(folder, book.settings, tables, inspection)
    return folder, book, tables


def _known(tables: dict[str, SourceTable]) -> list[str]:
    """Names that options of an export may have."""
    listed = [tables[family]["organization"] for family in ("organizations", "names") if family in tables]
    listed += [tables["items"]["item"]] if "items" in tables else []
    return sorted({text for texts in listed for text in texts} - {""})


def _named(settings: Settings) -> list[str]:
    """Every file that the settings name."""
    files = [file for wave in settings.wave for file in wave.files]
    files += [question.file for question in settings.question if question.file]
    return [*files, settings.organizations.file] if settings.organizations else files


def _set_apart(responses: Iterable[Responses | None]) -> dict[str, int]:
    """Rows that do not count by reason, and answers that were not finished, over all exports."""
    counts = Counter[str]()
    for each in responses:
        if each is not None:
            counts.update(each.set_apart)
            counts[UNFINISHED] += len(each.unfinished)
    return {reason: count for reason, count in sorted(counts.items()) if count}


def _settings(path: Path, inspection: Inspection) -> tuple[Path, SettingsWorkbook]:
    folder = path if path.is_dir() else path.parent
    found = [file for name in (SETTINGS_FILE, WORKBOOK_FILE) if (file := folder / name).exists()]
    if not path.exists():
        inspection.wrong("There is no such folder or file.", "Check the name.", str(path))
    elif path.is_file() and path.suffix not in (".toml", ".xlsx"):
        inspection.wrong(
            "This is neither a folder nor survey settings.",
            f"Give the folder, or {WORKBOOK_FILE} or {SETTINGS_FILE} in it.",
            path.name,
        )
    elif len(found) > 1:
        inspection.wrong(
            f"There also is {SETTINGS_FILE}, and only one of them can hold the survey settings.",
            "Move the one you do not use out of the folder.",
            WORKBOOK_FILE,
        )
    inspection.verdict()
    file = path if path.is_file() else next(iter(found), folder / SETTINGS_FILE)
    if file.suffix == ".xlsx":
        return folder, read_workbook(file, inspection)
    return folder, SettingsWorkbook(read_settings(file, inspection) if file.exists() else Settings())


def _with_sheets(
    tables: dict[str, SourceTable], sheets: Mapping[str, SourceTable], inspection: Inspection
) -> dict[str, SourceTable]:
    """The plain files beside the sheets of the settings that stand for such files."""
    for family in sorted(set(tables) & set(sheets)):
        inspection.wrong(
            f"There also is {tables[family].file}, and only one of them can count.",
            f"Remove {tables[family].file}, or empty the sheet {family.capitalize()}.",
            sheets[family].file,
        )
    return {**tables, **sheets}


def _tables(folder: Path, inspection: Inspection) -> dict[str, SourceTable]:
    """The plain files that are there; one that cannot be read is empty, its problem noted."""
    tables = {}
    for family in FAMILIES:
        found = [path for ending in (".csv", ".xlsx") if (path := folder / f"{family}{ending}").is_file()]
        if len(found) > 1:
            inspection.wrong(
                f"There also is {found[1].name}, and only one of them can count.",
                f"Remove {found[0].name} or {found[1].name}.",
                found[0].name,
            )
        if found:
            table = read_table(found[0], found[0].name, inspection)
            if table is not None:
                tables[family] = table
    return tables


def _listed(folder: Path, settings: Settings, tables: dict[str, SourceTable], inspection: Inspection) -> None:
    """Take the list of organizations from the file that the settings name."""
    if settings.organizations is None:
        return
    file = settings.organizations.file
    if "organizations" in tables and file != tables["organizations"].file:
        inspection.wrong(
            f"The settings take the list of organizations from {file}, and only one of them can count.",
            f"Remove the organizations here, or take {file} out of the settings.",
            tables["organizations"].file,
        )
    table = read_table(folder / file, file, inspection)
    if table is not None:
        table.require(inspection, *(Template(settings.organizations.organization).fields or ()))
        for column in settings.organizations.attributes:
            if column not in table:
                headers = " | ".join(table.headers.values())
                todo = f'Keep columns by their headers; in the workbook " | " stands between two, as in: {headers}.'
                inspection.wrong(f'There is no column "{column}" to keep.', todo, file)
        tables["organizations"] = chosen_columns(table, settings)


def _check_presence(folder: Path, tables: dict[str, SourceTable], settings: Settings, inspection: Inspection) -> None:
    """Without questions about ties, two plain files have to be there."""
    if any(question.kind == "tie" for question in settings.question):
        return
    if not tables and (book := _one_workbook(folder)):
        inspection.wrong(
            "The tables stand as sheets in one workbook, and each is read from a file of its own.",
            "Save each sheet as a file that is called as the sheet is: organizations.csv, ties.csv, and so on.",
            book,
        )
        return
    present = sorted(path.name for path in folder.iterdir())
    for family in ("organizations", "ties"):
        file = f"{family}.csv"
        if family in tables or any(problem.file.startswith(f"{family}.") for problem in inspection.problems):
            continue
        near = get_close_matches(file, present, 1, 0.8)
        otherwise = f"Add {file}; from the export of a survey begin with: stakeholder-graph start."
        todo = f'Is it "{near[0]}"? Then rename it.' if near else otherwise
        inspection.wrong("There is no such file in the folder.", todo, file)


def _one_workbook(folder: Path) -> str:
    """The name of a workbook that is alone in the folder and has a sheet for each file that has to be there."""
    books = [path for path in folder.glob("*.xlsx") if not path.name.startswith("~") and path.name != WORKBOOK_FILE]
    if len(books) != 1 or too_large(books[0].stat().st_size, books[0].name, Inspection()):
        return ""
    sheets = workbook_rows(books[0].read_bytes(), books[0].name, Inspection()) or {}
    return books[0].name if {"organizations", "ties"} <= {name.strip().casefold() for name in sheets} else ""
