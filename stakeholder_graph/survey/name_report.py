"""Names of organizations as they are written anywhere in a partnership's files, against its roster."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.answers import written_names
from stakeholder_graph.survey.files import open_partnership
from stakeholder_graph.survey.names.decisions import read_decisions
from stakeholder_graph.survey.names.matching import Match
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.resolution import (
    ASKED_ABOUT,
    NAMED,
    RESPONDENT,
    NameCell,
    NameResolution,
    NameRole,
    resolve_names,
)
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.organizations import read_organizations
from stakeholder_graph.tabular.source_table import SourceTable, read_table
from stakeholder_graph.text import _

#: Columns of the plain files that hold organizations: who answers, and whom an answer names.
_RESPONDENTS = (
    ("ties", "from"),
    ("asked", "organization"),
    ("affiliations", "organization"),
    ("ratings", "organization"),
)
_PARTNERS = (("ties", "to"), ("rosters", "organization"))


@dataclass(frozen=True, slots=True)
class WrittenName:
    """One way of writing an organization, over all waves.

    Parameters
    ----------
    match : Match
        Whom it stands for, or may stand for.
    times : int
        How often it is written.
    by : tuple of str
        Who wrote it, as written; whoever writes of itself counts too.
    """

    match: Match
    times: int
    by: tuple[str, ...]

    @property
    def decided(self) -> bool:
        """Whether nothing is left for a person to decide."""
        return self.match.decided

    @property
    def listed(self) -> bool:
        """Whether it is written as the roster has it."""
        return self.match.kind == "exact" and normal(self.match.written) == normal(self.match.organization)


@dataclass(frozen=True, eq=False)
class NameReport:
    """What the names of a partnership stand for.

    Parameters
    ----------
    names : tuple of WrittenName
        Those to be decided first; the most frequent of each first.
    decisions : SourceTable or None
        names.csv as it is, undecided rows and all.
    """

    names: tuple[WrittenName, ...]
    decisions: SourceTable | None


def names_as_written(path: Path) -> NameReport:
    """Match every name in a partnership's files, also where the files cannot be read otherwise.

    Parameters
    ----------
    path : Path
        The folder, or the settings file in it.

    Returns
    -------
    NameReport

    Raises
    ------
    SurveyError
        If a file cannot be opened, or the decisions in names.csv contradict each other.
    """
    inspection = Inspection()
    opened = open_partnership(path, inspection)
    table = opened.tables.get("names")
    decisions = read_decisions(_decided(table), inspection)
    inspection.verdict()
    lenient = Inspection()
    decisions = replace(decisions, unlisted=read_decisions(table, lenient).unlisted)
    waves = {wave.name for wave in opened.settings.wave}
    cells = [*_plain(opened.tables), *written_names(opened.questions)]
    waves = waves or {cell.wave for cell in cells} - {""}
    only = next(iter(waves)) if len(waves) == 1 else ""
    written = [cell._replace(wave=cell.wave or only) for cell in cells if cell.text]
    listed = read_organizations(opened.tables.get("organizations"), decisions.aliases, lenient).names
    resolution = resolve_names(written, listed, decisions, lenient)
    names = Names(listed, decisions.aliases, decisions.unlisted)
    unlisted = {
        cell
        for cell in set(written)
        if (cell.role, cell.column) == (ASKED_ABOUT, "to") and names.find_unlisted([cell.text], [cell.wave])[0]
    }
    return NameReport(_counted(written, resolution, unlisted), table)


def _decided(table: SourceTable | None) -> SourceTable | None:
    """The rows of names.csv that name an organization."""
    return table and table.select([name != "" for name in table.texts("organization")])


def _plain(tables: dict[str, SourceTable]) -> list[NameCell]:
    """Every organization in the plain files, as `written_names` gives those in exports."""
    cells = []
    roles: tuple[tuple[tuple[tuple[str, str], ...], NameRole], ...] = (
        (_RESPONDENTS, RESPONDENT),
        (_PARTNERS, ASKED_ABOUT),
    )
    for columns, role in roles:
        for family, column in columns:
            if family in tables:
                table = tables[family]
                texts = table.texts(column)
                by = table.texts("from") if column == "to" else texts if role == RESPONDENT else [""] * len(table)
                rows = zip(table.texts("wave"), texts, table.rows, by, strict=True)
                cells += [
                    NameCell(wave, text, role, table.file, row, column, writer) for wave, text, row, writer in rows
                ]
    return cells


def _counted(
    written: Sequence[NameCell], resolution: NameResolution, unlisted: Collection[NameCell]
) -> tuple[WrittenName, ...]:
    by_name: dict[str, Match] = {}
    times: dict[str, int] = {}
    by: dict[str, set[str]] = {}
    for cell in written:
        match = resolution.match(cell.text, cell.wave)
        if cell in unlisted:
            match = Match(cell.text, "unlisted", reason=_("names.csv says that it is not of the list"))
        for single in match.single if cell.role == NAMED else (match,):
            key = normal(single.written)
            # Decided in one wave, a name may wait for its decision in another.
            if key not in by_name or not single.decided:
                by_name[key] = single
            times[key] = times.get(key, 0) + 1
            by.setdefault(key, set()).update({cell.by} - {""})
    names = [WrittenName(match, times[key], tuple(sorted(by[key]))) for key, match in by_name.items()]
    return tuple(sorted(names, key=lambda name: (name.decided, -name.times, normal(name.match.written))))


def names_file(path: Path) -> SourceTable | None:
    """Read the file that decisions are about to be written to, as it is now.

    Parameters
    ----------
    path : Path
        Where.

    Returns
    -------
    SourceTable or None
        None where there is no such file.

    Raises
    ------
    SurveyError
        If it is not called .csv, cannot be read, holds something else, or a workbook beside it holds decisions.
    """
    inspection = Inspection()
    table = None
    beside = path.with_suffix(".xlsx")
    if path.suffix.casefold() != ".csv":
        inspection.wrong(
            _("Names can only be written as CSV."), _("Give a name that ends in .csv, such as names.csv."), path.name
        )
    elif beside.exists():
        inspection.wrong(
            _("{file} holds decisions on names already, and only one file can count.", file=beside.name),
            _("Write to another folder."),
            path.name,
        )
    elif path.exists():
        table = read_table(path, path.name, inspection)
        if table is not None:
            table.require(inspection, "written", "organization")
    inspection.verdict()
    return table
