"""The list of organizations: their attributes, which of these is the sector, and which of them is the backbone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.model.survey import HOURS, NO_SECTOR
from stakeholder_graph.survey.names.consent_words import asks_for_consent
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import Names, follow_renames
from stakeholder_graph.survey.plain.duplicates import settled
from stakeholder_graph.survey.plain.roster.backbone import (
    by_abbreviation,
    how_to_name_backbone,
    with_marked_backbone,
)
from stakeholder_graph.survey.plain.roster.hours import with_plain_hours
from stakeholder_graph.survey.sector_columns import advise_on_sector
from stakeholder_graph.survey.settings.elements import Template
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.tabular.delimited import is_known
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _, _n, listing

#: Whose sector is blank is named up to so many.
MOST_NAMED = 12
#: Columns that mean something to us, in any case; all others are attributes.
_OWN = ("organization", "answered", "public")
_FOLDED = frozenset({*_OWN, "sector", "role"})


@dataclass(frozen=True, eq=False)
class OrganizationList:
    """Organizations and what is known of each.

    Parameters
    ----------
    names : list of str
        As the roster shows them, each once.
    attributes : dict of str to list of str
        By what the file calls them; ``sector`` and ``role`` are among them where there are such columns.
    answered, public : list of bool, optional
        Where there are such columns.
    from_answers : frozenset of str
        Attributes with a text that only an answer says.
    """

    names: list[str] = field(default_factory=list)
    attributes: dict[str, list[str]] = field(default_factory=dict)
    answered: list[bool] | None = None
    public: list[bool] | None = None
    from_answers: frozenset[str] = field(default=frozenset(), kw_only=True)

    def attribute(self, name: str) -> str:
        """What an attribute is called here, given its name in any case; blank where there is none.

        Parameters
        ----------
        name : str
            The attribute.
        """
        return next((known for known in self.attributes if known.casefold() == name.casefold()), "")

    def has_answered(self) -> Callable[[str], bool]:
        """Give what says whether an organization has answered; where nothing says it of any, all have."""
        if self.answered is None:
            return lambda name: True
        answered = {name for name, flag in zip(self.names, self.answered, strict=True) if flag}
        return answered.__contains__

    def extended(self, names: Sequence[str]) -> "OrganizationList":
        """Give the list for other names; of those that it lacks nothing is known.

        Parameters
        ----------
        names : sequence of str
            The whole roster.
        """
        place = {name: number for number, name in enumerate(self.names)}
        at = [place.get(name) for name in names]
        attributes = {
            attribute: ["" if number is None else texts[number] for number in at]
            for attribute, texts in self.attributes.items()
        }
        flags = [
            None if flags is None else [number is not None and flags[number] for number in at]
            for flags in (self.answered, self.public)
        ]
        return OrganizationList(list(names), attributes, *flags, from_answers=self.from_answers)


class _Entry(NamedTuple):
    row: int
    name: str
    key: str
    attributes: Mapping[str, str]
    flags: Mapping[str, bool]


def read_organizations(
    table: SourceTable | None, aliases: Mapping[tuple[str, str], str], inspection: Inspection
) -> OrganizationList:
    """Read organizations.csv.

    Parameters
    ----------
    table : SourceTable or None
        The file.
    aliases : mapping
        Those of names.csv: an organization that has become another one is not on the roster.
    inspection : Inspection
        Takes problems and advice.

    Returns
    -------
    OrganizationList
        In the order of the file.
    """
    if table is None:
        return OrganizationList()
    table.require_text(inspection, "organization")
    if not len(table):
        inspection.wrong(_("The file lists no organization."), _("List them, one in each row."), table.file)
    if HOURS in table:
        table = with_plain_hours(table, inspection)
    headers = {(low if (low := header.casefold()) in _FOLDED else header): header for header in table.columns}
    flags = {
        name: table.yes_or_no(name, inspection, blank)
        for name, blank in (("answered", None), ("public", False))
        if name in table
    }
    entries = [
        _Entry(
            row,
            name := " ".join(text.split()),
            normal(name),
            {shown: table.columns[header][place] for shown, header in headers.items() if shown not in _OWN},
            {flag: values[place] for flag, values in flags.items()},
        )
        for place, (row, text) in enumerate(table.items("organization"))
        if text
    ]
    kept = _without_renamed(entries, aliases, table.file, inspection)
    attributes = [shown for shown in headers if shown not in _OWN]
    kept = _without_unknown(kept, headers, table.file, inspection)
    places = settled(
        [entry.row for entry in kept],
        [entry.key for entry in kept],
        {
            **{shown: [entry.attributes[shown] for entry in kept] for shown in attributes},
            **{flag: [entry.flags[flag] for entry in kept] for flag in flags},
        },
        table.file,
        inspection,
    )
    once = [kept[place] for place in places]
    return OrganizationList(
        [entry.name for entry in once],
        {shown: [entry.attributes[shown] for entry in once] for shown in attributes},
        *([entry.flags[flag] for entry in once] if flag in flags else None for flag in ("answered", "public")),
    )


def _without_renamed(
    entries: Sequence[_Entry], aliases: Mapping[tuple[str, str], str], file: str, inspection: Inspection
) -> list[_Entry]:
    """Leave out those that have become another organization of the list."""
    keys = {entry.key for entry in entries}
    kept = []
    for entry in entries:
        now = follow_renames(aliases, entry.key, "")
        if now == entry.key or now not in keys:
            kept.append(entry)
            continue
        names = inspection.list_name("names")
        inspection.advise(
            _("“{name}” has become another organization, as {names} says; its row is left out.", name=entry.name,
              names=names),
            _("You need do nothing if {names} is right.", names=names),
            file,
            entry.row,
        )  # fmt: skip
    return kept


def _without_unknown(
    entries: Sequence[_Entry], headers: Mapping[str, str], file: str, inspection: Inspection
) -> list[_Entry]:
    """Leave words for "not known" out of the attributes, which are blank then; say so once."""
    words: dict[str, str] = {}
    places: list[tuple[int, str]] = []
    cleaned = []
    for entry in entries:
        unknown = [shown for shown, text in entry.attributes.items() if text and not is_known(text)]
        places += [(entry.row, headers[shown]) for shown in unknown]
        words |= {entry.attributes[shown].casefold(): entry.attributes[shown] for shown in unknown}
        cleaned.append(entry._replace(attributes={**entry.attributes, **dict.fromkeys(unknown, "")}))
    if places:
        columns = list(dict.fromkeys(column for _row, column in places))
        inspection.advise(
            _n(
                "{count} cell says that something is not known ({words}) and counts as blank.",
                "{count} cells say that something is not known ({words}) and count as blank.",
                len(places),
                words=listing((f"“{word}”" for word in words.values()), "or"),
            ),
            _("Fill in what you know; if one of these words is a name, write it out."),
            file,
            places[0][0],
            columns[0] if len(columns) == 1 else None,
        )
    return cleaned


def chosen_columns(table: SourceTable, settings: Settings) -> SourceTable:
    """Make a list of organizations of a file that the settings name, such as a list of contacts.

    Parameters
    ----------
    table : SourceTable
        The file.
    settings : Settings
        Say which columns hold the name and which are kept.

    Returns
    -------
    SourceTable
        With a column `organization`, and none that nobody asked for.
    """
    said = settings.organizations
    if said is None:
        return table
    template = Template(said.organization)
    parts = {name: table.texts(name) for name in template.fields or (said.organization,)}
    rows = zip(*parts.values(), strict=True)
    names = [template.filled(dict(zip(parts, row, strict=True))) if template.fields else row[0] for row in rows]
    kept = [
        settings.sector,
        "sector",
        "role",
        "answered",
        "public",
        HOURS,
        *said.attributes,
        *filter(asks_for_consent, table.columns),
    ]
    headers = dict.fromkeys(table.headers[name.casefold()] for name in kept if name in table)
    cells = {header: table.columns[header] for header in headers if header.casefold() != "organization"}
    return replace(table, columns={"organization": names, **cells})


def with_sector(
    organizations: OrganizationList,
    settings: Settings,
    sectors: Names,
    table: SourceTable | None,
    inspection: Inspection,
) -> OrganizationList:
    """Make the attribute that the settings name the sector, one spelling for each.

    Parameters
    ----------
    organizations : OrganizationList
        With their attributes.
    settings : Settings
        Name the attribute.
    sectors : Names
        Those of the reference lists, whose spelling comes first, and what other languages call them.
    table : SourceTable or None
        Where the organizations are listed.
    inspection : Inspection
        Takes a problem where there is no such attribute, and whose is blank.

    Returns
    -------
    OrganizationList
        With an attribute `sector` that is never blank.
    """
    attributes = dict(organizations.attributes)
    called = organizations.attribute(settings.sector)
    if not called:
        if settings.sector != "sector":
            known = list(attributes)
            inspection.wrong(
                _("No organization has the attribute “{attribute}”, which the settings name as the sector.",
                  attribute=settings.sector),
                suggestion(settings.sector, known, _("Choose one of {names}.", names=", ".join(known))),
                settings.location.file,
            )  # fmt: skip
        else:
            advise_on_sector(attributes, table.file if table else "", inspection)
        return replace(organizations, attributes={**attributes, "sector": [NO_SECTOR] * len(organizations.names)})
    if called != "sector":
        renamed = {"sector": "sector in the file", called: "sector"}
        attributes = {renamed.get(name, name): texts for name, texts in attributes.items()}
        from_answers = frozenset(renamed.get(name, name) for name in organizations.from_answers)
        organizations = replace(organizations, from_answers=from_answers)
    written = attributes["sector"]
    blank = [name for name, sector in zip(organizations.names, written, strict=True) if not sector]
    if called == "sector" and len(blank) == len(written):
        advise_on_sector(attributes, table.file if table else "", inspection)
    elif blank and len(blank) < len(written):
        _note_blank_sectors(blank, len(written), settings, table, inspection)
    spellings = Names([*sectors.shown.values(), *sorted(set(written))], sectors.aliases)
    attributes["sector"] = [spellings.find(text) if text else NO_SECTOR for text in written]
    return replace(organizations, attributes=attributes)


def _note_blank_sectors(
    blank: Sequence[str], total: int, settings: Settings, table: SourceTable | None, inspection: Inspection
) -> None:
    names = ", ".join(f"“{name}”" for name in blank[:MOST_NAMED])
    if len(blank) > MOST_NAMED:
        names += _(" and others")
    place: tuple[str, int | None, str | None] = ("", None, None)
    if table:
        row = next((row for row, text in table.items("organization") if normal(text) == normal(blank[0])), None)
        place = (table.file, row, table.headers.get(settings.sector.casefold()))
    inspection.advise(  # a sector may stay blank, and a report is no draft for that
        _n(
            "{count} of {total} organizations has no sector: {names}. Comparisons of sectors leave it out.",
            "{count} of {total} organizations have no sector: {names}. Comparisons of sectors leave them out.",
            len(blank),
            total=total,
            names=names,
        ),
        _("Fill in their sectors in the list of organizations."),
        *place,
    )


def with_roles(
    organizations: OrganizationList, names: Names, settings: Settings, inspection: Inspection
) -> OrganizationList:
    """Give the backbone its role, which the settings or the column `role` may say, but not differently.

    Parameters
    ----------
    organizations : OrganizationList
        With their attributes.
    names : Names
        The roster.
    settings : Settings
        May name the backbone.
    inspection : Inspection
        Takes problems.
    """
    roles = organizations.attributes.get("role", [""] * len(organizations.names))
    roles = ["backbone" if role.casefold() == "backbone" else role for role in roles]
    if not settings.backbone:
        roles = with_marked_backbone(roles, organizations.attributes, inspection)
    if settings.backbone and names.shown:
        backbone = names.find(settings.backbone) or by_abbreviation(
            organizations.names, organizations.attributes, settings.backbone
        )
        others = [
            name
            for name, role in zip(organizations.names, roles, strict=True)
            if role == "backbone" and name != backbone
        ]
        if not backbone:
            inspection.wrong(
                _("The backbone “{name}” is not in the list of organizations.", name=settings.backbone),
                how_to_name_backbone(names, settings.backbone, inspection),
                settings.location.file,
            )
        elif others:
            inspection.wrong(
                _(
                    "The settings say that the backbone is “{name}”, and {organizations} says “{other}”.",
                    name=backbone,
                    organizations=inspection.list_name("organizations"),
                    other=others[0],
                ),
                _("Keep one of the two."),
                settings.location.file,
            )
        roles = [
            "backbone" if name == backbone else role for name, role in zip(organizations.names, roles, strict=True)
        ]
    return replace(organizations, attributes={**organizations.attributes, "role": roles})
