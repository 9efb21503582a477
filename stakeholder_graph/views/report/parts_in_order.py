"""The parts of the report in their order: the usual one, or the one that the partnership chose."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.measures._sections import PAGES
from stakeholder_graph.model.own_pages import ReportPart
from stakeholder_graph.text import _
from stakeholder_graph.views.report.pages import Page

#: What settings call the pages of findings, by their id; those of other packages come with the last of them.
_PAGE_OF: dict[ReportPart, str] = {
    "sectors": "silos",
    "missing": "missing",
    "agenda": "alignment",
    "network": "network",
}


@dataclass(frozen=True, slots=True)
class ReportPartView:
    """One part of the report, there or not: what the partnership wrote before or after it stands in any case.

    Parameters
    ----------
    name : str
        What settings call it.
    links : tuple of (str, str)
        Where it is found on the page, and its title there; for the contents.
    pages : tuple of Page
        Its findings, where it is one of theirs.
    """

    name: ReportPart
    links: tuple[tuple[str, str], ...] = ()
    pages: tuple[Page, ...] = ()


def parts_in_order(
    copy: Copy, pages: Sequence[Page], *, outcomes: bool = False, indicators: bool = False, conditions: bool = False
) -> tuple[ReportPartView, ...]:
    """Put the parts of the report in order.

    Parameters
    ----------
    copy : Copy
        With the order that the partnership chose.
    pages : sequence of Page
        Those of findings, in their usual order.
    outcomes, indicators, conditions : bool
        Whether there are pages of these.

    Returns
    -------
    tuple of ReportPartView
        All of them, those that were named first.

    Examples
    --------
    >>> from stakeholder_graph.graph import Partnership
    >>> copy = Copy("partners", Partnership("Ours", {}, {}), (), "1")
    >>> [part.name for part in parts_in_order(copy, ())][:3]
    ['outcomes', 'indicators', 'conditions']
    """
    of_others = tuple(page for page in pages if page.id not in PAGES)
    titles: dict[ReportPart, tuple[tuple[str, str], ...]] = {
        "outcomes": (("outcomes", _("An outcome at a time")),) if outcomes else (),
        "indicators": (("results", _("Indicators over time")),) if indicators else (),
        "conditions": (("conditions", _("The five conditions")),) if conditions else (),
    }
    chosen = copy.partnership.info.own_pages.order
    usual: tuple[ReportPart, ...] = get_args(ReportPart)
    parts = []
    for name in (*chosen, *(part for part in usual if part not in chosen)):
        shown = tuple(page for page in pages if page.id == _PAGE_OF.get(name))
        shown += of_others if name == "network" else ()
        links = titles.get(name, ()) + tuple((page.id, page.title) for page in shown)
        parts.append(ReportPartView(name, links, shown))
    return tuple(parts)
