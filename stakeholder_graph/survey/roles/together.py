"""What the tables of a folder are when they are seen together: nodes beside edges, one file a kind of tie, one a round.

What can be two things gets the likelier one, and a doubt that a person has to settle.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.roles.drafting.memberships import membership_columns
from stakeholder_graph.survey.roles.lists import affiliation_list, name_columns, own_columns
from stakeholder_graph.survey.roles.matrices import square_columns
from stakeholder_graph.survey.roles.names import id_form
from stakeholder_graph.survey.roles.opening.open_tables import OpenFiles, OpenTable
from stakeholder_graph.survey.roles.recognize import recognize, recognize_file
from stakeholder_graph.survey.roles.table_role import TableAndRole, TableRole
from stakeholder_graph.survey.roles.vocabulary import kind_in, round_in
from stakeholder_graph.text import _

#: From this share of the ends of ties that a column holds, its table lists the organizations; beside a matrix, which
#: names them all, a list has most of them, and a table that does not look like a list nearly all.
_COVERED, _NEARLY_ALL, _ALL = 0.6, 0.75, 0.95
#: A list repeats or names in addition no more than this share of its rows.
_REPEATED = 0.2
#: So many organizations that a table names are no chance.
_FEW = 3


def recognize_all(files: OpenFiles, listed: Iterable[str] = ()) -> list[TableRole]:
    """Say what each table of a folder is.

    Parameters
    ----------
    files : OpenFiles
        As opened.
    listed : iterable of str
        Organizations that a plain file lists already.

    Returns
    -------
    list of TableRole
        One for each table, in their order, and one for each file without tables of its own.
    """
    whole = {file: role for file, opened in files.files.items() if (role := recognize_file(opened))}
    pairs = [(table, recognize(table)) for table in files.tables if table.file not in whole]
    known = {normal(name) for name in listed}
    pairs = _with_organizations(pairs, known)
    pairs = _several_tie_tables(pairs)
    if any(role.role == "answers" for role in whole.values()):
        pairs = [(table, replace(role, sure=role.sure and role.role != "matrix")) for table, role in pairs]
    by_table = {(role.file, role.sheet): role for _table, role in pairs}
    order = [(table.file, table.sheet) for table in files.tables]
    roles = [by_table[key] for key in order if key in by_table]
    return [*roles, *membership_columns(files.tables, roles), *whole.values()]


def ends_in(table: OpenTable, role: TableRole) -> set[str]:
    """Give the names or ids, in normal form, that the ties of a table have.

    Parameters
    ----------
    table : OpenTable
        With ties, or with what organizations take part in.
    role : TableRole
        What it is.
    """
    if role.role == "ties":
        return {normal(text) for end in ("from", "to") for text in table.texts(role.columns[end])}
    if role.role in ("matrix", "affiliations", "affiliation table"):
        names = {normal(text) for text in table.texts(role.columns["organization"])}
        return names | ({normal(text) for text in square_columns(table)} if role.role == "matrix" else set())
    return set()


def _with_organizations(pairs: Sequence[TableAndRole], listed: set[str]) -> list[TableAndRole]:
    """Choose the table of organizations: the one that holds most of the names that ties have."""
    pairs = list(pairs)
    sure = [pair for pair in pairs if pair[1].role in ("ties", "matrix") and pair[1].sure]
    about = sure or [pair for pair in pairs if ends_in(*pair)]
    ends = set[str]().union(*(ends_in(*pair) for pair in about))
    best: tuple[float, int, TableRole] | None = None
    for place, (table, role) in enumerate(pairs):
        if (table, role) in about or role.role in ("answers", "dictionary", "indicators") or not ends or listed:
            continue
        least = _ALL if any(known.role == "matrix" for _table, known in about) else _COVERED
        seen = _list_of(table, role, ends, least)
        if seen and (best is None or seen[0] > best[0]):
            best = (seen[0], place, seen[1])
    if best is not None:
        pairs[best[1]] = (pairs[best[1]][0], best[2])
    chosen = pairs[best[1]] if best else None
    if not ends and not listed:
        chosen = next((pair for pair in pairs if pair[1].role == "organizations"), None)
    known = listed | (_names_in(*chosen) if chosen else set())
    beside = [
        pair if pair is chosen else _beside(pair, chosen is not None or bool(listed or ends), known, ends)
        for pair in pairs
    ]
    return [(table, _in_doubt(table, role, known | ends)) for table, role in beside]


def _list_of(table: OpenTable, role: TableRole, ends: set[str], least: float) -> tuple[float, TableRole] | None:
    """A table as the list of the organizations that ties name, and the share of these that it holds."""
    wanted = set(map(id_form, ends))
    shares = {
        header: len(set(map(id_form, table.table.texts(header))) & wanted) / len(wanted)
        for header in table.table.columns
    }
    name, key = name_columns(table)
    held = max(shares, key=lambda header: (shares[header], header == name), default="")
    texts = [normal(text) for text in table.texts(held)] if held else []
    repeated = len(texts) - len(set(texts))
    if _is_list(table, role, held) and repeated <= _REPEATED * len(texts):
        least = min(least, _NEARLY_ALL)
    elif repeated:
        return None
    if not held or shares[held] < least:
        return None
    if held not in (name, key):
        name, key = (held, "") if not name or (shares[held] > shares[name] == 0 and not key) else (name, held)
        if shares.get(name, 0.0) > 0 and key == held:
            name, key = held, ""
    columns = {"organization": name or held}
    if key:
        columns["id"] = key
    columns |= own_columns(table, {name, key, held})
    why = _("“{column}” holds the organizations that the ties name.", column=held)
    seen = TableRole(table.file, table.sheet, "organizations", columns, why, sure=True)
    bonus = 0.5 if role.role == "organizations" else 0.0
    return shares[held] + bonus, seen


def _is_list(table: OpenTable, role: TableRole, held: str) -> bool:
    """Whether a table looks like a list of organizations by itself, so that it may lack or repeat a few of them."""
    name, key = name_columns(table)
    return bool(held) and (role.role == "organizations" or (held in (name, key) and len(table.table.columns) > 2))


def _names_in(table: OpenTable, role: TableRole) -> set[str]:
    columns = [role.columns[name] for name in ("organization", "id") if name in role.columns]
    return {normal(text) for column in columns for text in table.texts(column)}


def _beside(pair: TableAndRole, have_list: bool, known: set[str], ends: set[str]) -> TableAndRole:
    """A table that is not the list of organizations, given what that list holds."""
    table, role = pair
    if role.role in ("organizations", "not used") and known and (seen := affiliation_list(table, known)):
        return table, seen
    if role.role == "organizations" and have_list:
        why = _("Another table lists the organizations.") if known else _lacking(table, role, ends)
        return table, replace(role, role="not used", columns={}, why=why, sure=True)
    return pair


def _in_doubt(table: OpenTable, role: TableRole, known: set[str]) -> TableRole:
    """Nobody can be sure that a table is not used whose headers are organizations, or which names others than the list.

    Of a second list whose names the first one has there is no doubt.
    """
    headers = {normal(header) for header in table.table.columns}
    first = {normal(text) for text in table.texts(next(iter(table.table.columns), ""))}
    across = len(headers & known) >= max(_FEW, _REPEATED * len(headers))
    others = len(headers) > _FEW and _FEW <= len(first & known) < _COVERED * len(first)
    if role.role != "not used" or not (across or others):
        return role
    doubt = _("It names organizations of the partnership; it may be a matrix of ties, or belong to the list.")
    return replace(role, sure=False, doubt=doubt)


def _lacking(table: OpenTable, role: TableRole, ends: set[str]) -> str:
    """Why a list of names is not the list of the organizations that ties name, in numbers."""
    names = {normal(text) for text in table.texts(role.columns["organization"])}
    held = len(set(map(id_form, names)) & set(map(id_form, ends)))
    return _(
        "Of the {total} organizations that the ties name, “{column}” holds {count}.",
        total=len(ends), column=role.columns["organization"], count=held,
    )  # fmt: skip


def _several_tie_tables(pairs: Sequence[TableAndRole]) -> list[TableAndRole]:
    """Of several tables of ties each is a round or a kind of tie: what their names say, else what is likelier."""
    ties = [pair for pair in pairs if pair[1].role in ("ties", "matrix")]
    kept = [pair for pair in ties if pair[1].sure] or ties
    left = [pair for pair in ties if pair not in kept]
    changed: dict[int, TableRole] = {
        id(role): replace(role, role="not used", columns={}, why=_("Other tables hold the ties.")) for _t, role in left
    }
    if len(kept) > 1:
        changed |= _apart(kept)
    return [(table, changed.get(id(role), role)) for table, role in pairs]


def _apart(ties: Sequence[TableAndRole]) -> Mapping[int, TableRole]:
    names = _short_names([table for table, _role in ties])
    rounds = [round_in(name) for name in names]
    kinds = [kind_in(name) for name in names]
    no_waves = all("wave" not in role.columns for _table, role in ties)
    no_kinds = all("layer" not in role.columns for _table, role in ties)
    whole = [(round_, kind) for round_, kind in zip(rounds, kinds, strict=True)]
    if no_waves and all(rounds) and len(set(whole)) == len(ties):
        several = no_kinds and len(set(kinds)) > 1
        return {
            id(role): replace(role, wave=wave, layer=kind if several else "")
            for (_table, role), wave, kind in zip(ties, rounds, kinds, strict=True)
        }
    if no_kinds:
        shown = [kind or name for kind, name in zip(kinds, names, strict=True)]
        doubt = _("The tables may be rounds of one survey instead of kinds of tie.")
        return {
            id(role): replace(role, layer=kind, sure=False, doubt=doubt)
            for (_table, role), kind in zip(ties, shown, strict=True)
        }
    return {}


def _short_names(tables: Sequence[OpenTable]) -> list[str]:
    """What tells tables apart: their sheets where they stand in one file, else their files, else both."""
    stems = [PurePath(table.file).stem for table in tables]
    sheets = [table.sheet for table in tables]
    if len(set(stems)) == 1:
        return sheets
    if len(set(stems)) == len(stems):
        return stems
    return [f"{stem} {sheet}".strip() for stem, sheet in zip(stems, sheets, strict=True)]
