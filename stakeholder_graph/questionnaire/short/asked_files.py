"""asked.csv and rosters.csv for answers on paper: whoever was asked about a part of the list says nothing of the rest.

Without them a pair that stood on no sheet would count as one without a tie.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence

from stakeholder_graph.questionnaire.short.personal_rosters import PersonalRosters
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.tabular.source_table import SourceTable

_ASKED, _ROSTERS = ("organization", "answered"), ("roster", "organization")


def asked_files(
    tables: Mapping[str, SourceTable],
    rosters: PersonalRosters,
    silent: Sequence[str],
    *,
    wave: str = "",
    answered: Mapping[str, Mapping[str, bool]],
) -> dict[str, str]:
    """Write who was asked about whom.

    Parameters
    ----------
    tables : mapping of str to SourceTable
        The plain files; what asked.csv and rosters.csv say already stays.
    rosters : PersonalRosters
        About whom each is asked.
    silent : sequence of str
        Who gets a short questionnaire.
    wave : str
        The round that they are asked in.
    answered : mapping of str to mapping of str to bool
        By round and organization, whether it has answered; written out where there is no asked.csv.

    Returns
    -------
    dict of str to str
        The two files. Whoever is asked has not answered yet: write ``yes`` there as answers come in.

    Examples
    --------
    >>> files = asked_files({}, PersonalRosters(("A", "B", "C"), 1), ["B"], answered={"": {"A": True, "B": False}})
    >>> print(files["asked.csv"] + files["rosters.csv"], end="")
    organization,answered,roster
    A,yes,
    B,no,short: B
    roster,organization
    short: B,C
    """
    names = {name: _roster_name(name, wave if len(answered) > 1 else "") for name in silent}
    meant = written_names(tables)
    if "asked" in tables:
        asked = tables["asked"]
        columns = list(asked.columns)
        rows = [row for cells in _cells(asked) for row in _row_of_each_round(cells, wave, list(answered))]
    else:
        columns = ["wave", *_ASKED] if list(answered) != [""] else list(_ASKED)
        rows = [
            {"wave": round_name, "organization": name, "answered": "yes" if yes else "no"}
            for round_name, people in answered.items()
            for name, yes in people.items()
        ]
    headers = {header.casefold(): header for header in dict.fromkeys([*columns, *(key for row in rows for key in row)])}
    organization, round_of = headers["organization"], headers.get("wave", "wave")
    roster = headers.setdefault("roster", "roster")
    if any(row.get(round_of) for row in rows):
        columns = list(dict.fromkeys([*columns, round_of]))
    for row in rows:
        name = meant(row[organization])
        if name in names and row.get(round_of, "") in ("", wave):
            row[roster] = names[name]
    return {"asked.csv": _csv(dict.fromkeys([*columns, roster]), rows), "rosters.csv": _rosters(tables, rosters, names)}


def _rosters(tables: Mapping[str, SourceTable], rosters: PersonalRosters, names: Mapping[str, str]) -> str:
    """The rosters there were, and those of whoever is asked; one of the same name was of an earlier lot."""
    there = tables.get("rosters", SourceTable("rosters.csv", {column: [] for column in _ROSTERS}, []))
    roster, organization = (there.headers[column] for column in _ROSTERS)
    kept = [cells for cells in _cells(there) if cells[roster] not in names.values()]
    drawn = [{roster: called, organization: other} for name, called in names.items() for other in rosters.roster(name)]
    return _csv(there.columns, [*kept, *drawn])


def _roster_name(organization: str, wave: str) -> str:
    return f"short, {wave}: {organization}" if wave else f"short: {organization}"


def _row_of_each_round(cells: dict[str, str], wave: str, waves: Sequence[str]) -> list[dict[str, str]]:
    """The row; one of all rounds is written out, since a personal roster is one of a single round."""
    header = next((header for header in cells if header.casefold() == "wave"), "wave")
    if cells.get(header) or not wave or len(waves) < 2:
        return [cells]
    return [{**cells, header: round_name} for round_name in waves]


def written_names(tables: Mapping[str, SourceTable]) -> Callable[[str], str]:
    """Give what says which organization is meant by a name as it is written.

    Parameters
    ----------
    tables : mapping of str to SourceTable
        The plain files, of which the list of organizations and names.csv say it.

    Examples
    --------
    >>> names = SourceTable("names.csv", {"written": ["HC"], "organization": ["Harbor Clinic"]}, [2])
    >>> written_names({"names": names})("hc")
    'Harbor Clinic'
    """
    listed = tables["organizations"].texts("organization") if "organizations" in tables else []
    shown = {normal(name): " ".join(name.split()) for name in listed}
    if "names" in tables:
        table = tables["names"]
        for written, known in zip(table.texts("written"), table.texts("organization"), strict=True):
            shown.setdefault(normal(written), shown.get(normal(known), known))
    return lambda text: shown.get(normal(text), text)


def _cells(table: SourceTable) -> list[dict[str, str]]:
    return [dict(zip(table.columns, cells, strict=True)) for cells in zip(*table.columns.values(), strict=True)]


def _csv(columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> str:
    out, columns = io.StringIO(), list(columns)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    return out.getvalue()
