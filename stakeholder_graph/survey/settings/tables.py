"""What files are taken for: the settings' word on each table, on the list of organizations and on a network."""

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from stakeholder_graph.survey.settings.elements import SettingsTable, TidyName, in_any_case
from stakeholder_graph.survey.settings.mistakes.unfit import UnfitError
from stakeholder_graph.text import N_

TableRoleName = Literal[
    "ties", "matrix", "organizations", "affiliations", "affiliation table", "answers", "indicators", "network",
    "dictionary", "contacts", "not used",
]  # fmt: skip
"""What a table can be."""

#: That memberships count as answers until somebody decides.
IN_DOUBT = "answer?"
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
_CHOOSE_COLUMN = N_("Write {choices} before the equals sign, and the header behind it.")
_NO_COLUMNS = N_("Remove its columns.")


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
    source : {"", "list", "answer", "answer?"}
        Of what organizations take part in: a list that the backbone keeps for everybody, or what they answered. While
        nobody has decided (blank, or a question mark) it counts as answers, unless every organization has an entry.
    blank : {"", "unobserved", "no tie"}
        What a blank cell of a matrix means in a row with answers; while nobody has said it, it counts as no tie.
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
    source: Annotated[Literal["", "list", "answer", "answer?"], in_any_case("", "list", "answer", IN_DOUBT)] = ""
    blank: Literal["", "unobserved", "no tie"] = ""
    decided: bool = True

    @model_validator(mode="after")
    def _columns_of_its_role(self) -> "TableSettings":
        known, _needed = COLUMNS_OF.get(self.role, ((), 0))
        if not set(self.columns) <= set(known):
            raise UnfitError(NO_SUCH_COLUMN, _CHOOSE_COLUMN if known else _NO_COLUMNS, known)
        return self


class OrganizationsSettings(SettingsTable):
    """Where the list of organizations stands, unless in organizations.csv.

    Parameters
    ----------
    file : str
        Such as a list of contacts.
    organization : str
        The header of the column with names, or a template such as ``"{FirstName} {LastName}"``.
    attributes : tuple of str
        Columns to keep beside `sector`, `role`, `answered` and `public`; a list of contacts may hold addresses that
        nobody else should see.
    """

    file: str = Field(min_length=1)
    organization: Annotated[str, Field(min_length=1)] = "organization"
    attributes: tuple[str, ...] = ()


class NetworkSettings(SettingsTable):
    """A file of a network program that holds organizations and ties, and how to read it.

    Parameters
    ----------
    file : str
        Such as ``"network.graphml"``.
    name : str
        The attribute of nodes that is their name, or ``"id"``; where it is blank, their labels are.
    layer : str
        The attribute of edges that is the kind of tie; where it is blank, one with a usual name is.
    weight : str
        The attribute of edges that is the strength; where it is blank, one with a usual name is.

    Examples
    --------
    >>> NetworkSettings(file="map.gexf").file
    'map.gexf'
    """

    file: str = Field(min_length=1)
    name: str = ""
    layer: str = ""
    weight: str = ""
