"""A backbone that is not named as the list has it: by its abbreviation, or wrongly."""

from collections.abc import Mapping, Sequence

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.roles.vocabulary import ABBREVIATIONS, words
from stakeholder_graph.text import _


def by_abbreviation(names: Sequence[str], attributes: Mapping[str, Sequence[str]], written: str) -> str:
    """Give the one organization that has this as its abbreviation in the list; blank for none or several.

    Parameters
    ----------
    names : sequence of str
        The organizations.
    attributes : mapping of str to sequence of str
        What the list says of them, by header.
    written : str
        What may be an abbreviation.

    Examples
    --------
    >>> by_abbreviation(["Elm House", "Fir Hall"], {"Abbr.": ["EH", "FH"], "Sector": ["arts", "law"]}, "fh")
    'Fir Hall'
    """
    named = {
        name
        for header, texts in attributes.items()
        if words(header) in ABBREVIATIONS
        for name, text in zip(names, texts, strict=True)
        if normal(text) == normal(written)
    }
    return named.pop() if len(named) == 1 else ""


def how_to_name_backbone(names: Names, written: str, inspection: Inspection) -> str:
    """Say how to name the backbone as the list has it, in the words of the spelling of the settings.

    Parameters
    ----------
    names : Names
        The roster.
    written : str
        What the settings say.
    inspection : Inspection
        Knows the spelling.
    """
    if not inspection.in_workbook or "organizations" in inspection.sheets:
        return names.remedy(written, inspection)
    what = _("Write its name as the list has it beside “{header}” on the sheet “{sheet}”.",
             header="Backbone organization", sheet="Start here")  # fmt: skip
    return suggestion(written, list(names.shown.values()), what)
