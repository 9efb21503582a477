"""Warns of a list of sectors that is not about this partnership: few of its organizations say a sector of it."""

from collections.abc import Mapping, Set

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _

#: A list is doubted where more than this share of its sectors has no organization, and as many sectors that
#: organizations say are not on it: partners who are missing explain the first of these, and not the second.
_APART = 0.5


def advise_on_sectors_apart(tables: Mapping[str, SourceTable], settings: Settings, inspection: Inspection) -> None:
    """Advise where most sectors of the list that tells who is missing and those of the organizations do not match.

    Parameters
    ----------
    tables : mapping of str to SourceTable
        The plain files; the first list of ``sectors`` is about the sectors of ``organizations``.
    settings : Settings
        They may list sectors or name a preset, and the column of the sectors.
    inspection : Inspection
        Takes the advice.

    Examples
    --------
    >>> tables = {
    ...     "organizations": SourceTable("organizations.csv", {"sector": ["Bank", "Shop"]}, [2, 3]),
    ...     "sectors": SourceTable("sectors.csv", {"list": ["all", "all"], "sector": ["School", "Clinic"]}, [2, 3]),
    ... }
    >>> advise_on_sectors_apart(tables, Settings(), inspection := Inspection())
    >>> inspection.advice[0].what
    '2 of 2 sectors on this list are the sector of no organization, and 2 of 2 that organizations have are not on it.'
    """
    if "organizations" not in tables:
        return
    said = {normal(text) for text in set(tables["organizations"].texts(settings.sector))} - {""}
    file, column, listed = settings.location.file, "sectors", set(map(normal, settings.sectors))
    if not listed and "sectors" in tables:
        table = tables["sectors"]
        names = table.texts("list")
        first = next(filter(None, names), "")
        listed = {normal(text) for name, text in zip(names, table.texts("sector"), strict=True) if name == first}
        file, column = table.file, "sector"
    if not (what := how_far_apart(said, listed - {""})):
        return
    inspection.advise(
        what,
        _("Is “{preset}” the right preset? Name another, or write your own sectors.csv.", preset=settings.preset)
        if settings.preset and file.endswith(".toml") and file != settings.location.file
        else _("Spell the sectors in both lists alike, or list those that belong to your partnership."),
        file,
        column=column,
    )


def how_far_apart(said: Set[str], listed: Set[str]) -> str:
    """Say how many sectors of a list, and of organizations, the other does not have.

    Parameters
    ----------
    said, listed : set of str
        Sectors of organizations and of the list, in normal form.

    Returns
    -------
    str
        Blank where enough of either match, or where one of them is empty.

    Examples
    --------
    >>> how_far_apart({"school", "bank"}, {"school", "clinic"})
    ''
    """
    empty, unlisted = listed - said, said - listed
    if not said or not listed or len(empty) <= _APART * len(listed) or len(unlisted) <= _APART * len(said):
        return ""
    return _(
        "{empty} of {listed} sectors on this list are the sector of no organization, and {unlisted} of {said} that "
        "organizations have are not on it.",
        empty=len(empty),
        listed=len(listed),
        unlisted=len(unlisted),
        said=len(said),
    )
