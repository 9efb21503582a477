"""names.csv: the file in which a person decides whom each name stands for."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from stakeholder_graph.editions.publish import write_file
from stakeholder_graph.storage.file_forms import TEXTS, form_of_file
from stakeholder_graph.survey.name_report import NameReport, WrittenName, names_file
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import NOBODY
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.tabular.texts.formula_guard import unguarded
from stakeholder_graph.tabular.write_csv import csv_text

#: What helps to decide; nothing reads it back.
HELP = ("may be", "score", "reason", "times", "written by")


def write_names(path: Path, written: NameReport) -> Path:
    """Write names.csv, whole or not at all; the decisions of a file that is written over are kept.

    Parameters
    ----------
    path : Path
        The file.
    written : NameReport
        The names.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    FileFormError
        If the name is that of another file than CSV; nothing is written then.
    """
    form_of_file(path, None, {"csv": TEXTS["csv"]})
    write_file(path, names_csv(written, names_file(path)))
    return path


def names_csv(written: NameReport, before: SourceTable | None = None) -> str:
    """Write names.csv: every decision there is, what was matched, and what is to be filled in.

    Parameters
    ----------
    written : NameReport
        The names.
    before : SourceTable, optional
        The file that is written over; its decisions are kept too.

    Returns
    -------
    str
        Columns written, organization, those of the files before, and `HELP`. Rows with a blank organization
        and a reason are to be filled in: with a name from the list of organizations, or ``-`` for nobody. A row in
        which a person noted something stays, even where the survey has no such name any more. It begins with a
        byte-order mark, so that a spreadsheet shows accents, and no cell is taken for a formula.
    """
    tables = [table for table in (written.decisions, before) if table is not None]
    kept, notes = _kept(tables)
    own = dict.fromkeys(["written", "organization", *(column for row in kept for column in row)])
    columns = list(dict.fromkeys([*(column for column in own if column not in HELP), *HELP]))
    decided = {normal(row["written"]) for row in kept}
    wanted = [
        name
        for name in written.names
        if not name.listed and name.match.kind != "several" and not (name.decided and _key(name) in decided)
    ]
    asked = {_key(name) for name in wanted}
    rows = [
        *kept,
        *(row for key, row in notes.items() if key not in asked and _is_noted(row)),
        *(notes.get(_key(name), {}) | _row(name) for name in sorted(wanted, key=lambda name: not name.decided)),
    ]
    delimiter = ";" if any(table.decimal_comma for table in tables) else ","
    return "\ufeff" + csv_text([columns, *([row.get(column, "") for column in columns] for row in rows)], delimiter)


def _key(name: WrittenName) -> str:
    return normal(name.match.written)


def _kept(tables: Sequence[SourceTable]) -> tuple[list[dict[str, str]], dict[str, dict[str, str]]]:
    """The rows with a decision, each once, and by name what stands beside those without one."""
    kept: dict[tuple[str, str, str], dict[str, str]] = {}
    notes: dict[str, dict[str, str]] = {}
    for table in tables:
        own = {"written", "organization", "wave"}
        headers = [low if (low := header.casefold()) in own else header for header in table.columns]
        for cells in zip(*table.columns.values(), strict=True):
            row = {header: unguarded(text) for header, text in zip(headers, cells, strict=True)}
            key = normal(row.get("written", ""))
            if row.get("organization"):
                kept.setdefault((row.get("wave", ""), key, normal(row["organization"])), row)
            elif key:
                notes[key] = row
    return list(kept.values()), notes


def _is_noted(row: Mapping[str, str]) -> bool:
    """Whether a person wrote something beside a name that they have not decided yet."""
    return any(text for column, text in row.items() if column not in ("written", "organization", "wave", *HELP))


def _row(name: WrittenName) -> dict[str, str]:
    match = name.match
    organization = match.organization or (NOBODY if match.kind == "nobody" else "")
    reasons = dict.fromkeys([match.reason, *(proposal.reason for proposal in match.proposals)])
    return {
        "written": " ".join(match.written.split()),
        "organization": organization,
        "may be": "; ".join(proposal.organization for proposal in match.proposals),
        "score": "; ".join(str(proposal.score) for proposal in match.proposals),
        "reason": "" if match.kind == "unlisted" else "; ".join(reasons),
        "times": str(name.times),
        "written by": "; ".join(name.by),
    }
