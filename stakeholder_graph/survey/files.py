"""The files of a partnership, each opened once: settings, plain files, and the exports that the settings name."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.read_files import ReadTable
from stakeholder_graph.model.survey import COLUMNS
from stakeholder_graph.survey.absent_files import check_presence, misspelled_settings
from stakeholder_graph.survey.exports.flagged_answers import with_flagged
from stakeholder_graph.survey.exports.questions import LocatedQuestion, locate_questions
from stakeholder_graph.survey.formats import Responses, read_export
from stakeholder_graph.survey.input_files import InputWatch, shown_files
from stakeholder_graph.survey.names.partnership_name import name_by_folder
from stakeholder_graph.survey.networks.locate import is_network, looks_like_network, network_of
from stakeholder_graph.survey.networks.read import with_network
from stakeholder_graph.survey.networks.several import with_networks
from stakeholder_graph.survey.plain.evidence.evidence_sheet import read_evidence_sheet
from stakeholder_graph.survey.plain.families import ESSENTIAL, FAMILIES, FURTHER, TABLES
from stakeholder_graph.survey.plain.one_workbook import one_workbook, sheets_of
from stakeholder_graph.survey.plain.organizations import chosen_columns
from stakeholder_graph.survey.roles.drafting.memberships import name_memberships
from stakeholder_graph.survey.roles.folder import with_memberships, with_tables
from stakeholder_graph.survey.roles.opening.usual_names import with_other_headers
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE, Template
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.read_toml import read_settings
from stakeholder_graph.survey.settings.stated_scales import with_stated_scales
from stakeholder_graph.survey.settings.workbook.read import read_workbook
from stakeholder_graph.survey.settings.workbook.sheets import (
    EVIDENCE_SHEET,
    OUR_WORKBOOKS,
    WORKBOOK_FILE,
    to_set_in_workbook,
)
from stakeholder_graph.survey.stray_files import advise_renamed_sheets, advise_unread
from stakeholder_graph.tabular.files import WORKBOOKS
from stakeholder_graph.tabular.source_table import SourceTable, advise_on_headers, read_table
from stakeholder_graph.tabular.workbook import stop_at_uncomputed
from stakeholder_graph.text import N_, _

#: Answers that count although the respondent did not come to the end.
UNFINISHED = N_("partial answers, which count")


@dataclass(frozen=True, eq=False)
class PartnershipFiles:
    """The files of a partnership, opened and not yet read against each other.

    Parameters
    ----------
    name : str
        The partnership's name.
    settings : Settings
        What it says about its survey.
    tables : dict of str to SourceTable
        The plain files, by name without ending, and the sheets that stand for such files.
    questions : list of LocatedQuestion
        One for each question of the settings and wave, of those that exports answer.
    set_apart : dict of str to int
        Rows of exports that do not count, by reason.
    read : tuple of ReadTable
        Every table that was opened, plain files first.
    """

    name: str
    settings: Settings
    tables: dict[str, SourceTable]
    questions: list[LocatedQuestion]
    set_apart: dict[str, int]
    read: tuple[ReadTable, ...] = ()


def open_partnership(
    path: Path,
    inspection: Inspection,
    watch: InputWatch | None = None,
) -> PartnershipFiles:
    """Open every file of a partnership.

    Parameters
    ----------
    path : Path
        The folder, or the settings file in it.
    inspection : Inspection
        Takes problems and advice.
    watch : InputWatch, optional
        Takes the files that the settings name, before they are opened.

    Raises
    ------
    SurveyError
        If there is no such folder or file.
    """
    folder, settings, tables = open_lists(path, inspection)
    if watch:
        watch.add(folder / file for file in _named(settings))
    known = _known(tables) if settings.question else []
    opened: dict[str, Responses | None] = {}

    def open_export(file: str) -> Responses | None:
        if file not in opened:
            responses = read_export(folder / file, file, inspection, known, settings.encoding)
            opened[file] = with_flagged(responses) if responses and responses.flagged else responses
        return opened[file]

    questions = locate_questions(settings, open_export, inspection) if settings.question else []
    if inspection.problems:
        stop_at_uncomputed(inspection)
    exports = [responses for responses in opened.values() if responses is not None]
    unnamed = _unnamed(folder, [*opened, *_named(settings)], tables) if exports else []
    if unnamed:
        advise_unread(unnamed, exports, inspection)
    _advise_misspelled(folder, tables, _named(settings), inspection)
    whole = "organizations" in tables and not {"ties", "affiliations"}.isdisjoint(tables)
    if not whole and not _asks_about_ties(settings):
        check_presence(folder, tables, settings, inspection)
    name = settings.name or name_by_folder(folder.resolve().name) or folder.resolve().name
    read = [ReadTable(table.file, family.removesuffix(".xlsx"), len(table)) for family, table in tables.items()]
    read += [ReadTable(table.file, export.format, len(table)) for export in exports for table in export.tables]
    return PartnershipFiles(name, settings, tables, questions, _set_apart(exports), tuple(read))


def open_lists(path: Path, inspection: Inspection) -> tuple[Path, Settings, dict[str, SourceTable]]:
    """Open the settings and the plain files of a partnership, without exports.

    Parameters
    ----------
    path : Path
        The folder, the settings file in it, or a network file.
    inspection : Inspection
        Takes problems and advice.

    Returns
    -------
    (Path, Settings, dict of str to SourceTable)
        The folder, what the partnership says about its survey, and the tables as in `PartnershipFiles`.

    Raises
    ------
    SurveyError
        If there is no such folder or file.
    """
    if path.is_file() and (is_network(path) or looks_like_network(path)):
        return _open_network(path, inspection)
    folder, settings, tables = _open_folder(path, inspection)
    other: frozenset[str] = frozenset()
    if settings.network is None and not settings.question and not _have_our_headers(tables):
        other = with_other_headers(tables, folder)
        passed = {tables[family].file for family in other}
        inspection.problems = [problem for problem in inspection.problems if problem.file not in passed]
        tables = {family: table for family, table in tables.items() if family not in other}
    if settings.network is None and _looks_for_tables(settings, tables):
        settings, tables = with_tables(folder, settings, tables, inspection, network_files=not other)
    elif (
        "organizations" in tables
        and name_memberships([*tables["organizations"].columns])
        and not (settings.table or settings.question or settings.network)
    ):
        tables = with_memberships(folder, settings, tables, inspection)
    if any(said.role == "network" for said in settings.table):
        settings, tables = with_networks(folder, settings, tables, inspection)
    without_ties = not {"ties", "affiliations"} & set(tables) and not _asks_about_ties(settings) and folder.is_dir()
    if (settings.network or without_ties) and (
        network := network_of(folder, settings, tables, _named(settings), inspection)
    ):
        settings, tables = with_network(network, network.name, settings, tables, inspection)
    if settings.network and "ties" not in tables:
        inspection.verdict()
    if settings.preset:
        from stakeholder_graph.survey.presets.preset_tables import with_preset_sectors

        # Once the organizations are known, wherever they are listed: their sectors say in which language.
        tables = with_preset_sectors(settings, folder, tables)
    return folder, settings, tables


def _open_network(path: Path, inspection: Inspection) -> tuple[Path, Settings, dict[str, SourceTable]]:
    """Open a network that was named by itself; what lies beside it counts unless it is about something else."""
    beside = Inspection()
    folder, settings, tables = _open_folder(path.parent, beside)
    asked = "ties" in tables or _asks_about_ties(settings)
    if settings.network.file != path.name if settings.network else asked:
        settings, tables = Settings(), {}
    else:
        inspection.problems += beside.problems
        inspection.advice += beside.advice
        inspection.undecided += beside.undecided
        inspection.sheets, inspection.to_set = beside.sheets, beside.to_set
    settings, tables = with_network(path, path.name, settings, tables, inspection, named_alone=True)
    if "ties" not in tables:
        inspection.verdict()
    return folder, settings, tables


def _open_folder(path: Path, inspection: Inspection) -> tuple[Path, Settings, dict[str, SourceTable]]:
    """Open the settings and the plain files of a folder."""
    folder, file = _settings_file(path, inspection)
    if file.suffix == ".xlsx":
        inspection.to_set = to_set_in_workbook
        workbook = read_workbook(file, inspection)
        settings, plain = workbook.settings, _plain_files(folder, workbook.settings, inspection)
        inspection.sheets = workbook.sheets(plain)
        tables = _with_sheets(plain, workbook.tables, inspection)
    else:
        settings = read_settings(file, inspection) if file.exists() else Settings()
        tables = _plain_files(folder, settings, inspection)
        tables = with_stated_scales(settings, tables, inspection) if settings.scales else tables
    if settings.organizations is not None:
        _add_chosen_list(folder, settings, tables, inspection)
    written = next((path for path in shown_files(folder) if path.name.casefold() == EVIDENCE_SHEET), None)
    if written and (sheet := read_evidence_sheet(written, inspection)):
        tables[EVIDENCE_SHEET] = sheet
    shown = shown_files(folder)
    if any(path.suffix.casefold() in WORKBOOKS and path.name.casefold() not in OUR_WORKBOOKS for path in shown):
        advise_renamed_sheets(shown, inspection)
    return folder, settings, tables


def _asks_about_ties(settings: Settings) -> bool:
    return any(question.kind == "tie" for question in settings.question)


def _have_our_headers(tables: Mapping[str, SourceTable]) -> bool:
    """Whether the plain files have the columns that are ours, and no ids by which ties may name organizations."""
    needed = {"organizations": {"organization"}, "ties": {"from", "to"}, "affiliations": {"organization", "item"}}
    ours = all(columns <= set(tables[family].headers) for family, columns in needed.items() if family in tables)
    listed = tables.get("organizations")
    return ours and (listed is not None and not {"id", "code", "key", "acronym"} & set(listed.headers))


def _looks_for_tables(settings: Settings, tables: Mapping[str, SourceTable]) -> bool:
    """Whether other tables of the folder are looked at: the settings name some, or nothing else holds what is asked."""
    if settings.table:
        return True
    return "ties" not in tables and not {"organizations", "affiliations"} <= set(tables) and not settings.question


def _known(tables: Mapping[str, SourceTable]) -> list[str]:
    """Names that options of an export may have."""
    listed = [tables[family].texts("organization") for family in ("organizations", "names") if family in tables]
    listed += [tables["items"].texts("item")] if "items" in tables else []
    return sorted({text for texts in listed for text in texts} - {""})


def _named(settings: Settings) -> list[str]:
    """Every file that the settings name."""
    files = [file for wave in settings.wave for file in wave.files]
    files += [question.file for question in settings.question if question.file]
    files += [settings.pages.logo] if settings.pages.logo else []
    return [*files, settings.organizations.file] if settings.organizations else files


def _unnamed(folder: Path, named: Iterable[str], tables: Mapping[str, SourceTable]) -> list[Path]:
    """Files of a folder that are neither settings nor plain files, and that the settings do not name."""
    files = {*named, *(table.file for table in tables.values()), SETTINGS_FILE, *OUR_WORKBOOKS}
    known = {(folder / file).resolve() for file in files}
    return [path for path in folder.iterdir() if path.resolve() not in known and path.name.casefold() != EVIDENCE_SHEET]


def _set_apart(exports: Iterable[Responses]) -> dict[str, int]:
    """Rows that do not count by reason, and answers that were not finished, over all exports."""
    counts = Counter[str]()
    for responses in exports:
        counts.update(responses.set_apart)
        counts[UNFINISHED] += len(responses.unfinished - responses.flags.keys())
    return {reason: count for reason, count in sorted(counts.items()) if count}


def _settings_file(path: Path, inspection: Inspection) -> tuple[Path, Path]:
    """The folder of a partnership, and the file in it that holds the settings, or would."""
    folder = path if path.is_dir() else path.parent
    there = [file for name in (SETTINGS_FILE, WORKBOOK_FILE) if (file := folder / name).exists()]
    if not path.exists():
        inspection.wrong(_("There is no such folder or file."), _("Check the name."), str(path))
    elif path.is_file() and path.suffix not in (".toml", ".xlsx"):
        inspection.wrong(
            _("This is neither a folder nor survey settings, nor a network of a kind that is known."),
            _("Give the folder, or {workbook} or {settings} in it.", workbook=WORKBOOK_FILE, settings=SETTINGS_FILE),
            path.name,
        )
    elif len(there) > 1:
        inspection.wrong(
            _("{settings} is in the folder too, and only one of the two can hold the survey settings.",
              settings=SETTINGS_FILE),
            _("Move the one you do not use out of the folder."),
            WORKBOOK_FILE,
        )  # fmt: skip
    elif folder.is_dir() and not there and (near := misspelled_settings(folder)):
        inspection.wrong(
            _("This file is not read, because survey settings are called {settings} or {workbook}.",
              settings=SETTINGS_FILE, workbook=WORKBOOK_FILE),
            _("Rename it."),
            near,
        )  # fmt: skip
    inspection.verdict()
    return folder, path if path.is_file() else next(iter(there), folder / SETTINGS_FILE)


def _with_sheets(
    tables: dict[str, SourceTable], sheets: Mapping[str, SourceTable], inspection: Inspection
) -> dict[str, SourceTable]:
    """The plain files beside the sheets of the settings that stand for such files."""
    for family in sorted(set(tables) & set(sheets)):
        file = tables[family].file
        inspection.wrong(
            _("{file} is in the folder too, and only one of the two can count.", file=file),
            _("Remove {file}, or empty the sheet {sheet}.", file=file, sheet=family.capitalize()),
            sheets[family].file,
        )
    return {**tables, **sheets}


def _plain_files(folder: Path, settings: Settings, inspection: Inspection) -> dict[str, SourceTable]:
    """The plain files that are there; one that cannot be read is empty, its problem noted."""
    tables = {}
    spelled: dict[str, list[Path]] = {}
    for path in shown_files(folder):
        if path.suffix.casefold() in TABLES:
            spelled.setdefault(path.stem.casefold(), []).append(path)
    for family in FAMILIES:
        there = sorted(spelled.get(family, ()), key=lambda path: (path.suffix.casefold(), path.name != f"{family}.csv"))
        if len(there) > 1:
            first, second = there[0].name, there[1].name
            inspection.wrong(
                _("{file} is in the folder too, and only one of the two can count.", file=second),
                _("Remove {first} or {second}.", first=first, second=second),
                first,
            )
        if there:
            table = read_table(there[0], there[0].name, inspection, settings.encoding, ESSENTIAL.get(family, ()))
            if table is not None:
                tables[family] = table
    if not settings.question and not spelled.keys() & set(FAMILIES) and (book := one_workbook(folder)):
        tables = sheets_of(folder / book, inspection)
    for family, table in tables.items():
        advise_on_headers(table, (*COLUMNS.get(family, ()), *FURTHER.get(family, ())), inspection)
    return tables


def _add_chosen_list(folder: Path, settings: Settings, tables: dict[str, SourceTable], inspection: Inspection) -> None:
    """Take the list of organizations from the file that the settings name."""
    chosen = settings.organizations
    if chosen is None:
        return
    file = chosen.file
    if "organizations" in tables and file != tables["organizations"].file:
        inspection.wrong(
            _("The settings take the list of organizations from {file}, and only one of the two can count.", file=file),
            _("Remove the organizations here, or take {file} out of the settings.", file=file),
            tables["organizations"].file,
        )
    table = read_table(folder / file, file, inspection, settings.encoding)
    if table is None:
        return
    table.require(inspection, *(Template(chosen.organization).fields or ()))
    for column in chosen.attributes:
        if column not in table:
            inspection.wrong(
                _("There is no column “{column}” to keep.", column=column),
                _(
                    "Name columns by their headers; in the workbook, “ | ” stands between two, as in: {headers}.",
                    headers=" | ".join(table.columns),
                ),
                file,
            )
    tables["organizations"] = chosen_columns(table, settings)


def _advise_misspelled(
    folder: Path, tables: Mapping[str, SourceTable], named: Iterable[str], inspection: Inspection
) -> None:
    """Advise on each table whose name is nearly that of a plain file, so that nobody reads it."""
    taken = {table.file for table in tables.values()} | {Path(file).name for file in named}
    free = [family for family in FAMILIES if family not in tables]
    for path in shown_files(folder):
        stem = path.stem.casefold()
        if path.suffix.casefold() not in TABLES or path.name in taken or stem in FAMILIES:
            continue
        if near := get_close_matches(stem, free, 1, 0.8):
            meant = near[0] + path.suffix.casefold()
            inspection.advise(_("This file is not read."), _("Is it “{file}”? Then rename it.", file=meant), path.name)
