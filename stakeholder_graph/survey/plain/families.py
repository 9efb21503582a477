"""The plain files by name: which there are, and the headers by which they are known."""

from collections.abc import Mapping

from stakeholder_graph.tabular.files import WORKBOOKS
from stakeholder_graph.text import LANGUAGES


def in_languages(*columns: str) -> tuple[str, ...]:
    """Give the headers under which a column has other languages' words.

    Parameters
    ----------
    *columns : str
        Headers of a plain file.

    Examples
    --------
    >>> in_languages("item")
    ('item_en', 'item_es')
    """
    return tuple(f"{column}_{language}" for column in columns for language in LANGUAGES)


#: The plain files, in the order in which their problems are reported.
FAMILIES = (
    "organizations", "names", "scales", "ties", "asked", "rosters", "sectors",
    "items", "affiliations", "ratings", "indicators", "places", "strategies", "changes", "evidence",
    "commitments", "corrections",
)  # fmt: skip
#: Columns that plain files have and frames of a survey have not.
FURTHER: Mapping[str, tuple[str, ...]] = {
    "organizations": ("answered", "public"),
    "names": ("written", "organization", "wave"),
    "scales": ("scale", "value", "name", "tie", "hours", *in_languages("scale", "name")),
    "items": in_languages("item"),
    "sectors": in_languages("sector"),
    "indicators": ("year", "group", "polarity", "direction", "expected", "expected_by", *in_languages("subgroup")),
    "strategies": ("expected", "expected_by", *in_languages("strategy")),
    "commitments": ("expected", "expected_by"),
    "evidence": ("decided_by",),
    "asked": ("answered_on",),
}
#: Headers by which the sheet and the row of headers of a plain file are found.
ESSENTIAL: Mapping[str, tuple[str, ...]] = {
    "organizations": ("organization",),
    "names": ("written", "organization"),
    "scales": ("scale", "value"),
    "ties": ("from", "to"),
    "asked": ("organization",),
    "rosters": ("roster", "organization"),
    "sectors": ("sector",),
    "items": ("kind", "item"),
    "affiliations": ("organization", "item"),
    "ratings": ("organization", "item"),
    "changes": ("date", "what"),
    "commitments": ("who", "first step"),
    "corrections": ("about", "organization"),
}
#: How the names of files end that can be plain files.
TABLES = (".csv", ".tsv", ".txt", *WORKBOOKS)
