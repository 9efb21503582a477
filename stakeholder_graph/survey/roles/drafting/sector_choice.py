"""Which column of the list of organizations a person may choose as the sector, where none is recognized."""

from collections.abc import Sequence
from dataclasses import dataclass

from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.roles.draft import FolderTables
from stakeholder_graph.survey.roles.vocabulary import words
from stakeholder_graph.survey.sector_columns import sector_candidates, usual_candidate
from stakeholder_graph.survey.settings.draft import Draft


@dataclass(frozen=True, slots=True)
class SectorChoice:
    """What there is to choose among.

    Parameters
    ----------
    candidates : list of str
        Columns that may be the sector, likeliest first.
    proposed : str
        The one that is proposed; blank where none or several have a usual name.
    headers : list of str
        All columns, of which a person may mean any.

    Examples
    --------
    >>> choice = SectorChoice(["agency_type"], "agency_type", ["name", "agency_type"])
    >>> choice.meant("Agency type"), choice.meant("county")
    ('agency_type', '')
    """

    candidates: Sequence[str]
    proposed: str
    headers: Sequence[str]

    def meant(self, written: str) -> str:
        """The column that a person means; blank for none.

        Parameters
        ----------
        written : str
            Its header, in any case.
        """
        exact = [header for header in self.headers if normal(header) == normal(written)]
        return (exact or [header for header in self.headers if words(header) == words(written)] or [""])[0]


def sector_choice(draft: Draft, tables: FolderTables) -> SectorChoice | None:
    """Say what there is to choose among; None where the sector is known, or no column may be it.

    Parameters
    ----------
    draft : Draft
        May name the column already, or have a question about the sector.
    tables : FolderTables
        As confirmed.
    """
    asked = any((question.kind, question.item) == ("attribute", "sector") for question in draft.settings.question)
    if asked or draft.settings.sector != "sector" or "organizations" in draft.tables:
        return None
    columns: dict[str, Sequence[str]] = {}
    for table, role in tables.pairs():
        if role.role == "organizations":
            if "sector" in role.columns:
                return None
            columns |= {h: texts for h, texts in table.table.columns.items() if h not in role.columns.values()}
    plain = tables.plain.get("organizations")
    columns |= dict(plain.columns) if plain is not None else {}
    if any(header.casefold() == "sector" and any(texts) for header, texts in columns.items()):
        return None
    candidates = sector_candidates(columns)
    return SectorChoice(candidates, usual_candidate(candidates), list(columns)) if candidates else None
