"""What a person says about a table in answer to ``start``: another role, a round, a kind of tie, a direction."""

from dataclasses import replace

from stakeholder_graph.survey.roles.draft import FolderTables
from stakeholder_graph.survey.roles.drafting.find_columns import with_columns
from stakeholder_graph.survey.roles.table_role import ROLES
from stakeholder_graph.survey.settings.tables import COLUMNS_OF, TableRoleName
from stakeholder_graph.survey.settings.workbook.sheets import TABLE_ROLES
from stakeholder_graph.text import _

#: Other words that people use.
_ALSO: dict[str, TableRoleName] = {
    "tie": "ties", "edges": "ties", "links": "ties", "list of ties": "ties", "tie list": "ties",
    "a matrix": "matrix", "the matrix": "matrix", "list of organizations": "organizations",
    "organisations": "organizations", "list": "organizations", "ignore": "not used", "unused": "not used",
}  # fmt: skip


def corrected(tables: FolderTables, number: int, word: str) -> FolderTables | str:
    """Take one table for something else.

    Parameters
    ----------
    tables : FolderTables
        As looked at.
    number : int
        The table, as `numbered` counts.
    word : str
        What it is: the name of a role, or a kind of tie or round (``"round 2024"``, ``"kind funding"``).

    Returns
    -------
    FolderTables or str
        Why that cannot be, in plain words, where there is no such table, or it lacks the columns.
    """
    if not 0 < number <= len(tables.roles):
        return _("There is no table {number}.", number=number) if number else _not_understood()
    role = tables.roles[number - 1]
    word = word.strip()
    first, _blank, rest = word.partition(" ")
    if first in ("round", "kind") and rest.strip() and role.role in ("ties", "matrix", "network"):
        wave, layer = (rest.strip(), "") if first == "round" else ("", rest.strip())
        new = replace(role, wave=wave, layer=layer, sure=True, doubt="")
    elif word.casefold() in ("reverse", "the other way") and {"from", "to"} <= set(role.columns):
        turned = {**role.columns, "from": role.columns["to"], "to": role.columns["from"]}
        new = replace(role, columns=turned, sure=True, doubt="")
    elif (name := _role(word)) is not None:
        kept = dict(role.columns) if name == role.role else {}
        new = replace(role, role=name, columns=kept, why=_("You said so."), sure=True, doubt="")
        table = tables.table(new)
        if table is not None:
            new, lacking = with_columns(table, new)
            if lacking:
                return _("Table {number} cannot be {role}: {lacking}", number=number, role=_(ROLES[name]),
                         lacking=lacking[0].lower() + lacking[1:])  # fmt: skip
        elif COLUMNS_OF.get(name, ((), 0))[1]:
            return _("Table {number} cannot be {role}: nothing in it is a table.", number=number, role=_(ROLES[name]))
    else:
        return _not_understood()
    roles = [*tables.roles[: number - 1], new, *tables.roles[number:]]
    return replace(tables, roles=tuple(roles))


def _role(word: str) -> TableRoleName | None:
    folded = " ".join(word.casefold().split())
    shown = {_(text).casefold(): name for name, text in ROLES.items()}
    named: dict[str, TableRoleName] = {name: name for name in ROLES}
    dropdown = TABLE_ROLES.value(folded)
    return {**_ALSO, **shown, **named}.get(folded) or named.get(dropdown)


def _not_understood() -> str:
    return _(
        "This does not fit the table. Write, for example, “1 not used”, “1 organizations”, “1 ties”, “1 matrix”, "
        "“1 reverse” or “1 kind funding”."
    )
