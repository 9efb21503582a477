"""A table under a name: as a part of a page, a sheet of a workbook, or a file."""

from collections.abc import Mapping
from dataclasses import dataclass

from stakeholder_graph.measures._registry import MeasureInfo
from stakeholder_graph.model.table import Table
from stakeholder_graph.text import N_, translate

#: Titles of tables that several measures have, or that only an evaluator reads, by their key.
_TITLES: Mapping[str, str] = {
    "agreement": N_("Indices of agreement"),
    "answers": N_("How many gave which answer"),
    "bridges": N_("Connections that alone hold a part"),
    "by_sector": N_("By sector"),
    "clusters": N_("The clusters"),
    "fit": N_("How well the clusters fit"),
    "groups": N_("Groups that were compared"),
    "items": N_("Question by question"),
    "network": N_("The network as a whole"),
    "numbers": N_("How many clusters fit best"),
    "only_links": N_("The only link between some of a cluster"),
    "outcomes": N_("Outcome by outcome"),
    "overlap": N_("Kinds of tie that go together"),
    "pairs": N_("Pair by pair"),
    "profiles": N_("What the members of each cluster work on"),
    "ranges": N_("How far the missing answers could move it"),
    "sectors": N_("Sectors of each cluster"),
    "sets": N_("Who could leave together"),
    "ties": N_("Pairs of each cluster that work together"),
    "unreturned_by_group": N_("Mentions that are not returned, from group to group"),
    "variants": N_("Counted in two ways"),
}


@dataclass(frozen=True, slots=True)
class NamedTable:
    """A table with what it is called and what it lists.

    Parameters
    ----------
    name : str
        Its key in files, the same in every language.
    title : str
        In words.
    table : Table
        Its rows.
    about : str
        What it lists and what follows from it, in words; blank where the title says so.

    Examples
    --------
    >>> from stakeholder_graph.model.table import Column
    >>> NamedTable("files", "Files and rows", Table.of({Column("rows"): [12]})).name
    'files'
    """

    name: str
    title: str
    table: Table
    about: str = ""


def table_title(info: MeasureInfo, name: str) -> str:
    """Give the title of one of a measure's tables in the language that is spoken.

    Parameters
    ----------
    info : MeasureInfo
        Of the measure.
    name : str
        The table's key; blank for the main one.

    Examples
    --------
    >>> from stakeholder_graph.measures._registry import measures
    >>> table_title(measures()["density"], ""), table_title(measures()["density"], "by_sector")
    ('How many connections there are', 'By sector')
    """
    if not name:
        return translate(info.title)
    said = info.messages.get(name) or _TITLES.get(name)
    return translate(said) if said else name.replace("_", " ").capitalize()
