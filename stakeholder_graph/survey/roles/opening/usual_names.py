"""Plain files under their usual names whose columns are another tool's: they are read as tables of any name are."""

from collections.abc import Mapping
from pathlib import Path

from stakeholder_graph.exchange.network_source import NetworkSource
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.roles.lists import affiliation_list, organization_list
from stakeholder_graph.survey.roles.opening.open_tables import OpenFiles, OpenTable, open_tables
from stakeholder_graph.survey.roles.recognize import recognize
from stakeholder_graph.survey.roles.tie_lists import ends_by_header
from stakeholder_graph.survey.roles.vocabulary import IDS, words
from stakeholder_graph.tabular.source_table import SourceTable


def with_other_headers(tables: Mapping[str, SourceTable], folder: Path | None = None) -> frozenset[str]:
    """Say which plain files have the columns of another tool, or name organizations by ids.

    Parameters
    ----------
    tables : mapping of str to SourceTable
        The plain files, by name without ending.
    folder : Path, optional
        Where they lie: a file whose columns are no list of ties is opened again, since it may be a matrix.

    Returns
    -------
    frozenset of str
        Of organizations, ties and affiliations those that are read by what is in them.

    Examples
    --------
    >>> ties = SourceTable("ties.csv", {"sender": ["A"], "receiver": ["B"]}, [2])
    >>> sorted(with_other_headers({"ties": ties}))
    ['ties']
    """
    other = set[str]()
    ties, listed, parts = (tables.get(name) for name in ("ties", "organizations", "affiliations"))
    if ties is not None and not ("from" in ties and "to" in ties):
        other |= {"ties"} if ends_by_header(list(ties.columns)) or _holds_ties(folder, ties.file) else set()
    if listed is not None and "organization" not in listed and organization_list(_opened(listed)):
        other |= {"organizations", *({"ties"} if ties is not None else ())}
    if ties is not None and listed is not None and _are_ids(ties, listed):
        other |= {"organizations", "ties"}
    if parts is not None and (listed is None or not {"organization", "item"} <= set(parts.headers)):
        other |= {"affiliations"} if affiliation_list(_opened(parts)) else set()
    return frozenset(other)


def _holds_ties(folder: Path | None, file: str) -> bool:
    """Whether a file holds ties in another form than ours."""
    opened = open_tables([folder / file]) if folder else OpenFiles()
    return any(recognize(table).role in ("ties", "matrix") for table in opened.tables)


def _are_ids(ties: SourceTable, listed: SourceTable) -> bool:
    """Whether most ends of ties are ids of organizations, and not their names."""
    key = next((listed.headers[name] for name in listed.headers if words(name) in IDS), "")
    ends = {normal(text) for column in ("from", "to") for text in ties.texts(column) if text}
    names = {normal(text) for text in listed.texts("organization")}
    ids = {normal(text) for text in listed.texts(key)} if key else set()
    return bool(ends) and 2 * len(ends & ids - names) > len(ends)


def _opened(table: SourceTable) -> OpenTable:
    return OpenTable(table.file, "", table, NetworkSource(table.file, "CSV", {}))
