"""Columns of a list of organizations that may be the sector, where none is called so. A person chooses among them."""

import re
from collections.abc import Mapping, Sequence

import tomlkit

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.survey.names.consent_words import consent_columns
from stakeholder_graph.survey.names.normalization import normal, plain_words
from stakeholder_graph.survey.roles.vocabulary import ABBREVIATIONS, CONTACTS, ITEMS, words
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
from stakeholder_graph.survey.settings.workbook.sheets import START, WORKBOOK_FILE
from stakeholder_graph.tabular.delimited import is_known
from stakeholder_graph.text import _, listing

#: More groups than this are no sectors.
_MOST = 20
#: A group has so many organizations at least, on average.
_FEWEST = 1.5
#: Columns that mean something else.
_OTHERS = frozenset({"organization", "sector", "role", "answered", "public"})
#: Words of headers that usually say of an organization what it is.
_USUAL = frozenset({
    "sector", "sectors", "type", "types", "category", "categories", "class", "kind", "field", "industry", "group",
    "sectores", "tipo", "tipos", "categoria", "categorias", "clase", "grupo", "rubro", "ramo", "rama", "giro", "ambito",
})  # fmt: skip
#: Answers to a question, and no groups.
_YES_AND_NO = frozenset({"yes", "no", "y", "n", "si", "sí", "true", "false", "x"})


def sector_candidates(columns: Mapping[str, Sequence[str]]) -> list[str]:
    """Give the columns that may be the sector: words, of which several organizations share most.

    Parameters
    ----------
    columns : mapping of str to sequence of str
        Cells by header.

    Returns
    -------
    list of str
        Those with a usual name first.

    Examples
    --------
    >>> columns = {"Level": ["State", "City", "City"], "Tipo": ["ONG", "ONG", "Gobierno"], "Boss": ["Ann", "Ben", "Cy"]}
    >>> sector_candidates(columns)
    ['Tipo', 'Level']
    """
    consent = consent_columns(columns)
    named = {*_OTHERS, *CONTACTS, *ABBREVIATIONS, *ITEMS}
    may_be = [
        header
        for header, texts in columns.items()
        if words(header) not in named and header not in consent and _are_groups(texts)
    ]
    return sorted(may_be, key=lambda header: not is_usual(header))


def is_usual(header: str) -> bool:
    """Whether a header says in a usual word that it groups organizations.

    Parameters
    ----------
    header : str
        As it is written.

    Examples
    --------
    >>> is_usual("agency_type"), is_usual("Tipo de organización"), is_usual("county")
    (True, True, False)
    """
    return not _USUAL.isdisjoint(plain_words(re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", header)))


def usual_candidate(candidates: Sequence[str]) -> str:
    """Give the one column that may be proposed, since it alone has a usual name; blank where none or several have.

    Parameters
    ----------
    candidates : sequence of str
        As `sector_candidates` gives them.

    Examples
    --------
    >>> usual_candidate(["agency_type", "county"]), usual_candidate(["agency_type", "org kind"])
    ('agency_type', '')
    """
    usual = [header for header in candidates if is_usual(header)]
    return usual[0] if len(usual) == 1 else ""


def advise_on_sector(columns: Mapping[str, Sequence[str]], file: str, inspection: Inspection) -> None:
    """Say that no column is the sector, and how to choose one, where some may be it.

    Parameters
    ----------
    columns : mapping of str to sequence of str
        What is known of the organizations, by header.
    file : str
        Where they are listed.
    inspection : Inspection
        Takes the advice and knows the spelling of the settings.
    """
    candidates = sector_candidates(columns)
    if not candidates:
        return
    said = listing((f"“{header}”" for header in candidates), "or")
    if inspection.in_workbook:
        todo = _(
            "If {columns} is the sector, write that header beside “{header}” on the sheet “{sheet}” of {workbook}.",
            columns=said, header="What you call a sector", sheet=START, workbook=WORKBOOK_FILE,
        )  # fmt: skip
    else:
        line = f"sector = {tomlkit.item(candidates[0]).as_string()}"
        todo = _(
            "If {columns} is the sector, name that column at the top of {settings}, such as: {line}",
            columns=said, settings=SETTINGS_FILE, line=line,
        )  # fmt: skip
    what = _(
        "No column is called “sector”, so every organization counts as “{unstated}” and no sectors are compared.",
        unstated=NO_SECTOR,
    )
    inspection.advise(what, todo, file)


def _are_groups(texts: Sequence[str]) -> bool:
    """Whether cells are words that put organizations into a few groups."""
    filled = [normal(text) for text in texts if text and is_known(text)]
    groups = set(filled)
    if not 2 <= len(groups) <= _MOST or len(filled) < _FEWEST * len(groups) or groups <= _YES_AND_NO:
        return False
    return all("@" not in text for text in groups) and 2 * sum(map(_has_word, groups)) > len(groups)


def _has_word(text: str) -> bool:
    """Whether a cell is more than a number, a date or a single letter."""
    return re.search(r"[^\W\d_]{2}", text) is not None
