"""What a table is taken for: the settings' word on each file, and each sheet of a workbook."""

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from stakeholder_graph.survey.settings.elements import SettingsTable, TidyName, in_any_case
from stakeholder_graph.text import N_

TableRoleName = Literal[
    "ties", "matrix", "organizations", "affiliations", "affiliation table", "answers", "indicators", "network",
    "dictionary", "contacts", "not used",
]  # fmt: skip
"""What a table can be."""

#: The columns that each role can have, the needed ones first, and how many of them are needed.
COLUMNS_OF: Mapping[str, tuple[tuple[str, ...], int]] = {
    "ties": (("from", "to", "layer", "value", "wave", "respondent", "direction"), 2),
    "matrix": (("organization",), 1),
    "organizations": (("organization", "id", "sector", "role", "answered", "public"), 1),
    "affiliations": (("organization", "item", "kind", "value", "wave"), 2),
    "affiliation table": (("organization",), 1),
    "indicators": (("indicator", "period", "value"), 3),
}
NO_SUCH_COLUMN = N_("Such a table has no column of this meaning.")
COLUMN_MISSING = N_("The table needs its columns: “from” and “to” of ties, “organization” (and “item”) of others.")


class TableSettings(SettingsTable):
    """One table of the partnership, and what it is taken for.

    Parameters
    ----------
    file : str
        Its file.
    sheet : str
        Its sheet, in a workbook with several; blank for the first.
    role : str
        What it is.
    columns : mapping of str to str
        Header by meaning, such as ``{"from": "Sender", "to": "Receiver"}``.
    layer, wave, kind : str
        The kind of tie, the round, or the kind of item of all its rows.
    decided : bool
        False where this is the guess of a draft: it is used, and listed among the decisions that are still open.

    Examples
    --------
    >>> TableSettings(file="links.csv", role="ties", columns={"from": "Sender", "to": "Receiver"}).columns["to"]
    'Receiver'
    """

    file: str = Field(min_length=1)
    sheet: str = ""
    role: Annotated[TableRoleName, in_any_case(*get_args(TableRoleName))]
    columns: dict[str, str] = Field(default_factory=dict)
    layer: TidyName = ""
    wave: TidyName = ""
    kind: str = ""
    decided: bool = True

    @model_validator(mode="after")
    def _columns_of_its_role(self) -> "TableSettings":
        known, needed = COLUMNS_OF.get(self.role, ((), 0))
        if not set(self.columns) <= set(known):
            raise ValueError(NO_SUCH_COLUMN)
        if not set(known[:needed]) <= set(self.columns):
            raise ValueError(COLUMN_MISSING)
        return self
