"""Which of the organizations is the backbone: the settings or the list say it, by name or by abbreviation."""

from dataclasses import replace

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.organizations import OrganizationList
from stakeholder_graph.survey.roles.vocabulary import ABBREVIATIONS, words
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.text import _


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
    if settings.backbone and names.shown:
        backbone = names.find(settings.backbone) or _by_abbreviation(organizations, settings.backbone)
        others = [
            name
            for name, role in zip(organizations.names, roles, strict=True)
            if role == "backbone" and name != backbone
        ]
        if not backbone:
            inspection.wrong(
                _("The backbone “{name}” is not in the list of organizations.", name=settings.backbone),
                _remedy(names, settings.backbone, inspection),
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


def _by_abbreviation(organizations: OrganizationList, written: str) -> str:
    """The one organization that has this as its abbreviation in the list; blank for none or several."""
    named = {
        name
        for header, texts in organizations.attributes.items()
        if words(header) in ABBREVIATIONS
        for name, text in zip(organizations.names, texts, strict=True)
        if normal(text) == normal(written)
    }
    return named.pop() if len(named) == 1 else ""


def _remedy(names: Names, written: str, inspection: Inspection) -> str:
    if not inspection.in_workbook or "organizations" in inspection.sheets:
        return names.remedy(written, inspection)
    what = _("Write its name as the list has it beside “{header}” on the sheet “{sheet}”.",
             header="Backbone organization", sheet="Start here")  # fmt: skip
    return suggestion(written, list(names.shown.values()), what)
