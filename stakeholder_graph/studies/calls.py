"""Calls to make: whose answer is still missing and most spoken of by those who did answer."""

from dataclasses import dataclass

from stakeholder_graph.graph import PartnerGraph


@dataclass(frozen=True, slots=True)
class Call:
    """An organization to ask for its answer.

    Parameters
    ----------
    organization, sector : str
        Who has not answered yet.
    named_by : int
        How many organizations named it, in any kind of tie.
    """

    organization: str
    sector: str
    named_by: int


def calls(graph: PartnerGraph, at_most: int = 3) -> tuple[Call, ...]:
    """Choose organizations whose answers would fill in most, by how many partners named them.

    Parameters
    ----------
    graph : PartnerGraph
        One wave, with all that the backbone may see.
    at_most : int
        How many.

    Returns
    -------
    tuple of Call
        Most named first, alphabetically where equal; empty where everyone answered.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.survey.survey import LayerInfo, Wave
    >>> graph = PartnerGraph(
    ...     Wave("1"),
    ...     {"contact": LayerInfo("contact")},
    ...     {
    ...         "organizations": pd.DataFrame({"organization": ["A", "B", "C"], "sector": ["x", "x", "y"]}),
    ...         "ties": pd.DataFrame({"layer": ["contact"], "from": ["A"], "to": ["C"], "value": [1.0]}),
    ...         "asked": pd.DataFrame(
    ...             {"layer": "contact", "organization": ["A", "B", "C"], "answered": [True, False, False]}
    ...         ),
    ...     },
    ... )
    >>> calls(graph, at_most=1)
    (Call(organization='C', sector='y', named_by=1),)
    """
    ties = graph["ties"]
    named = ties[ties["from"] != ties["to"]].groupby("to")["from"].nunique()
    people = graph.organizations[["organization", "sector"]][~graph.answered]
    silent = [
        Call(organization, sector, int(named.get(organization, 0)))
        for organization, sector in people.itertuples(index=False)
    ]
    return tuple(sorted(silent, key=lambda call: (-call.named_by, call.organization)))[:at_most]
