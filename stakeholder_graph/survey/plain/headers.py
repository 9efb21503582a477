"""Headers of plain files that are nearly those that mean something: what stands below would be lost."""

from collections.abc import Mapping
from difflib import get_close_matches

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import COLUMNS
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _

#: Columns that plain files have and frames of a survey have not.
_FURTHER: Mapping[str, tuple[str, ...]] = {
    "organizations": ("answered", "public"),
    "names": ("written", "organization", "wave"),
    "scales": ("scale", "value", "name", "tie"),
    "affiliations": ("source",),
}
#: As like as "answered" and "answred".
_ALIKE = 0.8


def advise_on_headers(table: SourceTable, family: str, inspection: Inspection) -> None:
    """Advise on each header that is a known one with a typing error.

    Parameters
    ----------
    table : SourceTable
        The file.
    family : str
        Its name without the ending.
    inspection : Inspection
        Takes the advice.

    Examples
    --------
    >>> inspection = Inspection()
    >>> advise_on_headers(SourceTable("ties.csv", {"from": [], "to": [], "layr": []}, []), "ties", inspection)
    >>> print(inspection.advice[0])
    ties.csv, column “layr”: No column has this name. Is it “layer”? Then rename it.
    """
    known = [*COLUMNS.get(family, ()), *_FURTHER.get(family, ())]
    missing = [column for column in known if column not in table]
    for header in table.columns:
        if header.casefold() not in known and (near := get_close_matches(header.casefold(), missing, 1, _ALIKE)):
            inspection.advise(
                _("No column has this name."),
                _("Is it “{column}”? Then rename it.", column=near[0]),
                table.file,
                column=header,
            )
