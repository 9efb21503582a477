"""Names of organizations as they are written anywhere in a partnership's files, against its roster."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.written_names import written_names
from stakeholder_graph.survey.names.decisions import read_decisions
from stakeholder_graph.survey.names.match import Match
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.resolution import ASKED_ABOUT, NAMED, RESPONDENT, Role, resolve_names
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.organizations import read_organizations
from stakeholder_graph.survey.read import open_partnership
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
    plain = _plain(opened.tables)
    waves = waves or {*plain["wave"], *(export.wave for export in opened.exports)} - {""}
    only = next(iter(waves)) if len(waves) == 1 else ""
    exports = [replace(export, wave=export.wave or only) for export in opened.exports]
    plain["wave"] = plain["wave"].where(plain["wave"] != "", only)
    written = _joined([plain, written_names(exports)])
    written = written[written["text"] != ""].reset_index(drop=True)
    listed = list(read_organizations(opened.tables.get("organizations"), decisions.aliases, lenient)["organization"])
    resolution = resolve_names(written, listed, decisions, lenient)
    partners = written[(written["role"] == ASKED_ABOUT) & (written["column"] == "to")]
    names = Names(listed, decisions.aliases, decisions.unlisted)
    unlisted = names.find_unlisted(partners["text"], partners["wave"])
    return NameReport(_counted(written, resolution.matches, set(unlisted.index[unlisted != ""])), table)


def _decided(table: SourceTable | None) -> SourceTable | None:
    """The rows of names.csv that name an organization."""
    return table and replace(table, cells=table.cells[(table["organization"] != "").to_numpy()])


def _plain(tables: dict[str, SourceTable]) -> pd.DataFrame:
    """Every organization in the plain files, as `written_names` gives those in exports."""
    frames = [written_names([])]
    roles: tuple[tuple[tuple[tuple[str, str], ...], Role], ...] = ((_RESPONDENTS, RESPONDENT), (_PARTNERS, ASKED_ABOUT))
    for columns, role in roles:
        for family, column in columns:
            if family in tables:
                table = tables[family]
                by = table["from"] if column == "to" else table[column] if role == RESPONDENT else ""
                frames.append(
                    pd.DataFrame({"wave": table["wave"], "text": table[column], "by": by}, index=table.cells.index)
                    .assign(role=role, file=table.file, row=table.cells.index, column=column)
                    .astype({"by": "str"})
                )
    return _joined(frames)


def _joined(frames: "list[pd.DataFrame]") -> pd.DataFrame:
    return pd.concat([frame for frame in frames if len(frame)] or frames[:1], ignore_index=True)


def _counted(
    written: pd.DataFrame, matches: Mapping[tuple[str, str], Match], unlisted: Collection[int]
) -> tuple[WrittenName, ...]:
    by_name: dict[str, Match] = {}
    times: dict[str, int] = {}
    by: dict[str, set[str]] = {}
    cells = zip(written.index, written["wave"], written["text"], written["role"], written["by"], strict=True)
    for number, wave, text, role, writer in cells:
        match = matches[wave, text]
        if number in unlisted:
            match = Match(text, "unlisted", reason=_("names.csv says that it is not of the list"))
        for single in match.single if role == NAMED else (match,):
            key = normal(single.written)
            # Decided in one wave, a name may wait for its decision in another.
            if key not in by_name or not single.decided:
                by_name[key] = single
            times[key] = times.get(key, 0) + 1
            by.setdefault(key, set()).update({str(writer)} - {""})
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
