"""The backbone in the list of organizations: by a word for its role, by a mark, by its abbreviation, or wrongly."""

from collections.abc import Mapping, Sequence

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.roles.vocabulary import ABBREVIATIONS, BACKBONES, words
from stakeholder_graph.tabular.source_table import NO, YES
from stakeholder_graph.text import _


def with_marked_backbone(
    roles: Sequence[str], attributes: Mapping[str, Sequence[str]], inspection: Inspection
) -> list[str]:
    """Give the roles with "backbone" for the one organization that the list marks as it in other words.

    Parameters
    ----------
    roles : sequence of str
        As the list has them.
    attributes : mapping of str to sequence of str
        What the list says of each organization, by header: a column such as "lead agency" may say yes of one.
    inspection : Inspection
        Takes advice on what was read as the backbone.

    Returns
    -------
    list of str
        The same where an organization is called the backbone already, where nobody is marked, and where several are.

    Examples
    --------
    >>> with_marked_backbone(["", "Columna vertebral"], {}, Inspection())
    ['', 'backbone']
    >>> with_marked_backbone(["", ""], {"Lead agency": ["yes", "no"]}, Inspection())
    ['backbone', '']
    """
    if "backbone" in roles:
        return list(roles)
    marks = [(role, [k]) for k, role in enumerate(roles) if words(role) in BACKBONES]
    marks = [(marks[0][0], [k for _role, (k,) in marks])] if marks else []
    for header, texts in attributes.items():
        said = [text.strip().casefold() for text in texts]
        if words(header) in BACKBONES and set(said) <= YES | NO | {"", "x"}:
            marks.append((header, [k for k, text in enumerate(said) if text in YES | {"x"}]))
    meant = {k for _word, places in marks for k in places}
    if len(meant) != 1:
        return list(roles)
    (place,) = meant
    inspection.advise(
        _("“{word}” in the list of organizations is read as the mark of the backbone.", word=marks[0][0]),
        _("You need do nothing if that is right; else write another word there."),
    )
    return ["backbone" if k == place else role for k, role in enumerate(roles)]


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
