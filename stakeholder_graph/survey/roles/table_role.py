"""What a table was taken for: its role, its columns by meaning, why, and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from stakeholder_graph.survey.roles.opening.open_tables import OpenTable
from stakeholder_graph.survey.settings.tables import TableRoleName, TableSettings
from stakeholder_graph.text import N_, _

#: What each role is called where people read it.
ROLES: Mapping[TableRoleName, str] = {
    "ties": N_("ties"),
    "matrix": N_("a matrix of ties"),
    "organizations": N_("organizations"),
    "affiliations": N_("what organizations take part in"),
    "affiliation table": N_("what organizations take part in, a column each"),
    "answers": N_("answers of a survey"),
    "indicators": N_("indicators"),
    "network": N_("a network"),
    "dictionary": N_("a list of what columns mean"),
    "contacts": N_("a list of contacts"),
    "not used": N_("not used"),
}
#: Roles that a report is made of.
USED: frozenset[TableRoleName] = frozenset(
    {"ties", "matrix", "organizations", "affiliations", "affiliation table", "indicators", "contacts"}
)
#: How a column of each meaning is said to be one.
_MEANINGS: Mapping[str, str] = {
    "organization": N_("names in “{column}”"),
    "id": N_("ids in “{column}”"),
    "sector": N_("sector in “{column}”"),
    "layer": N_("kind of tie in “{column}”"),
    "value": N_("strength in “{column}”"),
    "wave": N_("round in “{column}”"),
    "item": N_("what they take part in in “{column}”"),
    "kind": N_("its kind in “{column}”"),
    "respondent": N_("who reports in “{column}”"),
    "direction": N_("direction in “{column}”"),
    "indicator": N_("indicator in “{column}”"),
    "period": N_("period in “{column}”"),
}


@dataclass(frozen=True, slots=True)
class TableRole:
    """What one table was taken for.

    Parameters
    ----------
    file, sheet : str
        The table; `sheet` is blank unless the file has several.
    role : str
        What it is.
    columns : mapping of str to str
        Header by meaning, as `TableSettings` has them.
    why : str
        What it was known by, in plain words.
    sure : bool
        False where it may be something else, so that a person has to decide.
    layer, wave, kind : str
        The kind of tie, the round, or the kind of item of all its rows.
    blank : str
        What a blank cell of a matrix means, as `TableSettings` has it.
    doubt : str
        What it may be instead, in plain words, where that is not sure.
    source : str
        Of what organizations take part in: as `TableSettings` has it.

    Examples
    --------
    >>> role = TableRole("links.csv", "", "ties", {"from": "Sender", "to": "Receiver"}, sure=True)
    >>> role.in_words()
    'ties, from “Sender” to “Receiver”'
    >>> TableRole.of(role.settings()) == role
    True
    """

    file: str
    sheet: str
    role: TableRoleName
    columns: Mapping[str, str] = field(default_factory=dict)
    why: str = field(default="", compare=False)
    sure: bool = False
    layer: str = ""
    wave: str = ""
    kind: str = ""
    blank: Literal["", "unobserved", "no tie"] = ""
    doubt: str = field(default="", compare=False)
    source: Literal["", "list", "answer", "answer?"] = ""

    @property
    def shown(self) -> str:
        """How people see it: the file, and the sheet where it has several."""
        return _("{file}, sheet “{sheet}”", file=self.file, sheet=self.sheet) if self.sheet else self.file

    def settings(self) -> TableSettings:
        """Give what the settings say of it."""
        return TableSettings(
            file=self.file,
            sheet=self.sheet,
            role=self.role,
            columns=dict(self.columns),
            layer=self.layer,
            wave=self.wave,
            kind=self.kind,
            source=self.source,
            blank=self.blank,
            decided=self.sure,
        )

    @classmethod
    def of(cls, said: TableSettings) -> "TableRole":
        """Give what the settings say as a role.

        Parameters
        ----------
        said : TableSettings
            The entry.
        """
        return cls(
            said.file, said.sheet, said.role, said.columns, sure=said.decided, layer=said.layer, wave=said.wave,
            kind=said.kind, source=said.source, blank=said.blank,
        )  # fmt: skip

    def in_words(self) -> str:
        """Say what it was taken for, and which columns mean what."""
        parts = [_(ROLES[self.role])]
        columns = dict(self.columns)
        if {"from", "to"} <= set(columns):
            parts.append(_("from “{origin}” to “{target}”", origin=columns.pop("from"), target=columns.pop("to")))
        parts += [_(_MEANINGS[name], column=header) for name, header in columns.items() if name in _MEANINGS]
        parts += [_("all of the kind “{layer}”", layer=self.layer)] if self.layer else []
        parts += [_("round {wave}", wave=self.wave)] if self.wave else []
        parts += [_("each a kind of {kind}", kind=self.kind)] if self.kind and self.role != "organizations" else []
        return ", ".join(parts)


TableAndRole = tuple[OpenTable, TableRole]
"""A table with what it was taken for."""
